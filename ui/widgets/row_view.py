"""A table that paints its rows as a whole: one call from Qt for all of them, instead of six for each cell.

While the vault's thread computes, every call between Qt and Python may have to wait for the interpreter, and
a full table has 150 cells.  Rows and cells that need the style (selected, pointed at, focused, with a box for
a mark) are left to the delegate, which draws plain cells alike.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from ui.style.theme import current_theme
from ui.widgets.chips import CELL_PAD, Cell, ChipDelegate
from ui.widgets.tables import TableView

Cells = Callable[[int], Sequence[Cell] | None]
_Span = tuple[int, int, int]


class RowView(TableView):
    """Shows a model whose rows ``cells`` gives one by one (None: not there yet)."""

    def __init__(self, name: str, cells: Cells, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._cells = cells
        self._drawing = ChipDelegate(self)
        self.setItemDelegate(self._drawing)
        self.boxes_in_first = False
        """Whether the first column shows boxes of marks."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plain cells of what is to be painted, and have the delegate paint the rest."""
        area, styled = event.rect(), self._styled_rows()
        self._paint_plain(area, styled)
        left = self._region_of(styled) & QRegion(area)
        if not left.isEmpty():
            super().paintEvent(QPaintEvent(left))

    def _paint_plain(self, area: QRect, styled: set[int]) -> None:
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first < 0:
            return
        spans = list(self._spans(area))
        height, top = self.rowHeight(first), self.rowViewportPosition(first)
        painter = QPainter(self.viewport())
        metrics, ratio, draw = self.fontMetrics(), self.devicePixelRatioF(), self._drawing.draw_cell
        for row in range(first, self.row_count() if last < 0 else last + 1):
            cells = None if row in styled else self._cells(row)
            if cells is not None:
                y = top + (row - first) * height
                for column, x, width in spans:
                    draw(painter, (x, y, width, height), cells[column], metrics, ratio)
        painter.end()

    def _spans(self, area: QRect) -> Iterable[_Span]:
        """Column, left edge and width of what stands in the plain cells of each column to be painted."""
        pad = current_theme().px(CELL_PAD)
        for column in range(1 if self.boxes_in_first else 0, self.horizontalHeader().count()):
            x, width = self.columnViewportPosition(column), self.columnWidth(column)
            if x <= area.right() and x + width > area.left() and not self.isColumnHidden(column):
                yield column, x + pad, width - 2 * pad

    def _styled_rows(self) -> set[int]:
        """The rows that are current, selected or pointed at."""
        rows = {index.row() for index in self.selectionModel().selectedRows()} | {self.current_row()}
        view = self.viewport()
        if view.underMouse():
            rows.add(self.indexAt(view.mapFromGlobal(QCursor.pos())).row())
        return rows - {-1}

    def _region_of(self, rows: set[int]) -> QRegion:
        region, view = QRegion(), self.viewport()
        for row in rows:
            region |= QRegion(0, self.rowViewportPosition(row), view.width(), self.rowHeight(row))
        if self.boxes_in_first:
            region |= QRegion(self.columnViewportPosition(0), 0, self.columnWidth(0), view.height())
        return region
