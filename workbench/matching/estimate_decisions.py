"""Decided leads as numbers: which levels they had, and what every class's odds are under other weights."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from workbench.matching.arrays import Bools, Floats, Index
from workbench.matching.decide import CAPS
from workbench.matching.levels import FIELDS, NEUTRAL
from workbench.matching.settings import MatchSettings
from workbench.matching.weights import Weights
from workbench.matching.wording import WORDS
from workbench.model.explanation import Band, Explanation, FieldEvidence

CELLS: Final = tuple(
    (field, number)
    for field, names in FIELDS.items()
    for number, name in enumerate(names)
    if name not in NEUTRAL
)
"""Every (field, level) that says something, in one order."""

_PLACE: Final = {cell: place for place, cell in enumerate(CELLS)}
_FIELD_OF: Final = {
    "surname": "last", "first name": "first", "middle name": "middle", "birth date": "birth",
    "birth year": "birth", "SSN last 4": "ssn4", "e-mail": "email",
}  # fmt: skip
_TO_REVIEW = frozenset(CAPS[name] for name in ("name_only", "no_birth", "deceased", "ambiguous"))
_TO_RELATIVE = frozenset(CAPS[name] for name in ("suffix", "years"))


class Label(StrEnum):
    """What a person decided: the debtor, a relative of theirs, or not the debtor."""

    SAME = "same"
    RELATIVE = "relative"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Scorings:
    """Explained leads under one order; every array has one entry a lead, or [lead, cell].

    ``has`` marks the levels a lead had, ``u`` is the frequency each was scored with (1 elsewhere), ``start``
    and ``relative_start`` the starting odds in bits (of a relative of any kind), ``shared`` what sharing the
    probability among the debtor's candidates added, ``band`` and ``caps`` as stored.
    """

    has: Bools
    u: Floats
    start: Floats
    relative_start: Floats
    shared: Floats
    band: tuple[Band, ...]
    caps: tuple[tuple[str, ...], ...]

    def at(self, places: Index) -> "Scorings":
        """The leads at these places."""
        return Scorings(
            self.has[places], self.u[places], self.start[places], self.relative_start[places],
            self.shared[places], tuple(self.band[i] for i in places), tuple(self.caps[i] for i in places),
        )  # fmt: skip

    @property
    def size(self) -> int:
        """How many leads."""
        return len(self.band)


def cell_of(evidence: FieldEvidence) -> int | None:
    """Which of CELLS a row of an explanation is about; None when it counts for nothing or is not known."""
    field = _FIELD_OF.get(evidence.field, evidence.field)
    words = WORDS.get(field)
    level = evidence.level.split(" (", 1)[0] if field == "address" else evidence.level
    if words is None or level not in words:
        return None
    return _PLACE.get((field, words.index(level)))


def understood(why: Explanation, versions: dict[str, Weights]) -> bool:
    """Whether a lead can be scored anew: its version's weights and all of its rows that count are known."""
    rows_known = all(cell_of(row) is not None for row in why.fields if row.bits or row.relative_bits)
    return why.weights_version in versions and rows_known


def scorings(explanations: Sequence[Explanation], versions: dict[str, Weights]) -> Scorings:
    """Explanations (each :func:`understood`) as numbers.

    u is found again from the bits shown: u = m / 2**bits with m of the version that scored the lead.  Of an
    address, whose m is the run's own (``Weights.in_file``), u comes from r, and how far m was moved belongs
    to the start.
    """
    has = np.zeros((len(explanations), len(CELLS)), dtype=np.bool_)
    u = np.ones(has.shape)
    start = np.array([why.start_bits for why in explanations])
    for i, why in enumerate(explanations):
        levels = versions[why.weights_version].levels
        for row in why.fields:
            cell = cell_of(row)
            if cell is not None:
                field, number = CELLS[cell]
                has[i, cell] = True
                weight = levels[field][number]
                if field == "address" and row.relative_bits:
                    u[i, cell] = weight.r / 2.0**row.relative_bits
                    start[i] += row.bits - math.log2(weight.m / u[i, cell])
                else:
                    u[i, cell] = weight.m / 2.0**row.bits
    relative_start = np.array([why.relative_start_bits for why in explanations])
    for version, weights in versions.items():
        of = np.array([why.weights_version == version for why in explanations], dtype=np.bool_)
        kind = likelier(weights, has[of], u[of])[0]
        relative_start[of] -= np.log2([weights.kin[k].share for k in kind])
    return Scorings(
        has, u,
        start,
        relative_start,
        np.array([_shared(why) for why in explanations]),
        tuple(why.band for why in explanations), tuple(why.caps for why in explanations),
    )  # fmt: skip


