"""Picks what a column stands for: a list that narrows while typing."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from workbench.services.column_mapping import Target


class TargetPicker(QFrame):
    """``picked`` carries the key of a target; Esc closes without one."""

    picked = Signal(str)

    def __init__(self, column: str, targets: Sequence[Target], now: str, parent: QWidget) -> None:
        """``now`` is what the column stands for, in words."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self._targets = targets
        self.search = LineEdit(name=self.tr("What the column stands for"), hint=self.tr("Type to narrow"))
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Targets"))
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(plain_label(column, role=Role.STRONG))
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self._now = now
        self._narrow("")
        self.resize(current_theme().px(300), current_theme().px(380))

    def open_at(self, widget: QWidget) -> None:
        """Show it inside the upper part of ``widget``."""
        self.move(widget.mapToGlobal(QPoint(24, 36)))
        self.show()
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ move in the list, Enter takes."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _narrow(self, typed: str) -> None:
        self.list.clear()
        for target in self._targets:
            if typed.casefold() in target.words.casefold():
                item = QListWidgetItem(target.words)
                item.setData(Qt.ItemDataRole.UserRole, target.key)
                self.list.addItem(item)
                if target.words == self._now:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(str(item.data(Qt.ItemDataRole.UserRole)))
            self.close()
