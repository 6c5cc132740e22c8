"""Rules about e-mail, text messages and machines that dial."""

from collections.abc import Iterator
from datetime import date, timedelta

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of, place_of
from workbench.compliance.context import Context
from workbench.compliance.days import business_days_from
from workbench.compliance.decision import RuleResult
from workbench.compliance.facts_contact import Endpoint
from workbench.compliance.localtime import local_date
from workbench.compliance.pack import Params, Rule
from workbench.compliance.verdict import NEVER, Verdict, on_event
from workbench.compliance.words import Channel, DialMethod, Direction, Known, Place

REPLY_DAYS = 35
"""12 CFR 1006.6(d)(4)(ii)(C): the reply-by date lies at least 35 days after the creditor's notice is sent."""
REVOCATION_BUSINESS_DAYS = 10
"""47 CFR 64.1200(a)(10)."""
ELECTRONIC = frozenset({Channel.EMAIL, Channel.SMS, Channel.SOCIAL_DM})


def _consumers_own_route(ctx: Context, point: Endpoint) -> str:
    """12 CFR 1006.6(d)(4)(i): the consumer wrote from the address, or consented to it."""
    if point.consumer_wrote_on is not None and point.consumer_wrote_on <= ctx.latest:
        return "consumer_wrote"
    inbound = any(
        e.direction is Direction.INBOUND and e.channel is Channel.EMAIL and e.endpoint_id == point.endpoint_id
        for e in ctx.past_events()
    )
    if inbound:
        return "consumer_wrote"
    return next((f"consent {c.consent_id}" for c in ctx.consents("email")), "")


def _creditor_route(ctx: Context, point: Endpoint) -> bool:
    """12 CFR 1006.6(d)(4)(ii): the creditor used the address and told the consumer, who had 35 days."""
    notice = point.creditor_notice
    if notice is None or not point.creditor_used or point.domain_public is not True:
        return False
    enough = notice.reply_by - notice.sent_on >= timedelta(days=REPLY_DAYS)
    over = ctx.earliest > notice.reply_by
    fit = notice.complete and not notice.opted_out and point.employer_provided is not Known.YES
    return enough and over and fit


def email_procedure(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """The procedures of 12 CFR 1006.6(d)(4); without one a disclosure to others is not excused."""
    point = ctx.endpoint
    if point is None:
        yield missing(rule, "endpoints")
        return
    if point.disclosed_to_third_party:
        text = "A message to this address has reached somebody else."
        yield answer(rule, "known_disclosure", text, verdict=Verdict.BLOCK, next_time=NEVER)
        return
    if _consumers_own_route(ctx, point) or _creditor_route(ctx, point) or point.prior_collector_used:
        return
    yield answer(
        rule,
        "no_email_procedure",
        "None of the procedures for this address is fulfilled: a disclosure to others would not be excused.",
        next_time=on_event("email_procedure"),
    )


def work_email(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """No e-mail to an address of the employer, unless the consumer used it or a prior collector could."""
    point = ctx.endpoint
    if point is None or _consumers_own_route(ctx, point) or point.prior_collector_used:
        return
    if point.employer_provided is Known.YES:
        text = "The employer provides this address."
        yield answer(rule, "employer_address", text, next_time=on_event("consumer_uses_address"))
    elif point.employer_provided is Known.UNKNOWN and point.domain_public is not True:
        text = "A private domain: the employer may provide this address."
        yield answer(
            rule,
            "private_domain",
            text,
            verdict=Verdict.ACK,
            missing=("endpoints.employer_provided",),
        )


class FreshParams(Params, frozen=True):
    """Days for which a text, a consent or a check of the number is good, that many days back included."""

    fresh_days: int


def _texts(ctx: Context, point: Endpoint) -> list[date]:
    days = [
        max(local_date(e.at, name) for name in ctx.zones)
        for e in ctx.past_events()
        if e.direction is Direction.INBOUND
        and e.channel is Channel.SMS
        and e.endpoint_id == point.endpoint_id
    ]
    if point.consumer_wrote_on is not None:
        days.append(point.consumer_wrote_on)
    return [day for day in days if day <= ctx.latest]


def sms_procedure(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """12 CFR 1006.6(d)(5): the consumer's own texts or consent, and proof that the number is still theirs."""
    point = ctx.endpoint
    if point is None:
        yield missing(rule, "endpoints")
        return
    fresh = timedelta(days=params_of(rule, FreshParams).fresh_days)
    texts = _texts(ctx, point)
    consents = [ctx.day_of(c.received_at) for c in ctx.consents("sms")]
    checks = [c for c in point.number_checks if c.on <= ctx.latest]
    bases = texts + consents
    reassigned = [c.on for c in checks if c.result == "reassigned"]
    if reassigned and not any(day > max(reassigned) for day in bases):
        text = "The number has been reassigned."
        yield answer(
            rule, "reassigned", text, verdict=Verdict.BLOCK, next_time=on_event("consumer_texts_again")
        )
        return
    clean = [c.on for c in checks if c.result == "no" and bases and c.on >= max(bases)]
    if bases and timedelta(0) <= ctx.latest - max(bases + clean) <= fresh:
        return
    yield answer(
        rule,
        "no_sms_procedure",
        f"No text, consent or number check of the last {fresh.days} days: a disclosure would not be excused.",
        next_time=on_event("number_check"),
    )


def auto_dialling(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Prerecorded voices and machines that dial mobile numbers need prior express consent."""
    planned = ctx.planned
    recorded = planned.channel is Channel.PRERECORDED_CALL
    mobile = place_of(ctx) is Place.MOBILE
    if next(ctx.consents("tcpa_auto"), None) is not None:
        return
    if recorded or planned.dial_method is DialMethod.AUTOMATIC:
        yield answer(
            rule,
            "no_autodial_consent",
            "A machine may not dial or speak without the person's prior express consent.",
            next_time=on_event("autodial_consent"),
        )
    elif planned.dial_method is DialMethod.UNKNOWN and mobile:
        yield missing(rule, "planned.dial_method")


def revocation_honoured_by(revoked_on: date, *, exclude_observed: bool) -> date:
    """The last day the law allows to honour a revocation: ten business days.  The gate honours it at once."""
    return business_days_from(revoked_on, REVOCATION_BUSINESS_DAYS, observed=exclude_observed)


class MediumConsentParams(Params, frozen=True):
    """Kinds of consent that open the medium; how many unconsented messages a week may ask for it.

    ``volunteered``: the consumer must have volunteered the address and it must not be the employer's.
    """

    kinds: frozenset[str]
    ask_per_week: int = 0
    volunteered: bool = False


def medium_consent(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """State rules: electronic contact only with the consumer's consent to that medium."""
    params = params_of(rule, MediumConsentParams)
    if any(next(ctx.consents(kind), None) is not None for kind in params.kinds):
        return
    point = ctx.endpoint
    own = point is not None and point.volunteered and point.employer_provided is not Known.YES
    if params.volunteered and own:
        return
    if ctx.facts.consents is None:
        yield missing(rule, "consents")
    week = [
        e
        for e in ctx.outbound()
        if e.channel in ELECTRONIC
        and e.party_id == ctx.planned.party_id
        and any(local_date(ctx.planned.at, z) - local_date(e.at, z) < timedelta(days=7) for z in ctx.zones)
    ]
    if len(week) < params.ask_per_week:
        text = "Without consent to this medium the message may only ask for it."
        yield answer(rule, "may_only_ask", text, verdict=Verdict.ACK)
        return
    text = "The consumer has not consented to this medium."
    yield answer(rule, "no_medium_consent", text, next_time=on_event("medium_consent"))
