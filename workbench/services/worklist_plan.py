"""What a bulk action would do, told from the catalog alone: nothing is written, no case is opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.model.work import AccountRow
from workbench.services.case_work import MAX_WORDS, PROTECTED, StatusProtectedError, require_tag
from workbench.services.worklist_bulk import BulkAction, LeftOut, NothingToDoError
from workbench.services.worklist_language import CLOSED
from workbench.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """The accounts that :func:`worklist_bulk.bulk` would change, and those that it would not and why."""

    account_ids: tuple[str, ...]
    unchanged: int
    left_out: tuple[LeftOut, ...]


def plan_bulk(vault: Vault, account_ids: Sequence[str], action: BulkAction) -> BulkPlan:
    """What ``action`` would do to these accounts; UserError as for doing it."""
    changes = _changes(action)
    changed: list[str] = []
    left_out: list[LeftOut] = []
    unchanged = 0
    for row in vault.catalog.account_rows(account_ids):
        if why := _refusal(row, action):
            left_out.append(LeftOut(row.account_number, why))
        elif changes(row):
            changed.append(row.account_id)
        else:
            unchanged += 1
    return BulkPlan(tuple(changed), unchanged, tuple(left_out))


def _refusal(row: AccountRow, action: BulkAction) -> str:
    if action.status is None:
        return ""
    if row.status in PROTECTED:
        return "its status follows from a restriction"
    return StatusProtectedError().message if action.status in PROTECTED else ""


def _changes(action: BulkAction) -> Callable[[AccountRow], bool]:
    """Whether an account would be another one afterwards."""
    if action.next_action and action.on is not None:
        wanted = (_kept(action.next_action), action.on)
        return lambda row: (row.next_action, row.next_action_on) != wanted
    if action.assignee is not None:
        name = _kept(action.assignee)
        return lambda row: row.assignee != name
    if action.add_tag:
        tag = require_tag(action.add_tag)
        return lambda row: tag not in row.tags
    if action.remove_tag:
        old = action.remove_tag
        return lambda row: old in row.tags
    if action.status is not None:
        status = action.status
        return lambda row: row.status is not status or not (row.next_action or status in CLOSED)
    raise NothingToDoError


def _kept(words: str) -> str:
    return " ".join(words.split())[:MAX_WORDS]
