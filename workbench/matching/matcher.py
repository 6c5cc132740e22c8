"""The run: records stream in, leads with their reasons come out."""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import polars as pl

from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.matching.arrays import Index, same
from workbench.matching.blocking import Blocking
from workbench.matching.candidates import (
    MARGIN,
    Kept,
    candidates,
    concatenated,
    narrowed,
    promising,
    shares_contact,
    uncapped,
)
from workbench.matching.compare import Compared, Records
from workbench.matching.contacts import contact_shares, with_contacts
from workbench.matching.debtors import index_debtors
from workbench.matching.decide import decide
from workbench.matching.explain import Findings
from workbench.matching.frequency import LocalCounts, census_frequencies
from workbench.matching.households import Households
from workbench.matching.people import NameMemory, People, people, places, with_name_columns
from workbench.matching.persons import one_person
from workbench.matching.presence import Candidates, assumed, home, presence
from workbench.matching.result import LEAD_SCHEMA, MatchResult, MatchStats, lead_frame
from workbench.matching.score import FieldTable, score, tables
from workbench.matching.settings import MatchSettings
from workbench.matching.sharing import CONTACT_KINDS, Sharing
from workbench.matching.tombstones import Tombstones, not_rejected, without_disproved
from workbench.matching.turns import Turns
from workbench.matching.weights import Weights
from workbench.model.presence import Presence
from workbench.normalize.tables import PERSON_SCHEMA, Debtors

_MANY_PARTS = 8
_ENOUGH = 0.75
"""The part of a slice from which what waits is taken for one."""
_THREADS = 2
"""Slices looked at at once, beside the threads that read and normalise; with one, all wait for matching."""


