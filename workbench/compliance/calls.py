"""Past calls and what they mean for the counts of 12 CFR 1006.14(b)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from workbench.compliance.facts import Facts
from workbench.compliance.facts_contact import Event
from workbench.compliance.facts_debt import Debt
from workbench.compliance.facts_people import Consent
from workbench.compliance.localtime import local_date
from workbench.compliance.words import Channel, Outcome

TELEPHONE = frozenset({Channel.CALL, Channel.VOICEMAIL, Channel.PRERECORDED_CALL})
NOT_CONNECTED = frozenset(
    {Outcome.BUSY, Outcome.OUT_OF_SERVICE, Outcome.INVALID_NUMBER, Outcome.NETWORK_FAILURE}
)
UNANSWERED = frozenset(
    {
        Outcome.NO_ANSWER,
        Outcome.VOICEMAIL,
        Outcome.MAILBOX_FULL,
        Outcome.RECORDED_MESSAGE,
        Outcome.LIMITED_CONTENT_MESSAGE,
        Outcome.RINGLESS_VOICEMAIL,
    }
)
CONSENT_DAYS = 7
"""12 CFR 1006.14(b)(3)(i): consent to more calls is good for seven days, that of its receipt included."""


def about(event: Event, debt_ids: Iterable[str]) -> bool:
    """Whether the event was about one of the debts; one without a recorded debt counts for each."""
    return not event.debt_ids or bool(set(event.debt_ids) & set(debt_ids))


def is_conversation(event: Event) -> bool:
    """A telephone conversation about the debt, whoever started it."""
    if event.channel not in TELEPHONE or event.debt_discussed is False:
        return False
    spoken = event.outcome in {Outcome.CONVERSATION, Outcome.DROPPED}
    return spoken or (event.outcome is Outcome.HUNG_UP and event.debt_discussed is True)


def may_be_conversation(event: Event) -> bool:
    """A call of which nobody recorded whether the debt was talked about."""
    unclear = event.outcome in {Outcome.HUNG_UP, Outcome.UNKNOWN}
    return event.channel in TELEPHONE and unclear and event.debt_discussed is None


def same_debt(debt_id: str, debts: Iterable[Debt]) -> frozenset[str]:
    """Ids that count as one debt with ``debt_id``: student loans under one servicing account number."""
    debts = tuple(debts)
    own = next((d for d in debts if d.debt_id == debt_id), None)
    if own is None or own.kind != "student_loan" or not own.servicing_account:
        return frozenset({debt_id})
    return frozenset(
        d.debt_id for d in debts if d.kind == "student_loan" and d.servicing_account == own.servicing_account
    ) | {debt_id}


def consent_holds(
    consent: Consent,
    at: datetime,
    facts: Facts,
    *,
    party_id: str,
    debt_ids: frozenset[str],
    zones: frozenset[str],
) -> bool:
    """Whether a consent to more calls covers a call at ``at``.

    It holds on the day of receipt and the six after it, on the clocks of every zone, and ends earlier when
    it was given for less, is withdrawn, or a conversation with the person about the debt follows it.
    """
    if consent.kind != "call_more" or consent.received_at > at or consent.given_during_violation:
        return False
    if consent.party_id not in {"", party_id} or (
        consent.revoked_at is not None and consent.revoked_at <= at
    ):
        return False
    if consent.debt_ids and not debt_ids & set(consent.debt_ids):
        return False
    for name in zones:
        today, received = local_date(at, name), local_date(consent.received_at, name)
        if today - received >= timedelta(days=CONSENT_DAYS) or (consent.until and today > consent.until):
            return False
    return not any(
        is_conversation(e)
        and consent.received_at < e.at < at
        and e.party_id == party_id
        and e.event_id != consent.event_id
        and (not debt_ids or about(e, debt_ids))
        for e in facts.events or ()
    )


def covering_consent(
    at: datetime, facts: Facts, party_id: str, debt_ids: frozenset[str], zones: frozenset[str]
) -> Consent | None:
    """A consent that covers a call at ``at``, or None."""
    for consent in facts.consents or ():
        if consent_holds(consent, at, facts, party_id=party_id, debt_ids=debt_ids, zones=zones):
            return consent
    return None
