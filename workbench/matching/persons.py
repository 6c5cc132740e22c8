"""Which candidates of a debtor are one person twice: a file may name somebody in several rows.

Rows of one person do not compete for the debtor.  Plain copies are told by a key; the rest by the model
itself, one row compared with the other as if it were a debtor.
"""

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools, Floats, Index
from workbench.matching.compare import COLUMN, Compared, Records, compare, settle
from workbench.matching.debtors import DebtorIndex
from workbench.matching.decide import same_person
from workbench.matching.frequency import census_frequencies
from workbench.matching.levels import level
from workbench.matching.people import people, places
from workbench.matching.score import score, tables
from workbench.matching.weights import Weights
from workbench.matching.womens_names import womens

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
"""What keeps two rows apart, however likely they are one person, and whatever third row is like both."""


def one_person(pairs: Compared, rows: pl.DataFrame, bits: Floats, weights: Weights, population: int) -> Index:
    """Per pair a number, equal within a debtor where records describe one person.

    ``bits`` are the pairs' scores, ``population`` the rows of the file.
    """
    plain = same_person(rows, pairs.r)
    nodes = pl.DataFrame({"d": pairs.d, "plain": plain, "bits": bits, "r": pairs.r})
    numbered = nodes.select(pl.struct("d", "plain").rank("dense").cast(pl.Int64) - 1).to_series()
    nodes = nodes.with_columns(node=numbered, record_id=rows["record_id"].gather(pairs.r))
    left, right, one, conflict = _judged(nodes, rows, weights, population)
    label = _components(left[one], right[one], numbered.n_unique())
    torn = label[left[conflict & (label[left] == label[right])]]
    own = np.isin(label, torn)
    label[own] = np.flatnonzero(own)
    person: Index = label[numbered.to_numpy()]
    return person


def _judged(
    nodes: pl.DataFrame, rows: pl.DataFrame, weights: Weights, population: int
) -> tuple[Index, Index, Bools, Bools]:
    """Nodes of one debtor, two by two: left, right, whether they are one person, whether they conflict."""
    ties = ["d", "bits", "node", "record_id"]
    best = nodes.sort(ties, descending=[False, True, False, False]).unique(
        "node", keep="first", maintain_order=True
    )
    close = best.filter(pl.col("bits") >= _LEAST_BITS).group_by("d", maintain_order=True).head(_NODES)
    close = close.with_columns(sure=pl.col("bits") >= _ONE_PERSON_BITS)
    both = close.select("d", "sure", left="node", a="r").join(
        close.select("d", also="sure", right="node", b="r"), on="d"
    )
    both = both.filter(pl.col("left") < pl.col("right"))
    left, right = (both[side].to_numpy().astype(np.int64) for side in ("left", "right"))
    if not both.height:
        return left, right, np.zeros(0, dtype=np.bool_), np.zeros(0, dtype=np.bool_)
    used, at = np.unique(np.concatenate([both["a"].to_numpy(), both["b"].to_numpy()]), return_inverse=True)
    bits, tied, conflict = _compared(rows[used], at[: both.height], at[both.height :], weights, population)
    least = np.where((both["sure"] & both["also"]).to_numpy(), 0.0, _ONE_PERSON_BITS)
    return left, right, (bits >= least) & tied & ~conflict, conflict


def _compared(
    rows: pl.DataFrame, a: Index, b: Index, weights: Weights, population: int
) -> tuple[Floats, Bools, Bools]:
    """Bits that rows ``a`` and ``b`` are one person, whether more than the name ties them, whether they
    conflict.
    """
    index = _as_debtors(rows)
    records = Records(index.people, (index.places, places(rows, "mailing")))
    pairs = settle(index, records, compare(index, records, a.astype(np.int64), b.astype(np.int64)))
    table = tables(weights, census_frequencies(index), {"": rows.height, "phone": 1, "email": 1})
    bits = score(weights, table, pairs, population).bits
    return bits, _any(pairs, _TIES), _any(pairs, _CONFLICTS)


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
        woman=womens(rows),
    )


def _components(left: Index, right: Index, count: int) -> Index:
    """Per node the least node it is linked with, directly or through others."""
    label = np.arange(count)
    while True:
        least = np.minimum(label[left], label[right])
        fresh = label.copy()
        np.minimum.at(fresh, left, least)
        np.minimum.at(fresh, right, least)
        if np.array_equal(fresh, label):
            return label
        label = fresh
