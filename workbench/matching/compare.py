"""All fields of a set of pairs, as one array of levels."""

from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from workbench.matching.arrays import Bools, Codes, Index, Levels, taken, texts
from workbench.matching.compare_address import addresses
from workbench.matching.compare_birth import births
from workbench.matching.compare_names import (
    crossed_names,
    first_names,
    last_names,
    middle_names,
    settle_changed,
    settle_firsts,
    settle_lasts,
    settle_middles,
    settle_variants,
    suffixes,
)
from workbench.matching.debtors import DebtorIndex
from workbench.matching.levels import FIELDS, first_level, level
from workbench.matching.people import People, Places

PLACEHOLDER_SSN4 = ("0000", "9999", "1234", "1111")
"""Last four digits that forms are filled with; they count for nothing."""


@dataclass(frozen=True, slots=True)
class Records:
    """A slice of records: people, and residence and mailing address of each."""

    people: People
    homes: tuple[Places, Places]


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of debtor ``d`` and record ``r`` with their levels.

    ``levels`` has one column per field in the order of ``FIELDS``; ``place`` and ``side`` say which of
    the debtor's and the record's addresses the address level is about.  ``shared`` has, for phone and
    e-mail, which of the debtors' values the level is about (its block number; 0 where none).
    """

    d: Index
    r: Index
    levels: Levels
    place: Index
    side: Levels
    shared: dict[str, Index]

    def where(self, keep: Bools) -> "Compared":
        """The pairs marked."""
        return self.at(np.flatnonzero(keep))

    def at(self, places: Index) -> "Compared":
        """The pairs at these places, in that order."""
        shared = {field: values[places] for field, values in self.shared.items()}
        return Compared(
            taken(self.d, places),
            taken(self.r, places),
            self.levels[places],
            taken(self.place, places),
            taken(self.side, places),
            shared,
        )


def joined(parts: "list[Compared]") -> Compared:
    """Pairs end to end."""
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return Compared(none, none, np.zeros((0, len(FIELDS)), np.int8), none, np.zeros(0, np.int8), {})
    return Compared(
        np.concatenate([part.d for part in parts]),
        np.concatenate([part.r for part in parts]),
        np.concatenate([part.levels for part in parts]),
        np.concatenate([part.place for part in parts]),
        np.concatenate([part.side for part in parts]),
        {field: np.concatenate([part.shared[field] for part in parts]) for field in parts[0].shared},
    )


COLUMN = {field: number for number, field in enumerate(FIELDS)}


def compare(index: DebtorIndex, records: Records, d: Index, r: Index) -> Compared:
    """Optimistic levels: where only letters can tell, the best the pair could have (``settle`` finds out).

    Phone and e-mail are left missing: they come from shared values, not from pairs.
    """
    debtors, people = index.people, records.people
    levels = np.zeros((d.size, len(FIELDS)), dtype=np.int8, order="F")
    crossed = crossed_names(debtors, d, people, r)
    levels[:, COLUMN["last"]] = last_names(debtors, d, people, r, crossed)
    settle_changed(levels[:, COLUMN["last"]], taken(index.woman, d))
    levels[:, COLUMN["first"]] = first_names(debtors, d, people, r, crossed)
    levels[:, COLUMN["middle"]] = middle_names(debtors, d, people, r)
    levels[:, COLUMN["suffix"]] = suffixes(debtors, d, people, r)
    levels[:, COLUMN["birth"]] = births(debtors, d, people, r)
    if people.ssn4.any():
        levels[:, COLUMN["ssn4"]] = _equal(taken(debtors.ssn4, d), taken(people.ssn4, r), "ssn4", "edit")
    if people.employer.any():
        levels[:, COLUMN["employer"]] = _equal(
            taken(debtors.employer, d), taken(people.employer, r), "employer", "different"
        )
    address = addresses(index, d, records.homes, r, settled=False)
    levels[:, COLUMN["address"]] = address.levels
    return Compared(d, r, levels, address.place, address.side, {})


def settle(index: DebtorIndex, records: Records, pairs: Compared) -> Compared:
    """The same pairs with every level final."""
    debtors, people = index.people, records.people
    d, r = pairs.d, pairs.r
    levels = pairs.levels.copy(order="F")
    settle_variants(levels[:, COLUMN["last"]], debtors, d, people, r)
    settle_lasts(levels[:, COLUMN["last"]], debtors, d, people, r)
    settle_changed(levels[:, COLUMN["last"]], taken(index.woman, d))
    settle_firsts(levels[:, COLUMN["first"]], debtors, d, people, r)
    settle_middles(levels[:, COLUMN["middle"]], debtors, d, people, r)
    _settle_ssn4(levels[:, COLUMN["ssn4"]], debtors, d, people, r)
    address = addresses(index, d, records.homes, r, settled=True)
    levels[:, COLUMN["address"]] = address.levels
    return replace(pairs, levels=levels, place=address.place, side=address.side)


def _equal(left: Codes, right: Codes, field: str, otherwise: str) -> Levels:
    """Exact or ``otherwise``, missing where a side has none."""
    return first_level(field, {"missing": (left == 0) | (right == 0), "exact": left == right}, otherwise)


def _settle_ssn4(levels: Levels, debtors: People, d: Index, records: People, r: Index) -> None:
    """Tell one typing error from another number, and placeholders from numbers, in place."""
    at = np.flatnonzero(levels)
    if not at.size:
        return
    left, right = texts(debtors.frame["ssn4"], d[at]), texts(records.frame["ssn4"], r[at])
    edits = cpdist(left, right, scorer=OSA.distance)
    levels[at[edits > 1]] = level("ssn4", "different")
    empty = np.isin(left, PLACEHOLDER_SSN4) | np.isin(right, PLACEHOLDER_SSN4)
    levels[at[empty]] = level("ssn4", "placeholder")
