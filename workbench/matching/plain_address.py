"""Addresses as they are written: near spellings that the rules of addresses took apart differently."""

import numpy as np
import polars as pl
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from workbench.matching.arrays import Bools, Index, codes, same, texts
from workbench.matching.people import Places, PlainLines
from workbench.normalize.plain import NEAR, plain_keys


def plainly_near(debtors: Places, a: Index, records: Places, r: Index, open_: Bools) -> Bools:
    """Of the pairs that are ``open_`` those whose lines have the same numbers and nearly the same letters."""
    out = np.zeros(open_.size, dtype=bool)
    at = np.flatnonzero(open_)
    if not at.size:
        return out
    (ours, left), (theirs, right) = _lines(debtors, a[at]), _lines(records, r[at])
    kept = np.flatnonzero(same(ours.numbers[left], theirs.numbers[right]))
    alike = cpdist(
        texts(ours.keys, left[kept]),
        texts(theirs.keys, right[kept]),
        scorer=Indel.normalized_similarity,
        score_cutoff=NEAR,
        dtype=np.float64,
    )
    out[at[kept[alike >= NEAR]]] = True
    return out


def plain_lines(places: pl.DataFrame) -> PlainLines:
    """The plain lines of addresses (columns raw, city, state, zip); numbers 0 where there are none."""
    placed = pl.any_horizontal(pl.col("city", "state", "zip").is_not_null())
    keys = places.select_seq(plain_keys(pl.col("raw"), placed)).to_series()
    return PlainLines(keys, codes(keys.str.replace_all("[^0-9]+", "").replace("", None)))


def _lines(places: Places, at: Index) -> tuple[PlainLines, Index]:
    """Plain lines, and which of them are those of the addresses at these places."""
    if places.plain is not None:
        return places.plain, at
    used, position = np.unique(at, return_inverse=True)
    return plain_lines(places.frame[used]), position.astype(np.int64)
