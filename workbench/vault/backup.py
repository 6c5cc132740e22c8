"""Backing a vault up into a folder, and checking a backup.

A backup is the vault's own encrypted files and a sealed list of them.  It is made in ``….partial``, read back
from the disk, and only then gets its name, so that one that looks complete is complete.  Copying holds a
transaction: no file changes between the first and the last, and other writers wait.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import Connection, func, select

from workbench.base.clock import iso_utc
from workbench.base.ids import is_id
from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.vault import backup_manifest as manifests
from workbench.vault import header, schema_catalog, schema_vault
from workbench.vault.backup_manifest import ALWAYS, Entry, Manifest
from workbench.vault.casefile import CASES_FOLDER
from workbench.vault.construction import sync_all
from workbench.vault.errors import BackupError, VaultFileError
from workbench.vault.files import (
    DIGEST_SIZE,
    FileState,
    create_private,
    file_state,
    fsync_dir,
    make_private_folder,
    require_regular,
    require_space,
)
from workbench.vault.keys import UnlockedKeys
from workbench.vault.session import has_journal
from workbench.vault.translate import translating
from workbench.vault.vault import Vault

PREFIX = "backup-"
PARTIAL = ".partial"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A finished backup: where, how many files and bytes, and files of the vault that were bad already."""

    folder: Path
    files: int
    size: int
    damaged: tuple[str, ...]


def backup(vault: Vault, destination: Path, progress: Progress | None = None) -> BackupReport:
    """Copy ``vault`` into a new folder ``destination/backup-<UTC time>``, verified by reading it again.

    A case or record file that is missing, or not what was last saved, does not stop the rest: it is named in
    the report and, if there, copied as it is.  Outside a transaction only.
    Raises BackupError for a place inside the vault, DiskFullError before the first byte when there is no
    room, CancelledError; whatever happens, nothing that looks like a backup remains of an unfinished one.
    """
    progress = progress or NoProgress()
    if destination.resolve().is_relative_to(vault.folder.resolve()):
        raise BackupError("A backup inside the vault would be lost with it.", hint="Choose another folder.")
    header.authentic(vault.folder, vault.keys)
    _roll_back_interrupted(vault)
    moment = vault.clock.now()
    make_destination(destination)
    finished = _free_name(destination, f"{PREFIX}{moment:%Y%m%dT%H%M%SZ}")
    partial = finished.with_name(finished.name + PARTIAL)
    make_private_folder(partial)
    try:
        with vault.session.reading() as conn:
            manifest = _copy_all(vault, conn, partial, iso_utc(moment), progress)
        manifests.write(partial, vault.keys, manifest)
        check(partial, vault.keys, progress)
        with translating(finished.name):
            partial.rename(finished)
            fsync_dir(destination)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    _note(vault, finished.name)
    return BackupReport(finished, len(manifest.entries), manifest.size, manifest.damaged)


def check(folder: Path, keys: UnlockedKeys, progress: Progress | None = None) -> Manifest:
    """The manifest of the backup in ``folder`` after every file was read and found to be what it says.

    Raises BackupError that names the first file that is not.
    """
    progress = progress or NoProgress()
    manifest = manifests.read(folder, keys)
    done, total = 0, manifest.size
    for entry in manifest.entries:
        check_cancelled(progress)
        require_entry(folder, entry, keys.digest)
        done += entry.size
        progress.report(done, total, "verify backup")
    return manifest


def require_entry(folder: Path, entry: Entry, digest_key: bytes) -> None:
    """Raise BackupError unless the file of ``entry`` under ``folder`` has its size and digest."""
    name = entry.path.rpartition("/")[2]
    try:
        found = file_state(folder / entry.path, digest_key)
    except VaultFileError as error:
        raise BackupError(f"This backup is not complete: {error.message}", hint="Use another one.") from None
    if found != FileState(entry.size, entry.digest):
        raise BackupError(f"In this backup the file {name} was altered.", hint="Use another backup.")


