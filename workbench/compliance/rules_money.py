"""Rules about amounts, payments, limitation and legal action."""

from collections.abc import Iterator
from datetime import date

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of
from workbench.compliance.context import Context
from workbench.compliance.days import business_days_from
from workbench.compliance.decision import RuleResult
from workbench.compliance.limitation import expiry_in, time_barred
from workbench.compliance.pack import Params, Rule
from workbench.compliance.verdict import NEVER, Verdict, at_time, on_event
from workbench.compliance.words import Element, Purpose

SUES = frozenset({Purpose.LEGAL_ACTION, Purpose.THREATEN_LEGAL_ACTION})
REVIVES = frozenset({Element.PARTIAL_PAYMENT_REQUEST, Element.ACKNOWLEDGEMENT_REQUEST})
POSTDATED_BEYOND_DAYS = 5
AT_MOST, AT_LEAST = 10, 3
"""15 U.S.C. 1692f(2): notice not more than ten nor less than three business days before deposit."""


def amounts(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Every amount needs an agreement that creates it or a law that permits it."""
    for line in ctx.planned.step.amounts:
        if line.authority not in {"agreement", "law"} or not line.citation:
            yield answer(
                rule,
                "amount_without_authority",
                "An amount that no cited agreement or law allows.",
                facts={"line": line.name},
                next_time=on_event("amount_removed"),
            )


def deposit_notice_window(instrument_date: date, *, exclude_observed: bool) -> tuple[date, date]:
    """First and last day to give notice of depositing a postdated instrument on its date."""
    return (
        business_days_from(instrument_date, -AT_MOST, observed=exclude_observed),
        business_days_from(instrument_date, -AT_LEAST, observed=exclude_observed),
    )


def postdated(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A postdated cheque is never deposited early, and only after notice in its window."""
    step = ctx.planned.step
    if step.instrument_date is None:
        yield missing(rule, "planned.step.instrument_date")
        return
    if ctx.earliest < step.instrument_date:
        free = at_time(ctx.start_of(step.instrument_date))
        yield answer(rule, "deposited_early", "Before the date on the instrument.", next_time=free)
    if step.taken_on is None:
        yield missing(rule, "planned.step.taken_on")
        return
    if (step.instrument_date - step.taken_on).days <= POSTDATED_BEYOND_DAYS:
        return
    observed = ctx.pack.exclude_observed_holidays
    first, last = deposit_notice_window(max(ctx.latest, step.instrument_date), exclude_observed=observed)
    if step.deposit_notice_on is None or not first <= step.deposit_notice_on <= last:
        yield answer(
            rule,
            "no_deposit_notice",
            f"Notice of the deposit has to be given from {first} to {last}.",
            next_time=on_event("deposit_notice_given"),
        )


class TimeBarredParams(Params, frozen=True):
    """Days before the end of the period in which the debt is called at risk."""

    at_risk_days: int = 60


def time_barred_rule(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """No suit, and no threat of one, on a time-barred debt; other contact with care."""
    if ctx.facts.debts is None:
        yield missing(rule, "debts")
        return
    content = ctx.planned.content
    said = content.elements if content is not None else frozenset[Element]()
    threat = ctx.planned.purpose in SUES or Element.LEGAL_THREAT in said
    for debt in ctx.debts:
        yield from _barred(rule, ctx, debt.debt_id, threat=threat, revives=bool(said & REVIVES))
    described = {d.debt_id for d in ctx.debts}
    if not ctx.planned.debt_ids or (not threat and not set(ctx.planned.debt_ids) <= described):
        yield missing(rule, "debts" if ctx.planned.debt_ids else "planned.debt_ids")
    if threat and not set(ctx.planned.debt_ids) <= described:
        text = "A suit or threat on a debt of which nothing is known."
        yield answer(
            rule, "limitation_unknown", text, missing=("debts",), next_time=on_event("accrual_known")
        )


def _barred(rule: Rule, ctx: Context, debt_id: str, *, threat: bool, revives: bool) -> Iterator[RuleResult]:
    debt = next(d for d in ctx.debts if d.debt_id == debt_id)
    if "judgment" in debt.flags:
        return
    expiry = expiry_in(debt, ctx)
    last = "" if expiry.last_day is None else expiry.last_day.isoformat()
    facts = {"debt": debt_id, "last_day": last, "state": expiry.state, "contract": expiry.contract}
    unknown = () if last or not threat else ("debts.accrual_on",)
    if not time_barred(debt, ctx):
        left = (expiry.last_day - ctx.latest).days if expiry.last_day is not None else 0
        if left < params_of(rule, TimeBarredParams).at_risk_days:
            text = f"The limitation period ends on {last}."
            yield answer(rule, "at_risk", text, verdict=Verdict.WARN, facts=facts)
    elif threat:
        text = "The debt is time-barred, or has to be taken as such: no suit and no threat of one."
        yield answer(rule, "time_barred", text, facts=facts, missing=unknown, next_time=NEVER)
    elif revives:
        text = "A payment or acknowledgement may revive a time-barred debt: give the state's notice."
        yield answer(rule, "may_revive", text, verdict=Verdict.ACK, facts=facts)
    else:
        text = "The debt is, or may be, time-barred: give the state's notice, and do not speak of a suit."
        yield answer(rule, "time_barred_notice", text, verdict=Verdict.WARN, facts=facts)


def no_contact_on_barred(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A debt buyer's time-barred debt is not collected at all; an unknown owner counts as a buyer."""
    for debt in ctx.debts:
        if time_barred(debt, ctx) and debt.owner_is_debt_buyer is not False:
            unknown = () if debt.owner_is_debt_buyer else ("debts.owner_is_debt_buyer",)
            yield answer(
                rule,
                "buyer_time_barred",
                "A debt buyer may not attempt to collect a time-barred debt.",
                facts={"debt": debt.debt_id},
                missing=unknown,
                next_time=NEVER,
            )


def no_partial_on_barred(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """No part payment or acknowledgement is asked for where it may revive a time-barred debt."""
    content = ctx.planned.content
    if content is None or not content.elements & REVIVES:
        return
    for debt in ctx.debts:
        row = ctx.pack.limitations.get(expiry_in(debt, ctx).state)
        if time_barred(debt, ctx) and (row is None or row.revival == "?"):
            text = "Part payments on time-barred debts are refused here."
            yield answer(rule, "partial_refused", text, next_time=NEVER)


def venue(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Suit only where the consumer signed or lives."""
    if ctx.planned.step.venue_matches is None:
        yield missing(rule, "planned.step.venue_matches")
    elif not ctx.planned.step.venue_matches:
        text = "Not the district where the consumer signed or lives."
        yield answer(rule, "wrong_venue", text, next_time=on_event("venue_corrected"))
