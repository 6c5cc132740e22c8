"""A search over every record file: the exact ones first, then what is spelt, sounds or is called alike."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.model.lead import RecordPerson
from workbench.services.library_search_candidates import Finder, Source
from workbench.services.library_search_judging import Judged, judge
from workbench.services.library_search_names import readings
from workbench.services.library_search_reasons import Agreement, Reason
from workbench.services.library_search_repeats import said_of
from workbench.services.library_search_words import Asked, Understood
from workbench.vault.library_lookups import StoredRow
from workbench.vault.library_rows import COLUMNS, as_person

LIMIT = 100
MOST = 1000
ROWS_READ = 400
"""Candidates of a file at most where only their rows can tell (middle name, employer beside a name …), and
rows after which enough of them are enough, whether or not a later one may agree better."""
_PART = 25
"""Rows read at once at least."""
_Candidate = tuple[float, bool, int, int]
"""Cost at least, whether a repeat is likely, place of the file, person."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody a record file names who answers the search: where it says so, when, and why they were found.

    ``key`` is ``import id:number of the person in its file``; ``cost`` orders hits, 0 is exact;
    ``alternatives`` are those of the line that are answered.
    """

    key: str
    record: RecordPerson
    row: StoredRow
    file_name: str
    imported_at: datetime
    purpose: str
    profile_id: str
    cost: float
    reasons: tuple[Reason, ...]
    alternatives: tuple[int, ...]

    @property
    def exact(self) -> bool:
        """Whether everything asked for agrees letter by letter."""
        return all(r.agreement in {Agreement.EXACT, Agreement.BEGINS} for r in self.reasons)

    def why(self) -> str:
        """Why it was found, in one line: what is not exact, or what is."""
        loose = [r.words() for r in self.reasons if r.agreement not in {Agreement.EXACT, Agreement.BEGINS}]
        if loose:
            return "; ".join(loose)
        return (
            "exact: " + ", ".join(dict.fromkeys(r.field for r in self.reasons)) if self.reasons else "exact"
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits and whether there are more."""

    hits: tuple[Hit, ...]
    more: bool


def look_up(sources: Sequence[Source], understood: Understood, limit: int) -> Found:
    """At most ``limit`` hits in ``sources`` (newest import first), the best first; repeats are one hit."""
    merged: dict[_Who, _Merged] = {}
    more = False
    for number, asked in enumerate(understood.alternatives):
        search = _Alternative(sources, asked, limit)
        for at, row, judged in search.found():
            who = said_of(row) or (at, row.person)
            before = merged.get(who)
            merged[who] = (
                _Merged(judged, at, row, (number,)) if before is None else before.also(judged, number)
            )
        more = more or search.more
    ranked = sorted(merged.values(), key=lambda found: (found.judged.cost, found.at, found.row.person))
    hits = tuple(_hit(sources[found.at], found.judged, found.row, found.numbers) for found in ranked[:limit])
    return Found(hits, more or len(ranked) > limit)


_Who = tuple[Any, ...]
"""What a row says of somebody, or the row itself where that does not tell two people apart."""


@dataclass(frozen=True, slots=True)
class _Merged:
    """Somebody who answers alternatives ``numbers``, as found in the file ``at``."""

    judged: Judged
    at: int
    row: StoredRow
    numbers: tuple[int, ...]

    def also(self, judged: Judged, number: int) -> "_Merged":
        """They answer another alternative: the better one counts, and a little more."""
        best = min(judged, self.judged, key=lambda found: found.cost)
        both = Judged(best.cost - 0.25, (*self.judged.reasons, *judged.reasons))
        return _Merged(both, self.at, self.row, (*self.numbers, number))


