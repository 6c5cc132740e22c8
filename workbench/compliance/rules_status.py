"""Rules about the consumer's condition: deceased, minor, in service, bankrupt, identity stolen."""

from collections.abc import Iterator
from datetime import date

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of
from workbench.compliance.context import Context
from workbench.compliance.days import business_days_from, years_old
from workbench.compliance.decision import RuleResult
from workbench.compliance.facts_debt import Bankruptcy
from workbench.compliance.facts_people import Military
from workbench.compliance.pack import Params, Rule
from workbench.compliance.rules_third_party import location_script
from workbench.compliance.verdict import NEVER, Verdict, at_time, on_event
from workbench.compliance.words import Element, Party, Purpose

FULL_AGE = 18
SCRA_RATE_BPS = 600
ESTATE = frozenset(
    {Party.ESTATE_REP, Party.SPOUSE, Party.SUCCESSOR_IN_INTEREST, Party.PARENT_OF_MINOR, Party.GUARDIAN}
)
ENDED = frozenset({"dismissed", "closed"})


def deceased(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A deceased consumer: only those who act for the estate, and asking once who that is."""
    planned = ctx.planned
    dead = ctx.facts.consumer.deceased
    if planned.purpose is Purpose.LOCATE_ESTATE_REP:
        if not dead:
            text = "Nothing says that the consumer has died."
            yield answer(rule, "not_deceased", text, next_time=on_event("death_recorded"))
        else:
            yield from location_script(rule, ctx)
        return
    if not dead:
        return
    if planned.party is Party.CONSUMER:
        text = "The consumer has died: contact whoever acts for the estate."
        yield answer(rule, "deceased", text, next_time=NEVER)
    said = planned.content.elements if planned.content is not None else frozenset[Element]()
    if planned.party in ESTATE and Element.IMPLIES_PERSONAL_LIABILITY in said:
        text = "The message implies that a survivor owes the debt."
        yield answer(rule, "implied_liability", text, next_time=on_event("message_corrected"))


def is_minor(ctx: Context) -> bool:
    """Whether the consumer is, on the earliest planned date, under eighteen."""
    consumer = ctx.facts.consumer
    if consumer.minor is not None:
        return consumer.minor
    return consumer.birth_date is not None and years_old(consumer.birth_date, ctx.earliest) < FULL_AGE


def minor(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A minor is reached through a parent or guardian."""
    if is_minor(ctx):
        text = "The consumer is under 18: contact a parent or guardian; have the debt reviewed."
        yield answer(rule, "minor", text, next_time=on_event("consumer_of_age"))


def service_members(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """No default judgment without an affidavit; no interest over 6 % for months of service."""
    planned, military = ctx.planned, ctx.facts.military
    suing = planned.purpose is Purpose.LEGAL_ACTION and planned.step.default_judgment
    if suing and planned.step.military_affidavit is not True:
        yield answer(
            rule,
            "no_affidavit",
            "A default judgment needs an affidavit on military service.",
            missing=("military",) if military is None else (),
            next_time=on_event("military_affidavit"),
        )
    content = planned.content
    rate = content.interest_rate_bps if content is not None else None
    if rate is None or rate <= SCRA_RATE_BPS:
        return
    if military is None:
        yield missing(rule, "military")
    elif content is not None and _covers_service(ctx, military, content.interest_from):
        yield answer(
            rule,
            "interest_over_six",
            "Interest above 6 % for months of military service on a debt from before it.",
            facts={"rate_bps": str(rate)},
            next_time=on_event("balance_recomputed"),
        )


def _covers_service(ctx: Context, military: Military, since: date | None) -> bool:
    if military.active_from is None or military.active_from > ctx.latest:
        return False
    before = [d for d in ctx.debts if d.incurred_on is None or d.incurred_on < military.active_from]
    if not before and ctx.debts:
        return False
    return military.active_to is None or since is None or since <= military.active_to


def covers_debts(case: Bankruptcy, ctx: Context) -> bool:
    """Whether a petition touches the planned debts: those named, else all that are not younger."""
    planned = set(ctx.planned.debt_ids)
    if case.debt_ids:
        return not planned or bool(planned & set(case.debt_ids))
    younger = {
        d.debt_id
        for d in ctx.debts
        if d.incurred_on is not None and case.petition_on is not None and d.incurred_on > case.petition_on
    }
    return not planned or bool(planned - younger)


def bankruptcy_stay(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """The automatic stay, from the petition until the case is dismissed, closed or the debt discharged."""
    if ctx.facts.bankruptcies is None:
        yield missing(rule, "bankruptcies")
    for case in ctx.facts.bankruptcies or ():
        begun = case.petition_on is None or case.petition_on <= ctx.latest
        if not begun or case.status == "discharged" or not covers_debts(case, ctx):
            continue
        facts = {"bankruptcy": case.bankruptcy_id}
        if case.status == "reported":
            text = "A bankruptcy has been reported but not verified."
            yield answer(
                rule,
                "bankruptcy_reported",
                text,
                verdict=Verdict.ACK,
                facts=facts,
                tasks=("verify_bankruptcy",),
            )
            continue
        over = case.status in ENDED and case.status_on is not None and case.status_on <= ctx.earliest
        if not over:
            text = "The automatic stay forbids all collection of debts from before the petition."
            yield answer(rule, "automatic_stay", text, facts=facts, next_time=on_event("stay_ended"))
        elif not case.end_reviewed:
            text = "The stay has ended; somebody has to confirm it once before collection goes on."
            yield answer(rule, "stay_ended", text, verdict=Verdict.ACK, facts=facts)


def bankruptcy_discharge(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A discharged debt is not collected, ever."""
    for case in ctx.facts.bankruptcies or ():
        begun = case.status_on is None or case.status_on <= ctx.latest
        if case.status == "discharged" and begun and covers_debts(case, ctx):
            text = "The debt has been discharged in bankruptcy."
            yield answer(rule, "discharged", text, facts={"bankruptcy": case.bankruptcy_id}, next_time=NEVER)
    for debt in ctx.debts:
        if "discharged" in debt.flags:
            text = "The debt has been discharged in bankruptcy."
            yield answer(rule, "discharged", text, facts={"debt": debt.debt_id}, next_time=NEVER)


class ReportedParams(Params, frozen=True):
    """Business days for which an unverified report of a bankruptcy stops collection."""

    business_days: int


def bankruptcy_reported(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A reported bankruptcy stops collection for some business days while it is verified."""
    days = params_of(rule, ReportedParams).business_days
    observed = ctx.pack.exclude_observed_holidays
    for case in ctx.facts.bankruptcies or ():
        if case.status != "reported" or not covers_debts(case, ctx):
            continue
        last = business_days_from(case.reported_on or ctx.latest, days, observed=observed)
        if ctx.earliest <= last:
            free = on_event("bankruptcy_verified")
            if case.reported_on is not None:
                free = at_time(ctx.start_of(business_days_from(last, 1, observed=observed)))
            text = f"A reported bankruptcy is being verified, through {last}."
            yield answer(rule, "bankruptcy_reported", text, next_time=free, tasks=("verify_bankruptcy",))


class TheftParams(Params, frozen=True):
    """``hold``: whether any open claim stops collection, or only a report or block notice."""

    hold: bool = False


def identity_theft(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A claim of identity theft: tell the creditor, inform the consumer, stop on a report."""
    if ctx.facts.identity_theft is None and rule.layer.is_law:
        yield missing(rule, "identity_theft")
    at, planned = ctx.planned.at, set(ctx.planned.debt_ids)
    hold = params_of(rule, TheftParams).hold
    for claim in ctx.facts.identity_theft or ():
        cleared = claim.cleared_at is not None and claim.cleared_at <= at
        if claim.received_at > at or cleared or (planned and claim.debt_id not in planned):
            continue
        tasks = () if claim.client_notified else ("notify_client_of_identity_theft",)
        stops = hold or claim.kind in {"report", "block_notice"}
        yield answer(
            rule,
            f"identity_theft_{claim.kind}",
            "The consumer says that the debt comes from identity theft.",
            verdict=Verdict.BLOCK if stops else Verdict.WARN,
            facts={"debt": claim.debt_id},
            tasks=tasks,
            next_time=on_event("identity_theft_cleared") if stops else None,
        )
