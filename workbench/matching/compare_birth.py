"""Birth dates, years and ages: levels of pairs."""

import numpy as np

from workbench.matching.arrays import Bools, Days, Index, Levels, Years, taken
from workbench.matching.levels import level
from workbench.matching.people import People

NEAR_YEARS = 15
"""From this many years apart two people are of two generations."""
_ONES = np.uint32(0x11111111)
_DIGIT = np.uint32(0xF)


def births(debtors: People, d: Index, records: People, r: Index) -> Levels:
    """Levels of birth facts: dates where both have one, else years within the slack of a computed age."""
    ya, yb = taken(debtors.year, d), taken(records.year, r)
    slack = taken(debtors.slack, d) + taken(records.slack, r)
    gap = np.abs(ya - yb)
    by_year = np.select(
        [(ya == 0) | (yb == 0), (gap == 0) & (slack == 0), gap <= slack, gap == slack + 1, gap < NEAR_YEARS],
        [
            np.int8(level("birth", name))
            for name in ("missing", "year_exact", "year_slack", "year_adjacent", "year_near")
        ],
        np.int8(level("birth", "year_far")),
    )
    da, db = taken(debtors.day, d), taken(records.day, r)
    by_date = _dates(da, db, np.abs(taken(debtors.day_year, d) - taken(records.day_year, r)))
    return np.where((da != 0) & (db != 0), by_date, by_year)


def _dates(left: Days, right: Days, gap: Years) -> Levels:
    """Levels of two whole dates (only where both are present), ``gap`` years apart."""
    unlike = left ^ right
    swapped = right & np.uint32(0xFFFF0000) | (right & np.uint32(0xFF)) << 8 | (right >> 8) & np.uint32(0xFF)
    return np.select(
        [
            unlike == 0,
            left == swapped,
            _one_edit(left, right),
            unlike < 0x100,
            unlike < 0x10000,
            gap < NEAR_YEARS,
        ],
        [
            np.int8(level("birth", name))
            for name in ("date_exact", "date_swap", "date_edit", "date_year_month", "date_year", "date_near")
        ],
        np.int8(level("birth", "date_far")),
    )


def _one_edit(left: Days, right: Days) -> Bools:
    """Whether two dates differ by one digit, or by two neighbours exchanged."""
    differing = left ^ right
    differing |= differing >> 2
    differing |= differing >> 1
    differing &= _ONES
    count = np.bitwise_count(differing)
    out: Bools = count == 1
    at = np.flatnonzero((count == 2) & (differing & differing << 4 != 0))
    a, b = left[at], right[at]
    last = np.bitwise_count((differing[at] & -differing[at]) - 1)  # the place of the later digit of the two
    a, b = a >> last, b >> last
    out[at] = ((a & _DIGIT) == (b >> 4 & _DIGIT)) & ((b & _DIGIT) == (a >> 4 & _DIGIT))
    return out
