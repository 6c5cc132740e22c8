"""The nearest people of a file for a debtor, leads or not, scored as the matcher scores.

Every debtor is compared with every row given, whatever keys they share; which keys those are is told.  A
file of which all rows are given is scored exactly as a match of it would; of a larger one the frequencies
come from a sample of it and from what an index counted, so a score may be off by a few tenths of a bit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools, Floats, Index
from workbench.matching.blocking import Blocking, record_source
from workbench.matching.candidates import Kept, narrowed, promising
from workbench.matching.compare import Compared, Records, compare, settle
from workbench.matching.contacts import contact_shares, with_contacts
from workbench.matching.debtors import DebtorIndex, index_debtors
from workbench.matching.decide import Decided, decide, same_person
from workbench.matching.explain import Findings
from workbench.matching.frequency import LocalCounts, census_frequencies
from workbench.matching.keys import KINDS
from workbench.matching.people import people, places, with_name_columns
from workbench.matching.persons import one_person
from workbench.matching.result import MatchResult, MatchStats, lead_frame
from workbench.matching.score import Scored, score, tables
from workbench.matching.settings import MatchSettings
from workbench.matching.sharing import CONTACT_KINDS, Sharing
from workbench.matching.tombstones import Tombstones, not_rejected, without_disproved
from workbench.matching.weights import Weights
from workbench.model.explanation import Explanation
from workbench.model.lead import RecordPerson
from workbench.normalize.tables import PERSON_SCHEMA, Debtors

_UNCAPPED = MatchSettings(block_rows=10**12, block_pairs=10**15)
"""The rows at hand are few and chosen; whether a key is too common in the whole file is not seen here."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of the whole file: its ``rows``, a ``sample`` of them (PERSON_SCHEMA; all of them when
    it is that small), and exact counts of rows by surname and by (house, street, ZIP), where there are any.
    """

    rows: int
    sample: pl.DataFrame
    lasts: Mapping[str, int]
    places: Mapping[tuple[str, str, str], int]


@dataclass(frozen=True, slots=True)
class Near:
    """One person near a debtor.

    ``keys`` are the kinds of blocking key shared: none means that a match never compares the two.
    ``rejected``: that description was rejected for this debtor before.  ``lead``: a match today would
    propose it (if it is compared, and not rejected).
    """

    debtor_id: str
    debtor_key: str
    person: RecordPerson
    explanation: Explanation
    keys: tuple[str, ...]
    rejected: bool
    lead: bool


def nearest(
    debtors: Debtors,
    rows: pl.DataFrame,
    about: FileFacts,
    *,
    weights: Weights,
    settings: MatchSettings,
    tombstones: Tombstones,
    most: int,
) -> list[Near]:
    """The ``most`` people of ``rows`` (PERSON_SCHEMA) with the best score, best first; repeats count once."""
    named = rows.select(list(PERSON_SCHEMA)).filter(
        pl.col("last").is_not_null() | pl.col("first").is_not_null()
    )
    if not named.height or not debtors.people.height:
        return []
    index = index_debtors(debtors)
    frame = with_name_columns(without_disproved(named, tombstones)).with_row_index("at")
    return _Look(index, frame, about, weights, settings).best(tombstones, most)


class _Look:
    """Every debtor against every row."""

    def __init__(
        self,
        index: DebtorIndex,
        frame: pl.DataFrame,
        about: FileFacts,
        weights: Weights,
        settings: MatchSettings,
    ) -> None:
        self._index, self._about = index, about
        self._weights, self._settings = weights, settings
        records = Records(people(frame), (places(frame, "address"), places(frame, "mailing")))
        blocking, sharing = Blocking(index, _UNCAPPED), Sharing(settings.shared_limit)
        kept = _all_pairs(index, records, blocking, sharing)
        debtors = index.people.frame
        self._kept = with_contacts(kept, blocking, sharing, debtors, settings.shared_limit)
        found = _frequencies(index, about, weights)
        shares = contact_shares(blocking, sharing, weights.population(about.rows))
        contacts = {field: blocking.blocks(kind) for field, kind in CONTACT_KINDS.items()}
        sizes = {"": index.count, "address": index.places.frame.height, **contacts}
        self._tables = tables(weights, found | shares, sizes)
        self._scored = score(weights, self._tables, self._kept.pairs, about.rows)

    def best(self, tombstones: Tombstones, most: int) -> list[Near]:
        """The nearest, rejected and never compared ones among them, which take no share from the others."""
        debtors, pairs = self._index.people.frame, self._kept.pairs
        known = ~not_rejected(pairs, debtors, self._kept.rows, tombstones)
        met = np.zeros(pairs.d.size, dtype=np.bool_)
        met[self._kept.blocks["pair"].to_numpy()] = True
        decided = self._decided(met & ~known)
        order = np.lexsort((self._kept.pairs.r, -self._scored.bits))
        chosen = order[self._first_of_each(order)][:most]
        findings = Findings(
            self._index,
            self._weights,
            self._tables,
            self._kept.pairs.at(chosen),
            self._kept.rows,
            self._scored.at(chosen),
            decided.at(chosen),
            np.zeros(chosen.size, dtype=np.int64),
        )
        return list(_told(findings, self._keys(chosen), known[chosen], self._about.rows))

    def _first_of_each(self, order: Index) -> Bools:
        """Which of the pairs in ``order`` are the first of their debtor and person."""
        pairs = self._kept.pairs
        person = same_person(self._kept.rows, pairs.r)
        frame = pl.DataFrame({"d": pairs.d[order], "person": person[order]})
        return frame.select(pl.struct("d", "person").is_first_distinct()).to_series().to_numpy()

    def _decided(self, open_: Bools) -> Decided:
        """The open pairs as a match decides them; any other as if all were open."""
        whole = self._decide(np.ones(open_.size, dtype=np.bool_))
        if open_.all():
            return whole
        part, at = self._decide(open_), np.flatnonzero(open_)
        band = whole.band.to_numpy().copy()
        band[at] = part.band.to_numpy()
        merged = replace(
            whole, band=pl.Series(band, dtype=pl.String()), caps={k: v.copy() for k, v in whole.caps.items()}
        )
        for ours, theirs in (
            (merged.p_same, part.p_same), (merged.p_relative, part.p_relative), (merged.rank, part.rank),
            (merged.candidates, part.candidates), *((merged.caps[k], v) for k, v in part.caps.items()),
        ):  # fmt: skip
            ours[at] = theirs
        return merged

    def _decide(self, which: Bools) -> Decided:
        kept = narrowed(self._kept, which)
        pairs, at = kept.pairs, np.flatnonzero(which)
        scored: Scored = self._scored.at(at)
        ours, theirs = self._index.people.year[pairs.d], people(kept.rows).year[pairs.r]
        years = np.where((ours != 0) & (theirs != 0), np.abs(ours - theirs), 0)
        person = one_person(pairs, kept.rows, scored.bits, self._weights, self._about.rows)
        decided = decide(
            pairs, kept.rows, scored, years=years, absent=self._weights.absent, settings=self._settings,
            person=person,
        )  # fmt: skip
        serious = pl.DataFrame({"d": pairs.d, "person": person}).filter(pl.Series(promising(scored)))
        counted = np.bincount(serious.unique()["d"].to_numpy(), minlength=self._index.count)
        writable = {name: np.array(held) for name, held in decided.caps.items()}
        return Decided(
            np.array(decided.p_same), np.array(decided.p_relative), decided.band, writable,
            np.maximum(counted[pairs.d], 1), np.array(decided.rank),
        )  # fmt: skip

    def _keys(self, chosen: Index) -> list[tuple[str, ...]]:
        """Per chosen pair, the kinds of key it shares."""
        kinds: dict[int, set[int]] = {int(pair): set() for pair in chosen}
        for pair, kind in self._kept.blocks.select("pair", "kind").unique().iter_rows():
            if pair in kinds:
                kinds[pair].add(kind)
        return [tuple(KINDS[kind] for kind in sorted(kinds[int(pair)])) for pair in chosen]


def _all_pairs(index: DebtorIndex, records: Records, blocking: Blocking, sharing: Sharing) -> Kept:
    """Every debtor with every record, levels final but for contacts, and the blocks each pair is in."""
    count, height = index.count, records.people.frame.height
    d = np.tile(np.arange(count, dtype=np.int64), height)
    r = np.repeat(np.arange(height, dtype=np.int64), count)
    pairs: Compared = settle(index, records, compare(index, records, d, r))
    names = records.people.first ^ (records.people.last * np.uint64(3))
    contact_of = {number: name for name, number in CONTACT_KINDS.items()}
    parts = []
    for found in blocking.pairs(record_source(records.people.frame)):
        if found.kind in contact_of:
            sharing.add(contact_of[found.kind], found.block, names[found.record])
        parts.append(
            pl.DataFrame(
                {"pair": found.record * count + found.debtor, "block": found.block}
            ).select("pair", pl.lit(found.kind, pl.Int64()).alias("kind"), "block")
        )  # fmt: skip
    empty = pl.DataFrame(schema=dict.fromkeys(("pair", "kind", "block"), pl.Int64()))
    return Kept(pairs, pl.concat([empty, *parts]), records.people.frame)


def _frequencies(index: DebtorIndex, about: FileFacts, weights: Weights) -> dict[str, Floats]:
    """The larger of the census's frequency and the file's, as the matcher takes them."""
    census = census_frequencies(index)
    population = weights.population(about.rows)
    named = about.sample.filter(pl.col("last").is_not_null() | pl.col("first").is_not_null())
    if not named.height:
        return census
    frame = with_name_columns(named).with_row_index("at")
    counts = LocalCounts(index)
    counts.add(Records(people(frame), (places(frame, "address"), places(frame, "mailing"))))
    seen = counts.shares(max(1, round(population * about.sample.height / max(about.rows, 1))))
    seen |= _counted(index, about, population, seen)
    return census | {n: np.maximum(seen[n], census[n]) if n in census else seen[n] for n in seen}


def _counted(
    index: DebtorIndex, about: FileFacts, population: int, seen: dict[str, Floats]
) -> dict[str, Floats]:
    """Shares of surnames and buildings from exact counts, where the file was counted."""
    if not about.lasts and not about.places:
        return {}
    lasts = [about.lasts.get(last or "", 0) for last in index.people.frame["last"].to_list()]
    homes = index.places.frame.select(pl.col("house", "street", "zip").fill_null("")).rows()
    buildings = [about.places.get((home[0], home[1], home[2]), 0) for home in homes]
    return {
        name: np.maximum(seen[name], np.maximum(np.array(rows, dtype=np.float64) - 1, 0) / population)
        for name, rows in (("last", lasts), ("building", buildings))
    }


def _told(findings: Findings, keys: list[tuple[str, ...]], known: Bools, rows: int) -> Iterator[Near]:
    """The findings in words and values."""
    if not keys:
        return
    held = replace(findings.weights.usual, debtors=findings.index.count)
    stats = MatchStats(rows, len(keys), len(keys), (), findings.weights.version, held)
    leads = lead_frame(findings)
    result = MatchResult(leads, stats, findings)
    for i, row in enumerate(leads.select("debtor_id", "debtor_key").iter_rows()):
        why = result.explanation(i)
        yield Near(
            row[0], row[1], result.person_of(i), why, keys[i], bool(known[i]), bool(findings.decided.rank[i])
        )
