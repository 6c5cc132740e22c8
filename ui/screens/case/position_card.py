"""Where a negotiation stands, at a glance: their position, the last counter-offer, the next step."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.messages.formats import money, percent
from ui.style.fonts import Role
from ui.widgets.cards import Card
from ui.widgets.labels import plain_label
from workbench.model.arrangement import ArrangementKind
from workbench.services.negotiation import NegotiationView

LONGEST = 240
"""Characters of a note shown here; the notes below have the rest."""


class PositionCard(Card):
    """Three short texts beside what is owed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Where they stand"))
        self.owed = plain_label(role=Role.H2)
        self.position = plain_label(wrap=True)
        self.counter = plain_label(wrap=True)
        self.next_step = plain_label(wrap=True)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(_titled(self.tr("Balance"), self.owed, self))
        row.addLayout(_titled(self.tr("Position"), self.position, self), 2)
        row.addLayout(_titled(self.tr("Last counter-offer"), self.counter, self), 2)
        row.addLayout(_titled(self.tr("Next step"), self.next_step, self), 2)
        self.body.addLayout(row)

    def show_view(self, view: NegotiationView) -> None:
        """Show the newest word on each."""
        self.owed.setText(money(view.balance.total, view.balance.currency))
        self.position.setText(self._newest(view, "position"))
        self.next_step.setText(self._newest(view, "next_step"))
        self.counter.setText(self._counter(view))

    def _counter(self, view: NegotiationView) -> str:
        offer = next((o for o in view.offers if o.kind is ArrangementKind.COUNTER_OFFER), None)
        note = next((n for n in view.notes if n.details.get("counter_offer")), None)
        if offer is not None and (note is None or offer.made_at >= note.at):
            amount = money(offer.cents, offer.currency)
            if view.balance.total > 0:
                share = percent(offer.cents / view.balance.total)
                amount = self.tr("{amount}, {share} of the balance").format(amount=amount, share=share)
            return amount
        return self._newest(view, "counter_offer")

    def _newest(self, view: NegotiationView, key: str) -> str:
        for note in view.notes:
            if text := " ".join(note.details.get(key, "").split()):
                return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
        return self.tr("nothing noted")


def _titled(title: str, label: QLabel, parent: QWidget) -> QVBoxLayout:
    label.setAccessibleName(title)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(plain_label(title, role=Role.CAPTION, tone="text2", parent=parent))
    column.addWidget(label)
    column.addStretch(1)
    return column
