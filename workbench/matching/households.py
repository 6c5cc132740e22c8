"""How many relatives the people of a file have in it, told by its own households.

Whoever shares surname and home with another first name and another birth is a relative, whoever the debtors
are.  Of a long file a part is counted, by the hashes of its surnames.
"""

from threading import Lock
from typing import Final

import numpy as np
import polars as pl

from workbench.matching.arrays import Codes, Index
from workbench.matching.compare import Records

AT_HOME: Final = 0.65
"""Relatives at home per person where there are as many relatives as the weights say, on a roll of voters: two
adults a household, so 1.3 others beside somebody (a larger household is met more often), three of four of
them with the surname, two of three registered (Current Population Survey)."""
ASSUMED_OF: Final = 30
"""That figure counts as if seen in this many people."""
LEAST, MOST = 0.1, 2.0
"""The least and the greatest multiple of the weights' relatives: a list that names one of each household is
no proof that father and son are one."""
LARGEST: Final = 8
"""More people of one surname at one home are no household but a prison, a shelter or a campus."""
_MOST_KEPT = 1 << 16
_SHIFT = np.uint64(32)
"""The last bits of a code are not evenly spread."""
_STEPS = 2
"""How far one person is followed through rows that share a name with one and a birth with the next."""


class Households:
    """Counts the households of a stream of records; several threads may add."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._parts: list[Index] = []
        self._kept = 0
        self._one_in = np.uint64(1)

    def add(self, records: Records) -> None:
        """Take in a slice: residences with house number, people with a surname."""
        homes, people, one_in = records.homes[0], records.people, self._one_in
        known = (homes.house != 0) & (people.last != 0) & (people.canonical != 0)
        at = np.flatnonzero(known & ((people.last >> _SHIFT) % one_in == 0))
        if not at.size:
            return
        key = _mixed(homes.house[at], homes.street[at], homes.unit[at], homes.zip[at], people.last[at])
        birth = np.where(people.day[at] != 0, people.day[at], people.year[at]).astype(np.uint64)
        rows = np.column_stack([key, people.canonical[at], birth, people.last[at]]).view(np.int64)
        with self._lock:
            if self._one_in != one_in:
                rows = self._thinned(rows)
            self._parts.append(rows)
            self._kept += len(rows)
            while self._kept > _MOST_KEPT:
                self._thin()

    def _thin(self) -> None:
        self._one_in *= np.uint64(2)
        self._parts = [self._thinned(part) for part in self._parts]
        self._kept = sum(len(part) for part in self._parts)

    def _thinned(self, rows: Index) -> Index:
        """The rows of the surnames that are counted by now."""
        kept: Index = rows[(rows[:, 3].view(np.uint64) >> _SHIFT) % self._one_in == 0]
        return kept

    def multiple(self) -> float:
        """How many times the usual number of relatives this file holds; 1 where it names no homes."""
        if not self._kept:
            return 1.0
        rows = np.concatenate(self._parts)
        frame = pl.DataFrame({"home": rows[:, 0], "first": rows[:, 1], "birth": rows[:, 2]})
        people = _one_each(frame).group_by("home").agg(pl.col("person").n_unique().cast(pl.Int64))["person"]
        families = people.filter(people <= LARGEST)
        relatives = float((families * (families - 1)).sum())
        share = (relatives + ASSUMED_OF * AT_HOME) / (float(people.sum()) + ASSUMED_OF)
        return min(max(share / AT_HOME, LEAST), MOST)


def _one_each(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with ``person``, equal where rows of a home share the first name or the birth, directly or
    through another row.
    """
    own = pl.int_range(pl.len())
    rows = rows.with_columns(
        person=own, birth=pl.when(pl.col("birth") == 0).then(-own - 1).otherwise("birth")
    )
    for _ in range(_STEPS):
        for shared in ("first", "birth"):
            rows = rows.with_columns(pl.col("person").min().over("home", shared))
    return rows


def _mixed(*codes: Codes) -> Codes:
    """One code for all of them, whose last bits depend on every one."""
    out = np.zeros_like(codes[0])
    for code in codes:
        out = (out ^ code) * np.uint64(0x9E3779B97F4A7C15)
        out ^= out >> np.uint64(29)
    return out
