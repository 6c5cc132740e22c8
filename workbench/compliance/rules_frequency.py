"""Rules that count: so many contacts in so many days, the cool-down after a conversation, patterns."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of
from workbench.compliance.calls import (
    NOT_CONNECTED,
    TELEPHONE,
    UNANSWERED,
    about,
    covering_consent,
    is_conversation,
    may_be_conversation,
    same_debt,
)
from workbench.compliance.context import Context
from workbench.compliance.days import is_holiday
from workbench.compliance.decision import RuleResult
from workbench.compliance.facts_contact import Event
from workbench.compliance.localtime import DAY, local_date, start_of
from workbench.compliance.pack import Params, Rule
from workbench.compliance.verdict import Verdict, at_time
from workbench.compliance.words import Channel, Outcome, Party

CONNECTED = frozenset(Outcome) - NOT_CONNECTED


class FrequencyParams(Params, frozen=True):
    """At most ``max_count`` counted contacts in any ``window_days`` consecutive days, today included.

    ``bucket``: ``person`` or ``household`` (consumer and spouse together).  ``counts`` empty: every outcome
    but ``excludes``.  ``count_channels`` empty: the rule's own channels (none: every contact).
    """

    window_days: int
    max_count: int
    bucket: str = "person"
    per_debt: bool = True
    student_loan_aggregate: bool = False
    counts: frozenset[Outcome] = frozenset()
    excludes: frozenset[Outcome] = frozenset()
    count_channels: frozenset[Channel] = frozenset()
    consent_excludes: bool = False
    excluded_parties: frozenset[Party] = frozenset()


def _buckets(ctx: Context, *, per_debt: bool, aggregate: bool) -> tuple[frozenset[str], ...]:
    """The groups of debt ids to be counted apart; one empty group when debts are not told apart."""
    if not per_debt or not ctx.planned.debt_ids:
        return (frozenset(),)
    groups = (
        same_debt(key, ctx.facts.debts or ()) if aggregate else frozenset({key})
        for key in ctx.planned.debt_ids
    )
    return tuple(dict.fromkeys(groups))


def _same_person(event: Event, ctx: Context, bucket: str) -> bool:
    couple = {Party.CONSUMER, Party.SPOUSE}
    if bucket == "household" and ctx.planned.party in couple and event.party in couple:
        return True
    return event.party_id == ctx.planned.party_id


class _Counter:
    """Picks the past contacts one frequency rule counts."""

    def __init__(self, rule: Rule, ctx: Context) -> None:
        self.rule, self.ctx = rule, ctx
        self.params = params_of(rule, FrequencyParams)
        self.channels = self.params.count_channels or rule.channels
        self.outcomes = (self.params.counts or frozenset(Outcome)) - self.params.excludes

    def events(self, debts: frozenset[str]) -> Iterator[Event]:
        for event in self.ctx.outbound():
            if self._counts(event) and (not debts or about(event, debts)):
                consented = self.params.consent_excludes and covering_consent(
                    event.at, self.ctx.facts, event.party_id, debts, self.ctx.zones
                )
                if not consented:
                    yield event

    def _counts(self, event: Event) -> bool:
        in_channel = event.channel in self.channels if self.channels else event.channel is not Channel.ACTION
        in_place = not self.rule.places or event.place in self.rule.places
        person = _same_person(event, self.ctx, self.params.bucket)
        exempt = event.purpose is not None and event.purpose in self.rule.except_purposes
        return in_channel and in_place and person and not exempt and event.outcome in self.outcomes

    def reached(self, debts: frozenset[str]) -> tuple[int, datetime] | None:
        """(count, moment from which one more is allowed) when the limit is reached, else None."""
        window, limit = timedelta(days=self.params.window_days), self.params.max_count
        events = tuple(self.events(debts))
        worst: tuple[int, datetime] | None = None
        for name in self.ctx.zones:
            today = local_date(self.ctx.planned.at, name)
            days = sorted(d for d in (local_date(e.at, name) for e in events) if today - window < d)
            if len(days) >= limit:
                free = start_of(days[-limit] + window, [name])
                worst = (
                    (len(days), free) if worst is None else max(worst, (len(days), free), key=lambda w: w[1])
                )
        return worst


def frequency(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A limit on the number of contacts in a rolling window of days."""
    params = params_of(rule, FrequencyParams)
    if ctx.planned.party in params.excluded_parties:
        return
    if ctx.facts.events is None:
        yield missing(rule, "events")
        return
    counter = _Counter(rule, ctx)
    for debts in _buckets(ctx, per_debt=params.per_debt, aggregate=params.student_loan_aggregate):
        reached = counter.reached(debts)
        if reached is None:
            continue
        planned = ctx.planned
        consent = params.consent_excludes and covering_consent(
            planned.at, ctx.facts, planned.party_id, debts, ctx.zones
        )
        if consent:
            yield answer(
                rule,
                "direct_consent",
                "Over the number, but the person asked for this call within the last seven days.",
                verdict=Verdict.ALLOW,
                facts={"consent": consent.consent_id},
            )
            continue
        yield answer(
            rule,
            "too_many",
            f"{reached[0]} counted in {params.window_days} days; the limit is {params.max_count}.",
            facts={"count": str(reached[0]), "debts": ", ".join(sorted(debts))},
            next_time=at_time(reached[1]),
        )


