"""The head of the worklist: its name, how many, and the buttons; and the row that tells what is marked."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.messages.formats import count
from ui.style.fonts import Role
from ui.widgets.buttons import action_button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import plain_label


class WorklistHeader(QWidget):
    """Title, count, and the buttons for the whole list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = plain_label("", tone="text2")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(plain_label(self.tr("Worklist"), role=Role.H1))
        self._layout.addWidget(self._words)
        self._layout.addStretch(1)

    @property
    def words(self) -> str:
        """How many accounts are listed."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say how many accounts are listed."""
        self._words.setText(words)

    def add_buttons(self, actions: Sequence[QAction]) -> None:
        """Add a button for each action; the last one is the main one."""
        for action in actions:
            self._layout.addWidget(action_button(action, primary=action is actions[-1]))


class SelectionBar(QFrame):
    """Shown while something is marked: how many, and what can be done to all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._words = plain_label("", role=Role.STRONG)
        self._flow = FlowLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addLayout(self._flow, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What is marked."""
        return self._words.text()

    def add_buttons(self, actions: Sequence[QAction]) -> None:
        """Add a button for each action."""
        for action in actions:
            self._flow.addWidget(action_button(action))

    def show_count(self, marked: int, *, everything: bool) -> None:
        """Say how many are marked; none hides the row."""
        words = self.tr("All {n} of this list") if everything else self.tr("{n} marked")
        self._words.setText(words.format(n=count(marked)))
        self.setAccessibleName(self._words.text())
        self.setVisible(marked > 0)
