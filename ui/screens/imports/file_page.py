"""Step 1: choose a file, and the imports so far with their undo."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages.formats import count, moment
from ui.messages.translating import translate
from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button
from ui.widgets.cards import Card
from ui.widgets.chips import CHIP_ROLE
from ui.widgets.labels import plain_label
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.model.importing import ImportKind, ImportRecord

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
HEADINGS = 8


class HistoryRows(QAbstractTableModel):
    """Imports, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: Sequence[ImportRecord] = ()

    def show(self, records: Sequence[ImportRecord]) -> None:
        """Show these."""
        self.beginResetModel()
        self._records = records
        self.endResetModel()

    @property
    def records(self) -> Sequence[ImportRecord]:
        """The imports shown."""
        return self._records

    def record_at(self, place: int) -> ImportRecord | None:
        """The import at ``place``."""
        return self._records[place] if 0 <= place < len(self._records) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """When, kind, file, layout, read, taken, not taken, state."""
        return 0 if parent.isValid() else HEADINGS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (any Qt value)
        """A cell; the state is a chip."""
        if not index.isValid():
            return None
        record = self._records[index.row()]
        if role == CHIP_ROLE and index.column() == HEADINGS - 1:
            undone = record.undone_at is not None
            return (ChipKind.NEUTRAL, self.tr("Undone")) if undone else (ChipKind.OK, self.tr("Stands"))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in {4, 5, 6}:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cells = _cells(record)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(cells)
        return cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (any Qt value)
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in {4, 5, 6}:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (
            self.tr("When"), self.tr("Kind"), self.tr("File"), self.tr("Layout"), self.tr("Rows"),
            self.tr("Taken"), self.tr("Not taken"), self.tr("State"),
        )  # fmt: skip
        return words[section]


def _cells(record: ImportRecord) -> tuple[str, ...]:
    accounts = record.kind is ImportKind.ACCOUNTS
    kind = translate("Imports", "Accounts") if accounts else translate("Imports", "Records")
    counts = record.counts
    return (
        moment(record.imported_at), kind, record.file_name, record.profile_id, count(counts.read),
        count(counts.accepted), count(counts.rejected), "",
    )  # fmt: skip


class FilePage(QWidget):
    """``dropped`` carries the path of a file that was dropped."""

    dropped = Signal(object)

    def __init__(self, choose: QAction, beside: Sequence[QAction], parent: QWidget | None = None) -> None:
        """``choose`` asks for a file; ``beside`` act on the import that is current in the history."""
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.drop = Card()
        words = self.tr("Drop a file here, or choose one. Nothing is written before the last step.")
        self.drop.add(plain_label(words, wrap=True))
        hint = self.tr(
            "Placement files (CSV, XLSX), public records and vendor returns; zip, gzip, DBF, fixed width."
        )
        self.drop.add(plain_label(hint, tone="text2", wrap=True))
        row = QHBoxLayout()
        row.addWidget(action_button(choose, primary=True))
        row.addStretch(1)
        self.drop.body.addLayout(row)
        self.rows = HistoryRows(self)
        self.table = TableView(self.tr("Imports so far"))
        self.table.setModel(self.rows)
        self.table.set_columns([128, 84, 190, 130, 76, 76, 84, 92], stretch=2, fitted=True)
        self.states = StateStack(self.table)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Imports so far"), role=Role.H2))
        head.addStretch(1)
        for action in beside:
            head.addWidget(action_button(action))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.drop)
        layout.addLayout(head)
        layout.addWidget(self.states, 2)
        self._column = layout

    def add_below(self, box: QWidget) -> None:
        """Show ``box`` beneath the history."""
        self._column.addWidget(box, 1)

    def show_history(self, records: Sequence[ImportRecord]) -> None:
        """Show the imports so far."""
        current = self.rows.record_at(self.table.current_row())
        self.rows.show(records)
        if not records:
            self.states.show_empty(self.tr("Nothing was imported yet."))
            return
        self.states.show_content()
        ids = [record.import_id for record in records]
        self.table.set_current_row(
            ids.index(current.import_id) if current and current.import_id in ids else 0
        )

    @property
    def records(self) -> Sequence[ImportRecord]:
        """The imports so far, newest first."""
        return self.rows.records

    def current(self) -> ImportRecord | None:
        """The import that is current in the history."""
        return self.rows.record_at(self.table.current_row())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the first file dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.dropped.emit(Path(url.toLocalFile()))
                return
