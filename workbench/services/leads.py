"""Pending leads, and judging them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.base.changes import Changes
from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.model.activity import Activity, ActivityKind
from workbench.model.case import CaseContent
from workbench.model.evidence import Evidence
from workbench.model.explanation import Band
from workbench.model.importing import ImportRecord
from workbench.model.lead import Lead, LeadStatus, RejectReason
from workbench.model.party import ContactPoint, Party, PartyRole, PersonName
from workbench.normalize.names import parse_name
from workbench.reports.cells import write_csv
from workbench.reports.leads import LEAD_COLUMNS, lead_row
from workbench.services.exports import export_text
from workbench.services.lead_contacts import contact_points_of
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

EVERYTHING = 10**9


class UnknownLeadError(UserError):
    """No pending lead has this id."""

    code = "lead.unknown"

    def __init__(self) -> None:
        super().__init__(
            "No pending lead has this id.", hint="`leads` lists them; a judged lead is in its case."
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """What judging one lead did: how many contact points and parties the case gained."""

    lead_id: str
    status: LeadStatus
    contact_points: int
    parties: int
    changes: Changes


def pending(vault: Vault, *, limit: int) -> list[tuple[str, Lead]]:
    """(account number, lead) of the best ``limit`` pending leads: strongest first, then by account."""
    leads = vault.catalog.pending_leads(limit=limit)
    numbers = account_numbers(vault, leads)
    return [(numbers.get(lead.account_id, ""), lead) for lead in leads]


def account_numbers(vault: Vault, leads: Sequence[Lead]) -> dict[str, str]:
    """The client's own number of each lead's account, by account id."""
    ids = list({lead.account_id for lead in leads})
    return {row.account_id: row.account_number for row in vault.catalog.account_rows(ids)}


def write_pending(vault: Vault, out: Path) -> int:
    """Write every pending lead as CSV (columns LEAD_COLUMNS), not encrypted; the number written."""
    leads = vault.catalog.pending_leads(limit=EVERYTHING)
    numbers = account_numbers(vault, leads)
    with export_text(out) as stream:
        return write_csv(stream, LEAD_COLUMNS, (lead_row(lead, numbers) for lead in leads))


def accept(vault: Vault, lead_id: str) -> Judged:
    """Accept a pending lead: what its record says joins the case, each with its evidence.

    A lead in the relative band joins as a relative of its own, never as the debtor's contact points.
    Nothing that is there is overwritten.  UnknownLeadError when it is not pending.
    """
    lead = _pending(vault, lead_id)
    record = vault.registry.import_record(lead.person.import_id)
    with vault.edit_case(lead.account_id) as edit:
        edit.action = "accept_lead"
        party, is_new = _party_for(lead)
        if is_new:
            edit.put_party(party)
        points = _new_points(edit.content, party.party_id, lead)
        for point in points:
            edit.put_contact_point(point)
        for subject in (party.party_id, *(p.contact_id for p in points)):
            edit.add_evidence(_evidence(vault, lead, subject, record))
        _conclude(vault, edit, lead, LeadStatus.ACCEPTED, None)
    return Judged(lead_id, LeadStatus.ACCEPTED, len(points), int(is_new), _changes(lead))


def reject(vault: Vault, lead_id: str, reason: RejectReason, note: str = "") -> Judged:
    """Reject a pending lead; it becomes a tombstone for the debtor on all their accounts."""
    lead = _pending(vault, lead_id)
    with vault.edit_case(lead.account_id) as edit:
        edit.action = "reject_lead"
        _conclude(vault, edit, replace(lead, note=note), LeadStatus.REJECTED, reason)
    return Judged(lead_id, LeadStatus.REJECTED, 0, 0, _changes(lead))


def _pending(vault: Vault, lead_id: str) -> Lead:
    lead = vault.catalog.lead(lead_id)
    if lead is None:
        raise UnknownLeadError
    return lead


def _party_for(lead: Lead) -> tuple[Party, bool]:
    """Whose the record's contact points are: the party searched for, or a new relative."""
    if lead.explanation.band is not Band.RELATIVE:
        return Party(lead.party_id, PartyRole.DEBTOR, PersonName("")), False
    return Party(new_id(), PartyRole.RELATIVE, parse_name(lead.person.name)), True


def _new_points(content: CaseContent, party_id: str, lead: Lead) -> list[ContactPoint]:
    known = {(p.kind, p.normalized) for p in content.contact_points if p.party_id == party_id}
    return [p for p in contact_points_of(lead.person, party_id) if (p.kind, p.normalized) not in known]


def _evidence(vault: Vault, lead: Lead, subject_id: str, record: ImportRecord | None) -> Evidence:
    return Evidence(
        evidence_id=new_id(),
        subject_id=subject_id,
        source_kind="public_record",
        origin=record.profile_id if record else "",
        statement=lead.explanation.sentence,
        recorded_at=vault.clock.now(),
        import_id=lead.person.import_id,
        file_digest=record.file_digest if record else "",
        row_number=lead.person.row_number,
        record_id=lead.person.record_id,
        as_of=lead.person.as_of,
        purpose=record.purpose if record else "",
        actor=vault.actor,
    )


def _conclude(
    vault: Vault, edit: CaseEdit, lead: Lead, status: LeadStatus, reason: RejectReason | None
) -> None:
    now = vault.clock.now()
    edit.put_lead(replace(lead, status=status, decided_at=now, decided_by=vault.actor, reason=reason))
    what = "accepted" if status is LeadStatus.ACCEPTED else f"rejected ({reason})"
    edit.add_activity(
        Activity(
            new_id(),
            ActivityKind.SYSTEM,
            now,
            vault.actor,
            text=f"Lead {what}: {lead.explanation.sentence}",
            party_id=lead.party_id,
            details={"lead_id": lead.lead_id},
        )
    )


def _changes(lead: Lead) -> Changes:
    return Changes(accounts=frozenset({lead.account_id}), leads=True)
