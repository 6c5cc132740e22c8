"""Birth dates, years and ages: levels of pairs."""

import numpy as np

from workbench.matching.arrays import Bools, Days, Index, Levels, Years, taken
from workbench.matching.levels import first_level
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
    cases = {
        "missing": (ya == 0) | (yb == 0),
        "year_exact": (gap == 0) & (slack == 0),
        "year_slack": gap <= slack,
        "year_adjacent": gap == slack + 1,
        "year_near": gap < NEAR_YEARS,
    }
    by_year = first_level("birth", cases, "year_far")
    da, db = taken(debtors.day, d), taken(records.day, r)
    by_date = _dates(da, db, np.abs(taken(debtors.day_year, d) - taken(records.day_year, r)))
    return np.where((da != 0) & (db != 0), by_date, by_year)


def _dates(left: Days, right: Days, gap: Years) -> Levels:
    """Levels of two whole dates (only where both are present), ``gap`` years apart."""
    unlike = left ^ right
    swapped = right & np.uint32(0xFFFF0000) | (right & np.uint32(0xFF)) << 8 | (right >> 8) & np.uint32(0xFF)
    cases = {
        "date_exact": unlike == 0,
        "date_swap": left == swapped,
        "date_edit": _one_edit(left, right),
        "date_year_month": unlike < 0x100,
        "date_year": unlike < 0x10000,
        "date_near": gap < NEAR_YEARS,
    }
    return first_level("birth", cases, "date_far")


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
