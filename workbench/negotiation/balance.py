"""What is owed by part, computed from the append-only ledger."""

from collections.abc import Iterable
from datetime import date, datetime

from workbench.base.ids import new_id
from workbench.model.account import Balance
from workbench.model.ledger import LedgerEntry, LedgerKind, LedgerPart


def balance_by_part(entries: Iterable[LedgerEntry], currency: str = "USD") -> Balance:
    """The balance that ``entries`` add up to, in cents; a part no entry names is None.

    Raises ValueError for an entry in another currency: amounts of two currencies have no sum.
    """
    sums: dict[LedgerPart, int] = {}
    for entry in entries:
        if entry.currency != currency:
            raise ValueError(f"a ledger in {currency} holds an entry in {entry.currency}")
        sums[entry.part] = sums.get(entry.part, 0) + entry.cents
    return Balance(
        total=sum(sums.values()),
        principal=sums.get(LedgerPart.PRINCIPAL),
        interest=sums.get(LedgerPart.INTEREST),
        fees=sums.get(LedgerPart.FEES),
        costs=sums.get(LedgerPart.COSTS),
        currency=currency,
    )


def stated_parts(balance: Balance) -> dict[LedgerPart, int]:
    """A client's stated balance by part, in cents; what the parts do not explain stands under ``total``."""
    stated = {
        LedgerPart.PRINCIPAL: balance.principal,
        LedgerPart.INTEREST: balance.interest,
        LedgerPart.FEES: balance.fees,
        LedgerPart.COSTS: balance.costs,
    }
    parts = {part: cents for part, cents in stated.items() if cents}
    rest = balance.total - sum(parts.values())
    return parts | {LedgerPart.TOTAL: rest} if rest or not parts else parts


def placement_entries(
    balance: Balance, *, effective_on: date, recorded_at: datetime, actor: str
) -> tuple[LedgerEntry, ...]:
    """The ledger's first entries: the placed balance, one entry a part."""
    return tuple(
        LedgerEntry(
            new_id(),
            LedgerKind.PLACEMENT,
            part,
            cents,
            effective_on,
            recorded_at,
            balance.currency,
            actor=actor,
        )
        for part, cents in stated_parts(balance).items()
    )


def adjustment_entries(
    old: Balance, new: Balance, *, effective_on: date, recorded_at: datetime, actor: str
) -> tuple[LedgerEntry, ...]:
    """The entries that take a client's ``old`` statement of the balance to its ``new`` one."""
    before, after = stated_parts(old), stated_parts(new)
    changes = {
        part: after.get(part, 0) - before.get(part, 0) for part in (*after, *(before.keys() - after.keys()))
    }
    return tuple(
        LedgerEntry(
            new_id(), LedgerKind.ADJUSTMENT, part, cents, effective_on, recorded_at, new.currency, actor=actor
        )
        for part, cents in changes.items()
        if cents
    )
