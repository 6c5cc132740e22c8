"""Other weights proposed from reviewers' decisions; nothing here is applied to anything.

The leads decided are no sample of all pairs: they were chosen because they look alike, so how often a level
occurs among them says nothing of how often it occurs (above all not of u).  What a choice by levels leaves
intact is how likely the decision is *given* the levels.  So the weights are moved until P(same person) of
the leads fits what was decided about them: penalised maximum of the conditional likelihood.  u stays as it
is (census, calendar, this file's frequencies); what moves are m and r, within the sum of their field.

A relative is of the kind that the present weights find likelier; what a kind says of a level moves with the
level's r.

The penalty holds every level at its present bits with a standard deviation of PRIOR_BITS, so that one
decision moves a level by at most ln 2 × PRIOR_BITS² = 0.17 bits, and by next to nothing if it was foreseen.
"""

import math
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from workbench.base.errors import UserError
from workbench.matching.arrays import Bools, Floats, Index
from workbench.matching.estimate_decisions import (
    CELLS,
    Label,
    Scorings,
    figures,
    kin_figures,
    likelier,
    odds,
    probabilities,
)
from workbench.matching.levels import FIELDS
from workbench.matching.weights import LevelWeight, Weights

PRIOR_BITS: Final = 0.5
"""Standard deviation of a level's bits around the present ones.  The present figures come from published
error rates of 2 to 5 % a field (resources/matching/weights-1.toml), a factor of 2.5 or ± 0.66 bits; half a
bit says that two thirds of all levels are thought to be within a factor of 1.4."""
LEAST = 60
"""Decisions that can be learned from, below which nothing is proposed: a quarter is held out, and what is
said of fewer than 15 is chance."""
LEAST_EACH = 15
"""The same for each side: accepted as the debtor, and not the debtor."""
_HELD_OUT = 4
_RANGES = ((0.0, 0.5), (0.5, 0.95), (0.95, 1.0 + 1e-9))


class TooFewDecisionsError(UserError):
    """There are too few decisions to propose other weights from."""

    code = "weights.too_few"

    def __init__(self, same: int, other: int) -> None:
        super().__init__(
            f"Too few decisions to propose weights from: {same:,} accepted as the debtor and {other:,} not"
            f" the debtor can be learned from; {LEAST:,} are needed, {LEAST_EACH:,} of each at least.",
            hint="The present weights stay in use; review more leads first.",
        )


