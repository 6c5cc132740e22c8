"""The ego chart drawn: the person in the middle, people, addresses and employers in rings around them."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.messages.translating import translate
from ui.messages.words import role_words
from ui.screens.case.case_words import origin_words, ring_words
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.announcing import announce
from workbench.services.ego import EgoChart, Link, Node, Ring

_HEIGHT, _BOX, _LONGEST, _NUMBER = 300, 24, 150, 46
_FEW, _EACH = 9, 10
_KINDS = {
    Ring.SELF: ChipKind.INFO,
    Ring.PEOPLE: ChipKind.LEGAL,
    Ring.ADDRESS: ChipKind.OK,
    Ring.EMPLOYER: ChipKind.PROMISE,
}
_GLYPHS = {Ring.SELF: "●", Ring.PEOPLE: "◆", Ring.ADDRESS: "■", Ring.EMPLOYER: "▲"}
_SPOKES = {Ring.PEOPLE: 0.42, Ring.ADDRESS: 0.72, Ring.EMPLOYER: 1.0}


class EgoView(QWidget):
    """Draws an :class:`EgoChart`.  Arrow keys go from node to node; ``chosen`` carries the node's number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = EgoChart()
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Ego", "People and places around this person"))
        current_theme().changed.connect(self._restyle)

    def show_chart(self, chart: EgoChart) -> None:
        """Draw ``chart``."""
        self.chart, self.current = chart, 0
        self.setAccessibleDescription(". ".join(node_sentence(chart, node) for node in chart.nodes[1:]))
        self._restyle()

    @property
    def crowded(self) -> bool:
        """Whether nodes are too many for their words: they show their numbers in the table instead."""
        return len(self.chart.nodes) > _FEW

    def _label(self, number: int, metrics: QFontMetrics) -> str:
        node = self.chart.nodes[number]
        if self.crowded and node.ring is not Ring.SELF:
            return f"{_GLYPHS[node.ring]} {number}"
        words = node.words.split(",")[0] if node.ring is Ring.ADDRESS else node.words
        room = current_theme().px(_LONGEST) - current_theme().px(18)
        return metrics.elidedText(f"{_GLYPHS[node.ring]} {words}", Qt.TextElideMode.ElideRight, room)

    def choose(self, number: int) -> None:
        """Make a node current and say what it is and how it is linked."""
        if 0 <= number < len(self.chart.nodes) and number != self.current:
            self.current = number
            self.update()
            announce(self, node_sentence(self.chart, self.chart.nodes[number]))
            self.chosen.emit(number)

    def sizeHint(self) -> QSize:
        """Room for three rings, more where they hold more."""
        height = _HEIGHT + _EACH * max(0, len(self.chart.nodes) - _FEW)
        return QSize(current_theme().px(520), current_theme().px(height))

    def minimumSizeHint(self) -> QSize:
        """As high as it has to be, and narrow."""
        return QSize(current_theme().px(260), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """→ ↓ go to the next node, ← ↑ to the one before."""
        key = event.key()
        if key in {Qt.Key.Key_Right, Qt.Key.Key_Down} and not event.modifiers():
            self.choose(self.current + 1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up} and not event.modifiers():
            self.choose(self.current - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the node that is clicked."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        for number, rect in enumerate(self.boxes()):
            if rect.contains(event.position()):
                self.choose(number)

    def places(self) -> list[QPointF]:
        """The middle of each node: fixed by its ring and its turn in it, the same each time."""
        theme = current_theme()
        middle = QPointF(self.width() / 2, self.height() / 2)
        wide = middle.x() - theme.px(_NUMBER if self.crowded else _LONGEST) / 2 - theme.px(8)
        high = middle.y() - theme.px(_BOX) / 2 - theme.px(6)
        counts = {ring: sum(n.ring is ring for n in self.chart.nodes) for ring in Ring}
        turns = dict.fromkeys(Ring, 0)
        found: list[QPointF] = []
        for node in self.chart.nodes:
            if node.ring is Ring.SELF:
                found.append(middle)
                continue
            begin = {Ring.PEOPLE: -pi / 2, Ring.ADDRESS: 0.0, Ring.EMPLOYER: pi / 2}[node.ring]
            angle = begin + 2 * pi * turns[node.ring] / counts[node.ring]
            turns[node.ring] += 1
            spoke = _SPOKES[node.ring]
            across = spoke if self.crowded else max(spoke, 0.6)
            found.append(middle + QPointF(cos(angle) * wide * across, sin(angle) * high * spoke))
        return found

    def boxes(self) -> list[QRectF]:
        """The rectangle of each node."""
        theme = current_theme()
        metrics = QFontMetrics(theme.font(Role.BODY))
        found = []
        for number, place in enumerate(self.places()):
            width = metrics.horizontalAdvance(self._label(number, metrics)) + theme.px(18)
            found.append(QRectF(place.x() - width / 2, place.y() - theme.px(_BOX) / 2, width, theme.px(_BOX)))
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw rings, links, nodes."""
        if not self.chart.nodes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_links(painter)
        painter.setFont(current_theme().font(Role.BODY))
        for number, rect in enumerate(self.boxes()):
            self._draw_node(painter, number, rect)

    def _draw_links(self, painter: QPainter) -> None:
        theme = current_theme()
        places = {n.object_id: p for n, p in zip(self.chart.nodes, self.places(), strict=True)}
        here = self.chart.nodes[self.current].object_id
        for link in self.chart.links:
            lit = self.hasFocus() and here in {link.one, link.other}
            cross = self.chart.nodes[0].object_id not in {link.one, link.other}
            style = Qt.PenStyle.DashLine if cross else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme.colour("accent" if lit else "line_strong"), 2 if lit else 1, style))
            painter.drawLine(places[link.one], places[link.other])

    def _draw_node(self, painter: QPainter, number: int, rect: QRectF) -> None:
        theme, node = current_theme(), self.chart.nodes[number]
        foreground, background = theme.tokens.chip(ChipKind.BAD if node.doubted else _KINDS[node.ring])
        focused = self.hasFocus() and number == self.current
        painter.setPen(QPen(QColor(theme.tokens.accent if focused else foreground), 2 if focused else 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setBrush(QColor(background))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(QColor(foreground))
        words = self._label(number, QFontMetrics(painter.font()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def node_kind(node: Node) -> str:
    """What a node is: a person's role, or what stands in its ring."""
    return role_words(node.role) if node.role is not None else ring_words(node.ring)


def links_of(chart: EgoChart, node: Node) -> list[Link]:
    """The links of a node."""
    return [link for link in chart.links if node.object_id in {link.one, link.other}]


def node_sentence(chart: EgoChart, node: Node) -> str:
    """A node with its links, as a screen reader says it."""
    said = [
        translate("Ego", "linked by {source}, {day}").format(source=origin_words(li.source), day=li.on)
        for li in links_of(chart, node)
    ]
    return f"{node_kind(node)} {node.words}: {'; '.join(said)}"
