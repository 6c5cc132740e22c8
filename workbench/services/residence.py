"""The residence timeline: who said which address, from when to when, where they overlap or say nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from workbench.model.party import ContactKind, ContactPoint, ContactStatus
from workbench.services.confidence import Known, day_of

LEAST_GAP = timedelta(days=31)
"""A silence shorter than this between two addresses is no gap: sources report monthly at best."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One statement that somebody lived there: its day, whose data it is, and what it says.

    ``dated``: the source gave the day; else it is that of its recording.
    """

    on: date
    origin: str
    source: str
    row_number: int | None
    dated: bool


@dataclass(frozen=True, slots=True)
class Residence:
    """One address: from its first to its last sighting."""

    point: ContactPoint
    words: str
    first: date
    last: date
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two addresses said for the same days, both ends counted."""

    first: date
    last: date
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Days for which no source says anything, between two that do."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ResidenceTimeline:
    """Addresses the latest first, with their overlaps and gaps; ``unseen`` have no source that counts."""

    residences: tuple[Residence, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    gaps: tuple[Gap, ...] = ()
    unseen: tuple[ContactPoint, ...] = ()

    @property
    def first(self) -> date | None:
        """The first day anything is said of."""
        return min((r.first for r in self.residences), default=None)

    @property
    def last(self) -> date | None:
        """The last day anything is said of."""
        return max((r.last for r in self.residences), default=None)


def residence_timeline(known: Iterable[Known], party_id: str) -> ResidenceTimeline:
    """The residences of one party, from the addresses of the case with their evidence."""
    own = [
        k
        for k in known
        if k.point.kind is ContactKind.ADDRESS
        and k.point.party_id == party_id
        and k.point.status is not ContactStatus.RETIRED
    ]
    residences = sorted(
        (_residence(k) for k in own if k.evidence), key=lambda r: (r.last, r.first), reverse=True
    )
    return ResidenceTimeline(
        tuple(residences),
        tuple(_overlaps(residences)),
        tuple(_gaps(residences)),
        tuple(k.point for k in own if not k.evidence),
    )


def _residence(known: Known) -> Residence:
    sightings = sorted(
        (
            Sighting(day_of(e), e.origin or e.source_kind, e.source_kind, e.row_number, e.as_of is not None)
            for e in known.evidence
        ),
        key=lambda s: s.on,
    )
    return Residence(known.point, known.words, sightings[0].on, sightings[-1].on, tuple(sightings))


def _overlaps(residences: list[Residence]) -> Iterable[Overlap]:
    for index, one in enumerate(residences):
        for other in residences[index + 1 :]:
            first, last = max(one.first, other.first), min(one.last, other.last)
            if first <= last:
                yield Overlap(first, last, one.words, other.words)


def _gaps(residences: list[Residence]) -> Iterable[Gap]:
    spans: list[list[date]] = []
    for residence in sorted(residences, key=lambda r: r.first):
        if spans and residence.first <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], residence.last)
        else:
            spans.append([residence.first, residence.last])
    for before, after in pairwise(spans):
        if after[0] - before[1] > LEAST_GAP:
            yield Gap(before[1] + timedelta(days=1), after[0] - timedelta(days=1))
