"""The ego chart as data: one person in the middle, rings of people, addresses and employers around them.

Only links that evidence supports are there, each with its source and date.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.model.case import CaseContent
from workbench.model.evidence import Evidence
from workbench.model.party import ContactKind, ContactPoint, ContactStatus, Party, PartyRole
from workbench.services.confidence import BAD, Known, day_of, debtor_of, standing_statements

MOST_NODES = 30


class Ring(StrEnum):
    """Where a node stands, from the middle outwards."""

    SELF = "self"
    PEOPLE = "people"
    ADDRESS = "address"
    EMPLOYER = "employer"


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or some place.  ``object_id`` is the party's or contact point's, ``role`` a party's."""

    object_id: str
    ring: Ring
    words: str
    role: PartyRole | None = None
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two nodes by their ids, with the statement it stands on."""

    one: str
    other: str
    source: str
    on: date
    statement: str
    statements: int


@dataclass(frozen=True, slots=True)
class EgoChart:
    """Nodes, the person in the middle first, and links; ``left_out`` nodes found no room."""

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    left_out: int = 0


def ego_chart(content: CaseContent, known: Iterable[Known]) -> EgoChart:
    """The chart of the case's debtor; empty when there is none."""
    debtor = debtor_of(content)
    if debtor is None:
        return EgoChart()
    by_subject: dict[str, list[Evidence]] = {}
    for evidence in standing_statements(content):
        by_subject.setdefault(evidence.subject_id, []).append(evidence)
    middle = Node(debtor.party_id, Ring.SELF, debtor.name.whole, debtor.role)
    people = list(_people(content.parties, debtor, by_subject))
    places = list(_places(known, debtor))
    found = sorted([*people, *places], key=lambda pair: len(pair[1]), reverse=True)
    kept = found[: MOST_NODES - 1]
    links = [_link(debtor.party_id, node.object_id, said) for node, said in kept]
    links += _shared(known, debtor, {node.object_id for node, _ in kept})
    return EgoChart((middle, *(node for node, _ in kept)), tuple(links), len(found) - len(kept))


def _people(
    parties: Iterable[Party], debtor: Party, by_subject: dict[str, list[Evidence]]
) -> Iterator[tuple[Node, list[Evidence]]]:
    for party in parties:
        said = by_subject.get(party.party_id, [])
        if party.retired or party is debtor or not said:
            continue
        ring = Ring.EMPLOYER if party.role is PartyRole.EMPLOYER else Ring.PEOPLE
        yield Node(party.party_id, ring, party.name.whole, party.role), said


def _places(known: Iterable[Known], debtor: Party) -> Iterator[tuple[Node, list[Evidence]]]:
    rings = {ContactKind.ADDRESS: Ring.ADDRESS, ContactKind.EMPLOYER: Ring.EMPLOYER}
    for one in known:
        point = one.point
        ring = rings.get(point.kind)
        if ring and point.party_id == debtor.party_id and one.evidence and _counts(point):
            yield Node(point.contact_id, ring, one.words, doubted=point.status in BAD), list(one.evidence)


def _counts(point: ContactPoint) -> bool:
    return point.status is not ContactStatus.RETIRED


def _link(one: str, other: str, said: list[Evidence]) -> Link:
    newest = max(said, key=day_of)
    source = newest.origin or newest.source_kind
    return Link(one, other, source, day_of(newest), newest.statement, len(said))


def _shared(known: Iterable[Known], debtor: Party, kept: set[str]) -> Iterator[Link]:
    """Links of people to those places of the debtor's that evidence gives them too."""
    own = {
        (k.point.kind, k.point.normalized): k.point.contact_id
        for k in known
        if k.point.party_id == debtor.party_id and k.point.contact_id in kept
    }
    for one in known:
        point = one.point
        place = own.get((point.kind, point.normalized))
        if place and point.party_id in kept and one.evidence and _counts(point):
            yield _link(point.party_id, place, list(one.evidence))