class _Alternative:
    """One alternative over every file."""

    def __init__(self, sources: Sequence[Source], asked: Asked, limit: int) -> None:
        self._sources, self._asked, self._limit = sources, asked, limit
        self._names = readings(asked)
        self._finder = Finder(asked, self._names)
        self._seen: list[set[int]] = [set() for _ in sources]
        self._costs: list[float] = []
        self._said: set[_Who] = set()
        self._repeats = 0
        self._ended = False
        self.more = False

    def found(self) -> Iterator[tuple[int, StoredRow, Judged]]:
        """(place of the file, row, judgment) of all who answer, exact candidates of every file first."""
        for exact in (True, False):
            self._repeats = 0
            for queue, least in self._queues(exact=exact):
                yield from self._judged(queue)
                if self._ended or self._is_enough(least, len(queue)):
                    self.more = True
                    return

    def _queues(self, *, exact: bool) -> Iterator[tuple[list[_Candidate], float]]:
        """Candidates to read, the likeliest first, and what those that are in no queue yet cost at least.

        Once the newest files have more exact ones than are shown, these are read before others are asked.
        Who looks like somebody of a newer file comes last among those of one cost.
        """
        wanted = self._rows_wanted()
        waiting: list[_Candidate] = []
        newer: set[tuple[str, str, int]] = set()
        for at, source in enumerate(self._sources):
            chosen = self._finder.candidates(source, exact=exact, limit=wanted, known=self._seen[at])
            self.more = self.more or chosen.more
            looks = chosen.looks
            waiting += [(cost, looks.get(person) in newer, at, person) for cost, person in chosen.people]
            newer.update(looks[person] for _, person in chosen.people if person in looks)
            if exact:
                best = [one for one in waiting if not one[0] and not one[1]]
                if len(best) > self._limit:
                    waiting = [one for one in waiting if one[0] or one[1]]
                    yield sorted(best), 0.0
        yield sorted(waiting), math.inf

    def _judged(self, queue: Sequence[_Candidate]) -> Iterator[tuple[int, StoredRow, Judged]]:
        """Those of ``queue`` who answer; its end is left unread once it cannot be among the first.

        Nor is it where the rest is said over and over; more of it is read when more is asked for.
        """
        read = 0
        while read < len(queue):
            if self._repeats >= self._limit or self._is_enough(queue[read][0], read):
                self._ended = True
                return
            size = self._limit + 1 - min(self._limit, len(self._costs))
            part = queue[read : read + max(size, _PART)]
            read += len(part)
            yield from self._answering(part)

    def _is_enough(self, least: float, read: int) -> bool:
        """Whether all that are shown are found, if what is still unread costs ``least`` or more."""
        kept = len(self._costs)
        return kept > self._limit and (
            read >= ROWS_READ or bisect_right(sorted(self._costs), least) > self._limit
        )

    def _answering(self, part: Sequence[_Candidate]) -> Iterator[tuple[int, StoredRow, Judged]]:
        for at, source in enumerate(self._sources):
            people = [person for *_, of, person in part if of == at]
            self._seen[at].update(people)
            for row in source.lookups.rows(people):
                judged = judge(self._asked, self._names, row)
                if judged is not None and self._is_new(row):
                    self._costs.append(judged.cost)
                    yield at, row, judged

    def _is_new(self, row: StoredRow) -> bool:
        """Whether no row that was found says the same."""
        said = said_of(row)
        if said is None:
            return True
        if said in self._said:
            self._repeats += 1
            return False
        self._said.add(said)
        return True

    def _rows_wanted(self) -> int:
        """Rows to read: no more than are shown where the look-ups decide, some more where rows do."""
        asked = self._asked
        parts = any(reading.middle or reading.suffix for reading in self._names)
        beside_name = asked.phone or asked.email or asked.house or (asked.birth and asked.birth.day)
        by_row = bool(
            asked.middle or asked.employer or asked.street or parts or (asked.by_name and beside_name)
        )
        return (
            max(ROWS_READ, self._limit + 1)
            if by_row
            else self._limit + 1 - min(len(self._costs), self._limit)
        )


def _hit(source: Source, judged: Judged, row: StoredRow, alternatives: tuple[int, ...]) -> Hit:
    record = source.record
    return Hit(
        key=f"{record.import_id}:{row.person}",
        record=as_person(record.import_id, [row.values[column] for column in COLUMNS]),
        row=row,
        file_name=record.file_name,
        imported_at=record.imported_at,
        purpose=record.purpose,
        profile_id=record.profile_id,
        cost=max(judged.cost, 0.0),
        reasons=tuple(dict.fromkeys(judged.reasons)),
        alternatives=alternatives,
    )
