"""How a file is read: encoding, delimiter, header line, date order, boundaries; and the layout's own name."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.screens.imports.plan import ImportPlan
from ui.screens.imports.ruler import Ruler, RulerArea
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.forms import ComboBox, LineEdit
from ui.widgets.labels import plain_label
from workbench.services.own_layouts import ENCODINGS, ReadAs, blank_breaks, dates_of, first_breaks

FIXED = "fixed"
RULER_WAIT = 400
"""Milliseconds after the last moved boundary until the file is looked at again."""
MOST_HEADER_ROWS = 30


class ReadingCard(Card):
    """``read_as`` carries a person's word on the file, ``dates`` the order of dates, ``named`` a name."""

    read_as = Signal(object)
    dates = Signal(str)
    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown = ReadAs()
        self._lines: tuple[str, ...] = ()
        self._make_choices()
        self.ruler = Ruler()
        self.area = RulerArea(self.ruler)
        self._hint = plain_label(
            self.tr("← → move a boundary · Ctrl+← → another one · Ins adds · Del removes · or by mouse"),
            tone="text2", wrap=True,
        )  # fmt: skip
        choices = QWidget()
        flow = FlowLayout(choices, gap=8)
        for widget in (self.encoding, self.delimiter, self.header_row, self.order, self.name):
            flow.addWidget(widget)
        self.add(choices)
        self.add(self.area)
        self.add(self._hint)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(RULER_WAIT)
        self._wait.timeout.connect(self._tell)
        self.ruler.changed.connect(self._moved)
        for box in (self.encoding, self.delimiter, self.header_row):
            box.activated.connect(self._tell)
        self.order.activated.connect(self._order_chosen)
        self.name.editingFinished.connect(self._name_given)

    def _make_choices(self) -> None:
        self.encoding = ComboBox(name=self.tr("Encoding"))
        self.encoding.add(self.tr("Encoding: as found"), "")
        for name in ENCODINGS:
            self.encoding.add(self.tr("Encoding: {name}").format(name=name.upper()), name)
        self.delimiter = ComboBox(name=self.tr("Delimiter"))
        for words, value in (
            (self.tr("Delimiter: as found"), ""), (self.tr("Delimiter: comma"), ","),
            (self.tr("Delimiter: semicolon"), ";"), (self.tr("Delimiter: tab"), "\t"),
            (self.tr("Delimiter: pipe"), "|"), (self.tr("Fixed width"), FIXED),
        ):  # fmt: skip
            self.delimiter.add(words, value)
        self.header_row = ComboBox(name=self.tr("Header line"))
        self.header_row.add(self.tr("Header: as found"), None)
        self.header_row.add(self.tr("Header: none"), 0)
        for row in range(1, MOST_HEADER_ROWS + 1):
            self.header_row.add(self.tr("Header: line {n}").format(n=row), row)
        self.order = ComboBox(name=self.tr("Order of dates"))
        for words, value in (
            (self.tr("Dates: from the values"), ""), (self.tr("Dates: month day year"), "mdy"),
            (self.tr("Dates: day month year"), "dmy"), (self.tr("Dates: year month day"), "ymd"),
        ):  # fmt: skip
            self.order.add(words, value)
        self.name = LineEdit(name=self.tr("Name of the layout"), hint=self.tr("Name, to save it as your own"))
        self.name.setMinimumWidth(220)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for lines that wrap."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def show_plan(self, plan: ImportPlan) -> None:
        """Show how the file is read."""
        seen = plan.preview.seen
        text = bool(seen.lines)
        told = seen.read_as
        self._shown = told
        self._lines = seen.lines
        for box in (self.encoding, self.delimiter):
            box.setVisible(text)
        self.encoding.choose(told.encoding)
        fixed = bool(told.breaks)
        self.delimiter.choose(FIXED if fixed else told.delimiter)
        self.header_row.choose(told.header_row)
        self.header_row.setVisible(not seen.summary.get("record_lengths"))
        self.order.choose(dates_of(plan.preview.kind, plan.mapping))
        if not self.name.hasFocus():
            self.name.setText(plan.name)
        ruled = text and bool(seen.summary.get("record_lengths"))
        self.area.setVisible(ruled)
        self._hint.setVisible(ruled)
        if ruled and not self._wait.isActive():
            self.ruler.show_lines(seen.lines, told.breaks or first_breaks(plan.preview))
        self._make_room()

    def word(self) -> ReadAs:
        """What is chosen now."""
        delimiter = str(self.delimiter.value() or "")
        row = self.header_row.value()
        fixed = delimiter == FIXED
        ruled = self.area.isVisibleTo(self)
        breaks = (self.ruler.breaks if ruled else blank_breaks(self._lines)) if fixed else ()
        return ReadAs(
            encoding=str(self.encoding.value() or ""),
            delimiter="" if fixed else delimiter,
            header_row=row if isinstance(row, int) and not breaks else None,
            breaks=breaks,
        )

    def _moved(self, _breaks: object) -> None:
        self.delimiter.choose(FIXED)
        self._wait.start()

    def _tell(self) -> None:
        self._wait.stop()
        word = self.word()
        if word != self._shown:
            self.read_as.emit(word)

    def _order_chosen(self) -> None:
        self.dates.emit(str(self.order.value() or ""))

    def _name_given(self) -> None:
        self.named.emit(self.name.text().strip())
