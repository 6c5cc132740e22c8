"""From levels to bits: per field against a stranger, then the three classes over all fields at once.

The classes compete only after each has its joint likelihood over all fields.  Mixing relative and
stranger field by field would forget that a household shares name *and* address (docs/architecture.md).
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from workbench.matching.arrays import Floats, Index, taken
from workbench.matching.compare import COLUMN, Compared
from workbench.matching.kin import Kin
from workbench.matching.levels import FIELDS
from workbench.matching.weights import Weights

CONTACT_FIELDS = frozenset({"phone", "email"})
"""Fields whose entity is a shared value."""


@dataclass(frozen=True, slots=True)
class FieldTable:
    """Bits of one field: ``same`` and, per kind of relative, ``relative`` are [entity, level], ``u`` the
    frequency behind them.
    """

    same: Floats
    relative: tuple[Floats, ...]
    u: Floats


@dataclass(frozen=True, slots=True)
class Scored:
    """Bits of pairs: ``same`` and ``relative`` are [pair, field] against a stranger, the rest per pair.

    ``bits`` is same against relative and stranger together; ``relative_odds`` is relative against
    stranger in bits, priors included: ``relative_start`` and the fields, both of the likelier kind.
    """

    same: Floats
    relative: Floats
    start: float
    relative_start: Floats
    bits: Floats
    relative_odds: Floats

    def at(self, places: Index) -> "Scored":
        """The pairs at these places, in that order."""
        return replace(
            self,
            same=self.same[places],
            relative=self.relative[places],
            relative_start=self.relative_start[places],
            bits=self.bits[places],
            relative_odds=self.relative_odds[places],
        )


def tables(weights: Weights, frequencies: dict[str, Floats], sizes: dict[str, int]) -> dict[str, FieldTable]:
    """The bits of every field, level and entity.

    Entities are the debtors (``sizes[""]``), for the fields named in ``sizes`` something of their own:
    addresses of debtors, phones, e-mails.
    """
    return {field: _table(weights, field, frequencies, sizes.get(field, sizes[""])) for field in FIELDS}


def _table(weights: Weights, field: str, frequencies: dict[str, Floats], entities: int) -> FieldTable:
    """One field's bits; u is the frequency where the level has one, never below the level's own."""
    levels = weights.levels[field]
    entities = max(entities, 1)
    u = np.empty((entities, len(levels)))
    for number, weight in enumerate(levels):
        known = frequencies.get(weight.by)
        floor = np.full(entities, weight.u)
        u[:, number] = floor if known is None or known.size != entities else np.maximum(known, floor)
    m = np.array([weight.m for weight in levels])
    plain = np.log2(_of_kin(weights.kin[0], field, weights, u) / u)
    relative = tuple(
        plain
        if kin.levels.get(field) == weights.kin[0].levels.get(field)
        else np.log2(_of_kin(kin, field, weights, u) / u)
        for kin in weights.kin
    )
    return FieldTable(same=np.log2(m / u), relative=relative, u=u)


def _of_kin(kin: Kin, field: str, weights: Weights, u: Floats) -> Floats:
    """P(level | this kind of relative), [entity, level]; never below a frequency, where u is one."""
    r = np.empty_like(u)
    for number, (name, weight) in enumerate(zip(FIELDS[field], weights.levels[field], strict=True)):
        own = kin.r(field, name, weight.r)
        r[:, number] = np.maximum(own, u[:, number]) if weight.by else own
    return r


def entity(field: str, pairs: Compared) -> Index:
    """Which row of the field's table a pair reads."""
    if field == "address":
        return pairs.place
    if field in CONTACT_FIELDS:
        return pairs.shared.get(field, np.zeros_like(pairs.d))
    return pairs.d


@dataclass(frozen=True, slots=True)
class Odds:
    """``Scored.bits`` and ``Scored.relative_odds`` of pairs, without what they are made of.

    Bits below the least that was asked for are a bound: what relatives take from them is left out.
    """

    bits: Floats
    relative_odds: Floats


