"""A text whose differing characters are underlined; it wraps and is read as a whole."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from workbench.services.comparing import MISSING, Mark, Segment

TINTS = {Mark.SAME: ChipKind.OK, Mark.NEAR: ChipKind.WARN, Mark.DIFFERENT: ChipKind.BAD}
_PAD_X, _PAD_Y = 8, 3


class DifferingText(QWidget):
    """Segments of one value; ``tinted`` gives it the background of its mark."""

    def __init__(self, parent: QWidget | None = None, *, tinted: bool = False) -> None:
        super().__init__(parent)
        self._tinted = tinted
        self._segments: tuple[Segment, ...] = ()
        self._more: tuple[str, ...] = ()
        self._all = False
        self._mark = Mark.ABSENT
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current_theme().changed.connect(self._restyle)

    def show_value(
        self, segments: tuple[Segment, ...], mark: Mark, more: tuple[str, ...], *, show_all: bool
    ) -> None:
        """Show a value; ``more`` are further ones, listed with ``show_all`` and counted without."""
        self._segments, self._mark, self._more, self._all = segments, mark, more, show_all
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The value as plain text, "—" when it is missing."""
        return ("".join(s.text for s in self._segments) or MISSING) + self._behind()

    def _behind(self) -> str:
        if not self._more:
            return ""
        if self._all:
            return "".join(f"\n{value}" for value in self._more)
        return "  " + self.tr("+{count} more").format(count=len(self._more))

    def _layout(self, width: int) -> tuple[QTextLayout, float]:
        theme = current_theme()
        layout = QTextLayout(self.text().replace("\n", "\u2028"), theme.font(Role.BODY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width - 2 * theme.px(_PAD_X)))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height

    def _formats(self) -> list[QTextLayout.FormatRange]:
        found: list[QTextLayout.FormatRange] = []
        start = 0
        for segment in self._segments:
            if not segment.same and self._mark in {Mark.NEAR, Mark.DIFFERENT}:
                underlined = QTextCharFormat()
                underlined.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                found.append(_range(start, len(segment.text), underlined))
            start += len(segment.text)
        if self._more:
            faint = QTextCharFormat()
            faint.setForeground(current_theme().colour("text2"))
            found.append(_range(len(self.text()) - len(self._behind()), len(self._behind()), faint))
        return found

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for its lines."""
        return int(self._layout(width)[1]) + 2 * current_theme().px(_PAD_Y)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(current_theme().px(160), self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(current_theme().px(80), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tint and text."""
        theme = current_theme()
        painter = QPainter(self)
        pen = theme.colour("text" if self._segments else "text3")
        if self._tinted and self._mark in TINTS:
            foreground, background = theme.tokens.chip(TINTS[self._mark])
            painter.fillRect(self.rect(), QColor(background))
            pen = QColor(foreground)
        painter.setPen(pen)
        layout, _ = self._layout(self.width())
        layout.draw(painter, QPointF(theme.px(_PAD_X), theme.px(_PAD_Y)))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _range(start: int, length: int, text_format: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, text_format
    return made
