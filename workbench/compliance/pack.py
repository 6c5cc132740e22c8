"""A loaded rule pack: rules as data, the limitation table, and what identifies the pack."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

import msgspec

from workbench.compliance.decision import OverrideSpec
from workbench.compliance.verdict import Layer, Verdict
from workbench.compliance.words import Channel, Party, Place, Purpose


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the parameters of one kind of rule; an unknown key in the pack is an error."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a pack.

    Empty ``channels``, ``parties``, ``purposes``, ``places`` and ``debt_kinds`` mean "any"; ``channels``
    of a contact rule never include ``action`` unless the row says so.  ``jurisdiction`` is ``US-XX`` or
    ``US-XX-NAME`` ("" everywhere).  Rows outside [effective_from, effective_to] at the planned date, or whose
    status is not ``in_force``, do not apply.
    """

    rule_id: str
    layer: Layer
    kind: str
    citation: str
    verdict: Verdict
    params: Params
    url: str = ""
    quote: str = ""
    verified: bool = False
    confidence: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    status: str = "in_force"
    enabled: bool = True
    channels: frozenset[Channel] = frozenset()
    parties: frozenset[Party] = frozenset()
    purposes: frozenset[Purpose] = frozenset()
    except_purposes: frozenset[Purpose] = frozenset()
    places: frozenset[Place] = frozenset()
    debt_kinds: frozenset[str] = frozenset()
    jurisdiction: str = ""
    zip_prefixes: frozenset[str] = frozenset()
    area_codes: frozenset[str] = frozenset()
    presumptive: bool = False
    override: OverrideSpec | None = None


@dataclass(frozen=True, slots=True)
class Limitation:
    """Limitation periods of one state in years; ``revival`` ``?`` means a payment may restart the clock."""

    state: str
    written: int
    open: int
    oral: int | None = None
    statute: str = ""
    revival: str = "?"
    borrowing: bool = False
    confidence: str = "L"
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class RulePack:
    """Everything a decision is made by.  ``sha256`` is over the canonical JSON of all its files."""

    pack_id: str
    version: str
    sha256: str
    rules: tuple[Rule, ...]
    limitations: dict[str, Limitation]
    reviewed_by: str = ""
    reviewed_on: date | None = None
    effective_from: date | None = None
    tzdata_min: str = ""
    strict_boundary: bool = True
    exclude_observed_holidays: bool = True
    unknown_zones: frozenset[str] = field(default_factory=frozenset)
    model_features: frozenset[str] = field(default_factory=frozenset)

    @property
    def reviewed(self) -> bool:
        """Whether counsel has signed this pack off; screens show a banner while not."""
        return bool(self.reviewed_by) and self.reviewed_on is not None

    def rule(self, rule_id: str) -> Rule:
        """The row called ``rule_id``; KeyError when there is none."""
        for rule in self.rules:
            if rule.rule_id == rule_id:
                return rule
        raise KeyError(rule_id)

    def with_policies(self, enabled: Iterable[str]) -> "RulePack":
        """The same pack with exactly these POLICY rows on; the law is untouched."""
        wanted = frozenset(enabled)
        return self._with_rules(
            lambda rule: rule if rule.layer.is_law else replace(rule, enabled=rule.rule_id in wanted)
        )

    def with_boundary(self, *, strict: bool) -> "RulePack":
        """The same pack with the other reading of the exact minutes 08:00 and 21:00."""
        return replace(self, strict_boundary=strict)

    def _with_rules(self, change: Callable[[Rule], Rule]) -> "RulePack":
        return replace(self, rules=tuple(change(rule) for rule in self.rules))
