"""A text whose differing characters are underlined; it wraps and is read as a whole."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
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
        self._metrics = QFontMetricsF(current_theme().font(Role.BODY))
        self._pads = (_PAD_X, _PAD_Y)
        self._wrapped: dict[int, list[tuple[int, int]]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current_theme().changed.connect(self._restyle)
        self._measure()

    def show_value(
        self, segments: tuple[Segment, ...], mark: Mark, more: tuple[str, ...], *, show_all: bool
    ) -> None:
        """Show a value; ``more`` are further ones, listed with ``show_all`` and counted without."""
        if (self._segments, self._mark, self._more, self._all) == (segments, mark, more, show_all):
            return
        self._segments, self._mark, self._more, self._all = segments, mark, more, show_all
        self._wrapped.clear()
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
        more = self.tr("+{count} more").format(count=len(self._more))
        return "  " + more.replace(" ", "\N{NO-BREAK SPACE}")

    def _lines(self, width: int) -> list[tuple[int, int]]:
        """Where each line of the text begins and ends when it wraps at ``width``."""
        if width not in self._wrapped:
            self._wrapped[width] = self._wrap(max(20.0, width - 2.0 * self._pads[0]))
        return self._wrapped[width]

    def _wrap(self, room: float) -> list[tuple[int, int]]:
        text = self.text()
        lines: list[tuple[int, int]] = []
        start = 0
        for paragraph in text.split("\n"):
            end = start + len(paragraph)
            while start < end:
                cut = _fitting(self._metrics, text[start:end], room) + start
                lines.append((start, cut))
                start = cut
            if not paragraph:
                lines.append((start, start))
            start = end + 1
        return lines

    def _marks(self) -> list[tuple[int, int, bool]]:
        """(begin, end, differs) of the runs of the text; what is behind the value is none of them."""
        runs: list[tuple[int, int, bool]] = []
        at = 0
        marked = self._mark in {Mark.NEAR, Mark.DIFFERENT}
        for segment in self._segments:
            runs.append((at, at + len(segment.text), marked and not segment.same))
            at += len(segment.text)
        return runs or [(0, len(MISSING), False)]

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for its lines."""
        return int(self._metrics.height() * len(self._lines(width)) + 0.99) + 2 * self._pads[1]

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
        painter.setFont(theme.font(Role.BODY))
        metrics = QFontMetricsF(painter.font())
        y = float(theme.px(_PAD_Y))
        for begin, end in self._lines(self.width()):
            self._draw_line(painter, metrics, (begin, end), y, pen)
            y += metrics.height()

    def _draw_line(
        self, painter: QPainter, metrics: QFontMetricsF, line: tuple[int, int], y: float, pen: QColor
    ) -> None:
        text, left = self.text(), float(current_theme().px(_PAD_X))
        value_end = self._marks()[-1][1]
        runs = [*self._marks(), (value_end, len(text), False)]
        for begin, end, differs in runs:
            shown = line[0] + len(text[line[0] : line[1]].rstrip())
            first, last = max(begin, line[0]), min(end, shown)
            if first >= last:
                continue
            x = left + metrics.horizontalAdvance(text[line[0] : first])
            faint = begin >= value_end and not (self._tinted and self._mark in TINTS)
            painter.setPen(current_theme().colour("text2") if faint else pen)
            painter.drawText(QPointF(x, y + metrics.ascent()), text[first:last])
            if differs:
                stop = left + metrics.horizontalAdvance(text[line[0] : last])
                under = round(y + metrics.ascent()) + 2.5
                painter.drawLine(QPointF(x, under), QPointF(stop, under))

    def _measure(self) -> None:
        theme = current_theme()
        self._metrics = QFontMetricsF(theme.font(Role.BODY))
        self._pads = (theme.px(_PAD_X), theme.px(_PAD_Y))
        self._wrapped.clear()

    def _restyle(self) -> None:
        self._measure()
        self.updateGeometry()
        self.update()


def _fitting(metrics: QFontMetricsF, text: str, room: float) -> int:
    """How many characters of ``text`` fit on a line: whole words, or what fits of a long one."""
    if metrics.horizontalAdvance(text) <= room:
        return len(text)
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if metrics.horizontalAdvance(text[:middle]) <= room else (low, middle - 1)
    space = text.rfind(" ", 0, low + 1)
    return space + 1 if space > 0 else low
