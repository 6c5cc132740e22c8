"""What a backup holds, file by file, sealed under a key of its vault: nothing is added or left out unseen.

magic 8 · nonce 12 · AES-256-GCM-SIV of JSON {format, vault_id, taken_at, entries, damaged}
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from workbench.vault.errors import BackupError, DatabaseDamagedError, DatabaseMissingError, VaultTooNewError
from workbench.vault.files import read_bounded, write_atomic
from workbench.vault.header import HEADER_NAME
from workbench.vault.keys import NONCE_SIZE, UnlockedKeys
from workbench.vault.session import CATALOG_FILE, VAULT_FILE

MANIFEST_NAME = "manifest.bin"
MAGIC = b"SKTB\x1a\r\n\0"
FORMAT = 1
ALWAYS = (HEADER_NAME, VAULT_FILE, CATALOG_FILE)
_MAX_SIZE = 512 << 20
_PATH = re.compile(r"cases/([0-9a-f]{2})/\1[0-9a-f]{30}\.case|library/[0-9a-f]{32}\.records")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: path relative to the vault with ``/``, size in bytes, keyed BLAKE2b-256."""

    path: str
    size: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything of one backup.  ``damaged`` names files that were missing or bad when it was taken."""

    vault_id: str
    taken_at: str
    entries: tuple[Entry, ...]
    damaged: tuple[str, ...] = ()
    format: int = FORMAT

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(entry.size for entry in self.entries)


def write(folder: Path, keys: UnlockedKeys, manifest: Manifest) -> None:
    """Seal ``manifest`` into ``folder``: the last step of a backup."""
    nonce = os.urandom(NONCE_SIZE)
    sealed = AESGCMSIV(keys.backup).encrypt(nonce, msgspec.json.encode(manifest), MAGIC)
    write_atomic(folder / MANIFEST_NAME, MAGIC + nonce + sealed)


def read(folder: Path, keys: UnlockedKeys) -> Manifest:
    """The manifest of the backup in ``folder``; BackupError when there is none that this vault sealed."""
    try:
        content = read_bounded(folder / MANIFEST_NAME, _MAX_SIZE)
    except (DatabaseMissingError, DatabaseDamagedError):
        raise BackupError(
            "This folder holds no complete backup: manifest.bin is missing.",
            hint="Choose a folder that a backup finished.",
        ) from None
    start = len(MAGIC) + NONCE_SIZE
    if not content.startswith(MAGIC) or not start < len(content) <= _MAX_SIZE:
        raise _altered()
    try:
        opened = AESGCMSIV(keys.backup).decrypt(content[len(MAGIC) : start], content[start:], MAGIC)
    except InvalidTag:
        raise _altered() from None
    return _decoded(opened, keys.vault_id)


def _decoded(text: bytes, vault_id: str) -> Manifest:
    try:
        if msgspec.json.decode(text)["format"] > FORMAT:
            raise VaultTooNewError(MANIFEST_NAME)
        manifest = msgspec.json.decode(text, type=Manifest)
    except (msgspec.MsgspecError, KeyError, TypeError):
        raise _altered() from None
    paths = [entry.path for entry in manifest.entries]
    # The seal says that a holder of the key wrote the paths, not that they stay inside the folder.
    known = all(path in ALWAYS or _PATH.fullmatch(path) for path in paths)
    if manifest.vault_id != vault_id or not known or len(set(paths)) != len(paths):
        raise _altered()
    if not set(ALWAYS) <= set(paths):
        raise _altered()
    return manifest


def _altered() -> BackupError:
    return BackupError(
        "The list of this backup's files (manifest.bin) was altered or is of another vault.",
        hint="Use another backup.",
    )
