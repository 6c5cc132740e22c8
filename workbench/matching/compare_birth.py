"""Birth dates, years and ages: levels of pairs."""

import numpy as np

from workbench.matching.arrays import Bools, Index, Levels
from workbench.matching.levels import level
from workbench.matching.people import People

NEAR_YEARS = 15
"""From this many years apart two people are of two generations."""


def births(debtors: People, d: Index, records: People, r: Index) -> Levels:
    """Levels of birth facts: dates where both have one, else years within the slack of a computed age."""
    da, db = debtors.ymd[d], records.ymd[r]
    ya, yb = debtors.year[d], records.year[r]
    slack = debtors.slack[d] + records.slack[r]
    gap = np.abs(ya - yb)
    out = np.select(
        [(ya == 0) | (yb == 0), gap == 0, gap <= slack, gap == slack + 1, gap < NEAR_YEARS],
        [
            np.int8(level("birth", name))
            for name in ("missing", "year_exact", "year_slack", "year_adjacent", "year_near")
        ],
        np.int8(level("birth", "year_far")),
    ).astype(np.int8)
    loose = (slack > 0) & (gap == 0)
    out[loose] = level("birth", "year_slack")
    both = np.flatnonzero((da != 0) & (db != 0))
    out[both] = _dates(da[both], db[both])
    return out


def _dates(left: Index, right: Index) -> Levels:
    """Levels of two whole dates as YYYYMMDD."""
    year, other_year = left // 10_000, right // 10_000
    month, other_month = left // 100 % 100, right // 100 % 100
    day, other_day = left % 100, right % 100
    gap = np.abs(year - other_year)
    swapped = (year == other_year) & (month == other_day) & (day == other_month)
    return np.select(
        [
            left == right,
            swapped,
            _one_edit(left, right),
            (gap == 0) & (month == other_month),
            gap == 0,
            gap < NEAR_YEARS,
        ],
        [
            np.int8(level("birth", name))
            for name in ("date_exact", "date_swap", "date_edit", "date_year_month", "date_year", "date_near")
        ],
        np.int8(level("birth", "date_far")),
    ).astype(np.int8)


def _one_edit(left: Index, right: Index) -> Bools:
    """Whether two numbers of eight digits differ by one digit, or by two neighbours exchanged."""
    differing = np.zeros(left.size, dtype=np.int8)
    exchanged = np.zeros(left.size, dtype=bool)
    for place in range(8):
        a, b = left // 10**place % 10, right // 10**place % 10
        differing += (a != b).astype(np.int8)
        if place < 7:
            a2, b2 = left // 10 ** (place + 1) % 10, right // 10 ** (place + 1) % 10
            exchanged |= (a != b) & (a == b2) & (a2 == b)
    return np.asarray((differing == 1) | ((differing == 2) & exchanged), dtype=np.bool_)
