"""The leads of one case as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.screens.review.review_words import status_chip
from ui.widgets.chips import CHIP_ROLE
from workbench.services.review_queue import OtherCandidate

_Index = QModelIndex | QPersistentModelIndex
STATUS, SCORE, RECORD, SOURCE = range(4)


class CaseLeadsModel(QAbstractTableModel):
    """Status, score, record's person and file of each lead, those that wait first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[OtherCandidate, ...] = ()

    def set_rows(self, rows: Sequence[OtherCandidate]) -> None:
        """Show other leads."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def lead_id(self, row: int) -> str:
        """The lead of a row; "" where there is none."""
        return self._rows[row].lead_id if 0 <= row < len(self._rows) else ""

    def row_of(self, lead_id: str) -> int:
        """Where a lead stands; -1 where it does not."""
        return next((i for i, row in enumerate(self._rows) if row.lead_id == lead_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Leads."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Four."""
        return 0 if parent.isValid() else SOURCE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's variant)
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Status"), self.tr("Score"), self.tr("Record"), self.tr("File"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell shows; the first one tells a screen reader the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == CHIP_ROLE and index.column() == STATUS:
            return status_chip(row.status)
        cells = (status_chip(row.status)[1], row.percent, self._record(row), row.file_name)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == STATUS:
            return ", ".join(cells)
        return cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def _record(self, row: OtherCandidate) -> str:
        return " · ".join(filter(None, (row.name, row.edition, row.birth, row.address)))
