"""The review queue: which leads wait, in which order, and what was decided last."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.model.explanation import Band
from workbench.model.lead import LeadStatus


class Pile(StrEnum):
    """The two heaps of a review: what nobody has judged, and what somebody was unsure of."""

    PENDING = "pending"
    SECOND_LOOK = "second_look"


class QueueOrder(StrEnum):
    """How a queue is sorted; every order ends in the lead's id, so that it is the same each time.

    VALUE is balance times probability, greatest first; HARDEST is nearest to even odds first.
    """

    VALUE = "value"
    HARDEST = "hardest"
    IMPORT = "import"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which leads a queue holds; what is empty does not limit."""

    pile: Pile = Pile.PENDING
    import_id: str = ""
    account_id: str = ""
    bands: frozenset[Band] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the queue.  ``name`` is the party searched for, "last, first middle"."""

    lead_id: str
    account_id: str
    party_id: str
    name: str
    p_same: float
    band: Band


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many leads wait, by band and in all, and how many are up for a second look."""

    pending: int
    second_look: int
    by_band: dict[Band, int]
    by_import: dict[str, int]


@dataclass(frozen=True, slots=True)
class Judgment:
    """One decision that stands, as the history of a review shows it."""

    lead_id: str
    account_id: str
    account_number: str
    debtor_name: str
    record_name: str
    status: LeadStatus
    decided_at: datetime | None
    decided_by: str
    reason: str
    p_same: float
    band: Band
    weights_version: str
    sentence: str
