"""The leads of one case: those that wait and those judged, with the same comparison, reasons and keys."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.messages.formats import moment
from ui.screens.review.asking import Asking
from ui.screens.review.comparison import ComparisonGrid
from ui.screens.review.decision_bar import DecisionBar
from ui.screens.review.edition_strip import EditionStrip
from ui.screens.review.leads_model import RECORD, CaseLeadsModel
from ui.screens.review.near_page import NearPage
from ui.screens.review.review_words import record_words, status_chip
from ui.screens.review.rivals_card import RivalsCard
from ui.screens.review.rows_card import RowsCard
from ui.screens.review.view import Scrolled
from ui.screens.review.why_panel import WhyPanel
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.model.lead import LeadStatus
from workbench.services import review_queue, reviewing
from workbench.services.review_queue import Candidate, OtherCandidate
from workbench.services.reviewing import Verdict

_LEAST_CARDS = 84
"""Height (at 100 %) that the comparison keeps where there is little room: the decision goes before it."""
_ROOMY = 520
"""Height (at 100 %) from which four leads are listed."""
_WRITING = ("accept", "reject", "unsure", "accept_as", "return")


class LeadsTab(QWidget):
    """A list above, the chosen lead below.  A, R, U, T decide it, Z takes its decision back.

    Where no lead waits, "Why no lead?" shows the nearest people instead.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.account_id = ""
        self.current: Candidate | None = None
        self._wanted = ""
        self._stale = True
        self.actions_by_name = self._add_actions()
        self.model = CaseLeadsModel()
        self.model.setParent(self)
        self.table = TableView(self.tr("Leads of this case"))
        self.table.setModel(self.model)
        self.table.set_columns([120, 76, 320, 180], stretch=RECORD, fitted=True)
        self.comparison, self.rows, self.why = ComparisonGrid(), RowsCard(), WhyPanel()
        self.rivals = RivalsCard()
        hints = (
            self.tr("W bars, table, sentence · Z takes a decision back"),
            self.tr("W view · Z takes back"),
        )
        self.bar = DecisionBar(self.actions_by_name, hints)
        self.asking = Asking(self.bar, self, self.take_focus)
        self.states = StateStack(self._lay_out())
        self.editions = EditionStrip(workspace, self, self.states)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.near = NearPage(workspace)
        self.near.left.connect(self._back)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.states)
        self.pages.addWidget(self.near)
        outer.addWidget(self.pages)
        self.table.current_changed.connect(self._row_chosen)

    def _add_actions(self) -> dict[str, QAction]:
        add = partial(self.workspace.registry.add, widget=self, place=Place.CASE)
        made = {
            "accept": add("leads.accept", self.tr("Accept"), self._accept, keys=("A",)),
            "reject": add("leads.reject", self.tr("Reject"), self._reject, keys=("R",)),
            "unsure": add("leads.unsure", self.tr("Unsure"), self._unsure, keys=("U",)),
            "skip": add("leads.next", self.tr("Next lead"), self._next, keys=("S",)),
            "accept_as": add("leads.accept_as", self.tr("Accept as…"), self._accept_as, keys=("T",)),
            "return": add("leads.return", self.tr("Take the decision back"), self._return, keys=("Z",)),
            "why_not": add("leads.why_not", self.tr("Why no lead?"), self._why_not, keys=("Shift+W",)),
            "view": add("leads.view", self.tr("Bars, table, sentence"), self._next_view, keys=("W",)),
        }
        if self.workspace.read_only:
            reason = self.tr("The vault is open read-only.")
            for action in (made[name] for name in _WRITING):
                self.workspace.registry.set_enabled(action.objectName(), enabled=False, reason=reason)
        return made

    def _lay_out(self) -> QWidget:
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for card in (self.rivals, self.comparison, self.why, self.rows):
            column.addWidget(card)
        column.addStretch(1)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.table, 1)
        scrolled = Scrolled(cards)
        scrolled.setMinimumHeight(current_theme().px(_LEAST_CARDS))
        whole.addWidget(scrolled, 3)
        whole.addWidget(self.bar)
        return content

    # As a tab of the case

    def show_case(self, account_id: str) -> None:
        """Show this account's leads; read at once when the tab is visible, else when it is shown."""
        if account_id != self.account_id:
            self.account_id, self._wanted, self.current = account_id, "", None
        self._stale = True
        if self.isVisible():
            self.load()

    def enter(self) -> None:
        """The tab is being shown."""
        if self._stale:
            self.load()

    def on_changes(self, changes: Changes) -> None:
        """Read anew when this account was changed."""
        if self.account_id in changes.accounts or (changes.leads and not changes.accounts):
            self._stale = True
            if self.isVisible():
                self.load()

    def load(self) -> None:
        """Read the list."""
        if self.account_id:
            self._stale = False
            self.pages.setCurrentWidget(self.states)
            self.states.show_loading()
            work = partial(review_queue.of_case, account_id=self.account_id)
            self.workspace.vault.read(work, self._listed, owner=self, failed=self._failed, key="leads")
            self.editions.load(self.account_id)

    def take_focus(self) -> None:
        """Give the focus to the list, where the keys work."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, target: str) -> None:
        """Choose the lead of that id."""
        self._wanted = target
        self.load()

    # What was read

    def _listed(self, rows: tuple[OtherCandidate, ...]) -> None:
        self.table.blockSignals(True)
        self.model.set_rows(rows)
        self.table.set_current_row(max(0, self.model.row_of(self._wanted)))
        self.table.blockSignals(False)
        waiting = any(row.status is LeadStatus.PENDING for row in rows)
        reason = self.tr("A lead of this case waits.")
        self.workspace.registry.set_enabled("leads.why_not", enabled=not waiting, reason=reason)
        self.states.clear_strip()
        if not rows:
            self.current = None
            words = self.tr("No record imported so far may be about this case's people.")
            self.states.show_empty(words, self.actions_by_name["why_not"])
            return
        if not waiting:
            words = self.tr("No lead of this case waits.")
            self.states.set_strip(ChipKind.INFO, words, self.tr("Why no lead?"), self._why_not)
        _fit(self.table, self.height())
        self.states.show_content()
        self._row_chosen(self.table.current_row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More leads are listed where there is room."""
        super().resizeEvent(event)
        _fit(self.table, self.height())

    def _row_chosen(self, row: int) -> None:
        lead_id = self.model.lead_id(row)
        if lead_id:
            self._wanted = lead_id
            work = partial(review_queue.candidate, lead_id=lead_id)
            self.workspace.vault.read(work, self._show, owner=self, failed=self._failed, key="lead")

    def _show(self, candidate: Candidate) -> None:
        self.current = candidate
        self.asking.stop()
        self.comparison.show_rows(self.tr("Our case"), record_words(candidate), candidate.rows)
        self.rivals.show_candidate(candidate)
        self.rows.show_candidate(candidate)
        self.why.show_candidate(candidate)
        self.bar.gains.show_candidate(candidate)
        self.bar.set_notice(self._notice(candidate), bad=candidate.lead.status is LeadStatus.PENDING)
        pending = candidate.lead.status is LeadStatus.PENDING
        if not self.workspace.read_only:
            reason = self.tr("Nothing was decided about this lead.")
            self.workspace.registry.set_enabled("leads.return", enabled=not pending, reason=reason)

    def _notice(self, candidate: Candidate) -> str:
        lead = candidate.lead
        if lead.status is LeadStatus.PENDING:
            return candidate.stale
        words = self.tr("{decision} {when} by {who}. A, R or U decides again, Z takes it back.")
        return words.format(
            decision=status_chip(lead.status)[1], when=moment(lead.decided_at), who=lead.decided_by
        )

    def _failed(self, error: WorkbenchError) -> None:
        self.states.show_error(error, self.load)

    # What the person does

    def decide(self, verdict: Verdict) -> None:
        """Decide the lead shown; the list shows it once it is stored."""
        if self.current is not None:
            work = partial(reviewing.decide, lead_id=self.current.lead.lead_id, verdict=verdict)
            self.workspace.vault.write(work, owner=self)

    def _accept(self) -> None:
        self.asking.decide(LeadStatus.ACCEPTED)

    def _reject(self) -> None:
        self.asking.reject()

    def _unsure(self) -> None:
        self.asking.decide(LeadStatus.UNSURE)

    def _accept_as(self) -> None:
        self.asking.accept_as()

    def _return(self) -> None:
        if self.current is not None and self.current.lead.status is not LeadStatus.PENDING:
            work = partial(reviewing.return_to_pending, lead_id=self.current.lead.lead_id)
            self.workspace.vault.write(work, owner=self)

    def _why_not(self) -> None:
        self.pages.setCurrentWidget(self.near)
        self.near.ask(self.account_id)

    def _back(self) -> None:
        self.pages.setCurrentWidget(self.states)
        self.take_focus()

    def _next(self) -> None:
        self.table.set_current_row((self.table.current_row() + 1) % max(1, self.table.row_count()))

    def _next_view(self) -> None:
        self.why.next_view()


def _fit(table: TableView, room: int) -> None:
    """List two leads where there is little room, else four, and no more than there are."""
    theme, rows = current_theme(), table.row_count()
    row, margin = theme.row_height, theme.px(6)
    least = 4 if room >= theme.px(_ROOMY) else 2
    table.setMinimumHeight((1 + min(rows, least)) * row + margin)
    table.setMaximumHeight((1 + rows) * row + margin)
