"""A table over ids and a cache of pages: exact scroll bar, random jumps, rows fetched off the GUI thread.

The model holds every id (one reference each) and the rows of the pages looked at last.  A cell of a row
that is not there yet is empty; its page is asked for by ``wanted`` and shown when ``put_rows`` brings it.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from ui.models.marks import Marks
from ui.style.tokens import ChipKind
from ui.widgets.chips import CELL_ROLE, CHIP_ROLE, Cell

R = TypeVar("R")
PAGE = 10
MAX_PAGES = 400
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING: dict[str, Any] = {}
_ALIGNMENT, _CHECK_STATE = int(Qt.ItemDataRole.TextAlignmentRole), int(Qt.ItemDataRole.CheckStateRole)
_ANSWERED = frozenset(
    {int(Qt.ItemDataRole.DisplayRole), CHIP_ROLE, CELL_ROLE, int(Qt.ItemDataRole.AccessibleTextRole),
     _ALIGNMENT, _CHECK_STATE}
)  # fmt: skip
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: ``text`` of a row, or its ``chip``; ``order`` is what its heading sorts by (None: not)."""

    key: str
    title: str
    width: int
    text: Callable[[R], str]
    chip: Callable[[R], tuple[ChipKind, str] | None] | None = None
    right: bool = False
    order: object = None


