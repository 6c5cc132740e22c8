"""How many of the debtors a file holds, told by the run itself.

A roll of the state they left holds few of them, a client's own list nearly all.  With one share for every
file the first floods the review with namesakes, and the second doubts what is plain (docs/benchmarks.md).
The share is the only thing a run learns; weights stay as they are.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from workbench.matching.arrays import Floats, Index

ASSUMED_OF: Final = 30
"""The weights' own share counts as if seen in this many debtors: a handful of them changes little, hundreds
decide.  [design] chosen before it was measured; between 10 and 100 nothing moved by more than a point."""
MOST_BEFORE: Final = 200
"""An earlier run over the same file counts as at most this many debtors: later ones may be other people."""
LEAST, MOST = 0.005, 0.99
"""A file is never believed to hold nobody, nor everybody."""
_ROUNDS = 300
_CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Presence:
    """The share of the debtors that is in a file, 0 to 1, and how many ``debtors`` it rests on."""

    share: float
    debtors: int


def assumed(share: float, before: Presence | None = None) -> Presence:
    """What a run starts from: ``share`` of the weights, or what an earlier run over this file found."""
    if before is None or not before.debtors:
        return Presence(share, ASSUMED_OF)
    return Presence(min(max(before.share, LEAST), MOST), min(ASSUMED_OF + before.debtors, MOST_BEFORE))


def presence(d: Index, person: Index, bits: Floats, debtors: int, start: Presence) -> Presence:
    """The likeliest share given every candidate (aligned: debtor, person, bits under ``start.share``).

    A debtor with candidates of odds w_1 … w_n is in the file with probability W / (W + 1 - share), where W
    is their sum and rises with the share; the share is the mean of that over ``debtors``, with ``start``
    counted in (expectation and maximisation in turns, until both agree).
    """
    odds = _odds(d, person, bits) / start.share
    known, share = start.debtors, start.share
    for _ in range(_ROUNDS):
        found = share * odds
        present = float((found / (found + 1.0 - share)).sum())
        fresh = min(max((present + known * start.share) / (debtors + known), LEAST), MOST)
        moved, share = abs(fresh - share), fresh
        if moved < _CLOSE:
            break
    return Presence(share, debtors)


def _odds(d: Index, person: Index, bits: Floats) -> Floats:
    """Per debtor with candidates the sum of the odds of its people, each by its best row."""
    frame = pl.DataFrame({"d": d, "person": person, "w": np.exp2(np.minimum(bits, 500.0))})
    best = frame.group_by("d", "person").agg(pl.col("w").max()).sort("d", "w", "person")
    return best.group_by("d", maintain_order=True).agg(pl.col("w").sum())["w"].to_numpy()