class CooldownParams(Params, frozen=True):
    """Days without a call after a conversation, that of the conversation included."""

    days: int
    excluded_parties: frozenset[Party] = frozenset()
    student_loan_aggregate: bool = False


def cooldown(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """No call about a debt for some days after a telephone conversation about it."""
    params = params_of(rule, CooldownParams)
    if ctx.planned.party in params.excluded_parties:
        return
    if ctx.facts.events is None:
        yield missing(rule, "events")
        return
    for debts in _buckets(ctx, per_debt=True, aggregate=params.student_loan_aggregate):
        yield from _cooldown_of(rule, ctx, debts, timedelta(days=params.days))


def _cooldown_of(rule: Rule, ctx: Context, debts: frozenset[str], days: timedelta) -> Iterator[RuleResult]:
    mine = [e for e in ctx.past_events() if e.party_id == ctx.planned.party_id]
    mine = [e for e in mine if not debts or about(e, debts)]
    frees = [_free_from(e, ctx, days) for e in mine if is_conversation(e)]
    running = [free for free in frees if free is not None]
    facts = {"debts": ", ".join(sorted(debts))}
    if not running:
        if any(may_be_conversation(e) and _free_from(e, ctx, days) is not None for e in mine):
            yield answer(
                rule,
                "conversation_unclear",
                "Was the debt talked about in the last call? If so, the pause after a conversation runs.",
                verdict=Verdict.ACK,
                facts=facts,
                missing=("events.debt_discussed",),
            )
        return
    consent = covering_consent(ctx.planned.at, ctx.facts, ctx.planned.party_id, debts, ctx.zones)
    if consent is not None:
        yield answer(
            rule,
            "direct_consent",
            "Within the pause after a conversation, but the person asked for this call.",
            verdict=Verdict.ALLOW,
            facts={**facts, "consent": consent.consent_id},
        )
        return
    yield answer(
        rule,
        "cooldown",
        f"Within the {days.days} days after a conversation about the debt, its own day included.",
        facts=facts,
        next_time=at_time(max(running)),
    )


def _free_from(event: Event, ctx: Context, days: timedelta) -> datetime | None:
    """When the pause after ``event`` is over in every zone, None when it is."""
    free = [(local_date(event.at, name) + days, name) for name in ctx.zones]
    open_zones = [(on, name) for on, name in free if local_date(ctx.planned.at, name) < on]
    return max(start_of(on, [name]) for on, name in open_zones) if open_zones else None


class PatternParams(Params, frozen=True):
    """What looks like harassment within the limits; figures of the official comments, else our own."""

    burst_minutes: int = 5
    per_number_per_day: int = 6
    per_person_per_week: int = 7
    on_holiday: int = 2


def call_pattern(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Repeated calls that can harass although no limit is reached."""
    params = params_of(rule, PatternParams)
    if ctx.facts.events is None:
        return
    calls = [e for e in ctx.outbound() if e.channel in TELEPHONE and e.party_id == ctx.planned.party_id]
    here = [e for e in calls if e.endpoint_id == ctx.planned.endpoint_id]
    yield from _burst(rule, ctx, here, timedelta(minutes=params.burst_minutes))
    for day in sorted(ctx.dates):
        yield from _per_day(rule, ctx, here, day, params)
    connected = [e for e in calls if e.outcome in CONNECTED]
    week = max(
        sum(local_date(ctx.planned.at, z) - local_date(e.at, z) < 7 * DAY for e in connected)
        for z in ctx.zones
    )
    if week >= params.per_person_per_week:
        yield answer(
            rule, "many_calls_to_person", f"{week} calls to this person in seven days, over all debts."
        )
    if next(ctx.preferences("serious_illness"), None) is not None:
        yield answer(rule, "serious_illness", "The person has told us of a serious illness.")


def _burst(rule: Rule, ctx: Context, calls: list[Event], gap: timedelta) -> Iterator[RuleResult]:
    recent = [e.at + gap for e in calls if e.outcome in UNANSWERED and ctx.planned.at < e.at + gap]
    if recent:
        yield answer(
            rule,
            "repeated_at_once",
            "The last call to this number was not answered a few minutes ago.",
            next_time=at_time(max(recent)),
        )


def _per_day(
    rule: Rule, ctx: Context, calls: list[Event], day: date, params: PatternParams
) -> Iterator[RuleResult]:
    today = max(sum(local_date(e.at, name) == day for e in calls) for name in ctx.zones)
    free = at_time(ctx.start_of(day + DAY))
    if today >= params.per_number_per_day:
        yield answer(
            rule,
            "many_calls_in_a_day",
            f"{today} calls to this number today.",
            verdict=Verdict.ACK,
            next_time=free,
        )
    rest = day.weekday() == 6 or is_holiday(day, observed=ctx.pack.exclude_observed_holidays)
    if rest and today >= params.on_holiday:
        yield answer(
            rule, "calls_on_rest_day", "Repeated calls on a Sunday or public holiday.", next_time=free
        )
