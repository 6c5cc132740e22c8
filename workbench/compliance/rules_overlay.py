"""State waiting periods, recording, unknown residence; and the agency's own clocks."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of
from workbench.compliance.context import Context
from workbench.compliance.days import business_days_from
from workbench.compliance.decision import RuleResult
from workbench.compliance.localtime import local, zone
from workbench.compliance.pack import Params, Rule
from workbench.compliance.rules_validation import open_disputes
from workbench.compliance.verdict import Verdict, at_time, on_event
from workbench.compliance.words import Direction, Element, Outcome


class WaitingParams(Params, frozen=True):
    """Full days after ``trigger_event`` (the day after it is day 1) before anything is allowed."""

    trigger_event: str
    days: int


def waiting_period(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Nothing before so many full days after a notice; no notice, no contact."""
    params = params_of(rule, WaitingParams)
    described = {d.debt_id for d in ctx.debts}
    if not set(ctx.planned.debt_ids) <= described:
        yield missing(rule, "debts")
    for debt in ctx.debts:
        if rule.debt_kinds and debt.kind not in rule.debt_kinds:
            continue
        begun = max((e.on for e in debt.state_events if e.name == params.trigger_event), default=None)
        facts = {"debt": debt.debt_id}
        if begun is None:
            text = "The notice this state requires first has not been recorded."
            yield answer(rule, "notice_not_sent", text, facts=facts, next_time=on_event(params.trigger_event))
            continue
        free = begun + timedelta(days=params.days + 1)
        if ctx.earliest < free:
            text = f"Within {params.days} full days after the notice; allowed from {free}."
            yield answer(rule, "waiting_period", text, facts=facts, next_time=at_time(ctx.start_of(free)))


def dispute_cease(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """State rules: a written dispute stops collection while it is investigated, timely or not."""
    for dispute in open_disputes(ctx):
        sent = dispute.verification_sent_at
        if dispute.written is not False and (sent is None or sent > ctx.planned.at):
            yield answer(
                rule,
                "investigation",
                "A written dispute is being investigated.",
                facts={"dispute": dispute.dispute_id},
                next_time=on_event("verification_sent"),
            )


def recording_consent(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Where every party must agree, a recorded call announces that it is recorded."""
    content = ctx.planned.content
    announced = content is not None and Element.RECORDING_ANNOUNCED in content.elements
    if ctx.planned.recorded and not announced:
        text = "Every party to the call must agree to its recording: announce it."
        yield answer(rule, "recording_not_announced", text, next_time=on_event("recording_announced"))


def residence_unknown(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """State and local rules are picked by residence: say so when it is not known."""
    if not ctx.places.residence_known:
        yield answer(
            rule, "residence_unknown", "The state of residence is not known: its rules may be missing."
        )


class SlaParams(Params, frozen=True):
    """A clock on disputes: ``hours`` of the clock, or business days (``hours`` / 24) in ``zone``."""

    hours: int
    warn_at_hours: int
    unit: str = "clock_hours"
    zone: str = "America/New_York"


def dispute_due(received: datetime, params: SlaParams, *, exclude_observed: bool) -> datetime:
    """When a dispute is due to be dealt with."""
    if params.unit == "clock_hours":
        return received + timedelta(hours=params.hours)
    here = local(received, params.zone)
    day = business_days_from(here.date(), params.hours // 24, observed=exclude_observed)
    wall = datetime.combine(day, time(here.hour, here.minute, here.second), tzinfo=zone(params.zone))
    return wall.astimezone(received.tzinfo)


def dispute_clock(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Warns of disputes that are nearly or already overdue; lifts no hold."""
    params = params_of(rule, SlaParams)
    for dispute in open_disputes(ctx):
        if dispute.reviewed:
            continue
        due = dispute_due(dispute.received_at, params, exclude_observed=ctx.pack.exclude_observed_holidays)
        facts = {"dispute": dispute.dispute_id, "due": due.isoformat()}
        if ctx.planned.at > due:
            yield answer(rule, "overdue", "A dispute is overdue.", facts=facts, tasks=("dispute_overdue",))
        elif ctx.planned.at >= due - timedelta(hours=params.hours - params.warn_at_hours):
            yield answer(rule, "nearly_due", "A dispute is nearly due.", facts=facts)


class ThresholdParams(Params, frozen=True):
    """More than so many days delinquent puts the account into a queue."""

    days: int
    queue: str


def days_delinquent(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Long delinquent accounts go to a queue; no legal effect."""
    params = params_of(rule, ThresholdParams)
    for debt in ctx.debts:
        if debt.default_on is not None and (ctx.latest - debt.default_on).days > params.days:
            yield answer(
                rule,
                "escalated",
                f"More than {params.days} days delinquent.",
                verdict=Verdict.ALLOW,
                facts={"debt": debt.debt_id, "days": str((ctx.latest - debt.default_on).days)},
                tasks=(f"queue:{params.queue}",),
            )


class HomeFirstParams(Params, frozen=True):
    """Outcomes that show that contact at home has failed; days within which it was tried."""

    failed: frozenset[Outcome]
    within_days: int


def home_first(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Contact at work only when contact at home has failed."""
    params = params_of(rule, HomeFirstParams)
    since = ctx.planned.at - timedelta(days=params.within_days)
    tried = any(
        e.direction is Direction.OUTBOUND
        and e.place.value in {"home", "mobile"}
        and e.outcome in params.failed
        and e.at >= since
        for e in ctx.past_events()
    )
    if not tried:
        text = "Contact at work only after contact at home has failed."
        yield answer(rule, "home_first", text, next_time=on_event("home_contact_failed"))
