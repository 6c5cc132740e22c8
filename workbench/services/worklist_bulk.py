"""One action on many accounts: in pieces, stoppable, undone as one; what is left out is listed with why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.base.changes import Changes
from workbench.base.errors import MachineError, UserError
from workbench.base.progress import Progress
from workbench.model.account import AccountStatus
from workbench.services import case_work
from workbench.services.access import VaultAccess
from workbench.services.case_work import PROTECTED
from workbench.services.written import Commit, Written
from workbench.vault.errors import CaseError
from workbench.vault.vault import Vault

ME = "me"
"""As an assignee: whoever is at work, as in the filter line."""

PIECE = 8
"""Accounts changed in one piece: an edit takes about 20 ms, and nobody should wait longer for the vault."""


@dataclass(frozen=True, slots=True)
class BulkAction:
    """What to do to every account: exactly one of its fields is set (``next_action`` with ``on``)."""

    next_action: str = ""
    on: date | None = None
    assignee: str | None = None
    add_tag: str = ""
    remove_tag: str = ""
    status: AccountStatus | None = None

    def words(self) -> str:
        """The action in words."""
        if self.next_action:
            return f"Next: {self.next_action}"
        if self.assignee is not None:
            return f"Assigned to {self.assignee}" if self.assignee else "Assigned to nobody"
        if self.add_tag:
            return f"Tagged {self.add_tag}"
        return f"Tag {self.remove_tag} removed" if self.remove_tag else "Status changed"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An account that the action did not take, and why."""

    account_number: str
    why: str


@dataclass(frozen=True, slots=True)
class BulkDone:
    """What a bulk action did: ``written`` undoes all of it at once."""

    changed: int
    unchanged: int
    left_out: tuple[LeftOut, ...]
    stopped: bool
    written: Written


class NothingToDoError(UserError):
    """The action says nothing, or there is no account."""

    code = "bulk.nothing"

    def __init__(self) -> None:
        super().__init__("There is nothing to do.", hint="Choose accounts and say what to change.")


def bulk(access: VaultAccess, account_ids: Sequence[str], action: BulkAction, progress: Progress) -> BulkDone:
    """Do ``action`` to every account; a status leaves out those that a restriction protects.

    A damaged case file, or one that cannot be written, is left out and told as well; the others go on.
    Stopping keeps what is done so far, which is told and can be undone.  UserError for an action that is not
    complete; then nothing is done.
    """
    work = _work(action)
    if not account_ids:
        raise NothingToDoError
    done: list[Written] = []
    left_out: list[LeftOut] = []
    stopped = False
    for start in range(0, len(account_ids), PIECE):
        if progress.cancelled():
            stopped = True
            break
        piece = account_ids[start : start + PIECE]
        made, refused = access.call(_Piece(piece, work, protects=action.status is not None))
        done += made
        left_out += refused
        progress.report(min(start + PIECE, len(account_ids)), len(account_ids), "accounts")
    return _result(action, done, left_out, stopped=stopped)


@dataclass(frozen=True, slots=True)
class _Piece:
    account_ids: Sequence[str]
    work: Callable[[Vault, str], Written]
    protects: bool

    def __call__(self, vault: Vault) -> tuple[list[Written], list[LeftOut]]:
        done, refused = [], []
        for row in vault.catalog.account_rows(self.account_ids):
            if self.protects and row.status in PROTECTED:
                why = "its status follows from a restriction"
                refused.append(LeftOut(row.account_number, why))
                continue
            try:
                done.append(self.work(vault, row.account_id))
            except (UserError, CaseError, MachineError) as error:
                refused.append(LeftOut(row.account_number, error.message))
        return done, refused


def apply_one(vault: Vault, account_id: str, action: BulkAction) -> Written:
    """Do ``action`` to one account; errors as ``services.case_work``."""
    return _work(action)(vault, account_id)


def _work(action: BulkAction) -> Callable[[Vault, str], Written]:
    if action.next_action and action.on is not None:
        words, on = action.next_action, action.on
        return lambda vault, account_id: case_work.set_next_action(vault, account_id, words, on)
    if action.assignee is not None:
        assignee = action.assignee
        return lambda vault, account_id: case_work.assign(
            vault, account_id, vault.actor if assignee == ME else assignee
        )
    if action.add_tag:
        tag = case_work.require_tag(action.add_tag)
        return lambda vault, account_id: case_work.add_tag(vault, account_id, tag)
    if action.remove_tag:
        old = action.remove_tag
        return lambda vault, account_id: case_work.remove_tag(vault, account_id, old)
    if action.status is not None:
        status = action.status
        return lambda vault, account_id: case_work.set_status(vault, account_id, status)
    raise NothingToDoError


def _result(action: BulkAction, done: list[Written], left_out: list[LeftOut], *, stopped: bool) -> BulkDone:
    commits: tuple[Commit, ...] = tuple(commit for one in done for commit in one.commits)
    accounts = frozenset(commit.account_id for commit in commits)
    words = f"{action.words()}: {len(accounts):,} account{'' if len(accounts) == 1 else 's'}"
    if stopped:
        words += " (stopped)"
    result = Written(words, Changes(accounts=accounts), commits)
    return BulkDone(len(accounts), len(done) - len(accounts), tuple(left_out), stopped, result)
