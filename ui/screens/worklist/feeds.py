"""What keeps the worklist's parts filled: rows by page, completion, views with counts, the account beside."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from ui.models.paged_rows import PagedRows
from ui.screens.worklist.filter_bar import FilterBar
from ui.screens.worklist.peek_column import PeekColumn
from ui.screens.worklist.view_chips import ViewChips
from ui.screens.worklist.worklist_table import WorklistTable
from ui.shell.workspace import Workspace
from workbench.base.errors import WorkbenchError
from workbench.model.work import AccountRow
from workbench.services import worklist, worklist_views
from workbench.services.peek import Peek, peek
from workbench.services.worklist import Completion
from workbench.services.worklist_views import View

PEEK_AFTER = 60


class PeekFeed(QObject):
    """Shows the current account beside the list: at once what its row says, the rest when it was read."""

    def __init__(
        self, workspace: Workspace, table: WorklistTable, model: PagedRows[AccountRow], column: PeekColumn
    ) -> None:
        super().__init__(column)
        self._workspace, self._table, self._model, self._column = workspace, table, model, column
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PEEK_AFTER)
        self._soon.timeout.connect(self._read)

    def follow(self) -> None:
        """Show the current account."""
        row = self._model.row_at(self._table.current_row())
        self._column.show_row(row, self._workspace.today())
        self._soon.start()

    def _read(self) -> None:
        row = self._model.row_at(self._table.current_row())
        if row is not None and self._column.isVisible():
            work = partial(peek, account_id=row.account_id)
            done = partial(self._show, row)
            self._workspace.vault.read(work, done, owner=self, failed=self._failed, key="peek")

    def _show(self, row: AccountRow, found: Peek) -> None:
        if self._model.id_at(self._table.current_row()) == found.account_id:
            self._column.show_peek(found, row)

    def _failed(self, error: WorkbenchError) -> None:
        self._column.say(str(error))


class ListFeed(QObject):
    """Brings rows for the pages looked at, offers for the filter line, and the views with their counts."""

    def __init__(
        self, workspace: Workspace, model: PagedRows[AccountRow], bar: FilterBar, chips: ViewChips
    ) -> None:
        super().__init__(bar)
        self._workspace, self._model, self._bar, self._chips = workspace, model, bar, chips
        self._stale = True
        self._wanted = False
        self._lines: dict[str, str] = {}
        self._to_count: list[tuple[str, str]] = []
        model.wanted.connect(self._fetch)
        model.dataChanged.connect(self._read_views)
        bar.complete_wanted.connect(self._complete)

    def recount(self) -> None:
        """Count the views anew when they are read next: accounts, or the day, changed."""
        self._stale = True

    def want_views(self, *, now: bool) -> None:
        """Read the views, at once or when rows came; count what each holds when that may have changed.

        Counting 100,000 accounts takes 0.03 s a view: it is asked for view by view, so that whatever a person
        wants meanwhile goes in between, and only once the rows in view are there.
        """
        self._wanted = True
        if now:
            self._read_views()

    def _read_views(self) -> None:
        if self._wanted:
            self._wanted = False
            self._workspace.vault.read(worklist_views.views, self._show_views, owner=self, key="views")

    def _show_views(self, views: Sequence[View]) -> None:
        self._chips.show_views(views)
        shown = self._bar.text().strip()
        self._chips.show_current(next((v.key for v in views if v.line == shown), ""))
        lines = {view.key: view.line for view in views}
        if self._stale or lines != self._lines:
            self._stale, self._lines = False, lines
            self._to_count = list(lines.items())
            self._count_next()

    def _count_next(self) -> None:
        if self._to_count:
            key, line = self._to_count.pop(0)
            work = partial(worklist.counts, lines={key: line}, today=self._workspace.today())
            self._workspace.vault.read(work, self._counted, owner=self, key="counts")

    def _counted(self, found: Mapping[str, int]) -> None:
        self._chips.show_counts(found)
        self._count_next()

    def _fetch(self, ids: Sequence[str]) -> None:
        self._workspace.vault.read(
            partial(worklist.rows, account_ids=ids), self._model.put_rows, owner=self._model
        )

    def _complete(self, line: str, cursor: int) -> None:
        work = partial(worklist.complete, line=line, cursor=cursor)
        self._workspace.vault.read(work, self._offer, owner=self, key="complete")

    def _offer(self, completion: Completion) -> None:
        self._bar.line.offer(completion)
