"""What each column of a file stands for, to be looked at and changed column by column.

A mapping (TOML, as ``records.mapping`` or ``records.placement_columns``) is read as one target per column;
giving a column another target changes just that place of the mapping, so that what a recognised layout knows
of joint owners, conditions or dates is kept.
"""

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from workbench.base.errors import UserError
from workbench.records.headers import canonical
from workbench.records.mapping import Mapping, validate
from workbench.records.mapping_text import mapping_from_builtins, mapping_from_toml, mapping_to_toml
from workbench.records.placement_columns import PlacementMapping, validate_placement
from workbench.records.placement_text import placement_from_toml, placement_to_toml

IGNORED = ""
"""The target of a column that is not read."""
EXTRA = "extra"
"""The target of a placement column that is kept with the account as it is."""

Path = tuple[str | int, ...]

_PLACEMENT: tuple[tuple[str, Path, str], ...] = (
    ("account_number", ("account_number",), "Account number"),
    ("client", ("client",), "Client"),
    ("balance", ("balance",), "Balance"),
    ("principal", ("principal",), "Principal"),
    ("interest", ("interest",), "Interest"),
    ("fees", ("fees",), "Fees"),
    ("costs", ("costs",), "Costs"),
    ("currency", ("currency",), "Currency"),
    ("original_creditor", ("original_creditor",), "Original creditor"),
    ("original_account_number", ("original_account_number",), "Original account number"),
    ("debt_kind", ("debt_kind",), "Kind of debt"),
    ("placed_on", ("placed_on",), "Placed on"),
    ("opened_on", ("opened_on",), "Opened on"),
    ("itemisation_on", ("itemisation_on",), "Itemisation date"),
    ("delinquent_on", ("delinquent_on",), "Delinquent since"),
    ("charged_off_on", ("charged_off_on",), "Charged off on"),
    ("last_payment_on", ("last_payment_on",), "Last payment on"),
    ("statute_expires_on", ("statute_expires_on",), "Statute expires on"),
    ("notes", ("notes",), "Notes"),
    ("name", ("debtor", "whole"), "Debtor: whole name"),
    ("first", ("debtor", "first"), "Debtor: first name"),
    ("middle", ("debtor", "middle"), "Debtor: middle name"),
    ("last", ("debtor", "last"), "Debtor: last name"),
    ("suffix", ("debtor", "suffix"), "Debtor: suffix"),
    ("former_last", ("debtor", "former_last"), "Debtor: former last name"),
    ("birth_date", ("debtor", "birth_date"), "Debtor: birth date"),
    ("ssn", ("debtor", "ssn"), "Debtor: SSN or its last 4"),
    ("phone", ("debtor", "phones", -1, "column"), "Debtor: phone"),
    ("email", ("debtor", "emails", -1), "Debtor: e-mail"),
    ("line1", ("debtor", "addresses", 0, "line1"), "Address: street"),
    ("line2", ("debtor", "addresses", 0, "line2"), "Address: unit"),
    ("city", ("debtor", "addresses", 0, "city"), "Address: city"),
    ("state", ("debtor", "addresses", 0, "state"), "Address: state"),
    ("zip", ("debtor", "addresses", 0, "zip"), "Address: ZIP"),
    ("city_state_zip", ("debtor", "addresses", 0, "city_state_zip"), "Address: city, state, ZIP"),
    ("address", ("debtor", "addresses", 0, "whole"), "Address: all in one"),
    (EXTRA, ("extra",), "Keep as it is"),
)
_PERSON = (
    ("name", "whole", "Whole name"), ("first", "first", "First name"), ("middle", "middle", "Middle name"),
    ("last", "last", "Last name"), ("suffix", "suffix", "Suffix"),
    ("former_last", "former_last", "Former last name"), ("birth_date", "birth_date", "Birth date"),
    ("birth_year", "birth_year", "Birth year"), ("age", "age", "Age"), ("ssn", "ssn", "SSN or its last 4"),
    ("employer", "employer", "Employer"),
)  # fmt: skip
_ADDRESS = (
    ("line1", "Street and house"), ("line2", "Second line"), ("whole", "All in one"),
    ("house", "House number"),
    ("pre", "Direction before the street"), ("street", "Street name"), ("kind", "Street type"),
    ("post", "Direction after the street"), ("unit", "Unit"), ("city", "City"), ("state", "State"),
    ("zip", "ZIP"),
    ("city_state_zip", "City, state, ZIP"),
)  # fmt: skip
_RECORDS: tuple[tuple[str, Path, str], ...] = (
    ("record_id", ("record_id",), "Record id"),
    ("as_of", ("as_of",), "Date of the record"),
    *((key, ("people", 0, field), words) for key, field, words in _PERSON),
    ("phone", ("people", 0, "phones", -1), "Phone"),
    ("email", ("people", 0, "emails", -1), "E-mail"),
    *((f"address.{f}", ("people", 0, "address", f), f"Address: {w}") for f, w in _ADDRESS),
    *((f"mailing.{f}", ("people", 0, "mailing", f), f"Mailing address: {w}") for f, w in _ADDRESS),
)


