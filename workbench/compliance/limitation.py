"""Limitation periods: the last day to sue, over every contract class and state that may apply.

The shortest candidate counts.  Payments never move it: whether one restarts the clock is a state's own law
and a person's judgement, never this program's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.compliance.context import Context
from workbench.compliance.days import add_years_down, union_days
from workbench.compliance.facts_debt import Debt, Tolling
from workbench.compliance.pack import Limitation, RulePack

CLASSES = ("written", "open", "oral")


@dataclass(frozen=True, slots=True)
class Expiry:
    """The last day to sue and which row gave it; ``last_day`` None means not known: taken as barred."""

    last_day: date | None
    state: str = ""
    contract: str = ""
    years: int = 0

    def barred(self, on: date) -> bool:
        """Whether the period is over on a date; unknown counts as over."""
        return self.last_day is None or on > self.last_day


def toll(accrual: date, expiry: date, spans: Iterable[Tolling]) -> date:
    """``expiry`` moved on by every tolled day that fell before it, those that the move itself reaches too."""
    days = [(span.first, span.last) for span in spans if span.first <= span.last]
    moved = expiry
    while True:
        again = expiry + timedelta(days=union_days(days, accrual, moved))
        if again == moved:
            return moved
        moved = again


def expiry_of(debt: Debt, pack: RulePack, *, residence: str = "") -> Expiry:
    """The earliest end over the debt's states (and the residence) and contract classes."""
    states = {*debt.states, residence} - {""}
    rows = [pack.limitations.get(state) for state in sorted(states)]
    if debt.accrual_on is None or not rows or any(row is None for row in rows):
        return Expiry(None)
    found: list[Expiry] = []
    for row in rows:
        if row is not None:
            found += _of_state(debt, row, debt.accrual_on)
    return min(found, key=lambda e: e.last_day or date.min, default=Expiry(None))


def _of_state(debt: Debt, row: Limitation, accrual: date) -> list[Expiry]:
    years = {"written": row.written, "open": row.open, "oral": row.oral}
    wanted = debt.contract or CLASSES
    found = []
    for name in wanted:
        count = years.get(name)
        if count is not None:
            last = toll(accrual, add_years_down(accrual, count), debt.tolling)
            found.append(Expiry(last, row.state, name, count))
        elif debt.contract:
            found.append(Expiry(None, row.state, name))
    return found


def expiry_in(debt: Debt, ctx: Context) -> Expiry:
    """The debt's expiry in the planned contact's circumstances."""
    return expiry_of(debt, ctx.pack, residence=ctx.facts.consumer.residence_state)


def time_barred(debt: Debt, ctx: Context) -> bool:
    """Whether the debt is, or for want of facts has to be taken as, time-barred at the planned date."""
    return "judgment" not in debt.flags and expiry_in(debt, ctx).barred(ctx.latest)
