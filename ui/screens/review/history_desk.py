"""The history of decisions in place of the lead: reading it, opening a row, changing a decision."""

from functools import partial

from PySide6.QtCore import QObject

from ui.screens.review.session import ReviewSession
from ui.screens.review.view import ReviewView
from ui.shell.workspace import Workspace
from workbench.base.changes import Changes
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.review import Judgment
from workbench.services import review_queue, reviewing
from workbench.services.reviewing import Verdict

HISTORY_ROWS = 200


class HistoryDesk(QObject):
    """Works the history panel of a view."""

    def __init__(self, workspace: Workspace, session: ReviewSession, view: ReviewView) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._session = session
        self._view = view
        view.history.table.opened.connect(self._opened)

    def toggle(self) -> None:
        """Show the last decisions in place of the lead, or the lead again."""
        view = self._view
        if view.at_history:
            view.show_detail()
            view.take_focus()
            return
        self._read()
        view.states.show_content()
        view.pages.setCurrentWidget(view.history)
        view.history.table.setFocus()

    def on_changes(self, changes: Changes) -> None:
        """Follow what was decided while it is shown."""
        if self._view.at_history and changes.leads:
            self._read()

    def redecide(self, status: LeadStatus) -> None:
        """Change the decision of the current row."""
        judgment = self._view.history.current()
        if judgment is None:
            return
        reason = RejectReason.OTHER_PERSON if status is LeadStatus.REJECTED else None
        verdict = Verdict(status, reason=reason, confirmed=True)
        work = partial(reviewing.decide, lead_id=judgment.lead_id, verdict=verdict)
        self._workspace.vault.write(work, owner=self)

    def _read(self) -> None:
        work = partial(review_queue.history, limit=HISTORY_ROWS)
        self._workspace.vault.read(work, self._got, owner=self, key="history")

    def _got(self, rows: tuple[Judgment, ...]) -> None:
        self._view.history.show_rows(rows)

    def _opened(self, row: int) -> None:
        judgment = self._view.history.model.judgment(row)
        if judgment is not None:
            self._view.show_detail()
            self._session.visit(judgment.lead_id)
            self._view.take_focus()
