"""The tab Overview: what is known, what is next."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.screens.case.account_tab import AccountTab
from ui.screens.case.desk import Desk
from ui.screens.case.form_host import scrolling
from ui.screens.case.overview_cards import EgoCard, LastCard, MindCard, PromisesCard, ResidenceCard, WhereCard
from ui.shell.workspace import Workspace
from ui.style.theme import current_theme
from workbench.services.case_view import CaseOverview, case_overview

_TWO_COLUMNS = 980
"""Width (at 100 %) from which the cards stand in two columns."""


class OverviewTab(AccountTab[CaseOverview]):
    """Cards in two columns, or one where there is little room; the desk's letters work in it."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, case_overview)
        self.desk = desk
        self.where, self.residence, self.ego = WhereCard(), ResidenceCard(), EgoCard()
        self.mind, self.promises, self.last = MindCard(), PromisesCard(), LastCard()
        self._wide = _column(self.where, self.residence, self.ego)
        self._side = _column(self.mind, self.last, self.promises)
        content = QWidget()
        self._columns = QHBoxLayout(content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(12)
        self._columns.addWidget(self._wide, 12)
        self._columns.addWidget(self._side, 5)
        self.set_content(scrolling(content, self.tr("Overview")))
        self.states.clear_strip("read-only")  # the frame says it
        desk.works_in(self)

    def show_view(self, view: CaseOverview) -> None:
        """Show the overview."""
        self.mind.show_head(view.head)
        self.where.show_view(view)
        self.residence.show_view(view.residence, view)
        self.ego.show_chart(view.chart)
        self.promises.show_promises(view.promises)
        self.last.show_entries(view.last)

    def main_widget(self) -> QWidget:
        """The best contact points, else the last activity."""
        tables = (self.where.table, self.last.table, self.residence.table)
        return next((t for t in tables if t.isVisibleTo(self)), self.last.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns side by side where there is room; else one: what to mind, then where the person is."""
        super().resizeEvent(event)
        wide = event.size().width() >= current_theme().px(_TWO_COLUMNS)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() is not direction:
            self._columns.setDirection(direction)
            _put_first(self._side if wide else self._wide, self.mind)


def _put_first(column: QWidget, card: QWidget) -> None:
    layout = column.layout()
    assert isinstance(layout, QBoxLayout), "a column stacks its cards"
    layout.insertWidget(0, card)


def _column(*cards: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    return column
