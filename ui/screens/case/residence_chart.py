"""The residence timeline drawn: one row an address, a dot each sighting, gaps hatched; beside its table."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.messages.translating import translate
from ui.messages.words import contact_status_chip, plural
from ui.screens.case.case_words import origin_words
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.announcing import announce
from workbench.services.confidence import BAD
from workbench.services.residence import Residence, ResidenceTimeline

_ROW, _BAR, _AXIS = 34, 10, 24
_LEAST_DAYS = 60
_MOST_ROWS = 12


class ResidenceChart(QWidget):
    """Draws a :class:`ResidenceTimeline`.  ↑ and ↓ go from address to address; ``chosen`` carries its row."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data = ResidenceTimeline()
        self.today = date.min
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Residence", "Residence timeline"))
        current_theme().changed.connect(self._restyle)

    def show_timeline(self, data: ResidenceTimeline, today: date) -> None:
        """Draw ``data``; at most the twelve latest addresses, the table has them all."""
        self.data, self.today = data, today
        self.current = 0
        self.setAccessibleDescription(timeline_sentence(data))
        self._restyle()

    def rows(self) -> tuple[Residence, ...]:
        """The addresses drawn."""
        return self.data.residences[:_MOST_ROWS]

    def choose(self, row: int) -> None:
        """Make a row current and say what it is."""
        if 0 <= row < len(self.rows()) and row != self.current:
            self.current = row
            self.update()
            announce(self, residence_sentence(self.rows()[row]))
            self.chosen.emit(row)

    def sizeHint(self) -> QSize:
        """A row an address and the years below."""
        theme = current_theme()
        return QSize(theme.px(520), theme.px(_ROW) * max(1, len(self.rows())) + theme.px(_AXIS))

    def minimumSizeHint(self) -> QSize:
        """As high as it has to be, and narrow."""
        return QSize(current_theme().px(260), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ go through the addresses."""
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if event.key() in steps and not event.modifiers():
            self.choose(self.current + steps[event.key()])
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row that is clicked."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(int(event.position().y()) // current_theme().px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw rows, gaps, years."""
        if self.rows():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            current = self.current if self.hasFocus() else -1
            _Drawing(painter, self, current).draw()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class _Drawing:
    """One drawing of a residence timeline."""

    def __init__(self, painter: QPainter, chart: ResidenceChart, current: int) -> None:
        self._painter = painter
        self._rows = chart.rows()
        self._gaps = chart.data.gaps
        self._current = current
        self._theme = current_theme()
        self._row = float(self._theme.px(_ROW))
        self._width = float(chart.width())
        first = min(r.first for r in self._rows)
        last = max(*(r.last for r in self._rows), chart.today)
        spare = max(timedelta(days=20), timedelta(days=_LEAST_DAYS) - (last - first))
        self._first, self._last = first - spare, last + timedelta(days=10)
        self._today = chart.today
        self._left = float(self._theme.px(8))
        self._right = self._width - self._theme.px(8)

    def draw(self) -> None:
        """Everything."""
        height = len(self._rows) * self._row
        self._years(height)
        self._show_gaps(height)
        for number, residence in enumerate(self._rows):
            self._residence(number, residence)

    def _x(self, day: date) -> float:
        share = (day - self._first).days / max(1, (self._last - self._first).days)
        return self._left + share * (self._right - self._left)

    def _years(self, height: float) -> None:
        theme, painter = self._theme, self._painter
        painter.setFont(theme.font(Role.CAPTION))
        metrics = QFontMetrics(painter.font())
        free = self._left - 1
        for year in range(self._first.year, self._last.year + 2):
            day = date(year, 1, 1)
            if not self._first <= day <= self._last:
                continue
            x = self._x(day)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
            width = metrics.horizontalAdvance("8888")
            if x - width / 2 > free and x + width / 2 < self._right:
                painter.setPen(theme.colour("text2"))
                place = QRectF(x - width, height + 2, 2 * width, theme.px(_AXIS) - 4)
                painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(year))
                free = x + width
        x = self._x(self._today)
        painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, height))

    def _show_gaps(self, height: float) -> None:
        stripes = QColor(self._theme.colour("chart_minus"))
        for gap in self._gaps:
            left, right = self._x(gap.first), self._x(gap.last)
            rect = QRectF(left, 0, max(2.0, right - left), height)
            pale = QColor(stripes)
            pale.setAlpha(90)
            self._painter.fillRect(rect, QBrush(pale, Qt.BrushStyle.BDiagPattern))

    def _residence(self, number: int, residence: Residence) -> None:
        theme, painter = self._theme, self._painter
        top = number * self._row
        if number == self._current:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, top + 1, self._width - 2, self._row - 2), 4, 4)
        bad = residence.point.status in BAD
        colour = theme.colour("chart_minus" if bad else "chart_plus")
        height = float(theme.px(_BAR))
        middle = top + self._row - height / 2 - theme.px(5)
        left, right = self._x(residence.first), self._x(residence.last)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(
            QRectF(left, middle - height / 4, max(2.0, right - left), height / 2), height / 4, height / 4
        )
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        for sighting in residence.sightings:
            x = self._x(sighting.on)
            radius = height / 2
            if sighting.dated:
                painter.drawEllipse(QPointF(x, middle), radius, radius)
            else:
                painter.drawRect(QRectF(x - radius * 0.8, middle - radius * 0.8, radius * 1.6, radius * 1.6))
        self._words(top, residence)

    def _words(self, top: float, residence: Residence) -> None:
        theme, painter = self._theme, self._painter
        painter.setFont(theme.font(Role.BODY))
        painter.setPen(theme.colour("text"))
        metrics = QFontMetrics(painter.font())
        room = self._right - self._left - theme.px(8)
        words = metrics.elidedText(residence.words, Qt.TextElideMode.ElideRight, int(room))
        width = metrics.horizontalAdvance(words)
        left = min(max(self._x(residence.first), self._left + 2), self._right - width - 4)
        place = QRectF(left, top + 2, width + 4.0, self._row - theme.px(_BAR) - theme.px(6))
        painter.fillRect(place, theme.colour("surface"))  # no hatching and no line through the words
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)


