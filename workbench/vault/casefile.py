"""The one door to a case file: finds it, checks that it is the state last saved, attaches it.

A closed (clean) file is compared with its recorded size and digest before any key is used.  A file whose
digest is not recorded (a crash came before that) is read through once: every page's seal, the structure,
and every row against the audit chain.  Only then is anything of it handed out.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from workbench.base.errors import UserError
from workbench.vault import catalog_write, errors, keys, migrations, schema_catalog, schema_vault
from workbench.vault import schema_case as s
from workbench.vault.audit import CASE_CHAIN, ChainHead, chain_key
from workbench.vault.case_check import content_fault, documents_fault
from workbench.vault.files import FileState, file_state
from workbench.vault.keys import UnlockedKeys
from workbench.vault.session import Session, has_journal

CASES_FOLDER = "cases"
_KEY_KIND = "case"


class UnknownAccountError(UserError):
    """No account of that id is in the vault."""

    code = "account.unknown"

    def __init__(self, account_id: str) -> None:
        super().__init__(
            f"There is no account {account_id} in this vault.", hint="It may have been shredded."
        )


class UnknownDocumentError(UserError):
    """The case has no document of that id."""

    code = "document.unknown"

    def __init__(self) -> None:
        super().__init__("The case has no such document.")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the catalog says of a case file: its last commit, and size and digest when it was closed clean."""

    head: ChainHead
    clean: FileState | None


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case file that passed every check, attached to ``conn`` as ``casefile``."""

    conn: Connection
    account_id: str
    path: Path
    head: ChainHead
    chain_key: bytes


def case_name(account_id: str) -> str:
    """Where a case file lies below the vault's folder, with ``/``."""
    return f"{CASES_FOLDER}/{account_id[:2]}/{account_id}.case"


