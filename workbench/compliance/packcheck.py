"""What makes a set of rows a sound pack: unique ids, dates in order, and no law made looser.

The floors are the federal minimum as numbers; a pack may be stricter, never milder.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from msgspec.structs import replace as replace_params

from workbench.compliance.errors import RulePackError
from workbench.compliance.localtime import clock
from workbench.compliance.pack import Limitation, Params, Rule, RulePack
from workbench.compliance.packrows import ParameterParams
from workbench.compliance.rules_frequency import CooldownParams, FrequencyParams
from workbench.compliance.rules_time import HoursParams
from workbench.compliance.verdict import Layer, Verdict

REQUIRED: Mapping[str, tuple[str, Verdict]] = MappingProxyType(
    {
        "FED-TIME-8-9": ("time_window", Verdict.BLOCK),
        "FED-TIME-KNOWN": ("known_time", Verdict.BLOCK),
        "FED-PLACE-KNOWN": ("known_place", Verdict.BLOCK),
        "FED-WORK": ("workplace", Verdict.BLOCK),
        "FED-ATTORNEY": ("attorney", Verdict.BLOCK),
        "FED-CEASE": ("cease", Verdict.BLOCK),
        "FED-MEDIUM": ("medium_optout", Verdict.BLOCK),
        "FED-CALL-7IN7": ("frequency", Verdict.BLOCK),
        "FED-CALL-COOLDOWN": ("cooldown", Verdict.BLOCK),
        "FED-3P": ("third_party", Verdict.BLOCK),
        "FED-LOC": ("location", Verdict.BLOCK),
        "FED-DISPUTE-HOLD": ("dispute_hold", Verdict.BLOCK),
        "FED-TIMEBARRED": ("time_barred", Verdict.BLOCK),
        "FED-BK-STAY": ("bankruptcy_stay", Verdict.BLOCK),
        "FED-BK-DISCHARGE": ("bankruptcy_discharge", Verdict.BLOCK),
        "FED-EOPTOUT-NOTICE": ("required_elements", Verdict.BLOCK),
    }
)
"""Federal rows without which a pack is refused, with their kind and least verdict."""


STRICTER: Mapping[tuple[str, str], int] = MappingProxyType(
    {
        ("attorney", "response_days"): 1,
        ("location", "fresh_days"): 1,
        ("sms_procedure", "fresh_days"): -1,
        ("frequency", "max_count"): -1,
        ("frequency", "window_days"): 1,
        ("cooldown", "days"): 1,
        ("time_barred", "at_risk_days"): 1,
        ("furnish_before", "wait_days"): 1,
        ("retention", "years"): 1,
        ("waiting_period", "days"): 1,
        ("dispute_hold", "mail_grace_days"): 1,
        ("creditor_request", "mail_grace_days"): 1,
    }
)
"""Numbers a policy may set, and whether more (1) or less (-1) is stricter."""


def check_pack(pack: RulePack, limitations: Iterable[Limitation]) -> None:
    """Raise RulePackError unless the pack is sound."""
    _unique([rule.rule_id for rule in pack.rules], "Rule")
    _unique([row.state for row in limitations], "Limitation row")
    for rule in pack.rules:
        _check_rule(rule)
    for key, (kind, least) in REQUIRED.items():
        _check_floor(pack, key, kind, least)


def _unique(names: list[str], what: str) -> None:
    twice = sorted(name for name, count in Counter(names).items() if count > 1)
    if twice:
        raise RulePackError(f"{what} {twice[0]} stands in the pack more than once.")


def _check_rule(rule: Rule) -> None:
    begun, ended = rule.effective_from, rule.effective_to
    if begun is not None and ended is not None and ended < begun:
        raise RulePackError(f"Rule {rule.rule_id}: effective_to lies before effective_from.")
    if rule.layer.is_law and not rule.citation:
        raise RulePackError(f"Rule {rule.rule_id}: a rule of law needs its citation.")
    if not rule.layer.is_law and rule.verdict is Verdict.ALLOW:
        raise RulePackError(f"Rule {rule.rule_id}: a policy may only make things stricter.")
    if rule.layer in {Layer.STATE, Layer.LOCAL} and not rule.jurisdiction.startswith("US-"):
        raise RulePackError(f"Rule {rule.rule_id}: a state or local rule needs its jurisdiction, US-XX.")
    if rule.quote and not rule.verified:
        raise RulePackError(f"Rule {rule.rule_id}: a quotation is kept only once it is verified.")
    if isinstance(rule.params, HoursParams) and clock(rule.params.start) >= clock(rule.params.end):
        raise RulePackError(f"Rule {rule.rule_id}: start has to come before end.")


def _check_floor(pack: RulePack, key: str, kind: str, least: Verdict) -> None:
    try:
        rule = pack.rule(key)
    except KeyError:
        raise RulePackError(f"The pack lacks the federal rule {key}.") from None
    mild = rule.verdict < least or not rule.enabled or rule.status != "in_force"
    if rule.layer is not Layer.FEDERAL or rule.kind != kind or mild or _loosened(rule.params, key):
        raise RulePackError(f"Rule {key} is looser than the law it stands for.")


def _loosened(params: Params, key: str) -> bool:
    """Whether the numbers of a federal row allow more than the law does."""
    if isinstance(params, HoursParams):
        wider = clock(params.start) < clock("08:00") or clock(params.end) > clock("21:00")
        return wider or params.boundary != "pack"
    if isinstance(params, FrequencyParams) and key == "FED-CALL-7IN7":
        return params.max_count > 7 or params.window_days < 7 or bool(params.counts)
    if isinstance(params, CooldownParams):
        return params.days < 7
    return False


def tighten(pack: RulePack, parameters: Iterable[Rule]) -> RulePack:
    """The pack with every number that a policy row makes stricter; a milder number is passed over."""
    changed = {rule.rule_id: rule for rule in pack.rules}
    for policy in parameters:
        wanted = policy.params
        if not isinstance(wanted, ParameterParams) or not policy.enabled:
            continue
        rule = changed.get(wanted.rule)
        direction = STRICTER.get((rule.kind, wanted.name)) if rule is not None else None
        if rule is None or direction is None:
            raise RulePackError(f"Rule {policy.rule_id}: there is no such number to set.")
        current = getattr(rule.params, wanted.name)
        if (wanted.value - current) * direction > 0:
            params = replace_params(rule.params, **{wanted.name: wanted.value})
            changed[wanted.rule] = replace(rule, params=params)
    return replace(pack, rules=tuple(changed.values()))