@dataclass(frozen=True, slots=True)
class Target:
    """Something a column can stand for; ``key`` is empty for "not read"."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class MappingIssue:
    """Why a mapping cannot be used yet, and what to do."""

    message: str
    hint: str


def targets(kind: str) -> tuple[Target, ...]:
    """What a column of an accounts or records file can stand for, "not read" first."""
    listed = _PLACEMENT if kind == "accounts" else _RECORDS
    return (Target(IGNORED, "Not read"), *(Target(key, words) for key, _, words in listed))


def targets_of(kind: str, toml: str, columns: tuple[str, ...]) -> dict[str, str]:
    """What each of ``columns`` stands for, in words; empty where it is not read."""
    plain = _plain(kind, toml)
    found: dict[str, str] = {}
    _walk(plain, (), found)
    by_canonical = {canonical(column): path for column, path in found.items()}
    return {column: _words(kind, by_canonical.get(canonical(column))) for column in columns}


def with_target(kind: str, toml: str, column: str, key: str) -> str:
    """The mapping with ``column`` standing for the target ``key``; empty: not read."""
    plain = _without(copy.deepcopy(_plain(kind, toml)), canonical(column))
    if key != IGNORED:
        listed = _PLACEMENT if kind == "accounts" else _RECORDS
        path = next(path for known, path, _ in listed if known == key)
        _put(plain, path, column)
    plain.pop("confidence", None)
    return _toml(kind, plain)


def columns_of(kind: str, toml: str) -> tuple[str, ...]:
    """The columns that the mapping reads, each once."""
    found: dict[str, str] = {}
    _walk(_plain(kind, toml), (), found)
    return tuple(found)


def without_columns(kind: str, toml: str, columns: Sequence[str]) -> str:
    """The mapping without these columns, as if they were not read."""
    plain = _plain(kind, toml)
    for column in columns:
        plain = _without(plain, canonical(column))
    return _toml(kind, plain) if columns else toml


def renamed_column(kind: str, toml: str, column: str, name: str) -> str:
    """The mapping with ``column`` read from the column ``name`` wherever it stands."""
    return _toml(kind, _renamed(_plain(kind, toml), canonical(column), name))


def _renamed(node: Any, old: str, new: str) -> Any:  # noqa: ANN401  (plain JSON values)
    if isinstance(node, dict):
        return {k: v if k in _NOT_SOURCES else _renamed(v, old, new) for k, v in node.items()}
    if isinstance(node, list | tuple):
        return [_renamed(v, old, new) for v in node]
    return new if isinstance(node, str) and canonical(node) == old else node


def issue(kind: str, toml: str, columns: tuple[str, ...]) -> MappingIssue | None:
    """Why the mapping cannot be used for a file of these columns; None when it can."""
    try:
        if kind == "accounts":
            validate_placement(placement_from_toml(toml), columns)
        else:
            validate(mapping_from_toml(toml), columns)
    except UserError as error:
        return MappingIssue(error.message, error.hint)
    return None


def _plain(kind: str, toml: str) -> dict[str, Any]:
    made: Mapping | PlacementMapping
    made = placement_from_toml(toml) if kind == "accounts" else mapping_from_toml(toml)
    plain: dict[str, Any] = msgspec.to_builtins(made)
    if kind != "accounts" and not plain.get("people"):
        plain["people"] = [{}]
    return plain


def _toml(kind: str, plain: dict[str, Any]) -> str:
    if kind == "accounts":
        return placement_to_toml(msgspec.convert(plain, PlacementMapping))
    return mapping_to_toml(mapping_from_builtins(plain))


_NOT_SOURCES = frozenset(
    {"role", "order", "label", "profile_id", "dates", "nulls", "layout", "fields", "fingerprint",
     "default_state", "date_order", "digit_order", "confidence", "equals", "contains", "positive", "negate",
     "current"}
)  # fmt: skip


def _walk(node: object, path: Path, found: dict[str, str]) -> None:
    """Note for each column the path at which the mapping names it (the first one counts)."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in _NOT_SOURCES:
                _walk(value, (*path, key), found)
    elif isinstance(node, list | tuple):
        for place, value in enumerate(node):
            _walk(value, (*path, place), found)
    elif isinstance(node, str):
        found.setdefault(node, _key_of(path))


def _key_of(path: Path) -> str:
    """A path with its list places taken out: ``people.0.phones.2.0`` is ``people.0.phones``."""
    of_people = path[:1] in {("people",), ("others",)}
    kept = [str(p) for i, p in enumerate(path) if not isinstance(p, int) or (i == 1 and of_people)]
    return ".".join(kept)


def _words(kind: str, path: str | None) -> str:
    if path is None:
        return ""
    listed = _PLACEMENT if kind == "accounts" else _RECORDS
    for _, known, words in listed:
        if _key_of(known) == path:
            return words
    head, _, tail = path.rpartition(".")
    who = {"people.0": "", "debtor": "Debtor: ", "debtor.addresses": "Address: "}.get(head, "")
    if head.startswith(("people.", "others")):
        who = "Another person: " if not head.startswith("people.0") else ""
    return f"{who}{tail.replace('_', ' ')}"


def _without(node: Any, name: str) -> Any:  # noqa: ANN401  (plain JSON values)
    """``node`` without the column of that canonical name; empty sources and phones go with it."""
    if isinstance(node, dict):
        cleaned = {k: v if k in _NOT_SOURCES else _without(v, name) for k, v in node.items()}
        return {k: v for k, v in cleaned.items() if k != "column" or v}
    if isinstance(node, list | tuple):
        kept = [_without(v, name) for v in node if not (isinstance(v, str) and canonical(v) == name)]
        return [
            v for v in kept if v not in ({}, []) and not (isinstance(v, dict) and set(v) <= {"label", "kind"})
        ]
    return node


def _put(plain: dict[str, Any], path: Path, column: str) -> None:
    """Add ``column`` to the source at ``path``; -1 in it stands for a new entry of a list."""
    node: Any = plain
    for place, step in enumerate(path[:-1]):
        following = path[place + 1]
        if step == -1:
            node.append({})
            node = node[-1]
        elif isinstance(step, int):
            while len(node) <= step:
                node.append({})
            node = node[step]
        else:
            node = node.setdefault(step, [] if isinstance(following, int) else {})
    last = path[-1]
    if last == -1:
        node.append([column])
    else:
        node[last] = [*node.get(last, ()), column]