def _shared(why: Explanation) -> float:
    """What sharing out added in bits; nothing where the probability is too near 0 or 1 to tell."""
    p = why.p_same
    return math.log2(p / (1.0 - p)) - why.bits if 1e-9 < p < 1.0 - 1e-9 else 0.0


def figures(weights: Weights) -> tuple[Floats, Floats, Bools]:
    """The m and r of every cell, and whether its u is a frequency."""
    cells = [weights.levels[field][number] for field, number in CELLS]
    m, r = np.array([cell.m for cell in cells]), np.array([cell.r for cell in cells])
    return m, r, np.array([bool(cell.by) for cell in cells])


def kin_figures(weights: Weights) -> Floats:
    """The r of every cell by kind of relative, [kind, cell]."""
    cells = [(field, FIELDS[field][number], weights.levels[field][number].r) for field, number in CELLS]
    return np.array([[kin.r(*cell) for cell in cells] for kin in weights.kin])


def likelier(weights: Weights, has: Bools, u: Floats) -> tuple[Index, Floats]:
    """Per lead the number of the likelier kind of relative, and its share and fields against a stranger in
    bits; where u is a frequency, r is never below it.
    """
    by = figures(weights)[2]
    totals = [
        math.log2(kin.share) + np.where(has, np.log2(np.where(by, np.maximum(r, u), r) / u), 0.0).sum(axis=1)
        for kin, r in zip(weights.kin, kin_figures(weights), strict=True)
    ]
    kind: Index = np.argmax(totals, axis=0)
    best: Floats = np.max(totals, axis=0)
    return kind, best


def odds(weights: Weights, leads: Scorings) -> tuple[Floats, Floats]:
    """(bits of same person against all else, bits of relative against stranger) of every lead."""
    m = figures(weights)[0]
    kin = leads.relative_start + likelier(weights, leads.has, leads.u)[1]
    same = leads.start + np.where(leads.has, np.log2(m / leads.u), 0.0).sum(axis=1)
    return same - np.logaddexp2(kin, 0.0) + leads.shared, kin


def probabilities(weights: Weights, leads: Scorings) -> tuple[Floats, Floats]:
    """P(same person) and P(relative) of every lead under ``weights``."""
    same, kin = odds(weights, leads)
    p = 1.0 / (1.0 + np.exp2(-same))
    return p, (1.0 - p) / (1.0 + np.exp2(-kin))


def bands(weights: Weights, leads: Scorings, settings: MatchSettings) -> tuple[Band, ...]:
    """The band of every lead under ``weights``; the hard caps that held go on holding."""
    p, kin = probabilities(weights, leads)
    found = []
    for i in range(leads.size):
        band = Band.WEAK
        if p[i] >= settings.strong:
            band = Band.STRONG
        elif p[i] >= settings.review:
            band = Band.REVIEW
        elif kin[i] >= settings.least_relative:
            band = Band.RELATIVE
        if band is Band.STRONG and _TO_REVIEW.intersection(leads.caps[i]):
            band = Band.REVIEW
        if _AMBIGUOUS in leads.caps[i]:
            band = Band.REVIEW
        found.append(Band.RELATIVE if _TO_RELATIVE.intersection(leads.caps[i]) else band)
    return tuple(found)


_AMBIGUOUS = CAPS["ambiguous"]
