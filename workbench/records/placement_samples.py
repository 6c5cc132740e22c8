"""Whether the values under a heading look like what the heading says."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from workbench.base.money import parse_cents
from workbench.normalize.date_rules import DateStyle, read_date
from workbench.records.placement_columns import DATE_FIELDS, MONEY_FIELDS
from workbench.records.placement_headings import Claim

_SSN = re.compile(r"[Xx*#\d]{0,3}[- ]?[Xx*#\d]{0,2}[- ]?\d{1,4}(\.0)?")
_ZIP = re.compile(r"\d{3,5}(\.0)?|\d{5}-?\d{4}|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d")
_STATE = re.compile(r"[A-Za-z]{2}|[A-Za-z]{4,}( [A-Za-z]+)?")
_ONE_LINE = re.compile(r"\d+\S* .*\S.*[ ,]\d{5}(-\d{4})?")

_FAR_AHEAD = date(2150, 12, 31)

IMPLAUSIBLE = 0.5
"""A claim less sure than this is not made, unless nothing works without it."""

NEEDED = frozenset({"account_number", "balance", "whole", "first", "last"})
"""Fields whose claim stands whatever the values: each row then says for itself what is wrong with it."""


def _is_money(value: str) -> bool:
    try:
        parse_cents(value.replace("US$", "$"))
    except ValueError:
        return False
    return True


def _is_name(value: str) -> bool:
    return any(c.isalpha() for c in value) and sum(c.isdigit() for c in value) <= 1


def _is_phone(value: str) -> bool:
    return 7 <= sum(c.isdigit() for c in value) <= 40  # a cell may list several


def _is_date(value: str) -> bool:
    reading = read_date(value, DateStyle(), _FAR_AHEAD)
    return reading.year is not None or reading.placeholder


_CHECKS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        **dict.fromkeys(MONEY_FIELDS, _is_money),
        **dict.fromkeys((*DATE_FIELDS, "birth_date"), _is_date),
        **dict.fromkeys(("first", "middle", "last", "whole", "former_last", "city"), _is_name),
        "phone": _is_phone,
        "email": lambda v: "@" in v,
        "ssn": lambda v: _SSN.fullmatch(v) is not None,
        "zip": lambda v: _ZIP.fullmatch(v) is not None,
        "state": lambda v: _STATE.fullmatch(v) is not None,
    }
)


def plausible(claim: Claim, values: Sequence[str]) -> float:
    """How sure ``claim`` is after a look at ``values``, the column's texts in the first rows.

    All of them fit: as sure as before; none: four tenths of it.  A column without values tells nothing.
    """
    kept = [value.strip() for value in values if value.strip()]
    check = _CHECKS.get("" if claim.kind == "address" and claim.field == "whole" else claim.field)
    if check is None or not kept or (claim.role == "employer" and claim.field == "whole"):
        return round(claim.sure, 2)
    share = sum(1 for value in kept if check(value)) / len(kept)
    return round(claim.sure * (0.4 + 0.6 * share), 2)


def is_one_line_address(values: Sequence[str]) -> bool:
    """Whether most of ``values`` are a whole address, house number to ZIP."""
    kept = [value.strip() for value in values if value.strip()]
    return bool(kept) and sum(1 for v in kept if _ONE_LINE.fullmatch(v)) * 2 > len(kept)
