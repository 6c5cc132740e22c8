"""Jobs that were under way when the vault was locked: they end unseen, and then the vault closes.

An import may take longer than somebody stays away; stopping it would lose the work.  Of the vault nothing is
left in the window meanwhile: its screens and what they showed are gone, and no name is told.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.shell.workspace import Workspace
from ui.tasks.jobs import Job


class BehindLock(QObject):
    """``told`` carries the per cent done of the oldest job (-1: not known); ``ended``: none is left."""

    told = Signal(int)
    ended = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = workspace.jobs
        for job in self._jobs.running:
            job.progressed.connect(partial(self._progressed, job))
        self._jobs.ended.connect(self._ended)

    def stop(self) -> None:
        """Stop the jobs and close the vault at once: what they have not written yet is not written."""
        self._jobs.cancel_all()
        self._workspace.vault.close()

    def _progressed(self, job: Job, done: int, total: int | None, _stage: str) -> None:
        running = self._jobs.running
        if running and job is running[0]:
            self.told.emit(min(100, done * 100 // total) if total else -1)

    def _ended(self, _job: Job) -> None:
        if self._jobs.running:
            self.told.emit(-1)
            return
        self._jobs.ended.disconnect(self._ended)
        self._workspace.vault.close()
        self._workspace.deleteLater()
        self.ended.emit()
        self.deleteLater()