def odds(
    weights: Weights, table: dict[str, FieldTable], pairs: Compared, rows: int, least: float = -math.inf
) -> Odds:
    """What ``score`` says in the end, at a fifth of the work: enough to sort out pairs by.

    ``least``: fewer bits need not be exact.
    """
    same, first = np.zeros(pairs.d.size), np.zeros(pairs.d.size)
    differing: list[list[Floats]] = [[] for _ in weights.kin]
    for field, column in COLUMN.items():
        levels = pairs.levels[:, column]
        if not levels.any():
            continue
        cell = entity(field, pairs) * len(FIELDS[field]) + levels
        plain, *others = table[field].relative
        same += taken(table[field].same, cell)
        usual = taken(plain, cell)
        first += usual
        for own, of_kind in zip(differing[1:], others, strict=True):
            if of_kind is not plain:
                own.append(taken(of_kind, cell) - usual)
    start, starts = _starts(weights, rows)
    likeliest = starts[0] + first
    for begin, fields in zip(starts[1:], differing[1:], strict=True):
        total = first.copy()
        for field_bits in fields:
            total += field_bits
        np.maximum(likeliest, begin + total, out=likeliest)
    bits = start + same
    near = np.flatnonzero(bits >= least)  # the logarithm takes as long as all the rest
    bits[near] -= np.logaddexp2(likeliest[near], 0.0)
    return Odds(bits, likeliest)


def _starts(weights: Weights, rows: int) -> tuple[float, list[float]]:
    """Bits of same, and of each kind of relative, against a stranger before anything is compared."""
    prior_same, prior_relative, prior_stranger = weights.priors(rows)
    average = prior_relative - prior_stranger
    return prior_same - prior_stranger, [average + math.log2(kin.share) for kin in weights.kin]


def score(weights: Weights, table: dict[str, FieldTable], pairs: Compared, rows: int) -> Scored:
    """Bits of every pair in a file of ``rows`` rows."""
    same = np.zeros((pairs.d.size, len(FIELDS)), order="F")
    relative = np.zeros_like(same)
    differing: list[dict[int, Floats]] = [{} for _ in weights.kin]
    for field, column in COLUMN.items():
        levels = pairs.levels[:, column]
        if not levels.any():
            continue
        cell = entity(field, pairs) * len(FIELDS[field]) + levels
        plain, *others = table[field].relative
        same[:, column] = taken(table[field].same, cell)
        relative[:, column] = taken(plain, cell)
        for own, of_kind in zip(differing[1:], others, strict=True):
            if of_kind is not plain:
                own[column] = taken(of_kind, cell)
    start, starts = _starts(weights, rows)
    relative_start, total = _likelier(starts, relative, differing)
    relative_odds = relative_start + total
    return Scored(
        same=same,
        relative=relative,
        start=start,
        relative_start=relative_start,
        bits=start + same.sum(axis=1) - np.logaddexp2(relative_odds, 0.0),
        relative_odds=relative_odds,
    )


def _likelier(
    starts: list[float], relative: Floats, differing: list[dict[int, Floats]]
) -> tuple[Floats, Floats]:
    """Per pair the starting odds of the likelier kind of relative and the sum of its fields.

    ``relative`` holds the fields of the first kind and gets those of the likelier one, in place;
    ``differing`` has the columns in which each kind is unlike the first.
    """
    first = relative.sum(axis=1)
    start, total = np.full(first.size, starts[0]), first.copy()
    kind = np.zeros(first.size, dtype=np.int8)
    for number, columns in enumerate(differing[1:], start=1):
        own = first.copy()
        for column, fields in columns.items():
            own += fields - relative[:, column]
        better = np.flatnonzero(starts[number] + own > start + total)
        start[better], total[better], kind[better] = starts[number], own[better], number
    for number, columns in enumerate(differing[1:], start=1):
        chosen = np.flatnonzero(kind == number)
        for column, fields in columns.items():
            relative[chosen, column] = fields[chosen]
    return start, total
