"""Promises to pay: which payments fill them, and whether they are due, kept, partly kept or broken.

The rule: payments are taken in order of their day, each fills the promises made before it, the oldest due
first, and what is left over goes on to the next one.  A promise is kept when what it promises
came by its due day plus its days of grace.  After that it is partly kept when something came in time, and
broken when nothing did; what comes later is counted as late and does not make it kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.model.arrangement import Arrangement, ArrangementKind, ArrangementStatus
from workbench.model.ledger import LedgerEntry, LedgerKind
from workbench.model.standing import standing_entries

OPEN_OR_JUDGED = frozenset(
    {
        ArrangementStatus.OPEN,
        ArrangementStatus.KEPT,
        ArrangementStatus.PARTLY_KEPT,
        ArrangementStatus.BROKEN,
    }
)
"""Statuses that payments and days decide; a withdrawn promise stays withdrawn."""


@dataclass(frozen=True, slots=True)
class PromiseState:
    """One promise with what came for it, in cents: ``in_time``, and ``late`` after its grace.

    ``last_day`` is the last on which it can be kept; ``late_days`` counts from its due day, 0 before it.
    """

    promise: Arrangement
    in_time: int
    late: int
    status: ArrangementStatus
    last_day: date
    late_days: int

    @property
    def missing(self) -> int:
        """Cents still to come."""
        return max(0, self.promise.cents - self.in_time - self.late)


def last_day_of(promise: Arrangement) -> date:
    """The last day on which a promise can be kept; ValueError for one without a due day."""
    if promise.due_on is None:
        raise ValueError("a promise without a due day")
    return promise.due_on + timedelta(days=promise.grace_days)


def promises_of(arrangements: Iterable[Arrangement]) -> tuple[Arrangement, ...]:
    """The promises that payments fill, the oldest due first."""
    live = [
        a
        for a in arrangements
        if a.kind is ArrangementKind.PROMISE
        and a.due_on is not None
        and a.status in OPEN_OR_JUDGED
        and not a.retired
    ]
    return tuple(sorted(live, key=lambda a: (a.due_on or date.max, a.made_at, a.arrangement_id)))


def promise_states(
    arrangements: Iterable[Arrangement], ledger: Iterable[LedgerEntry], today: date
) -> tuple[PromiseState, ...]:
    """Where every promise stands on ``today``, the oldest due first."""
    promises = promises_of(arrangements)
    in_time = dict.fromkeys((p.arrangement_id for p in promises), 0)
    late = dict(in_time)
    for payment in _payments(ledger):
        day, left = payment.effective_on, -payment.cents
        for promise in promises:
            key = promise.arrangement_id
            if promise.made_at.astimezone().date() > day or promise.made_at > payment.recorded_at:
                continue
            part = min(left, promise.cents - in_time[key] - late[key])
            if part > 0:
                came = in_time if day <= last_day_of(promise) else late
                came[key] += part
                left -= part
    return tuple(_state(p, in_time[p.arrangement_id], late[p.arrangement_id], today) for p in promises)


def _payments(ledger: Iterable[LedgerEntry]) -> list[LedgerEntry]:
    """Standing payments, by day."""
    paid = [entry for entry in standing_entries(ledger) if entry.kind is LedgerKind.PAYMENT]
    return sorted(paid, key=lambda entry: entry.effective_on)


def _state(promise: Arrangement, in_time: int, late: int, today: date) -> PromiseState:
    last_day = last_day_of(promise)
    if in_time >= promise.cents:
        status = ArrangementStatus.KEPT
    elif today <= last_day:
        status = ArrangementStatus.OPEN
    else:
        status = ArrangementStatus.PARTLY_KEPT if in_time else ArrangementStatus.BROKEN
    late_days = max(0, (today - (promise.due_on or today)).days)
    return PromiseState(promise, in_time, late, status, last_day, late_days)