class PagedRows(QAbstractTableModel, Generic[R]):
    """Rows of ``R`` by id.  ``wanted`` carries ids to fetch rows for; ``marks`` is the virtual selection."""

    wanted = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        sentence: Callable[[R], str],
        id_of: Callable[[R], str],
        parent: QObject | None = None,
    ) -> None:
        """``sentence`` is what a screen reader says of a row."""
        super().__init__(parent)
        self._columns = list(columns)
        self._sentence = sentence
        self._id_of = id_of
        self._ids: Sequence[str] = ()
        self._pages: OrderedDict[int, dict[str, R]] = OrderedDict()
        self._asked: set[int] = set()
        self.marks = Marks(self)
        self.marks.changed.connect(self._marks_changed)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)
        self._to_ask: set[int] = set()

    # Contents

    @property
    def ids(self) -> Sequence[str]:
        """Every id, in order."""
        return self._ids

    @property
    def columns(self) -> Sequence[Column[R]]:
        """The columns shown."""
        return self._columns

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._columns = list(columns)
        self.endResetModel()

    def set_ids(self, ids: Sequence[str], near: Sequence[R] = (), *, near_from: int = -1) -> None:
        """Show these ids; rows that were fetched are kept, marks of ids that are gone are not.

        ``near`` are rows to be looked at first, which stand one after another in the list, from place
        ``near_from`` on (-1: it is looked for).
        """
        self.beginResetModel()
        kept = {key: row for page in self._pages.values() for key, row in page.items()}
        self._ids = ids
        self._pages.clear()
        self._asked.clear()
        self._to_ask.clear()
        if kept and len(ids) <= PAGE * MAX_PAGES:
            for place, key in enumerate(ids):
                if key in kept:
                    self._pages.setdefault(place // PAGE, {})[key] = kept[key]
        self._keep_near(near, near_from)
        self.endResetModel()
        self.marks.list_changed(ids)

    def _keep_near(self, near: Sequence[R], first: int) -> None:
        if near and first < 0:
            first = self.place_of(self._id_of(near[0]))
        for place, row in enumerate(near, first):
            key = self._id_of(row)
            if first >= 0 and self.id_at(place) == key:
                self._pages.setdefault(place // PAGE, {})[key] = row

    def put_rows(self, rows: Iterable[R]) -> None:
        """Show rows that were fetched."""
        places = self._places_in(self._asked)
        touched: list[int] = []
        for row in rows:
            key = self._id_of(row)
            place = places.get(key)
            if place is not None:
                self._pages.setdefault(place // PAGE, {})[key] = row
                touched.append(place)
        self._trim({place // PAGE for place in touched})
        if touched:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(touched), 0), self.index(max(touched), last))

    def forget(self, ids: Iterable[str]) -> None:
        """These rows changed: fetch them again when they are looked at."""
        places = self._places_in(self._pages)
        for key in ids:
            place = places.get(key)
            if place is not None and self._pages.get(place // PAGE, {}).pop(key, None) is not None:
                self._asked.discard(place // PAGE)
                self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def row_at(self, place: int) -> R | None:
        """The row at ``place`` when it was fetched; asks for it otherwise."""
        if not 0 <= place < len(self._ids):
            return None
        number = place // PAGE
        page = self._pages.get(number)
        row = page.get(self._ids[place]) if page else None
        if row is None:
            self._want(number)
        elif page is not None:
            self._pages.move_to_end(number)
        return row

    def look_at(self, first: int, last: int) -> None:
        """Ask at once for the rows from ``first`` to ``last``, before they are painted."""
        for number in range(max(first, 0) // PAGE, min(last, len(self._ids) - 1) // PAGE + 1):
            if number not in self._pages:
                self._want(number)
        self._ask()

    def has(self, first: int, last: int) -> bool:
        """Whether the rows from ``first`` to ``last`` were all fetched; asks for none."""
        return all(
            self._ids[place] in self._pages.get(place // PAGE, _NOTHING)
            for place in range(max(first, 0), min(last, len(self._ids) - 1) + 1)
        )

    def id_at(self, place: int) -> str:
        """The id at ``place``; empty outside of the list."""
        return self._ids[place] if 0 <= place < len(self._ids) else ""

    def place_of(self, key: str) -> int:
        """Where an id stands; -1 when it is not listed."""
        try:
            return self._ids.index(key)
        except ValueError:
            return -1

    def _places_in(self, pages: Iterable[int]) -> dict[str, int]:
        """Where the ids of these pages stand; of the whole list that took 30 ms for 100,000."""
        starts = [number * PAGE for number in pages]
        return {key: start + i for start in starts for i, key in enumerate(self._ids[start : start + PAGE])}

    # Qt

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Rows of the list."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Columns shown."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (any Qt value)
        """Text, chip, alignment, mark or sentence of a cell."""
        if role not in _ANSWERED or not index.isValid():
            return None
        if role == _ALIGNMENT:
            return _alignment(self._columns[index.column()])
        if role == _CHECK_STATE:
            return self._mark_of(index)
        row = self.row_at(index.row())
        if role == CELL_ROLE:
            return row is not None and _cell(row, self._columns[index.column()], self._mark_of(index))
        return None if row is None else self._of_row(row, index.column(), role)

    def cells(self, place: int) -> list[Cell] | None:
        """Every cell of a row at once, for a view that paints rows as a whole; None: it is not there yet.

        Without marks: a view leaves the painting of those to its delegate.
        """
        row = self.row_at(place)
        return None if row is None else [_cell(row, column, None) for column in self._columns]

    def _of_row(self, row: R, place: int, role: int) -> object:
        column = self._columns[place]
        if role == CHIP_ROLE:
            return column.chip(row) if column.chip else None
        if role == Qt.ItemDataRole.AccessibleTextRole and place == 0:
            return self._sentence(row)
        return column.text(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (any Qt value)
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section])
        return None

    def _mark_of(self, index: _Index) -> Qt.CheckState | None:
        if index.column() != 0 or not self.marks.count:
            return None
        marked = self.marks.has(self.id_at(index.row()))
        return Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked

    def _marks_changed(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    # Fetching

    def _want(self, number: int) -> None:
        if number not in self._asked:
            self._asked.add(number)
            self._to_ask.add(number)
            self._asking.start()

    def _ask(self) -> None:
        numbers, self._to_ask = sorted(self._to_ask), set()
        wanted = [key for n in numbers for key in self._ids[n * PAGE : (n + 1) * PAGE]]
        if wanted:
            self.wanted.emit(wanted)

    def _trim(self, fresh: set[int]) -> None:
        for number in fresh:
            self._asked.discard(number)
            self._pages.move_to_end(number)
        while len(self._pages) > MAX_PAGES:
            self._pages.popitem(last=False)


def _cell(row: R, column: Column[R], check: Qt.CheckState | None) -> Cell:
    chip = column.chip(row) if column.chip else None
    return Cell("" if chip else column.text(row), _RIGHT if column.right else _LEFT, chip, check)


def _alignment(column: Column[Any]) -> int:
    return _RIGHT if column.right else _LEFT
