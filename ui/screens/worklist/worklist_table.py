"""The table of the worklist: marks with Space and Shift, one current row, sort shown in the heading."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.models.paged_rows import PagedRows
from ui.style.theme import current_theme
from ui.widgets.chips import CELL_PAD, Cell, chip_size, chip_text
from ui.widgets.holding import Hold
from ui.widgets.row_view import RowView
from workbench.model.work import AccountOrder, AccountRow

_LEAST = {"next": 108, "name": 150}
"""Where there is too little room, what is next gives down to this, and then the names (pixels at 100 %); the
account beside the list says both whole.  Amounts, days, account numbers and statuses are never cut."""
_FIRM = ("number", "balance", "status", "due", "leads", "state", "zip", "promise", "activity", "placed")
_MOST_ADVANCES = 5_000
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class WorklistTable(RowView):
    """Marks are virtual: Ctrl+A marks the whole filter, whatever its length."""

    def __init__(self, model: PagedRows[AccountRow], parent: QWidget | None = None) -> None:
        self._advances: dict[str, int] = {}
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
        else:
            self._content_changed()

    def _marks_changed(self) -> None:
        self.boxes_in_first = self._rows.marks.count > 0

    def _rows_came(self) -> None:
        if self._hold.active and self._rows.has(*self._in_view()):
            self._hold.end()

    def apply_columns(self) -> None:
        """Divide the room among the model's columns by what they say; the name takes what is left."""
        shown = self._rows.columns
        places = {column.key: place for place, column in enumerate(shown)}
        giving = [(places[key], least) for key, least in _LEAST.items() if key in places]
        self.set_columns(
            [column.width for column in shown], stretch=0, fitted=True, giving=giving,
            firm=[places[key] for key in _FIRM if key in places],
        )  # fmt: skip

    def _measure(self) -> list[int]:
        """What the rows in view need that were fetched.  It asks for none, and each text is measured once."""
        wants = [0] * len(self._rows.columns)
        first, last = self._in_view()
        for place in range(max(first, 0), last + 1):
            cells = self._rows.cells(place) if self._rows.has(place, place) else None
            for column, cell in enumerate(cells or ()):
                wants[column] = max(wants[column], self._needed(cell))
        return wants

    def _needed(self, cell: Cell) -> int:
        text = chip_text(*cell.chip) if cell.chip else cell.text
        if len(self._advances) > _MOST_ADVANCES:
            self._advances.clear()
        width = self._advances.get(text)
        if width is None:
            width = chip_size(text).width() if cell.chip else self.fontMetrics().horizontalAdvance(text) + 1
            self._advances[text] = width
        return width + 2 * current_theme().px(CELL_PAD)

    def _apply_widths(self) -> None:
        self._advances.clear()
        super()._apply_widths()

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
