"""Offers, counter-offers and promises: made, answered, kept or broken, each in one commit to the case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from workbench.base.changes import Changes
from workbench.base.errors import UserError, WorkbenchError
from workbench.base.ids import new_id
from workbench.base.money import Money
from workbench.base.progress import NoProgress, Progress
from workbench.model.account import AccountStatus, Balance
from workbench.model.activity import Activity, ActivityKind
from workbench.model.arrangement import Arrangement, ArrangementKind, ArrangementStatus
from workbench.model.conditions import Condition, ListField
from workbench.model.party import Party
from workbench.model.restriction import RestrictionKind
from workbench.model.standing import in_force, standing_activities, standing_arrangements
from workbench.model.work import AccountFilter
from workbench.negotiation.promises import (
    PromiseState as PromiseState,  # noqa: PLC0414  (screens show it)
)
from workbench.negotiation.promises import promise_states
from workbench.negotiation.standings import REPLACEABLE, status_before_promise
from workbench.services.access import DirectAccess, VaultAccess
from workbench.services.account_draft import AccountDraft, local_day
from workbench.services.case_work import NextAction, go_on
from workbench.services.settling import ARRANGEMENT, OWN_ACTIONS, PROMISE_DUE, settle
from workbench.services.written import Commit, Written, written
from workbench.vault.vault import Vault

GRACE_DAYS = 3
"""Days after its due day before a promise counts as broken, unless it says otherwise."""

BLOCKING = {
    RestrictionKind.DISPUTE: "a dispute is open",
    RestrictionKind.BANKRUPTCY: "a bankruptcy is on file",
    RestrictionKind.IDENTITY_THEFT: "identity theft is claimed",
}
"""Restrictions under which nothing is offered or promised, each with its reason in words."""

NOTE_KEYS = ("position", "counter_offer", "next_step")
"""Details of a negotiation note; one that has any of them is one."""

_OFFERS = frozenset({ArrangementKind.OFFER, ArrangementKind.COUNTER_OFFER, ArrangementKind.SETTLEMENT})
_ANSWERS = {
    ArrangementStatus.ACCEPTED: "accepted",
    ArrangementStatus.DECLINED: "declined",
    ArrangementStatus.WITHDRAWN: "withdrawn",
}


class NegotiationBlockedError(UserError):
    """A restriction in force forbids offers and promises; the message says which."""

    code = "negotiation.blocked"


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer to settle for ``cents``; ``party_id`` made it, "" when it is ours."""

    cents: int
    party_id: str = ""
    counter: bool = False
    expires_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise to pay ``cents`` by ``due_on``; ``party_id`` gave it, "" for the debtor."""

    cents: int
    due_on: date
    grace_days: int = GRACE_DAYS
    party_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NegotiationView:
    """Where a negotiation stands: offers newest first, promises the oldest due first, notes newest first.

    ``withdrawn`` are promises that were; ``blocked`` says why nothing may be offered now, "" when it may.
    """

    account_id: str
    balance: Balance
    offers: tuple[Arrangement, ...]
    promises: tuple[PromiseState, ...]
    withdrawn: tuple[Arrangement, ...]
    notes: tuple[Activity, ...]
    parties: tuple[Party, ...]
    blocked: str
    today: date


def negotiation_view(vault: Vault, account_id: str) -> NegotiationView:
    """Everything a negotiation on this account has to show."""
    content = vault.read_case(account_id)
    live = standing_arrangements(content.arrangements)
    today = local_day(vault)
    return NegotiationView(
        account_id,
        content.account.balance,
        tuple(reversed([a for a in live if a.kind in _OFFERS])),
        promise_states(live, content.ledger, today),
        tuple(
            a for a in live if a.kind is ArrangementKind.PROMISE and a.status is ArrangementStatus.WITHDRAWN
        ),
        tuple(reversed([a for a in standing_activities(content.activities) if is_negotiation(a)])),
        tuple(p for p in content.parties if not p.retired),
        blocked_by([r.kind for r in in_force(content.restrictions)]),
        today,
    )


def is_negotiation(activity: Activity) -> bool:
    """Whether an entry of the timeline is a note of a negotiation."""
    return any(activity.details.get(key) for key in NOTE_KEYS)


def blocked_by(kinds: Sequence[RestrictionKind]) -> str:
    """Why nothing may be offered or promised under these restrictions; "" when it may."""
    return ", ".join(words for kind, words in BLOCKING.items() if kind in kinds)


def add_offer(vault: Vault, account_id: str, offer: Offer) -> Written:
    """Record an offer or counter-offer.

    UserError for an amount that is not positive or more than is owed, or an end that is past;
    NegotiationBlockedError under a dispute, bankruptcy or claim of identity theft.
    """
    with vault.edit_case(account_id) as edit:
        edit.action = "add_offer"
        draft = AccountDraft(vault, edit)
        _require_open(draft)
        _require_amount(offer.cents, draft)
        if offer.expires_on is not None and offer.expires_on < draft.today:
            raise UserError("The offer's last day is past.", hint="Give today's date or a later one.")
        kind = ArrangementKind.COUNTER_OFFER if offer.counter else ArrangementKind.OFFER
        draft.put_arrangement(_arrangement(draft, kind, offer, offer.expires_on))
        name = "Counter-offer" if offer.counter else "Offer"
        maker = "by the debtor's side" if offer.party_id else "by us"
        draft.tell(f"{name} of {_words(offer.cents, draft)} {maker}{_after(offer.note)}")
    return written(edit, f"{name} of {_words(offer.cents, draft)} recorded")


def answer_offer(
    vault: Vault, account_id: str, arrangement_id: str, answer: ArrangementStatus, note: str = ""
) -> Written:
    """Accept, decline or withdraw an open offer; UserError when it is not open or ran out."""
    if answer not in _ANSWERS:
        raise ValueError("an offer is accepted, declined or withdrawn")
    with vault.edit_case(account_id) as edit:
        edit.action = "answer_offer"
        edit.reason = note
        draft = AccountDraft(vault, edit)
        offer = _open_arrangement(draft, arrangement_id)
        if answer is ArrangementStatus.ACCEPTED:
            _require_open(draft)
            if offer.due_on is not None and offer.due_on < draft.today:
                raise UserError("This offer ran out.", hint="Record a new one.")
        draft.put_arrangement(replace(offer, status=answer))
        told = f"Offer of {_words(offer.cents, draft)} {_ANSWERS[answer]}{_after(note)}"
        draft.tell(told, details={ARRANGEMENT: arrangement_id})
    return written(edit, f"Offer {_ANSWERS[answer]}")


def add_promise(vault: Vault, account_id: str, promise: Promise) -> Written:
    """Record a promise: the status becomes promise pending and the next action its due day.

    UserError as for an offer, and for a due day that is past or more than 90 days of grace.
    """
    with vault.edit_case(account_id) as edit:
        edit.action = "add_promise"
        draft = AccountDraft(vault, edit)
        _require_open(draft)
        _require_amount(promise.cents, draft)
        if promise.due_on < draft.today:
            raise UserError("The due day is past.", hint="Give today's date or a later one.")
        if not 0 <= promise.grace_days <= 90:
            raise UserError("Days of grace go from 0 to 90.", hint="Give fewer days.")
        kind, before = ArrangementKind.PROMISE, status_before_promise(draft.account, draft.arrangements)
        made = _arrangement(draft, kind, promise, promise.due_on)
        draft.put_arrangement(replace(made, grace_days=promise.grace_days, status_before=before.value))
        amount, due = _words(promise.cents, draft), promise.due_on.isoformat()
        draft.tell(f"Promise of {amount} by {due}{_after(promise.note)}")
        if draft.account.status in REPLACEABLE:
            draft.set_status(AccountStatus.PROMISE_PENDING)
        _await(draft, promise.due_on)
    return written(edit, f"Promise of {amount} by {due} recorded")


def _await(draft: AccountDraft, due_on: date) -> None:
    """Make the earliest open promise the next action."""
    waiting = draft.work.next_action == PROMISE_DUE and draft.work.next_action_on
    on = min(due_on, draft.work.next_action_on) if waiting and draft.work.next_action_on else due_on
    draft.set_next_action(PROMISE_DUE, on)


def withdraw_promise(vault: Vault, account_id: str, arrangement_id: str, reason: str) -> Written:
    """Withdraw an open promise, with a reason; the status goes back to what it was before."""
    if not reason.strip():
        raise UserError("A reason is needed.", hint="Say in a few words why.")
    with vault.edit_case(account_id) as edit:
        edit.action = "withdraw_promise"
        edit.reason = reason
        draft = AccountDraft(vault, edit)
        promise = _open_arrangement(draft, arrangement_id)
        draft.put_arrangement(replace(promise, status=ArrangementStatus.WITHDRAWN))
        draft.tell(f"Promise withdrawn{_after(reason)}", details={ARRANGEMENT: arrangement_id})
        left = [
            a
            for a in draft.arrangements
            if a.kind is ArrangementKind.PROMISE and a.status is ArrangementStatus.OPEN and not a.retired
        ]
        if not left and draft.account.status is AccountStatus.PROMISE_PENDING:
            draft.set_status(AccountStatus(promise.status_before or AccountStatus.NEW))
        if draft.work.next_action in OWN_ACTIONS:
            due = min((a.due_on for a in left if a.due_on), default=None)
            draft.set_next_action(PROMISE_DUE if due else "Promise withdrawn: call", due or draft.today)
    return written(edit, "Promise withdrawn")


def add_negotiation_note(
    vault: Vault,
    account_id: str,
    *,
    position: str = "",
    counter_offer: str = "",
    next_step: str = "",
    follow_up: NextAction | None = None,
) -> Written:
    """Add a note of a negotiation to the timeline, and set the next action with it where one is given.

    UserError when all of the note is empty.
    """
    said = {"position": position, "counter_offer": counter_offer, "next_step": next_step}
    said = {key: text.strip() for key, text in said.items() if text.strip()}
    if not said:
        raise UserError("The note is empty.", hint="Say where they stand, or what comes next.")
    with vault.edit_case(account_id) as edit:
        edit.action = "add_negotiation_note"
        words = "; ".join(f"{key.replace('_', ' ').capitalize()}: {text}" for key, text in said.items())
        AccountDraft(vault, edit).tell(words, kind=ActivityKind.NOTE, details=said)
        if follow_up is not None:
            go_on(edit, follow_up)
    return written(edit, "Negotiation note added")


def settle_promises(vault: Vault, today: date | None = None) -> Written:
    """Mark promises whose days of grace are over as broken or partly kept.

    One commit a case, with the next action "Broken promise: call".  A case that cannot be opened is left
    alone: opening it tells what is wrong with it.
    """
    return settle_promises_in_pieces(DirectAccess(vault), NoProgress(), today)


def settle_promises_in_pieces(access: VaultAccess, progress: Progress, today: date | None = None) -> Written:
    """:func:`settle_promises` case by case; the window runs it as a job after unlocking.

    Cancelled it ends with what is settled so far; the next time goes on.
    """
    commits: list[Commit] = []
    waiting = access.call(partial(_overdue, today=today))
    for number, account_id in enumerate(waiting, 1):
        if progress.cancelled():
            break
        try:
            commits += access.call(partial(_settle_case, account_id=account_id)).commits
        except WorkbenchError:
            continue
        finally:
            progress.report(number, len(waiting), "promises")
    accounts = frozenset(commit.account_id for commit in commits)
    one, many = "A promise was not kept in time", f"{len(accounts):,} promises were not kept in time"
    words = (one if len(accounts) == 1 else many) if accounts else ""
    return Written(words, Changes(accounts=accounts), tuple(commits))


def _overdue(vault: Vault, today: date | None) -> list[str]:
    """Accounts with an open promise whose due day is past."""
    day = (today or local_day(vault)) - timedelta(days=1)
    past = Condition(ListField.PROMISE, high=day.isoformat())
    return vault.catalog.account_ids(where=AccountFilter(conditions=(past,)))


def _settle_case(vault: Vault, account_id: str) -> Written:
    with vault.edit_case(account_id) as edit:
        edit.action = "settle_promises"
        edit.reason = "the days of grace are over"
        settle(AccountDraft(vault, edit))
    return written(edit, "Promises settled")


def _arrangement(
    draft: AccountDraft, kind: ArrangementKind, terms: Offer | Promise, due_on: date | None
) -> Arrangement:
    return Arrangement(
        new_id(),
        kind,
        ArrangementStatus.OPEN,
        draft.now,
        terms.cents,
        draft.account.balance.currency,
        due_on=due_on,
        party_id=terms.party_id,
        note=" ".join(terms.note.split()),
    )


def _open_arrangement(draft: AccountDraft, arrangement_id: str) -> Arrangement:
    for arrangement in draft.arrangements:
        if arrangement.arrangement_id == arrangement_id and not arrangement.retired:
            if arrangement.status is not ArrangementStatus.OPEN:
                raise UserError("This is not open any more.", hint="Record a new one.")
            return arrangement
    raise UserError("The case has no such offer or promise.", hint="Choose one of those shown.")


def _require_open(draft: AccountDraft) -> None:
    why = blocked_by([r.kind for r in in_force(draft.restrictions)])
    if why:
        raise NegotiationBlockedError(
            f"Nothing may be offered or promised now: {why}.", hint="Lift the restriction when it is settled."
        )


def _require_amount(cents: int, draft: AccountDraft) -> None:
    if cents <= 0:
        raise UserError("An amount above zero is needed.", hint="Enter it as 1,234.50.")
    if draft.account.balance.total <= 0:
        raise UserError("Nothing is owed on this account.", hint="Check the ledger.")
    if cents > draft.account.balance.total:
        raise UserError("That is more than what is owed.", hint="Give at most the balance.")


def _words(cents: int, draft: AccountDraft) -> str:
    return str(Money(cents, draft.account.balance.currency))


def _after(note: str) -> str:
    return f": {' '.join(note.split())}" if note.strip() else "."
