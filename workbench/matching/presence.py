"""Who of the debtors and their families a file holds, told by the run itself.

A roll of the state they left holds few of them, a client's own list nearly all; after a year most still
live where the client says, after five most do not; a voter roll holds whole families, a list of inmates
hardly any.  With one figure for every file the first floods the review with namesakes and the last takes
people for their own twins (docs/architecture.md, docs/benchmarks.md).  These three (``households`` counts the
last) are all that a run learns; what a name or a birth date is worth stays as it is.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from workbench.matching.arrays import Floats, Index
from workbench.matching.compare import COLUMN
from workbench.matching.levels import AT_HOME, level
from workbench.model.presence import Presence

ASSUMED_OF: Final = 30
"""The weights' own share counts as if seen in this many debtors: a handful of them changes little, hundreds
decide.  [design] chosen before it was measured; between 10 and 100 nothing moved by more than a point."""
MOST_BEFORE: Final = 200
"""An earlier run over the same file counts as at most this many debtors: later ones may be other people."""
LEAST, MOST = 0.005, 0.99
"""A file is never believed to hold nobody, nor everybody, nor all of those found to have stayed, or left."""
_ROUNDS = 300
_CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of ``d`` debtors and persons, with their ``bits``; ``home`` is 1 where the address says still
    there, -1 where it says elsewhere, 0 where it says nothing.
    """

    d: Index
    person: Index
    bits: Floats
    home: Index


def home(levels: "np.typing.NDArray[np.int8]") -> Index:
    """What the address level of each pair says of staying, for ``Candidates``."""
    address = levels[:, COLUMN["address"]]
    there = np.isin(address, [level("address", name) for name in AT_HOME])
    return np.where(address == 0, 0, np.where(there, 1, -1)).astype(np.int64)


def assumed(start: Presence, before: Presence | None = None) -> Presence:
    """What a run starts from: ``start`` of the weights, or what an earlier run over this file found."""
    if before is None or not before.debtors:
        return Presence(start.share, ASSUMED_OF, start.at_home, start.relatives)
    return Presence(
        _bounded(before.share),
        min(ASSUMED_OF + before.debtors, MOST_BEFORE),
        _bounded(before.at_home) if before.at_home else start.at_home,
        before.relatives or start.relatives,
    )


def presence(found: Candidates, debtors: int, start: Presence) -> Presence:
    """The likeliest shares given every candidate, whose bits are those under ``start``.

    A debtor with candidates of odds w_1 … w_n is in the file with probability W / (W + 1 - share), where W
    is their sum and rises with the share; one of them is the debtor with w_i / (W + 1 - share).  The share is
    the mean of the first over ``debtors``, ``at_home`` the mean over the second, with ``start`` counted in
    (expectation and maximisation in turns, until both agree).
    """
    d, odds, stays = _best(found)
    share, at_home, known = start.share, start.at_home, start.debtors
    odds = odds / share
    for _ in range(_ROUNDS):
        moved = np.array([(1.0 - at_home) / (1.0 - start.at_home), 1.0, at_home / start.at_home])
        each = share * odds * moved[stays + 1]
        total = np.bincount(d, weights=each)[d] if d.size else each
        each = each / (total + 1.0 - share)
        there, gone = float(each[stays > 0].sum()), float(each[stays < 0].sum())
        fresh = _bounded((float(each.sum()) + known * start.share) / (debtors + known))
        stayed = _bounded((there + known * start.at_home) / (there + gone + known))
        change = max(abs(fresh - share), abs(stayed - at_home))
        share, at_home = fresh, stayed
        if change < _CLOSE:
            break
    return Presence(share, debtors, at_home, start.relatives, round(there + gone))


def _bounded(share: float) -> float:
    return min(max(share, LEAST), MOST)


def _best(found: Candidates) -> tuple[Index, Floats, Index]:
    """Debtor (numbered from 0), odds and ``home`` of every person by their best row."""
    frame = pl.DataFrame({"d": found.d, "person": found.person, "bits": found.bits, "home": found.home})
    best = (
        frame.sort("d", "person", "bits", "home")
        .group_by("d", "person", maintain_order=True)
        .agg(pl.col("bits", "home").last())
        .with_columns(pl.col("d").rank("dense").cast(pl.Int64) - 1)
        .sort("d", "bits", "person")
    )
    odds = np.exp2(np.minimum(best["bits"].to_numpy(), 500.0))
    return best["d"].to_numpy(), odds, best["home"].to_numpy()
