"""Labels that show text as text: nothing from a file or a person is ever read as markup."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.style.fonts import Role

LONGEST = 10_000
"""Characters one label shows; a label of 5 MB took 2.4 s to lay out."""


def plain_label(
    text: str = "",
    *,
    role: Role = Role.BODY,
    tone: str = "text",
    wrap: bool = False,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label that never interprets its text.  ``tone`` is a token: text, text2, text3, accent or bad."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role.name)
    label.setProperty("tone", tone)
    label.setText(text[:LONGEST])
    label.setWordWrap(wrap)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def plain_tooltip(widget: QWidget, text: str) -> None:
    """Show ``text`` as ``widget``'s tooltip, its markup escaped; an empty one removes it."""
    widget.setToolTip(f"<qt>{html.escape(text[:LONGEST])}</qt>" if text else "")


def set_tone(label: QLabel, tone: str) -> None:
    """Give a label the colour of another token."""
    label.setProperty("tone", tone)
    label.style().unpolish(label)
    label.style().polish(label)


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room; the whole text is its accessible name and tooltip.

    For names and addresses only: account numbers, amounts and dates are never elided.
    """

    def __init__(
        self, text: str = "", *, role: Role = Role.BODY, tone: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.name)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text`` on one line."""
        line = " ".join(text[:LONGEST].split())
        super().setText(line)
        self.setAccessibleName(line)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tooltip true."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, cut to the width there is."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), shown,
            self.foregroundRole(),
        )  # fmt: skip

    def _tell(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        plain_tooltip(self, self.text() if cut else "")
