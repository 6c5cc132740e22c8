"""The last actions and taking them back: undo is an entry of its own, so redo is an undo as well."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.base.progress import Progress
from workbench.services import undoing
from workbench.services.access import VaultAccess
from workbench.services.vaults import Vault
from workbench.services.written import Commit, Written

if TYPE_CHECKING:
    from ui.shell.workspace import Workspace

BULK = 20
"""From more changes than these on, an undo is a job with progress and cancel."""


class UndoLog(QObject):
    """Every write of this session that can be taken back, newest last.

    ``noted`` carries the Written that was just done; ``changed`` tells that undo or redo became possible.
    """

    noted = Signal(object)
    changed = Signal()

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._done: list[Written] = []
        self._undone: list[Written] = []
        self._under_way = ""

    @property
    def last(self) -> Written | None:
        """What the next undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Written | None:
        """What the next redo does again."""
        return self._undone[-1] if self._undone else None

    def holds(self, written: Written) -> bool:
        """Whether ``written`` can still be taken back, now or after what came later."""
        return any(one is written for one in self._done)

    def note(self, written: Written) -> None:
        """Something was written: tell every screen, and remember it when it can be taken back."""
        if not self._under_way and written.commits:
            self._done.append(written)
            self._undone.clear()
        self._workspace.hub.changed.emit(written.changes)
        self.noted.emit(written)
        self.changed.emit()

    def undo(self) -> None:
        """Take the last action back."""
        if self._done and not self._under_way:
            self._take_back(self._done, self._undone, "undo")

    def redo(self) -> None:
        """Do again what was last taken back."""
        if self._undone and not self._under_way:
            self._take_back(self._undone, self._done, "redo")

    def _take_back(self, source: list[Written], target: list[Written], what: str) -> None:
        written = source.pop()
        self._under_way = what

        def done(result: Written) -> None:
            self._under_way = ""
            if result.commits:
                target.append(Written(written.words, result.changes, result.commits))
            self.changed.emit()

        def failed(error: object) -> None:
            self._under_way = ""
            self._workspace.messages.failed.emit(str(error))
            self.changed.emit()

        if len(written.commits) > BULK:
            pieces = partial(_undo_pieces, commits=written.commits)
            self._workspace.jobs.start(self.tr("Undoing"), pieces, done, owner=self, failed=failed)
            return
        work = partial(_undo, commits=written.commits)
        self._workspace.vault.write(work, done, owner=self, failed=failed)


def _undo(vault: Vault, commits: Sequence[Commit]) -> Written:
    return undoing.undo(vault, commits)


def _undo_pieces(access: VaultAccess, progress: Progress, commits: Sequence[Commit]) -> Written:
    return undoing.undo_in_pieces(access, commits, progress)
