"""What the gate answers: results of single rules, and the decision made of them."""

from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from workbench.compliance.localtime import local
from workbench.compliance.verdict import Layer, NextTime, Verdict


@dataclass(frozen=True, slots=True)
class OverrideSpec:
    """Who may set a BLOCK aside, and for which reason codes; no spec means nobody may."""

    role: str
    reasons: tuple[str, ...]
    needs_text: bool = True


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule's answer.

    ``facts`` are the facts it used, as text; ``missing`` the facts it lacked (it then answered as if they
    were the stricter case); ``tasks`` what has to be done besides.  ``next_time`` is when this rule alone
    would stop blocking (or warning), None when that has no meaning.  ``verified`` is False while the
    provision's own words have not been compared by counsel.
    """

    rule_id: str
    layer: Layer
    verdict: Verdict
    citation: str
    reason_code: str
    message: str
    facts: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    next_time: NextTime | None = None
    override: OverrideSpec | None = None
    quote: str = ""
    verified: bool = False
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """All results, strictest first, law before policy, and the verdict that follows from them.

    ``zones`` are those the contact has to be lawful in.  ``next_time`` is set by :func:`decide` only.
    """

    verdict: Verdict
    results: tuple[RuleResult, ...]
    missing_facts: tuple[str, ...]
    planned_at: datetime
    pack_id: str
    pack_version: str
    pack_sha256: str
    pack_reviewed: bool
    tzdata_version: str
    zones: tuple[str, ...] = ()
    next_time: NextTime | None = None

    @property
    def law_verdict(self) -> Verdict:
        """The strictest verdict of the LAW layers alone."""
        return max((r.verdict for r in self.results if r.layer.is_law), default=Verdict.ALLOW)

    @property
    def policy_verdict(self) -> Verdict:
        """The strictest verdict of the POLICY layers alone."""
        return max((r.verdict for r in self.results if not r.layer.is_law), default=Verdict.ALLOW)

    @property
    def tasks(self) -> tuple[str, ...]:
        """Every task some rule asks for, sorted, once."""
        return tuple(sorted({task for result in self.results for task in result.tasks}))


def _plain(value: object) -> object:
    if isinstance(value, Verdict):
        return value.name
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def decision_to_json(decision: Decision) -> bytes:
    """The decision as one JSON object; verdicts by name, instants as RFC 3339 in UTC, keys sorted."""
    body: dict[str, object] = {
        "verdict": decision.verdict,
        "law_verdict": decision.law_verdict,
        "policy_verdict": decision.policy_verdict,
        "next_allowed": decision.next_time,
        "next_allowed_local": _on_clocks(decision),
        "missing_facts": decision.missing_facts,
        "tasks": decision.tasks,
        "planned_at": decision.planned_at,
        "results": [_result(result) for result in decision.results],
        "pack": {
            "id": decision.pack_id,
            "version": decision.pack_version,
            "sha256": decision.pack_sha256,
            "reviewed": decision.pack_reviewed,
        },
        "tzdata_version": decision.tzdata_version,
        "zones": decision.zones,
    }
    return msgspec.json.encode(_plain(body), order="deterministic")


def _on_clocks(decision: Decision) -> dict[str, str]:
    moment = decision.next_time.at if decision.next_time is not None else None
    if moment is None:
        return {}
    return {name: local(moment, name).strftime("%Y-%m-%d %H:%M") for name in decision.zones}


def _result(result: RuleResult) -> dict[str, object]:
    return {name: getattr(result, name) for name in RuleResult.__dataclass_fields__}
