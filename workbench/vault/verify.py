"""Checks a whole vault and says, file by file, what is wrong; changes nothing."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from sqlalchemy import select

from workbench.base.errors import VaultError, WorkbenchError
from workbench.base.ids import is_id
from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.vault import errors, header, open_files, schema_catalog, schema_vault
from workbench.vault.audit import check_chain
from workbench.vault.casefile import CASES_FOLDER, deep_fault, structure_fault
from workbench.vault.files import file_state
from workbench.vault.library import LIBRARY_FOLDER
from workbench.vault.session import CATALOG_FILE, VAULT_FILE
from workbench.vault.vault import Vault
from workbench.vault.vault_audit import mirrored

_TELL_EVERY = 200


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
    """Check every file of an open vault.

    Without ``deep``, files are compared with recorded sizes and digests only; with it, every page's seal,
    structure, audit chain, row and document is checked too (about 2 ms a case).  CancelledError when the
    person stops it.
    """
    check = _Check(vault, deep=deep, progress=progress or NoProgress())
    parts: tuple[tuple[str, Callable[[], Iterator[VerifyItem]]], ...] = (
        ("header", check.header),
        ("key store", check.key_store),
        ("catalog", check.catalog),
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


class _Check:
    """The parts of one verification."""

    def __init__(self, vault: Vault, *, deep: bool, progress: Progress) -> None:
        self._vault = vault
        self._deep = deep
        self._progress = progress
        self.case_count = 0
        self.library_count = 0

    def header(self) -> Iterator[VerifyItem]:
        """Header and its copy."""
        folder = self._vault.folder
        try:
            header.authentic(folder, self._vault.keys)
        except VaultError as error:
            yield _critical(header.HEADER_NAME, error.message)
            return
        copy = folder / header.COPY_NAME
        if not copy.is_file() or copy.read_bytes() != (folder / header.HEADER_NAME).read_bytes():
            yield _warn(header.COPY_NAME, "it is missing or differs from vault.hdr")

    def key_store(self) -> Iterator[VerifyItem]:
        """vault.db, its audit chain and its copy."""
        if fault := open_files.key_store_fault(self._vault.session):
            yield _critical(VAULT_FILE, fault)
            return
        with self._vault.session.reading(VAULT_FILE) as conn:
            audit = self._vault.audit
            broken = check_chain(audit.key, audit.entries(conn), mirrored(conn))
        if broken:
            yield _critical(VAULT_FILE, f"audit entry {broken.position}: {broken.what}")
        if fault := open_files.copy_fault(self._vault.folder, self._vault.keys):
            yield _warn(open_files.VAULT_COPY, fault)

    def catalog(self) -> Iterator[VerifyItem]:
        """catalog.db, and whether it knows the same accounts as the key store."""
        with self._vault.session.reading() as conn:
            if fault := structure_fault(conn, "main"):
                yield _critical(CATALOG_FILE, fault)
                return
        keyed, known = self._keyed(), self._known()
        for account_id in sorted(keyed - known):
            yield _critical(CATALOG_FILE, "an account with a key is missing; run rebuild", account_id)
        for account_id in sorted(known - keyed):
            yield _critical(VAULT_FILE, "the key of an account is missing", account_id)
        for journal in sorted(self._vault.folder.glob(f"{CATALOG_FILE}-mj*")):
            yield _warn(journal.name, "left over from a crash")

    def cases(self) -> Iterator[VerifyItem]:
        """Every case file, and files that belong to no account."""
        ids = sorted(self._keyed() & self._known())
        for number, account_id in enumerate(ids, 1):
            if number % _TELL_EVERY == 1:
                check_cancelled(self._progress)
                self._progress.report(number, len(ids), "cases")
            yield from self._case(account_id)
        self.case_count = len(ids)
        yield from self._extra(CASES_FOLDER, ".case", {self._vault.door.path(i) for i in self._keyed()})

    def _case(self, account_id: str) -> Iterator[VerifyItem]:
        door = self._vault.door
        name = door.path(account_id).relative_to(self._vault.folder).as_posix()
        try:
            with door.opened(account_id) as case:
                if self._deep:
                    with self._vault.session.reading(case.path.name) as conn:
                        fault = deep_fault(conn, case.chain_key, case.head)
                    if fault:
                        yield _critical(name, fault, account_id)
        except errors.CaseError as error:
            yield _critical(name, error.what or error.trouble, account_id)
        except WorkbenchError as error:
            yield _critical(name, error.message, account_id)

    def libraries(self) -> Iterator[VerifyItem]:
        """Every library file, and files that belong to no import."""
        library = self._vault.library
        ids = library.ids()
        for number, import_id in enumerate(ids, 1):
            check_cancelled(self._progress)
            self._progress.report(number, len(ids), "record files")
            yield from self._library_file(import_id)
        self.library_count = len(ids)
        yield from self._extra(LIBRARY_FOLDER, ".records", {library.path(import_id) for import_id in ids})

    def _library_file(self, import_id: str) -> Iterator[VerifyItem]:
        library = self._vault.library
        name = f"{LIBRARY_FOLDER}/{library.path(import_id).name}"
        try:
            with library.open(import_id) as opened:
                if file_state(library.path(import_id), self._vault.keys.digest) != library.recorded(
                    import_id
                ):
                    yield _critical(name, "its content is not what was written")
                elif self._deep and (fault := opened.fault()):
                    yield _critical(name, fault)
        except errors.LibraryError as error:
            yield _critical(name, error.what or error.trouble)
        except WorkbenchError as error:
            yield _critical(name, error.message)

    def modes(self) -> Iterator[VerifyItem]:
        """Files and folders that others than their owner could read (POSIX only)."""
        if os.name != "posix":
            return
        for path in self._everything(self._vault.folder):
            wide = stat.S_IMODE(path.lstat().st_mode) & 0o077
            if wide:
                yield _warn(path.relative_to(self._vault.folder.parent).as_posix(), "others may read it")

    def _everything(self, folder: Path) -> Iterator[Path]:
        yield folder
        yield from sorted(folder.rglob("*"))

    def _extra(self, folder: str, suffix: str, expected: set[Path]) -> Iterator[VerifyItem]:
        for path in sorted((self._vault.folder / folder).rglob(f"*{suffix}")):
            if path not in expected:
                name = path.relative_to(self._vault.folder).as_posix()
                account = path.stem if is_id(path.stem) and suffix == ".case" else ""
                yield _warn(name, "it belongs to nothing in this vault", account)

    def _keyed(self) -> set[str]:
        with self._vault.session.reading() as conn:
            return set(conn.scalars(select(schema_vault.case_key.c.account_id)))

    def _known(self) -> set[str]:
        with self._vault.session.reading() as conn:
            return set(conn.scalars(select(schema_catalog.case_state.c.account_id)))
