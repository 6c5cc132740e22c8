"""Mappings as TOML that a person can read and correct."""

import tomllib
from collections.abc import Mapping as MappingType
from collections.abc import Sequence

import msgspec

from workbench.records.errors import MappingError
from workbench.records.mapping import Mapping

_SOURCE_KEYS = frozenset(
    (
        *("first", "middle", "last", "suffix", "former_last", "whole"),
        *("birth_date", "birth_year", "age", "ssn", "employer", "record_id", "as_of"),
        *("line1", "line2", "house", "pre", "street", "kind", "post", "unit"),
        *("city", "state", "zip", "city_state_zip"),
    )
)
_SOURCE_LISTS = frozenset({"phones", "emails"})


def mapping_from_toml(text: str) -> Mapping:
    """The mapping that ``text`` states.

    A source is a column's name or a list of names to join.  Raises MappingError with the place of what is
    unknown or of the wrong type.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MappingError(f"The mapping is not valid TOML: {error}.", hint="Correct that line.") from None
    raw.pop("own", None)  # records.own_profile
    return mapping_from_builtins(raw)


def mapping_from_builtins(raw: MappingType[str, object]) -> Mapping:
    """The mapping of parsed TOML; raises MappingError."""
    try:
        return msgspec.convert(listed(raw), type=Mapping)
    except msgspec.ValidationError as error:
        raise MappingError(
            f"The mapping is not usable: {error}.", hint="See the user guide for the keys of a mapping."
        ) from None


def listed(value: object, key: str = "") -> object:
    """Parsed TOML with every source that is given as one name made a list of it."""
    if isinstance(value, dict):
        return {k: listed(v, k) for k, v in value.items()}
    if key in _SOURCE_KEYS and isinstance(value, str):
        return [value]
    if key in _SOURCE_LISTS and isinstance(value, list):
        return [[v] if isinstance(v, str) else v for v in value]
    if isinstance(value, list):
        return [listed(v) for v in value]
    return value


def mapping_to_toml(mapping: Mapping) -> str:
    """TOML from which :func:`mapping_from_toml` makes an equal mapping."""
    values = msgspec.to_builtins(mapping)
    people = values.pop("people", [])
    fields = values.pop("fields", [])
    lines = [f"{key} = {_literal(value, key)}" for key, value in values.items()]
    if fields:
        rows = ",\n".join(f"  {_literal(f)}" for f in fields)
        lines.append(f"fields = [\n{rows},\n]")
    for person in people:
        lines += ["", "[[people]]"]
        lines += [f"{k} = {_literal(v, k)}" for k, v in person.items() if not (k in _TABLES and v == {})]
    return "\n".join(lines) + "\n"


_TABLES = frozenset({"address", "mailing"})


def _literal(value: object, key: str = "") -> str:
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, str):
        text = _quoted(value)
    elif isinstance(value, dict):
        text = "{ " + ", ".join(f"{k} = {_literal(v, k)}" for k, v in value.items()) + " }"
    elif isinstance(value, (list, tuple)):
        text = _list_literal(value, key)
    else:
        text = str(value)
    return text


def _list_literal(values: Sequence[object], key: str) -> str:
    """A list; a source of one column as its bare name."""
    if key in _SOURCE_KEYS and len(values) == 1:
        return _literal(values[0])
    inner = "whole" if key in _SOURCE_LISTS else ""
    return "[" + ", ".join(_literal(v, inner) for v in values) + "]"


def _quoted(text: str) -> str:
    """A TOML basic string; control characters as escapes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04X}" for c in escaped) + '"'
