"""The last decisions over all accounts, newest first; each can be changed in place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ui.messages.formats import moment
from ui.screens.review.review_words import reason_words, status_chip
from ui.widgets.cards import Card
from ui.widgets.chips import CHIP_ROLE
from ui.widgets.labels import plain_label
from ui.widgets.tables import TableView
from workbench.model.lead import RejectReason
from workbench.model.review import Judgment
from workbench.services.explaining import percent

_Index = QModelIndex | QPersistentModelIndex
WHEN, DECISION, WHO, RECORD, SCORE, BY = range(6)


class HistoryModel(QAbstractTableModel):
    """Judgments as rows: when, what, whose, which record, how sure, by whom with which weights."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Judgment, ...] = ()

    def set_rows(self, rows: Sequence[Judgment]) -> None:
        """Show other judgments."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def judgment(self, row: int) -> Judgment | None:
        """The judgment of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Judgments."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Six."""
        return 0 if parent.isValid() else BY + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's variant)
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (
            self.tr("When"), self.tr("Decision"), self.tr("Account"), self.tr("Record"), self.tr("Score"),
            self.tr("By, weights"),
        )  # fmt: skip
        return heads[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell shows."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == CHIP_ROLE and index.column() == DECISION:
            return status_chip(row.status)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == WHEN:
            return ", ".join(self._cell(row, column) for column in range(BY + 1))
        return self._cell(row, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def _cell(self, row: Judgment, column: int) -> str:
        decision = status_chip(row.status)[1]
        if row.reason:
            decision += f", {reason_words(RejectReason(row.reason)).lower()}"
        return (
            moment(row.decided_at),
            decision,
            f"{row.account_number}  {row.debtor_name}",
            row.record_name,
            percent(row.p_same),
            f"{row.decided_by}, {row.weights_version}",
        )[column]


class HistoryPanel(Card):
    """The table with its heading; ``table.opened`` shows a row's lead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Last decisions"), parent)
        self.model = HistoryModel()
        self.model.setParent(self)
        self.table = TableView(self.tr("Last decisions"))
        self.table.setModel(self.model)
        self.table.set_columns(
            [150, 120, 220, 200, 76, 110],
            stretch=RECORD,
            fitted=True,
            giving=[(2, 150), (RECORD, 110), (1, 100)],
        )
        self._hint = plain_label(tone="text2", wrap=True)
        self._hint.setText(self.tr("A, R and U change the decision in place; Enter looks at it; H closes."))
        self.add(self._hint)
        self.add(self.table, 1)

    def show_rows(self, rows: Sequence[Judgment]) -> None:
        """Show these judgments; the row that was current stays so."""
        current = self.current()
        self.model.set_rows(rows)
        ids = [row.lead_id for row in rows]
        self.table.set_current_row(ids.index(current.lead_id) if current and current.lead_id in ids else 0)
        self._hint.setText(
            self.tr("A, R and U change the decision in place; Enter looks at it; H closes.")
            if rows
            else self.tr("Nothing has been decided yet.")
        )

    def current(self) -> Judgment | None:
        """The judgment of the current row."""
        return self.model.judgment(self.table.current_row())

    def has_focus(self) -> bool:
        """Whether the table has the focus."""
        return self.isVisible() and self.table.hasFocus()
