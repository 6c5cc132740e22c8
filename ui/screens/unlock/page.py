"""A page of the unlock screen: a card in the middle, with an error line and a bar while it is busy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from ui.style.theme import current_theme
from ui.widgets.announcing import announce
from ui.widgets.cards import Card
from ui.widgets.labels import plain_label

CARD_WIDTH = 420


class Page(QScrollArea):
    """Subclasses add to ``card``; ``set_busy`` and ``say_error`` are common to all."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        # An alignment would take the height of wrapped lines from the card; stretches leave it.
        column = QVBoxLayout()
        self.card = Card(title)
        column.addStretch(2)
        column.addWidget(self.card)
        column.addStretch(3)
        layout = QHBoxLayout(ground)
        layout.addStretch(1)
        layout.addLayout(column)
        layout.addStretch(1)
        self.setWidget(ground)
        self._error = plain_label("", tone="bad", wrap=True)
        self._error.hide()
        self._busy_words = plain_label("", tone="text2")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        for widget in (self._busy_words, self._busy):
            widget.hide()
        current_theme().changed.connect(self._restyle)
        self._restyle()

    def add_foot(self) -> None:
        """Put the error line and the bar below what was added so far."""
        for widget in (self._error, self._busy_words, self._busy):
            self.card.add(widget)

    @property
    def error(self) -> str:
        """The error shown; empty when there is none."""
        return self._error.text() if self._error.isVisibleTo(self) else ""

    def say_error(self, words: str) -> None:
        """Show what went wrong; empty words take it away."""
        self._error.setText(words)
        self._error.setVisible(bool(words))
        if words:
            announce(self, words)

    def set_busy(self, words: str) -> None:
        """Show that something is under way; empty words end that."""
        self._busy_words.setText(words)
        self._busy.setAccessibleName(words)
        for widget in (self._busy_words, self._busy):
            widget.setVisible(bool(words))
        for child in self.card.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.setEnabled(not words)

    def _restyle(self) -> None:
        self.card.setFixedWidth(current_theme().px(CARD_WIDTH))
