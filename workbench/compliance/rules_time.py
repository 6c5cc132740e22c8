"""Rules about time and place: hours, inconvenient times and places, the workplace."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of, place_of
from workbench.compliance.context import Context
from workbench.compliance.days import is_holiday
from workbench.compliance.decision import RuleResult
from workbench.compliance.facts_people import Preference, Window
from workbench.compliance.localtime import MINUTE, clock, local, since_midnight
from workbench.compliance.pack import Params, Rule
from workbench.compliance.verdict import NEVER, NextTime, Verdict, at_time, on_event
from workbench.compliance.windows import first_match, in_any_zone, in_every_zone, zones_of
from workbench.compliance.words import Channel, Direction, Known, Purpose

SUNDAY = 6


class NoParams(Params, frozen=True):
    """A kind without parameters."""


class HoursParams(Params, frozen=True):
    """Permitted local hours.  ``boundary``: ``pack`` (the pack's reading), ``closed`` or ``strict``."""

    start: str
    end: str
    boundary: str = "pack"
    warn_unknown: bool = False


class _Hours:
    """Permitted hours for one person: the law's, widened by what that person agreed to."""

    def __init__(self, params: HoursParams, ctx: Context) -> None:
        self.start, self.end = clock(params.start), clock(params.end)
        pack_strict = ctx.pack.strict_boundary
        self.strict = pack_strict if params.boundary == "pack" else params.boundary == "strict"
        self.zones = ctx.zones
        self.agreed: list[tuple[str, Window]] = [
            (consent.consent_id, consent.window) for consent in ctx.consents("time") if consent.window
        ] + [(w.preference_id, w.window) for w in ctx.preferences("convenient_time") if w.window]

    def by_law(self, at: datetime) -> bool:
        return all(self._open(since_midnight(local(at, name))) for name in self.zones)

    def _open(self, since: timedelta) -> bool:
        return self.start < since < self.end if self.strict else self.start <= since <= self.end

    def by_agreement(self, at: datetime) -> str:
        return next((key for key, w in self.agreed if in_every_zone(w, at, self.zones)), "")

    def next_open(self, at: datetime) -> NextTime:
        opening = self.start + MINUTE if self.strict else self.start
        marks = [(opening, name) for name in self.zones]
        marks += [(clock(w.start), name) for _, w in self.agreed for name in zones_of(w, self.zones)]
        found = first_match(at, marks, lambda t: self.by_law(t) or bool(self.by_agreement(t)))
        return on_event("location_known") if found is None else at_time(found)


def time_window(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Contact only in the permitted hours of every place the person may be in."""
    params = params_of(rule, HoursParams)
    at = ctx.planned.at
    if params.warn_unknown:
        for name in ("location_evidence", "endpoints"):
            if getattr(ctx.facts, name) is None:
                yield missing(rule, name)
    if ctx.candidates.unknown and params.warn_unknown:
        yield answer(
            rule,
            "location_unknown",
            "Nothing says where the person is: every zone of the rule pack has to be in its hours.",
            verdict=Verdict.WARN,
        )
    hours = _Hours(params, ctx)
    if hours.by_law(at):
        return
    facts = {name: local(at, name).strftime("%Y-%m-%d %H:%M:%S") for name in sorted(ctx.zones)}
    agreed = hours.by_agreement(at)
    if agreed:
        yield answer(
            rule,
            "agreed_time",
            "Outside the usual hours, but the person agreed to this time.",
            verdict=Verdict.ALLOW,
            facts={**facts, "consent": agreed},
        )
        return
    yield answer(
        rule,
        "outside_hours",
        f"Outside {params.start}–{params.end} on the clocks of at least one place the person may be in.",
        facts=facts,
        next_time=hours.next_open(at),
    )


def _reply_is_free(ctx: Context, wish: Preference, window: Window) -> bool:
    """Whether this is the one reply allowed to a contact the consumer made at the inconvenient time."""
    if ctx.planned.purpose is not Purpose.RESPOND_TO_INBOUND:
        return False
    since = [e for e in ctx.past_events() if e.at > wish.received_at and e.channel is ctx.planned.channel]
    since = [e for e in since if e.party_id == ctx.planned.party_id]
    invited = any(e.direction is Direction.INBOUND and in_any_zone(window, e.at, ctx.zones) for e in since)
    used = any(
        e.direction is Direction.OUTBOUND
        and e.purpose is Purpose.RESPOND_TO_INBOUND
        and in_any_zone(window, e.at, ctx.zones)
        for e in since
    )
    return invited and not used


def known_time(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Times the consumer called inconvenient, or that we should know are."""
    if ctx.facts.preferences is None:
        yield missing(rule, "preferences")
    wishes = [(w, w.window) for w in ctx.preferences("inconvenient_time") if w.window is not None]
    at = ctx.planned.at
    hit = [(w, window) for w, window in wishes if in_any_zone(window, at, ctx.zones)]
    if not hit:
        return
    named = {"preference": ", ".join(sorted(w.preference_id for w, _ in hit))}
    if all(_reply_is_free(ctx, w, window) for w, window in hit):
        yield answer(
            rule,
            "reply_to_inbound",
            "An inconvenient time, but this is the one reply to the consumer's own message.",
            verdict=Verdict.ALLOW,
            facts=named,
        )
        return
    windows = [window for _, window in wishes]
    marks = [(clock(w.end), name) for w in windows for name in zones_of(w, ctx.zones)]
    free = first_match(at, marks, lambda t: not any(in_any_zone(w, t, ctx.zones) for w in windows))
    yield answer(
        rule,
        "known_inconvenient_time",
        "The consumer has told us that this time is inconvenient.",
        facts=named,
        next_time=on_event("preference_revoked") if free is None else at_time(free),
    )


def known_place(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Places, and numbers of places, the consumer called inconvenient."""
    if ctx.facts.preferences is None:
        yield missing(rule, "preferences")
    for wish in ctx.preferences("inconvenient_place"):
        here = wish.place is not None and wish.place is place_of(ctx)
        if here or (wish.endpoint_id and wish.endpoint_id == ctx.planned.endpoint_id):
            yield answer(
                rule,
                "known_inconvenient_place",
                "The consumer has told us that this place is inconvenient.",
                facts={"preference": wish.preference_id},
                next_time=NEVER,
            )


def _wrote_from_here(ctx: Context) -> bool:
    point = ctx.endpoint
    wrote = point is not None and point.consumer_wrote_on is not None
    return ctx.planned.channel is Channel.EMAIL and wrote


def workplace(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Contact at work when the employer forbids it, or may."""
    agreed = next(ctx.consents("work"), None)
    if agreed is not None or _wrote_from_here(ctx):
        yield answer(
            rule,
            "agreed_at_work",
            "At work, but the consumer agreed to it or wrote to us from there.",
            verdict=Verdict.ALLOW,
            facts={"consent": agreed.consent_id if agreed else ctx.planned.endpoint_id},
        )
        return
    told = [w.preference_id for w in ctx.preferences("no_work_calls")]
    employer = ctx.facts.employer
    if told or (employer is not None and employer.prohibits is Known.YES):
        yield answer(
            rule,
            "employer_prohibits",
            "We know, or should know, that the employer forbids this.",
            facts={"preference": ", ".join(told)},
            next_time=NEVER,
        )
    elif employer is None or employer.prohibits is Known.UNKNOWN:
        yield answer(
            rule,
            "employer_policy_unknown",
            "Whether the employer forbids this is not known.",
            verdict=Verdict.ACK,
            missing=("employer.prohibits",),
        )


def work_default(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """No contact at work unless the consumer asked for it."""
    if next(ctx.consents("work"), None) is None and not _wrote_from_here(ctx):
        yield answer(
            rule,
            "work_contact_off",
            "No contact at work unless the consumer asked for it.",
            next_time=on_event("consent_to_work_contact"),
        )


class WorkRequestParams(Params, frozen=True):
    """Days an oral request not to be called at work is good for; a written one stays."""

    oral_days: int


def work_request(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A request not to be called at work, oral (for some days) or written (until withdrawn)."""
    days = params_of(rule, WorkRequestParams).oral_days
    for wish in ctx.preferences("no_work_calls"):
        last = ctx.day_of(wish.received_at) + timedelta(days=days)
        if wish.written or ctx.earliest <= last:
            free = NEVER if wish.written else at_time(ctx.start_of(last + timedelta(days=1)))
            yield answer(
                rule,
                "asked_not_at_work",
                "The consumer asked not to be contacted at work.",
                facts={"preference": wish.preference_id},
                next_time=free,
            )


def sundays_and_holidays(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Sundays and legal public holidays."""
    for day in sorted(ctx.dates):
        if day.weekday() == SUNDAY or is_holiday(day, observed=ctx.pack.exclude_observed_holidays):
            yield answer(rule, "sunday_or_holiday", "A Sunday or a legal public holiday.")
            return
