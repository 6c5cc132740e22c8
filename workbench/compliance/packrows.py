"""One row of a rule pack's TOML -> a typed row, every key checked."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from workbench.compliance.decision import OverrideSpec
from workbench.compliance.errors import RulePackError
from workbench.compliance.pack import Limitation, Params, Rule
from workbench.compliance.registry import KINDS
from workbench.compliance.verdict import Layer, Verdict
from workbench.compliance.words import CONSUMER_SET, Channel, Party, Place, Purpose

E = TypeVar("E", bound=StrEnum)

LAYERS = {
    "rule": {Layer.FEDERAL},
    "overlay": {Layer.STATE, Layer.LOCAL},
    "policy": {Layer.AGENCY, Layer.CLIENT},
}
STATUSES = {"in_force", "proposed", "superseded", "enjoined"}
ALIASES: Mapping[str, frozenset[StrEnum]] = {
    "@consumer_set": frozenset(CONSUMER_SET),
    "@contacts": frozenset(set(Channel) - {Channel.ACTION}),
    "@calls": frozenset({Channel.CALL, Channel.VOICEMAIL, Channel.PRERECORDED_CALL}),
    "@electronic": frozenset({Channel.SMS, Channel.EMAIL, Channel.SOCIAL_DM}),
    "@any": frozenset(Channel),
}
_COMMON = {
    "id", "layer", "kind", "citation", "url", "quote", "verified", "verified_source", "confidence",
    "effective_from", "effective_to", "status", "enabled", "channels", "parties", "purposes",
    "except_purposes", "places", "debt_kinds", "jurisdiction", "zip_prefixes", "area_codes", "verdict",
    "presumptive", "override", "note",
}  # fmt: skip
_SOL = {
    "state", "written", "open", "oral", "statute", "revival", "borrowing", "confidence", "verified",
    "note", "revival_note", "tbd_notice",
}  # fmt: skip


class ParameterParams(Params, frozen=True):
    """A policy that makes one number of a law row stricter: ``rule``, ``name``, ``value``."""

    rule: str
    name: str
    value: int


def rule_row(row: Mapping[str, Any], table: str) -> Rule:
    """The rule of one ``[[rule]]``, ``[[overlay]]`` or ``[[policy]]`` row."""
    key = str(row.get("id", ""))
    if not key:
        raise RulePackError(f"A [[{table}]] row has no id.")
    try:
        return _rule(key, row, table)
    except (ValueError, TypeError, KeyError, msgspec.ValidationError) as error:
        raise RulePackError(f"Rule {key}: {_reason(error)}.") from None


def _reason(error: Exception) -> str:
    text = error.args[0] if error.args else ""
    return str(text) if not isinstance(error, KeyError) else f"{text} is missing or unknown"


def _rule(key: str, row: Mapping[str, Any], table: str) -> Rule:
    default = {"rule": "LAW.FED", "overlay": "LAW.STATE", "policy": "POLICY.AGENCY"}[table]
    layer = Layer(row.get("layer", default))
    if layer not in LAYERS[table]:
        raise ValueError(f"layer {layer} may not stand in [[{table}]]")
    kind = row["kind"]
    rest = {name: value for name, value in row.items() if name not in _COMMON}
    wanted = ParameterParams if kind == "parameter" else KINDS[kind].params
    status = row.get("status", "in_force")
    if status not in STATUSES:
        raise ValueError(f"status is one of {sorted(STATUSES)}")
    return Rule(
        rule_id=key,
        layer=layer,
        kind=kind,
        citation=str(row.get("citation", "")),
        verdict=Verdict[row.get("verdict", "BLOCK")],
        params=msgspec.convert(rest, wanted),
        url=str(row.get("url", "")),
        quote=str(row.get("quote", "")),
        verified=_flag(row, "verified", default=False),
        confidence=str(row.get("confidence", "")),
        effective_from=_day(row.get("effective_from")),
        effective_to=_day(row.get("effective_to")),
        status=status,
        enabled=_flag(row, "enabled", default=True),
        channels=_set(row.get("channels"), Channel),
        parties=_set(row.get("parties"), Party),
        purposes=_set(row.get("purposes"), Purpose),
        except_purposes=_set(row.get("except_purposes"), Purpose),
        places=_set(row.get("places"), Place),
        debt_kinds=frozenset(row.get("debt_kinds", ())),
        jurisdiction=str(row.get("jurisdiction", "")),
        zip_prefixes=frozenset(row.get("zip_prefixes", ())),
        area_codes=frozenset(row.get("area_codes", ())),
        presumptive=_flag(row, "presumptive", default=False),
        override=_override(row.get("override")),
    )


def _flag(row: Mapping[str, Any], name: str, *, default: bool) -> bool:
    value = row.get(name, default)
    if not isinstance(value, bool):
        raise TypeError(f"{name} is true or false")
    return value


def _day(value: object) -> date | None:
    if value in {None, ""}:
        return None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise TypeError("a date is written 2026-11-22, without quotes")
    return value


def _set(names: list[str] | None, kind: type[E]) -> frozenset[E]:
    found: set[E] = set()
    for name in names or ():
        if name == "*":
            return frozenset()
        if name in ALIASES:
            found |= {item for item in ALIASES[name] if isinstance(item, kind)}
        else:
            found.add(kind(name))
    return frozenset(found)


def _override(value: Mapping[str, Any] | None) -> OverrideSpec | None:
    if value is None:
        return None
    return OverrideSpec(
        role=str(value.get("role", "supervisor")),
        reasons=tuple(value["reasons"]),
        needs_text=bool(value.get("needs_text", True)),
    )


def limitation_row(row: Mapping[str, Any]) -> Limitation:
    """The limitation periods of one ``[[sol]]`` row."""
    state = str(row.get("state", ""))
    years = [row.get("written"), row.get("open"), row.get("oral", 1)]
    sound = all(isinstance(n, int) and not isinstance(n, bool) and 0 < n < 50 for n in years)
    if len(state) != 2 or not sound or set(row) - _SOL:
        raise RulePackError(
            f"Limitation row {state or '?'}: needs state, written, open (years); nothing unknown."
        )
    return Limitation(
        state=state,
        written=row["written"],
        open=row["open"],
        oral=row.get("oral"),
        statute=str(row.get("statute", "")),
        revival=str(row.get("revival", "?")),
        borrowing=bool(row.get("borrowing", False)),
        confidence=str(row.get("confidence", "L")),
        verified=bool(row.get("verified", False)),
        note=str(row.get("note", "")),
    )
