"""Where the fields of a fixed-width file begin: boundaries over its lines, moved by keyboard or mouse."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.announcing import announce

LINES = 20
_SHOWN = 8
_NEAR = 6


class Ruler(QWidget):
    """``changed`` carries the 0-based starts of the fields, the first of them 0, which stays.

    ← → move the current boundary, Ctrl+← → go to another one, Ins adds one, Del removes it; with the mouse,
    drag a boundary, and double-click to add one or to remove the one there.
    """

    changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Boundaries of the fields"))
        self._lines: Sequence[str] = ()
        self._breaks: tuple[int, ...] = (0,)
        self._current = 0
        self._dragged = False
        current_theme().changed.connect(self._fit)

    @property
    def breaks(self) -> tuple[int, ...]:
        """Where the fields begin."""
        return self._breaks

    @property
    def current(self) -> int:
        """Which boundary is current; 0 is the beginning of the line."""
        return self._current

    def show_lines(self, lines: Sequence[str], breaks: tuple[int, ...]) -> None:
        """Show these lines and boundaries."""
        self._lines = lines[:LINES]
        self._breaks = tuple(b for b in breaks if b < self._length()) or (0,)
        self._current = min(self._current, len(self._breaks) - 1)
        self._fit()

    def _length(self) -> int:
        return max((len(line) for line in self._lines), default=1)

    def _fit(self) -> None:
        self.setFont(current_theme().font(Role.MONO))
        step = self._cell()
        self.setMinimumSize(
            QSize(step.width() * (self._length() + 2), step.height() * (len(self._lines) + 2))
        )
        self.update()
        self._describe()

    def _cell(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(max(1, metrics.horizontalAdvance("M")), metrics.lineSpacing())

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words())

    def words(self) -> str:
        """The current boundary in words."""
        place = self._breaks[self._current]
        following = self._breaks[self._current + 1 :] or (self._length(),)
        return self.tr("Field {n} of {m}: characters {a} to {b}").format(
            n=self._current + 1, m=len(self._breaks), a=place + 1, b=following[0]
        )

    # Changing

    def add(self, place: int) -> None:
        """Add a boundary before the 0-based character ``place``."""
        if 0 < place < self._length() and place not in self._breaks:
            self._set(tuple(sorted((*self._breaks, place))), place)

    def remove(self) -> None:
        """Remove the current boundary; the first one stays."""
        if self._current:
            kept = self._breaks[: self._current] + self._breaks[self._current + 1 :]
            self._set(kept, kept[min(self._current, len(kept) - 1)])

    def move_to(self, place: int) -> None:
        """Move the current boundary, no further than its neighbours."""
        if not self._current:
            return
        after = self._breaks[self._current + 1 :] or (self._length(),)
        place = max(self._breaks[self._current - 1] + 1, min(place, after[0] - 1))
        rest = self._breaks[: self._current] + self._breaks[self._current + 1 :]
        if place != self._breaks[self._current]:
            self._set(tuple(sorted((*rest, place))), place)

    def choose(self, which: int) -> None:
        """Make another boundary current."""
        self._current = max(0, min(which, len(self._breaks) - 1))
        self._told()

    def _set(self, breaks: tuple[int, ...], current: int) -> None:
        self._breaks = breaks
        self._current = breaks.index(current)
        self._told()
        if not self._dragged:
            self.changed.emit(breaks)

    def _told(self) -> None:
        self.update()
        self._describe()
        announce(self, self.words())
        view = self.parentWidget()
        area = view.parentWidget() if view is not None else None
        if isinstance(area, QScrollArea):
            area.ensureVisible(self._x(self._breaks[self._current]), 0, 60, 0)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the class."""
        key = event.key()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.choose(self._current + step)
        elif step:
            self.move_to(self._breaks[self._current] + step)
        elif key == Qt.Key.Key_Insert:
            after = self._breaks[self._current + 1 :] or (self._length(),)
            self.add((self._breaks[self._current] + after[0] + 1) // 2)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose(0 if key == Qt.Key.Key_Home else len(self._breaks) - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the boundary under the mouse current."""
        self.setFocus()
        near = self._near(event.position().toPoint())
        self._dragged = near is not None
        self.choose(near if near is not None else bisect_right(self._breaks, self._place(event)) - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the boundary."""
        if self._dragged:
            self.move_to(self._place(event))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Tell where the dragged boundary was left."""
        if self._dragged:
            self._dragged = False
            self.changed.emit(self._breaks)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Add a boundary, or remove the one there."""
        self._dragged = False
        near = self._near(event.position().toPoint())
        if near:
            self.choose(near)
            self.remove()
        else:
            self.add(self._place(event))

    def _place(self, event: QMouseEvent) -> int:
        return round((event.position().x() - self._x(0)) / self._cell().width())

    def _near(self, point: QPoint) -> int | None:
        found = [n for n, b in enumerate(self._breaks) if n and abs(self._x(b) - point.x()) <= _NEAR]
        return found[0] if found else None

    def _x(self, place: int) -> int:
        return self._cell().width() * (place + 1)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scale, the lines, and the boundaries; the current one is thicker."""
        theme = current_theme()
        painter = QPainter(self)
        step = self._cell()
        painter.fillRect(event.rect(), theme.colour("surface"))
        painter.setPen(theme.colour("text2"))
        for ten in range(0, self._length() + 1, 10):
            painter.drawText(QPoint(self._x(ten), step.height() - 4), str(ten + 1 if ten == 0 else ten))
        painter.setPen(theme.colour("text"))
        for n, line in enumerate(self._lines):
            for at, character in enumerate(line):
                if character != " ":
                    cell = QRect(QPoint(self._x(at), step.height() * (n + 1)), step)
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, character)
        for n, place in enumerate(self._breaks):
            mine = n == self._current and self.hasFocus()
            painter.setPen(QPen(theme.colour("accent"), 3 if mine else 1))
            painter.drawLine(self._x(place), 2, self._x(place), self.height() - 2)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(QRect(1, 1, self.width() - 2, self.height() - 2))


class RulerArea(QScrollArea):
    """The ruler with room for some lines; wider records scroll sideways."""

    def __init__(self, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ruler = ruler
        self.setWidget(ruler)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        current_theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        line = self._ruler.fontMetrics().lineSpacing()
        self.setFixedHeight(line * (_SHOWN + 2) + current_theme().px(20))
