"""The worklist screen: filter, views, list, and the account beside it."""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.messages.formats import count
from ui.messages.words import plural
from ui.models.paged_rows import PagedRows
from ui.screens.worklist.columns import DEFAULT, columns, sentence
from ui.screens.worklist.edit_bar import Edit, EditBar
from ui.screens.worklist.feeds import ListFeed, PeekFeed
from ui.screens.worklist.filter_bar import FilterBar
from ui.screens.worklist.peek_column import PeekColumn
from ui.screens.worklist.view_chips import ViewChips
from ui.screens.worklist.worklist_actions import WorklistActions
from ui.screens.worklist.worklist_header import SelectionBar, WorklistHeader
from ui.screens.worklist.worklist_table import WorklistTable
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.style.theme import current_theme
from ui.widgets.splitters import Splitter
from ui.widgets.states import StateStack
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.model.work import AccountOrder, AccountRow
from workbench.services import worklist, worklist_views
from workbench.services.worklist import AccountList, Looked
from workbench.services.worklist_views import View

REFRESH_AFTER = 150
PEEK_FROM = 1000
"""Width of the screen (at 100 %) from which the account stands beside the list."""


class WorklistScreen(Screen):
    """``enter`` takes a View, a filter line, or nothing."""

    place: ClassVar[Place] = Place.WORKLIST

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.view = worklist_views.BUILT_IN[0]
        self.order = self.view.order
        self.descending = self.view.descending
        self.left_out: set[str] = set()
        self._total = 0
        self._listed = False
        today = workspace.today()
        self.all_columns = columns(today)
        keys = workspace.settings.value("worklist.columns", list(DEFAULT))
        self.model: PagedRows[AccountRow] = PagedRows(
            [self.all_columns[key] for key in keys if key in self.all_columns],
            partial(sentence, today=today),
            _account_id,
            self,
        )
        self.table = WorklistTable(self.model)
        self.header = WorklistHeader()
        self.filter_bar = FilterBar()
        self.chips = ViewChips()
        self.selection = SelectionBar()
        self.edit_bar = EditBar()
        self.actions_ = WorklistActions(self)
        self.peek = PeekColumn(self.actions_.beside)
        self._beside = PeekFeed(workspace, self.table, self.model, self.peek)
        self._feed = ListFeed(workspace, self.model, self.filter_bar, self.chips)
        self._refreshing = QTimer(self)
        self._refreshing.setSingleShot(True)
        self._refreshing.setInterval(REFRESH_AFTER)
        self._refreshing.timeout.connect(self.reload)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.header.add_buttons(self.actions_.in_header)
        self.selection.add_buttons(self.actions_.in_selection)
        self.states = StateStack(self.table)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.filter_bar, self.chips, self.selection, self.edit_bar):
            column.addWidget(widget)
        column.addWidget(self.states, 1)
        self._splitter = Splitter(left, self.peek)
        self._splitter.set_stretch(4, 1)  # beside the list 280 pixels are enough until there is plenty
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.header)
        outer.addWidget(self._splitter, 1)

    def _listen(self) -> None:
        self.model.dataChanged.connect(self._rows_came)
        self.model.marks.changed.connect(self._marks_changed)
        self.filter_bar.changed.connect(self.show_line)
        self.filter_bar.line.left_down.connect(self.table.setFocus)
        self.chips.chosen.connect(self.show_view)
        self.table.opened.connect(self.actions_.open_row)
        self.table.current_changed.connect(self._current_changed)
        self.table.sort_asked.connect(self._sort)
        self.edit_bar.saved.connect(self.actions_.apply)
        self.edit_bar.named.connect(self.actions_.save_view)
        self.edit_bar.cancelled.connect(self.leave_edit)
        self._marks_changed()

    # The window's side

    def title(self) -> str:
        """The place in words."""
        return self.tr("Worklist")

    def enter(self, target: object = None) -> None:
        """Show a view, a filter line, or what was shown before."""
        self._feed.recount()
        if isinstance(target, View):
            self.show_view(target)
        elif isinstance(target, str) and target:
            self.show_line(target)
        elif not self._listed and not self.filter_bar.text():
            self.show_view(self.view)
        else:
            self.reload()

    def on_changes(self, changes: Changes) -> None:
        """Fetch changed rows again, and the list soon."""
        self.model.forget(changes.accounts)
        if changes.accounts or changes.accounts_added or changes.leads or changes.settings:
            self._feed.recount()
            self._refreshing.start()

    def panes(self) -> list[QWidget]:
        """List, filter, and the account beside."""
        return [self.table, self.filter_bar.line, self.peek]

    def remember(self) -> dict[str, Any]:
        """Filter, sort, view and the current account."""
        return {
            "line": self.filter_bar.text(),
            "order": self.order.value,
            "descending": self.descending,
            "view": self.view.key,
            "account": self.model.id_at(self.table.current_row()),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Show that again."""
        self.filter_bar.set_text(str(state.get("line", "")))
        if state.get("order") in set(AccountOrder):
            self.order = AccountOrder(state["order"])
        self.descending = bool(state.get("descending"))
        self.view = next((v for v in worklist_views.BUILT_IN if v.key == state.get("view")), self.view)
        self.reload(keep=str(state.get("account", "")))

    # The list

    def show_view(self, view: View) -> None:
        """Show a view: its filter line and sort."""
        self.view = view
        self.order, self.descending = view.order, view.descending
        self.filter_bar.set_text(view.line)
        self.model.marks.clear()
        self.reload()

    def show_line(self, line: str) -> None:
        """Show a filter line in the present order."""
        if line != self.filter_bar.text():
            self.filter_bar.set_text(line)
        self.model.marks.clear()
        self.reload()

    def reload(self, *, keep: str = "") -> None:
        """Ask for the ids of the filter line; the current account stays current where it is still listed."""
        if not self._listed:
            self.states.show_loading(self.tr("Reading the worklist"))
        place = self.table.current_row()
        looked = Looked(keep or self.model.id_at(place), max(place, 0))
        work = partial(
            worklist.open_list, line=self.filter_bar.text(), order=self.order, descending=self.descending,
            today=self.workspace.today(), looked=looked,
        )  # fmt: skip
        done = partial(self._show_list, looked=looked, keep=keep)
        self.workspace.vault.read(work, done, owner=self, failed=self._failed, key="list")

    def _failed(self, error: WorkbenchError) -> None:
        self.states.show_error(error, self.reload)

    def _show_list(self, found: AccountList, *, looked: Looked, keep: str) -> None:
        current, place = keep or self.model.id_at(self.table.current_row()), self.table.current_row()
        ids = [i for i in found.ids if i not in self.left_out] if self.left_out else found.ids
        self._listed, self._total = True, found.total
        self.filter_bar.show_problems(found.problems)
        self.model.set_ids(ids, found.near, near_from=-1 if self.left_out else found.near_from)
        known = current == looked.account_id and not self.left_out
        stays = found.place if known else self.model.place_of(current)
        self.table.set_current_row(stays if stays >= 0 else min(max(place, 0), len(ids) - 1))
        self.table.show_sort(self.order, descending=self.descending)
        self._say(len(ids))
        self._show_state(len(ids))
        self._current_changed(self.table.current_row())
        self.actions_.follow()
        self._feed.want_views(now=not ids or self.current_row() is not None)

    def _show_state(self, listed: int) -> None:
        if listed:
            self.states.show_content()
        elif self._total == 0:
            words = self.tr("No accounts yet. Import a placement file to begin.")
            self.states.show_empty(words, self.workspace.registry.action("file.import"))
        else:
            words = self.tr(
                "0 of {total} match “{line}”. Clear the filter to see all (Esc in the filter line)."
            )
            self.states.show_empty(words.format(total=count(self._total), line=self.filter_bar.text()))

    def _say(self, listed: int) -> None:
        words = plural(listed, self.tr("1 account"), self.tr("{n} accounts"))
        if self.left_out:
            words += self.tr(" · {n} left out today").format(n=len(self.left_out))
        self.header.say(words)

    def _rows_came(self) -> None:
        if not self.peek.has_row and self.current_row() is not None:
            self._current_changed(self.table.current_row())

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        chosen = self.model.columns[column].order
        if isinstance(chosen, AccountOrder):
            self.order, self.descending = chosen, order is Qt.SortOrder.DescendingOrder
            self.reload()
        else:
            self.table.show_sort(self.order, descending=self.descending)

    def choose_columns(self, keys: Sequence[str]) -> None:
        """Show these columns, in the order they are offered."""
        shown = [key for key in self.all_columns if key in keys or key == "name"]
        self.model.set_columns([self.all_columns[key] for key in shown])
        self.table.apply_columns()
        self.workspace.settings.set("worklist.columns", shown)
        self.table.show_sort(self.order, descending=self.descending)

    # The account beside

    def current_row(self) -> AccountRow | None:
        """The current account, when its row was fetched."""
        return self.model.row_at(self.table.current_row())

    def _current_changed(self, _place: int) -> None:
        self._beside.follow()
        self.actions_.follow()

    # Marks and edits

    def _marks_changed(self) -> None:
        self.selection.show_count(self.model.marks.count, everything=self.model.marks.everything)
        self.actions_.follow()

    def begin_edit(self, edit: Edit, title: str) -> None:
        """Ask in the edit row."""
        row = self.current_row()
        single = self.model.marks.count == 0 and row is not None and edit is Edit.NEXT
        words, day = (row.next_action, row.next_action_on) if single and row is not None else ("", None)
        self.edit_bar.begin(edit, title, self.workspace.today(), words=words, day=day)

    def leave_edit(self) -> None:
        """Close the edit row and go back to the list."""
        self.edit_bar.hide()
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the account beside the list where there is room for both."""
        super().resizeEvent(event)
        self.peek.setVisible(event.size().width() >= PEEK_FROM * current_theme().scale)
        self._beside.follow()


def _account_id(row: AccountRow) -> str:
    return row.account_id
