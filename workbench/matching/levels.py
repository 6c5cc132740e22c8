"""The compared fields and their levels: the vocabulary that weights, comparison and explanation share.

A level is a small integer; 0 always means "not comparable" (absent on a side) and counts for nothing.
Comparison gives levels, weights give their bits, wording gives their words.
"""

from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import Final

import numpy as np

from workbench.matching.arrays import Bools, Levels, taken

MISSING: Final = 0

FIRST: Final = (
    "missing", "exact", "nickname", "middle_as_first", "initial",
    "near94", "near88", "near80", "swapped", "different",
)  # fmt: skip
LAST: Final = (
    "missing", "exact", "former", "part", "in_middle",
    "near94", "near88", "near80", "swapped", "different", "changed",
)  # fmt: skip
MIDDLE: Final = ("missing", "exact", "near", "initial", "different", "initial_different")
SUFFIX: Final = ("missing", "agree", "one_missing", "conflict", "debtor_only")
BIRTH: Final = (
    "missing", "date_exact", "date_swap", "date_edit", "date_year_month", "date_year", "date_near",
    "date_far", "year_exact", "year_slack", "year_adjacent", "year_near", "year_far",
)  # fmt: skip
ADDRESS: Final = ("missing", "unit", "building", "near_house", "street", "zip", "town", "elsewhere")
AT_HOME: Final = ("unit", "building", "near_house")
"""Levels of the address that say "still there"; every other but "missing" says "elsewhere"."""
PHONE: Final = ("missing", "exact", "shared", "different")
SSN4: Final = ("missing", "exact", "edit", "different", "placeholder")
EMAIL: Final = ("missing", "exact", "shared", "different")
EMPLOYER: Final = ("missing", "exact", "different")

FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "last": LAST,
    "first": FIRST,
    "middle": MIDDLE,
    "suffix": SUFFIX,
    "birth": BIRTH,
    "address": ADDRESS,
    "phone": PHONE,
    "ssn4": SSN4,
    "email": EMAIL,
    "employer": EMPLOYER,
}
"""Field → its levels, in the order an explanation shows them."""

NAME_FIELDS: Final = ("last", "first", "middle", "suffix")

NEUTRAL: Final = frozenset({"missing", "shared", "placeholder"})
"""Levels that count for nothing whatever the weights: absent, shared by many people, a placeholder."""


def level(field: str, name: str) -> int:
    """The number of a level by its name; ValueError for an unknown one."""
    return FIELDS[field].index(name)


def first_level(field: str, cases: Mapping[str, Bools], otherwise: str) -> Levels:
    """Per pair, the level of the first of at most eight cases that holds.

    What holds makes bits of one number, which a table turns into a level: masks written one after another, as
    ``np.select`` does, take three times as long.
    """
    number = np.zeros(next(iter(cases.values())).size, dtype=np.uint8)
    for bit, holds in enumerate(cases.values()):
        number |= holds.view(np.uint8) << np.uint8(bit)
    return taken(_by_number(field, tuple(cases), otherwise), number)


@cache
def _by_number(field: str, names: tuple[str, ...], otherwise: str) -> Levels:
    """The level of every number that ``names`` can make."""
    lists = product(*([(False, True)] * len(names)))  # the last of a list is the lowest bit
    first = (
        next((n for n, holds in zip(names, reversed(bits), strict=True) if holds), otherwise)
        for bits in lists
    )
    return np.array([level(field, name) for name in first], dtype=np.int8)
