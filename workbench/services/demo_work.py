"""Three weeks of invented work on the demonstration vault, so that every screen has something to show.

Everything goes through the services that a person's own work goes through; only the clock is played.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from workbench.base.errors import UserError
from workbench.model.lead import Lead, LeadStatus, RejectReason
from workbench.model.ledger import PaymentMethod
from workbench.model.party import ContactKind, ContactPoint, ContactStatus
from workbench.model.restriction import RestrictionKind
from workbench.model.result_code import RESULT_CODES, Channel
from workbench.services.case_contacts import set_contact_status
from workbench.services.case_log import Contact, Locate, add_note, log_contact, log_locate
from workbench.services.case_work import NextAction, add_tag
from workbench.services.leads import pending
from workbench.services.money import Payment, add_payment
from workbench.services.negotiation import Offer, Promise, add_negotiation_note, add_offer, add_promise
from workbench.services.restrictions import NewRestriction, add_restriction
from workbench.services.reviewing import Verdict, decide
from workbench.vault.vault import Vault

DAYS = 21
"""How many days before today the demonstration's work begins."""

_DECIDED, _WORKED = 60, 44
_FIRST_CALL = 14, 10
"""Hour and minute in UTC at which a day of work begins: morning in every zone of the samples."""


@dataclass(slots=True)
class PlayedClock:
    """A clock that stands where it is put and goes a few minutes with every act."""

    at: datetime
    _minutes: random.Random = field(default_factory=lambda: random.Random(11))  # noqa: S311  (no secret)

    def now(self) -> datetime:
        """The played instant, in UTC."""
        return self.at

    def go_on(self) -> None:
        """Let the time of one call pass."""
        self.at += timedelta(minutes=self._minutes.randint(4, 11))

    def morning(self, day: date) -> None:
        """Go to the morning of ``day``; never back."""
        self.at = max(self.at, datetime(day.year, day.month, day.day, *_FIRST_CALL, tzinfo=UTC))


def began_at(now: datetime) -> datetime:
    """The morning on which the demonstration's work began."""
    first = (now - timedelta(days=DAYS)).date()
    return datetime(first.year, first.month, first.day, *_FIRST_CALL, tzinfo=UTC)


def work_demo(vault: Vault, clock: PlayedClock, today: date) -> str:
    """Work the vault, which goes by ``clock``, up to yesterday; what was done, as a sentence."""
    decided = _review(vault, clock, today - timedelta(days=DAYS - 1))
    accounts = list(dict.fromkeys(decided))[:_WORKED]
    acts = [
        act
        for number, account_id in enumerate(accounts)
        for act in _STORIES[number % len(_STORIES)](vault, account_id, today)
    ]
    for ago, act in sorted(acts, key=lambda each: each[0], reverse=True):
        clock.morning(today - timedelta(days=ago))
        clock.go_on()
        act()
    return f"{len(decided)} leads decided, {len(acts)} entries of three weeks on {len(accounts)} accounts"


def _review(vault: Vault, clock: PlayedClock, day: date) -> list[str]:
    """Decide the best leads: the account of each decision, in order."""
    clock.morning(day)
    decided = []
    for number, (_, lead) in enumerate(pending(vault, limit=_DECIDED)):
        clock.go_on()
        if _judge(vault, lead, number):
            decided.append(lead.account_id)
    return decided


def _judge(vault: Vault, lead: Lead, number: int) -> bool:
    verdict = Verdict(LeadStatus.ACCEPTED)
    if number % 6 == 5:
        verdict = Verdict(LeadStatus.REJECTED, RejectReason.SAME_NAME)
    elif number % 11 == 10:
        verdict = Verdict(LeadStatus.UNSURE)
    try:
        decide(vault, lead.lead_id, verdict)
    except UserError:
        return False
    return True


_Acts = Sequence[tuple[int, Callable[[], object]]]
"""How many days ago, and what is done."""


def _point(vault: Vault, account_id: str, kind: ContactKind) -> ContactPoint | None:
    points = vault.read_case(account_id).contact_points
    return next((p for p in points if p.kind is kind and p.status is ContactStatus.UNVERIFIED), None)


def _call(vault: Vault, account_id: str, result: str, words: str, then: NextAction) -> None:
    phone = _point(vault, account_id, ContactKind.PHONE)
    says = RESULT_CODES[result].point_status
    contact = Contact(Channel.CALL, result, words, phone.contact_id if phone else "", point_status=says)
    log_contact(vault, account_id, contact, then)


