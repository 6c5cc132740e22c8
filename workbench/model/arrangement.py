"""Offers, promises, plans and settlements: what was agreed about paying."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ArrangementKind(StrEnum):
    """What kind of agreement (or proposal) this is."""

    OFFER = "offer"
    COUNTER_OFFER = "counter_offer"
    PROMISE = "promise"
    PLAN = "plan"
    SETTLEMENT = "settlement"


class ArrangementStatus(StrEnum):
    """Where it stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment due under an arrangement, in cents."""

    due_on: date
    cents: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One offer, promise, plan or settlement; amounts in cents of ``currency``.

    ``due_on`` is the day a promise falls due or an offer expires; ``grace_days`` pass before a promise is
    broken.  ``party_id`` made it ("" : we did).  ``status_before`` is the account's status before the first
    promise.  ``retired``: entered by mistake; it stays in the case and no longer counts anywhere.
    """

    arrangement_id: str
    kind: ArrangementKind
    status: ArrangementStatus
    made_at: datetime
    cents: int
    currency: str = "USD"
    due_on: date | None = None
    instalments: tuple[Instalment, ...] = ()
    party_id: str = ""
    approved_by: str = ""
    note: str = ""
    grace_days: int = 0
    status_before: str = ""
    retired: bool = False
