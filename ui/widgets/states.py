"""What a screen shows when there is nothing to show yet, something is missing, or something went wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.announcing import announce
from ui.widgets.buttons import action_button, push_button
from ui.widgets.chips import Chip
from ui.widgets.labels import plain_label
from workbench.base.errors import WorkbenchError

LOADING_AFTER = 150
"""Milliseconds before anybody is told that something loads."""


class _Page(QWidget):
    """A sentence and at most one button, in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout.setSpacing(12)
        self.label = plain_label(role=Role.BODY, tone="text2", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMinimumWidth(280)
        self._layout.addWidget(self.label)
        self._button: QWidget | None = None

    def say(self, words: str, button: QWidget | None) -> None:
        self.label.setText(words)
        longest = max(map(self.label.fontMetrics().horizontalAdvance, words.splitlines()), default=0)
        most = 520 if "\n" in words else 440  # lines of their own are not broken
        self.label.setMinimumWidth(max(280, min(most, longest + 8)))
        if self._button is not None:
            self._layout.removeWidget(self._button)
            self._button.hide()
            self._button.deleteLater()
        self._button = button
        if button is not None:
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
            self.setFocusProxy(button)


class Strip(QFrame):
    """A line above the content: partial, read-only, out of date.  ``pressed`` is its button."""

    pressed = Signal()

    def __init__(self, kind: ChipKind, words: str, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(Chip(kind, "", glyph="!" if kind is ChipKind.WARN else None))
        layout.addWidget(plain_label(words, wrap=True), 1)
        if button:
            push = push_button(button)
            push.clicked.connect(self.pressed)
            layout.addWidget(push)
        self.setAccessibleName(words)


class StateStack(QWidget):
    """The content of a screen, or what stands in its place.

    One of: content, empty (a sentence and one primary button), loading (after 150 ms), error (what was
    expected, found, to do, and a retry).  Strips stand above whichever it is.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strips: dict[str, Strip] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        self._strip_box = QVBoxLayout()
        outer.addLayout(self._strip_box)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Loading"))
        self._bar.hide()
        outer.addWidget(self._bar)
        self._stack = QStackedLayout()
        outer.addLayout(self._stack, 1)
        self._content = content
        self._page = _Page(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self._page)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._bar.show)
        self.state = "content"

    def show_content(self) -> None:
        """Show the content itself."""
        self._settle("content")
        self._stack.setCurrentWidget(self._content)

    def show_empty(self, words: str, action: QAction | None = None) -> None:
        """Say why there is nothing, with the one thing to do about it."""
        self._settle("empty")
        self._page.say(words, action_button(action, primary=True) if action else None)
        self._stack.setCurrentWidget(self._page)

    def show_loading(self, words: str = "") -> None:
        """Keep what is shown and say after 150 ms that something loads."""
        self.state = "loading"
        self._bar.setAccessibleName(words or self.tr("Loading"))
        self._late.start(LOADING_AFTER)

    def show_error(self, error: WorkbenchError, retry: Callable[[], None] | None = None) -> None:
        """Say what went wrong and what to do."""
        self._settle("error")
        button = None
        if retry is not None:
            button = push_button(self.tr("Try again"), primary=True)
            button.clicked.connect(retry)
        self._page.say(str(error), button)
        self._stack.setCurrentWidget(self._page)
        announce(self, str(error))

    @property
    def words(self) -> str:
        """What stands in place of the content; empty while that is shown."""
        return "" if self._stack.currentWidget() is self._content else self._page.label.text()

    def set_strip(
        self,
        kind: ChipKind,
        words: str,
        button: str = "",
        pressed: Callable[[], None] | None = None,
        *,
        key: str = "",
    ) -> None:
        """Show a line above the content; ``key`` tells several apart."""
        self.clear_strip(key)
        strip = Strip(kind, words, button)
        if pressed is not None:
            strip.pressed.connect(pressed)
        self._strips[key] = strip
        self._strip_box.addWidget(strip)

    def clear_strip(self, key: str = "") -> None:
        """Take a line away again."""
        strip = self._strips.pop(key, None)
        if strip is not None:
            self._strip_box.removeWidget(strip)
            strip.hide()
            strip.deleteLater()

    def strip_words(self, key: str = "") -> str:
        """What the line says; empty when there is none."""
        strip = self._strips.get(key)
        return strip.accessibleName() if strip else ""

    def _settle(self, state: str) -> None:
        self.state = state
        self._late.stop()
        self._bar.hide()
