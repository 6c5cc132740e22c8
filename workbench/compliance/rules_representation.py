"""Rules about the consumer's attorney, notices to cease, and media the person has closed to us."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of
from workbench.compliance.calls import TELEPHONE
from workbench.compliance.context import Context
from workbench.compliance.decision import RuleResult
from workbench.compliance.facts_people import Attorney, Cease
from workbench.compliance.pack import Params, Rule
from workbench.compliance.verdict import NEVER, Verdict, at_time, on_event
from workbench.compliance.words import Channel, Direction, Element, Purpose

CEASE_NOTICES = frozenset({Purpose.CEASE_TERMINATE, Purpose.CEASE_MAY_INVOKE, Purpose.CEASE_WILL_INVOKE})
LEGAL_PROCESS = frozenset({Purpose.REQUIRED_BY_LAW, Purpose.LEGAL_ACTION, Purpose.PROOF_OF_CLAIM})
ASKS_FOR_MONEY = frozenset(
    {
        Element.PAYMENT_DEMAND,
        Element.SETTLEMENT_OFFER,
        Element.PARTIAL_PAYMENT_REQUEST,
        Element.ACKNOWLEDGEMENT_REQUEST,
    }
)
ONLY_CONFIRMATION = frozenset({Element.OPTOUT_CONFIRMATION, Element.BUSINESS_NAME})


class AttorneyParams(Params, frozen=True):
    """Days after the first contact with a silent attorney from which the consumer may be asked again."""

    response_days: int


def covers(debt_ids: tuple[str, ...], ctx: Context) -> bool:
    """Whether a fact about ``debt_ids`` (none: every debt) touches the planned debts (none: may be any)."""
    planned = ctx.planned.debt_ids
    return not debt_ids or not planned or bool(set(debt_ids) & set(planned))


def active_attorneys(ctx: Context) -> Iterator[Attorney]:
    """Attorneys known of at the planned instant."""
    at = ctx.planned.at
    for attorney in ctx.facts.attorneys or ():
        if attorney.known_at <= at and (attorney.ended_at is None or attorney.ended_at > at):
            yield attorney


def identifiable(attorney: Attorney) -> bool:
    """Whether name and address or phone are known or readily found."""
    return bool(attorney.name and attorney.address_or_phone) or attorney.readily_ascertainable is True


def attorney_rule(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """No contact with a represented consumer about the debt."""
    if ctx.facts.attorneys is None:
        yield missing(rule, "attorneys")
    days = timedelta(days=params_of(rule, AttorneyParams).response_days)
    for attorney in active_attorneys(ctx):
        yield _attorney_answer(rule, ctx, attorney, days)


def _attorney_answer(rule: Rule, ctx: Context, attorney: Attorney, days: timedelta) -> RuleResult:
    facts = {"attorney": attorney.attorney_id}
    if not covers(attorney.debt_ids, ctx):
        text = "An attorney represents the consumer on another debt: ask whether on this one too."
        return answer(rule, "represented_elsewhere", text, verdict=Verdict.WARN, facts=facts)
    consent = attorney.consents_direct_id or next((c.consent_id for c in ctx.consents("direct")), "")
    if consent:
        text = "Represented, but direct contact was agreed to."
        return answer(
            rule, "direct_consent", text, verdict=Verdict.ALLOW, facts={**facts, "consent": consent}
        )
    if not identifiable(attorney):
        text = "Represented by an attorney we cannot identify: this contact may only ask who it is."
        return answer(rule, "attorney_unidentified", text, verdict=Verdict.ACK, facts=facts)
    first, last = attorney.first_contact_on, attorney.last_response_on
    if first is None or (last is not None and last >= first):
        event = "attorney_contacted_and_silent" if first is None else "attorney_consents_to_contact"
        text = "Represented by an attorney: contact the attorney instead."
        return answer(rule, "represented", text, facts=facts, next_time=on_event(event))
    free = first + days
    if ctx.earliest >= free:
        text = f"The attorney has not answered for {days.days} days."
        return answer(rule, "attorney_silent", text, verdict=Verdict.ACK, facts=facts)
    text = "Represented by an attorney, who still has time to answer."
    return answer(rule, "represented", text, facts=facts, next_time=at_time(ctx.start_of(free)))


def attorney_notice(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """State rules: an attorney's written notice bars direct contact, silent or not."""
    for attorney in active_attorneys(ctx):
        if attorney.written_notice and not attorney.consents_direct_id and covers(attorney.debt_ids, ctx):
            yield answer(
                rule,
                "attorney_notice",
                "The attorney has given written notice of representation.",
                facts={"attorney": attorney.attorney_id},
                next_time=on_event("attorney_consents_to_contact"),
            )


def active_ceases(ctx: Context) -> Iterator[Cease]:
    """Notices to stop received by the planned instant and not lifted; complete on receipt."""
    at = ctx.planned.at
    for cease in ctx.facts.cease or ():
        in_force = cease.received_at <= at and (cease.lifted_at is None or cease.lifted_at > at)
        if in_force and covers(cease.debt_ids, ctx):
            yield cease


