"""Accept all like this: what will happen, line by line, before anything does."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.messages.words import plural
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card
from ui.widgets.labels import plain_label
from ui.widgets.tables import TableView
from workbench.services.review_bulk import BulkItem, BulkPlan

_Index = QModelIndex | QPersistentModelIndex


class BulkModel(QAbstractTableModel):
    """Leads of a plan: account, name, score, and what the case gains or why it is left out."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self._last = last
        self._items: tuple[BulkItem, ...] = ()

    def set_items(self, items: Sequence[BulkItem]) -> None:
        """Show other leads."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Leads."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Four."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's variant)
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Account"), self.tr("Name"), self.tr("Score"), self._last)[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell shows."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        cells = (item.account_number, item.name, item.percent, item.words)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(cells)
        return cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class BulkSheet(Card):
    """The list with two buttons; ``accepted`` and ``closed`` are what the person chose."""

    accepted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Accept all like this"), parent)
        self.plan: BulkPlan | None = None
        self._words = plain_label(tone="text2", wrap=True)
        self.add(self._words)
        self._taken, self._left = BulkModel(self.tr("The case gains")), BulkModel(self.tr("Left out because"))
        self.taken, self.left = TableView(self.tr("Will be accepted")), TableView(self.tr("Left out"))
        self._left_head = plain_label(tone="text2", wrap=True)
        for model, table in ((self._taken, self.taken), (self._left, self.left)):
            model.setParent(self)
            table.setModel(model)
            table.set_columns([120, 200, 72, 320], stretch=3, fitted=True)
        self.add(self.taken, 3)
        self.add(self._left_head)
        self.add(self.left, 1)
        row = QHBoxLayout()
        self.accept_button = push_button("", primary=True)
        self.accept_button.setAutoDefault(True)
        self.accept_button.clicked.connect(self.accepted)
        self.close_button = push_button(self.tr("Back  Esc"))
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.accept_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_plan(self, plan: BulkPlan) -> None:
        """Show what would happen."""
        self.plan = plan
        self._taken.set_items(plan.taken)
        self._left.set_items(plan.left_out)
        count = len(plan.taken)
        words = self.tr("Same import, same band and the same evidence: {pattern}. One undo takes all back.")
        self._words.setText(words.format(pattern=plan.pattern))
        button = plural(count, self.tr("Accept this 1"), self.tr("Accept these {n}"))
        self.accept_button.setText(button)
        self.accept_button.setAccessibleName(button)
        self.accept_button.setEnabled(count > 0)
        left = plural(
            len(plan.left_out),
            self.tr("1 is alike but needs eyes of its own:"),
            self.tr("{n} are alike but need eyes of their own:"),
        )
        self._left_head.setText(left)
        for widget in (self._left_head, self.left):
            widget.setVisible(bool(plan.left_out))
        (self.accept_button if count else self.close_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