def _balance(vault: Vault, account_id: str) -> int:
    return vault.read_case(account_id).account.balance.total


def _ringing(vault: Vault, account_id: str, today: date) -> _Acts:
    again = NextAction("Call in the evening", today + timedelta(days=1))
    return (
        (9, lambda: _call(vault, account_id, "NA", "Rang out.", again)),
        (6, lambda: _call(vault, account_id, "LCM", "Limited-content message left.", again)),
        (2, lambda: _call(vault, account_id, "NA", "No answer in the afternoon either.", again)),
    )


def _promising(vault: Vault, account_id: str, today: date) -> _Acts:
    cents = max(2_500, _balance(vault, account_id) // 12)
    due = today + timedelta(days=4)
    spoke = NextAction("Confirm the plan", today - timedelta(days=7))
    first = today - timedelta(days=10)
    return (
        (12, lambda: _call(vault, account_id, "RPC", "Works again since spring; can pay monthly.", spoke)),
        (12, lambda: add_promise(vault, account_id, Promise(cents, first))),
        (9, lambda: add_payment(vault, account_id, Payment(cents, first, PaymentMethod.ACH, f"A{cents}"))),
        (8, lambda: add_promise(vault, account_id, Promise(cents, due, note="Second of six."))),
    )


def _breaking(vault: Vault, account_id: str, today: date) -> _Acts:
    cents = max(2_000, _balance(vault, account_id) // 10)
    due = today - timedelta(days=6)
    spoke = NextAction("Check promise", due)
    return (
        (14, lambda: _call(vault, account_id, "PTP", "Will pay from the next wages.", spoke)),
        (14, lambda: add_promise(vault, account_id, Promise(cents, due))),
    )


def _locating(vault: Vault, account_id: str, today: date) -> _Acts:
    def verify() -> None:
        address = _point(vault, account_id, ContactKind.ADDRESS)
        if address is not None:
            set_contact_status(
                vault, account_id, address.contact_id, ContactStatus.RETURNED, "Mail came back"
            )

    then = NextAction("Next locate step", today)
    return (
        (13, verify),
        (11, lambda: log_locate(vault, account_id, Locate("voter", "no_hit", "Not on the roll."), then)),
        (7, lambda: log_locate(vault, account_id, Locate("property", "hit", "Owns a lot.", 250), then)),
        (4, lambda: log_locate(vault, account_id, Locate("utility", "pending", "Asked in writing."), then)),
    )


def _settling(vault: Vault, account_id: str, today: date) -> _Acts:
    balance, debtor = _balance(vault, account_id), vault.read_case(account_id).parties[0].party_id
    open_until = today + timedelta(days=9)
    answer = NextAction("Answer the counter-offer", today)
    counter = Offer(balance // 2, debtor, counter=True, expires_on=open_until)
    theirs = "Asks for half in one sum; sister lends it."
    return (
        (10, lambda: _call(vault, account_id, "TT", "Disputes nothing, wants one sum.", answer)),
        (10, lambda: add_offer(vault, account_id, Offer(balance * 8 // 10, expires_on=open_until))),
        (5, lambda: add_offer(vault, account_id, counter)),
        (5, lambda: add_negotiation_note(vault, account_id, position=theirs, follow_up=answer)),
    )


def _restricted(vault: Vault, account_id: str, today: date) -> _Acts:
    wait = NextAction("Send validation of the debt", today + timedelta(days=2))
    heard = today - timedelta(days=3)
    dispute = NewRestriction(RestrictionKind.DISPUTE, heard, "I paid this in the branch two years ago.")
    return (
        (8, lambda: _call(vault, account_id, "RPC", "Says the account was paid.", wait)),
        (3, lambda: add_restriction(vault, account_id, dispute)),
        (3, lambda: add_note(vault, account_id, "Asked the client for the statements.", wait)),
    )


def _quiet(vault: Vault, account_id: str, today: date) -> _Acts:
    later = NextAction("Call", today + timedelta(days=3))
    return (
        (5, lambda: add_tag(vault, account_id, "second look")),
        (1, lambda: add_note(vault, account_id, "New address fits the parcel roll; call the number.", later)),
    )


_STORIES = (_ringing, _promising, _locating, _settling, _breaking, _quiet, _restricted)
