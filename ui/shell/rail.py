"""The rail at the left: the places with their counts and keys, and what the program is doing about safety."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.messages.formats import count
from ui.messages.translating import translate
from ui.shell.places import ICONS, IN_RAIL, Place
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.labels import plain_label, plain_tooltip

WIDE, NARROW = 188, 48


def place_words(place: Place) -> str:
    """A place in words."""
    words = {
        Place.HOME: translate("Places", "Home"),
        Place.WORKLIST: translate("Places", "Worklist"),
        Place.CASE: translate("Places", "Case file"),
        Place.IMPORT: translate("Places", "Import"),
        Place.REVIEW: translate("Places", "Match review"),
        Place.LIBRARY: translate("Places", "Records"),
        Place.AUDIT: translate("Places", "Audit"),
        Place.SETTINGS: translate("Places", "Settings"),
        Place.HELP: translate("Places", "Help"),
    }
    return words[place]


class RailButton(QAbstractButton):
    """A place: icon, name, count, key.  Narrow it shows the icon alone and says the rest as tooltip."""

    def __init__(self, place: Place, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._key = key
        self._count: int | None = None
        self._narrow = False
        self.setCheckable(True)
        self.setText(place_words(place))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(None)

    def set_count(self, number: int | None) -> None:
        """Show how many things wait there; None and 0 show nothing."""
        self._count = number or None
        words = f"{self.text()}, {count(self._count)}" if self._count else self.text()
        self.setAccessibleName(words)
        plain_tooltip(self, f"{words}  {self._key}")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or everything."""
        self._narrow = narrow
        self.set_count(self._count)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A row of the rail."""
        theme = current_theme()
        return QSize(theme.px(40 if self._narrow else 172), theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, name, count and key."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel" if chosen else "window"))
            painter.drawRoundedRect(self.rect(), 4, 4)
        tone = "text" if chosen else "text2"
        side = theme.px(16)
        left = (self.width() - side) // 2 if self._narrow else theme.px(8)
        theme.icon(ICONS[self.place], tone).paint(painter, left, (self.height() - side) // 2, side, side)
        if not self._narrow:
            self._paint_words(painter, left + side + theme.px(8), tone)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)

    def _needs(self) -> int:
        """Width of name and count together."""
        theme = current_theme()
        role = Role.STRONG if self.isChecked() else Role.BODY
        name = QFontMetrics(theme.font(role)).horizontalAdvance(self.text())
        if not self._count:
            return name
        return name + QFontMetrics(theme.font(Role.BODY)).horizontalAdvance(count(self._count)) + theme.px(8)

    def _paint_words(self, painter: QPainter, left: int, tone: str) -> None:
        theme = current_theme()
        room = self.rect().adjusted(left, 0, -theme.px(8), 0)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        key_width = QFontMetrics(theme.font(Role.CAPTION)).horizontalAdvance(self._key) + theme.px(6)
        if self._needs() + key_width <= room.width():
            painter.setFont(theme.font(Role.CAPTION))
            painter.setPen(theme.colour("text3"))
            painter.drawText(room, int(end), self._key)
            room = room.adjusted(0, 0, -key_width, 0)
        if self._count:
            painter.setPen(theme.colour("text2"))
            painter.setFont(theme.font(Role.BODY))
            painter.drawText(room, int(end), count(self._count))
            room = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(count(self._count)), 0)
        painter.setFont(theme.font(Role.STRONG if self.isChecked() else Role.BODY))
        painter.setPen(theme.colour(tone))
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(start), words)


class Rail(QWidget):
    """``chosen`` carries the place that was clicked."""

    chosen = Signal(object)

    def __init__(self, key_of: Callable[[Place], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Places"))
        self.buttons: dict[Place, RailButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 8)
        layout.setSpacing(2)
        self._name = plain_label(self.tr("Locate Workbench"), role=Role.H2)
        layout.addWidget(self._name)
        layout.addSpacing(8)
        for place in IN_RAIL:
            layout.addWidget(self._button(place, key_of(place)))
        layout.addStretch(1)
        for place in (Place.SETTINGS, Place.HELP):
            layout.addWidget(self._button(place, key_of(place)))
        layout.addSpacing(8)
        self._offline = plain_label(self.tr("Offline · no network used"), role=Role.CAPTION, tone="text3")
        self._lock = plain_label("", role=Role.CAPTION, tone="text3")
        layout.addWidget(self._offline)
        layout.addWidget(self._lock)
        current_theme().changed.connect(self._restyle)
        self._narrow = False
        self._restyle()

    def show_place(self, place: Place) -> None:
        """Mark the place the person is in."""
        for other, button in self.buttons.items():
            button.setChecked(other is place)

    def set_count(self, place: Place, number: int | None) -> None:
        """Show how many things wait at a place."""
        self.buttons[place].set_count(number)

    def set_lock_words(self, words: str) -> None:
        """Say when the vault locks itself."""
        self._lock.setText(words)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or everything."""
        self._narrow = narrow
        for widget in (self._name, self._offline, self._lock):
            widget.setVisible(not narrow)
        for button in self.buttons.values():
            button.set_narrow(narrow)
        self._restyle()

    def _button(self, place: Place, key: str) -> RailButton:
        button = RailButton(place, key)
        button.clicked.connect(partial(self.chosen.emit, place))
        self.buttons[place] = button
        return button

    def _restyle(self) -> None:
        self.setFixedWidth(NARROW + 8 if self._narrow else current_theme().px(WIDE))
        for button in self.buttons.values():
            button.updateGeometry()
            button.update()
