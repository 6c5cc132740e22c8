"""The filter line: completion while typing, what cannot be read underlined and explained below."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from workbench.services.worklist import Completion
from workbench.services.worklist_language import Problem

ASK_AFTER = 120
"""Milliseconds of quiet before the list follows what is typed."""


class FilterLine(LineEdit):
    """The line itself; problems are underlined with a wave."""

    escaped = Signal()
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Filter"))
        self.setPlaceholderText(
            self.tr("Filter:  status:skip  due:today  balance>500  “maple st”      ( / )")
        )
        self.setClearButtonEnabled(True)
        self._problems: tuple[Problem, ...] = ()
        self.options = QStringListModel(self)
        self.completer_box = QCompleter(self.options, self)
        self.completer_box.setWidget(self)
        self.completer_box.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer_box.activated.connect(self._take)
        self._start = 0

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Underline these parts."""
        self._problems = tuple(problems)
        self.set_bad(bool(problems))
        self.update()

    def offer(self, completion: Completion) -> None:
        """Show what may be typed here; nothing hides the list."""
        self._start = completion.start
        typed = self.text()[completion.start : self.cursorPosition()]
        useful = [option for option in completion.options if option != typed]
        self.options.setStringList(useful)
        popup = self.completer_box.popup()
        if useful and self.hasFocus() and typed:
            self.completer_box.complete()
        elif popup is not None:
            popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears, ↓ goes into the list, Tab takes the first offer."""
        popup = self.completer_box.popup()
        shown = popup is not None and popup.isVisible()
        if shown and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if event.key() == Qt.Key.Key_Down and not shown:
            self.left_down.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, then the waves."""
        super().paintEvent(event)
        if not self._problems:
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(current_theme().tokens.chip(ChipKind.BAD)[0]), 1.5))
        start_x = self.cursorRect().left() + self.cursorRect().width() // 2
        before_cursor = self.fontMetrics().horizontalAdvance(self.text()[: self.cursorPosition()])
        base = self.height() - 5
        for problem in self._problems:
            left = (
                start_x - before_cursor + self.fontMetrics().horizontalAdvance(self.text()[: problem.start])
            )
            right = left + self.fontMetrics().horizontalAdvance(self.text()[problem.start : problem.end])
            for x in range(max(left, 4), min(right, self.width() - 4), 4):
                painter.drawLine(x, base, x + 2, base - 2)
                painter.drawLine(x + 2, base - 2, x + 4, base)

    def _take(self, option: str) -> None:
        cursor = self.cursorPosition()
        rest = self.text()[cursor:]
        tail = "" if option.endswith(":") else " "
        self.setText(self.text()[: self._start] + option + tail + rest)
        self.setCursorPosition(self._start + len(option) + len(tail))
        self.textEdited.emit(self.text())


class FilterBar(QWidget):
    """``changed`` carries the line once typing pauses; ``complete_wanted`` carries line and cursor."""

    changed = Signal(str)
    complete_wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterLine()
        self._says = plain_label("", role=Role.CAPTION, tone="bad", wrap=True)
        self._says.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self._says)
        self._told_to = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(ASK_AFTER)
        self._quiet.timeout.connect(self._tell)
        self.line.textEdited.connect(self._edited)
        self.line.textChanged.connect(self._cleared)
        self.line.escaped.connect(self.clear)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """The line as typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Show another line, without telling."""
        self._quiet.stop()
        self._told_to = True
        self.line.setText(text)
        self._told_to = False

    def clear(self) -> None:
        """Empty the line and tell."""
        self.set_text("")
        self._tell()

    @property
    def explanation(self) -> str:
        """What is said of a line that cannot be read."""
        return self._says.text()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Explain what cannot be read; nothing typed is touched."""
        self.line.show_problems(problems)
        self._says.setText("   ".join(f"{p.message} {p.hint}".strip() for p in problems))
        self._says.setVisible(bool(problems))

    def _edited(self, text: str) -> None:
        self._quiet.start()
        self.complete_wanted.emit(text, self.line.cursorPosition())

    def _cleared(self, text: str) -> None:
        if not text and not self._told_to:
            self._tell()

    def _tell(self) -> None:
        self._quiet.stop()
        self.changed.emit(self.line.text())
