"""Checks a whole vault and says, file by file, what is wrong; changes nothing."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from pathlib import Path

from sqlalchemy import select

from workbench.base.errors import CancelledError, VaultError, WorkbenchError
from workbench.base.ids import is_id
from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.vault import errors, header, open_files, schema_catalog, schema_vault
from workbench.vault.access import DirectAccess, VaultAccess
from workbench.vault.audit import check_chain
from workbench.vault.casefile import CASES_FOLDER, case_name, deep_fault, structure_fault
from workbench.vault.files import FileState, file_state
from workbench.vault.library import LIBRARY_FOLDER
from workbench.vault.library_file import LibraryFile
from workbench.vault.registry import UnknownImportError
from workbench.vault.session import CATALOG_FILE, VAULT_FILE
from workbench.vault.vault import Vault
from workbench.vault.vault_audit import mirrored

_A_PIECE = 25
"""Cases checked at once; whoever works in the vault waits for about 50 ms."""


class Severity(IntEnum):
    """GOOD: as it should be.  WARN: nothing is lost, put it right.  CRITICAL: something cannot be used."""

    GOOD = 0
    WARN = 1
    CRITICAL = 2


@dataclass(frozen=True, slots=True)
class VerifyItem:
    """One finding; ``file`` is relative to the vault folder, ``account`` the id of its account if any."""

    severity: Severity
    file: str
    what: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """All findings; one GOOD item for each part in which nothing was found."""

    items: tuple[VerifyItem, ...]
    cases: int
    libraries: int

    @property
    def worst(self) -> Severity:
        """The gravest finding."""
        return max((item.severity for item in self.items), default=Severity.GOOD)

    @property
    def problems(self) -> tuple[VerifyItem, ...]:
        """What is not GOOD, the gravest first."""
        found = [item for item in self.items if item.severity is not Severity.GOOD]
        return tuple(sorted(found, key=lambda item: (-item.severity, item.file)))


def verify(vault: Vault, *, deep: bool = True, progress: Progress | None = None) -> VerifyReport:
    """As ``verify_in_pieces``, from the thread that owns the vault."""
    return verify_in_pieces(DirectAccess(vault), deep=deep, progress=progress)


def verify_in_pieces(
    access: VaultAccess, *, deep: bool = True, progress: Progress | None = None
) -> VerifyReport:
    """Check every file of an open vault; it can be worked in meanwhile.

    Without ``deep``, files are compared with recorded sizes and digests only; with it, every page's seal,
    structure, audit chain, row and document is checked too (2 to 4 ms a case).  An account or record file
    that comes, goes or is renewed meanwhile is not judged.  CancelledError when the person stops it.
    """
    check = _Check(access, deep=deep, progress=progress or NoProgress())
    parts: tuple[tuple[str, Callable[[], Iterable[VerifyItem]]], ...] = (
        ("header", partial(access.call, _header)),
        ("key store", partial(access.call, _key_store)),
        ("catalog", partial(access.call, _catalog)),
        ("case files", check.cases),
        ("record files", check.libraries),
        ("access rights", check.modes),
    )
    items: list[VerifyItem] = []
    for name, part in parts:
        found = list(part())
        items += found or [VerifyItem(Severity.GOOD, name, "nothing found")]
    return VerifyReport(tuple(items), check.case_count, check.library_count)


def _critical(file: str, what: str, account: str = "") -> VerifyItem:
    return VerifyItem(Severity.CRITICAL, file, what, account)


def _warn(file: str, what: str, account: str = "") -> VerifyItem:
    return VerifyItem(Severity.WARN, file, what, account)


def _header(vault: Vault) -> list[VerifyItem]:
    """Header and its copy."""
    folder = vault.folder
    try:
        header.authentic(folder, vault.keys)
    except VaultError as error:
        return [_critical(header.HEADER_NAME, error.message)]
    copy = folder / header.COPY_NAME
    if not copy.is_file() or copy.read_bytes() != (folder / header.HEADER_NAME).read_bytes():
        return [_warn(header.COPY_NAME, "it is missing or differs from vault.hdr")]
    return []


def _key_store(vault: Vault) -> list[VerifyItem]:
    """vault.db, its audit chain and its copy."""
    if fault := open_files.key_store_fault(vault.session):
        return [_critical(VAULT_FILE, fault)]
    found = []
    with vault.session.reading(VAULT_FILE) as conn:
        broken = check_chain(vault.audit.key, vault.audit.entries(conn), mirrored(conn))
    if broken:
        found.append(_critical(VAULT_FILE, f"audit entry {broken.position}: {broken.what}"))
    if fault := open_files.copy_fault(vault.folder, vault.keys):
        found.append(_warn(open_files.VAULT_COPY, fault))
    return found


def _catalog(vault: Vault) -> list[VerifyItem]:
    """catalog.db, and whether it knows the same accounts as the key store."""
    with vault.session.reading() as conn:
        if fault := structure_fault(conn, "main"):
            return [_critical(CATALOG_FILE, fault)]
    keyed, known = _keyed(vault), _known(vault)
    lost = "an account with a key is missing; run rebuild"
    found = [_critical(CATALOG_FILE, lost, account_id) for account_id in sorted(keyed - known)]
    keyless = "the key of an account is missing"
    found += [_critical(VAULT_FILE, keyless, account_id) for account_id in sorted(known - keyed)]
    journals = sorted(vault.folder.glob(f"{CATALOG_FILE}-mj*"))
    return found + [_warn(journal.name, "left over from a crash") for journal in journals]


def _cases(vault: Vault, account_ids: list[str], *, deep: bool) -> list[VerifyItem]:
    """What is wrong with these case files, of those that are still accounts of the vault."""
    there = _keyed(vault, account_ids)
    return [item for i in account_ids if i in there for item in _case(vault, i, deep=deep)]


def _case(vault: Vault, account_id: str, *, deep: bool) -> Iterator[VerifyItem]:
    name = case_name(account_id)
    try:
        with vault.door.opened(account_id) as case:
            if deep:
                with vault.session.reading(case.path.name) as conn:
                    fault = deep_fault(conn, case.chain_key, case.head)
                if fault:
                    yield _critical(name, fault, account_id)
    except errors.CaseError as error:
        yield _critical(name, error.what or error.trouble, account_id)
    except WorkbenchError as error:
        yield _critical(name, error.message, account_id)


def _keyed(vault: Vault, among: list[str] | None = None) -> set[str]:
    """Accounts that have a key, all or those ``among`` the given ones."""
    column = schema_vault.case_key.c.account_id
    query = select(column) if among is None else select(column).where(column.in_(among))
    with vault.session.reading() as conn:
        return set(conn.scalars(query))


def _known(vault: Vault) -> set[str]:
    with vault.session.reading() as conn:
        return set(conn.scalars(select(schema_catalog.case_state.c.account_id)))


@dataclass(frozen=True, slots=True)
class _RecordFile:
    """What checking a record file needs of the vault."""

    path: Path
    recorded: FileState
    opener: Callable[[], LibraryFile]


def _recorded(vault: Vault, import_id: str) -> FileState | None:
    """The state that is recorded of a library file; None when its import is not (or no longer) kept."""
    try:
        return vault.library.recorded(import_id)
    except UnknownImportError:
        return None


def _record_file(vault: Vault, import_id: str) -> _RecordFile:
    library = vault.library
    return _RecordFile(library.path(import_id), library.recorded(import_id), library.opener(import_id))


class _Check:
    """The parts of one verification that take long."""

    def __init__(self, access: VaultAccess, *, deep: bool, progress: Progress) -> None:
        self._access = access
        self._deep = deep
        self._progress = progress
        self._folder = access.call(lambda vault: vault.folder)
        self._digest_key = access.call(lambda vault: vault.keys.digest)
        self.case_count = 0
        self.library_count = 0

    def cases(self) -> Iterator[VerifyItem]:
        """Every case file, and files that belong to no account."""
        ids = sorted(self._access.call(lambda vault: _keyed(vault) & _known(vault)))
        for start in range(0, len(ids), _A_PIECE):
            check_cancelled(self._progress)
            self._progress.report(start, len(ids), "cases")
            some = ids[start : start + _A_PIECE]
            yield from self._access.call(partial(_cases, account_ids=some, deep=self._deep))
        self.case_count = len(ids)
        yield from self._extra(
            CASES_FOLDER, ".case", lambda vault: {vault.door.path(i) for i in _keyed(vault)}
        )

    def libraries(self) -> Iterator[VerifyItem]:
        """Every library file, and files that belong to no import."""
        ids = self._access.call(lambda vault: vault.library.ids())
        for number, import_id in enumerate(ids, 1):
            check_cancelled(self._progress)
            self._progress.report(number, len(ids), "record files")
            yield from self._library_file(import_id)
        self.library_count = len(ids)
        yield from self._extra(LIBRARY_FOLDER, ".records", lambda vault: vault.library.expected_paths())

    def _library_file(self, import_id: str) -> Iterator[VerifyItem]:
        """A library file is read in this thread: it is written once, and reading a large one takes long."""
        before = self._access.call(partial(_recorded, import_id=import_id))
        fault = self._library_fault(import_id) if before else ""
        if fault and before == self._access.call(partial(_recorded, import_id=import_id)):
            yield _critical(f"{LIBRARY_FOLDER}/{import_id}.records", fault)

    def _library_fault(self, import_id: str) -> str:
        try:
            file = self._access.call(partial(_record_file, import_id=import_id))
            with file.opener() as opened:
                if file_state(file.path, self._digest_key) != file.recorded:
                    return "its content is not what was written"
                return opened.fault() if self._deep else ""
        except CancelledError:
            raise
        except errors.LibraryError as error:
            return error.what or error.trouble
        except WorkbenchError as error:
            return error.message

    def modes(self) -> Iterator[VerifyItem]:
        """Files and folders that others than their owner could read (POSIX only)."""
        if os.name != "posix":
            return
        for path in self._everything(self._folder):
            with suppress(FileNotFoundError):
                if stat.S_IMODE(path.lstat().st_mode) & 0o077:
                    yield _warn(path.relative_to(self._folder.parent).as_posix(), "others may read it")

    def _everything(self, folder: Path) -> Iterator[Path]:
        yield folder
        yield from sorted(folder.rglob("*"))

    def _extra(
        self, folder: str, suffix: str, expected: Callable[[Vault], set[Path]]
    ) -> Iterator[VerifyItem]:
        """Files that belong to nothing; looked for first, so that what is made meanwhile is expected."""
        found = sorted((self._folder / folder).rglob(f"*{suffix}"))
        known = self._access.call(expected)
        for path in found:
            if path not in known and path.exists():
                name = path.relative_to(self._folder).as_posix()
                account = path.stem if is_id(path.stem) and suffix == ".case" else ""
                yield _warn(name, "it belongs to nothing in this vault", account)
