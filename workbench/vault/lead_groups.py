"""Which pending leads are one person, and which contradict each other: a review shows and decides them so."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.model.corroboration import LeadGroup, Rival, contradicted, joint, strength
from workbench.model.explanation import Band
from workbench.model.lead import Lead
from workbench.normalize.contradiction import contradictions
from workbench.normalize.identity import Identity, identity_of, one_person


def lead_groups(leads: Iterable[Lead], accepted: Iterable[Lead] = ()) -> list[LeadGroup]:
    """``leads`` as groups; those of different parties, and relatives and others, are never one.

    Strong groups of one party that contradict each other, or somebody ``accepted`` as that party, say so.
    """
    apart: dict[tuple[str, str, bool], list[Lead]] = {}
    for lead in leads:
        relative = lead.explanation.band is Band.RELATIVE
        apart.setdefault((lead.account_id, lead.party_id, relative), []).append(lead)
    known: dict[tuple[str, str, bool], list[Lead]] = {}
    for lead in accepted:
        if lead.accepted_as is None and lead.explanation.band is not Band.RELATIVE:
            known.setdefault((lead.account_id, lead.party_id, False), []).append(lead)
    return [
        group
        for key, of_party in apart.items()
        for group in _with_rivals(_groups(sorted(of_party, key=strength)), _as_judged(known.get(key, [])))
    ]


def _as_judged(accepted: Iterable[Lead]) -> list[list[Lead]]:
    """Accepted leads, those that were judged as one person together."""
    found: dict[str, list[Lead]] = {}
    for lead in accepted:
        found.setdefault(lead.group_id or lead.lead_id, []).append(lead)
    return list(found.values())


def _with_rivals(groups: list[LeadGroup], accepted: list[list[Lead]]) -> list[LeadGroup]:
    strong = [group for group in groups if group.explanation.band is Band.STRONG]
    return [
        contradicted(group, rivals)
        if group.explanation.band is Band.STRONG and (rivals := list(_rivals(group, strong, accepted)))
        else group
        for group in groups
    ]


def _rivals(group: LeadGroup, strong: list[LeadGroup], accepted: list[list[Lead]]) -> Iterator[Rival]:
    for leads in accepted:
        if by := contradictions(group.leads, leads):
            yield Rival(leads[0].lead_id, leads[0].person.name, by, accepted=True)
    for other in strong:
        if other is not group and (by := contradictions(group.leads, other.leads)):
            yield Rival(other.leads[0].lead_id, other.leads[0].person.name, by)


def _groups(leads: Sequence[Lead]) -> list[LeadGroup]:
    if len(leads) == 1:
        return [group_of(leads)]
    numbers = one_person([identity_of(lead.person) for lead in leads])
    members: dict[int, list[Lead]] = {}
    for lead, number in zip(leads, numbers, strict=True):
        members.setdefault(number, []).append(lead)
    return [group_of(found) for found in members.values()]


def group_of(leads: Sequence[Lead]) -> LeadGroup:
    """The group that ``leads`` (of one person, at least one) make."""
    if len(leads) == 1:
        return joint(leads, (True,), births_differ=False)
    ordered = sorted(leads, key=strength)
    people = [identity_of(lead.person) for lead in ordered]
    dated = [bool(person.year) for person in people]
    firm = [True, *(dated[0] and known for known in dated[1:])]
    return joint(ordered, firm, births_differ=_births_differ(people))


def _births_differ(people: Sequence[Identity]) -> bool:
    days = {person.day for person in people if person.day}
    years = [person for person in people if person.year]
    apart = any(abs(one.year - other.year) > max(one.slack, other.slack) for one in years for other in years)
    return len(days) > 1 or apart
