"""Step 3 in full: every row that could not be used, with its reason."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.messages.formats import count
from ui.messages.translating import translate
from ui.messages.words import plural
from ui.style.fonts import Role
from ui.widgets.cards import Card
from ui.widgets.labels import plain_label
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.model.importing import RowProblem
from workbench.services.import_check import Checked

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ProblemRows(QAbstractTableModel):
    """Rows that were not taken: number and reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: Sequence[RowProblem] = ()

    def show(self, problems: Sequence[RowProblem]) -> None:
        """Show these."""
        self.beginResetModel()
        self._problems = problems
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Number and reason."""
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (any Qt value)
        """A cell."""
        if not index.isValid():
            return None
        problem = self._problems[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{problem.row_number:,}" if index.column() == 0 else problem.reason
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Row {n}: {reason}").format(n=problem.row_number, reason=problem.reason)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (any Qt value)
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Row") if section == 0 else self.tr("Why it cannot be taken")
        return None


class CheckPage(QWidget):
    """What the dry run found: counts, notes, and the rows that cannot be taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = Card()
        self._words = plain_label("", role=Role.STRONG, wrap=True)
        self._notes = plain_label("", tone="text2", wrap=True)
        self._summary.add(self._words)
        self._summary.add(self._notes)
        self.rows = ProblemRows(self)
        self.table = TableView(self.tr("Rows that cannot be taken"))
        self.table.setModel(self.rows)
        self.table.set_columns([90, 500], stretch=1, fitted=True)
        self.states = StateStack(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._summary)
        layout.addWidget(self.states, 1)

    @property
    def words(self) -> str:
        """The counts in words."""
        return self._words.text()

    def show_checked(self, checked: Checked, *, accounts: bool) -> None:
        """Show what a dry run found."""
        self._words.setText(check_words(checked, accounts=accounts))
        self._notes.setText("\n".join(checked.notes))
        self._notes.setVisible(bool(checked.notes))
        self.rows.show(checked.problems)
        if checked.problems:
            self.states.show_content()
            self.table.set_current_row(0)
        else:
            self.states.show_empty(nothing_words(checked) or self.tr("Every row can be taken."))

    def next_problem(self) -> None:
        """Go to the next row that cannot be taken, the first one after the last."""
        count_ = self.rows.rowCount()
        if count_:
            self.table.set_current_row((self.table.current_row() + 1) % count_)
            self.table.setFocus()


def nothing_words(checked: Checked) -> str:
    """Why there is nothing to import; empty when there is something."""
    if not checked.counts.read:
        return translate("CheckPage", "The file has headings, but no rows under them.")
    if not (checked.people or checked.new or checked.changed or checked.unchanged):
        return translate("CheckPage", "No row of this file can be used.")
    return ""


def check_words(checked: Checked, *, accounts: bool) -> str:
    """A dry run in one line."""
    counts = checked.counts
    parts = [plural(counts.read, translate("CheckPage", "1 row"), translate("CheckPage", "{n} rows"))]
    if accounts:
        one, many = translate("CheckPage", "1 new account"), translate("CheckPage", "{n} new accounts")
        parts.append(plural(checked.new, one, many))
        if checked.changed:
            parts.append(translate("CheckPage", "{n} changed").format(n=count(checked.changed)))
        if checked.unchanged:
            parts.append(translate("CheckPage", "{n} as they are").format(n=count(checked.unchanged)))
    else:
        parts.append(translate("CheckPage", "{n} can be used").format(n=count(counts.accepted)))
        one, many = translate("CheckPage", "1 person"), translate("CheckPage", "{n} people")
        parts.append(plural(checked.people, one, many))
    if counts.duplicate and not accounts:
        one, many = translate("CheckPage", "1 repeat"), translate("CheckPage", "{n} repeats")
        parts.append(plural(counts.duplicate, one, many))
    parts.append(translate("CheckPage", "{n} cannot be taken").format(n=count(counts.rejected)))
    return " · ".join(parts)
