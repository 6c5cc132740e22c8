"""What a case gains from a lead, item by item, before anything is written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workbench.matching.decide import CAPS
from workbench.model.case import CaseContent
from workbench.model.explanation import Band
from workbench.model.lead import Lead
from workbench.model.party import ContactKind, ContactPoint, ContactStatus, Party, PartyRole
from workbench.normalize.identity import birth_parts
from workbench.normalize.text import fold_text
from workbench.services.display import contact_words, kind_words
from workbench.services.lead_contacts import contact_points_of

ASSOCIATES = (PartyRole.SPOUSE, PartyRole.RELATIVE, PartyRole.ASSOCIATE, PartyRole.NEIGHBOUR)
"""What a lead's person may join a case as, when they are not the party searched for."""

_DOUBTED = {
    ContactStatus.WRONG: "the case has it as wrong",
    ContactStatus.DISCONNECTED: "the case has it as disconnected",
    ContactStatus.RETURNED: "mail came back from there",
    ContactStatus.VACANT: "the case has it as vacant",
}


class GainKind(StrEnum):
    """Kinds of gain."""

    CONTACT = "contact"
    BIRTH = "birth"
    NAME = "name"
    DECEASED = "deceased"
    FACT = "fact"


class GainEffect(StrEnum):
    """What a gain does to the case as it is."""

    NEW = "new"
    CONFIRMS = "confirms"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Gain:
    """One thing a record brings.

    ``gain_id`` is the same each time for one lead; ``title`` and ``value`` are words to show, ``note`` what
    it is new to, confirms or contradicts.  ``point`` is the contact point it would be or is already.
    ``rows`` are the ids of the leads whose records say it, the newest first; ``prior``: an address that a
    newer record has replaced; ``loose``: only rows that no birth fact ties to the person say it.
    """

    gain_id: str
    kind: GainKind
    effect: GainEffect
    title: str
    value: str
    note: str = ""
    point: ContactPoint | None = None
    rows: tuple[str, ...] = ()
    prior: bool = False
    loose: bool = False

    @property
    def taken_by_default(self) -> bool:
        """Whether it is taken unless a person says no.

        What contradicts the case is not, nor what is loose: a father and a son share name and address.
        """
        return self.effect is not GainEffect.CONTRADICTS and not self.loose


def joins_as(lead: Lead, role: PartyRole | None = None) -> PartyRole | None:
    """What the record's person joins the case as; None: they are the party searched for.

    A lead in the relative band never is, whatever is asked, nor one of somebody accepted as another before.
    """
    if role is None and lead.joins is not None:
        return lead.joins
    if role is None and lead.explanation.band is Band.RELATIVE:
        return PartyRole.RELATIVE
    return role


def associate_of(content: CaseContent, lead: Lead, role: PartyRole) -> Party | None:
    """The party of that role and name which the case has already, retired ones included."""
    name = fold_text(lead.person.name)
    return next((p for p in content.parties if p.role is role and fold_text(p.name.whole) == name), None)


def gains_of(
    content: CaseContent, lead: Lead, role: PartyRole | None = None, *, party: Party | None = None
) -> tuple[Gain, ...]:
    """What the case gains if ``lead`` is accepted; ``role`` as :func:`joins_as` takes it.

    ``party`` is whom it joins, where that is known.
    """
    joined = joins_as(lead, role)
    if party is None and joined:
        party = associate_of(content, lead, joined)
    elif party is None:
        party = next((p for p in content.parties if p.party_id == lead.party_id), None)
    party_id = party.party_id if party else ""
    own = [p for p in content.contact_points if p.party_id == party_id and party_id]
    found = list(_contacts(lead, party_id, own))
    found += _birth(lead, party)
    if joined is None and party is not None:
        found += _name(lead, party)
        found += _deceased(lead, party)
    found += _facts(lead)
    return tuple(replace(gain, rows=(lead.lead_id,)) for gain in found)


def group_gains(
    content: CaseContent, leads: Sequence[Lead], role: PartyRole | None = None
) -> tuple[Gain, ...]:
    """What the case gains from records of one person, the newest first: each thing once, with its rows.

    Newer beats older: an older birth that differs contradicts, an older address is taken as a prior one.
    """
    found: dict[str, Gain] = {}
    for lead in leads:
        for gain in gains_of(content, lead, role):
            here = found.get(gain.gain_id)
            if here is None:
                found[gain.gain_id] = _after_newer(gain, lead, leads, found.values())
            else:
                found[gain.gain_id] = replace(here, rows=(*here.rows, *gain.rows))
    loose = _without_birth(leads)
    return tuple(
        replace(gain, loose=gain.effect is GainEffect.NEW and loose.issuperset(gain.rows))
        for gain in found.values()
    )


def _without_birth(leads: Sequence[Lead]) -> frozenset[str]:
    """Ids of the leads whose record has no birth fact, where another's has one."""
    without = frozenset(lead.lead_id for lead in leads if not lead.person.birth)
    return without if len(without) < len(leads) else frozenset()


