"""The rows of a file under its columns, each heading saying what the column stands for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from ui.style.theme import current_theme
from ui.widgets.column_fit import headings, measured
from ui.widgets.tables import TableView

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NARROWEST, WIDEST = 96, 260
_ROWS = 40


class PreviewRows(QAbstractTableModel):
    """Cells as text, numbered as in the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self._numbers: Sequence[int] = ()
        self._targets: dict[str, str] = {}

    def show(self, columns: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._columns, self._rows, self._numbers = columns, rows, numbers
        self.endResetModel()

    def show_targets(self, targets: dict[str, str]) -> None:
        """Say what each column stands for."""
        self._targets = targets
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def column_at(self, place: int) -> str:
        """The column's own name; empty outside of the file."""
        return self._columns[place] if 0 <= place < len(self._columns) else ""

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Columns of the file."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (any Qt value)
        """A cell, or its row as a screen reader says it."""
        if not index.isValid():
            return None
        value = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return value or "—"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._columns[index.column()]}: {value or self.tr('empty')}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (any Qt value)
        """``PHONE → Phone ✓``; a column that is not read has its name alone."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._numbers[section]) if section < len(self._numbers) else ""
        name = self.column_at(section)
        target = self._targets.get(name, "")
        return f"{name} → {target} ✓" if target else name


class PreviewTable(TableView):
    """``column_changed`` carries the column now current; ``picker_wanted`` asks for another target (F2)."""

    column_changed = Signal(int)
    picker_wanted = Signal()

    def __init__(self, model: PreviewRows, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Rows of the file"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectColumns)
        self.setModel(model)
        self.selectionModel().currentColumnChanged.connect(self._column_changed)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionDoubleClicked.connect(self._header_double_clicked)

    def fit(self) -> None:
        """Give each column room for its heading, and within bounds for what its first rows say."""
        theme, header = current_theme(), self.horizontalHeader()
        heads = headings(self)
        cells = measured(self, range(min(self.row_count(), _ROWS)))
        for place, (head, cell) in enumerate(zip(heads, cells, strict=True)):
            width = max(theme.px(NARROWEST), min(theme.px(WIDEST), max(head, cell)))
            header.resizeSection(place, max(width, head))

    def set_current_column(self, place: int) -> None:
        """Make a column current and bring it into view."""
        model = self.model()
        if 0 <= place < model.columnCount() and model.rowCount():
            index = model.index(max(0, self.currentIndex().row()), place)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Alt+↓ ask what the column stands for."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter} or alt_down:
            self.picker_wanted.emit()
            return
        super().keyPressEvent(event)

    def _column_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.column_changed.emit(current.column())

    def _header_double_clicked(self, place: int) -> None:
        self.set_current_column(place)
        self.picker_wanted.emit()

    def _header_clicked(self, column: int) -> None:
        self.set_current_column(column)
