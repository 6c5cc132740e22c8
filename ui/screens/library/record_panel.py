"""The record beside the list: all it says of the person, where it says so, and why it was found."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.messages.formats import count
from ui.screens.library import library_words as words
from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowBox
from ui.widgets.labels import plain_label
from workbench.services.finding_people import Link, SourceNote
from workbench.services.library_search_answer import Hit
from workbench.services.library_search_reasons import Agreement
from workbench.services.library_search_repeats import Elsewhere

MOST_ELSEWHERE = 20
"""Rows listed that say the same as the one shown; of more the number is said."""


class RecordPanel(QScrollArea):
    """``show_hit`` fills it; None empties it."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setMinimumWidth(320)
        self.setMinimumHeight(150)
        self.setAccessibleName(self.tr("The record beside the list"))
        self._ground = QWidget()
        layout = QVBoxLayout(self._ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.person, self.why = Card(), Card(self.tr("Why it was found"))
        self.source, self.accounts = (
            Card(self.tr("Where it says so")),
            Card(self.tr("Known to these accounts")),
        )
        for card in (self.person, self.why, self.source, self.accounts):
            layout.addWidget(card)
        layout.addStretch(1)
        self.setWidget(self._ground)
        self.name = plain_label(role=Role.H2, wrap=True, selectable=True)
        self._chips = FlowBox(gap=6)
        self._buttons = FlowBox(gap=6)
        for action in actions:
            self._buttons.add(action_button(action))
        for widget in (self.name, self._chips, self._buttons):
            self.person.add(widget)
        self._filled: list[tuple[Card, QWidget]] = []
        self._elsewhere = False
        self._ground.hide()

    def show_hit(
        self, hit: Hit | None, note: SourceNote | None, links: Sequence[Link], case: Sequence[str]
    ) -> None:
        """Show a record; ``case`` holds the account that is searched for, if any."""
        self._clear()
        self._ground.setVisible(hit is not None)
        if hit is None:
            return
        self.name.setText(hit.record.name)
        if hit.row.values["deceased"]:
            self._chips.add(Chip(ChipKind.LEGAL, self.tr("Deceased")))
        exact = ChipKind.OK if hit.exact else ChipKind.WARN
        self._chips.add(Chip(exact, self.tr("Exact") if hit.exact else self.tr("Similar")))
        self._add(self.person, _grid(words.facts(hit)))
        for reason in hit.reasons:
            strict = reason.agreement in {Agreement.EXACT, Agreement.BEGINS}
            self._add(self.why, plain_label(reason.words(), tone="text2" if strict else "text", wrap=True))
        self._add(self.source, _grid(words.origin(hit, note)))
        self.accounts.setVisible(bool(links))
        for link in links:
            said = words.lead_words(link, here=link.account_id in case)
            text = f"{link.account_number} · {link.debtor_name} · {said}"
            self._add(self.accounts, plain_label(text, wrap=True, selectable=True))
        self.verticalScrollBar().setValue(0)
        self._fit()

    def show_elsewhere(self, same: Sequence[Elsewhere]) -> None:
        """Add the other rows that say the very same of the person shown."""
        if self._elsewhere:
            return
        self._elsewhere = True
        if same:
            self._add(self.source, plain_label(self.tr("The same is said in"), tone="text3"))
        for other in same[:MOST_ELSEWHERE]:
            self._add(self.source, plain_label(words.same_said(other), wrap=True, selectable=True))
        if len(same) > MOST_ELSEWHERE:
            rest = self.tr("and {n} more rows").format(n=count(len(same) - MOST_ELSEWHERE))
            self._add(self.source, plain_label(rest, tone="text2"))
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as it has to be: the list beside it needs the room more than a row of buttons."""
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for texts that take more lines now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the cards the height that their wrapped texts need at this width; less would cut them."""
        layout = self._ground.layout()
        if layout is not None:
            layout.activate()
            self._ground.setMinimumHeight(layout.heightForWidth(self.viewport().width()))

    def _add(self, card: Card, widget: QWidget) -> None:
        card.add(widget)
        self._filled.append((card, widget))

    def _clear(self) -> None:
        self._chips.clear()
        for card, widget in self._filled:
            card.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._filled = []
        self._elsewhere = False


def _grid(pairs: Iterable[tuple[str, str]]) -> QWidget:
    """Headings with their values; what has none is left out."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    shown = [(title, value) for title, value in pairs if value and value != "—"]
    for row, (title, value) in enumerate(shown):
        grid.addWidget(plain_label(title, tone="text3"), row, 0)
        said = plain_label(value, wrap=True, selectable=True)
        said.setAccessibleName(f"{title}: {value}")
        grid.addWidget(said, row, 1)
    return holder
