"""Every level as an SQL condition over the columns of ``splink_people``: one CASE a field, first hit wins.

Not expressible, and so not exported: ``address.near_house`` (one typing error in one of several addresses;
such a pair falls to the next level it reaches) and addresses of which neither town nor ZIP can be compared.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.matching.compare import PLACEHOLDER_SSN4
from workbench.matching.compare_birth import NEAR_YEARS

NOT_EXPORTED: Final = frozenset({("address", "near_house")})
"""Levels without a condition."""


class Dialect(StrEnum):
    """Whose SQL."""

    DUCKDB = "duckdb"
    SPARK = "spark"


@dataclass(frozen=True, slots=True)
class _Words:
    similar: str
    overlap: str
    contains: str


_WORDS = {
    Dialect.DUCKDB: _Words("jaro_winkler_similarity", "list_has_any", "list_contains"),
    Dialect.SPARK: _Words("jaro_winkler", "arrays_overlap", "array_contains"),
}
_Rows = list[tuple[str, str]]


def conditions(dialect: Dialect) -> dict[str, _Rows]:
    """Field → (level, condition) in the order they are asked; "missing" is the null level, ELSE the last."""
    words = _WORDS[dialect]
    return {field: rows(words) for field, rows in _FIELDS.items()}


def _both(column: str) -> str:
    return f"{column}_l IS NULL OR {column}_r IS NULL"


def _near(column: str, words: _Words) -> _Rows:
    return [
        (f"near{limit}", f"{words.similar}({column}_l, {column}_r) >= 0.{limit}") for limit in (94, 88, 80)
    ]


def _last(words: _Words) -> _Rows:
    plain = "NOT variants_l AND NOT variants_r"
    formerly = " OR ".join(f"{words.contains}(surnames_{a}, former_{b})" for a, b in (("r", "l"), ("l", "r")))
    return [
        ("missing", _both("surname")),
        ("exact", "surname_l = surname_r"),
        ("former", formerly),
        ("part", f"{words.overlap}(surnames_l, surnames_r)"),
        ("swapped", f"{plain} AND first_l = surname_r AND first_r = surname_l"),
        ("in_middle", f"{plain} AND (surname_l = middle_r OR surname_r = middle_l)"),
        *_near("surname", words),
        ("changed", "woman_l"),
        ("different", "ELSE"),
    ]


def _first(words: _Words) -> _Rows:
    short = "(length(first_l) = 1 OR length(first_r) = 1)"
    middle = "(first_l = middle_r OR first_r = middle_l)"
    return [
        ("missing", _both("first")),
        ("exact", "first_l = first_r"),
        ("swapped", "first_l = surname_r AND first_r = surname_l"),
        ("nickname", f"{words.contains}(nicknames_l, first_word_r)"),
        ("middle_as_first", f"canonical_l <> canonical_r AND {middle} AND NOT {short}"),
        ("initial", f"{short} AND substr(first_l, 1, 1) = substr(first_r, 1, 1)"),
        *_near("first", words),
        ("different", "ELSE"),
    ]


def _middle(words: _Words) -> _Rows:
    short = "(length(middle_l) = 1 OR length(middle_r) = 1)"
    return [
        ("missing", _both("middle")),
        ("initial", f"{short} AND substr(middle_l, 1, 1) = substr(middle_r, 1, 1)"),
        ("initial_different", short),
        ("exact", "middle_l = middle_r"),
        ("near", f"{words.similar}(middle_l, middle_r) >= 0.88"),
        ("different", "ELSE"),
    ]


def _suffix(_words: _Words) -> _Rows:
    return [
        ("missing", "suffix_l IS NULL AND suffix_r IS NULL"),
        ("agree", "suffix_l = suffix_r"),
        ("conflict", "suffix_l IS NOT NULL AND suffix_r IS NOT NULL"),
        ("debtor_only", "suffix_r IS NULL"),
        ("one_missing", "ELSE"),
    ]


def _birth(_words: _Words) -> _Rows:
    dates = "ymd_l IS NOT NULL AND ymd_r IS NOT NULL"
    gap, slack = "abs(birth_year_l - birth_year_r)", "(slack_l + slack_r)"
    day, month = "substr(ymd_{}, 7, 2)", "substr(ymd_{}, 5, 2)"
    swap = f"{month.format('l')} = {day.format('r')} AND {month.format('r')} = {day.format('l')}"
    return [
        ("missing", _both("birth_year")),
        ("date_exact", "ymd_l = ymd_r"),
        ("date_swap", f"{dates} AND substr(ymd_l, 1, 4) = substr(ymd_r, 1, 4) AND {swap}"),
        ("date_edit", f"{dates} AND damerau_levenshtein(ymd_l, ymd_r) = 1"),
        ("date_year_month", "substr(ymd_l, 1, 6) = substr(ymd_r, 1, 6)"),
        ("date_year", "substr(ymd_l, 1, 4) = substr(ymd_r, 1, 4)"),
        ("date_near", f"{dates} AND {gap} < {NEAR_YEARS}"),
        ("date_far", dates),
        ("year_exact", f"{gap} = 0 AND {slack} = 0"),
        ("year_slack", f"{gap} <= {slack}"),
        ("year_adjacent", f"{gap} = {slack} + 1"),
        ("year_near", f"{gap} < {NEAR_YEARS}"),
        ("year_far", "ELSE"),
    ]


def _address(words: _Words) -> _Rows:
    return [
        ("missing", "NOT has_address_l OR NOT has_address_r"),
        *((level, f"{words.overlap}({level}_keys_l, {level}_keys_r)") for level in _ADDRESS_KEYS),
        ("elsewhere", "ELSE"),
    ]


_ADDRESS_KEYS = ("unit", "building", "street", "zip", "town")


def _contact(column: str) -> Callable[[_Words], _Rows]:
    def rows(words: _Words) -> _Rows:
        return [
            ("missing", f"{column}_l IS NULL OR {column}_r IS NULL"),
            ("exact", f"{words.overlap}(own_{column}_l, {column}_r)"),
            ("shared", f"{words.overlap}({column}_l, {column}_r)"),
            ("different", "ELSE"),
        ]

    return rows


def _ssn4(_words: _Words) -> _Rows:
    fillers = ", ".join(f"'{value}'" for value in PLACEHOLDER_SSN4)
    return [
        ("missing", f"{_both('ssn4')} OR ssn4_l IN ({fillers}) OR ssn4_r IN ({fillers})"),
        ("exact", "ssn4_l = ssn4_r"),
        ("edit", "levenshtein(ssn4_l, ssn4_r) <= 1"),
        ("different", "ELSE"),
    ]


def _employer(_words: _Words) -> _Rows:
    return [
        ("missing", _both("employer")),
        ("exact", "employer_l = employer_r"),
        ("different", "ELSE"),
    ]


_FIELDS: dict[str, Callable[[_Words], _Rows]] = {
    "last": _last, "first": _first, "middle": _middle, "suffix": _suffix, "birth": _birth,
    "address": _address, "phone": _contact("phones"), "ssn4": _ssn4,
    "email": _contact("emails"), "employer": _employer,
}  # fmt: skip
