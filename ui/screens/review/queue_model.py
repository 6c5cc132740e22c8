"""The queue as a table: lead ids in memory, lines fetched page by page."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.messages.words import band_chip
from ui.style.tokens import ChipKind
from ui.widgets.chips import CHIP_ROLE, ChipDelegate, paint_chip
from workbench.model.explanation import Band
from workbench.model.review import QueueRow
from workbench.services.explaining import percent

NAME, SCORE = 0, 1
PAGE = 100
_Index = QModelIndex | QPersistentModelIndex
_KINDS = {
    Band.STRONG: ChipKind.INFO,
    Band.REVIEW: ChipKind.WARN,
    Band.RELATIVE: ChipKind.LEGAL,
    Band.WEAK: ChipKind.NEUTRAL,
}


class ScoreDelegate(ChipDelegate):
    """Draws the score as a chip without a glyph: the figure is its word, the colour its band."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's background, then the chip."""
        chip = index.data(CHIP_ROLE)
        if chip is None:
            super().paint(painter, option, index)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        kind, words = chip
        paint_chip(painter, QRectF(option.rect).adjusted(2, 0, -2, 0), kind, words, glyph="")


class QueueModel(QAbstractTableModel):
    """Names and scores of the leads that wait.

    ``fetch`` is called with the ids of a page nobody has fetched; hand the lines to ``fill``.
    """

    def __init__(self, fetch: Callable[[Sequence[str]], None]) -> None:
        super().__init__()
        self._fetch = fetch
        self._ids: list[str] = []
        self._rows: dict[str, QueueRow] = {}
        self._asked: set[str] = set()
        self._blind = False

    @property
    def ids(self) -> list[str]:
        """The leads, in order."""
        return self._ids

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show another queue; lines already fetched are kept."""
        self.beginResetModel()
        self._ids = list(ids)
        self._asked &= self._rows.keys()
        self.endResetModel()

    def remove(self, row: int) -> str:
        """Take a row out; its id."""
        self.beginRemoveRows(QModelIndex(), row, row)
        lead_id = self._ids.pop(row)
        self.endRemoveRows()
        return lead_id

    def insert(self, row: int, lead_id: str) -> None:
        """Put a lead (back) in at ``row``."""
        row = min(row, len(self._ids))
        self.beginInsertRows(QModelIndex(), row, row)
        self._ids.insert(row, lead_id)
        self.endInsertRows()

    def fill(self, rows: Sequence[QueueRow]) -> None:
        """Take the lines that were fetched."""
        self._rows.update((row.lead_id, row) for row in rows)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, SCORE))

    def forget(self) -> None:
        """Fetch every line again: something about the accounts changed."""
        self._rows.clear()
        self._asked.clear()
        self.fill(())

    def set_blind(self, blind: bool) -> None:
        """Hide the scores."""
        self._blind = blind
        self.fill(())

    def row_of(self, lead_id: str) -> int:
        """Where a lead stands; -1 when it is not in the queue."""
        try:
            return self._ids.index(lead_id)
        except ValueError:
            return -1

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Leads."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Name and score."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's variant)
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Queue"), self.tr("Score"))[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell shows; the first one tells a screen reader the whole row."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        row = self._line(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == NAME:
            return self._spoken(row)
        return self._cell(row, index.column(), role)

    def _cell(self, row: QueueRow | None, column: int, role: int) -> Any:  # noqa: ANN401
        shown = role == Qt.ItemDataRole.DisplayRole
        if column == NAME:
            return (row.name if row else "…") if shown else None
        if row is None or self._blind:
            return "–" if shown and self._blind else None
        if role == CHIP_ROLE:
            return _KINDS[row.band], percent(row.p_same)
        return percent(row.p_same) if shown else None

    def _spoken(self, row: QueueRow | None) -> str:
        if row is None:
            return self.tr("not read yet")
        if self._blind:
            return row.name
        return f"{row.name}, {percent(row.p_same)}, {band_chip(row.band)[1]}"

    def _line(self, at: int) -> QueueRow | None:
        lead_id = self._ids[at]
        row = self._rows.get(lead_id)
        if row is None and lead_id not in self._asked:
            first = at // PAGE * PAGE
            page = [i for i in self._ids[first : first + PAGE] if i not in self._rows]
            self._asked.update(page)
            self._fetch(page)
        return row
