"""Reads the attached case file into values, and applies changes to its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from workbench.base.errors import UserError
from workbench.model.case import CaseContent
from workbench.model.work import WorkState
from workbench.vault import case_codec as codec
from workbench.vault import schema_case as s
from workbench.vault.audit import AuditEntry, AuditItem, ChainHead, seal

APPEND, ADD, UPDATE = "append", "add", "update"


class DuplicateEntryError(UserError):
    """An append-only part of the case has an entry of that id already."""

    code = "case.duplicate_entry"

    def __init__(self) -> None:
        super().__init__(
            "This entry is in the case already.", hint="Add a correcting entry with an id of its own."
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One value to be stored in a case: its kind, id and JSON; ``content`` are a document's bytes."""

    kind: str
    object_id: str
    body: str
    content: bytes | None = None


def change_of(kind: str, value: object, content: bytes | None = None) -> Change:
    """``value`` as a change."""
    return Change(kind, codec.object_id(kind, value), codec.encode(value), content)


def changes_of(content: CaseContent, work: WorkState | None = None) -> list[Change]:
    """All of a case as changes, in the order in which a new file stores them; documents have no bytes yet."""
    groups: tuple[tuple[str, Iterable[object]], ...] = (
        (codec.ACCOUNT, (content.account,)),
        (codec.PARTY, content.parties),
        (codec.CONTACT, content.contact_points),
        (codec.ARRANGEMENT, content.arrangements),
        (codec.RESTRICTION, content.restrictions),
        (codec.WORK, () if work is None else (work,)),
        (codec.LEAD, content.leads),
        (codec.EVIDENCE, content.evidence),
        (codec.ACTIVITY, content.activities),
        (codec.LEDGER, content.ledger),
        (codec.DECISION, content.decisions),
    )
    return [change_of(kind, value) for kind, values in groups for value in values]


_CURRENT = (
    "SELECT kind, body FROM casefile.subject ORDER BY place",
    "SELECT kind, body FROM casefile.event WHERE kind IN ('activity', 'ledger', 'decision') ORDER BY seq",
    "SELECT 'lead', body FROM casefile.lead ORDER BY place",
    "SELECT 'evidence', body FROM casefile.evidence ORDER BY seq",
    "SELECT 'document', body FROM casefile.document ORDER BY seq",
)


def read_content(conn: Connection) -> tuple[CaseContent, WorkState]:
    """The current state of the attached case; UnreadableBodyError when a body is not of its kind."""
    found: dict[str, list[object]] = {}
    for query in _CURRENT:
        for kind, body in conn.exec_driver_sql(query):
            found.setdefault(kind, []).append(codec.decode(kind, body))
    return _assembled(found)


def _assembled(found: dict[str, list[object]]) -> tuple[CaseContent, WorkState]:
    accounts = found.get(codec.ACCOUNT, [])
    if len(accounts) != 1:
        raise codec.UnreadableBodyError(codec.ACCOUNT)
    of = {kind: tuple(values) for kind, values in found.items()}
    content = CaseContent(
        account=accounts[0],  # type: ignore[arg-type]  # decoded as its kind
        parties=of.get(codec.PARTY, ()),  # type: ignore[arg-type]
        contact_points=of.get(codec.CONTACT, ()),  # type: ignore[arg-type]
        evidence=of.get(codec.EVIDENCE, ()),  # type: ignore[arg-type]
        leads=of.get(codec.LEAD, ()),  # type: ignore[arg-type]
        activities=of.get(codec.ACTIVITY, ()),  # type: ignore[arg-type]
        arrangements=of.get(codec.ARRANGEMENT, ()),  # type: ignore[arg-type]
        ledger=of.get(codec.LEDGER, ()),  # type: ignore[arg-type]
        restrictions=of.get(codec.RESTRICTION, ()),  # type: ignore[arg-type]
        decisions=of.get(codec.DECISION, ()),  # type: ignore[arg-type]
        documents=of.get(codec.DOCUMENT, ()),  # type: ignore[arg-type]
    )
    work = of.get(codec.WORK, ())
    return content, work[0] if work else WorkState()  # type: ignore[return-value]


def apply_changes(conn: Connection, changes: Sequence[Change], commit_seq: int) -> tuple[AuditItem, ...]:
    """Store ``changes`` as commit ``commit_seq`` of the attached case; what the audit entry has to name.

    A current value that is replaced moves to the history; one that is the same is not touched.
    """
    items: list[AuditItem] = []
    for change in changes:
        item = _apply(conn, change, commit_seq)
        if item is not None:
            items.append(item)
    return tuple(items)


def _apply(conn: Connection, change: Change, commit_seq: int) -> AuditItem | None:
    digest = codec.body_digest(change.body)
    if change.kind in codec.SUBJECT_KINDS or change.kind == codec.LEAD:
        operation = _put_current(conn, change, commit_seq)
        return AuditItem(change.kind, change.object_id, operation, digest) if operation else None
    _append(conn, change, commit_seq)
    return AuditItem(change.kind, change.object_id, APPEND, digest)


def _put_current(conn: Connection, change: Change, commit_seq: int) -> str | None:
    table = s.lead if change.kind == codec.LEAD else s.subject
    here = table.c.id == change.object_id
    key: dict[str, object] = {"id": change.object_id}
    if table is s.subject:
        here &= s.subject.c.kind == change.kind
        key["kind"] = change.kind
    before = conn.scalar(select(table.c.body).where(here))
    if before == change.body:
        return None
    if before is None:
        place = (conn.scalar(select(func.max(table.c.place))) or 0) + 1
        conn.execute(insert(table), {**key, "place": place, "body": change.body})
        return ADD
    _append(conn, Change(codec.SUPERSEDED + change.kind, change.object_id, before), commit_seq)
    conn.execute(update(table).where(here).values(body=change.body))
    return UPDATE


def _append(conn: Connection, change: Change, commit_seq: int) -> None:
    row: dict[str, object] = {"id": change.object_id, "body": change.body}
    if change.kind == codec.EVIDENCE:
        table = s.evidence
    elif change.kind == codec.DOCUMENT:
        table = s.document
        row["content"] = change.content or b""
    else:
        table = s.event
        row |= {"kind": change.kind, "commit_seq": commit_seq}
    superseding = change.kind.startswith(codec.SUPERSEDED)
    if not superseding and conn.scalar(select(table.c.seq).where(table.c.id == change.object_id).limit(1)):
        raise DuplicateEntryError
    conn.execute(insert(table), row)


def append_entry(conn: Connection, key: bytes, head: ChainHead, entry: AuditEntry) -> ChainHead:
    """Seal ``entry`` onto the attached case's chain and count the commit; the new head."""
    sealed = seal(key, head, entry)
    conn.execute(insert(s.audit), {"seq": sealed.seq, "body": sealed.body, "mac": sealed.mac})
    conn.execute(update(s.meta).values(commit_seq=entry.seq))
    return ChainHead(sealed.seq, sealed.mac)