def residence_sentence(residence: Residence) -> str:
    """One address with its days and sources, as a screen reader says it."""
    sources = ", ".join(dict.fromkeys(origin_words(s.origin) for s in residence.sightings))
    words = translate("Residence", "{address}: {first} to {last}, said by {sources}; {status}")
    return words.format(
        address=residence.words,
        first=residence.first.isoformat(),
        last=residence.last.isoformat(),
        sources=sources,
        status=contact_status_chip(residence.point.status)[1],
    )


def timeline_sentence(data: ResidenceTimeline) -> str:
    """The whole timeline in words: addresses, overlaps, gaps."""
    parts = [residence_sentence(r) for r in data.residences]
    parts += overlap_words(data) + gap_words(data)
    return ". ".join(parts)


def overlap_words(data: ResidenceTimeline) -> list[str]:
    """Each overlap in a sentence."""
    span = translate("Residence", "Overlap {first} to {last}: {one} and {other}")
    day = translate("Residence", "Both said for {first}: {one} and {other}")
    return [
        (day if o.first == o.last else span).format(
            first=o.first.isoformat(), last=o.last.isoformat(), one=_short(o.one), other=_short(o.other)
        )
        for o in data.overlaps
    ]


def _short(address: str) -> str:
    return address.split(",", maxsplit=1)[0]


def gap_words(data: ResidenceTimeline) -> list[str]:
    """Each gap in a sentence."""
    words = translate("Residence", "Nothing known {first} to {last}")
    return [words.format(first=g.first.isoformat(), last=g.last.isoformat()) for g in data.gaps]


def unseen_words(data: ResidenceTimeline) -> str:
    """How many addresses have no source."""
    count = len(data.unseen)
    if not count:
        return ""
    return plural(
        count,
        translate("Residence", "1 address without a source that counts is not drawn."),
        translate("Residence", "{n} addresses without a source that counts are not drawn."),
    )
