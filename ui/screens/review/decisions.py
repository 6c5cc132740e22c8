"""The decisions of this review: how many, how fast, and taking the last one back."""

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from PySide6.QtCore import QObject, Signal

from ui.shell.workspace import Workspace
from workbench.services import review_queue, reviewing
from workbench.services.vaults import Vault
from workbench.services.written import Written

_LONGEST_PAUSE = 120.0  # s; a longer one says nothing about the pace


@dataclass(frozen=True, slots=True)
class _Done:
    written: Written
    lead_ids: tuple[str, ...]
    accepted: int


class Decisions(QObject):
    """``changed`` tells that one was stored or taken back, ``returning`` the lead an undo goes back to."""

    changed = Signal()
    returning = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.decided = self.accepted = 0
        self._done: list[_Done] = []
        self._pace: deque[float] = deque(maxlen=20)
        self._last_at = 0.0
        workspace.undo_log.changed.connect(self._follow_undo)

    def note(self, written: Written, lead_ids: Sequence[str], accepted: int) -> None:
        """One decision was stored, or many at once that one undo takes back."""
        if written.commits:
            self._done.append(_Done(written, tuple(lead_ids), accepted))
            self.decided += len(written.commits)
            self.accepted += accepted
            self.changed.emit()

    def undo(self) -> None:
        """Take the last decision back and return to its lead; after a restart too, from the history."""
        log = self._workspace.undo_log
        if not self._done:
            self._workspace.vault.read(_last_judged, self._undo_judged, owner=self)
            return
        done = self._done.pop()
        self._uncount(done)
        self.returning.emit(done.lead_ids[0])
        if log.last is done.written:
            log.undo()
        else:
            self._write(partial(reviewing.undo_decisions, commits=done.written.commits))
        self.changed.emit()

    def note_pace(self) -> None:
        """A decision was made just now."""
        now = time.monotonic()
        if self._last_at and now - self._last_at < _LONGEST_PAUSE:
            self._pace.append(now - self._last_at)
        self._last_at = now

    def minutes_for(self, left: int) -> int | None:
        """How long ``left`` decisions take at the present pace; None while nobody knows."""
        return None if len(self._pace) < 3 else max(1, round(median(self._pace) * left / 60))

    def _uncount(self, done: _Done) -> None:
        self.decided -= len(done.written.commits)
        self.accepted -= done.accepted

    def _follow_undo(self) -> None:
        """What was taken back elsewhere (Ctrl+Z) does not count as decided any more."""
        log = self._workspace.undo_log
        gone = [done for done in self._done if not log.holds(done.written)]
        for done in gone:
            self._done.remove(done)
            self._uncount(done)
        if gone:
            self.changed.emit()

    def _undo_judged(self, lead_id: str) -> None:
        if lead_id:
            self.returning.emit(lead_id)
            self._write(partial(reviewing.return_to_pending, lead_id=lead_id))

    def _write(self, work: "partial[Written]") -> None:
        self._workspace.vault.write(work, owner=self)


def _last_judged(vault: Vault) -> str:
    newest = review_queue.history(vault, 1)
    return newest[0].lead_id if newest else ""