def cease_rule(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A written notice to stop or refusal to pay ends contact, but for a few notices."""
    if ctx.facts.cease is None:
        yield missing(rule, "cease")
    for cease in active_ceases(ctx):
        if cease.written is not False and ctx.planned.purpose not in LEGAL_PROCESS:
            yield _cease_answer(rule, ctx, cease)


def _cease_answer(rule: Rule, ctx: Context, cease: Cease) -> RuleResult:
    purpose, content = ctx.planned.purpose, ctx.planned.content
    facts = {"cease": cease.cease_id}
    unknown = ("cease.written",) if cease.written is None else ()
    if purpose in CEASE_NOTICES and content is None:
        return missing(rule, "planned.content")
    if purpose in CEASE_NOTICES and content is not None and not content.elements & ASKS_FOR_MONEY:
        text = "One of the notices still allowed after a notice to stop."
        return answer(rule, "notice_after_cease", text, verdict=Verdict.ACK, facts=facts, missing=unknown)
    if purpose is Purpose.RESPOND_TO_INBOUND and _wrote_since(ctx, cease):
        text = "The consumer contacted us after the notice to stop; the notice stays in force."
        return answer(rule, "inbound_after_cease", text, verdict=Verdict.ACK, facts=facts, missing=unknown)
    text = "The consumer has refused to pay or told us to stop, in writing."
    return answer(rule, "cease", text, facts=facts, missing=unknown, next_time=NEVER)


def _wrote_since(ctx: Context, cease: Cease) -> bool:
    return any(
        e.direction is Direction.INBOUND and e.at > cease.received_at and e.party_id == ctx.planned.party_id
        for e in ctx.past_events()
    )


def oral_cease(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """An oral request to stop everything is kept like a written one until a supervisor has looked at it."""
    for cease in active_ceases(ctx):
        if cease.written is False and not cease.reviewed and ctx.planned.purpose not in LEGAL_PROCESS:
            yield answer(
                rule,
                "oral_cease",
                "The consumer asked, orally, to stop all contact; a supervisor has not reviewed it yet.",
                facts={"cease": cease.cease_id},
                next_time=on_event("supervisor_review"),
            )


def expand(media: frozenset[Channel]) -> frozenset[Channel]:
    """Channels a request about ``media`` closes: "stop calling" closes every kind of telephone call."""
    return media | TELEPHONE if media & TELEPHONE else media


def _closing(ctx: Context) -> Iterator[tuple[str, str, frozenset[Channel], datetime]]:
    """(id, endpoint or "", channels or none for all, received) of every request that closes a medium."""
    for wish in ctx.preferences("medium_optout"):
        yield wish.preference_id, wish.endpoint_id, expand(wish.media), wish.received_at
    for cease in active_ceases(ctx):
        if cease.written is False and cease.medium is not None:
            yield cease.cease_id, "", expand(frozenset({cease.medium})), cease.received_at


def medium_optout(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A medium, a number or an address the person has asked us not to use; an oral request is enough."""
    if ctx.facts.preferences is None:
        yield missing(rule, "preferences")
    planned = ctx.planned
    for key, endpoint, media, received in _closing(ctx):
        if (endpoint and endpoint != planned.endpoint_id) or (media and planned.channel not in media):
            continue
        yield _closed_answer(rule, ctx, key, received)


def _closed_answer(rule: Rule, ctx: Context, key: str, received: datetime) -> RuleResult:
    facts = {"request": key}
    reason = _exception(ctx, received)
    if reason:
        text = "The person has closed this medium, but this message is one of the exceptions."
        return answer(rule, reason, text, verdict=Verdict.ALLOW, facts=facts)
    text = "The person has asked us not to use this medium, number or address."
    return answer(rule, "medium_closed", text, facts=facts, next_time=NEVER)


def _exception(ctx: Context, received: datetime) -> str:
    planned, purpose = ctx.planned, ctx.planned.purpose
    if purpose is Purpose.REQUIRED_BY_LAW:
        return "required_by_law"
    same = [e for e in ctx.past_events() if e.channel is planned.channel and e.party_id == planned.party_id]
    ours = [e for e in same if e.direction is Direction.OUTBOUND and e.purpose is purpose]
    if purpose is Purpose.OPTOUT_CONFIRMATION:
        elements = planned.content.elements if planned.content is not None else frozenset({Element.OTHER})
        sent = any(e.at >= received for e in ours)
        return "" if sent or not elements <= ONLY_CONFIRMATION else "optout_confirmation"
    if purpose is Purpose.RESPOND_TO_INBOUND:
        theirs = [e.at for e in same if e.direction is Direction.INBOUND and e.at > received]
        if theirs and not any(e.at >= max(theirs) for e in ours):
            return "reply_to_inbound"
    return ""
