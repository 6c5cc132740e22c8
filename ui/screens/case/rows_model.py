"""A table of values that were read once: columns say how each value reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.chips import CHIP_ROLE

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its heading, the text of a row, and either plain, right-aligned (figures) or as a chip."""

    title: str
    text: Callable[[R], str]
    right: bool = False
    chip: Callable[[R], tuple[ChipKind, str] | None] | None = None
    mono: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of ``R``; ``struck`` says which are drawn struck through, ``tip`` what a tooltip adds."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        struck: Callable[[R], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._struck = struck
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """The values shown."""
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other values."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> R | None:
        """The value of a row; None for no row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """One row a value."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The columns it was made with."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's variant)
        """Headings, aligned as their cells are."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(right=self._columns[section].right)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text, chip, alignment and what a screen reader says."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None or not 0 <= index.column() < len(self._columns):
            return None
        column = self._columns[index.column()]
        chip = column.chip(row) if column.chip else None
        if role == Qt.ItemDataRole.DisplayRole:
            return chip[1] if chip else column.text(row)
        if role == CHIP_ROLE:
            return chip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(right=column.right)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {chip[1] if chip else column.text(row)}"
        return self._font(column, row) if role == Qt.ItemDataRole.FontRole else None

    def _font(self, column: Column[R], row: R) -> Any:  # noqa: ANN401
        struck = self._struck is not None and self._struck(row)
        if not struck and not column.mono:
            return None
        font = current_theme().font(Role.MONO if column.mono else Role.BODY)
        font.setStrikeOut(struck)
        return font


def _alignment(*, right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
