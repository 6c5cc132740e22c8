"""Enters searches in the audit: those somebody looked at, not every pause of typing."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from ui.shell.workspace import Workspace
from workbench.services.finding_people import Answer, note_search

LOOKED_AT = 1500
"""Milliseconds for which an answer stands before it counts as looked at."""


class SearchNotes(QObject):
    """An answer that stood for a while, or was acted upon, is entered once."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: tuple[Answer, str] | None = None
        self._entered: tuple[str, str, bool] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOKED_AT)
        self._timer.timeout.connect(self.settle)
        workspace.before_closing(self.settle)

    def found(self, answer: Answer, account_id: str) -> None:
        """An answer is shown."""
        key = (answer.understood.line, account_id, answer.more)
        if self._workspace.read_only or not answer.understood.searchable or key == self._entered:
            self._timer.stop()
            self._waiting = None
            return
        self._waiting = answer, account_id
        self._timer.start()

    def settle(self) -> None:
        """Enter what is shown, now."""
        self._timer.stop()
        if self._waiting is None:
            return
        (answer, account_id), self._waiting = self._waiting, None
        self._entered = (answer.understood.line, account_id, answer.more)
        work = partial(note_search, answer=answer, account_id=account_id)
        self._workspace.vault.write(work, owner=self)
