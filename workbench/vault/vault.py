"""An open vault: the one object through which everything stored is read and changed.

A vault belongs to the thread that opened it, and one writer at a time holds its lock; readers in other
threads or programs open it read-only.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from workbench.base.clock import Clock, SystemClock
from workbench.base.errors import WorkbenchError
from workbench.base.progress import Progress
from workbench.model.case import CaseContent
from workbench.model.history import CaseChange
from workbench.model.work import WorkState
from workbench.vault import errors, header, open_files, selftest
from workbench.vault.case_builder import NewCase
from workbench.vault.case_editor import CaseEdit
from workbench.vault.casefile import CaseDoor
from workbench.vault.cases import Cases
from workbench.vault.catalog import Catalog
from workbench.vault.catalog_groups import find_groups
from workbench.vault.catalog_matched import MatchedDebtors
from workbench.vault.catalog_review import ReviewCatalog, fill_history
from workbench.vault.kdf import KdfCost
from workbench.vault.keys import UnlockedKeys
from workbench.vault.leftovers import clean_super_journals
from workbench.vault.library import Library
from workbench.vault.lock import VaultLock
from workbench.vault.registry import Registry
from workbench.vault.session import VAULT_FILE, Session
from workbench.vault.vault_audit import VaultAudit


class Vault:
    """An open vault; a context manager.  Made by :func:`create_vault` and :func:`open_vault` only.

    ``notices`` are sentences about what opening had to put right; show them.
    """

    def __init__(
        self,
        session: Session,
        unlocked: UnlockedKeys,
        lock: VaultLock | None,
        *,
        clock: Clock,
        actor: str,
        notices: tuple[str, ...] = (),
    ) -> None:
        self.folder = session.folder
        self.vault_id = unlocked.vault_id
        self.read_only = session.read_only
        self.actor = actor
        self.clock = clock
        self.notices = notices
        self.keys = unlocked
        self.session = session
        self.audit = VaultAudit(unlocked.audit_seed, unlocked.vault_id, actor, clock)
        self.door = CaseDoor(session, unlocked)
        self.catalog = Catalog(session)
        self.review = ReviewCatalog(session)
        self.matched = MatchedDebtors(session)
        self.registry = Registry(session, self.audit, clock)
        self.library = Library(session, unlocked, self.audit, clock)
        self._lock = lock
        self._cases = Cases(
            session, self.door, self.audit, vault_id=unlocked.vault_id, actor=actor, clock=clock
        )
        self._open = True

    # Cases

    def create_cases(
        self, contents: Iterable[CaseContent | NewCase], progress: Progress | None = None
    ) -> list[str]:
        """Create a case for each content, in batches of 500, each all or nothing; their account ids."""
        return self._cases.create(contents, progress)

    def create_case(self, content: CaseContent, work: WorkState | None = None) -> str:
        """Create one case; its account id."""
        return self._cases.create([NewCase(content, work)])[0]

    def read_case(self, account_id: str) -> CaseContent:
        """The content of a case; a CaseError that names file and account when the file cannot be trusted."""
        return self._cases.read(account_id)[0]

    def read_work(self, account_id: str) -> WorkState:
        """Next action, assignee and tags of a case."""
        return self._cases.read(account_id)[1]

    def read_account(self, account_id: str) -> tuple[CaseContent, WorkState]:
        """Content and work state in one reading."""
        return self._cases.read(account_id)

    def edit_case(self, account_id: str) -> AbstractContextManager[CaseEdit]:
        """``with vault.edit_case(id) as edit:`` stores everything put into ``edit`` in one transaction."""
        return self._cases.edit(account_id)

    def case_history(self, account_id: str) -> tuple[CaseChange, ...]:
        """Every commit to a case, oldest first, with the values it replaced."""
        return self._cases.history(account_id)

    def read_document(self, account_id: str, document_id: str) -> bytes:
        """The bytes of a document of a case."""
        return self._cases.document(account_id, document_id)

    def shred_case(self, account_id: str, reason: str) -> None:
        """Destroy a case for good: key, catalog rows, file.  Whether that is allowed, the caller decides."""
        self._cases.shred(account_id, reason)
        open_files.refresh_copy(self.folder)

    def shred_cases(self, account_ids: Sequence[str], reason: str) -> None:
        """Destroy several cases in one transaction, as :meth:`shred_case` does one."""
        self._cases.shred_many(account_ids, reason)
        open_files.refresh_copy(self.folder)

    # Life

    def put_in_order(self) -> None:
        """Finish or undo what a crash interrupted; part of opening for writing."""
        clean_super_journals(self.folder, self.rolls_back)
        self._cases.settle_construction()
        self.library.settle_construction()
        self.library.settle_renewals()
        fill_history(self.session, self.read_case)
        find_groups(self.session)

    def rolls_back(self, account_id: str) -> bool:
        """Open and close a case, which undoes its interrupted transaction; whether it could be opened."""
        try:
            with self.door.opened(account_id):
                return True
        except WorkbenchError:
            return False

    def close(self) -> None:
        """Record what was written, refresh ``vault.db.bak``, close the files, forget the keys."""
        if not self._open:
            return
        self._open = False
        self.library.close()
        try:
            if not self.read_only:
                self._cases.settle()
                if not open_files.key_store_fault(self.session):
                    open_files.refresh_copy(self.folder)
        finally:
            self.session.close()
            if self._lock is not None:
                self._lock.release()
            self.keys.forget()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_vault(
    folder: Path,
    passphrase: str,
    *,
    kdf: KdfCost | None = None,
    clock: Clock | None = None,
    actor: str = "owner",
) -> tuple[Vault, str]:
    """A new vault in ``folder`` (absent or empty), open for writing, and its recovery key to be printed.

    Raises VaultExistsError, WeakPassphraseError, CipherUnavailableError, or a MachineError.
    """
    selftest.assert_cipher()
    ticking = clock or SystemClock()
    unlocked, recovery = header.create(folder, passphrase, kdf, clock=ticking)
    lock = VaultLock(folder)
    lock.acquire()
    try:
        open_files.create_files(folder, unlocked, ticking)
        session = open_files.open_session(folder, unlocked, read_only=False)
    except BaseException:
        lock.release()
        raise
    vault = Vault(session, unlocked, lock, clock=ticking, actor=actor)
    with session.writing() as conn:
        vault.audit.append(conn, "create_vault")
    open_files.refresh_copy(folder)
    return vault, recovery


def open_vault(
    folder: Path,
    secret: str,
    *,
    read_only: bool = False,
    use_header_copy: bool = False,
    clock: Clock | None = None,
    actor: str = "owner",
) -> Vault:
    """Open the vault in ``folder`` by its passphrase or printed recovery key.

    For writing, takes the lock (VaultInUseError), and puts in order what a crash left.  A damaged or older
    ``vault.db`` is replaced by its copy and the vault's ``notices`` say so.  ``use_header_copy`` reads
    ``vault.hdr.bak``.  Raises what ``header.unlock`` raises, CatalogDamagedError, VaultDatabaseDamagedError
    when the copy does not help, VaultTooNewError, CipherUnavailableError, or a MachineError.
    """
    selftest.assert_cipher()
    unlocked = header.unlock(folder, secret, use_backup=use_header_copy)
    read_only = read_only or unlocked.newer_format
    lock = None if read_only else VaultLock(folder)
    if lock is not None:
        lock.acquire()
    try:
        if lock is not None:
            header.settle(folder, unlocked)
        vault = _opened(folder, unlocked, lock, clock or SystemClock(), actor)
    except BaseException:
        if lock is not None:
            lock.release()
        unlocked.forget()
        raise
    return vault


def _opened(folder: Path, unlocked: UnlockedKeys, lock: VaultLock | None, clock: Clock, actor: str) -> Vault:
    try:
        vault = _checked(folder, unlocked, lock, clock, actor)
    except errors.VaultDatabaseDamagedError as damage:
        stale = isinstance(damage, open_files.KeyStoreStaleError)
        with suppress(errors.VaultDatabaseDamagedError):
            return _opened_from_copy(folder, unlocked, lock, clock, actor, stale=stale)
        raise damage from None
    if not vault.read_only:
        vault.put_in_order()
    return vault


def _checked(folder: Path, unlocked: UnlockedKeys, lock: VaultLock | None, clock: Clock, actor: str) -> Vault:
    session = open_files.open_session(folder, unlocked, read_only=lock is None)
    vault = Vault(session, unlocked, lock, clock=clock, actor=actor)
    try:
        open_files.require_agreement(session, vault.audit)
    except BaseException:
        session.close()
        raise
    return vault


def _opened_from_copy(
    folder: Path, unlocked: UnlockedKeys, lock: VaultLock | None, clock: Clock, actor: str, *, stale: bool
) -> Vault:
    """Open with ``vault.db.bak``; for writing it takes the place of ``vault.db``.

    A copy older than the catalog is taken only when ``vault.db`` cannot be read at all.
    """
    with open_files.open_session(
        folder, unlocked, read_only=True, vault_file=open_files.VAULT_COPY
    ) as session:
        lost = open_files.missing_entries(session)
    if stale and lost:
        raise open_files.KeyStoreStaleError
    file = open_files.VAULT_COPY
    if lock is not None:
        open_files.restore_from_copy(folder, clock.now().strftime("%Y%m%dT%H%M%S"))
        file = VAULT_FILE
    session = open_files.open_session(folder, unlocked, read_only=lock is None, vault_file=file)
    notice = f"{VAULT_FILE} could not be used; its copy {open_files.VAULT_COPY} was used instead."
    if lost:
        notice += f" The last {lost} changes to it are lost; run verify."
    vault = Vault(session, unlocked, lock, clock=clock, actor=actor, notices=(notice,))
    if lock is not None:
        with session.writing() as conn:
            vault.audit.append(conn, "restore_key_store", reason=notice)
        clean_super_journals(folder, vault.rolls_back)
    return vault
