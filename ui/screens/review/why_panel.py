"""Why a lead may be the person: bars, table or sentence, all from the same rows."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.messages.words import band_chip
from ui.screens.review.waterfall_chart import WaterfallChart
from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.copying import copy_text
from ui.widgets.labels import ElidedLabel, plain_label
from workbench.model.lead import Lead
from workbench.services.explaining import Bar, Waterfall, as_text, signed
from workbench.services.review_queue import Candidate


class WhyView(StrEnum):
    """The three ways of showing the reasons; W goes from one to the next."""

    BARS = "bars"
    TABLE = "table"
    SENTENCE = "sentence"


class WhyTable(QWidget):
    """The rows of a waterfall as a table of plain text that wraps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._cells: list[tuple[QLabel, QLabel, QLabel, QLabel]] = []
        self.setAccessibleName(self.tr("Reasons as a table"))

    def show_waterfall(self, data: Waterfall, *, expanded: bool) -> None:
        """Show the rows of ``data``, the total last."""
        rows = [(self.tr("Field"), self.tr("Comparison"), self.tr("Bits"), self.tr("Note"), "text2")]
        for bar in data.bars:
            rows.append((bar.title, bar.words, signed(bar.bits), bar.detail, "text"))
            rows += [self._inner(inner) for inner in (bar.parts if expanded else ())]
        rows.append((self.tr("Total"), data.total_words, signed(data.total), "", "text"))
        while len(self._cells) < len(rows):
            self._add()
        for index, cells in enumerate(self._cells):
            values = rows[index] if index < len(rows) else None
            for column, cell in enumerate(cells):
                if cell.isHidden() == (values is not None):
                    cell.setVisible(values is not None)
                cell.setText(values[column] if values else "")
        self.setAccessibleDescription("; ".join(" ".join(filter(None, row[:4])) for row in rows[1:]))

    def _inner(self, bar: Bar) -> tuple[str, str, str, str, str]:
        return "    " + bar.title, bar.words, signed(bar.bits), self.tr("as a relative"), "text2"

    def _add(self) -> None:
        row = len(self._cells)
        tone = "text2" if row == 0 else "text"
        cells = tuple(plain_label(tone=tone, wrap=column in {1, 3}) for column in range(4))
        cells[2].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, row, column)
        self._cells.append(cells)  # type: ignore[arg-type]


class WhySentence(QWidget):
    """The reasons in words, with the limits that hold whatever the score."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._words = plain_label(wrap=True, selectable=True)
        layout.addWidget(self._words)
        layout.addStretch(1)
        self.setAccessibleName(self.tr("Reasons in words"))

    def show_waterfall(self, data: Waterfall) -> None:
        """Show sentence, total and weights version."""
        version = self.tr("Weights version {version}.").format(version=data.weights_version)
        self._words.setText(f"{data.sentence}\n{data.total_words}.\n{version}")
        self.setAccessibleDescription(self._words.text())


class _Pages(QStackedWidget):
    """As high as the page shown."""

    def _page(self) -> QWidget:
        return self.currentWidget() or self

    def sizeHint(self) -> QSize:
        return self._page().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._page().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return self._page().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self._page().heightForWidth(width)


class WhyPanel(Card):
    """The card around the three views.  ``copied`` tells that the text for a file note was copied."""

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Why?"), parent)
        self._lead: Lead | None = None
        self._data: Waterfall | None = None
        self._file = ""
        self._expanded, self._blind = False, False
        self.view = WhyView.BARS
        self.band = Chip(ChipKind.NEUTRAL, "")
        self._legend = ElidedLabel(role=Role.CAPTION, tone="text2")
        self._legend.setText(self.tr("blue adds, striped orange subtracts; +1 doubles the odds"))
        self._legend.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.header.insertWidget(1, self.band)
        self.header.addWidget(self._legend, 4)
        self.copy_button = push_button(self.tr("Copy"), kind="flat", icon="copy")
        self.copy_button.setAccessibleName(self.tr("Copy the reasons as text"))
        self.copy_button.clicked.connect(self.copy)
        self.header.addWidget(self.copy_button)
        self._limits = plain_label(tone="bad", wrap=True)
        self.chart, self.table, self.sentence = WaterfallChart(), WhyTable(), WhySentence()
        self._hidden = plain_label(self.tr("The score is hidden until you have decided (B)."), tone="text2")
        self._pages = _Pages()
        for page in (self.chart, self.table, self.sentence, self._hidden):
            self._pages.addWidget(page)
        self.add(self._limits)
        self.add(self._pages)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_candidate(self, candidate: Candidate) -> None:
        """Show the reasons of a lead."""
        self.show_lead(candidate.lead, candidate.waterfall, candidate.source.file_name)

    def show_lead(self, lead: Lead, data: Waterfall, file_name: str) -> None:
        """Show the reasons ``data`` of ``lead``, which is from the record file of that name."""
        self._lead, self._data, self._file = lead, data, file_name
        self.chart.show_waterfall(data)
        self.sentence.show_waterfall(data)
        self._limits.setText("\n".join(self.tr("Limit: {why}.").format(why=limit) for limit in data.limits))
        self.band.set(*band_chip(data.band))
        self._show()

    def set_blind(self, blind: bool) -> None:
        """Hide everything that tells the score."""
        self._blind = blind
        self._show()

    def set_expanded(self, expanded: bool) -> None:
        """Show what "could be a relative" is made of."""
        self._expanded = expanded
        self.chart.set_expanded(expanded)
        self._show()

    def set_view(self, view: WhyView) -> None:
        """Show bars, table or sentence."""
        self.view = view
        self._show()

    def next_view(self) -> None:
        """Go on from bars to table to sentence to bars."""
        views = list(WhyView)
        self.set_view(views[(views.index(self.view) + 1) % len(views)])

    def copy(self) -> None:
        """Put the reasons as text for a file note into the clipboard."""
        if self._lead is not None and not self._blind:
            copy_text(as_text(self._lead, self._file))
            self.copied.emit()

    def _show(self) -> None:
        data = self._data
        if data and self.view is WhyView.TABLE:
            self.table.show_waterfall(data, expanded=self._expanded)
        pages = {WhyView.BARS: self.chart, WhyView.TABLE: self.table, WhyView.SENTENCE: self.sentence}
        self._pages.setCurrentWidget(self._hidden if self._blind else pages[self.view])
        self._pages.updateGeometry()
        title = self.tr("Why?")
        if data and not self._blind:
            title = self.tr("Why {percent}?").format(percent=data.percent)
        self.set_title(title)
        self._legend.setVisible(self.view is WhyView.BARS and not self._blind)
        self.band.setVisible(data is not None and not self._blind)
        self.copy_button.setEnabled(data is not None and not self._blind)
        self._limits.setVisible(bool(self._limits.text()) and not self._blind)
        if data and not self._blind:
            self.setAccessibleDescription(f"{data.sentence} {data.total_words}.")
        else:
            self.setAccessibleDescription(self._hidden.text())
