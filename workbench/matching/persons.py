"""Which candidates of a debtor are one person twice: a file may name somebody in several rows.

Rows of one person do not compete for the debtor.  Plain copies are told by a key; the rest by the model
itself, one row compared with the other as if it were a debtor.
"""

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools, Floats, Index
from workbench.matching.compare import COLUMN, Compared, Records, compare, settle
from workbench.matching.debtors import DebtorIndex
from workbench.matching.frequency import census_frequencies
from workbench.matching.levels import level
from workbench.matching.people import people, places
from workbench.matching.score import score, tables
from workbench.matching.weights import Weights

_LEAST_BITS = -3.0
"""A candidate with less is no rival of anybody."""
_NODES = 8
"""Candidates of one debtor that are compared with each other, best first."""
_ONE_PERSON_BITS = 4.0
"""Odds of 16 to 1 that two rows are one person rather than relatives or strangers; even odds are enough
where each alone has these odds to be the debtor: the debtor is then what they have in common."""
_TIES = {
    "birth": ("date_exact", "date_swap", "date_edit"),
    "address": ("unit", "building", "near_house"),
    "ssn4": ("exact",),
}
"""Rows of one name are one person only by more than the name and a year, however rare the name."""
_CONFLICTS = {"middle": ("different", "initial_different"), "suffix": ("conflict",)}
"""What keeps two rows apart, however likely they are one person."""


def same_person(
    pairs: Compared, rows: pl.DataFrame, bits: Floats, weights: Weights, population: int
) -> Index:
    """Per pair a number, equal within a debtor where records describe one person.

    ``bits`` are the pairs' scores, ``population`` the rows of the file.
    """
    plain = _plain(rows)[pairs.r]
    nodes = pl.DataFrame({"d": pairs.d, "plain": plain, "bits": bits, "r": pairs.r})
    numbered = nodes.select(pl.struct("d", "plain").rank("dense").cast(pl.Int64) - 1).to_series()
    found = _linked(nodes.with_columns(node=numbered), rows, weights, population)
    person: Index = _components(found, numbered.n_unique())[numbered.to_numpy()]
    return person


def _plain(rows: pl.DataFrame) -> Index:
    """Per record a number that is equal where name and suffix agree, and the whole birth date or the
    address with the birth year.
    """
    home = ["birth_year", "address_house", "address_street", "address_zip"]
    at_home = pl.concat_str([pl.col(c).cast(pl.String).fill_null("") for c in home], separator="|")
    key = rows.select(
        "first", "last", "suffix", pl.coalesce(pl.col("birth_date").cast(pl.String), at_home).alias("what")
    )
    return key.select(pl.struct(pl.all()).rank("dense")).to_series().to_numpy().astype(np.int64)


def _linked(nodes: pl.DataFrame, rows: pl.DataFrame, weights: Weights, population: int) -> pl.DataFrame:
    """Columns left, right: nodes of one debtor that the model takes for one person."""
    best = nodes.sort("d", "bits", "node", descending=[False, True, False]).unique(
        "node", keep="first", maintain_order=True
    )
    close = best.filter(pl.col("bits") >= _LEAST_BITS).group_by("d", maintain_order=True).head(_NODES)
    close = close.with_columns(sure=pl.col("bits") >= _ONE_PERSON_BITS)
    both = close.select("d", "sure", left="node", a="r").join(
        close.select("d", also="sure", right="node", b="r"), on="d"
    )
    both = both.filter(pl.col("left") < pl.col("right"))
    if not both.height:
        return both.select("left", "right")
    used, at = np.unique(np.concatenate([both["a"].to_numpy(), both["b"].to_numpy()]), return_inverse=True)
    bits, apart = _compared(rows[used], at[: both.height], at[both.height :], weights, population)
    least = np.where((both["sure"] & both["also"]).to_numpy(), 0.0, _ONE_PERSON_BITS)
    return both.filter(pl.Series((bits >= least) & ~apart)).select("left", "right")


def _compared(
    rows: pl.DataFrame, a: Index, b: Index, weights: Weights, population: int
) -> tuple[Floats, Bools]:
    """Bits that rows ``a`` and ``b`` are one person, and whether they must not count as one all the same."""
    index = _as_debtors(rows)
    records = Records(index.people, (index.places, places(rows, "mailing")))
    pairs = settle(index, records, compare(index, records, a.astype(np.int64), b.astype(np.int64)))
    table = tables(weights, census_frequencies(index), {"": rows.height, "phone": 1, "email": 1})
    bits = score(weights, table, pairs, population).bits
    return bits, ~_any(pairs, _TIES) | _any(pairs, _CONFLICTS)


def _any(pairs: Compared, levels: dict[str, tuple[str, ...]]) -> Bools:
    """Which pairs have one of these levels."""
    found = np.zeros(pairs.d.size, dtype=np.bool_)
    for field, names in levels.items():
        found |= np.isin(pairs.levels[:, COLUMN[field]], [level(field, name) for name in names])
    return found


def _as_debtors(rows: pl.DataFrame) -> DebtorIndex:
    """Records in the place of debtors, each with its residence only."""
    everyone = np.arange(rows.height)
    nothing = pl.DataFrame(schema={"d": pl.UInt32(), "value": pl.String()})
    return DebtorIndex(
        people=people(rows),
        places=places(rows, "address"),
        place_owner=everyone,
        place_start=np.arange(rows.height + 1),
        current=np.ones(rows.height, dtype=np.bool_),
        phones=nothing,
        emails=nothing,
    )


def _components(links: pl.DataFrame, count: int) -> Index:
    """Per node the least node it is linked with, directly or through others."""
    label = np.arange(count)
    left, right = links["left"].to_numpy().astype(np.int64), links["right"].to_numpy().astype(np.int64)
    while True:
        least = np.minimum(label[left], label[right])
        fresh = label.copy()
        np.minimum.at(fresh, left, least)
        np.minimum.at(fresh, right, least)
        if np.array_equal(fresh, label):
            return label
        label = fresh
