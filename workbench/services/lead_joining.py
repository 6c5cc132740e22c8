"""How an accepted lead joins a case and how that is taken back; both inside one edit of the case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from workbench.base.ids import new_id
from workbench.model.case import CaseContent
from workbench.model.evidence import Evidence
from workbench.model.importing import ImportRecord
from workbench.model.lead import Lead, LeadStatus
from workbench.model.party import ContactKind, ContactPoint, ContactStatus, Party, PartyRole
from workbench.model.standing import TAKEN_BACK as TAKEN_BACK_KIND
from workbench.model.standing import evidence_taken_back, standing_evidence
from workbench.normalize.names import parse_name
from workbench.services.gains import (
    Gain,
    GainEffect,
    GainKind,
    associate_of,
    gains_of,
    joins_as,
    replaced_on,
    with_birth,
)
from workbench.services.lead_contacts import RECORD_LABEL
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

WITH = "with:"
"""Begins the detail that keeps what another lead of the same decision brought, as JSON; its id follows."""

_NOTHING = {"points": "", "party": "", "birth": "", "alias": "", "deceased": ""}

TAKEN_BACK = "the lead that brought it was taken back"
SOURCE_KIND = "public_record"
"""Source kind of what an accepted lead's record states."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining changed, as the case's own activity keeps it: ids, and what the party ``whom`` gained.

    ``party`` is set when that party is new.
    """

    points: tuple[str, ...] = ()
    party: str = ""
    birth: str = ""
    alias: str = ""
    deceased: bool = False
    confirmed: int = 0
    whom: str = ""

    def details(self) -> dict[str, str]:
        """As the details of an activity."""
        return {
            "points": ",".join(self.points),
            "party": self.party,
            "whom": self.whom,
            "birth": self.birth,
            "alias": self.alias,
            "deceased": "yes" if self.deceased else "",
        }


class CaseDraft:
    """The parties and contact points of a case while an edit changes them."""

    def __init__(self, edit: CaseEdit) -> None:
        self.edit = edit
        self.before = edit.content
        self._parties = {p.party_id: p for p in edit.content.parties}
        self._points = {p.contact_id: p for p in edit.content.contact_points}

    @property
    def content(self) -> CaseContent:
        """The case as it is in this draft."""
        return replace(
            self.before,
            parties=tuple(self._parties.values()),
            contact_points=tuple(self._points.values()),
        )

    def party(self, party_id: str) -> Party | None:
        """The party of that id."""
        return self._parties.get(party_id)

    def point(self, contact_id: str) -> ContactPoint | None:
        """The contact point of that id."""
        return self._points.get(contact_id)

    def put_party(self, party: Party) -> None:
        """Add or replace a party."""
        self._parties[party.party_id] = party
        self.edit.put_party(party)

    def put_point(self, point: ContactPoint) -> None:
        """Add or replace a contact point."""
        self._points[point.contact_id] = point
        self.edit.put_contact_point(point)


def join(
    vault: Vault,
    draft: CaseDraft,
    leads: Sequence[Lead],
    *,
    role: PartyRole | None,
    without: frozenset[str],
) -> tuple[Joined, ...]:
    """Put the gains of ``leads`` but those named in ``without`` into the case, each with its evidence.

    ``leads`` are records of one person, the newest first; what each brought is returned in their order.
    Nothing that is there is overwritten; what is there already gains evidence.
    """
    party_id = ""
    done: list[Joined] = []
    for lead in leads:
        prior = replaced_on(lead, leads) is not None
        joining = _Joining(vault, draft, lead, party_id=party_id, prior=prior)
        done.append(joining.run(joins_as(lead, role), without))
        party_id = joining.party_id
    return tuple(done)


class _Joining:
    """One lead joining one case; ``party_id`` is whom another record of the same person has joined."""

    def __init__(self, vault: Vault, draft: CaseDraft, lead: Lead, *, party_id: str, prior: bool) -> None:
        self._vault = vault
        self.party_id = party_id
        self._prior = prior
        self._edit = draft.edit
        self._draft = draft
        self._lead = lead
        self._record = vault.registry.import_record(lead.person.import_id)

    def run(self, role: PartyRole | None, without: frozenset[str]) -> Joined:
        party, new_party = self._party(role)
        found = gains_of(self._draft.content, self._lead, role, party=party)
        gains = [g for g in found if g.gain_id not in without]
        self.party_id = party.party_id
        self._witness(party.party_id, self._lead.explanation.sentence)
        points = [self._contact(gain, party.party_id) for gain in gains if gain.kind is GainKind.CONTACT]
        changed = self._facts(party, gains)
        return replace(
            changed,
            points=tuple(point for point in points if point),
            party=party.party_id if new_party else "",
            whom=party.party_id,
            confirmed=sum(gain.effect is GainEffect.CONFIRMS for gain in gains),
        )

    def _party(self, role: PartyRole | None) -> tuple[Party, bool]:
        if self.party_id and (known := self._draft.party(self.party_id)):
            return known, False
        if role is None:
            found = self._draft.party(self._lead.party_id)
            return found or Party(self._lead.party_id, PartyRole.DEBTOR, parse_name("")), False
        known = associate_of(self._draft.content, self._lead, role)
        if known is not None and not known.retired:
            return known, False
        party = known or Party(new_id(), role, parse_name(self._lead.person.name))
        self._draft.put_party(replace(party, retired=False))
        return replace(party, retired=False), True

    def _contact(self, gain: Gain, party_id: str) -> str:
        """The id of the contact point this gain brings (or brings back); "" when it only confirms one."""
        point = gain.point
        assert point is not None, "a contact gain without its contact point"
        brings = gain.effect is GainEffect.NEW
        if brings:
            status = ContactStatus.UNVERIFIED
            point = replace(point, party_id=party_id, status=status, status_reason="")
            prior = self._prior and point.kind is ContactKind.ADDRESS
            point = replace(point, current=not prior)
            self._draft.put_point(point)
        self._witness(point.contact_id, f"{gain.title}: {gain.value}")
        return point.contact_id if brings else ""

    def _facts(self, party: Party, gains: list[Gain]) -> Joined:
        done = Joined()
        after = party
        for gain in gains:
            if gain.kind is not GainKind.CONTACT:
                self._witness(party.party_id, f"{gain.title}: {gain.value}")
            if gain.effect is not GainEffect.NEW:
                continue
            if gain.kind is GainKind.BIRTH:
                after, done = with_birth(after, gain.value), replace(done, birth=gain.value)
            elif gain.kind is GainKind.NAME:
                after = replace(after, aliases=(*after.aliases, parse_name(gain.value)))
                done = replace(done, alias=gain.value)
            elif gain.kind is GainKind.DECEASED:
                after, done = replace(after, deceased=True), replace(done, deceased=True)
        if after != party:
            self._draft.put_party(after)
        return done

    def _witness(self, subject_id: str, statement: str) -> None:
        self._edit.add_evidence(_evidence(self._vault, self._lead, self._record, subject_id, statement))


def _evidence(
    vault: Vault, lead: Lead, record: ImportRecord | None, subject_id: str, statement: str
) -> Evidence:
    return Evidence(
        evidence_id=new_id(),
        subject_id=subject_id,
        source_kind=SOURCE_KIND,
        origin=record.profile_id if record else "",
        statement=statement,
        recorded_at=vault.clock.now(),
        import_id=lead.person.import_id,
        file_digest=record.file_digest if record else "",
        row_number=lead.person.row_number,
        record_id=lead.person.record_id,
        as_of=lead.person.as_of,
        purpose=record.purpose if record else "",
        actor=vault.actor,
    )


def evidence_stands(content: CaseContent, evidence: Evidence) -> bool:
    """Whether a statement counts: it does unless the lead that brought its record is accepted no longer."""
    if evidence.source_kind == TAKEN_BACK_KIND:
        return False
    if evidence.evidence_id in evidence_taken_back(content.evidence):
        return False
    if evidence.source_kind != SOURCE_KIND:
        return True
    said = [lead for lead in content.leads if _is_of(evidence, lead)]
    return not said or any(lead.status is LeadStatus.ACCEPTED for lead in said)


def _is_of(evidence: Evidence, lead: Lead) -> bool:
    person = lead.person
    return (evidence.import_id, evidence.record_id, evidence.row_number) == (
        person.import_id,
        person.record_id,
        person.row_number,
    )


def joined_by(content: CaseContent, lead: Lead) -> dict[str, str]:
    """The details of how ``lead`` joined the case the last time; empty when it never did."""
    for activity in reversed(content.activities):
        details = activity.details
        if details.get("decision") != LeadStatus.ACCEPTED.value:
            continue
        if details.get("lead_id") == lead.lead_id:
            return details
        if own := details.get(f"{WITH}{lead.lead_id}"):
            return {**details, **_NOTHING, **msgspec.json.decode(own, type=dict[str, str])}
    return {}


def part(vault: Vault, draft: CaseDraft, leads: Sequence[Lead]) -> None:
    """Take back what ``leads`` (records of one person) brought; what anything else supports stays.

    The evidence stays, marked by a statement of the review.
    """
    for lead in reversed(leads):
        _part(vault, draft, lead, leads)


def _part(vault: Vault, draft: CaseDraft, lead: Lead, leads: Sequence[Lead]) -> None:
    details = joined_by(draft.before, lead)
    brought = filter(None, details.get("points", "").split(","))
    for contact_id in dict.fromkeys((*brought, *_witnessed(draft.before, lead))):
        point = draft.point(contact_id)
        if point is not None and not _is_supported(draft.before, point, leads):
            draft.put_point(
                replace(point, status=ContactStatus.RETIRED, current=False, status_reason=TAKEN_BACK)
            )
    _take_facts(draft, lead, details)
    if gone := draft.party(details.get("party", "")):
        draft.put_party(replace(gone, retired=True))
    for statement in standing_evidence(draft.before.evidence):
        if _is_of(statement, lead):
            draft.edit.add_evidence(_mark(vault, statement))


def _witnessed(content: CaseContent, lead: Lead) -> list[str]:
    """The contact points from public records that ``lead`` brought, or confirmed when another one had."""
    of_records = {p.contact_id for p in content.contact_points if p.label == RECORD_LABEL}
    return list(
        dict.fromkeys(
            e.subject_id for e in content.evidence if _is_of(e, lead) and e.subject_id in of_records
        )
    )


def _is_supported(content: CaseContent, point: ContactPoint, leads: Sequence[Lead]) -> bool:
    if point.status is not ContactStatus.UNVERIFIED:  # a person has looked into it since, or it is retired
        return True
    return any(
        e.subject_id == point.contact_id
        and not any(_is_of(e, lead) for lead in leads)
        and evidence_stands(content, e)
        for e in standing_evidence(content.evidence)
    )


def _take_facts(draft: CaseDraft, lead: Lead, details: dict[str, str]) -> None:
    party = draft.party(details.get("party", "") or details.get("whom", "") or lead.party_id)
    if party is None:
        return
    after = party
    if birth := details.get("birth"):
        untouched = with_birth(replace(party, birth_date=None, birth_year=None), birth)
        if (untouched.birth_date, untouched.birth_year) == (party.birth_date, party.birth_year):
            after = replace(after, birth_date=None, birth_year=None)
    if alias := details.get("alias"):
        after = replace(after, aliases=tuple(a for a in after.aliases if a.whole != parse_name(alias).whole))
    if details.get("deceased"):
        after = replace(after, deceased=False)
    if after != party:
        draft.put_party(after)


def _mark(vault: Vault, statement: Evidence) -> Evidence:
    """What takes ``statement`` back, as ``model.standing`` reads it."""
    return Evidence(
        new_id(),
        statement.subject_id,
        TAKEN_BACK_KIND,
        statement.origin,
        f"Taken back: {statement.statement}",
        vault.clock.now(),
        record_id=statement.evidence_id,
        actor=vault.actor,
    )
