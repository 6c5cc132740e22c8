"""Rules about credit reporting, transfers, and how long records are kept."""

from collections.abc import Iterator
from datetime import date, timedelta

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of
from workbench.compliance.calls import about
from workbench.compliance.context import Context
from workbench.compliance.days import add_years_up
from workbench.compliance.decision import RuleResult
from workbench.compliance.facts_contact import Event
from workbench.compliance.pack import Params, Rule
from workbench.compliance.rules_validation import open_disputes
from workbench.compliance.verdict import NEVER, NextTime, Verdict, at_time, on_event
from workbench.compliance.words import CONSUMER_SET, Channel, Element, Outcome

SPOKE = frozenset({Channel.CALL, Channel.IN_PERSON})
WROTE = frozenset({Channel.LETTER, Channel.EMAIL, Channel.SMS, Channel.SOCIAL_DM})
OBSOLETE_YEARS, OBSOLETE_DAYS = 7, 180
"""15 U.S.C. 1681c(a)(4), (c)(1): seven years from the 180th day after the delinquency began."""
DATE_OF_DELINQUENCY_DAYS = 90
"""15 U.S.C. 1681s-2(a)(5): the date goes to the bureau within 90 days of furnishing."""


class WaitParams(Params, frozen=True):
    """Days to wait for a notice of undeliverability after a letter or message."""

    wait_days: int


