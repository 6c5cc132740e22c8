"""What of an append-only case still counts: an entry that was taken back stays, and stops counting.

An entry is taken back by another one that names it; taking that one back lets the first count again.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from workbench.model.activity import Activity
from workbench.model.arrangement import Arrangement
from workbench.model.case import CaseContent
from workbench.model.document import Document
from workbench.model.evidence import Evidence
from workbench.model.ledger import LedgerEntry
from workbench.model.restriction import Restriction

T = TypeVar("T")

UNDONE = "undone"
"""Detail of an activity that marks an undo: the number of the change undone; ``corrects`` says of what."""

REMOVED_DOCUMENT = "removed_document"
"""Detail of an activity that removes a document: the document's id."""

TAKEN_BACK = "taken_back"
"""Source kind of evidence that takes back the statement whose id is its ``record_id``."""


def _gone(items: Iterable[T], id_of: Callable[[T], str], target_of: Callable[[T], str]) -> frozenset[str]:
    """The ids of those of ``items`` that a later one, itself not taken back, takes back."""
    gone: set[str] = set()
    for item in reversed(tuple(items)):
        if target_of(item) and id_of(item) not in gone:
            gone.add(target_of(item))
    return frozenset(gone)


def takes_back(activity: Activity) -> str:
    """The id of the activity that this one takes back; "" when it is something that was done."""
    return activity.corrects if UNDONE in activity.details else ""


def activities_taken_back(activities: Iterable[Activity]) -> frozenset[str]:
    """The ids of activities that were taken back; marks of an undo that was itself undone are among them."""
    return _gone(activities, lambda one: one.activity_id, takes_back)


def standing_activities(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """The activities that count: neither taken back nor mere marks of something taken back."""
    known = tuple(activities)
    gone = activities_taken_back(known)
    return tuple(a for a in known if a.activity_id not in gone and UNDONE not in a.details)


def evidence_taken_back(evidence: Iterable[Evidence]) -> frozenset[str]:
    """The ids of statements that were taken back."""
    return _gone(
        evidence,
        lambda one: one.evidence_id,
        lambda one: one.record_id if one.source_kind == TAKEN_BACK else "",
    )


def standing_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The statements that count."""
    known = tuple(evidence)
    gone = evidence_taken_back(known)
    return tuple(e for e in known if e.evidence_id not in gone and e.source_kind != TAKEN_BACK)


def entries_reversed(ledger: Iterable[LedgerEntry]) -> frozenset[str]:
    """The ids of ledger entries that a standing reversal reverses."""
    return _gone(ledger, lambda one: one.entry_id, lambda one: one.reverses)


def standing_entries(ledger: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """The ledger entries that count, reversals and what they reverse left out; their sum is the ledger's."""
    known = tuple(ledger)
    gone = entries_reversed(known)
    return tuple(e for e in known if e.entry_id not in gone and not e.reverses)


def standing_documents(content: CaseContent) -> tuple[Document, ...]:
    """The documents that nobody removed."""
    gone = activities_taken_back(content.activities)
    removed = {a.details.get(REMOVED_DOCUMENT, "") for a in content.activities if a.activity_id not in gone}
    return tuple(d for d in content.documents if d.document_id not in removed)


def standing_arrangements(arrangements: Iterable[Arrangement]) -> tuple[Arrangement, ...]:
    """The arrangements that were not entered by mistake."""
    return tuple(a for a in arrangements if not a.retired)


def in_force(restrictions: Iterable[Restriction]) -> tuple[Restriction, ...]:
    """The restrictions that bind now: neither lifted nor entered by mistake."""
    return tuple(r for r in restrictions if r.lifted_at is None and not r.retired)
