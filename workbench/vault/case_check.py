"""Whether every row of a case file is what its audit chain says: content authentication, row by row.

Finds what page checks accept: a page replayed from an older state, a row changed, added or removed by
someone who holds the file's key but went past the program.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, select

from workbench.model.document import Document
from workbench.vault import schema_case as s
from workbench.vault.audit import AuditEntry, AuditItem, ChainHead, SealedEntry, check_chain, read_entry
from workbench.vault.case_codec import (
    DOCUMENT,
    EVIDENCE,
    LEAD,
    SUPERSEDED,
    UnreadableBodyError,
    body_digest,
    decode,
)

Key = tuple[str, str, int]
"""Kind, id, commit number (0 for current state): what identifies a stored row to the chain."""


@dataclass(slots=True)
class _Expected:
    """Digests that the chain says the file holds."""

    current: dict[tuple[str, str], str] = field(default_factory=dict)
    kept: dict[Key, str] = field(default_factory=dict)

    def follow(self, seq: int, item: AuditItem) -> None:
        place = (item.kind, item.object_id)
        if item.operation == "append":
            self.kept[*place, seq] = item.digest
            return
        before = self.current.get(place)
        if before is not None:
            self.kept[SUPERSEDED + item.kind, item.object_id, seq] = before
        self.current[place] = item.digest


def _expected(entries: Iterable[AuditEntry]) -> _Expected:
    expected = _Expected()
    for entry in entries:
        for item in entry.items:
            expected.follow(entry.seq, item)
    return expected


def _stored(
    conn: Connection,
) -> tuple[dict[tuple[str, str], str], dict[Key, str], list[tuple[str, str, str]]]:
    """Current rows, event rows by commit, and evidence and documents, whose rows do not name their commit."""
    current = {
        (kind, object_id): body_digest(body)
        for kind, object_id, body in conn.execute(select(s.subject.c.kind, s.subject.c.id, s.subject.c.body))
    }
    for object_id, body in conn.execute(select(s.lead.c.id, s.lead.c.body)):
        current[LEAD, object_id] = body_digest(body)
    events = {
        (kind, object_id, seq): body_digest(body)
        for kind, object_id, seq, body in conn.execute(
            select(s.event.c.kind, s.event.c.id, s.event.c.commit_seq, s.event.c.body)
        )
    }
    others = [
        (kind, object_id, body_digest(body))
        for kind, table in ((EVIDENCE, s.evidence), (DOCUMENT, s.document))
        for object_id, body in conn.execute(select(table.c.id, table.c.body))
    ]
    return current, events, others


def content_fault(conn: Connection, key: bytes, mirror: ChainHead | None) -> str:
    """What is wrong with the attached case's chain or rows, in words without values; "" when nothing is."""
    rows = [
        SealedEntry(*row)
        for row in conn.execute(select(s.audit.c.seq, s.audit.c.body, s.audit.c.mac).order_by(s.audit.c.seq))
    ]
    fault = check_chain(key, rows, mirror)
    if fault is not None:
        return f"audit entry {fault.position}: {fault.what}"
    try:
        expected = _expected(read_entry(row.body) for row in rows)
    except msgspec.MsgspecError:
        return "an audit entry is unreadable"
    current, events, others = _stored(conn)
    kept = sorted((kind, object_id, digest) for (kind, object_id, _), digest in expected.kept.items())
    appended = [k for k in kept if k[0] in {EVIDENCE, DOCUMENT}]
    expected_events: Mapping[Key, str] = {
        k: digest for k, digest in expected.kept.items() if k[0] not in {EVIDENCE, DOCUMENT}
    }
    if current != expected.current:
        return "a current value is not the one that was saved"
    if events != expected_events:
        return "an entry of the history is not the one that was saved"
    return "" if sorted(others) == appended else "evidence or a document is not what was saved"


def documents_fault(conn: Connection) -> str:
    """Whether the bytes of the attached case's documents are those that were added; "" when they are."""
    for body, content in conn.execute(select(s.document.c.body, s.document.c.content)):
        try:
            document: Document = decode(DOCUMENT, body)
        except UnreadableBodyError:
            return "a document's entry is unreadable"
        if document.digest != sha256(content).hexdigest():
            return "a document's bytes are not what was saved"
    return ""