def copy_file(source: Path, target: Path, digest_key: bytes) -> FileState:
    """Copy ``source`` to the new private file ``target``, not yet synced; the state of what was read."""
    require_regular(source)
    digest = blake2b(key=digest_key, digest_size=DIGEST_SIZE)
    size = 0
    create_private(target)
    with translating(target.name), source.open("rb", buffering=0) as reading, target.open("r+b") as writing:
        while block := reading.read(_BLOCK):
            digest.update(block)
            writing.write(block)
            size += len(block)
    return FileState(size, digest.digest())


def make_destination(folder: Path) -> None:
    """Create ``folder`` if it is not there; one that is there keeps its rights."""
    if not folder.is_dir():
        make_private_folder(folder)


def _copy_all(vault: Vault, conn: Connection, target: Path, taken_at: str, progress: Progress) -> Manifest:
    expected = dict(_expected(vault, conn))
    total = sum(_size(vault.folder / path) for path in expected)
    require_space(target, total + total // 50 + (1 << 20))
    entries, damaged, done = [], [], 0
    for path, known in expected.items():
        check_cancelled(progress)
        make_private_folder((target / path).parent)
        try:
            state = copy_file(vault.folder / path, target / path, vault.keys.digest)
        except VaultFileError:
            if path in ALWAYS:
                raise
            damaged.append(path)
            continue
        if known not in (None, state) or has_journal(vault.folder / path):
            damaged.append(path)
        entries.append(Entry(path, state.size, state.digest))
        done += state.size
        progress.report(done, total, "backup")
    # After all are written, so that the system can gather the writes.
    sync_all([target / entry.path for entry in entries])
    return Manifest(vault.vault_id, taken_at, tuple(entries), tuple(damaged))


def _expected(vault: Vault, conn: Connection) -> Iterator[tuple[str, FileState | None]]:
    """Every file that counts, with its recorded state; None where the vault records none just now."""
    # Reading both files takes their shared locks, also in a vault that is open read-only.
    conn.execute(select(func.count()).select_from(schema_catalog.catalog_meta)).one()
    for name in ALWAYS:
        yield name, None
    state, key = schema_catalog.case_state.c, schema_vault.case_key.c
    query = (
        select(key.account_id, state.state, state.size, state.digest)
        .join_from(
            schema_vault.case_key, schema_catalog.case_state, key.account_id == state.account_id, isouter=True
        )
        .order_by(key.account_id)
    )
    for account_id, kept, size, digest in conn.execute(query):
        path = vault.door.path(account_id).relative_to(vault.folder).as_posix()
        _seq, known = vault.door.written.get(account_id, (0, None))
        yield path, FileState(size, digest) if kept == "clean" else known
    library = schema_vault.library_file.c
    for import_id, size, digest in conn.execute(select(library.import_id, library.size, library.digest)):
        yield vault.library.path(import_id).relative_to(vault.folder).as_posix(), FileState(size, digest)


def _roll_back_interrupted(vault: Vault) -> None:
    """Finish what a crash left in single cases: a file copied without its journal would be half a change."""
    if vault.read_only:
        return
    for journal in (vault.folder / CASES_FOLDER).glob("*/*.case-journal"):
        account_id = journal.name.removesuffix(".case-journal")
        if journal.stat().st_size > 0 and is_id(account_id):
            vault.rolls_back(account_id)


def _note(vault: Vault, name: str) -> None:
    if not vault.read_only:
        with vault.session.writing() as conn:
            vault.audit.append(conn, "backup", reason=name)


def _free_name(folder: Path, name: str) -> Path:
    for suffix in ("", *(f"-{number}" for number in range(2, 100))):
        candidate = folder / f"{name}{suffix}"
        if not candidate.exists() and not candidate.with_name(candidate.name + PARTIAL).exists():
            return candidate
    raise BackupError("Too many backups were made in this second.", hint="Try again.")


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size if os.path.lexists(path) else 0
    return 0
