"""Another person whom a file names as strongly for the same party: who, by what they differ, side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.model.corroboration import SSN, Contradiction, LeadGroup, Rival
from workbench.model.importing import ImportRecord
from workbench.model.lead import Lead, LeadStatus
from workbench.normalize.contradiction import contradictions, stated_facts
from workbench.services.display import phone_words
from workbench.services.lead_rows import judged_with, newest_first, rows_behind
from workbench.vault.lead_groups import group_of
from workbench.vault.vault import Vault

_TITLES = {"birth": "Birth", SSN: SSN, "middle name": "Middle name", "suffix": "Suffix"}


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One fact of both people; ``differs``: they cannot both be one person's."""

    title: str
    here: str
    there: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class RivalView:
    """The other person: the lead that stands for them, where their newest row is, and both side by side."""

    lead_id: str
    name: str
    status: LeadStatus
    where: str
    words: str
    rows: tuple[SideBySide, ...]


def rival_views(
    vault: Vault, group: LeadGroup, leads: Sequence[Lead], imports: Mapping[str, ImportRecord]
) -> tuple[RivalView, ...]:
    """The rivals of a group; ``leads`` are those of its case.

    Of an accepted group those that wait and contradict it.
    """
    if group.leads[0].status is LeadStatus.PENDING:
        found = [(rival, _behind(vault, leads, rival)) for rival in group.rivals]
    elif group.leads[0].status is LeadStatus.ACCEPTED:
        found = list(_waiting(vault, group))
    else:
        found = []
    return tuple(_view(rival, group, other, imports) for rival, other in found if other is not None)


def _behind(vault: Vault, leads: Sequence[Lead], rival: Rival) -> LeadGroup | None:
    if not rival.accepted:
        return vault.catalog.group(rival.lead_id)
    lead = next((lead for lead in leads if lead.lead_id == rival.lead_id), None)
    return group_of(judged_with(leads, lead)) if lead is not None else None


def _waiting(vault: Vault, group: LeadGroup) -> Iterator[tuple[Rival, LeadGroup]]:
    own, head = {lead.lead_id for lead in group.leads}, group.leads[0]
    for other in vault.catalog.groups_of_party(head.account_id, head.party_id):
        if any(rival.lead_id in own for rival in other.rivals):
            first = other.leads[0]
            by = contradictions(group.leads, other.leads)
            yield Rival(first.lead_id, first.person.name, by), other


def _view(rival: Rival, group: LeadGroup, other: LeadGroup, imports: Mapping[str, ImportRecord]) -> RivalView:
    newest = rows_behind(other, imports)[0]
    return RivalView(
        rival.lead_id,
        rival.name,
        other.leads[0].status,
        newest.where,
        "; ".join(by.words for by in rival.by),
        tuple(_side_by_side(group.leads, other.leads, rival.by)),
    )


def _side_by_side(
    here: Sequence[Lead], there: Sequence[Lead], by: Sequence[Contradiction]
) -> Iterator[SideBySide]:
    torn = {contradiction.fact for contradiction in by}
    ours, theirs = newest_first(here), newest_first(there)
    yield SideBySide("Name", ours[0].person.name, theirs[0].person.name)
    both = zip(_facts(ours).items(), _facts(theirs).values(), strict=True)
    for (fact, mine), other in both:
        if mine or other:
            yield SideBySide(_TITLES[fact], mine, other, fact in torn)
    yield SideBySide(
        "Address", _first(x.person.addresses for x in ours), _first(x.person.addresses for x in theirs)
    )
    phones = [_first(map(phone_words, x.person.phones) for x in leads) for leads in (ours, theirs)]
    if any(phones):
        yield SideBySide("Phone", phones[0], phones[1])


def _facts(leads: Sequence[Lead]) -> dict[str, str]:
    """What the rows state, the newest first."""
    found: dict[str, str] = {}
    for lead in leads:
        for fact, text in stated_facts(lead):
            found[fact] = found.get(fact) or text
    return found


def _first(values: Iterable[Iterable[str]]) -> str:
    return next((value for some in values for value in some), "")
