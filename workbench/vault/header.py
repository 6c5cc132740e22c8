"""``vault.hdr`` and its copy: creating, unlocking, and keeping the two sound.

Three failures are told apart, in this order: the bytes are not what was written (damaged), the secret opens
no slot (wrong passphrase), the header was not written by a holder of the key (tampered).
The header is always written whole, proven by reading it again, and only then copied to ``vault.hdr.bak``;
the two are never in doubt at once.
"""

import hmac
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from workbench.base.clock import Clock, SystemClock
from workbench.base.ids import new_id
from workbench.vault import files, recovery
from workbench.vault.errors import (
    DatabaseDamagedError,
    DatabaseMissingError,
    HeaderDamagedError,
    HeaderTamperedError,
    KdfRefusedError,
    VaultExistsError,
    VaultNotFoundError,
    VaultTooNewError,
)
from workbench.vault.header_codec import MAX_FILE, MINOR, Decoded, Header, decode, encode
from workbench.vault.kdf import KdfCost
from workbench.vault.keys import UnlockedKeys, new_key
from workbench.vault.passphrase import require_acceptable
from workbench.vault.sealing import header_mac, master_key, sealed_slot

HEADER_NAME = "vault.hdr"
COPY_NAME = "vault.hdr.bak"
LOCK_NAME = "vault.lock"


def exists(folder: Path) -> bool:
    """Whether ``folder`` holds a vault's header or its copy, sound or not."""
    return (folder / HEADER_NAME).exists() or (folder / COPY_NAME).exists()


def create(
    folder: Path, passphrase: str, kdf: KdfCost | None = None, *, clock: Clock | None = None
) -> tuple[UnlockedKeys, str]:
    """Begin a vault in ``folder``, new or empty but for a lock file: its keys, and the printed recovery key.

    The recovery key is not kept anywhere: show it now.  Raises VaultExistsError, WeakPassphraseError, or
    KdfRefusedError for a derivation that could not be read back.
    """
    require_acceptable(passphrase)
    files.make_private_folder(folder)
    if any(entry.name != LOCK_NAME for entry in folder.iterdir()):
        raise VaultExistsError
    now = (clock or SystemClock()).now()
    master, recovery_key = new_key(), os.urandom(recovery.KEY_SIZE)
    header = Header(vault_id=new_id(), epoch=1, created=now, generation=0, slots=())
    slots = (
        sealed_slot(header, master, passphrase, created=now, cost=kdf or KdfCost()),
        sealed_slot(header, master, recovery_key, created=now, cost=None),
    )
    keys = UnlockedKeys(master, header.vault_id, header.epoch)
    write(folder, keys, replace(header, slots=slots))
    copy(folder, keys)
    return keys, recovery.to_text(recovery_key)


def unlock(folder: Path, secret: str, *, use_backup: bool = False) -> UnlockedKeys:
    """The keys of the vault in ``folder``, by passphrase or printed recovery key; reads, never writes.

    ``use_backup`` reads vault.hdr.bak instead: offered when HeaderDamagedError says ``backup_usable``.
    Raises VaultNotFoundError, HeaderDamagedError, VaultTooNewError, KdfRefusedError, WrongPassphraseError,
    RecoveryKeyMistypedError, HeaderTamperedError.
    """
    decoded = _load(folder, COPY_NAME) if use_backup else read(folder)
    header = decoded.header
    master = master_key(header, secret)
    keys = UnlockedKeys(
        master, header.vault_id, header.epoch, from_backup=use_backup, newer_format=header.minor > MINOR
    )
    require_authentic(decoded, keys)
    return keys


def read(folder: Path) -> Decoded:
    """The header of ``folder``, not yet authenticated; HeaderDamagedError tells whether the copy is sound."""
    try:
        return _load(folder, HEADER_NAME)
    except HeaderDamagedError as error:
        if not exists(folder):
            raise VaultNotFoundError from None
        raise HeaderDamagedError(error.what, backup_usable=_is_sound(folder, COPY_NAME)) from None


def require_authentic(decoded: Decoded, keys: UnlockedKeys) -> None:
    """Raise HeaderTamperedError unless a holder of the master key wrote this header."""
    if not hmac.compare_digest(header_mac(keys.header_mac, decoded.authenticated), decoded.mac):
        raise HeaderTamperedError


def authentic(folder: Path, keys: UnlockedKeys) -> Header:
    """The header of the open vault, for a change to it; VaultTooNewError if a later version wrote it."""
    decoded = read(folder)
    require_authentic(decoded, keys)
    if decoded.header.vault_id != keys.vault_id:
        raise HeaderTamperedError
    if decoded.header.minor > MINOR:
        raise VaultTooNewError
    return decoded.header


def write(folder: Path, keys: UnlockedKeys, header: Header) -> None:
    """Replace vault.hdr by ``header``, one generation on, and read it back.  The copy is left alone."""
    authenticated = encode(replace(header, generation=header.generation + 1))
    content = authenticated + header_mac(keys.header_mac, authenticated)
    decode(content)
    files.write_atomic(folder / HEADER_NAME, content)
    require_authentic(_load(folder, HEADER_NAME), keys)


def copy(folder: Path, keys: UnlockedKeys) -> None:
    """Make vault.hdr.bak equal to vault.hdr, which must be authentic."""
    decoded = _load(folder, HEADER_NAME)
    require_authentic(decoded, keys)
    files.write_atomic(folder / COPY_NAME, decoded.authenticated + decoded.mac)


def settle(folder: Path, keys: UnlockedKeys) -> bool:
    """Make header and copy both sound and equal again; whether anything had to be written.

    For the holder of the vault's lock, after unlocking: repairs a damaged or missing header from its copy and
    a copy left behind by a crash, so that a removed slot does not live on in it.  A tampered header is only
    replaced when the person chose the copy to unlock with.
    """
    for name in (HEADER_NAME, COPY_NAME):
        (folder / f"{name}.new").unlink(missing_ok=True)
    try:
        wanted = _bytes_if_authentic(folder, HEADER_NAME, keys)
    except (HeaderDamagedError, HeaderTamperedError, KdfRefusedError) as error:
        if not (isinstance(error, HeaderDamagedError) or keys.from_backup):
            raise
        wanted = _bytes_if_authentic(folder, COPY_NAME, keys)
        files.write_atomic(folder / HEADER_NAME, wanted)
        return True
    with suppress(HeaderDamagedError, HeaderTamperedError, KdfRefusedError, VaultTooNewError):
        if _bytes_if_authentic(folder, COPY_NAME, keys) == wanted:
            return False
    files.write_atomic(folder / COPY_NAME, wanted)
    return True


def _bytes_if_authentic(folder: Path, name: str, keys: UnlockedKeys) -> bytes:
    decoded = _load(folder, name)
    require_authentic(decoded, keys)
    return decoded.authenticated + decoded.mac


def _load(folder: Path, name: str) -> Decoded:
    try:
        data = files.read_bounded(folder / name, MAX_FILE)
    except DatabaseMissingError:
        raise HeaderDamagedError("it is missing", file=name) from None
    except DatabaseDamagedError as error:
        raise HeaderDamagedError(f"it is {error.what}", file=name) from None
    try:
        return decode(data)
    except HeaderDamagedError as error:
        raise HeaderDamagedError(error.what, file=name) from None


def _is_sound(folder: Path, name: str) -> bool:
    try:
        _load(folder, name)
    except (HeaderDamagedError, KdfRefusedError, VaultTooNewError):
        return False
    return True