@dataclass(frozen=True, slots=True)
class LevelChange:
    """One level before and after; ``bits`` are log2 m/u and ``relative_bits`` log2 r/u at the level's own u.

    ``same``, ``other`` and ``relative`` are the decisions whose lead had this level.
    """

    field: str
    level: str
    before: LevelWeight
    after: LevelWeight
    same: int
    other: int
    relative: int

    @property
    def bits(self) -> tuple[float, float]:
        """Same person against stranger, before and after."""
        return math.log2(self.before.m / self.before.u), math.log2(self.after.m / self.after.u)

    @property
    def relative_bits(self) -> tuple[float, float]:
        """Relative against stranger, before and after."""
        return math.log2(self.before.r / self.before.u), math.log2(self.after.r / self.after.u)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Held-out leads whose P(same person) is from ``low`` to below ``high``: how many, the mean of what was
    expected, and the share that was accepted as the debtor.
    """

    low: float
    high: float
    leads: int
    expected: float
    actual: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """Weights estimated from decisions, with what speaks for or against using them.

    ``held_out`` decisions took no part in a trial estimate by which ``before`` and ``after`` are compared;
    ``weights`` are estimated from all.  Losses are mean surprises in bits a decision (less is better).
    """

    weights: Weights
    base: Weights
    changes: tuple[LevelChange, ...]
    decisions: int
    held_out: int
    before: tuple[Calibration, ...]
    after: tuple[Calibration, ...]
    loss_before: float
    loss_after: float

    @property
    def better(self) -> bool:
        """Whether the trial estimate foretold the held-out decisions better than the present weights."""
        return self.loss_after < self.loss_before


def propose(
    base: Weights, leads: Scorings, labels: Sequence[Label], groups: Sequence[str], version: str
) -> Proposal:
    """Weights of this ``version`` from decided leads; TooFewDecisionsError when there is too little to go by.

    ``groups`` are the accounts: all decisions of one are held out, or none.
    """
    same = np.array([label is Label.SAME for label in labels], dtype=np.bool_)
    kin = np.array([label is Label.RELATIVE for label in labels], dtype=np.bool_)
    others = len(labels) - int(same.sum())
    if len(labels) < LEAST or same.sum() < LEAST_EACH or others < LEAST_EACH:
        raise TooFewDecisionsError(int(same.sum()), others)
    held = np.array([zlib.crc32(group.encode()) % _HELD_OUT == 0 for group in groups], dtype=np.bool_)
    kept, out = np.flatnonzero(~held), np.flatnonzero(held)
    trial = fitted(base, leads.at(kept), same[kept], kin[kept])
    weights = replace(fitted(base, leads, same, kin), version=version)
    test = leads.at(out)
    return Proposal(
        weights, base, _changes(base, weights, leads, labels), len(labels), out.size,
        calibration(base, test, same[out]), calibration(trial, test, same[out]),
        loss(base, test, same[out], kin[out]), loss(trial, test, same[out], kin[out]),
    )  # fmt: skip


def fitted(base: Weights, leads: Scorings, same: Bools, kin: Bools) -> Weights:
    """``base`` moved towards what was decided; the same version name."""
    problem = _Problem(base, leads, same, kin)
    at = minimised(problem.value_and_gradient, np.zeros(2 * len(CELLS)))
    m, r = problem.moved(at)
    return _with(base, m, r)


def _groups() -> Index:
    """Per cell the number of its group: alternatives of one another, whose m sum to what they summed to.

    ``year_slack`` is the alternative of ``year_exact`` for an age, beside the same other levels: it stays.
    """
    numbers: dict[str, int] = {}
    found = []
    for field, number in CELLS:
        name, kind = FIELDS[field][number], field
        if field == "birth":
            kind = name if name == "year_slack" else name.split("_", maxsplit=1)[0]
        elif field == "middle" and name.startswith("initial"):
            kind += "initial"
        found.append(numbers.setdefault(kind, len(numbers)))
    return np.array(found)


class _Problem:
    """Loss and gradient; the parameters are the shifts, in bits, of every cell's m and then of its r."""

    def __init__(self, base: Weights, leads: Scorings, same: Bools, kin: Bools) -> None:
        self._m, self._r, by = figures(base)
        free = self._m < 1.0  # a level that always holds says nothing and stays
        self._groups, self._free = _groups(), free
        self._has = leads.has.astype(np.float64) * free
        r = kin_figures(base)[likelier(base, leads.has, leads.u)[0]]
        self._has_kin = self._has * ((r > leads.u) | ~by)  # below u, r counts for nothing
        self._same, self._kin = same, kin
        self._odds, self._kin_odds = odds(base, leads)

    def shifts(self, at: Floats, figure: Floats) -> Floats:
        """Bits by which each cell moves: its own shift less what keeps its group's sum."""
        figure = figure * self._free
        total = self._summed(figure * np.exp2(at)) / np.maximum(self._summed(figure), 1e-300)
        return np.where(self._free, at - np.log2(np.where(self._free, total, 1.0)), 0.0)

    def _back(self, at: Floats, figure: Floats, slope: Floats) -> Floats:
        """The gradient by shifts from the one by moves."""
        share = figure * self._free * np.exp2(at)
        total = self._summed(share)
        part = np.divide(share, total, out=np.zeros_like(share), where=total > 0)
        return np.where(self._free, slope - part * self._summed(slope * self._free), 0.0)

    def _summed(self, values: Floats) -> Floats:
        """Per cell, the sum over its group."""
        totals: Floats = np.bincount(self._groups, weights=values).astype(np.float64)
        return totals[self._groups]

    def moved(self, at: Floats) -> tuple[Floats, Floats]:
        """The m and r of every cell, rounded to four digits."""
        half = len(CELLS)
        m = self._m * np.exp2(self.shifts(at[:half], self._m))
        r = self._r * np.exp2(self.shifts(at[half:], self._r))
        return _rounded(np.where(self._free, m, self._m)), _rounded(np.where(self._free, r, self._r))

    def value_and_gradient(self, at: Floats) -> tuple[float, Floats]:
        """Penalised loss in natural units, and its gradient."""
        half = len(CELLS)
        to_m, to_r = self.shifts(at[:half], self._m), self.shifts(at[half:], self._r)
        kin = self._kin_odds + self._has_kin @ to_r
        change = np.logaddexp2(kin, 0.0) - np.logaddexp2(self._kin_odds, 0.0)
        same = self._odds + self._has @ to_m - change
        p, q = 1.0 / (1.0 + np.exp2(-same)), 1.0 / (1.0 + np.exp2(-kin))
        ln2 = math.log(2.0)
        value = ln2 * (np.logaddexp2(0.0, np.where(self._same, -same, same))).sum()
        value += ln2 * np.logaddexp2(0.0, -kin[self._kin]).sum()
        value += ((to_m**2).sum() + (to_r**2).sum()) / (2.0 * PRIOR_BITS**2)
        by_same = ln2 * (p - self._same)
        by_kin = -by_same * q - ln2 * self._kin * (1.0 - q)
        slope_m = self._back(at[:half], self._m, self._has.T @ by_same + to_m / PRIOR_BITS**2)
        slope_r = self._back(at[half:], self._r, self._has_kin.T @ by_kin + to_r / PRIOR_BITS**2)
        return float(value), np.concatenate([slope_m, slope_r])


