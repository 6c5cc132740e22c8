"""The waterfall of one lead drawn: bars left to right, hatched where they subtract, the total below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.messages.translating import translate
from ui.style.fonts import Role
from ui.style.theme import current_theme
from workbench.services.explaining import Bar, Waterfall, signed

ROW, BAR = 22, 15
_FEWEST_BITS = 4.0
"""A scale never shows less than this, so that tiny differences do not look large."""


class WaterfallChart(QWidget):
    """Draws a :class:`Waterfall`; its accessible description is the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Waterfall | None = None
        self._expanded = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Reasons as bars"))
        current_theme().changed.connect(self._restyle)

    def show_waterfall(self, data: Waterfall) -> None:
        """Draw ``data``."""
        self._data = data
        self.setAccessibleDescription(f"{data.sentence} {data.total_words}.")
        self._restyle()

    def set_expanded(self, expanded: bool) -> None:
        """Show what the relative's bar is made of, too."""
        self._expanded = expanded
        self._restyle()

    def lines(self) -> list[tuple[Bar, bool]]:
        """The rows drawn above the total; True for those a row expands into."""
        found: list[tuple[Bar, bool]] = []
        for bar in self._data.bars if self._data else ():
            found.append((bar, False))
            if self._expanded:
                found += [(inner, True) for inner in bar.parts]
        return found

    def sizeHint(self) -> QSize:
        """A row for each bar, the total and the threshold's words."""
        return QSize(current_theme().px(560), current_theme().px(ROW) * (len(self.lines()) + 2))

    def minimumSizeHint(self) -> QSize:
        """As high as it has to be, and narrow."""
        return QSize(current_theme().px(320), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw rows, threshold and total."""
        if self._data is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Drawing(painter, self._data, self.lines(), QRectF(self.rect())).draw()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class _Drawing:
    """One drawing of a waterfall into a rectangle."""

    def __init__(
        self, painter: QPainter, data: Waterfall, lines: list[tuple[Bar, bool]], rect: QRectF
    ) -> None:
        self._painter = painter
        self._data = data
        self._lines = lines
        self._theme = current_theme()
        self._row = self._theme.px(ROW)
        room = rect.width()
        self._title = min(float(self._theme.px(136)), room * 0.2)
        self._words = min(float(self._theme.px(190)), room * 0.26)
        number = QFontMetrics(self._theme.font(Role.BODY)).horizontalAdvance("−88.8")
        self._left = self._title + self._words + self._theme.px(24) + number
        self._right = room - number - self._theme.px(10)
        ends = [0.0, data.total, data.threshold]
        ends += [edge for bar, _ in lines for edge in (bar.start, bar.end)]
        self._low, self._high = min(ends), max(*ends, min(ends) + _FEWEST_BITS)

    def draw(self) -> None:
        """Everything."""
        for index, (bar, inner) in enumerate(self._lines):
            self._text(index, bar.title, bar.words, inner=inner)
            self._bar(index, bar.start, bar.bits, inner=inner, start=bar.key == "start")
            follows = index + 1 < len(self._lines) and self._lines[index + 1][1] == inner
            if follows:
                self._step(index, bar.end)
        last = len(self._lines)
        y = last * self._row + 1.0
        self._painter.setPen(QPen(self._theme.colour("text2"), 1.5))
        self._painter.drawLine(QPointF(self._left - self._theme.px(8), y), QPointF(self._right, y))
        self._text(last, self._total_title(), self._data.total_words, strong=True)
        self._bar(last, 0.0, self._data.total, number=False)
        self._threshold(last)

    def _total_title(self) -> str:
        return translate("WaterfallChart", "Total")

    def _x(self, bits: float) -> float:
        return self._left + (bits - self._low) / (self._high - self._low) * (self._right - self._left)

    def _text(self, row: int, title: str, words: str, *, inner: bool = False, strong: bool = False) -> None:
        font = self._theme.font(Role.STRONG if strong else Role.BODY)
        metrics = QFontMetrics(font)
        self._painter.setFont(font)
        top, gap = row * self._row, self._theme.px(10)
        place = QRectF(0, top, self._title, self._row)
        self._painter.setPen(self._theme.colour("text2" if inner else "text"))
        elide = Qt.TextElideMode.ElideRight
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(place, int(right), metrics.elidedText(title, elide, int(self._title)))
        self._painter.setPen(self._theme.colour("text" if strong else "text2"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        width = self._words + (metrics.horizontalAdvance("−88.8") if strong else 0)
        place = QRectF(self._title + gap, top, width, self._row)
        self._painter.drawText(place, int(left), metrics.elidedText(words, elide, int(width)))

    def _bar(
        self,
        row: int,
        at: float,
        bits: float,
        *,
        inner: bool = False,
        start: bool = False,
        number: bool = True,
    ) -> None:
        height = self._theme.px(BAR if not inner else BAR // 2)
        top = row * self._row + (self._row - height) / 2
        left, right = sorted((self._x(at), self._x(at + bits)))
        rect = QRectF(left, top, max(2.0, right - left), height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        if start:
            self._painter.setBrush(self._theme.colour("line_strong"))
            self._painter.drawRoundedRect(rect, 2, 2)
        elif bits >= 0:
            self._painter.setBrush(self._theme.colour("chart_plus"))
            self._painter.drawRoundedRect(rect, 2, 2)
        else:
            self._hatched(rect)
        if number:
            self._number(rect, bits)

    def _hatched(self, rect: QRectF) -> None:
        colour = self._theme.colour("chart_minus")
        self._painter.setBrush(QBrush(colour, Qt.BrushStyle.SolidPattern))
        self._painter.drawRoundedRect(rect, 2, 2)
        stripes = QColor(self._theme.tokens.surface)
        stripes.setAlpha(190)
        self._painter.setBrush(QBrush(stripes, Qt.BrushStyle.BDiagPattern))
        self._painter.drawRoundedRect(rect, 2, 2)
        self._painter.setPen(QPen(colour, 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _number(self, rect: QRectF, bits: float) -> None:
        self._painter.setFont(self._theme.font(Role.BODY))
        self._painter.setPen(self._theme.colour("text"))
        text, gap = signed(bits), self._theme.px(5)
        width = QFontMetrics(self._painter.font()).horizontalAdvance(text) + gap
        beside = rect.right() + gap
        if beside + width > self._right + self._theme.px(60):
            beside = rect.left() - width
        place = QRectF(beside, rect.center().y() - self._row / 2, width, self._row)
        self._painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _step(self, row: int, at: float) -> None:
        """A dotted line from a bar's end to where the next one starts."""
        pen = QPen(self._theme.colour("text3"), 1, Qt.PenStyle.DotLine)
        self._painter.setPen(pen)
        x = self._x(at)
        edge = (self._row - self._theme.px(BAR)) / 2
        self._painter.drawLine(
            QPointF(x, (row + 1) * self._row - edge), QPointF(x, (row + 1) * self._row + edge)
        )

    def _threshold(self, last: int) -> None:
        x = self._x(self._data.threshold)
        self._painter.setPen(QPen(self._theme.colour("text2"), 1, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(x, 0), QPointF(x, (last + 1) * self._row))
        words = translate("WaterfallChart", "review ≥ {bits}").format(bits=signed(self._data.threshold))
        self._painter.setFont(self._theme.font(Role.CAPTION))
        width = QFontMetrics(self._painter.font()).horizontalAdvance(words) + 4
        left = min(max(self._left, x - width / 2), self._right - width + self._theme.px(40))
        place = QRectF(left, (last + 1) * self._row, width, self._row)
        self._painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
