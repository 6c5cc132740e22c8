"""Cards: a surface with a heading row and a body."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.style.fonts import Role
from ui.widgets.labels import plain_label


class Card(QFrame):
    """A framed surface.  ``header`` is the heading's row (add chips or buttons to it), ``body`` the rest."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(8)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._title = plain_label(title, role=Role.H2, parent=self)
        self._title.setVisible(bool(title))
        self.header.addWidget(self._title)
        self.header.addStretch(1)
        outer.addLayout(self.header)
        outer.addLayout(self.body, 1)
        if title:
            self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Show another heading; an empty one hides it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the body."""
        self.body.addWidget(widget, stretch)


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line between two parts of a card."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line
