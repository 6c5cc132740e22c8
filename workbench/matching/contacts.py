"""Phones and e-mails: found through their blocks, worth nothing when many people share them."""

from dataclasses import replace

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools, Floats, Index
from workbench.matching.blocking import Blocking
from workbench.matching.candidates import Kept
from workbench.matching.compare import COLUMN
from workbench.matching.levels import level
from workbench.matching.sharing import CONTACT_KINDS, Sharing


def with_contacts(
    kept: Kept, blocking: Blocking, sharing: Sharing, debtors: pl.DataFrame, limit: int
) -> Kept:
    """The pairs with phone and e-mail levels final and ``shared`` filled.

    A value of more than ``limit`` people, of the file or of the debtors, is ``shared``: it counts for
    nothing.  Of several values in common the one of the fewest people counts.
    """
    levels = kept.pairs.levels.copy(order="F")
    shared: dict[str, Index] = {}
    for field, kind in CONTACT_KINDS.items():
        people = np.maximum(sharing.count(field, blocking.blocks(kind)), blocking.owners(kind))
        hits = (
            kept.blocks.filter(pl.col("kind") == kind)
            .with_columns(people=pl.lit(pl.Series(people, dtype=pl.Int64)).gather(pl.col("block")))
            .sort("pair", "people", "block")
            .unique("pair", keep="first", maintain_order=True)
        )
        column = levels[:, COLUMN[field]]
        column[:] = np.where(both_have(kept, debtors, field), level(field, "different"), 0)
        pair, few = hits["pair"].to_numpy(), (hits["people"] <= limit).to_numpy()
        column[pair] = np.where(few, level(field, "exact"), level(field, "shared"))
        shared[field] = np.zeros(column.size, dtype=np.int64)
        shared[field][pair] = hits["block"].to_numpy()
    return replace(kept, pairs=replace(kept.pairs, levels=levels, shared=shared))


def contact_shares(blocking: Blocking, sharing: Sharing, population: int) -> dict[str, Floats]:
    """Per phone and e-mail of the debtors, the share of the file's people who have it, one left out."""
    found = {}
    for field, kind in CONTACT_KINDS.items():
        people = sharing.count(field, blocking.blocks(kind))
        found[field] = np.asarray(np.maximum(people - 1, 0) / population, dtype=np.float64)
    return found


def both_have(kept: Kept, debtors: pl.DataFrame, field: str) -> Bools:
    """Which pairs have a phone (an e-mail) on both sides."""
    ours = (debtors[f"{field}s"].list.len().fill_null(0) > 0).to_numpy()
    theirs = (kept.rows[f"{field}s"].list.len().fill_null(0) > 0).to_numpy()
    return np.asarray(ours[kept.pairs.d] & theirs[kept.pairs.r], dtype=np.bool_)
