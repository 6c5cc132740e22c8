"""Tables of fixed rows: one current row, Enter opens, headers sort, nothing is measured row by row."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.style.theme import current_theme
from ui.widgets import column_fit
from ui.widgets.chips import ChipDelegate
from ui.widgets.copying import copy_text


class TableView(QTableView):
    """A table of a model of ours.

    ``opened`` carries the row that Enter or a double click opens, ``current_changed`` the row now current
    (-1: none), ``sort_asked`` column and order when a header asks for another sort.
    """

    opened = Signal(int)
    current_changed = Signal(int)
    sort_asked = Signal(int, Qt.SortOrder)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader calls the table."""
        super().__init__(parent)
        self._widths: list[int] = []
        self._turns: list[tuple[int, int]] = []
        self._needs: list[int] = []  # what the cells measured so far need
        self._held: dict[int, int] = {}  # widths that a person has drawn
        self.setAccessibleName(name)
        self.setItemDelegate(ChipDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setAccessibleName(name)
        header.sectionClicked.connect(self._header_clicked)
        header.sectionResized.connect(self._section_resized)
        self.doubleClicked.connect(self._double_clicked)
        current_theme().changed.connect(self._restyle)
        self._restyle()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show ``model``; its current row is told by ``current_changed``."""
        super().setModel(model)
        if model is not None:
            self.selectionModel().currentRowChanged.connect(self._current_row_changed)
            model.modelReset.connect(self._content_reset)
            model.dataChanged.connect(self._content_changed)
            self._apply_widths()

    def set_columns(
        self,
        widths: Sequence[int],
        *,
        stretch: int | None = None,
        fitted: bool = False,
        giving: Sequence[tuple[int, int]] = (),
        firm: Collection[int] = (),
    ) -> None:
        """Widths of the columns in pixels at 100 %; column ``stretch`` takes what is left over.

        ``fitted``: they are the usual widths.  A column whose cells say more is wider while there is room,
        and one whose cells say less gives its room to others; where there is too little, the columns
        ``giving`` give before others, in turn, each down to a width.  No heading is cut, and of the columns
        ``firm`` nothing.
        """
        self._widths, self._turns, self._firm = list(widths), list(giving), frozenset(firm)
        self._stretch, self._fitted = stretch, fitted and stretch is not None
        self._held.clear()
        self._apply_widths()

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Hide or show a column; the others take its room."""
        if self.isColumnHidden(column) != hide:
            super().setColumnHidden(column, hide)
            self._fill()

    def set_sortable(self, sortable: bool) -> None:
        """Whether headers ask for another sort."""
        self.horizontalHeader().setSectionsClickable(sortable)
        self.horizontalHeader().setSortIndicatorShown(sortable)

    def row_count(self) -> int:
        """Rows of the model; 0 without one."""
        model: QAbstractItemModel | None = self.model()
        return model.rowCount() if model is not None else 0

    def current_row(self) -> int:
        """The current row; -1 when there is none."""
        return self.currentIndex().row()

    def set_current_row(self, row: int) -> None:
        """Make ``row`` current and bring it into view; -1 does nothing."""
        if 0 <= row < self.row_count():
            index = self.model().index(row, max(0, self.currentIndex().column()))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; J and K move as ↓ and ↑ do; Ctrl+C copies the cell, for no history to keep."""
        row = self.current_row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if row >= 0:
                self.opened.emit(row)
            return
        if event.key() in {Qt.Key.Key_J, Qt.Key.Key_K} and not event.modifiers():
            self.set_current_row(row + (1 if event.key() == Qt.Key.Key_J else -1))
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_cell()
            return
        super().keyPressEvent(event)

    def copy_cell(self) -> None:
        """Put what the current cell says into the clipboard; nothing where it says nothing."""
        text = self.currentIndex().data(int(Qt.ItemDataRole.DisplayRole))
        if text:
            copy_text(str(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stretched column takes what is left over."""
        super().resizeEvent(event)
        self._fill()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A table with rows always has a current one: screen readers stumble without."""
        super().focusInEvent(event)
        if self.current_row() < 0:
            self.set_current_row(0)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""

    def _restyle(self) -> None:
        theme = current_theme()
        self.verticalHeader().setDefaultSectionSize(theme.row_height)
        self.horizontalHeader().setFixedHeight(theme.px(28))
        self._apply_widths()

    def _apply_widths(self) -> None:
        header = self.horizontalHeader()
        theme = current_theme()
        for column, width in enumerate(self._widths):
            if column >= header.count():
                return
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            if column != self._stretch and not self._fitted:
                header.resizeSection(column, theme.px(width))
        self._content_reset()

    def _fill(self) -> None:
        """Give the stretched column what is left over, and never less than it needs to be read."""
        header, column = self.horizontalHeader(), self._stretch
        if column is None or column >= min(header.count(), len(self._widths)):
            return
        if self._fitted:
            self._fit()
            return
        others = sum(header.sectionSize(c) for c in range(header.count()) if c != column)
        least = current_theme().px(min(self._widths[column], column_fit.READABLE))
        header.resizeSection(column, max(least, self.viewport().width() - others))

    def _fit(self) -> None:
        """Divide the room by what the columns need."""
        header, theme = self.horizontalHeader(), current_theme()
        if header.count() != len(self._widths) or self._stretch is None:
            return
        heads = column_fit.headings(self)
        needs = self._needs if len(self._needs) == len(heads) else heads
        wants = [max(pair) for pair in zip(needs, heads, strict=True)]
        usual = [theme.px(width) for width in self._widths]
        fixed = {**self._held, **{c: 0 for c in range(len(wants)) if self.isColumnHidden(c)}}
        for column, width in fixed.items():
            wants[column] = usual[column] = heads[column] = width
        turns = [(column, theme.px(least)) for column, least in self._turns]
        turns += column_fit.usual_giving(wants, usual, self._stretch)
        giving = [(c, max(least, heads[c])) for c, least in turns if c not in self._firm]
        widths = column_fit.divide(wants, usual, self.viewport().width(), self._stretch, giving)
        self._fitting = True
        for column, width in enumerate(widths):
            if not self.isColumnHidden(column):
                header.resizeSection(column, width)
        self._fitting = False

    def _measure(self) -> list[int]:
        """What the cells need that are there now."""
        return column_fit.measured(self, range(min(self.row_count(), column_fit.ROWS)))

    def _content_reset(self) -> None:
        if self._fitted:
            self._needs = self._measure()
        self._fill()

    def _content_changed(self) -> None:
        """Other cells: columns grow with them, and shrink only with another list."""
        if not self._fitted:
            return
        now = self._measure()
        if len(now) == len(self._needs):
            now = [max(pair) for pair in zip(now, self._needs, strict=True)]
        if now != self._needs:
            self._needs = now
            self._fill()

    def _section_resized(self, column: int, _old: int, new: int) -> None:
        """A column that a person has drawn stays as it was drawn."""
        drawn = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        if self._fitted and not self._fitting and drawn:
            self._held[column] = new

    _fitted = _fitting = False
    _firm: frozenset[int] = frozenset()
    _stretch: int | None = None

    def _current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(current.row())

    def _double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _header_clicked(self, column: int) -> None:
        if self.horizontalHeader().isSortIndicatorShown():
            self.sort_asked.emit(column, self.horizontalHeader().sortIndicatorOrder())
