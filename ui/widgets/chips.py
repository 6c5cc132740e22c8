"""Chips: a glyph and a word on the colours of a status, as a widget and inside tables."""

from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind

CHIP_ROLE = int(Qt.ItemDataRole.UserRole) + 40
"""Item data of a cell shown as a chip: ``(ChipKind, words)``."""

CELL_ROLE = CHIP_ROLE + 1
"""All of a cell at once, for models that answer it: a Cell, or False for a row that is not there yet."""

_PAD, _HEIGHT, _RADIUS = 9, 22, 11
CELL_PAD = 8
"""Pixels left and right of a cell's content at 100 %, as in the headings above."""
_TEXT_MARGIN = 3  # what Qt itself leaves beside a cell's text
_ITEM = QStyle.ControlElement.CE_ItemViewItem
_STATES = (
    QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
).value
_CHECK = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
_SEVERAL = (_CHECK | QStyleOptionViewItem.ViewItemFeature.HasDecoration).value
_ELIDE = Qt.TextElideMode.ElideRight
_MOST_TEXTS, _MOST_PICTURES = 10_000, 300
_SINGLE_LINE = int(Qt.TextFlag.TextSingleLine)


Place = tuple[int, int, int, int]


class Cell(NamedTuple):
    """What a cell shows: its chip, or its text with Qt's alignment; ``check`` is the state of its mark."""

    text: str
    alignment: int
    chip: tuple[ChipKind, str] | None = None
    check: Qt.CheckState | None = None


def chip_text(kind: ChipKind, words: str, glyph: str | None = None) -> str:
    """Glyph and words as drawn; an empty glyph leaves the words alone, and no words the glyph."""
    sign = kind.glyph if glyph is None else glyph
    return f"{sign} {words}".strip()


def chip_font() -> QFont:
    """The font of chips."""
    font = current_theme().font(Role.STRONG)
    font.setPixelSize(max(11, current_theme().px(12)))
    return font


@lru_cache(maxsize=8)
def _metrics(_scale: float) -> QFontMetrics:
    """Measures words in the font of chips; hundreds are measured for one screen."""
    return QFontMetrics(chip_font())


def chip_size(text: str) -> QSize:
    """How large the chip of ``text`` is."""
    theme = current_theme()
    return QSize(_width(text, theme.scale) + 2 * theme.px(_PAD), theme.px(_HEIGHT))


@lru_cache(maxsize=2_000)
def _width(text: str, scale: float) -> int:
    """A layout asks for the size of each chip a dozen times."""
    return _metrics(scale).horizontalAdvance(text)


def paint_chip(painter: QPainter, rect: QRectF, kind: ChipKind, words: str, glyph: str | None = None) -> None:
    """Draw a chip at the left of ``rect``, centred in height; words are cut where there is no room."""
    theme = current_theme()
    foreground, background = theme.tokens.chip(kind)
    text = chip_text(kind, words, glyph)
    size = chip_size(text)
    width = min(float(size.width()), rect.width())
    body = QRectF(rect.left(), rect.center().y() - size.height() / 2, width, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(background))
    radius = min(theme.px(_RADIUS), size.height() / 2)
    painter.drawRoundedRect(body, radius, radius)
    painter.setPen(QColor(foreground))
    painter.setFont(chip_font())
    room = body.adjusted(theme.px(_PAD), 0, -theme.px(_PAD) + 1, 0)
    shown = _metrics(theme.scale).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    painter.restore()


