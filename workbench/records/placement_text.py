"""Placement mappings as TOML that a person can read and correct."""

import tomllib
from typing import Any

import msgspec

from workbench.records.errors import MappingError
from workbench.records.placement_columns import ACCOUNT_FIELDS, PlacementMapping

_SOURCES = frozenset(
    (
        *ACCOUNT_FIELDS,
        *("whole", "first", "middle", "last", "suffix", "former_last", "birth_date", "ssn", "column", "kind"),
        *("line1", "line2", "city", "state", "zip", "city_state_zip"),
    )
)
"""Keys whose value is a column, or several to join."""

_SOURCE_LISTS = frozenset({"aliases", "emails"})


def placement_from_toml(text: str) -> PlacementMapping:
    """The mapping that ``text`` states.

    A column is given by its name, several to be joined by a list of names; a phone by its column's name or
    as ``{ column = "Cell", label = "cell" }``.  Raises MappingError with the place of what is unknown or of
    the wrong type.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MappingError(f"The mapping is not valid TOML: {error}.", hint="Correct that line.") from None
    raw.pop("own", None)  # records.own_profile
    try:
        return msgspec.convert(_listed(raw), type=PlacementMapping)
    except msgspec.ValidationError as error:
        raise MappingError(
            f"The mapping is not usable: {error}.", hint="See the user guide for the keys of a mapping."
        ) from None


def _listed(value: object, key: str = "") -> object:
    """Parsed TOML with every source that is given as one name made a list of it."""
    if isinstance(value, dict):
        return {k: _listed(v, k) for k, v in value.items()}
    if key in _SOURCES and isinstance(value, str):
        return [value] if value else []
    if key in _SOURCE_LISTS and isinstance(value, list):
        return [[v] if isinstance(v, str) else v for v in value]
    if key == "phones" and isinstance(value, list):
        return [_listed({"column": v} if isinstance(v, str) else v) for v in value]
    if isinstance(value, list):
        return [_listed(v) for v in value]
    return value


def placement_to_toml(mapping: PlacementMapping) -> str:
    """TOML from which :func:`placement_from_toml` makes an equal mapping, but for ``confidence``."""
    values = msgspec.to_builtins(mapping)
    values.pop("confidence", None)
    debtor, others = values.pop("debtor", {}), values.pop("others", [])
    lines = [f"{key} = {_literal(value, key)}" for key, value in values.items()]
    lines += ["", "[debtor]", *_person(debtor)]
    for person in others:
        lines += ["", "[[others]]", *_person(person)]
    return "\n".join(lines) + "\n"


def _person(person: dict[str, Any]) -> list[str]:
    """The lines of one party; a list of tables has one table a line."""
    lines = []
    for key, value in person.items():
        if key in {"phones", "addresses"}:
            lines += [f"{key} = [", *(f"  {_literal(v)}," for v in value), "]"]
        else:
            lines.append(f"{key} = {_literal(value, key)}")
    return lines


def _literal(value: object, key: str = "") -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {_literal(v, k)}" for k, v in value.items()) + " }"
    if not isinstance(value, list | tuple):
        raise TypeError("a mapping holds texts, lists and tables only")
    if key in _SOURCES and len(value) == 1:
        return _quoted(value[0])
    return "[" + ", ".join(_literal(v, "whole" if key in _SOURCE_LISTS else "") for v in value) + "]"


def _quoted(text: str) -> str:
    """A TOML basic string; control characters as escapes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04X}" for c in escaped) + '"'
