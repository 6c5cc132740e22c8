"""Addresses as one comparison: the best of a debtor's addresses against a record's two."""

from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from workbench.matching.arrays import Bools, Index, Levels, same, taken, texts
from workbench.matching.debtors import DebtorIndex
from workbench.matching.levels import ADDRESS, MISSING, first_level, level
from workbench.matching.people import Places
from workbench.matching.plain_address import plainly_near

_SAME_STREET = 0.92
"""Jaro-Winkler from which two street names at one house number are one street mistyped (MAPLE, MAPEL)."""
_APART = np.array([level("address", n) for n in ("missing", "elsewhere", "zip", "town")], dtype=np.int8)
"""The level of two addresses that have neither house number nor street in common: nothing known, nothing
else in common either, the ZIP, the town.
"""


@dataclass(frozen=True, slots=True)
class AddressMatch:
    """Per pair: the level, which of the debtor's addresses it is (0 where none) and which of the record's
    (0 residence, 1 mailing).
    """

    levels: Levels
    place: Index
    side: Levels


def addresses(
    index: DebtorIndex, d: Index, sides: tuple[Places, ...], r: Index, *, settled: bool
) -> AddressMatch:
    """Best address of each pair; unless ``settled``, ``near_house`` stands for "letters must tell"."""
    worst = np.int8(len(ADDRESS))
    best = np.full(d.size, worst, dtype=np.int8)
    place = np.zeros(d.size, dtype=np.int64)
    side = np.zeros(d.size, dtype=np.int8)
    counts = index.place_start[d + 1] - index.place_start[d]
    for nth in range(int(counts.max(initial=0))):
        at = np.flatnonzero(counts > nth)
        a = index.place_start[d[at]] + nth
        for number, records in enumerate(sides):
            if not records.stated:
                continue
            levels = (_levels if settled else _loose)(index.places, a, records, r[at])
            better = (levels != MISSING) & (levels < best[at])
            best[at[better]] = levels[better]
            place[at[better]] = a[better]
            side[at[better]] = number
    best[best == worst] = MISSING
    return AddressMatch(best, place, side)


def _loose(debtors: Places, a: Index, records: Places, r: Index) -> Levels:
    """Levels of address ``a`` against the record's; ``near_house`` where letters must tell.

    Without the house number or the street in common there is little to look at.
    """
    shared = same(taken(debtors.house, a), taken(records.house, r))
    shared |= same(taken(debtors.street, a), taken(records.street, r))
    zip_ = same(taken(debtors.zip, a), taken(records.zip, r))
    known = taken(debtors.known, a) & taken(records.known, r)
    town = known & ~zip_ & same(taken(debtors.town, a), taken(records.town, r))
    out = taken(_APART, known.view(np.uint8) + zip_ + 2 * town.view(np.uint8))
    at = np.flatnonzero(shared)
    out[at] = _levels(debtors, a[at], records, r[at], settled=False)
    return out


def _levels(debtors: Places, a: Index, records: Places, r: Index, *, settled: bool = True) -> Levels:
    """Levels of address ``a`` against the record's."""
    town, zip_ = (
        same(taken(debtors.town, a), taken(records.town, r)),
        same(taken(debtors.zip, a), taken(records.zip, r)),
    )
    stated = ((taken(debtors.town, a) != 0) & (taken(records.town, r) != 0)) | (
        (taken(debtors.zip, a) != 0) & (taken(records.zip, r) != 0)
    )
    place = town | zip_ | ~stated
    house = same(taken(debtors.house, a), taken(records.house, r))
    boxes = (taken(debtors.street, a) == 0) & (taken(records.street, r) == 0)
    street = same(taken(debtors.street, a), taken(records.street, r))
    known = taken(debtors.known, a) & taken(records.known, r)
    doubt = place & (house ^ street) & (taken(debtors.street, a) != 0) & (taken(records.street, r) != 0)
    doubt &= (taken(debtors.house, a) != 0) & (taken(records.house, r) != 0)
    close = _settle(debtors, a, records, r, doubt) if settled else doubt
    building = place & house & (street | boxes)
    if settled:
        close |= plainly_near(debtors, a, records, r, place & known & ~building & ~close)
    unit = taken(debtors.unit, a) == taken(records.unit, r)
    cases = {
        "missing": ~known,
        "unit": building & unit,
        "building": building,
        "near_house": close,
        "street": place & street,
        "zip": zip_,
        "town": town,
    }
    return first_level("address", cases, "elsewhere")


def _settle(debtors: Places, a: Index, records: Places, r: Index, doubt: Bools) -> Bools:
    """Which doubtful pairs are one typing error apart in house number or street."""
    out = np.zeros(doubt.size, dtype=bool)
    at = np.flatnonzero(doubt)
    if not at.size:
        return out
    left, right = a[at], r[at]
    edits = cpdist(
        texts(debtors.frame["house"], left),
        texts(records.frame["house"], right),
        scorer=OSA.distance,
        workers=2,
    )
    names = cpdist(
        texts(debtors.frame["street"], left),
        texts(records.frame["street"], right),
        scorer=JaroWinkler.normalized_similarity,
        workers=2,
    )
    out[at] = ((edits == 1) & (names == 1)) | ((edits == 0) & (names >= _SAME_STREET))
    return out