def _after_newer(gain: Gain, lead: Lead, leads: Sequence[Lead], newer: Iterable[Gain]) -> Gain:
    if gain.effect is not GainEffect.NEW:
        return gain
    if gain.kind is GainKind.BIRTH and any(g.kind is GainKind.BIRTH for g in newer):
        return _birth_after(gain, next(g for g in newer if g.kind is GainKind.BIRTH))
    if gain.point is not None and gain.point.kind is ContactKind.ADDRESS:
        since = replaced_on(lead, leads)
        if since is not None:
            note = f"as of {lead.person.as_of}; a newer record of {since} has another address"
            return replace(gain, prior=True, note=note)
    return gain


def replaced_on(lead: Lead, leads: Iterable[Lead]) -> date | None:
    """The date of a newer record of ``leads`` that gives another address; None when there is none."""
    own, day = {fold_text(a) for a in lead.person.addresses}, lead.person.as_of
    newer = [
        other.person.as_of
        for other in leads
        if day and other.person.as_of and other.person.as_of > day and other.person.addresses
        and not own & {fold_text(a) for a in other.person.addresses}
    ]  # fmt: skip
    return max(newer, default=None)


def _birth_after(gain: Gain, newer: Gain) -> Gain:
    (day, year, slack), (other, other_year, other_slack) = birth_parts(gain.value), birth_parts(newer.value)
    apart = abs((year or 0) - (other_year or 0)) > max(slack, other_slack)
    if apart or (day and other and day != other):
        return replace(gain, effect=GainEffect.CONTRADICTS, note=f"a newer record says {newer.value}")
    return gain


def _contacts(lead: Lead, party_id: str, own: list[ContactPoint]) -> Iterator[Gain]:
    known = {(p.kind, p.normalized): p for p in own}
    for point in contact_points_of(lead.person, party_id):
        there = known.get((point.kind, point.normalized))
        effect, note = _contact_effect(point, there, own)
        yield Gain(
            f"{point.kind.value}:{point.normalized}",
            GainKind.CONTACT,
            effect,
            kind_words(point.kind),
            contact_words(point),
            note,
            there or point,
        )


def _contact_effect(
    point: ContactPoint, there: ContactPoint | None, own: list[ContactPoint]
) -> tuple[GainEffect, str]:
    if there is None:
        others = sum(p.kind is point.kind and p.status is not ContactStatus.RETIRED for p in own)
        return GainEffect.NEW, f"beside {others} on file" if others else "the first on file"
    if there.status is ContactStatus.RETIRED:
        return GainEffect.NEW, "was taken back earlier"
    if there.status in _DOUBTED:
        return GainEffect.CONTRADICTS, _DOUBTED[there.status]
    return GainEffect.CONFIRMS, "on file already"


def _birth(lead: Lead, party: Party | None) -> Iterator[Gain]:
    day, year, slack = birth_parts(lead.person.birth)
    if year is None:
        return
    title = "Birth date" if day else "Birth year"
    effect, note = _birth_effect(day, year, slack, party)
    yield Gain(f"birth:{lead.person.birth}", GainKind.BIRTH, effect, title, lead.person.birth, note)


def _birth_effect(day: date | None, year: int, slack: int, party: Party | None) -> tuple[GainEffect, str]:
    known = party.birth_date if party else None
    known_year = known.year if known else (party.birth_year if party else None)
    if known_year is None:
        return GainEffect.NEW, "none on file"
    shown = known.isoformat() if known else str(known_year)
    if abs(known_year - year) > slack or (day and known and day != known):
        return GainEffect.CONTRADICTS, f"the case has {shown}, which stays"
    if day and known is None:
        return GainEffect.NEW, f"the case has only the year {shown}"
    return GainEffect.CONFIRMS, f"the case has {shown}"


def _name(lead: Lead, party: Party) -> Iterator[Gain]:
    words = set(fold_text(lead.person.name).split())
    names = (party.name, *party.aliases)
    former = fold_text(party.name.former_last).split()
    if words and not any(words <= {*fold_text(name.whole).split(), *former} for name in names):
        yield Gain(
            f"name:{fold_text(lead.person.name)}",
            GainKind.NAME,
            GainEffect.NEW,
            "Also known as",
            lead.person.name,
            "added as an alias",
        )


def _deceased(lead: Lead, party: Party) -> Iterator[Gain]:
    if CAPS["deceased"] in lead.explanation.caps:
        effect = GainEffect.CONFIRMS if party.deceased else GainEffect.NEW
        yield Gain("deceased:", GainKind.DECEASED, effect, "Deceased", "the record says so")


def _facts(lead: Lead) -> Iterator[Gain]:
    for key, value in (lead.person.facts or {}).items():
        if key != ContactKind.EMPLOYER.value:
            yield Gain(
                f"fact:{key}", GainKind.FACT, GainEffect.NEW, key.replace("_", " ").capitalize(), value
            )


def with_birth(party: Party, text: str) -> Party:
    """``party`` with the birth a record gives, where the case knows less; what is known stays."""
    day, year, slack = birth_parts(text)
    if party.birth_date is not None or year is None:
        return party
    if day is not None and (party.birth_year is None or party.birth_year == day.year):
        return replace(party, birth_date=day, birth_year=day.year)
    if party.birth_year is None and not slack:
        return replace(party, birth_year=year)
    return party
