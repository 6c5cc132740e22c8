"""Candidate pairs as they are found, slice by slice, kept only while they could still become a lead."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools, Index, taken
from workbench.matching.blocking import Blocking, Pairs, record_source
from workbench.matching.compare import COLUMN, Compared, Records, compare, joined, settle
from workbench.matching.debtors import DebtorIndex
from workbench.matching.keys import KINDS
from workbench.matching.levels import level
from workbench.matching.score import FieldTable, Odds, Scored, odds
from workbench.matching.sharing import CONTACT_KINDS, Sharing
from workbench.matching.weights import Weights

LEAST_BITS = -9.0
"""A pair below this (P(same) under 0.4 %) never becomes a lead, nor weighs against one."""
LEAST_RELATIVE_ODDS = -1.0
"""The same for relatives: below P(relative) of a third."""
MARGIN = 2.0
"""Bits by which an optimistic level may be beaten by the true one, relatives considered."""

_AT_ONCE = 1 << 18
"""Pairs compared at once: what bounds the memory of a slice when there are many debtors."""
BLOCK_COLUMNS = ("pair", "kind", "block")


@dataclass(frozen=True, slots=True)
class Kept:
    """Pairs with the rows they are about.

    ``pairs.r`` counts rows of ``rows``; ``blocks`` has columns pair, kind, block: every block a pair is in.
    """

    pairs: Compared
    blocks: pl.DataFrame
    rows: pl.DataFrame


def candidates(
    index: DebtorIndex,
    blocking: Blocking,
    records: Records,
    *,
    weights: Weights,
    best: dict[str, FieldTable],
    sharing: Sharing,
    rows: int,
) -> tuple[Kept, int]:
    """The pairs of one slice that could become leads, and how many pairs were compared.

    ``best`` are tables with the least frequencies the values can have, ``rows`` the rows read so far, so
    what is dropped here is dropped whatever the rest of the file says.
    """
    found = _Found.of(list(blocking.pairs(record_source(records.people.frame))))
    name_codes = records.people.first ^ (records.people.last * np.uint64(3))
    promises: list[tuple[Compared, Index]] = []
    for start in range(0, found.record.size, _AT_ONCE):
        part = found.at(slice(start, start + _AT_ONCE))
        loose = compare(index, records, part.debtor, part.record)
        for field, number in CONTACT_KINDS.items():
            at = np.flatnonzero(part.kind == number)
            if at.size:
                sharing.add(field, part.block[at], name_codes[part.record[at]])
                loose.levels[at, COLUMN[field]] = level(field, "exact")
        keep = np.flatnonzero(promising(odds(weights, best, loose, rows, LEAST_BITS - MARGIN), MARGIN))
        promises.append((loose.at(keep), keep + start))
    places = _joined([places for _, places in promises])
    merged = _merged(index, records, joined([pairs for pairs, _ in promises]), found.at(places))
    settled = replace(merged, pairs=settle(index, records, merged.pairs))
    last = promising(odds(weights, best, settled.pairs, rows, LEAST_BITS - MARGIN), MARGIN)
    return narrowed(settled, last), found.record.size


@dataclass(frozen=True, slots=True)
class _Found:
    """The pairs of all blocks end to end.

    So many are compared at once, whatever their kinds: short arrays would have this thread ask for the
    interpreter's lock more often than it works.
    """

    debtor: Index
    record: Index
    kind: Index
    block: Index

    @classmethod
    def of(cls, parts: list[Pairs]) -> "_Found":
        """The pairs, kind by kind."""
        return cls(
            debtor=_joined([part.debtor for part in parts]),
            record=_joined([part.record for part in parts]),
            kind=_joined([np.full(part.record.size, part.kind, dtype=np.int64) for part in parts]),
            block=_joined([part.block for part in parts]),
        )

    def at(self, places: Index | slice) -> "_Found":
        """The pairs at these places."""
        return _Found(self.debtor[places], self.record[places], self.kind[places], self.block[places])


def promising(scored: Odds | Scored, margin: float = 0.0) -> Bools:
    """Which pairs could be the same person or a relative."""
    return np.asarray(
        (scored.bits >= LEAST_BITS - margin) | (scored.relative_odds >= LEAST_RELATIVE_ODDS - margin),
        dtype=np.bool_,
    )


def _merged(index: DebtorIndex, records: Records, pairs: Compared, found: _Found) -> Kept:
    """Each pair once, with the rows of the slice and all its blocks; what it shares by any block counts."""
    _, first, at = np.unique(pairs.r * index.count + pairs.d, return_index=True, return_inverse=True)
    levels = pairs.levels[first]
    for field, number in CONTACT_KINDS.items():
        levels[at[found.kind == number], COLUMN[field]] = level(field, "exact")
    return Kept(
        pairs=replace(pairs.at(first), levels=levels),
        blocks=_blocks(at.astype(np.int64), found.kind, found.block),
        rows=records.people.frame,
    )


def _blocks(pair: Index, kind: Index, block: Index) -> pl.DataFrame:
    """Columns pair, kind, block."""
    return pl.DataFrame(
        {"pair": pair, "kind": kind, "block": block}, schema=dict.fromkeys(BLOCK_COLUMNS, pl.Int64())
    )


def _joined(arrays: list[Index]) -> Index:
    """Arrays end to end; none gives an empty one."""
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.int64)


def concatenated(parts: list[Kept]) -> Kept:
    """Parts (at least one) end to end, positions moved along."""
    rows = np.cumsum([0, *(part.rows.height for part in parts)])
    pairs = np.cumsum([0, *(part.pairs.d.size for part in parts)])
    moved = [replace(part.pairs, r=part.pairs.r + base) for part, base in zip(parts, rows, strict=False)]
    return Kept(
        pairs=joined(moved),
        blocks=pl.concat(
            part.blocks.with_columns(pl.col("pair") + int(base))
            for part, base in zip(parts, pairs, strict=False)
        ),
        rows=pl.concat(part.rows for part in parts),
    )


def narrowed(kept: Kept, keep: Bools) -> Kept:
    """Only the pairs marked, and the rows they need."""
    needed = np.zeros(kept.rows.height, dtype=np.bool_)
    needed[kept.pairs.r[keep]] = True
    if keep.all() and needed.all():  # as they mostly are where a rule finds nothing: the rows are wide
        return kept
    number, position = np.cumsum(keep) - 1, np.cumsum(needed) - 1
    pairs = kept.pairs.where(keep)
    blocks = kept.blocks.filter(pl.Series(keep[kept.blocks["pair"].to_numpy()], dtype=pl.Boolean))
    return Kept(
        pairs=replace(pairs, r=taken(position, pairs.r)),
        blocks=blocks.with_columns(pl.Series("pair", number[blocks["pair"].to_numpy()], dtype=pl.Int64)),
        rows=kept.rows[np.flatnonzero(needed)],
    )


def uncapped(blocking: Blocking, kept: Kept) -> Kept:
    """Without blocks that turned out to be over a cap, and without pairs that have no other."""
    over = np.zeros(kept.blocks.height, dtype=np.bool_)
    kinds, blocks = kept.blocks["kind"].to_numpy(), kept.blocks["block"].to_numpy()
    for kind in range(len(KINDS)):
        at = np.flatnonzero(kinds == kind)
        over[at] = blocking.capped(kind)[blocks[at]]
    left = kept.blocks.filter(pl.Series(~over))
    keep = np.zeros(kept.pairs.d.size, dtype=np.bool_)
    keep[left["pair"].to_numpy()] = True
    return narrowed(replace(kept, blocks=left), keep)


def shares_contact(kept: Kept) -> Bools:
    """Which pairs have a phone or an e-mail in common."""
    found = np.zeros(kept.pairs.d.size, dtype=np.bool_)
    found[kept.blocks.filter(pl.col("kind").is_in(list(CONTACT_KINDS.values())))["pair"].to_numpy()] = True
    return found
