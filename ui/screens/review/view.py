"""What a review looks like: head, queue, comparison, reasons, decisions; it decides nothing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.messages.words import plural, role_words
from ui.screens.review.bulk_sheet import BulkSheet
from ui.screens.review.comparison import ComparisonGrid
from ui.screens.review.decision_bar import DecisionBar
from ui.screens.review.flow import FlowLayout
from ui.screens.review.history_panel import HistoryPanel
from ui.screens.review.queue_model import NAME, QueueModel
from ui.screens.review.why_panel import WhyPanel
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.buttons import action_button, push_button
from ui.widgets.forms import ComboBox
from ui.widgets.labels import ElidedLabel, plain_label, plain_tooltip
from ui.widgets.splitters import Splitter
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.services.review_queue import Candidate, OtherCandidate

QUEUE_WIDTH = 236
NARROW = 900
"""Width of the work area (at 100 %) below which the queue gives up its room."""


class Head(QWidget):
    """Title, where the record is from, progress, undo and history; below it what the queue shows."""

    def __init__(self, undo: QAction, history: QAction) -> None:
        super().__init__()
        self.source = ElidedLabel(tone="text2")
        self.progress = plain_label(tone="text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.show_combo, self.order_combo = (
            ComboBox(name=self.tr("Which leads")),
            ComboBox(name=self.tr("Order")),
        )
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(plain_label(self.tr("Match review"), role=Role.H1))
        top.addWidget(self.source, 1)
        top.addWidget(self.progress)
        top.addWidget(action_button(undo, words=self.tr("Undo")))
        top.addWidget(action_button(history, words=self.tr("History")))
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for combo in (self.show_combo, self.order_combo):
            combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(18)
            choices.addWidget(combo)
        choices.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addLayout(choices)
        outer.addWidget(self.bar)


class Others(QWidget):
    """The other candidates of the same party, 1 to 9; ``buttons`` visit them."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=6)
        self.buttons: list[QWidget] = []

    def show_others(self, others: tuple[OtherCandidate, ...], *, blind: bool) -> None:
        """List them."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if others:
            head = plain_label(self.tr("Also found:"), tone="text2")
            self.buttons.append(head)
        for number, other in enumerate(others, 1):
            score = "" if blind else f"  {other.percent}"
            button = push_button(f"{number}  {other.name}{score}", kind="flat")
            plain_tooltip(button, ", ".join(filter(None, (other.birth, other.address, other.file_name))))
            button.setProperty("number", number)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.buttons.append(button)
        for widget in self.buttons:
            self._flow.addWidget(widget)
            widget.show()
        self.setVisible(bool(others))
        self.updateGeometry()


class _Scrolled(QScrollArea):
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
        return QSize(current_theme().px(320), current_theme().px(120))


class ReviewView(QWidget):
    """All widgets of the screen below its head; the keys of a review work in here."""

    def __init__(self, model: QueueModel, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.queue = TableView(self.tr("Queue"))
        self.queue.setModel(model)
        self.queue.set_columns([140, 96], stretch=NAME)
        self.comparison, self.why, self.others = ComparisonGrid(), WhyPanel(), Others()
        self.bar = DecisionBar(actions)
        self.history, self.bulk = HistoryPanel(), BulkSheet()
        self.comparison.add(self.others)
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.comparison)
        column.addWidget(self.why)
        column.addStretch(1)
        detail = QWidget()
        whole = QVBoxLayout(detail)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        self.scrolled = _Scrolled(cards)
        whole.addWidget(self.scrolled, 1)
        whole.addWidget(self.bar)
        self.pages = QStackedWidget()
        for page in (detail, self.history, self.bulk):
            self.pages.addWidget(page)
        self.splitter = Splitter(self.queue, self.pages)
        self.splitter.set_stretch(0, 1)
        self.splitter.setSizes([QUEUE_WIDTH, 800])
        self.states = StateStack(self.splitter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.states)
        self._collapsed = False

    def show_candidate(self, candidate: Candidate, *, blind: bool) -> None:
        """Fill comparison, reasons and gains."""
        ours = self.tr("Our case {number} · {client}").format(
            number=candidate.account.account_number, client=candidate.account.client
        )
        theirs = self.tr("Public record, row {row} of {file}").format(
            row=f"{candidate.source.row_number:,}", file=candidate.source.file_name or "—"
        )
        self.comparison.show_rows(ours, theirs, candidate.rows)
        self.others.show_others(candidate.others, blind=blind)
        self.why.show_candidate(candidate)
        self.bar.gains.show_gains(candidate.lead.lead_id, candidate.gains, candidate.joins_as)
        self.states.show_content()

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

    def set_queue_collapsed(self, collapsed: bool) -> None:
        """Hide the queue to give the lead its room."""
        self._collapsed = collapsed
        self.queue.setVisible(not collapsed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the queue narrows; at large text in a small window it goes."""
        super().resizeEvent(event)
        theme = current_theme()
        width = event.size().width()
        self.queue.setVisible(not self._collapsed and width >= theme.px(560))
        share = theme.px(QUEUE_WIDTH if width >= theme.px(NARROW) else QUEUE_WIDTH - 36)
        self.splitter.setSizes([share, max(1, width - share)])


def left_words(widget: QWidget, left: int) -> str:
    """``36 left`` for the progress line and the screen reader."""
    return plural(left, widget.tr("1 left"), widget.tr("{n} left"))


def joined_words(candidate: Candidate) -> str:
    """As what the person would join, "" for the party searched for."""
    return role_words(candidate.joins_as) if candidate.joins_as else ""
