"""Offers as cards: who made it, how much, until when; the arrows go from card to card."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.messages.formats import money, percent
from ui.screens.case.negotiation_words import offer_chip, offer_title
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.announcing import announce
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowBox
from ui.widgets.labels import ElidedLabel, plain_label
from workbench.model.account import Balance
from workbench.model.arrangement import Arrangement, ArrangementStatus

WIDTH = 250
"""Width of a card at 100 %."""


class OfferCard(Card):
    """One offer.  ``chosen`` tells that it took the focus."""

    chosen = Signal(object)

    def __init__(self, offer: Arrangement, made_by: str, balance: Balance, today: date) -> None:
        super().__init__(offer_title(offer))
        self.offer = offer
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kind, words = offer_chip(offer, today)
        self.header.addWidget(Chip(kind, words))
        amount = money(offer.cents, offer.currency)
        row = QHBoxLayout()
        row.addWidget(plain_label(amount, role=Role.H1))
        share = ""
        if offer.status is ArrangementStatus.OPEN and balance.total > 0:
            share = self.tr("{share} of the balance").format(share=percent(offer.cents / balance.total))
        row.addWidget(plain_label(share, tone="text2"))
        row.addStretch(1)
        self.body.addLayout(row)
        self.add(ElidedLabel(made_by, tone="text2"))
        made = offer.made_at.astimezone().date().isoformat()
        days = self.tr("Made {made} · no end day").format(made=made)
        if offer.due_on is not None:
            days = self.tr("Made {made} · ends {ends}").format(made=made, ends=offer.due_on.isoformat())
        self.add(plain_label(days, role=Role.CAPTION, tone="text2"))
        if offer.note:
            self.add(ElidedLabel(offer.note))
        self.setAccessibleName(f"{offer_title(offer)}, {amount}, {words}, {made_by}, {days}, {share}")
        self.setAccessibleDescription(offer.note)

    def sizeHint(self) -> QSize:
        """As wide as every other card, or as its figures need."""
        hint = super().sizeHint()
        return QSize(max(current_theme().px(WIDTH), self.minimumSizeHint().width()), hint.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this one is meant now."""
        super().focusInEvent(event)
        self.chosen.emit(self.offer)
        announce(self, self.accessibleName())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the border away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A border while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_theme().tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class OfferCards(QWidget):
    """The offers of a case, newest first.  ``chosen`` carries the one that has the focus."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[OfferCard] = []
        self._flow = FlowBox(gap=12, line_gap=12)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._flow, 1)
        self.setAccessibleName(self.tr("Offers"))

    def show_offers(
        self,
        offers: tuple[Arrangement, ...],
        maker: Callable[[Arrangement], str],
        balance: Balance,
        today: date,
    ) -> None:
        """Show these offers; the card that had the focus keeps it."""
        focused = next((card.offer.arrangement_id for card in self.cards if card.hasFocus()), "")
        self._flow.clear()
        self.cards = [OfferCard(offer, maker(offer), balance, today) for offer in offers]
        for card in self.cards:
            card.chosen.connect(self.chosen)
            self._flow.add(card)
            if card.offer.arrangement_id == focused:
                card.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the next and previous card."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        here = next((n for n, card in enumerate(self.cards) if card.hasFocus()), None)
        if step is None or here is None or not 0 <= here + step < len(self.cards):
            super().keyPressEvent(event)
            return
        self.cards[here + step].setFocus()
