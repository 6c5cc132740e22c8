"""Keeps promises, status and next action true to the ledger, inside the edit that changes it."""

from dataclasses import replace

from workbench.model.account import AccountStatus
from workbench.model.arrangement import ArrangementStatus
from workbench.negotiation.promises import PromiseState, promise_states
from workbench.negotiation.standings import CLOSED, status_by_money
from workbench.services.account_draft import AccountDraft

ARRANGEMENT = "arrangement"
"""Detail of an activity that tells of an offer or promise: its id."""

PROMISE_DUE = "Promise due"
BROKEN_PROMISE = "Broken promise: call"
KEPT_PROMISE = "Promise paid: agree on the rest"
REOPENED = "Balance is open again: review"
RETURNED_PAYMENT = "Returned payment: call"
OWN_ACTIONS = frozenset({"", PROMISE_DUE, BROKEN_PROMISE, KEPT_PROMISE, REOPENED, RETURNED_PAYMENT})
"""Next actions that this module sets, and may therefore replace."""

_JUDGED = {
    ArrangementStatus.KEPT: "Promise kept",
    ArrangementStatus.PARTLY_KEPT: "Promise partly kept",
    ArrangementStatus.BROKEN: "Promise broken",
    ArrangementStatus.OPEN: "Promise open again",
}


def settle(draft: AccountDraft) -> tuple[PromiseState, ...]:
    """Judge every promise by the ledger and today; those whose status changed.

    Where one did, where a broken one was paid late, or where nothing is owed any more or something again,
    status and next action follow.
    """
    states = promise_states(draft.arrangements, draft.ledger, draft.today)
    changed = tuple(state for state in states if state.status is not state.promise.status)
    for state in changed:
        draft.put_arrangement(replace(state.promise, status=state.status))
        due = state.promise.due_on
        told = f"{_JUDGED[state.status]}: due {due.isoformat() if due else ''}."
        draft.tell(told, details={ARRANGEMENT: state.promise.arrangement_id})
    closing = draft.account.balance.total <= 0
    reopened = not closing and draft.account.status in CLOSED
    status = status_by_money(draft.account, states, draft.arrangements, draft.ledger)
    was = draft.account.status
    made_good = was is AccountStatus.PROMISE_DELINQUENT and status is not was
    if changed or closing or reopened or made_good:
        draft.set_status(status)
        if reopened and draft.work.next_action in OWN_ACTIONS:
            draft.set_next_action(REOPENED, draft.today)
        elif made_good and draft.work.next_action in OWN_ACTIONS:
            draft.set_next_action(KEPT_PROMISE, draft.today)
        _next_action(draft, states, changed, closing=closing)
    return changed


def _next_action(
    draft: AccountDraft,
    states: tuple[PromiseState, ...],
    changed: tuple[PromiseState, ...],
    *,
    closing: bool,
) -> None:
    failed = {ArrangementStatus.BROKEN, ArrangementStatus.PARTLY_KEPT}
    if closing:
        if draft.work.next_action in OWN_ACTIONS:
            draft.set_next_action("", None)
    elif any(state.status in failed and state.missing for state in changed):
        draft.set_next_action(BROKEN_PROMISE, draft.today)
    elif draft.work.next_action in OWN_ACTIONS:
        due = [s.promise.due_on for s in states if s.status is ArrangementStatus.OPEN and s.promise.due_on]
        if due:
            draft.set_next_action(PROMISE_DUE, min(due))
        elif any(state.status is ArrangementStatus.KEPT for state in changed):
            draft.set_next_action(KEPT_PROMISE, draft.today)
