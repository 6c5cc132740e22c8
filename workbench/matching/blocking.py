"""Which pairs to compare: a union of blocks, each capped, counted over the whole stream of records."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools, Index
from workbench.matching.debtors import DebtorIndex
from workbench.matching.keys import KINDS, KeySource, home_rows, key_words, keyed, name_rows, year_rows
from workbench.matching.lookup import Lookup
from workbench.matching.settings import MatchSettings

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SkippedBlock:
    """A block over the cap: its kind, its key as words of the debtor (never logged) and its record rows."""

    kind: str
    key: str
    rows: int
    debtors: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Record positions (within one slice) against debtor positions of one kind of key.

    ``block`` numbers the shared key within its kind.
    """

    kind: int
    record: Index
    debtor: Index
    block: Index


@dataclass(slots=True)
class _Blocks:
    """The debtors' keys of one kind: block number → debtors, and the record rows counted so far."""

    numbers: Lookup  # the key of each block
    owners: Index  # debtor positions, grouped by block
    starts: Index
    rows: Index

    def over(self, settings: MatchSettings) -> Bools:
        """Which blocks are over a cap."""
        debtors = np.diff(self.starts)
        return (self.rows > settings.block_rows) | (self.rows * debtors > settings.block_pairs)


class Blocking:
    """The blocks of one run; ``pairs`` may be called any number of times, by several threads too: the caps
    see all of them.
    """

    def __init__(self, index: DebtorIndex, settings: MatchSettings) -> None:
        self._settings = settings
        self._index = index
        self._lock = Lock()
        self._blocks = {kind: _blocks(keys) for kind, keys in keyed(_debtor_source(index))}

    def pairs(self, source: KeySource) -> Iterator[Pairs]:
        """The pairs of a slice, kind by kind; blocks already over a cap give none."""
        for kind, keys in keyed(source):
            blocks = self._blocks[kind]
            if not keys.height or not blocks.rows.size:
                continue
            found, block = blocks.numbers.find(keys["key"].to_numpy())
            record = keys["at"].to_numpy()[found].astype(np.int64)
            if keys.height > source.count:
                distinct = np.unique(record * blocks.rows.size + block)
                record, block = np.divmod(distinct, blocks.rows.size)
            with self._lock:
                blocks.rows += np.bincount(block, minlength=blocks.rows.size)
                keep = ~blocks.over(self._settings)[block]
            yield _expand(KINDS.index(kind), record[keep], block[keep], blocks)

    def capped(self, kind: int) -> Bools:
        """Per block of this kind, whether it is over the cap by now."""
        return self._blocks[KINDS[kind]].over(self._settings)

    def blocks(self, kind: int) -> int:
        """How many blocks of a kind there are."""
        return self._blocks[KINDS[kind]].rows.size

    def owners(self, kind: int) -> Index:
        """Per block of a kind, the debtors in it."""
        return np.diff(self._blocks[KINDS[kind]].starts)

    def namesakes(self) -> Index:
        """Per debtor, how many record rows so far bear the debtor's name, nicknames undone."""
        blocks = self._blocks["canonical_name"]
        owner = np.repeat(np.arange(blocks.rows.size), np.diff(blocks.starts))
        counts = np.zeros(self._index.count, dtype=np.int64)
        np.maximum.at(counts, blocks.owners, blocks.rows[owner])
        return counts

    def skipped(self) -> list[SkippedBlock]:
        """The blocks over a cap by now, largest first; logs their kinds and sizes, not their keys."""
        found = []
        for kind, blocks in self._blocks.items():
            for block in np.flatnonzero(blocks.over(self._settings)):
                owners = blocks.owners[blocks.starts[block] : blocks.starts[block + 1]]
                words = key_words(kind, self._index.people.frame.row(int(owners.min()), named=True))
                found.append(SkippedBlock(kind, words, int(blocks.rows[block]), owners.size))
        found.sort(key=lambda skipped: (-skipped.rows, skipped.kind, skipped.key))
        for skipped in found:
            _log.warning(
                "block of kind %s skipped: %d rows, %d debtors", skipped.kind, skipped.rows, skipped.debtors
            )
        return found


def _debtor_source(index: DebtorIndex) -> KeySource:
    """The debtors as key source: every address, prior ones too."""
    frame = index.people.frame.with_columns_seq(pl.col("d").alias("at"))
    names = name_rows(frame)
    owner = pl.Series("at", index.place_owner, dtype=pl.UInt32)
    homes = index.places.frame.select_seq("house", "street", "zip").with_columns_seq(owner)
    return KeySource(
        count=frame.height,
        names=names,
        years=year_rows(names),
        homes=homes.join(
            frame.select_seq(pl.col("at").cast(pl.UInt32), "first", "ssn4"), on="at", how="left"
        ),
        phones=index.phones.rename({"d": "at"}),
        emails=index.emails.rename({"d": "at"}),
    )


def record_source(people: pl.DataFrame) -> KeySource:
    """A slice of records (with name columns and ``at``) as key source."""
    names = name_rows(people)
    values = {
        column: people.select_seq("at", pl.col(column).alias("value"))
        .drop_nulls()
        .explode("value")
        .drop_nulls()
        for column in ("phones", "emails")
    }
    return KeySource(
        count=people.height,
        names=names,
        years=year_rows(names),
        homes=home_rows(people, ("address", "mailing")),
        phones=values["phones"],
        emails=values["emails"],
    )


def _blocks(keys: pl.DataFrame) -> _Blocks:
    """Number the distinct keys of the debtors in an order that does not depend on their rows."""
    keys = keys.unique().sort("key", "at")
    distinct = keys.select_seq("key").unique(maintain_order=True).with_row_index("block")
    blocks = keys.join(distinct, on="key", how="left", maintain_order="left")["block"].to_numpy()
    starts = np.searchsorted(blocks, np.arange(distinct.height + 1)).astype(np.int64)
    return _Blocks(
        numbers=Lookup(distinct["key"].to_numpy()),
        owners=keys["at"].to_numpy().astype(np.int64),
        starts=starts,
        rows=np.zeros(distinct.height, dtype=np.int64),
    )


def _expand(kind: int, record: Index, block: Index, blocks: _Blocks) -> Pairs:
    """Every record of a block against every debtor of it."""
    sizes = np.diff(blocks.starts)[block]
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return Pairs(
        kind=kind,
        record=np.repeat(record, sizes),
        debtor=blocks.owners[np.repeat(blocks.starts[block], sizes) + within],
        block=np.repeat(block, sizes),
    )
