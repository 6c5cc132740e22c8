"""Backing a vault up into a folder, and checking a backup.

A backup is the vault's own encrypted files and a sealed list of them.  It is made in ``….partial``, read back
from the disk, and only then gets its name, so that one that looks complete is complete.  Most of the copying
holds nothing.  A transaction at its end settles what changed meanwhile, told by the digests that the vault
records: no file changes between its beginning and its end, and other writers wait.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import Connection, func, select

from workbench.base.clock import iso_utc
from workbench.base.ids import is_id
from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.vault import backup_manifest as manifests
from workbench.vault import header, schema_catalog, schema_vault
from workbench.vault.access import DirectAccess, VaultAccess
from workbench.vault.backup_manifest import ALWAYS, Entry, Manifest
from workbench.vault.casefile import CASES_FOLDER, case_name
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
_ROUNDS = 2
"""Times that is copied what changed meanwhile, before the vault is held for the rest of it."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A finished backup: where, how many files and bytes, and files of the vault that were bad already."""

    folder: Path
    files: int
    size: int
    damaged: tuple[str, ...]


def backup(vault: Vault, destination: Path, progress: Progress | None = None) -> BackupReport:
    """As ``backup_in_pieces``, from the thread that owns the vault."""
    return backup_in_pieces(DirectAccess(vault), destination, progress)


def backup_in_pieces(
    access: VaultAccess, destination: Path, progress: Progress | None = None
) -> BackupReport:
    """Copy a vault into a new folder ``destination/backup-<UTC time>``, verified by reading it again.

    The vault can be worked in meanwhile; the backup is what it was at one moment, near the end: what has
    changed since it was copied is copied again then.  A case or record file that is missing, or not what was
    last saved, does not stop the rest: it is named in the report and, if there, copied as it is.  Outside a
    transaction only.
    Raises BackupError for a place inside the vault, DiskFullError before the first byte when there is no
    room, CancelledError; whatever happens, nothing that looks like a backup remains of an unfinished one.
    """
    progress = progress or NoProgress()
    begun = access.call(partial(_begin, destination=destination))
    unfinished = begun.finished.with_name(begun.finished.name + PARTIAL)
    make_private_folder(unfinished)
    try:
        require_space(unfinished, begun.size + begun.size // 50 + (1 << 20))
        copies = _Copies(begun, unfinished, progress)
        for _ in range(_ROUNDS):
            copies.take(access.call(_recorded_now))
        manifest = access.call(copies.settle)
        with translating(unfinished.name):
            sync_all([unfinished / entry.path for entry in manifest.entries])
        access.call(lambda vault: manifests.write(unfinished, vault.keys, manifest))
        _require_all(
            unfinished,
            access.call(lambda vault: manifests.read(unfinished, vault.keys)),
            begun.digest_key,
            progress,
        )
        with translating(begun.finished.name):
            unfinished.rename(begun.finished)
            fsync_dir(destination)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    access.call(partial(_note, name=begun.finished.name))
    return BackupReport(begun.finished, len(manifest.entries), manifest.size, manifest.damaged)


def check(folder: Path, keys: UnlockedKeys, progress: Progress | None = None) -> Manifest:
    """The manifest of the backup in ``folder`` after every file was read and found to be what it says.

    Raises BackupError that names the first file that is not.
    """
    manifest = manifests.read(folder, keys)
    _require_all(folder, manifest, keys.digest, progress or NoProgress())
    return manifest


def _require_all(folder: Path, manifest: Manifest, digest_key: bytes, progress: Progress) -> None:
    done, total = 0, manifest.size
    for entry in manifest.entries:
        check_cancelled(progress)
        require_entry(folder, entry, digest_key)
        done += entry.size
        progress.report(done, total, "verify backup")


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


@dataclass(frozen=True, slots=True)
class _Begun:
    """What a backup starts from: the vault's folder, the backup's, and the bytes there are by now."""

    folder: Path
    finished: Path
    digest_key: bytes
    size: int


def _begin(vault: Vault, destination: Path) -> _Begun:
    if destination.resolve().is_relative_to(vault.folder.resolve()):
        raise BackupError("A backup inside the vault would be lost with it.", hint="Choose another folder.")
    header.authentic(vault.folder, vault.keys)
    _roll_back_interrupted(vault)
    make_destination(destination)
    finished = _free_name(destination, f"{PREFIX}{vault.clock.now():%Y%m%dT%H%M%SZ}")
    recorded = _recorded_now(vault)
    size = sum(known.size if known else _size(vault.folder / path) for path, known in recorded.items())
    return _Begun(vault.folder, finished, vault.keys.digest, size)


def _recorded_now(vault: Vault) -> dict[str, FileState | None]:
    with vault.session.reading() as conn:
        return dict(_expected(vault, conn))


class _Copies:
    """The files of a backup under way; most are copied while the vault is being worked in."""

    def __init__(self, begun: _Begun, target: Path, progress: Progress) -> None:
        self._begun = begun
        self._target = target
        self._progress = progress
        self._copied: dict[str, FileState] = {}
        self._bytes = 0

    def take(self, recorded: dict[str, FileState | None]) -> None:
        """Copy what is not copied yet as it is recorded; nothing is held, a torn copy has another state."""
        for path, known in recorded.items():
            if known is not None and self._copied.get(path) != known:
                with suppress(VaultFileError):
                    self._copy(path)

    def settle(self, vault: Vault) -> Manifest:
        """Copy again what has changed, in a transaction: no file changes until it ends."""
        damaged = []
        with vault.session.reading() as conn:
            recorded = dict(_expected(vault, conn))
            for path in self._copied.keys() - recorded.keys():
                self._forget(path)  # shredded meanwhile
            for path, known in recorded.items():
                if known is None or self._copied.get(path) != known:
                    damaged += self._copy_last(path, known)
            taken_at = iso_utc(vault.clock.now())
        kept = [(path, self._copied[path]) for path in recorded if path in self._copied]
        entries = [Entry(path, state.size, state.digest) for path, state in kept]
        return Manifest(vault.vault_id, taken_at, tuple(entries), tuple(damaged))

    def _copy_last(self, path: str, known: FileState | None) -> list[str]:
        """Copy ``path`` as it is; its name if it is not as it should be."""
        try:
            state = self._copy(path)
        except VaultFileError:
            if path in ALWAYS:
                raise
            return [path]
        return [path] if known not in (None, state) or has_journal(self._begun.folder / path) else []

    def _copy(self, path: str) -> FileState:
        check_cancelled(self._progress)
        self._forget(path)
        make_private_folder((self._target / path).parent)
        try:
            state = copy_file(self._begun.folder / path, self._target / path, self._begun.digest_key)
        except BaseException:
            self._forget(path)
            raise
        self._copied[path] = state
        self._bytes += state.size
        self._progress.report(min(self._bytes, self._begun.size), self._begun.size, "backup")
        return state

    def _forget(self, path: str) -> None:
        self._copied.pop(path, None)
        (self._target / path).unlink(missing_ok=True)


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
        path = case_name(account_id)
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
