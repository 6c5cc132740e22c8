"""What a review looks like: head, queue, comparison, reasons, decisions; it decides nothing."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.screens.review.bulk_sheet import BulkSheet
from ui.screens.review.comparison import ComparisonGrid
from ui.screens.review.decision_bar import DecisionBar
from ui.screens.review.history_panel import HistoryPanel
from ui.screens.review.queue_model import NAME, SCORE, QueueModel, ScoreDelegate
from ui.screens.review.review_words import record_words
from ui.screens.review.rivals_card import RivalsCard
from ui.screens.review.rows_card import RowsCard
from ui.screens.review.why_panel import WhyPanel
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button, push_button
from ui.widgets.flow import FlowBox
from ui.widgets.forms import ComboBox
from ui.widgets.labels import ElidedLabel, plain_label, plain_tooltip
from ui.widgets.splitters import Splitter
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.services.review_queue import Candidate, OtherCandidate

QUEUE_WIDTH = 260
NARROW = 900
"""Width of the work area (at 100 %) below which the queue gives up its room."""


LEAST_FOR_BOTH = 720
"""Width (at 100 %) below which the queue hides until asked for."""


class Head(QWidget):
    """Title, whose lead from which file, progress, undo and history."""

    def __init__(self, undo: QAction, history: QAction) -> None:
        super().__init__()
        self.source = ElidedLabel(tone="text2")
        self.progress = plain_label(tone="text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(plain_label(self.tr("Match review"), role=Role.H1))
        top.addWidget(self.source, 1)
        top.addWidget(self.progress)
        top.addWidget(action_button(undo, words=self.tr("Undo")))
        top.addWidget(action_button(history, words=self.tr("History")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self.bar)


class _QueueCombo(ComboBox):
    """A choice above the queue, in which letters find an entry instead of deciding a lead."""

    def event(self, event: QEvent) -> bool:
        """Keep bare keys from the actions around."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            text = event.text()
            if text and text.isprintable() and not text.isspace():
                event.accept()
                return True
        return super().event(event)


class QueuePane(QWidget):
    """Which leads in which order, and the leads."""

    def __init__(self, model: QueueModel) -> None:
        super().__init__()
        self.show_combo, self.order_combo = (
            _QueueCombo(name=self.tr("Which leads")),
            _QueueCombo(name=self.tr("Order")),
        )
        self.table = TableView(self.tr("Queue"))
        self.table.setModel(model)
        self.table.setItemDelegateForColumn(SCORE, ScoreDelegate(self.table))
        self.table.set_columns([140, 78], stretch=NAME)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for combo in (self.show_combo, self.order_combo):
            combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
            layout.addWidget(combo)
        layout.addWidget(self.table, 1)


