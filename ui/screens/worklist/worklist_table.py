"""The table of the worklist: marks with Space and Shift, one current row, sort shown in the heading."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.models.paged_rows import PagedRows
from ui.style.theme import current_theme
from ui.widgets.holding import Hold
from ui.widgets.row_view import RowView
from workbench.model.work import AccountOrder, AccountRow

NAME_ROOM = 212
"""Pixels at 100 % in which every name of the demonstration stands whole (195 for the longest)."""
_GIVING, _LEAST_GIVEN = "next", 72
"""The column that gives way to the names, down to so many pixels; the peek says it whole."""
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class WorklistTable(RowView):
    """Marks are virtual: Ctrl+A marks the whole filter, whatever its length."""

    _taken = 0
    """Pixels that the giving column has given."""

    def __init__(self, model: PagedRows[AccountRow], parent: QWidget | None = None) -> None:
        super().__init__("", model.cells, parent)
        self.setAccessibleName(self.tr("Accounts"))
        self._rows = model
        self.setModel(model)
        self.set_sortable(True)
        self._hold = Hold(self.viewport(), self)
        model.dataChanged.connect(self._rows_came)
        model.modelReset.connect(self._hold.end)
        model.marks.changed.connect(self._marks_changed)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.apply_columns()

    def _in_view(self) -> tuple[int, int]:
        last = self.rowAt(self.viewport().height() - 1)
        return self.rowAt(0), last if last >= 0 else self.row_count() - 1

    def _scrolled(self) -> None:
        """Ask for the rows now in view; until they come, for a moment, what was there before stays."""
        first, last = self._in_view()
        if not self._rows.has(first, last):
            self._hold.begin()
            self._rows.look_at(first, last)

    def _marks_changed(self) -> None:
        self.boxes_in_first = self._rows.marks.count > 0

    def _rows_came(self) -> None:
        if self._hold.active and self._rows.has(*self._in_view()):
            self._hold.end()

    def apply_columns(self) -> None:
        """Take the widths of the model's columns; the name takes what is left."""
        self._taken = 0
        self.set_columns([column.width for column in self._rows.columns], stretch=0)

    def _apply_widths(self) -> None:
        self._taken = 0
        super()._apply_widths()

    def _fill(self) -> None:
        """Where names have too little room, what is to be done next gives some of its own."""
        header, theme = self.horizontalHeader(), current_theme()
        shown = self._rows.columns if header.count() else []  # none while the table is being made
        place = next((i for i, c in enumerate(shown) if c.key == _GIVING), -1)
        if 0 < place < header.count():
            whole = header.sectionSize(place) + self._taken
            others = sum(header.sectionSize(c) for c in range(1, header.count()) if c != place)
            missing = theme.px(NAME_ROOM) - (self.viewport().width() - others - whole)
            self._taken = max(0, min(missing, whole - theme.px(_LEAST_GIVEN)))
            header.resizeSection(place, whole - self._taken)
        super()._fill()

    def show_sort(self, order: AccountOrder, *, descending: bool) -> None:
        """Show what the list is sorted by."""
        place = next((i for i, c in enumerate(self._rows.columns) if c.order is order), -1)
        direction = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, direction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks, Shift+↑↓ extends, Ctrl+A marks all, Esc takes the marks away."""
        row, key = self.current_row(), Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Space and row >= 0:
            self._rows.marks.turn([self._rows.id_at(row)])
        elif shift and key in _MOVES and row >= 0:
            self._extend(row, _MOVES[key])
        elif control and key == Qt.Key.Key_A:
            self._rows.marks.mark_all()
        elif key == Qt.Key.Key_Escape and self._rows.marks.count:
            self._rows.marks.clear()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl+click marks one, Shift+click all between."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._rows.marks.turn([self._rows.id_at(index.row())])
        elif index.isValid() and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            first, last = sorted((self.current_row(), index.row()))
            self._rows.marks.turn((self._rows.id_at(i) for i in range(max(first, 0), last + 1)), on=True)
        super().mousePressEvent(event)

    def _extend(self, row: int, step: int) -> None:
        target = row + step
        if 0 <= target < self.row_count():
            self._rows.marks.turn([self._rows.id_at(row), self._rows.id_at(target)], on=True)
            self.set_current_row(target)
