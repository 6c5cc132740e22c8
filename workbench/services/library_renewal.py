"""Record files of an earlier version brought up to date, so that they are found by everything."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.base.progress import Progress, check_cancelled
from workbench.services.access import VaultAccess
from workbench.vault.files import require_space
from workbench.vault.library_file import LibraryFile
from workbench.vault.library_renewal import write_renewed
from workbench.vault.migrations import LIBRARY
from workbench.vault.vault import Vault

_SPACE = 2.5
"""How many times the old file's size must be free: the new one has more look-up tables."""


@dataclass(frozen=True, slots=True)
class OldFile:
    """A record file of an earlier version: found by exact last name, address, phone and e-mail only."""

    import_id: str
    file_name: str
    people: int


@dataclass(frozen=True, slots=True)
class Renewed:
    """What was brought up to date; ``people`` are in these files together."""

    files: tuple[OldFile, ...]
    people: int
    changes: Changes

    @property
    def words(self) -> str:
        """One sentence."""
        if not self.files:
            return "Every record file is up to date."
        files = "1 record file is" if len(self.files) == 1 else f"{len(self.files):,} record files are"
        return f"{files} up to date: {self.people:,} people are found by everything now."


def outdated(vault: Vault) -> tuple[OldFile, ...]:
    """The record files that an earlier version wrote, oldest import first.

    A file that is missing is none; LibraryDamagedError for one that cannot be opened.
    """
    records = {record.import_id: record for record in vault.registry.imports()}
    found: list[OldFile] = []
    for import_id in vault.library.ids():
        record = records.get(import_id)
        path = vault.library.path(import_id)
        if record is None or not path.is_file():
            continue
        with vault.library.open(import_id) as opened:
            if opened.version < LIBRARY.version:
                found.append(OldFile(import_id, record.file_name, opened.counts().people))
    return tuple(sorted(found, key=lambda old: (records[old.import_id].imported_at, old.import_id)))


def renew_library(access: VaultAccess, progress: Progress) -> Renewed:
    """Write every outdated record file anew; each counts as soon as it is done.

    Safe against a crash at any moment: a file is the old one or the new one.  The writing does not hold the
    vault.  A cancel (CancelledError) keeps the files that are done.  DiskFullError before a file that has
    no room.
    """
    done: list[OldFile] = []
    for old in access.call(outdated):
        check_cancelled(progress)
        access.call(lambda vault: vault.session.require_writable())
        _renew(access, old, progress)
        done.append(old)
    return Renewed(tuple(done), sum(old.people for old in done), Changes(imports=bool(done)))


def _renew(access: VaultAccess, old: OldFile, progress: Progress) -> None:
    path, key, opener = access.call(partial(_place, import_id=old.import_id))
    require_space(path.parent, int(path.stat().st_size * _SPACE))
    try:
        with opener() as opened:
            write_renewed(opened, path, key, progress)
        access.call(lambda vault: vault.library.put_renewed(old.import_id))
    except BaseException:
        with suppress(
            WorkbenchError, OSError
        ):  # what stands in the way of this too is settled at the next opening
            access.call(lambda vault: vault.library.settle_renewals())
        raise


def _place(vault: Vault, *, import_id: str) -> tuple[Path, bytes, Callable[[], LibraryFile]]:
    return vault.library.path(import_id), vault.library.key(import_id), vault.library.opener(import_id)
