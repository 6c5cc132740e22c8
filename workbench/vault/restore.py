"""Making a vault from a backup: only into a place that is free, and only after every file was checked.

The new vault is put together beside its destination and gets its name when all of it is on the disk.  It is
the backup's state: what was shredded after the backup was taken is in it again.
"""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.base.clock import from_iso_utc
from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.vault import header
from workbench.vault.backup import PARTIAL, PREFIX, check, copy_file, make_destination
from workbench.vault.backup_manifest import MANIFEST_NAME, Manifest
from workbench.vault.casefile import CASES_FOLDER
from workbench.vault.construction import sync_all
from workbench.vault.errors import BackupError, VaultExistsError
from workbench.vault.files import FileState, fsync_dir, make_private_folder, require_space
from workbench.vault.keys import UnlockedKeys
from workbench.vault.library import LIBRARY_FOLDER
from workbench.vault.open_files import refresh_copy
from workbench.vault.translate import translating


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """A restored vault: where, from which backup and moment, how much; files that were bad already."""

    folder: Path
    source: Path
    taken_at: datetime
    files: int
    size: int
    damaged: tuple[str, ...]


def restore(source: Path, destination: Path, secret: str, progress: Progress | None = None) -> RestoreReport:
    """Make the vault ``destination`` (absent or empty) from the backup ``source``.

    ``source`` is a backup's folder, or one that holds backups: then the newest finished one is taken.  The
    secret is one that opened the vault when the backup was made.  Raises BackupError when a file is missing
    or altered, VaultExistsError, what ``header.unlock`` raises, or a MachineError; then nothing remains.
    """
    progress = progress or NoProgress()
    chosen = find_backup(source)
    if destination.exists() and (not destination.is_dir() or any(destination.iterdir())):
        raise VaultExistsError("The folder to restore into is not empty; nothing was changed.")
    if destination.resolve().is_relative_to(chosen.resolve()):
        raise BackupError("A vault cannot be restored into its own backup.", hint="Choose another folder.")
    keys = header.unlock(chosen, secret)
    try:
        manifest = check(chosen, keys, progress)
        _assemble(chosen, destination, keys, manifest, progress)
    finally:
        keys.forget()
    return RestoreReport(
        destination,
        chosen,
        from_iso_utc(manifest.taken_at),
        len(manifest.entries),
        manifest.size,
        manifest.damaged,
    )


def find_backup(source: Path) -> Path:
    """``source`` if it is a backup, else the newest finished backup in it; BackupError if there is none."""
    if (source / MANIFEST_NAME).is_file():
        return source
    found = sorted(
        path
        for path in (source.glob(f"{PREFIX}*") if source.is_dir() else ())
        if not path.name.endswith(PARTIAL) and (path / MANIFEST_NAME).is_file()
    )
    if not found:
        raise BackupError(
            "This folder holds no complete backup: manifest.bin is missing.",
            hint="Choose a folder that a backup finished.",
        )
    return found[-1]


def _assemble(
    source: Path, destination: Path, keys: UnlockedKeys, manifest: Manifest, progress: Progress
) -> None:
    make_destination(destination.parent)
    require_space(destination.parent, manifest.size + (1 << 20))
    partial = destination.with_name(destination.name + PARTIAL)
    if partial.exists():
        raise VaultExistsError(f"{partial.name} is left from an interrupted restore; remove it first.")
    make_private_folder(partial)
    try:
        _copy_checked(source, partial, keys, manifest, progress)
        header.copy(partial, keys)
        refresh_copy(partial)
        with translating(destination.name):
            if destination.exists():
                destination.rmdir()
            partial.rename(destination)
            fsync_dir(destination.parent)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise


def _copy_checked(
    source: Path, target: Path, keys: UnlockedKeys, manifest: Manifest, progress: Progress
) -> None:
    for folder in (CASES_FOLDER, LIBRARY_FOLDER):
        make_private_folder(target / folder)
    done, total = 0, manifest.size
    for entry in manifest.entries:
        check_cancelled(progress)
        path = target / entry.path
        make_private_folder(path.parent)
        if copy_file(source / entry.path, path, keys.digest) != FileState(entry.size, entry.digest):
            raise BackupError(f"In this backup the file {path.name} changed while it was read.")
        done += entry.size
        progress.report(done, total, "restore")
    sync_all([target / entry.path for entry in manifest.entries])
    for folder in (CASES_FOLDER, LIBRARY_FOLDER, "."):
        fsync_dir(target / folder)
