"""Why is there no lead?  The nearest people of the library, each compared and explained as a lead is."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.screens.review.comparison import ComparisonGrid
from ui.screens.review.near_model import RECORD, NearModel
from ui.screens.review.view import Scrolled
from ui.screens.review.why_panel import WhyPanel
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import push_button
from ui.widgets.labels import plain_label
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.base.errors import WorkbenchError
from workbench.services import why_not
from workbench.services.comparing import compared
from workbench.services.explaining import waterfall
from workbench.services.why_not import WhyNot
from workbench.services.why_not_words import common_words, counter, headline, in_favour, reason

_ROWS = 5


class NearPage(QWidget):
    """Asks the library in a job of its own and shows the answer; ``left`` says that the person goes back."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._account_id = ""
        self.answer: WhyNot | None = None
        self.headline = plain_label(role=Role.STRONG, wrap=True)
        self.common = plain_label(tone="text2", wrap=True)
        self.reason = plain_label(role=Role.STRONG, wrap=True)
        self.against = plain_label(wrap=True)
        self.favour = plain_label(tone="text2", wrap=True)
        self.back = push_button(self.tr("Back to the leads"), icon="arrow-left")
        self.back.clicked.connect(self.left)
        self.model = NearModel()
        self.model.setParent(self)
        self.table = TableView(self.tr("The nearest people"))
        self.table.setModel(self.model)
        self.table.set_columns(
            [76, 300, 300, 200], stretch=RECORD, fitted=True, giving=[(RECORD, 380), (2, 270), (3, 150)]
        )
        self.table.current_changed.connect(self._row_chosen)
        self.comparison, self.why = ComparisonGrid(), WhyPanel()
        self.states = StateStack(self._lay_out())
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.headline, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self.common)
        outer.addWidget(self.states, 1)
        current_theme().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> QWidget:
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.reason, self.against, self.favour, self.comparison, self.why):
            column.addWidget(widget)
        column.addStretch(1)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.table)
        whole.addWidget(Scrolled(cards), 1)
        return content

    def ask(self, account_id: str) -> None:
        """Look for the nearest people of this account; the answer to an earlier question is dropped."""
        self._account_id, self.answer = account_id, None
        self.headline.setText("")
        self.common.hide()
        self.states.show_loading(self.tr("Looking into the record files"))
        work = partial(why_not.look, account_id=account_id)
        words = self.tr("Looking for the nearest people")
        self._workspace.jobs.start(words, work, self._answered, owner=self, failed=self._failed)

    def take_focus(self) -> None:
        """Give the focus to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self, answer: WhyNot) -> None:
        if answer.account_id != self._account_id:
            return
        self.answer = answer
        self.common.setText("\n".join(common_words(key) for key in answer.common))
        self.common.setVisible(bool(answer.common))
        self.table.blockSignals(True)
        self.model.set_people(answer.near)
        self.table.set_current_row(0)
        self.table.blockSignals(False)
        words = headline(answer)
        announce(self, words)
        if not answer.near:
            self.states.show_empty(words)
            return
        self.headline.setText(words)
        self.states.show_content()
        self._row_chosen(0)
        self.take_focus()

    def _row_chosen(self, row: int) -> None:
        person, answer = self.model.person(row), self.answer
        if person is None or answer is None:
            return
        lead = person.lead
        favour = in_favour(lead.explanation)
        self.reason.setText(reason(person, answer.settings))
        self.against.setText(counter(lead.explanation))
        self.favour.setText(self.tr("For: {list}.").format(list="; ".join(favour)) if favour else "")
        self.favour.setVisible(bool(favour))
        their_head = self.tr("Public record, row {row} of {file}")
        self.comparison.show_rows(
            self.tr("Our case"),
            their_head.format(row=f"{lead.person.row_number:,}", file=person.file_name),
            compared(answer.content, lead),
        )
        self.why.show_lead(lead, waterfall(lead), person.file_name)

    def _failed(self, error: WorkbenchError) -> None:
        self.states.show_error(error, partial(self.ask, self._account_id))

    def _fit(self) -> None:
        theme = current_theme()
        self.table.setFixedHeight((_ROWS + 1) * theme.row_height + theme.px(12))
