"""Makes catalog.db again from vault.db and the case files, whatever became of the old one.

The new catalog is complete before it takes the old one's place.  Pending leads are not part of it: they
come back by matching the library again; but those that a person proposed stand in their cases.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from workbench.base.clock import Clock, SystemClock
from workbench.base.errors import WorkbenchError
from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.model.lead import Lead, LeadStatus
from workbench.vault import catalog_write, errors, header, migrations, open_files, schema_vault, selftest
from workbench.vault import schema_case as s
from workbench.vault.audit import ChainHead
from workbench.vault.case_codec import UnreadableBodyError
from workbench.vault.case_rows import read_content
from workbench.vault.casefile import CaseDoor, deep_fault
from workbench.vault.catalog_leads import add_leads
from workbench.vault.files import FileState, fsync_dir, replace
from workbench.vault.keys import UnlockedKeys
from workbench.vault.lock import VaultLock
from workbench.vault.projection import Projection, project
from workbench.vault.session import CATALOG_FILE, Session, journal_of
from workbench.vault.translate import translating
from workbench.vault.vault import open_vault
from workbench.vault.vault_audit import VaultAudit, mirror

_NEW_CATALOG = "catalog.db.new"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """How many accounts are in the new catalog, and which could not be read: (account id, what is wrong).

    ``notices`` are sentences about the key store, as of an open vault.
    """

    accounts: int
    unreadable: tuple[tuple[str, str], ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    projection: Projection
    head: ChainHead
    file: FileState
    proposed: tuple[Lead, ...]


def rebuild(
    folder: Path,
    secret: str,
    *,
    clock: Clock | None = None,
    actor: str = "owner",
    progress: Progress | None = None,
) -> RebuildReport:
    """Make ``catalog.db`` of the closed vault in ``folder`` again; ``secret`` opens it.

    A case file that cannot be read is left where it is and reported; its account is missing from lists until
    it is restored.  Raises what ``header.unlock`` raises, VaultInUseError, VaultDatabaseDamagedError, or
    CancelledError, and then the old catalog is still in place.
    """
    selftest.assert_cipher()
    unlocked = header.unlock(folder, secret)
    ticking = clock or SystemClock()
    with VaultLock(folder):
        header.settle(folder, unlocked)
        notices = _sound_key_store(folder, unlocked, ticking)
        report = _make_catalog(folder, unlocked, progress or NoProgress(), notices)
        _take_place(folder)
    with open_vault(folder, secret, clock=clock, actor=actor) as vault, vault.session.writing() as conn:
        vault.audit.append(conn, "rebuild_catalog", reason=f"{report.accounts} accounts")
    return report


def _sound_key_store(folder: Path, unlocked: UnlockedKeys, clock: Clock) -> tuple[str, ...]:
    _fresh_catalog(folder, unlocked)
    try:
        open_files.open_session(folder, unlocked, read_only=False, catalog_file=_NEW_CATALOG).close()
    except errors.VaultDatabaseDamagedError:
        open_files.restore_from_copy(folder, clock.now().strftime("%Y%m%dT%H%M%S"))
        open_files.open_session(folder, unlocked, read_only=False, catalog_file=_NEW_CATALOG).close()
        return ("vault.db could not be used; its copy vault.db.bak took its place.",)
    return ()


def _fresh_catalog(folder: Path, unlocked: UnlockedKeys) -> None:
    new = folder / _NEW_CATALOG
    new.unlink(missing_ok=True)
    journal_of(new).unlink(missing_ok=True)
    open_files.create_catalog(folder, unlocked, _NEW_CATALOG)


def _make_catalog(
    folder: Path, unlocked: UnlockedKeys, progress: Progress, notices: tuple[str, ...]
) -> RebuildReport:
    unreadable: list[tuple[str, str]] = []
    accounts = 0
    with open_files.open_session(folder, unlocked, read_only=False, catalog_file=_NEW_CATALOG) as session:
        door = CaseDoor(session, unlocked)
        with session.reading() as conn:
            ids = list(conn.scalars(select(schema_vault.case_key.c.account_id)))
        for batch in _batches(ids):
            check_cancelled(progress)
            found: list[_Read] = []
            for account_id in batch:
                try:
                    found.append(_read(session, door, account_id, unlocked.vault_id))
                except WorkbenchError as error:
                    unreadable.append((account_id, error.message))
            _store(session, found)
            accounts += len(found)
            progress.report(accounts, len(ids), "cases")
        audit = VaultAudit(unlocked.audit_seed, unlocked.vault_id, "", SystemClock())
        with session.writing() as conn:
            mirror(conn, audit.head(conn))
    return RebuildReport(accounts, tuple(unreadable), notices)


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _read(session: Session, door: CaseDoor, account_id: str, vault_id: str) -> _Read:
    path = door.path(account_id)
    with door.attached(account_id, path) as conn, session.writing(), translating(path.name):
        migrations.upgrade(conn.exec_driver_sql, migrations.CASE, s.SCHEMA, path.name)
        meta = conn.execute(select(s.meta.c.vault_id, s.meta.c.account_id, s.meta.c.commit_seq)).one()
        last = conn.execute(
            select(s.audit.c.seq, s.audit.c.mac).order_by(s.audit.c.seq.desc()).limit(1)
        ).one()
        if (meta.vault_id, meta.account_id) != (vault_id, account_id):
            raise errors.CaseReplacedError(path.name, account=account_id)
        head = ChainHead(last.seq, last.mac)
        fault = deep_fault(conn, door.chain_key(account_id), head)
        if fault or meta.commit_seq != head.seq:
            what = fault or "its commits and its audit chain differ"
            raise errors.CaseDamagedError(path.name, account=account_id, what=what)
        try:
            content, work = read_content(conn)
            projection = project(content, work)
        except UnreadableBodyError:
            raise errors.CaseDamagedError(path.name, account=account_id, what="unreadable content") from None
    proposed = tuple(x for x in content.leads if x.proposed and x.status is LeadStatus.PENDING)
    return _Read(projection, head, door.measure(account_id), proposed)


def _store(session: Session, found: list[_Read]) -> None:
    if found:
        with session.writing() as conn:
            states = [
                catalog_write.state_row(str(r.projection.account["account_id"]), r.head, r.file)
                for r in found
            ]
            catalog_write.add_accounts(conn, [r.projection for r in found], states)
            add_leads(conn, _of_standing_imports(conn, [lead for r in found for lead in r.proposed]))


def _of_standing_imports(conn: Connection, leads: list[Lead]) -> list[Lead]:
    """Those of ``leads`` whose import was not undone."""
    if not leads:
        return []
    i = schema_vault.imports.c
    undone = set(conn.scalars(select(i.import_id).where(i.undone_at != "")))
    return [lead for lead in leads if lead.person.import_id not in undone]


def _take_place(folder: Path) -> None:
    old = folder / CATALOG_FILE
    journal_of(old).unlink(missing_ok=True)
    for left in sorted(folder.glob(f"{CATALOG_FILE}-mj*")):
        left.unlink()
    replace(folder / _NEW_CATALOG, old)
    journal_of(folder / _NEW_CATALOG).unlink(missing_ok=True)
    fsync_dir(folder)