def furnish_before(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Before a debt is reported: a talk about it, or a letter and fourteen days without its return."""
    if ctx.facts.events is None:
        yield missing(rule, "events")
        return
    wait = timedelta(days=params_of(rule, WaitParams).wait_days)
    for debt_id in ctx.planned.debt_ids:
        yield from _furnish_one(rule, ctx, debt_id, wait)


def _furnish_one(rule: Rule, ctx: Context, debt_id: str, wait: timedelta) -> Iterator[RuleResult]:
    mine = [e for e in ctx.past_events() if about(e, (debt_id,)) and e.party in CONSUMER_SET]
    if any(_spoke(e) for e in mine):
        return
    sent = [e for e in mine if e.channel in WROTE and e.outcome is Outcome.SENT]
    stands = [e for e in sent if not _returned_within(e, ctx, wait)]
    ready = [e for e in stands if ctx.earliest > ctx.day_of(e.at) + wait]
    if any(e.returned_on is not None and e.returned_on <= ctx.latest for e in ready):
        text = "The letter came back after its waiting period: reporting stands, but the address is bad."
        yield answer(rule, "returned_later", text, verdict=Verdict.WARN, tasks=("check_address",))
    if ready:
        return
    opens = [ctx.start_of(ctx.day_of(e.at) + wait + timedelta(days=1)) for e in stands]
    free: NextTime = at_time(min(opens)) if opens else on_event("consumer_contacted_about_debt")
    yield answer(
        rule,
        "furnished_too_soon",
        f"No talk with the consumer, and no letter {wait.days} full days old that has not come back.",
        facts={"debt": debt_id},
        next_time=free,
    )


def _spoke(event: Event) -> bool:
    return (
        event.channel in SPOKE
        and event.outcome in {Outcome.CONVERSATION, Outcome.DROPPED}
        and event.debt_discussed is not False
    )


def _returned_within(event: Event, ctx: Context, wait: timedelta) -> bool:
    back = event.returned_on
    return back is not None and back <= ctx.latest and back <= ctx.day_of(event.at) + wait


def furnish_disputed(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A disputed debt is reported as disputed."""
    content = ctx.planned.content
    marked = content is not None and Element.DISPUTE_FLAG in content.elements
    for dispute in open_disputes(ctx):
        if not marked:
            text = "A disputed debt may be reported only with its dispute mark."
            facts = {"dispute": dispute.dispute_id}
            yield answer(rule, "dispute_mark", text, facts=facts, next_time=on_event("dispute_mark_added"))


def obsolete_after(delinquency_on: date) -> date:
    """The last day a delinquency may be reported."""
    return add_years_up(delinquency_on + timedelta(days=OBSOLETE_DAYS), OBSOLETE_YEARS)


def delinquency_date_due(furnished_on: date) -> date:
    """The last day to tell the bureau when the delinquency began."""
    return furnished_on + timedelta(days=DATE_OF_DELINQUENCY_DAYS)


def furnish_dates(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Nothing obsolete is reported, and the date of delinquency follows in time."""
    for debt in ctx.debts:
        facts = {"debt": debt.debt_id}
        if debt.delinquency_on is None:
            yield missing(rule, "debts.delinquency_on")
        elif ctx.latest > obsolete_after(debt.delinquency_on):
            text = f"Obsolete since {obsolete_after(debt.delinquency_on)}."
            yield answer(rule, "obsolete", text, facts=facts, next_time=NEVER)
        else:
            due = delinquency_date_due(ctx.earliest).isoformat()
            text = f"The date of delinquency is due at the bureau by {due}."
            yield answer(
                rule,
                "delinquency_date",
                text,
                verdict=Verdict.ALLOW,
                facts={**facts, "due": due},
                tasks=("report_delinquency_date",),
            )


def _stolen(ctx: Context, kinds: frozenset[str]) -> Iterator[str]:
    planned, at = set(ctx.planned.debt_ids), ctx.planned.at
    for claim in ctx.facts.identity_theft or ():
        cleared = claim.cleared_at is not None and claim.cleared_at <= at
        open_claim = claim.kind in kinds and claim.received_at <= at and not cleared
        if open_claim and (not planned or claim.debt_id in planned):
            yield claim.debt_id


class FlagsParams(Params, frozen=True):
    """Flags of a debt, and kinds of identity-theft claim, that stop the step."""

    flags: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()


def stopped_by_flag(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A step that must not be taken with a debt that is paid, settled, discharged or stolen."""
    params = params_of(rule, FlagsParams)
    if ctx.facts.debts is None:
        yield missing(rule, "debts")
    for debt in ctx.debts:
        found = debt.flags & params.flags
        if found:
            text = f"The debt is {', '.join(sorted(found))}."
            yield answer(rule, "debt_flag", text, facts={"debt": debt.debt_id}, next_time=NEVER)
    for debt_id in _stolen(ctx, params.claims):
        text = "Notice of identity theft has been given for this debt."
        yield answer(rule, "identity_theft", text, facts={"debt": debt_id}, next_time=NEVER)


class RetentionParams(Params, frozen=True):
    """Years after the last collection activity, and after each recorded call."""

    years: int


def keep_until(day: date, years: int) -> date:
    """The last day a record has to be kept."""
    return add_years_up(day, years)


def retention(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """An account is disposed of only when every period has run and nothing holds it."""
    years = params_of(rule, RetentionParams).years
    kept = ctx.facts.retention
    if kept is None or kept.last_activity_on is None:
        text = "When the last collection activity was is not known."
        yield answer(
            rule, "activity_unknown", text, missing=("retention",), next_time=on_event("activity_known")
        )
        return
    if kept.legal_hold is not False or kept.open_matter is not False:
        unknown = [
            name
            for name, value in (("legal_hold", kept.legal_hold), ("open_matter", kept.open_matter))
            if value is None
        ]
        text = "A legal hold, dispute, complaint or suit is or may be open."
        facts_missing = tuple(f"retention.{name}" for name in unknown)
        yield answer(rule, "hold", text, missing=facts_missing, next_time=on_event("hold_lifted"))
        return
    last = keep_until(kept.last_activity_on, years)
    for recording in kept.recordings:
        last = max(last, keep_until(recording.recorded_on, years))
    if ctx.earliest <= last:
        text = f"To be kept through {last}."
        free = at_time(ctx.start_of(last + timedelta(days=1)))
        yield answer(rule, "retention", text, facts={"keep_until": last.isoformat()}, next_time=free)