def minimised(function: Callable[[Floats], tuple[float, Floats]], start: Floats, steps: int = 300) -> Floats:
    """Where ``function`` (value and gradient) is least near ``start``: BFGS with halved steps."""
    at, (value, slope) = start.copy(), function(start)
    inverse = np.eye(start.size) * PRIOR_BITS**2
    for _ in range(steps):
        if np.abs(slope).max() < 1e-7:
            break
        step = -inverse @ slope
        size, gain = 1.0, float(slope @ step)
        while size > 1e-10 and function(at + size * step)[0] > value + 1e-4 * size * gain:
            size /= 2.0
        moved = at + size * step
        value, after = function(moved)
        s, y = moved - at, after - slope
        at, slope = moved, after
        if (sy := float(s @ y)) > 1e-12:
            turned = inverse @ y
            inverse += np.outer(s, s) * (1.0 + float(y @ turned) / sy) / sy
            inverse -= (np.outer(turned, s) + np.outer(s, turned)) / sy
    return at


def _rounded(figures_: Floats) -> Floats:
    return np.array([float(f"{min(value, 1.0):.4g}") for value in figures_])


def _with(base: Weights, m: Floats, r: Floats) -> Weights:
    """Other m and r; what a kind of relative says of a level moves with the level's r."""
    levels = {field: list(row) for field, row in base.levels.items()}
    moved: dict[tuple[str, str], float] = {}
    for place, (field, number) in enumerate(CELLS):
        before = base.levels[field][number]
        moved[field, FIELDS[field][number]] = float(r[place]) / before.r
        levels[field][number] = replace(before, m=float(m[place]), r=float(r[place]))
    kin = tuple(
        replace(kind, levels={
            field: {name: float(_rounded(np.array([own * moved.get((field, name), 1.0)]))[0])
                    for name, own in rows.items()}
            for field, rows in kind.levels.items()
        })
        for kind in base.kin
    )  # fmt: skip
    return replace(base, levels={field: tuple(row) for field, row in levels.items()}, kin=kin)


def _changes(
    base: Weights, weights: Weights, leads: Scorings, labels: Sequence[Label]
) -> tuple[LevelChange, ...]:
    counts = {label: leads.has[np.array([other is label for other in labels])].sum(axis=0) for label in Label}
    return tuple(
        LevelChange(
            field,
            FIELDS[field][number],
            base.levels[field][number],
            weights.levels[field][number],
            same=int(counts[Label.SAME][place]),
            other=int(counts[Label.OTHER][place]),
            relative=int(counts[Label.RELATIVE][place]),
        )
        for place, (field, number) in enumerate(CELLS)
    )


def calibration(weights: Weights, leads: Scorings, same: Bools) -> tuple[Calibration, ...]:
    """Expected against actual, in the ranges of P(same person) that the bands are made of."""
    p, _ = probabilities(weights, leads)
    found = []
    for low, high in _RANGES:
        in_range = (p >= low) & (p < high)
        count = int(in_range.sum())
        expected, actual = (float(p[in_range].mean()), float(same[in_range].mean())) if count else (0.0, 0.0)
        found.append(Calibration(low, min(high, 1.0), count, expected, actual))
    return tuple(found)


def loss(weights: Weights, leads: Scorings, same: Bools, kin: Bools) -> float:
    """Mean surprise of the decisions in bits; 0 for none."""
    if not leads.size:
        return 0.0
    bits, relative = odds(weights, leads)
    surprise = np.logaddexp2(0.0, np.where(same, -bits, bits))
    surprise[kin] += np.logaddexp2(0.0, -relative[kin])
    return float(surprise.mean())
