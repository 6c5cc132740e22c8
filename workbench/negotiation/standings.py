"""Which status an account has by its promises and its balance, where nothing weightier decides it."""

from collections.abc import Iterable, Sequence

from workbench.model.account import Account, AccountStatus
from workbench.model.arrangement import Arrangement, ArrangementKind, ArrangementStatus
from workbench.model.ledger import LedgerEntry, LedgerKind
from workbench.model.standing import standing_arrangements, standing_entries
from workbench.negotiation.promises import PromiseState

_S = AccountStatus

REPLACEABLE = frozenset(
    {
        _S.NEW,
        _S.SKIP,
        _S.PROMISE_PENDING,
        _S.PROMISE_DELINQUENT,
        _S.RETURNED_PAYMENT,
        _S.VALIDATION,
        _S.HARDSHIP,
        _S.PAID_IN_FULL,
        _S.SETTLED_IN_FULL,
    }
)
"""Statuses that promises and payments may replace; a legal status or a restriction's stays."""

_BY_PROMISE = frozenset({_S.PROMISE_PENDING, _S.PROMISE_DELINQUENT})
CLOSED = frozenset({_S.PAID_IN_FULL, _S.SETTLED_IN_FULL})


def status_before_promise(account: Account, arrangements: Iterable[Arrangement]) -> AccountStatus:
    """The status to go back to when the promises are done with."""
    if account.status not in _BY_PROMISE | CLOSED:
        return account.status
    known = [a.status_before for a in standing_arrangements(arrangements) if a.status_before]
    return AccountStatus(known[-1]) if known else _S.NEW


def status_by_money(
    account: Account,
    states: Sequence[PromiseState],
    arrangements: Iterable[Arrangement],
    ledger: Iterable[LedgerEntry],
) -> AccountStatus:
    """The account's status by balance and promises.

    Nothing owed after a payment: paid in full, or settled where an accepted offer was less than the
    balance and the rest was adjusted.  An open promise: pending.  The latest promise not kept and still
    missing something: delinquent.  Else the status before the promises.
    """
    if account.status not in REPLACEABLE:
        return account.status
    known = tuple(arrangements)
    if account.balance.total <= 0:
        return _closed(account.status, known, standing_entries(ledger))
    if any(state.status is ArrangementStatus.OPEN for state in states):
        return _S.PROMISE_PENDING
    if states and states[-1].status is not ArrangementStatus.KEPT and states[-1].missing:
        return _S.PROMISE_DELINQUENT
    if account.status in _BY_PROMISE | CLOSED:
        return status_before_promise(account, known)
    return account.status


def _closed(
    status: AccountStatus, arrangements: Sequence[Arrangement], entries: Sequence[LedgerEntry]
) -> AccountStatus:
    if not any(entry.kind is LedgerKind.PAYMENT for entry in entries):
        return status
    agreed = any(
        a.status is ArrangementStatus.ACCEPTED and a.kind is not ArrangementKind.PROMISE and not a.retired
        for a in arrangements
    )
    waived = any(e.kind is LedgerKind.ADJUSTMENT and e.cents < 0 and e.note for e in entries)
    return _S.SETTLED_IN_FULL if agreed and waived else _S.PAID_IN_FULL
