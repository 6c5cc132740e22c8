"""The list of the timeline: days, entries, and the lines of those expanded, all of one height."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.messages.formats import clock_time, day_heading, moment
from ui.messages.translating import translate
from ui.screens.case.case_words import cost_words, gone_words, shape_chip
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.chips import paint_chip
from workbench.services.case_timeline import Gone, TimelineEntry

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 50
"""Item data: the :class:`Row` itself."""


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (only ``text``), an entry, or one ``text`` line of an expanded entry."""

    text: str = ""
    entry: TimelineEntry | None = None
    expanded: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it heads the entries of a day."""
        return self.entry is None

    @property
    def is_line(self) -> bool:
        """Whether it is a line of an expanded entry."""
        return self.entry is not None and bool(self.text)


class TimelineModel(QAbstractListModel):
    """Rows of the entries shown, newest first; pinned ones stand at the top too."""

    def __init__(self, lines_of: Callable[[TimelineEntry], list[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines_of = lines_of
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown."""
        return self._rows

    def show_entries(self, entries: Sequence[TimelineEntry], expanded: frozenset[str], today: date) -> None:
        """Show these entries; those whose ids are in ``expanded`` with their lines."""
        self.beginResetModel()
        self._rows = []
        pinned = [e for e in entries if e.pinned]
        if pinned:
            self._rows.append(Row(translate("Timeline", "Pinned")))
            for entry in pinned:
                self._add(entry, expanded)
        day: date | None = None
        for entry in entries:
            if entry.day != day:
                day = entry.day
                self._rows.append(Row(day_heading(day, today)))
            self._add(entry, expanded)
        self.endResetModel()

    def _add(self, entry: TimelineEntry, expanded: frozenset[str]) -> None:
        opened = entry.entry_id in expanded
        self._rows.append(Row(entry=entry, expanded=opened))
        if opened:
            self._rows += [Row(text=line, entry=entry) for line in self._lines_of(entry)]

    def row(self, number: int) -> Row | None:
        """A row; None for no row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, entry_id: str) -> int:
        """The row of an entry, in its day; -1 when it is not shown."""
        for number in range(len(self._rows) - 1, -1, -1):
            row = self._rows[number]
            if row.entry is not None and not row.is_line and row.entry.entry_id == entry_id:
                return number
        return -1

    def first_entry(self) -> int:
        """The first row that is an entry; -1 when there is none."""
        return next((n for n, row in enumerate(self._rows) if row.entry is not None), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """One row each."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over by the keys."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None or row.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The row itself, its words, and what a screen reader says."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if row.entry is None or row.is_line else row.entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry_sentence(row)
        return None


def entry_sentence(row: Row) -> str:
    """What a screen reader says of a row."""
    entry = row.entry
    if entry is None or row.is_line:
        return row.text
    parts = [
        moment(entry.activity.at),
        shape_chip(entry.shape)[1],
        entry.title,
        gone_words(entry.gone),
        translate("Timeline", "pinned") if entry.pinned else "",
        cost_words(entry.activity.cost_cents),
        entry.activity.actor,
    ]
    return ", ".join(part for part in parts if part)


class TimelineDelegate(QStyledItemDelegate):
    """Draws rows of the timeline: time, kind, words, who; what no longer counts is struck through."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every row is as high as a table's."""
        return QSize(200, current_theme().row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw background and focus as usual, then the row."""
        row: Row | None = index.data(ROW_ROLE)
        if row is None:
            return
        blank = QStyleOptionViewItem(option)
        blank.text = ""
        style = blank.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, blank, painter, blank.widget)
        painter.save()
        rect = QRectF(option.rect)
        if row.is_heading:
            _heading(painter, rect, row.text)
        elif row.is_line:
            _line(painter, rect, row.text)
        else:
            assert row.entry is not None
            _entry(painter, rect, row.entry, expanded=row.expanded)
        painter.restore()


def _heading(painter: QPainter, rect: QRectF, text: str) -> None:
    theme = current_theme()
    painter.fillRect(rect, theme.colour("sunken"))
    painter.setFont(theme.font(Role.STRONG))
    painter.setPen(theme.colour("text2"))
    place = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def line_indent() -> int:
    """Where the words of an entry and its lines begin, in pixels."""
    return current_theme().px(208)


def _line(painter: QPainter, rect: QRectF, text: str) -> None:
    theme = current_theme()
    painter.setFont(theme.font(Role.BODY))
    painter.setPen(theme.colour("text2"))
    place = rect.adjusted(line_indent(), 0, -theme.px(8), 0)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def _entry(painter: QPainter, rect: QRectF, entry: TimelineEntry, *, expanded: bool) -> None:
    theme = current_theme()
    left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
    painter.setFont(theme.font(Role.BODY))
    painter.setPen(theme.colour("text2"))
    painter.drawText(QRectF(rect.left() + theme.px(8), rect.top(), theme.px(14), rect.height()), left,
                     "▾" if expanded else "▸")  # fmt: skip
    painter.drawText(QRectF(rect.left() + theme.px(24), rect.top(), theme.px(44), rect.height()), left,
                     clock_time(entry.activity.at))  # fmt: skip
    kind, words = shape_chip(entry.shape)
    paint_chip(
        painter, QRectF(rect.left() + theme.px(72), rect.top(), theme.px(130), rect.height()), kind, words
    )
    metrics = QFontMetrics(theme.font(Role.BODY))
    beside = [cost_words(entry.activity.cost_cents), entry.activity.actor]
    tail = "  ".join(part for part in beside if part)
    sign = "★ " if entry.pinned else ""
    width = metrics.horizontalAdvance(sign + tail)
    painter.drawText(rect.adjusted(0, 0, -theme.px(8), 0), right, sign + tail)
    room = rect.adjusted(line_indent(), 0, -width - theme.px(24), 0)
    font = theme.font(Role.BODY)
    gone = entry.gone is not Gone.NO
    font.setStrikeOut(gone)
    painter.setFont(font)
    painter.setPen(QPen(theme.colour("text3" if gone else "text")))
    painter.drawText(
        room, left, metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, int(room.width()))
    )


def wrapped(text: str, width: int, metrics: QFontMetrics) -> list[str]:
    """``text`` in lines no wider than ``width`` pixels, cut between words where that is possible."""
    found: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if line and metrics.horizontalAdvance(longer) > width:
                found.append(line)
                line = word
            else:
                line = longer
        found.append(line)
    return found
