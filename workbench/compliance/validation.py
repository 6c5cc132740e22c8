"""The validation notice and its period (12 CFR 1006.34), and whether a dispute came in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workbench.compliance.calls import about, is_conversation
from workbench.compliance.days import business_days_from
from workbench.compliance.facts_contact import Event
from workbench.compliance.facts_debt import CreditorRequest, Debt, Dispute, Notice
from workbench.compliance.words import Channel, Direction, Outcome, Party, Purpose

NOTICE_DAYS = 5
RECEIPT_BUSINESS_DAYS = 5
PERIOD_DAYS = 30
WRITTEN_CHANNELS = frozenset({Channel.LETTER, Channel.EMAIL, Channel.SMS, Channel.SOCIAL_DM, Channel.FAX})
NOT_ABOUT_DEBT = frozenset({Purpose.LOCATE, Purpose.LOCATE_ESTATE_REP, Purpose.OPTOUT_CONFIRMATION})


def assumed_receipt(sent_on: date, *, exclude_observed: bool) -> date:
    """The fifth business day after sending (12 CFR 1006.34(b)(5))."""
    return business_days_from(sent_on, RECEIPT_BUSINESS_DAYS, observed=exclude_observed)


@dataclass(frozen=True, slots=True)
class Period:
    """A validation period: the day the notice counts as received and the last day to dispute."""

    receipt: date
    end: date


def validation_period(notice: Notice, *, exclude_observed: bool) -> Period:
    """Period of one notice; a later actual receipt counts, and so does a later date printed on it."""
    receipt = notice.sent_on
    if notice.medium != "oral":
        receipt = assumed_receipt(notice.sent_on, exclude_observed=exclude_observed)
    if notice.received_on is not None:
        receipt = max(receipt, notice.received_on)
    end = receipt + timedelta(days=PERIOD_DAYS)
    return Period(receipt, max(end, notice.printed_period_end or end))


def notice_in_force(notices: Iterable[Notice], debt_id: str, on: date) -> Notice | None:
    """The notice that runs the period on a date: the first one sent after the last that came back."""
    mine = sorted((n for n in notices if n.debt_id == debt_id and n.sent_on <= on), key=lambda n: n.sent_on)
    good: Notice | None = None
    for notice in mine:
        if notice.returned_on is not None and notice.returned_on <= on:
            good = None
        elif good is None:
            good = notice
    return good


def is_communication(event: Event) -> bool:
    """Whether a past event conveyed information about the debt to the consumer.

    Attempts, limited-content messages and location calls do not; a full voicemail may, and is taken to.
    """
    if event.purpose in NOT_ABOUT_DEBT or event.party in {Party.THIRD_PARTY, Party.EMPLOYER}:
        return False
    if event.debt_discussed is False:
        return False
    if is_conversation(event) or event.outcome in {Outcome.VOICEMAIL, Outcome.RECORDED_MESSAGE}:
        return event.direction is Direction.OUTBOUND or is_conversation(event)
    sent = event.outcome in {Outcome.SENT, Outcome.UNKNOWN}
    return event.channel in WRITTEN_CHANNELS and sent and event.direction is Direction.OUTBOUND


def initial_communication(debt: Debt, events: Iterable[Event]) -> datetime | None:
    """The first communication about the debt: as recorded, else the earliest such event."""
    if debt.initial_communication_at is not None:
        return debt.initial_communication_at
    return min((e.at for e in events if is_communication(e) and about(e, (debt.debt_id,))), default=None)


def notice_due(first_communication: date) -> date:
    """The last day to send the notice: five calendar days after the initial communication."""
    return first_communication + timedelta(days=NOTICE_DAYS)


def in_time(item: Dispute | CreditorRequest, received: date, period: Period | None, grace_days: int) -> bool:
    """Whether a dispute or request came within the period; True when the period is not known.

    The postmark decides when known; without one, receipt up to ``grace_days`` after the end is in time.
    """
    if isinstance(item, Dispute) and item.within_period is not None:
        return item.within_period
    if period is None:
        return True
    if item.postmarked_on is not None:
        return item.postmarked_on <= period.end
    return received <= period.end + timedelta(days=grace_days)
