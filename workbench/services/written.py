"""What a write tells its caller: a sentence, what changed, and what an undo has to take back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.base.changes import Changes

if TYPE_CHECKING:
    from workbench.vault.case_editor import CaseEdit


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit to one case; ``seq`` is its number in the case's history, from 1."""

    account_id: str
    seq: int


@dataclass(frozen=True, slots=True)
class Written:
    """A finished write.

    ``words`` says in a few words what was done, for the status bar ("Note added"); ``commits`` are what
    ``services.undoing`` takes back, oldest first; empty: this cannot be undone.
    """

    words: str
    changes: Changes
    commits: tuple[Commit, ...] = ()


def written(edit: "CaseEdit", words: str, changes: Changes | None = None) -> Written:
    """The result of an edit whose block has ended: what it changed, and the commit an undo takes back."""
    touched = changes or Changes(accounts=frozenset({edit.account_id}))
    commits = () if edit.committed is None else (Commit(edit.account_id, edit.committed),)
    return Written(words, touched, commits)
