"""A row of widgets that continues on the next line where there is no room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_OTHER_SIZES = frozenset(
    {QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.FontChange, QEvent.Type.StyleChange}
)


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
        y = 0
        for line in self._lines(max(room, 1)):
            height = max(size.height() for _, size in line)
            x = 0
            for widget, size in line:
                if move:
                    widget.setGeometry(x, y + (height - size.height()) // 2, size.width(), size.height())
                x += size.width() + self._gap
            y += height + self._line_gap
        return max(0, y - self._line_gap)

    def _lines(self, room: int) -> list[list[tuple[QWidget, QSize]]]:
        """The widgets of each line with their sizes."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        x = 0
        for widget in self._shown():
            size = widget.sizeHint()
            size.setWidth(min(size.width(), room))
            if not lines or x + size.width() > room:
                lines.append([])
                x = 0
            lines[-1].append((widget, size))
            x += size.width() + self._gap
        return lines