class CaseDoor:
    """Opens the case files of one vault through its session."""

    def __init__(self, session: Session, unlocked: UnlockedKeys) -> None:
        self._session = session
        self._keys = unlocked
        self._digest_key = unlocked.digest
        self._audit_seed = unlocked.audit_seed
        self.written: dict[str, tuple[int, FileState]] = {}
        """Cases this session wrote, with commit number and state at closing; not yet recorded as clean."""

    def path(self, account_id: str) -> Path:
        """Where the case file of ``account_id`` lies."""
        return self._session.folder / case_name(account_id)

    def chain_key(self, account_id: str) -> bytes:
        """The key of the audit chain of ``account_id``."""
        return chain_key(self._audit_seed, CASE_CHAIN, account_id)

    def wrap(self, account_id: str, file_key: bytes) -> dict[str, object]:
        """The row of ``case_key`` for a new case's own key."""
        wrapped = self._keys.wrap(file_key, kind=_KEY_KIND, owner=account_id)
        return {"account_id": account_id, "version": 1, "wrapped": wrapped}

    def database_key(self, account_id: str) -> bytes:
        """The key of the case file as a database; UnknownAccountError when it is not (or no longer) kept."""
        c = schema_vault.case_key.c
        query = select(c.version, c.wrapped).where(c.account_id == account_id)
        with self._session.reading() as conn:
            row = conn.execute(query).one_or_none()
        if row is None:
            raise UnknownAccountError(account_id)
        return keys.database_key(
            self._keys.unwrap(row.wrapped, kind=_KEY_KIND, owner=account_id, version=row.version)
        )

    def recorded(self, account_id: str) -> Recorded:
        """What the catalog says of the file; UnknownAccountError when it knows no such account."""
        c = schema_catalog.case_state.c
        with self._session.reading() as conn:
            row = conn.execute(
                select(schema_catalog.case_state).where(c.account_id == account_id)
            ).one_or_none()
        if row is None:
            raise UnknownAccountError(account_id)
        clean = FileState(row.size, row.digest) if row.state == "clean" else None
        return Recorded(ChainHead(row.commit_seq, row.audit_head), clean)

    @contextmanager
    def opened(self, account_id: str) -> Iterator[OpenCase]:
        """The case attached and checked; outside a transaction only.

        Raises CaseMissingError, CaseDamagedError, CaseReplacedError or CaseStaleError, each naming the file
        and the account, before anything of the file is shown.
        """
        with ExitStack() as stack:
            yield self._entered(account_id, stack)

    def _entered(self, account_id: str, stack: ExitStack) -> OpenCase:
        recorded = self.recorded(account_id)
        while True:
            try:
                with ExitStack() as attempt:
                    case = self._checked(account_id, recorded, attempt)
                    stack.push(attempt.pop_all())
                    return case
            except errors.CaseError:
                # A reader may have looked while the writer committed: then there is something new to compare.
                newer = self.recorded(account_id)
                if not self._session.read_only or newer == recorded:
                    raise
                recorded = newer

    def _checked(self, account_id: str, recorded: Recorded, stack: ExitStack) -> OpenCase:
        path, known = self.path(account_id), self._known_state(account_id, recorded)
        if known is not None:
            self._require_same_bytes(account_id, path, recorded, known)
        conn = stack.enter_context(self.attached(account_id, path))
        with self._session.reading(path.name):
            version = self._require_identity(conn, account_id, path, recorded.head)
        if version < migrations.CASE.version:
            self._upgrade(conn, account_id, recorded.head)
        if known is None:
            with self._session.reading(path.name):
                self._require_authentic(conn, account_id, path, recorded.head)
        if not self._session.read_only and (known is None or version < migrations.CASE.version):
            self.written[account_id] = (recorded.head.seq, self.measure(account_id))
        return OpenCase(conn, account_id, path, recorded.head, self.chain_key(account_id))

    def _upgrade(self, conn: Connection, account_id: str, head: ChainHead) -> None:
        file = self.path(account_id).name
        if self._session.read_only:
            raise errors.RecoveryNeededError(file, account=account_id, what="an older format")
        self.mark_dirty(account_id, head)
        with self._session.writing():
            migrations.upgrade(conn.exec_driver_sql, migrations.CASE, s.SCHEMA, file)

    def mark_dirty(self, account_id: str, head: ChainHead) -> None:
        """Record that the attached case is about to change; durable before the first byte of it does.

        So a recorded digest is always that of the file, and a crash never looks like tampering.
        """
        if account_id not in self.written:
            with self._session.writing() as conn:
                catalog_write.save_state(conn, catalog_write.state_row(account_id, head, None))
            self.written[account_id] = (head.seq, self.measure(account_id))

    def measure(self, account_id: str) -> FileState:
        """Size and digest of a closed case file."""
        return file_state(self.path(account_id), self._digest_key)

    def _known_state(self, account_id: str, recorded: Recorded) -> FileState | None:
        if recorded.clean is not None:
            return recorded.clean
        seq, state = self.written.get(account_id, (0, None))
        return state if seq == recorded.head.seq else None

    @contextmanager
    def attached(self, account_id: str, path: Path) -> Iterator[Connection]:
        """The case file attached but not checked; errors name file and account."""
        key = self.database_key(account_id)
        try:
            attached = self._session.with_case(path, key)
            conn = attached.__enter__()
        except errors.DatabaseMissingError:
            raise errors.CaseMissingError(path.name, account=account_id) from None
        except errors.VaultFileError as error:
            raise errors.CaseDamagedError(path.name, account=account_id, what=error.what) from None
        try:
            yield conn
        except errors.DatabaseDamagedError as error:
            if error.file != path.name:
                raise
            raise errors.CaseDamagedError(path.name, account=account_id, what=error.what) from None
        finally:
            attached.__exit__(None, None, None)

    def _require_same_bytes(self, account_id: str, path: Path, recorded: Recorded, known: FileState) -> None:
        if has_journal(path):
            raise errors.CaseDamagedError(
                path.name, account=account_id, what="a foreign journal lies beside it"
            )
        try:
            found = self.measure(account_id)
        except errors.DatabaseMissingError:
            raise errors.CaseMissingError(path.name, account=account_id) from None
        except errors.VaultFileError as error:
            raise errors.CaseDamagedError(path.name, account=account_id, what=error.what) from None
        if found == known:
            return
        if found.size < known.size:
            what = f"{found.size} bytes where {known.size} were saved"
        else:
            what = self._diagnosis(account_id, path, recorded)
        raise errors.CaseDamagedError(path.name, account=account_id, what=what)

    def _diagnosis(self, account_id: str, path: Path, recorded: Recorded) -> str:
        """Raises the more exact error if there is one, else says what is wrong with a file that differs."""
        with self.attached(account_id, path) as conn, self._session.reading(path.name):
            self._require_identity(conn, account_id, path, recorded.head)
        return "its content is not what was saved"

    def _require_identity(self, conn: Connection, account_id: str, path: Path, head: ChainHead) -> int:
        """The version of the attached file, once vault, account and commit number are those expected."""
        try:
            version = migrations.version_of(conn.exec_driver_sql, migrations.CASE, s.SCHEMA, path.name)
            row = conn.execute(select(s.meta.c.vault_id, s.meta.c.account_id, s.meta.c.commit_seq)).one()
        except errors.DatabaseDamagedError:
            raise errors.CaseReplacedError(path.name, account=account_id) from None
        if (row.vault_id, row.account_id) != (self._keys.vault_id, account_id):
            raise errors.CaseReplacedError(path.name, account=account_id)
        if row.commit_seq != head.seq:
            what = f"it holds {row.commit_seq} commits, the catalog {head.seq}"
            raise errors.CaseStaleError(path.name, account=account_id, what=what)
        return version

    def _require_authentic(self, conn: Connection, account_id: str, path: Path, head: ChainHead) -> None:
        what = deep_fault(conn, self.chain_key(account_id), head)
        if what:
            raise errors.CaseDamagedError(path.name, account=account_id, what=what)


def deep_fault(conn: Connection, key: bytes, mirror: ChainHead | None) -> str:
    """What is wrong with the attached case: pages, structure, audit chain, rows, documents; "" if nothing is.

    ``mirror`` is the chain's head as recorded elsewhere; None where it is not known.
    """
    return structure_fault(conn, s.SCHEMA) or content_fault(conn, key, mirror) or documents_fault(conn)


def structure_fault(conn: Connection, schema: str) -> str:
    """What SQLCipher's page seals and SQLite's structure check object to; "" when neither does."""
    pages = conn.exec_driver_sql(f"PRAGMA {schema}.cipher_integrity_check").fetchall()
    if pages:
        return f"{len(pages)} pages fail their seal"
    found = conn.exec_driver_sql(f"PRAGMA {schema}.integrity_check").fetchall()
    return "" if [tuple(row) for row in found] == [("ok",)] else "its structure is damaged"
