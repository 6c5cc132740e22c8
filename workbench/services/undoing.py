"""Takes back any change to a case by a further change: nothing is erased, and the undo can be undone.

What had a value before gets it back field by field, so that later changes to other fields stay.  What did
not exist before is retired; an activity, a statement, a ledger entry or a document is taken back by an
entry of its own (``model.standing``).  The next action and the status that came along with an act are left
alone when something changed them since.  A lead's judgment goes back the way ``reviewing`` says.
"""

from collections.abc import Iterable, Sequence
from functools import partial

from workbench.base.changes import Changes
from workbench.base.errors import CancelledError, UserError, WorkbenchError
from workbench.base.progress import NoProgress, Progress
from workbench.model.history import CaseChange
from workbench.model.lead import Lead, LeadStatus
from workbench.services import proposals, reviewing
from workbench.services.access import DirectAccess, VaultAccess
from workbench.services.history import action_words, reason_of, undone_changes
from workbench.services.settling import settle
from workbench.services.taking_back import TakingBack
from workbench.services.written import Commit, Written, written
from workbench.vault.vault import Vault


class CannotUndoError(UserError):
    """A change that has nothing to take back, or is not there."""

    code = "undo.impossible"


class AlreadyUndoneError(UserError):
    """The change was taken back before."""

    code = "undo.already"

    def __init__(self) -> None:
        super().__init__("This change was taken back already.", hint="Undo the undo to do it again.")


class ChangedSinceError(UserError):
    """Something later changed the same thing; ``what`` names it without its values."""

    code = "undo.changed_since"

    def __init__(self, what: Iterable[str]) -> None:
        super().__init__(
            f"Nothing was changed: since then somebody changed {', '.join(sorted(set(what)))}.",
            hint="Undo the later change first.",
        )


def undo(vault: Vault, commits: Sequence[Commit]) -> Written:
    """Take ``commits`` back, one commit a case; its own commits allow doing them again.

    Of one case all or nothing: CannotUndoError, AlreadyUndoneError or ChangedSinceError.  Of several cases
    those that cannot are left as they are and counted in the words; the error of the first when that is all.
    """
    return undo_in_pieces(DirectAccess(vault), commits, NoProgress())


def undo_in_pieces(access: VaultAccess, commits: Sequence[Commit], progress: Progress) -> Written:
    """:func:`undo` case by case, so that people's own work goes in between.

    Cancelled between cases it keeps what is undone so far; CancelledError when nothing is.
    """
    of: dict[str, set[int]] = {}
    for commit in commits:
        of.setdefault(commit.account_id, set()).add(commit.seq)
    if not of:
        raise CannotUndoError("There is nothing to take back.")
    done: list[Written] = []
    left: list[WorkbenchError] = []
    for account_id, seqs in of.items():
        if progress.cancelled():  # what is done stays done, and is told to everybody
            left.append(CancelledError())
            break
        try:
            done.append(access.call(partial(_undo_case, account_id=account_id, seqs=seqs)))
        except UserError as error:
            left.append(error)
        progress.report(len(done) + len(left), len(of), "cases")
    if not done:
        raise left[0]
    return _summed(done, len(of), cancelled=isinstance(left[-1] if left else None, CancelledError))


def _summed(done: list[Written], wanted: int, *, cancelled: bool = False) -> Written:
    changes = Changes()
    for one in done:
        changes |= one.changes
    words = done[0].words if wanted == 1 else f"Undone on {len(done):,} of {wanted:,} accounts"
    if len(done) < wanted:
        words += "; the rest is as it was" if cancelled else "; the rest was changed since"
    return Written(words, changes, tuple(commit for one in done for commit in one.commits))


def _undo_case(vault: Vault, account_id: str, seqs: set[int]) -> Written:
    history = vault.case_history(account_id)
    chosen = _chosen(history, seqs)
    plain = [change for change in chosen if not _judges(change)]
    judging = [change for change in chosen if _judges(change)]
    done: list[Written] = []
    if plain:
        done.append(_undo_plain(vault, account_id, history, plain))
    done += [_undo_judgment(vault, account_id, change) for change in judging]
    words = f"Undone: {action_words(chosen[-1].action)}" if len(chosen) == 1 else "Undone"
    return Written(words, _summed(done, len(done)).changes, tuple(c for one in done for c in one.commits))


def _chosen(history: Sequence[CaseChange], seqs: set[int]) -> list[CaseChange]:
    """The changes to take back, newest first."""
    chosen = [change for change in reversed(history) if change.seq in seqs]
    if len(chosen) < len(seqs):
        raise CannotUndoError("The case has no such change.", hint="The history lists its changes.")
    if any(change.seq == 1 for change in chosen):
        raise CannotUndoError(
            "The placing of an account cannot be taken back.", hint="Return the account to the client."
        )
    if undone_changes(history).keys() & seqs:
        raise AlreadyUndoneError
    return chosen


def _undo_judgment(vault: Vault, account_id: str, change: CaseChange) -> Written:
    """Take a decision back; also where later ones on the same lead were undone, so that it stands again.

    A proposal is taken back the way ``proposals`` says.
    """
    if change.action in proposals.ACTIONS:
        return proposals.take_back(vault, account_id, change)
    try:
        return reviewing.undo_decision(vault, Commit(account_id, change.seq))
    except reviewing.DecidedSinceError:
        item = next(item for item in change.items if item.kind == "lead")
        after = _lead_after(vault.case_history(account_id), change.seq, item.object_id)
        now = reviewing.find_lead(vault, item.object_id)
        first = not isinstance(item.before, Lead) or item.before.status is LeadStatus.PENDING
        if not first or after is None or (after.status, after.reason) != (now.status, now.reason):
            raise
        return reviewing.return_to_pending(vault, item.object_id)


def _lead_after(history: Sequence[CaseChange], seq: int, lead_id: str) -> Lead | None:
    for change in history:
        for item in change.items:
            if change.seq > seq and item.object_id == lead_id and isinstance(item.before, Lead):
                return item.before
    return None


def _judges(change: CaseChange) -> bool:
    return any(item.kind == "lead" for item in change.items)


def _undo_plain(
    vault: Vault, account_id: str, history: Sequence[CaseChange], chosen: list[CaseChange]
) -> Written:
    with vault.edit_case(account_id) as edit:
        edit.action = "undo"
        edit.reason = reason_of(sorted(change.seq for change in chosen))
        taking = TakingBack(vault, edit, history)
        for change in chosen:
            taking.take_back(change)
        if taking.blocked:
            raise ChangedSinceError(taking.blocked)
        taking.store()
        if taking.moves_money:
            settle(taking.draft)
        if not edit.changes:
            raise CannotUndoError("This change has nothing that could be taken back.")
    done = written(edit, "Undone")
    if not done.commits:
        raise AlreadyUndoneError
    return done
