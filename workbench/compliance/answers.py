"""Small makers of rule results, so that every rule answers in the same way."""

from collections.abc import Mapping

from workbench.compliance.decision import RuleResult
from workbench.compliance.pack import Rule
from workbench.compliance.verdict import NextTime, Verdict


def answer(
    rule: Rule,
    reason: str,
    message: str,
    *,
    verdict: Verdict | None = None,
    next_time: NextTime | None = None,
    facts: Mapping[str, str] | None = None,
    tasks: tuple[str, ...] = (),
    missing: tuple[str, ...] = (),
) -> RuleResult:
    """A result of ``rule`` with its own verdict unless ``verdict`` is given."""
    strict = rule.verdict if verdict is None else verdict
    return RuleResult(
        rule_id=rule.rule_id,
        layer=rule.layer,
        verdict=strict,
        citation=rule.citation,
        reason_code=reason,
        message=message,
        facts=dict(facts or {}),
        missing=missing,
        tasks=tasks,
        next_time=next_time,
        override=rule.override if strict is Verdict.BLOCK else None,
        quote=rule.quote,
        verified=rule.verified,
        confidence=rule.confidence,
    )


def missing(rule: Rule, *names: str) -> RuleResult:
    """The result of a rule that lacks facts: ACK, so that a person has to say so knowingly."""
    listed = ", ".join(names)
    return answer(
        rule,
        "missing_fact",
        f"Not known: {listed}. Find out, or take the stricter case.",
        verdict=Verdict.ACK,
        missing=names,
    )
