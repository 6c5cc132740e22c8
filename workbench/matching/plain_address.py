"""Addresses as they are written: near spellings that the rules of addresses took apart differently."""

import numpy as np
import polars as pl
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from workbench.matching.arrays import Bools, Index
from workbench.matching.people import Places
from workbench.normalize.plain import NEAR, plain_keys


def plainly_near(debtors: Places, a: Index, records: Places, r: Index, open_: Bools) -> Bools:
    """Of the pairs that are ``open_`` those whose lines have the same numbers and nearly the same letters."""
    out = np.zeros(open_.size, dtype=bool)
    at = np.flatnonzero(open_)
    if not at.size:
        return out
    pairs = pl.concat([_lines(debtors, a[at], "ours"), _lines(records, r[at], "theirs")], how="horizontal")
    numbers = pl.all().str.replace_all("[^0-9]+", "")
    agree = pairs.select_seq(numbers).select_seq(
        (pl.col("ours") == pl.col("theirs")) & (pl.col("ours") != "")
    )
    kept = agree.to_series().fill_null(value=False).arg_true()
    near = pairs[kept]
    alike = cpdist(
        near["ours"].to_list(),
        near["theirs"].to_list(),
        scorer=Indel.normalized_similarity,
        score_cutoff=NEAR,
        dtype=np.float64,
    )
    out[at[kept.to_numpy()[alike >= NEAR]]] = True
    return out


def _lines(places: Places, at: Index, name: str) -> pl.DataFrame:
    """Plain keys of the addresses at these places, each address's worked out once."""
    used, position = np.unique(at, return_inverse=True)
    placed = pl.any_horizontal(pl.col("city", "state", "zip").is_not_null())
    keys = places.frame[used].select_seq(plain_keys(pl.col("raw"), placed).alias(name))
    return keys[position]
