"""Leads that a person proposed: they stand in their case until they are judged, or their file goes."""

from collections.abc import Collection
from dataclasses import replace

from workbench.base.changes import Changes
from workbench.base.errors import UserError
from workbench.model.history import CaseChange
from workbench.model.lead import Lead, LeadStatus
from workbench.services.own_entry import own_entry
from workbench.services.written import Written, written
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

PROPOSE, WITHDRAW = "propose_lead", "withdraw_lead"
ACTIONS = frozenset({PROPOSE, WITHDRAW})
"""The actions of the commits made here; ``take_back`` undoes either."""


class NotWaitingError(UserError):
    """A proposal that does not wait any more, or cannot wait again."""

    code = "proposal.not_waiting"


def store(vault: Vault, lead: Lead) -> tuple[Lead, Written]:
    """Make ``lead`` wait as one that the person at work proposed: in its case and the catalog, one commit."""
    now = vault.clock.now()
    made = replace(
        lead, created_at=lead.created_at or now, proposed_by=vault.actor, proposed_at=now, withdrawn=False
    )
    with vault.edit_case(made.account_id) as edit:
        edit.action = PROPOSE
        edit.put_lead(made)
        _tell(vault, edit, made, f"Lead proposed by hand: {made.explanation.sentence}")
    return made, written(edit, "Proposed as a lead", _changes(edit))


def take_back(vault: Vault, account_id: str, change: CaseChange) -> Written:
    """Undo a commit of ``ACTIONS``: a proposal is withdrawn, a withdrawn one waits again.

    What a match finds too waits on as its own.  NotWaitingError when it was judged or withdrawn since, or
    its import was undone.
    """
    lead_id = next(item.object_id for item in change.items if item.kind == "lead")
    lead = next(x for x in vault.read_case(account_id).leads if x.lead_id == lead_id)
    if lead.status is not LeadStatus.PENDING or lead.withdrawn is not (change.action == WITHDRAW):
        raise NotWaitingError(
            "The lead was decided or taken back since; nothing was changed.",
            hint="Undo the later change first.",
        )
    if lead.withdrawn:
        return _put_back(vault, lead)
    waits = vault.catalog.lead(lead_id) or lead  # matched again since, it may say otherwise than its case
    with vault.edit_case(account_id) as edit:
        _withdraw(vault, edit, waits, "Proposal taken back.")
    _no_longer_carried(vault, waits)
    left = "was found by a match too and waits on" if waits.matched else "is no lead any more"
    return written(edit, f"{lead.person.name} {left}", _changes(edit))


def _no_longer_carried(vault: Vault, lead: Lead) -> None:
    """Take a proposal back from the rows of newer editions that carried it on: a match found those."""
    rows = vault.catalog.rows_of_party(lead.account_id, lead.party_id)
    proposed = lead.proposed_by, lead.proposed_at
    carried = [
        replace(row, proposed_by="", proposed_at=None)
        for row in rows
        if row.lead_id != lead.lead_id and (row.proposed_by, row.proposed_at) == proposed
    ]
    vault.catalog.store_changed(carried)


def _put_back(vault: Vault, lead: Lead) -> Written:
    record = vault.registry.import_record(lead.person.import_id)
    if record is None or record.undone_at is not None:
        raise NotWaitingError("The import this lead came from was undone; nothing was changed.")
    with vault.edit_case(lead.account_id) as edit:
        edit.action = PROPOSE
        edit.put_lead(replace(lead, withdrawn=False))
        _tell(vault, edit, lead, "Lead proposed by hand again.")
    return written(edit, f"{lead.person.name} waits again", _changes(edit))


def withdraw_of_import(vault: Vault, import_id: str, accounts: Collection[str]) -> int:
    """Tell the cases that their waiting proposals of an import went with it, one commit a case; how many.

    A row that only carried an earlier edition's proposal on is none: that one waits again.
    """
    record = vault.registry.import_record(import_id)
    name = record.file_name if record else "a record file"
    withdrawn = 0
    for account_id in sorted(accounts):
        with vault.edit_case(account_id) as edit:
            for lead in edit.content.leads:
                waits = lead.proposed and lead.status is LeadStatus.PENDING
                if waits and lead.person.import_id == import_id:
                    gone = replace(lead, matched=False)
                    _withdraw(vault, edit, gone, f"Lead proposed by hand is gone: {name} was undone.")
                    withdrawn += 1
    return withdrawn


def _withdraw(vault: Vault, edit: CaseEdit, lead: Lead, words: str) -> None:
    edit.action = WITHDRAW
    edit.put_lead(replace(lead, withdrawn=True))
    _tell(vault, edit, lead, words)


def _tell(vault: Vault, edit: CaseEdit, lead: Lead, words: str) -> None:
    edit.add_activity(own_entry(vault, words, party_id=lead.party_id, details={"lead_id": lead.lead_id}))


def _changes(edit: CaseEdit) -> Changes:
    return Changes(accounts=frozenset({edit.account_id}), leads=True)
