"""From a placement row to the content of a case: a new one, or what changed in one that is there."""

from dataclasses import replace

from workbench.base.ids import new_id
from workbench.model.activity import Activity, ActivityKind
from workbench.model.work import WorkState
from workbench.negotiation.balance import adjustment_entries, placement_entries
from workbench.records.placement import PlacementRow
from workbench.records.placement_difference import PlacementUpdate, placement_difference
from workbench.vault.case_builder import NewCase
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

FIRST_ACTION = "Begin locating"
"""What a new account waits for: no open account is without a next action."""


def new_case(vault: Vault, row: PlacementRow) -> NewCase:
    """The case of a new account: what the row states, the placed balance as ledger, a first next action."""
    now = vault.clock.now()
    content = row.content()
    account = replace(content.account, created_at=now)
    ledger = placement_entries(
        account.balance, effective_on=account.placed_on or now.date(), recorded_at=now, actor=vault.actor
    )
    placed = Activity(
        new_id(), ActivityKind.SYSTEM, now, vault.actor, text="Account placed from a client file."
    )
    return NewCase(
        replace(content, account=account, ledger=ledger, activities=(placed,)),
        WorkState(next_action=FIRST_ACTION, next_action_on=now.date()),
    )


def update_case(vault: Vault, account_id: str, row: PlacementRow) -> PlacementUpdate:
    """Bring an account up to date with its row; what changed (falsy: nothing did).

    The old terms stay in the case's history, a changed balance becomes ledger entries, and nothing that a
    person added is touched.
    """
    content = vault.read_case(account_id)
    difference = placement_difference(content, row)
    if difference:
        with vault.edit_case(account_id) as edit:
            edit.action = "update_from_placement"
            _apply(vault, edit, difference)
    return difference


def _apply(vault: Vault, edit: CaseEdit, difference: PlacementUpdate) -> None:
    now = vault.clock.now()
    old = edit.content.account
    if difference.account is not None:
        edit.update_account(difference.account, "the client's file states new terms")
        for entry in adjustment_entries(
            old.balance,
            difference.account.balance,
            effective_on=now.date(),
            recorded_at=now,
            actor=vault.actor,
        ):
            edit.add_ledger_entry(entry)
    for party in difference.parties:
        edit.put_party(party)
    for point in difference.contact_points:
        edit.put_contact_point(point)
    for evidence in difference.evidence:
        edit.add_evidence(evidence)
    edit.add_activity(
        Activity(
            new_id(),
            ActivityKind.SYSTEM,
            now,
            vault.actor,
            text="Updated from a client file: " + difference.words,
        )
    )
