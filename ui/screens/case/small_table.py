"""A table as high as its rows, for the few rows of a card; a table twin of something drawn."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.screens.case.rows_model import Column, RowsModel
from ui.style.theme import current_theme
from ui.widgets.tables import TableView

R = TypeVar("R")


class SmallTable(TableView, Generic[R]):
    """Rows of ``R``; shows all of them up to ``most``, and scrolls from there on."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        widths: Sequence[int],
        *,
        stretch: int,
        most: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._most = most
        self.rows: RowsModel[R] = RowsModel(columns, parent=self)
        self.setModel(self.rows)
        self.set_columns(list(widths), stretch=stretch, fitted=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        current_theme().changed.connect(self.fit)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; the current row stays where it was."""
        row = max(0, self.current_row())
        self.rows.set_rows(rows)
        self.set_current_row(min(row, len(rows) - 1))
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows need, and a scroll bar where the columns need one."""
        theme = current_theme()
        shown = min(self._most, self.row_count())
        wide = self.horizontalScrollBar().maximum() > 0
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(theme.px(28) + theme.row_height * max(1, shown) + bar + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll bar may come or go."""
        super().resizeEvent(event)
        self.fit()
