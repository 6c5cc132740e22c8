"""One number of the home page: what it is, how many, and the key that opens its list."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.style.fonts import Role
from ui.style.theme import current_theme

PAD = 12


class Tile(QAbstractButton):
    """A number to press; without a way in it is a mere figure."""

    def __init__(
        self, words: str, *, key: str = "", link: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._key = words, key
        self._value, self._note, self._tone = "–", "", "text"
        self.setEnabled(link)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if link else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(words)
        current_theme().changed.connect(self.updateGeometry)

    @property
    def value(self) -> str:
        """The number as shown."""
        return self._value

    def show_value(self, value: str, *, note: str = "", tone: str = "text") -> None:
        """Show a number, with a few words below it."""
        self._value, self._note, self._tone = value, note, tone
        self.setAccessibleName(f"{self._words}: {value} {note}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for three lines."""
        theme = current_theme()
        words = QFontMetrics(theme.font(Role.BODY)).horizontalAdvance(self._words)
        return QSize(max(theme.px(150), words + theme.px(2 * PAD + 20)), theme.px(88))

    def minimumSizeHint(self) -> QSize:
        """As large as its words need."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, the words, the number."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setBrush(theme.colour("sel" if hot else "surface"))
        painter.setPen(theme.colour("accent" if self.hasFocus() else "line"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)
        if self.hasFocus():
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -3, -3), 5, 5)
        room = self.rect().adjusted(theme.px(PAD), theme.px(8), -theme.px(PAD), -theme.px(8))
        top = Qt.AlignmentFlag.AlignTop
        painter.setFont(theme.font(Role.BODY))
        painter.setPen(theme.colour("text2"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | top), self._words)
        painter.setFont(theme.font(Role.CAPTION))
        painter.setPen(theme.colour("text3"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | top), self._key)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | bottom), self._note)
        painter.setFont(theme.font(Role.KPI))
        painter.setPen(theme.colour(self._tone))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | bottom), self._value)
