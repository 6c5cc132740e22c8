"""The decision: every rule asked, the strictest answer taken, the next permitted minute found.

Pure: the same planned contact, facts and pack give the same decision on every machine.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from msgspec.structs import replace as replace_planned

from workbench.compliance.applies import applies
from workbench.compliance.context import Context, make_context
from workbench.compliance.decision import Decision, RuleResult
from workbench.compliance.facts import Facts
from workbench.compliance.localtime import MINUTE, tzdata_version
from workbench.compliance.pack import RulePack
from workbench.compliance.planned import Planned
from workbench.compliance.registry import KINDS
from workbench.compliance.verdict import NEVER, NextKind, NextTime, Verdict, on_event

HORIZON = timedelta(days=120)
MAX_STEPS = 200
UNKNOWN = NextTime(NextKind.UNKNOWN)


def evaluate(planned: Planned, facts: Facts, pack: RulePack) -> Decision:
    """All rules that apply, strictest first, law before policy; ``next_time`` is left open."""
    ctx = make_context(planned, facts, pack)
    results = _results(ctx)
    return Decision(
        verdict=max((r.verdict for r in results), default=Verdict.ALLOW),
        results=results,
        missing_facts=tuple(sorted({name for r in results for name in r.missing})),
        planned_at=planned.at,
        pack_id=pack.pack_id,
        pack_version=pack.version,
        pack_sha256=pack.sha256,
        pack_reviewed=pack.reviewed,
        tzdata_version=tzdata_version(),
        zones=tuple(sorted(ctx.zones)),
    )


def _results(ctx: Context) -> tuple[RuleResult, ...]:
    asked = (rule for rule in ctx.pack.rules if applies(rule, ctx))
    found = [result for rule in asked for result in KINDS[rule.kind].function(rule, ctx)]
    return tuple(sorted(found, key=_order))


def _order(result: RuleResult) -> tuple[object, ...]:
    """Strictest first, law before policy; then by what does not depend on the order of the facts."""
    used = tuple(sorted(result.facts.items()))
    return (-result.verdict, result.layer.rank, result.rule_id, result.reason_code, used, result.message)


def next_allowed(planned: Planned, facts: Facts, pack: RulePack, horizon: timedelta = HORIZON) -> NextTime:
    """The first minute from the planned one on at which nothing blocks, supposing that nothing else happens.

    Rules interact (a pause ends at midnight, which is outside the permitted hours), so each rule's own
    next time is tried until none blocks.
    """
    moment = planned.at
    for _ in range(MAX_STEPS):
        step = planned if moment == planned.at else replace_planned(planned, at=moment)
        blocks = [r for r in _results(make_context(step, facts, pack)) if r.verdict is Verdict.BLOCK]
        if not blocks:
            return NextTime(NextKind.NOW if moment == planned.at else NextKind.AT, moment)
        waiting = [r.next_time for r in blocks]
        if any(w is not None and w.kind is NextKind.NEVER for w in waiting):
            return NEVER
        events = {name for w in waiting for name in _events(w)}
        if events:
            return on_event(*events)
        moment = max(_later(waiting), _next_minute(moment))
        if moment > planned.at + horizon:
            return UNKNOWN
    return UNKNOWN


def _events(waiting: NextTime | None) -> tuple[str, ...]:
    """What a block waits for; a block that names nothing waits for a person's correction."""
    if waiting is None or waiting.kind is NextKind.UNKNOWN:
        return ("correction",)
    return waiting.events


def _later(waiting: list[NextTime | None]) -> datetime:
    return max(w.at for w in waiting if w is not None and w.at is not None)


def _next_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0) + MINUTE


def decide(planned: Planned, facts: Facts, pack: RulePack) -> Decision:
    """:func:`evaluate` with the next permitted time."""
    decision = evaluate(planned, facts, pack)
    return replace(decision, next_time=next_allowed(planned, facts, pack))
