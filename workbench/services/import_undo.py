"""Taking an import of accounts back: what nobody touched since is destroyed, the rest stays and is listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from workbench.base.changes import Changes
from workbench.base.errors import UserError
from workbench.base.progress import Progress, check_cancelled
from workbench.model.importing import ImportKind, ImportRecord
from workbench.services.access import VaultAccess
from workbench.vault.vault import Vault

PIECE = 25
"""Cases looked at in one piece: opening one takes about 5 ms."""
SHRED_PIECE = 50


@dataclass(frozen=True, slots=True)
class KeptAccount:
    """An account that an undo leaves, and why."""

    account_number: str
    why: str


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What an undo would do: ``removable`` account ids, and what stays."""

    record: ImportRecord
    removable: tuple[str, ...]
    kept: tuple[KeptAccount, ...]


@dataclass(frozen=True, slots=True)
class AccountsUndone:
    """What an undo did."""

    removed: int
    kept: tuple[KeptAccount, ...]
    changes: Changes


class NotUndoableError(UserError):
    """There is no import of accounts of this id that stands."""

    code = "import.not_undoable"

    def __init__(self) -> None:
        super().__init__(
            "There is no import of accounts with this id that could be undone.", hint="`imports` lists them."
        )


def plan_undo(access: VaultAccess, import_id: str, progress: Progress) -> UndoPlan:
    """What undoing an import of accounts would remove and keep; nothing is changed.

    An account goes when this import made it and nothing was written to it since: no work, no decision, no
    later file.
    """
    record, account_ids = access.call(partial(_placed, import_id=import_id))
    removable: list[str] = []
    kept: list[KeptAccount] = []
    for start in range(0, len(account_ids), PIECE):
        check_cancelled(progress)
        gone, stays = access.call(
            partial(_judge, account_ids=account_ids[start : start + PIECE], of=import_id)
        )
        removable += gone
        kept += stays
        progress.report(start, len(account_ids), "looking at cases")
    return UndoPlan(record, tuple(removable), tuple(kept))


def undo_accounts(access: VaultAccess, import_id: str, progress: Progress) -> AccountsUndone:
    """Destroy what :func:`plan_undo` says can go; each case's key first, so no copy can be read.

    Cancelling stops between pieces: what is gone is gone, and undoing again takes the rest.
    """
    plan = plan_undo(access, import_id, progress)
    for start in range(0, len(plan.removable), SHRED_PIECE):
        check_cancelled(progress)
        access.call(partial(_shred, account_ids=plan.removable[start : start + SHRED_PIECE]))
        progress.report(start, len(plan.removable), "removing cases")
    access.call(partial(_mark, import_id=import_id))
    changes = Changes(
        accounts=frozenset(plan.removable), accounts_added=bool(plan.removable), leads=True, imports=True
    )
    return AccountsUndone(len(plan.removable), plan.kept, changes)


def _placed(vault: Vault, import_id: str) -> tuple[ImportRecord, list[str]]:
    record = vault.registry.import_record(import_id)
    if record is None or record.kind is not ImportKind.ACCOUNTS or record.undone_at is not None:
        raise NotUndoableError
    placed = vault.catalog.accounts_placed_by(import_id)
    if not placed and record.counts.accepted:
        raise UserError(
            "Which accounts this import made is not listed: an older version of the program made it.",
            hint="Run `rebuild` once, then undo it.",
        )
    return record, placed


def _judge(vault: Vault, account_ids: Sequence[str], of: str) -> tuple[list[str], list[KeptAccount]]:
    gone: list[str] = []
    kept: list[KeptAccount] = []
    for row in vault.catalog.account_rows(account_ids):
        why = _reason_to_keep(vault, row.account_id, of)
        if why:
            kept.append(KeptAccount(row.account_number, why))
        else:
            gone.append(row.account_id)
    return gone, kept


def _reason_to_keep(vault: Vault, account_id: str, of: str) -> str:
    evidence = vault.read_case(account_id).evidence
    if not evidence or evidence[0].import_id != of:
        return "an earlier file placed it"
    later = vault.case_history(account_id)[1:]
    if not later:
        return ""
    if all(change.action == "update_from_placement" for change in later):
        return "a later file changed it"
    return "you worked on it"


def _shred(vault: Vault, account_ids: Sequence[str]) -> None:
    vault.shred_cases(account_ids, "the import that placed it was undone")


def _mark(vault: Vault, import_id: str) -> None:
    vault.registry.mark_undone(import_id)