def _drawn_chip(chip: tuple[ChipKind, str], size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_chip(painter, QRectF(0, 0, size.width(), size.height()), *chip)
    painter.end()
    return picture


class Chip(QWidget):
    """One chip; its accessible name is its words."""

    def __init__(
        self, kind: ChipKind, words: str, *, glyph: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind, self._words, self._glyph = kind, words, glyph
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        current_theme().changed.connect(self._restyle)

    @property
    def kind(self) -> ChipKind:
        """What it means."""
        return self._kind

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def set(self, kind: ChipKind, words: str, glyph: str | None = None) -> None:
        """Show something else."""
        self._kind, self._words, self._glyph = kind, words, glyph
        self.setAccessibleName(words)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Room for glyph and words."""
        return chip_size(chip_text(self._kind, self._words, self._glyph))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_chip(QPainter(self), QRectF(self.rect()), self._kind, self._words, self._glyph)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _has_ground(option: QStyleOptionViewItem) -> bool:
    """Whether a cell is selected, pointed at, focused or coloured."""
    return bool(option.state.value & _STATES) or option.backgroundBrush.style() is not Qt.BrushStyle.NoBrush


def draw_text(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRect, text: str, alignment: int
) -> None:
    """Draw one line in the font and colour of ``option``, cut where there is no room.

    Through the style sheet's style a cell took three times as long, which a jump through a long list shows.
    """
    metrics, width = option.fontMetrics, rect.width()
    if metrics.horizontalAdvance(text) > width:
        text = metrics.elidedText(text, _ELIDE, width)
    painter.setFont(option.font)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    painter.drawText(rect, alignment | _SINGLE_LINE, text)


class ChipDelegate(QStyledItemDelegate):
    """Draws cells that have CHIP_ROLE as chips and every other cell as usual."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = current_theme()
        self._fits: dict[tuple[str, int], str] = {}
        self._pictures: dict[tuple[ChipKind, str, int, int, float], QPixmap] = {}
        self._theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._fits.clear()
        self._pictures.clear()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw background and focus as usual, then the chip, or the text at the margin of the headings.

        A full table has 150 cells: where the model can say a cell at once, it is not asked for each part.
        """
        cell = index.data(CELL_ROLE)
        pad = self._theme.px(CELL_PAD)
        if cell is not None and not option.state.value & _STATES and not (cell and cell.check is not None):
            self._paint_cell(painter, option, pad, cell)
        else:
            self._paint_parts(painter, option, pad, index)

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, pad: int, cell: Cell | Literal[False]
    ) -> None:
        """Draw a cell with as few calls of Qt as can be: each may have to wait for a busy vault's thread."""
        if cell:
            rect, ratio = option.rect, painter.device().devicePixelRatioF()
            place = (rect.x() + pad, rect.y(), rect.width() - 2 * pad, rect.height())
            self.draw_cell(painter, place, cell, option.fontMetrics, ratio)

    def draw_cell(
        self, painter: QPainter, place: Place, cell: Cell, metrics: QFontMetrics, ratio: float
    ) -> None:
        """Draw the content of a cell that is neither selected nor pointed at, in two calls of Qt at most.

        ``place`` is x, y, width and height in pixels, ``ratio`` the device's pixels to each of them.
        """
        x, y, width, height = place
        if cell.chip is not None:
            painter.drawPixmap(x, y, self._picture(cell.chip, width, height, ratio))
        elif cell.text:
            text = self._fitting(cell.text, metrics, width)
            painter.drawText(x, y, width, height, cell.alignment | _SINGLE_LINE, text)

    def _picture(self, chip: tuple[ChipKind, str], width: int, height: int, ratio: float) -> QPixmap:
        """A list shows the same few chips over and over, and drawing one takes ten calls."""
        key = (*chip, width, height, ratio)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) > _MOST_PICTURES:
                self._pictures.clear()
            picture = self._pictures[key] = _drawn_chip(chip, QSize(width, height), ratio)
        return picture

    def _fitting(self, text: str, metrics: QFontMetrics, room: int) -> str:
        fits = self._fits.get((text, room))
        if fits is None:
            if len(self._fits) > _MOST_TEXTS:
                self._fits.clear()
            fits = self._fits[text, room] = metrics.elidedText(text, _ELIDE, room)
        return fits

    def _paint_parts(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        pad: int,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chip = index.data(CHIP_ROLE)
        content = QStyleOptionViewItem(option)
        self.initStyleOption(content, index)
        if chip is not None or _has_ground(content):
            self._draw_ground(painter, content, checks=chip is not None)
        if chip is not None:
            kind, words = chip
            paint_chip(painter, QRectF(option.rect).adjusted(pad, 0, -pad, 0), kind, words)
        elif content.features.value & _SEVERAL:
            content.rect = option.rect.adjusted(pad - _TEXT_MARGIN, 0, _TEXT_MARGIN - pad, 0)
            content.widget.style().drawControl(_ITEM, content, painter, content.widget)
        elif content.text:
            room = option.rect.adjusted(pad, 0, -pad, 0)
            draw_text(painter, content, room, content.text, int(content.displayAlignment))

    def _draw_ground(self, painter: QPainter, content: QStyleOptionViewItem, *, checks: bool) -> None:
        """Everything but the text, over the whole cell; the box of a mark only where no text brings it."""
        ground = QStyleOptionViewItem(content)
        ground.text = ""
        if not checks:
            ground.features &= ~_CHECK
        ground.widget.style().drawControl(_ITEM, ground, painter, ground.widget)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the chip, or for the text."""
        chip = index.data(CHIP_ROLE)
        return chip_size(chip_text(*chip)) if chip is not None else super().sizeHint(option, index)
