"""Adding, changing and removing the ways into an open vault.

Every change writes vault.hdr whole, reads it from the disk again and, for a new secret, opens the new slot
and compares the master key; only then is an old slot taken out, and only after that is the copy renewed.  A
crash at any point leaves a header that the old or the new secret opens.  The caller holds the vault's lock.
"""

import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from workbench.base.clock import Clock, SystemClock
from workbench.vault import files, header, recovery
from workbench.vault.errors import HeaderDamagedError, SlotError
from workbench.vault.header_codec import MAX_SLOTS, Header, Slot, SlotKind
from workbench.vault.kdf import KdfCost
from workbench.vault.keys import UnlockedKeys
from workbench.vault.passphrase import require_acceptable
from workbench.vault.sealing import Secret, opened_slot, sealed_slot


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """What may be shown of a slot: its id, what opens it, since when."""

    slot_id: str
    kind: SlotKind
    created: datetime


@dataclass(frozen=True, slots=True, repr=False)
class _New:
    """A secret about to get a slot; ``cost`` for a passphrase only."""

    secret: Secret
    cost: KdfCost | None
    created: datetime


def listed(folder: Path, keys: UnlockedKeys) -> tuple[SlotInfo, ...]:
    """The slots of the open vault, oldest first."""
    found = [_info(slot) for slot in header.authentic(folder, keys).slots]
    return tuple(sorted(found, key=lambda slot: slot.created))


def add_passphrase(
    folder: Path,
    keys: UnlockedKeys,
    passphrase: str,
    kdf: KdfCost | None = None,
    *,
    clock: Clock | None = None,
) -> SlotInfo:
    """A further passphrase.  Raises WeakPassphraseError, or SlotError when there are 16 slots already."""
    require_acceptable(passphrase)
    slot = _add(folder, keys, _New(passphrase, kdf or KdfCost(), (clock or SystemClock()).now()))
    header.copy(folder, keys)
    return _info(slot)


def add_recovery_key(folder: Path, keys: UnlockedKeys, *, clock: Clock | None = None) -> tuple[SlotInfo, str]:
    """A further recovery key, with the text to print; it is not kept anywhere."""
    key = os.urandom(recovery.KEY_SIZE)
    slot = _add(folder, keys, _New(key, None, (clock or SystemClock()).now()))
    header.copy(folder, keys)
    return _info(slot), recovery.to_text(key)


def change_passphrase(
    folder: Path,
    keys: UnlockedKeys,
    slot_id: str,
    passphrase: str,
    kdf: KdfCost | None = None,
    *,
    clock: Clock | None = None,
) -> SlotInfo:
    """Put ``passphrase`` in the place of the one that opens slot ``slot_id``; errors as for adding."""
    require_acceptable(passphrase)
    secret = _New(passphrase, kdf or KdfCost(), (clock or SystemClock()).now())
    return _exchange(folder, keys, slot_id, SlotKind.PASSPHRASE, secret)


def change_recovery_key(
    folder: Path, keys: UnlockedKeys, slot_id: str, *, clock: Clock | None = None
) -> tuple[SlotInfo, str]:
    """Put a fresh recovery key in the place of slot ``slot_id``'s, with the text to print."""
    key = os.urandom(recovery.KEY_SIZE)
    secret = _New(key, None, (clock or SystemClock()).now())
    return _exchange(folder, keys, slot_id, SlotKind.RECOVERY, secret), recovery.to_text(key)


def remove(folder: Path, keys: UnlockedKeys, slot_id: str) -> None:
    """Take slot ``slot_id`` out of header and copy; SlotError for the last slot or an unknown one.

    Whoever kept an older copy of the header and that secret can still open files of this vault.
    """
    present = header.authentic(folder, keys)
    _slot(present, slot_id)
    if len(present.slots) == 1:
        raise SlotError("This is the only way into the vault.", hint="Add another one first.")
    _drop(folder, keys, slot_id)
    header.copy(folder, keys)


def _exchange(folder: Path, keys: UnlockedKeys, slot_id: str, kind: SlotKind, new: _New) -> SlotInfo:
    if _slot(header.authentic(folder, keys), slot_id).kind is not kind:
        raise SlotError("This slot is of another kind.", hint="Choose a slot of the same kind.")
    slot = _add(folder, keys, new)
    _drop(folder, keys, slot_id)
    header.copy(folder, keys)
    return _info(slot)


def _add(folder: Path, keys: UnlockedKeys, new: _New) -> Slot:
    header.settle(folder, keys)
    present = header.authentic(folder, keys)
    if len(present.slots) >= MAX_SLOTS:
        raise SlotError(f"A vault has at most {MAX_SLOTS} ways in.", hint="Remove one first.")
    slot = sealed_slot(present, keys.master, new.secret, created=new.created, cost=new.cost)

    def prove() -> None:
        written = header.authentic(folder, keys)
        master = opened_slot(written, _slot(written, slot.slot_id), new.secret)
        if master is None or not hmac.compare_digest(master, keys.master):
            raise HeaderDamagedError("the new slot does not open")

    _store(folder, keys, replace(present, slots=(*present.slots, slot)), prove)
    return slot


def _drop(folder: Path, keys: UnlockedKeys, slot_id: str) -> None:
    present = header.authentic(folder, keys)
    kept = tuple(slot for slot in present.slots if slot.slot_id != slot_id)

    def prove() -> None:
        if header.authentic(folder, keys).slots != kept:
            raise HeaderDamagedError("the slot was not removed")

    _store(folder, keys, replace(present, slots=kept), prove)


def _store(folder: Path, keys: UnlockedKeys, changed: Header, prove: Callable[[], None]) -> None:
    """Write ``changed``; put the previous header back if ``prove`` fails."""
    path = folder / header.HEADER_NAME
    previous = path.read_bytes()
    try:
        header.write(folder, keys, changed)
        prove()
    except BaseException:
        files.write_atomic(path, previous)
        raise


def _slot(present: Header, slot_id: str) -> Slot:
    for slot in present.slots:
        if slot.slot_id == slot_id:
            return slot
    raise SlotError("There is no such way into the vault.", hint="List the slots and choose one of them.")


def _info(slot: Slot) -> SlotInfo:
    return SlotInfo(slot.slot_id, slot.kind, slot.created)
