"""Accept all like this, from the key to the result."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from ui.messages.words import plural
from ui.screens.review.session import ReviewSession
from ui.screens.review.view import ReviewView
from ui.shell.workspace import Workspace
from workbench.base.progress import Progress
from workbench.model.lead import LeadStatus
from workbench.services import review_bulk
from workbench.services.access import VaultAccess
from workbench.services.review_bulk import BulkDone, BulkPlan


class Bulk(QObject):
    """Finds the group in a job, shows the list, accepts it in a job."""

    def __init__(
        self, workspace: Workspace, session: ReviewSession, view: ReviewView, closed: Callable[[], None]
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._session = session
        self._view = view
        self._closed = closed
        view.bulk.accepted.connect(self._accept)
        view.bulk.closed.connect(self._close)

    def ask(self) -> None:
        """Look for every lead like the one shown."""
        current = self._session.current
        if current is not None and current.lead.status is LeadStatus.PENDING:
            work = partial(_plan, lead_id=current.lead.lead_id)
            self._workspace.jobs.start(self.tr("Looking for leads like this"), work, self._show, owner=self)

    def _show(self, plan: BulkPlan) -> None:
        self._view.bulk.show_plan(plan)
        self._view.pages.setCurrentWidget(self._view.bulk)
        self._view.bulk.accept_button.setFocus()

    def _close(self) -> None:
        self._view.show_detail()
        self._closed()

    def _accept(self) -> None:
        plan = self._view.bulk.plan
        if plan is not None and plan.taken:
            work = partial(_accept_all, plan=plan)
            self._workspace.jobs.start(self.tr("Accepting leads"), work, self._done, owner=self)
        self._close()

    def _done(self, done: BulkDone) -> None:
        plan = self._view.bulk.plan
        ids = [item.lead_id for item in plan.taken] if plan else []
        self._session.decisions.note(done.written, ids, done.accepted)
        if done.left_out:
            words = plural(
                len(done.left_out),
                self.tr("1 lead was left: somebody decided or changed it meanwhile."),
                self.tr("{n} leads were left: decided, changed or cancelled meanwhile."),
            )
            self._workspace.messages.say(words)


def _plan(access: VaultAccess, progress: Progress, *, lead_id: str) -> BulkPlan:
    return review_bulk.like_this(access, lead_id, progress)


def _accept_all(access: VaultAccess, progress: Progress, *, plan: BulkPlan) -> BulkDone:
    return review_bulk.accept_all(access, plan, progress)
