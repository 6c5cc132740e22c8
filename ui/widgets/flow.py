"""Rows of widgets that go on in the next line where there is no room: a layout, and a widget of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

_OTHER_SIZES = frozenset(
    {QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.FontChange, QEvent.Type.StyleChange}
)


class FlowLayout(QLayout):
    """Places its widgets like words of a text, where a layout is wanted."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at ``index``."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at ``width``."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place everything in ``rect``."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """One line of everything."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if (w := item.widget()) is None or not w.isHidden()]
        hints = [item.sizeHint() for item in shown]
        y = rect.y()
        for line in broken(hints, rect.width(), self._gap):
            x = rect.x()
            for place in line:
                if move:
                    shown[place].setGeometry(QRect(QPoint(x, y), hints[place]))
                x += hints[place].width() + self._gap
            y += max(hints[place].height() for place in line) + self._gap
        return max(0, y - self._gap - rect.y())


def broken(sizes: Sequence[QSize], room: int, gap: int) -> list[list[int]]:
    """The places of ``sizes`` line by line, as many on each as there is ``room`` for, but one at least."""
    lines: list[list[int]] = []
    x = 0
    for place, size in enumerate(sizes):
        if not lines or x + size.width() > room:
            lines.append([])
            x = 0
        lines[-1].append(place)
        x += size.width() + gap
    return lines


class FlowBox(QWidget):
    """Widgets left to right, wrapped; each as wide as it asks for, never wider than the line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 4) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._gap, self._line_gap = gap, line_gap
        self._heights: dict[tuple[int, ...], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        widget.setParent(self)
        self._widgets.append(widget)
        widget.show()
        self.refit()

    def clear(self) -> None:
        """Take all widgets away for good."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets.clear()
        self.refit()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width.  Layouts ask for it dozens of times each time they place anything."""
        if not self.isVisible():  # then nobody tells that a widget in here changed
            return self._place(width, move=False)
        key = (width, *(widget.isHidden() for widget in self._widgets))
        height = self._heights.get(key)
        if height is None:
            height = self._heights[key] = self._place(width, move=False)
        return height

    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [widget.sizeHint() for widget in self._shown()]
        width = sum(h.width() for h in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((h.height() for h in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """The widest of what cannot be narrower, as high as it is at the present width."""
        width = max((w.minimumSizeHint().width() for w in self._shown()), default=0)
        return QSize(width, self._place(max(width, self.width()), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the widgets anew."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        """A widget in here asks for another size."""
        if event.type() in _OTHER_SIZES:
            self._heights.clear()
        if event.type() == QEvent.Type.LayoutRequest:
            self.refit()
        return super().event(event)

    def refit(self) -> None:
        """Place the widgets anew: some ask for another size, or were hidden."""
        self._heights.clear()
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _place(self, room: int, *, move: bool) -> int:
        shown = self._shown()
        sizes = [widget.sizeHint() for widget in shown]
        for size in sizes:
            size.setWidth(min(size.width(), max(room, 1)))
        y = 0
        for line in broken(sizes, max(room, 1), self._gap):
            height = max(sizes[place].height() for place in line)
            x = 0
            for place in line:
                size = sizes[place]
                if move:
                    top = y + (height - size.height()) // 2
                    shown[place].setGeometry(x, top, size.width(), size.height())
                x += size.width() + self._gap
            y += height + self._line_gap
        return max(0, y - self._line_gap)
