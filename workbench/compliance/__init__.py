"""The contact gate: (planned contact, facts, rule pack) -> decision.  Pure: no clock."""

from workbench.compliance.decision import Decision, RuleResult, decision_to_json
from workbench.compliance.errors import FactsError, RulePackError
from workbench.compliance.evaluate import decide, evaluate, next_allowed
from workbench.compliance.facts import Facts
from workbench.compliance.facts_json import facts_from_json, facts_to_json
from workbench.compliance.pack import RulePack
from workbench.compliance.packload import load_pack
from workbench.compliance.planned import Planned
from workbench.compliance.verdict import Layer, NextKind, NextTime, Verdict

__all__ = [
    "Decision",
    "Facts",
    "FactsError",
    "Layer",
    "NextKind",
    "NextTime",
    "Planned",
    "RulePack",
    "RulePackError",
    "RuleResult",
    "Verdict",
    "decide",
    "decision_to_json",
    "evaluate",
    "facts_from_json",
    "facts_to_json",
    "load_pack",
    "next_allowed",
]
