"""Creating, reading, editing and shredding cases: each one transaction over the case, catalog and vault."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from hashlib import sha256
from itertools import islice

from sqlalchemy import Connection, delete, insert, select

from workbench.base.clock import Clock, iso_utc
from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.model.case import CaseContent
from workbench.model.history import CaseChange, ChangedItem
from workbench.model.work import WorkState
from workbench.vault import catalog_write, errors, schema_vault
from workbench.vault import schema_case as s
from workbench.vault.audit import AuditEntry, AuditItem, read_entry
from workbench.vault.case_builder import BuiltCase, CaseBuilder, NewCase
from workbench.vault.case_codec import DOCUMENT, SUPERSEDED, UnreadableBodyError, decode
from workbench.vault.case_editor import CaseEdit
from workbench.vault.case_rows import append_entry, apply_changes, read_content
from workbench.vault.casefile import (
    CASES_FOLDER,
    CaseDoor,
    OpenCase,
    UnknownAccountError,
    UnknownDocumentError,
)
from workbench.vault.catalog_groups import settle_groups
from workbench.vault.catalog_leads import accounts_hidden_by, settle_judged, settle_searched
from workbench.vault.construction import Construction, sync_all
from workbench.vault.projection import project
from workbench.vault.session import Session
from workbench.vault.translate import translating
from workbench.vault.vault_audit import VaultAudit

BATCH = 500
"""Cases that one transaction creates; a crash loses at most the batch under construction."""


class Cases:
    """The case files of one open vault; used in the vault's own thread."""

    def __init__(
        self, session: Session, door: CaseDoor, audit: VaultAudit, *, vault_id: str, actor: str, clock: Clock
    ) -> None:
        self._session = session
        self._door = door
        self._audit = audit
        self._vault_id = vault_id
        self._actor = actor
        self._clock = clock
        self._construction = Construction(session.folder / CASES_FOLDER, door.path)

    def create(
        self, contents: Iterable[CaseContent | NewCase], progress: Progress | None = None
    ) -> list[str]:
        """Create cases in batches, each all or nothing; their account ids in order.

        Raises DuplicateAccountError (that batch is not created, earlier ones stay), CancelledError between
        batches, or a MachineError.
        """
        watch = progress or NoProgress()
        made: list[str] = []
        source = iter(contents)
        with closing(CaseBuilder(self._door, self._vault_id, self._actor, self._clock)) as builder:
            while batch := [c if isinstance(c, NewCase) else NewCase(c) for c in islice(source, BATCH)]:
                check_cancelled(watch)
                made += self._create_batch(builder, batch)
                watch.report(len(made), None, "cases")
        return made

    def _create_batch(self, builder: CaseBuilder, batch: list[NewCase]) -> list[str]:
        self._session.require_writable()
        ids = [new.content.account.account_id for new in batch]
        taken = [account_id for account_id in ids if self._door.path(account_id).exists()]
        if taken or len(set(ids)) < len(ids):
            raise catalog_write.DuplicateAccountError
        self._construction.begin(ids)
        try:
            built = [builder.build(new) for new in batch]
            sync_all([self._door.path(account_id) for account_id in ids])
            self._register(built)
        finally:
            self.settle_construction()
        return ids

    def _register(self, built: list[BuiltCase]) -> None:
        with self._session.writing() as conn:
            conn.execute(insert(schema_vault.case_key), [case.key_row for case in built])
            states = [catalog_write.state_row(case.account_id, case.head, case.file) for case in built]
            catalog_write.add_accounts(conn, [case.projection for case in built], states)
            items = tuple(AuditItem("case", case.account_id, "add") for case in built)
            self._audit.append(conn, "create_cases", items=items)

    def read(self, account_id: str) -> tuple[CaseContent, WorkState]:
        """A case's current content; errors as ``CaseDoor.opened``."""
        with self._door.opened(account_id) as case:
            return self._content(case)

    def _content(self, case: OpenCase) -> tuple[CaseContent, WorkState]:
        with self._session.reading(case.path.name):
            try:
                return read_content(case.conn)
            except UnreadableBodyError:
                raise errors.CaseDamagedError(
                    case.path.name, account=case.account_id, what="unreadable content"
                ) from None

    @contextmanager
    def edit(self, account_id: str) -> Iterator[CaseEdit]:
        """Collect changes to a case and store them in one transaction when the block ends normally."""
        self._session.require_writable()
        self._door.recorded(account_id)
        edit = CaseEdit(account_id, self._actor, self._clock, lambda: self.read(account_id))
        yield edit
        if edit.changes:
            edit.committed = self._commit(edit)

    def _commit(self, edit: CaseEdit) -> int | None:
        """Store the edit; the number of its commit, None when its values are the ones that stand."""
        account_id = edit.account_id
        with self._door.opened(account_id) as case:
            self._door.mark_dirty(account_id, case.head)
            try:
                with self._session.writing() as conn:
                    seq = self._store(conn, case, edit)
            except BaseException:
                self._door.written.pop(account_id, None)  # a rollback may have rewritten its pages
                raise
            was = case.head.seq
        self._door.written[account_id] = (seq, self._door.measure(account_id))
        return None if seq == was else seq

    def _store(self, conn: Connection, case: OpenCase, edit: CaseEdit) -> int:
        seq = case.head.seq + 1
        with translating(case.path.name):
            before = project(*self._content(case))
            items = apply_changes(conn, edit.changes, seq)
            if not items:
                return case.head.seq
            entry = AuditEntry(
                seq, self._clock.now(), self._actor, edit.action, case.account_id, edit.reason, items
            )
            head = append_entry(conn, case.chain_key, case.head, entry)
            after = project(*self._content(case))
        state = catalog_write.state_row(case.account_id, head, None)
        catalog_write.update_account(conn, before, after, state)
        settle_judged(conn, edit.leads)
        settle_searched(conn, case.account_id, before.searched - after.searched)
        return seq

    def settle(self) -> None:
        """Record size and digest of every case this session wrote; called when the vault closes."""
        closed = [(account_id, seq, state) for account_id, (seq, state) in self._door.written.items()]
        if closed:
            with self._session.writing() as conn:
                catalog_write.mark_clean(conn, closed)
            self._door.written.clear()

    def history(self, account_id: str) -> tuple[CaseChange, ...]:
        """Every commit to a case, oldest first, with the values it replaced."""
        with self._door.opened(account_id) as case, self._session.reading(case.path.name):
            entries = [
                read_entry(body) for body in case.conn.scalars(select(s.audit.c.body).order_by(s.audit.c.seq))
            ]
            query = select(s.event.c.commit_seq, s.event.c.kind, s.event.c.id, s.event.c.body).where(
                s.event.c.kind.startswith(SUPERSEDED)
            )
            replaced = {
                (seq, kind.removeprefix(SUPERSEDED), object_id): decode(kind.removeprefix(SUPERSEDED), body)
                for seq, kind, object_id, body in case.conn.execute(query)
            }
        return tuple(
            CaseChange(
                e.seq, e.at, e.actor, e.action, e.reason,
                tuple(
                    ChangedItem(i.kind, i.object_id, i.operation, replaced.get((e.seq, i.kind, i.object_id)))
                    for i in e.items
                ),
            )
            for e in entries
        )  # fmt: skip

    def document(self, account_id: str, document_id: str) -> bytes:
        """The bytes of a document; UnknownDocumentError when the case has none of that id."""
        query = select(s.document.c.body, s.document.c.content).where(s.document.c.id == document_id)
        with self._door.opened(account_id) as case, self._session.reading(case.path.name):
            row = case.conn.execute(query).one_or_none()
            if row is None:
                raise UnknownDocumentError
            if decode(DOCUMENT, row.body).digest != sha256(row.content).hexdigest():
                raise errors.CaseDamagedError(
                    case.path.name, account=account_id, what="a document's bytes changed"
                )
        return bytes(row.content)

    def shred(self, account_id: str, reason: str) -> None:
        """Destroy a case for good: its key, its catalog rows and its file; a tombstone says that and why.

        Works on a damaged or missing file too.  Copies of vault.db elsewhere keep the key until they are
        replaced: the caller refreshes ``vault.db.bak``.
        """
        self.shred_many([account_id], reason)

    def shred_many(self, account_ids: Sequence[str], reason: str) -> None:
        """Destroy several cases, all or none of them, each with its own tombstone and audit entry."""
        self._session.require_writable()
        with_key = self._with_key(list(account_ids))
        for account_id in account_ids:
            if account_id not in with_key:
                raise UnknownAccountError(account_id)
        self._construction.begin(account_ids)
        key, at = schema_vault.case_key.c, iso_utc(self._clock.now())
        with self._session.writing() as conn:
            conn.execute(delete(schema_vault.case_key).where(key.account_id.in_(account_ids)))
            rows = [
                {"account_id": account_id, "shredded_at": at, "actor": self._actor, "reason": reason}
                for account_id in account_ids
            ]
            conn.execute(insert(schema_vault.shredded), rows)
            hidden = accounts_hidden_by(conn, account_ids)
            catalog_write.remove_accounts(conn, account_ids)
            settle_groups(conn, hidden)  # what only these accounts' rejections hid there waits again
            for account_id in account_ids:
                self._audit.append(conn, "shred_case", subject=account_id, reason=reason)
        for account_id in account_ids:
            self._door.written.pop(account_id, None)
        self.settle_construction()

    def settle_construction(self) -> None:
        """Remove the files of unfinished creations and of shredded cases; at opening and after each."""
        with self._session.reading():
            self._construction.settle(self._with_key)

    def _with_key(self, account_ids: list[str]) -> set[str]:
        """Those of the accounts whose key vault.db keeps."""
        c = schema_vault.case_key.c
        with self._session.reading() as conn:
            return set(conn.scalars(select(c.account_id).where(c.account_id.in_(account_ids))))