class Others(FlowBox):
    """The other candidates of the same party; ``chosen`` carries the number (1 to 9) of one."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap=6)
        self.buttons: list[QAbstractButton] = []
        self._shown_for: tuple[tuple[OtherCandidate, ...], bool] | None = None

    def show_others(self, others: tuple[OtherCandidate, ...], *, blind: bool) -> None:
        """List them."""
        if (others, blind) == self._shown_for:
            return
        self._shown_for = (others, blind)
        self.clear()
        self.buttons = []
        if others:
            self.add(plain_label(self.tr("Also found:"), tone="text2"))
        for number, other in enumerate(others, 1):
            score = "" if blind else f"  {other.percent}"
            button = push_button(f"{number}  {other.name}{score}", kind="flat")
            plain_tooltip(button, ", ".join(filter(None, (other.birth, other.address, other.file_name))))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.chosen.emit, number))
            self.buttons.append(button)
            self.add(button)
        self.setVisible(bool(others))


class Scrolled(QScrollArea):
    """Comparison and reasons, as wide as the room and no wider."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """Room for a few rows."""
        return QSize(current_theme().px(320), current_theme().px(120))


class ReviewView(QWidget):
    """All widgets of the screen below its head; the keys of a review work in here."""

    def __init__(self, model: QueueModel, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.queue_pane = QueuePane(model)
        self.queue = self.queue_pane.table
        self.comparison, self.why, self.others = ComparisonGrid(), WhyPanel(), Others()
        self.rivals, self.rows = RivalsCard(), RowsCard()
        hints = (
            self.tr("Space reasons · W view · D only differences · O open case · B blind · 1–9 others"),
            self.tr("Space W D O B · 1–9 others · ? keys"),
        )
        self.bar = DecisionBar(actions, hints)
        self.history, self.bulk = HistoryPanel(), BulkSheet()
        self.comparison.add(self.others)
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for card in (self.rivals, self.comparison, self.why, self.rows):
            column.addWidget(card)
        column.addStretch(1)
        detail = QWidget()
        whole = QVBoxLayout(detail)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        self.scrolled = Scrolled(cards)
        whole.addWidget(self.scrolled, 1)
        whole.addWidget(self.bar)
        self.pages = QStackedWidget()
        for page in (detail, self.history, self.bulk):
            self.pages.addWidget(page)
        self.splitter = Splitter(self.queue_pane, self.pages)
        self.splitter.set_stretch(0, 1)
        self.splitter.setSizes([QUEUE_WIDTH, 800])
        self.states = StateStack(self.splitter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.states)
        self._hidden: bool | None = None
        self._only = self._expanded = False
        self.setAccessibleName(self.tr("Match review"))

    def show_candidate(self, candidate: Candidate, *, blind: bool) -> None:
        """Fill comparison, reasons and gains."""
        ours = self.tr("Our case {number} · {client}").format(
            number=candidate.account.account_number, client=candidate.account.client
        )
        theirs = record_words(candidate)
        self.pages.setUpdatesEnabled(False)
        self.comparison.show_rows(ours, theirs, candidate.rows)
        self.others.show_others(candidate.others, blind=blind)
        self.rivals.show_candidate(candidate)
        self.rows.show_candidate(candidate)
        self.why.show_candidate(candidate)
        self.bar.gains.show_candidate(candidate)
        self.states.show_content()
        self.pages.setUpdatesEnabled(True)

    def show_detail(self) -> None:
        """Show the lead in place of history or bulk list."""
        self.pages.setCurrentIndex(0)

    @property
    def at_history(self) -> bool:
        """Whether the history is shown."""
        return self.pages.currentWidget() is self.history

    @property
    def at_bulk(self) -> bool:
        """Whether the bulk list is shown."""
        return self.pages.currentWidget() is self.bulk

    def take_focus(self) -> None:
        """Give the focus to where the keys of a review work.

        A queue without a current row makes its first one current when it gets the focus: that is nobody's
        choice, and a decision asked for about another lead would be taken on that one.
        """
        shown = self.queue.isVisible() and self.states.state == "content"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        blocked = self.queue.blockSignals(True)
        (self.queue if shown else self).setFocus(Qt.FocusReason.OtherFocusReason)
        self.queue.blockSignals(blocked)

    def select_row(self, row: int) -> None:
        """Make a row of the queue current without going to it; -1 leaves it."""
        if row >= 0 and self.queue.current_row() != row:
            self.queue.blockSignals(True)
            self.queue.set_current_row(row)
            self.queue.blockSignals(False)

    def show_reading(self) -> None:
        """The lead is being read."""
        self.states.show_loading(self.tr("Reading the lead"))

    def set_blind(self, blind: bool, others: tuple[OtherCandidate, ...]) -> None:
        """Hide or show whatever tells a score."""
        self.why.set_blind(blind)
        self.others.show_others(others, blind=blind)
        if blind:
            words = self.tr("Blind mode: scores are hidden until you have decided.")
            self.states.set_strip(ChipKind.INFO, words, key="blind")
        else:
            self.states.clear_strip("blind")

    def toggle_expanded(self) -> None:
        """List every value, and what the relative's bar is made of; or not."""
        self._expanded = not self._expanded
        self.comparison.set_expanded(self._expanded)
        self.why.set_expanded(self._expanded)

    def toggle_only_differences(self) -> None:
        """Leave out of the comparison what agrees, or show it again."""
        self._only = not self._only
        self.comparison.set_only_differences(self._only)

    def toggle_queue(self) -> None:
        """Hide the queue to give the lead its room, or show it, whatever room there is."""
        self._hidden = not self.queue_pane.isHidden()
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the queue narrows; at large text in a small window it goes."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        theme = current_theme()
        hidden = width < theme.px(LEAST_FOR_BOTH) if self._hidden is None else self._hidden
        self.queue_pane.setHidden(hidden)
        share = theme.px(QUEUE_WIDTH if width >= theme.px(NARROW) else QUEUE_WIDTH - 60)
        self.splitter.setSizes([share, max(1, width - share)])
