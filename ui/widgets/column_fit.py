"""How the room of a table is divided among its columns, by what they have to say."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.chips import CELL_PAD, CHIP_ROLE, chip_size, chip_text

READABLE = 120
"""Pixels at 100 % that a stretched column keeps; a narrower table scrolls sideways."""
_SORT_SIGN = 26
ROWS = 60
"""Rows whose content is measured: the further ones of a long list are cut where they say more."""


def divide(
    wants: Sequence[int], usual: Sequence[int], room: int, stretch: int, giving: Iterable[tuple[int, int]]
) -> list[int]:
    """Widths of columns, in pixels.

    Every column has what it ``wants`` where there is ``room`` for all; what is left over first makes the
    columns as wide as ``usual``, in their order, and then goes to ``stretch``.  Where there is too little,
    columns give: ``giving`` says which in turn, and down to what width.  With nothing left to give the sum is
    more than the room, and the table scrolls.
    """
    widths = list(wants)
    spare = room - sum(widths)
    for column, least in giving if spare < 0 else ():
        given = min(-spare, max(0, widths[column] - least))
        widths[column] -= given
        spare += given
    for column, width in enumerate(usual) if spare > 0 else ():
        taken = min(spare, max(0, width - widths[column]))
        widths[column] += taken
        spare -= taken
    widths[stretch] += max(0, spare)
    return widths


def usual_giving(wants: Sequence[int], usual: Sequence[int], stretch: int) -> list[tuple[int, int]]:
    """What gives in a table without an order of its own.

    First the stretched column down to its usual width, then the others down to theirs, the widest first, and
    then the stretched one down to what can just be read.
    """
    others = sorted((c for c in range(len(wants)) if c != stretch), key=lambda c: -wants[c])
    readable = min(usual[stretch], current_theme().px(READABLE))
    return [(stretch, usual[stretch]), *((c, usual[c]) for c in others), (stretch, readable)]


def headings(table: QTableView) -> list[int]:
    """What the heading of each column needs, with the sign of its sort where it has that."""
    header, theme = table.horizontalHeader(), current_theme()
    metrics, sign = QFontMetrics(theme.font(Role.STRONG)), theme.px(_SORT_SIGN)
    needs = [
        metrics.horizontalAdvance(str(table.model().headerData(column, Qt.Orientation.Horizontal) or ""))
        for column in range(header.count())
    ]
    if header.isSortIndicatorShown() and 0 <= header.sortIndicatorSection() < len(needs):
        needs[header.sortIndicatorSection()] += sign
    return [need + 2 * theme.px(CELL_PAD) + 1 for need in needs]


def measured(table: QTableView, rows: Iterable[int]) -> list[int]:
    """What the cells of each column need in ``rows``."""
    model, metrics, pad = table.model(), table.fontMetrics(), 2 * current_theme().px(CELL_PAD)
    wants = [0] * model.columnCount()
    for row in rows:
        for column, known in enumerate(wants):
            wants[column] = max(known, _needed(model.index(row, column), metrics) + pad)
    return wants


def _needed(index: QModelIndex | QPersistentModelIndex, metrics: QFontMetrics) -> int:
    chip = index.data(CHIP_ROLE)
    if chip is not None:
        return chip_size(chip_text(*chip)).width()
    text = index.data(int(Qt.ItemDataRole.DisplayRole))
    if not text:
        return 0
    font = index.data(int(Qt.ItemDataRole.FontRole))
    measure = QFontMetrics(font) if isinstance(font, QFont) else metrics
    return measure.horizontalAdvance(str(text)) + 1
