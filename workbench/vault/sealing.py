"""The secret side of a key slot: closing the master key in it and getting it out again."""

import hmac
import os
import struct
from dataclasses import replace
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from workbench.base.ids import new_id
from workbench.vault import kdf, recovery
from workbench.vault.errors import RecoveryKeyMistypedError, WrongPassphraseError
from workbench.vault.header_codec import Header, Slot, SlotKind
from workbench.vault.keys import NONCE_SIZE, hkdf

Secret = str | bytes
"""A passphrase as typed, or the 32 bytes of a recovery key."""


def sealed_slot(
    header: Header, master: bytes, secret: Secret, *, created: datetime, cost: kdf.KdfCost | None
) -> Slot:
    """A new slot of ``header`` that opens with ``secret``; ``cost`` is for passphrases and only for them."""
    kind = SlotKind.PASSPHRASE if isinstance(secret, str) else SlotKind.RECOVERY
    slot = Slot(kind, new_id(), created, cost, os.urandom(kdf.SALT_SIZE), os.urandom(NONCE_SIZE))
    sealed = AESGCMSIV(_kek(slot, secret)).encrypt(slot.nonce, master, _bound(header, slot))
    return replace(slot, sealed=sealed)


def opened_slot(header: Header, slot: Slot, secret: Secret) -> bytes | None:
    """The master key in ``slot``, or None when ``secret`` is not the one that closed it."""
    try:
        return AESGCMSIV(_kek(slot, secret)).decrypt(slot.nonce, slot.sealed, _bound(header, slot))
    except InvalidTag:
        return None


def master_key(header: Header, secret: str) -> bytes:
    """The master key, from the first slot that ``secret`` (passphrase or printed recovery key) opens.

    Raises WrongPassphraseError, or RecoveryKeyMistypedError when the text is a recovery key with a slip.
    """
    slip: RecoveryKeyMistypedError | None = None
    if recovery.looks_like(secret):
        try:
            printed = recovery.from_text(secret)
        except RecoveryKeyMistypedError as error:
            slip = error  # a passphrase may look like this, so it is tried as one first
        else:
            for slot in _of_kind(header, SlotKind.RECOVERY):
                if (master := opened_slot(header, slot, printed)) is not None:
                    return master
    for slot in _of_kind(header, SlotKind.PASSPHRASE):
        if (master := opened_slot(header, slot, secret)) is not None:
            return master
    raise slip or WrongPassphraseError()


def header_mac(header_key: bytes, authenticated: bytes) -> bytes:
    """HMAC-SHA-256 over a header's bytes."""
    return hmac.digest(header_key, authenticated, "sha256")


def _of_kind(header: Header, kind: SlotKind) -> list[Slot]:
    return [slot for slot in header.slots if slot.kind is kind]


def _kek(slot: Slot, secret: Secret) -> bytes:
    if isinstance(secret, str):
        if slot.cost is None:
            raise ValueError("a passphrase for a recovery slot")
        stretched = kdf.derive(secret, slot.salt, slot.cost)
        return hkdf(stretched, info=b"locate-workbench/kek/v1")
    return hkdf(secret, info=b"locate-workbench/kek-recovery/v1", salt=slot.salt)


def _bound(header: Header, slot: Slot) -> bytes:
    return bytes.fromhex(header.vault_id) + struct.pack(">I", header.epoch) + slot.bound()
