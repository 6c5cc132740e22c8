"""Which pending leads are one person: a review shows, counts and decides them as one."""

from collections.abc import Iterable, Sequence

from workbench.model.corroboration import LeadGroup, joint, strength
from workbench.model.explanation import Band
from workbench.model.lead import Lead
from workbench.normalize.identity import Identity, identity_of, one_person


def lead_groups(leads: Iterable[Lead]) -> list[LeadGroup]:
    """``leads`` as groups; those of different parties, and relatives and others, are never one."""
    apart: dict[tuple[str, str, bool], list[Lead]] = {}
    for lead in leads:
        relative = lead.explanation.band is Band.RELATIVE
        apart.setdefault((lead.account_id, lead.party_id, relative), []).append(lead)
    return [group for of_party in apart.values() for group in _groups(sorted(of_party, key=strength))]


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