class Matcher:
    """Matches one set of debtors against a stream of record rows.

    ``add`` any number of chunks (PERSON_SCHEMA), then ``finish`` once.  Memory is bounded by a few slices
    of ``settings.slice_rows`` and the candidates kept, whatever the number of rows; how the rows are cut into
    chunks, and their order, change nothing in the result but ``row_number`` (and how many pairs were
    compared, once a block is over its cap).  Slices are looked at in threads of its own while the next are
    read; ``add`` waits when it gets too far ahead.  Call it from one thread only.  ``before`` is what an
    earlier run over the same file told of it.
    """

    def __init__(
        self,
        debtors: Debtors,
        weights: Weights,
        settings: MatchSettings | None = None,
        tombstones: Tombstones | None = None,
        before: Presence | None = None,
    ) -> None:
        self._settings = settings or MatchSettings()
        self._assumed = assumed(weights.usual, before)
        self._weights = weights.in_file(self._assumed)
        self._relatives = weights.relatives
        self._tombstones = tombstones or Tombstones()
        self._memory = NameMemory()
        self._index = index_debtors(debtors, self._memory)
        self._blocking = Blocking(self._index, self._settings)
        self._counts = LocalCounts(self._index)
        self._households = Households()
        self._sharing = Sharing(self._settings.shared_limit)
        self._census = census_frequencies(self._index)
        self._best = tables(weights, self._census, self._sizes())
        self._parts: list[Kept] = []
        self._waiting: list[pl.DataFrame] = []
        self._turns = Turns(self._look, _THREADS, waiting=0)
        self._pairs = 0

    def add(self, chunk: pl.DataFrame) -> None:
        """Take in rows of the file; columns beyond PERSON_SCHEMA are ignored, and so are rows without a
        person's name: firms, and phones of nobody.
        """
        nobody = chunk["last"].is_null() & chunk["first"].is_null()
        rows = chunk.select(list(PERSON_SCHEMA))
        self._waiting.append(rows.filter(~nobody) if nobody.any() else rows)
        if sum(part.height for part in self._waiting) >= _ENOUGH * self._settings.slice_rows:
            for piece in self._cut():
                self._take(self._turns.hand_in(piece))

    def _cut(self) -> Iterator[pl.DataFrame]:
        """What waits, in slices of about one size: small ones would cost as much as large ones, and pieces
        of two chunks more than a chunk as it came.
        """
        waiting, self._waiting = self._waiting, []
        rows = pl.concat(waiting) if waiting else pl.DataFrame(schema=PERSON_SCHEMA)
        pieces = max(1, round(rows.height / self._settings.slice_rows))
        return rows.iter_slices(math.ceil(rows.height / pieces)) if rows.height else iter(())

    def _look(self, piece: pl.DataFrame) -> tuple[Kept, int]:
        """What could become a lead in a slice, and the pairs compared: block, compare, sort out.

        Done beside the thread that reads; what it counts does not depend on the order of slices.
        """
        named = with_name_columns(without_disproved(piece, self._tombstones), self._memory)
        rows = named.with_row_index("at")
        records = Records(people(rows), (places(rows, "address"), places(rows, "mailing")))
        self._counts.add(records)
        self._households.add(records)
        return candidates(
            self._index,
            self._blocking,
            records,
            weights=self._weights,
            best=self._best,
            sharing=self._sharing,
            rows=self._counts.rows,
        )

    def _take(self, looked: Iterator[tuple[Kept, int]]) -> None:
        """Keep what was found, in the order of the slices."""
        for kept, compared in looked:
            self._pairs += compared
            self._parts.append(kept)
            if len(self._parts) > _MANY_PARTS:
                self._parts = [self._thinned(concatenated(self._parts))]

    def _thinned(self, kept: Kept) -> Kept:
        """Without the pairs that a file this long has ruled out by now; those with a shared value stay."""
        kept = uncapped(self._blocking, kept)
        scored = score(self._weights, self._best, kept.pairs, self._counts.rows)
        return narrowed(kept, promising(scored, MARGIN) | shares_contact(kept))

    def finish(self, progress: Progress | None = None) -> MatchResult:
        """The leads of everything added; CancelledError when ``progress`` says so."""
        watch = progress or NoProgress()
        check_cancelled(watch)
        self._take(self._turns.rest(self._cut()))
        watch.report(0, 2, "scoring")
        self._assumed = replace(self._assumed, relatives=self._relatives * self._households.multiple())
        self._weights = self._weights.in_file(self._assumed)
        skipped = tuple(self._blocking.skipped())
        kept = self._last_look(uncapped(self._blocking, concatenated(self._parts))) if self._parts else None
        found = kept.pairs.d.size if kept else 0
        none = np.zeros(0, dtype=np.int64)
        held = presence(Candidates(none, none, np.zeros(0), none), self._index.count, self._assumed)
        stats = MatchStats(self._counts.rows, self._pairs, found, skipped, self._weights.version, held)
        if kept is None or not found:
            return MatchResult(pl.DataFrame(schema=LEAD_SCHEMA), stats)
        check_cancelled(watch)
        watch.report(1, 2, "ranking")
        return self._result(kept, stats)

    def _last_look(self, kept: Kept) -> Kept:
        """The pairs that count, every level final: contacts judged, rejected people gone, the weak gone."""
        limit = self._settings.shared_limit
        debtors = self._index.people.frame
        kept = with_contacts(kept, self._blocking, self._sharing, debtors, limit)
        kept = narrowed(kept, not_rejected(kept.pairs, debtors, kept.rows, self._tombstones))
        return narrowed(
            kept, promising(score(self._weights, self._tables(self._weights), kept.pairs, self._counts.rows))
        )

    def _tables(self, weights: Weights) -> dict[str, FieldTable]:
        """Bits with the frequencies known by now: the larger of this file's and the census's."""
        population = weights.population(self._counts.rows)
        found = self._census | contact_shares(self._blocking, self._sharing, population)
        for name, local in self._counts.shares(population).items():
            found[name] = np.maximum(local, found[name]) if name in found else local
        return tables(weights, found, self._sizes())

    def _sizes(self) -> dict[str, int]:
        """How many entities the fields' tables have."""
        contacts = {field: self._blocking.blocks(kind) for field, kind in CONTACT_KINDS.items()}
        return {"": self._index.count, "address": self._index.places.frame.height, **contacts}

    def _result(self, kept: Kept, stats: MatchStats) -> MatchResult:
        """Leads in order, with everything behind them."""
        table, pairs = self._tables(self._weights), kept.pairs
        bits = score(self._weights, table, pairs, stats.rows).bits
        person = one_person(pairs, kept.rows, bits, self._weights, stats.rows)
        found = Candidates(pairs.d, person, bits, home(pairs.levels))
        held = presence(found, self._index.count, self._assumed)
        weights = self._weights.in_file(held)
        table = self._tables(weights)
        scored = score(weights, table, pairs, stats.rows)
        records = people(kept.rows)
        decided = decide(
            pairs,
            kept.rows,
            scored,
            person=person,
            years=self._years(pairs, records),
            absent=weights.absent,
            settings=self._settings,
        )
        at = np.flatnonzero(decided.rank)
        at = at[np.lexsort((decided.rank[at], pairs.d[at]))]
        others = self._namesakes(pairs.at(at), records)
        findings = Findings(
            self._index, weights, table, pairs.at(at), kept.rows, scored.at(at), decided.at(at), others
        )
        return MatchResult(lead_frame(findings), replace(stats, presence=held), findings)

    def _years(self, pairs: Compared, records: People) -> Index:
        """Per pair, how many years apart the births are; 0 where one is not known."""
        ours, theirs = self._index.people.year[pairs.d], records.year[pairs.r]
        return np.where((ours != 0) & (theirs != 0), np.abs(ours - theirs), 0)

    def _namesakes(self, pairs: Compared, records: People) -> Index:
        """Per pair, how many other rows of the file bear the debtor's name."""
        debtors = self._index.people
        itself = same(debtors.canonical[pairs.d], records.canonical[pairs.r])
        itself &= same(debtors.last[pairs.d], records.last[pairs.r])
        return np.maximum(self._blocking.namesakes()[pairs.d] - itself, 0)
