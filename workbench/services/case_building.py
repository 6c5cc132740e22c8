"""From a placement row to the content of a case: a new one, or what changed in one that is there."""

from dataclasses import replace

from workbench.base.ids import new_id
from workbench.model.account import Account
from workbench.model.activity import Activity, ActivityKind
from workbench.model.case import CaseContent
from workbench.model.ledger import LedgerEntry
from workbench.model.work import WorkState
from workbench.negotiation.balance import adjustment_entries, placement_entries
from workbench.records.placement import PlacementRow
from workbench.records.placement_difference import PlacementUpdate, placement_difference
from workbench.services.account_draft import moved
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
    difference = placement_difference(_as_stated(content), row)
    if difference:
        with vault.edit_case(account_id) as edit:
            edit.action = "update_from_placement"
            _apply(vault, edit, difference)
    return difference


def _as_stated(content: CaseContent) -> CaseContent:
    """The case with the balance its client stated last, with which a row of the client is compared."""
    account = content.account
    stated = account.stated_balance or account.balance
    return replace(content, account=replace(account, balance=stated))


def _restated(vault: Vault, old: Account, new: Account) -> tuple[Account, tuple[LedgerEntry, ...]]:
    """``new`` with the balance that follows from the client's new statement, and the entries that move it.

    Where payments or adjustments of ours were recorded, the difference between the client's two statements
    moves the balance, unless the client now states exactly what is owed here: then it has taken them in.
    """
    now = vault.clock.now()
    before = old.stated_balance or old.balance
    ours = old.stated_balance is not None
    if ours and (new.balance.total, new.balance.currency) == (old.balance.total, old.balance.currency):
        return replace(new, balance=old.balance, stated_balance=new.balance), ()
    entries = adjustment_entries(
        before, new.balance, effective_on=now.date(), recorded_at=now, actor=vault.actor
    )
    if not ours:
        return new, entries
    return replace(new, balance=moved(old.balance, entries), stated_balance=new.balance), entries


def _apply(vault: Vault, edit: CaseEdit, difference: PlacementUpdate) -> None:
    now = vault.clock.now()
    if difference.account is not None:
        account, entries = _restated(vault, edit.content.account, difference.account)
        edit.update_account(account, "the client's file states new terms")
        for entry in entries:
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
