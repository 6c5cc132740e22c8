"""The column beside the list: who the account is about, how to reach them, what happened last."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.messages.formats import moment, money, phone, relative_day
from ui.messages.words import contact_kind_words, contact_status_chip, restriction_chip, status_chip
from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, plain_label
from workbench.model.party import ContactKind, ContactPoint
from workbench.model.work import AccountRow
from workbench.services.peek import Peek


class PeekColumn(QScrollArea):
    """``show_row`` fills the identity at once, ``show_peek`` the rest when it was read."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setMinimumWidth(256)
        self.setAccessibleName(self.tr("The account beside the list"))
        ground = self._ground = QWidget()
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.identity = Card()
        self.points = Card(self.tr("Best contact points"))
        self.timeline = Card(self.tr("Last on the timeline"))
        for card in (self.identity, self.points, self.timeline):
            layout.addWidget(card)
        layout.addStretch(1)
        self.setWidget(ground)
        self._name = ElidedLabel(role=Role.H2)
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips)
        self._facts = plain_label("", tone="text2", wrap=True)
        self._next = plain_label("", wrap=True)
        for widget in (self._name, self._chips, self._facts, self._next):
            self.identity.add(widget)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, action in enumerate(actions):
            grid.addWidget(action_button(action), place // 2, place % 2)
        self.identity.body.addLayout(grid)
        self._filled: list[QWidget] = []
        self.has_row = False
        self.show_row(None, date.min)

    def show_row(self, row: AccountRow | None, today: date) -> None:
        """Show who the current account is about."""
        self.has_row = row is not None
        self._ground.setVisible(self.has_row)
        self._clear()
        if row is None:
            return
        self._name.setText(row.debtor_name)
        self._put_chips([status_chip(row.status)])
        parts = [row.account_number, row.client, money(row.balance_cents, row.currency)]
        if row.placed_on:
            parts.append(self.tr("placed {day}").format(day=row.placed_on.isoformat()))
        self._facts.setText(" · ".join(part for part in parts if part))
        due = relative_day(row.next_action_on, today)
        words = self.tr("Next: {action}, {due}").format(action=row.next_action, due=due)
        self._next.setText(words if row.next_action else self.tr("There is no next action."))

    def show_peek(self, peek: Peek, row: AccountRow) -> None:
        """Show what was read of the case."""
        self._clear()
        told = [(ChipKind.INFO, self.tr("A newer edition says otherwise"))] if peek.editions else []
        flags = [restriction_chip(kind) for kind in peek.restrictions]
        self._put_chips([status_chip(row.status), *flags, *told])
        for point in peek.points:
            self._add(self.points, self._point(point))
        if not peek.points:
            self._add(self.points, plain_label(self.tr("None that could be used."), tone="text2"))
        for at, words in peek.entries:
            line = QWidget()
            layout = QVBoxLayout(line)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            layout.addWidget(plain_label(moment(at), role=Role.CAPTION, tone="text3"))
            layout.addWidget(ElidedLabel(words))
            self._add(self.timeline, line)
        if not peek.entries:
            self._add(self.timeline, plain_label(self.tr("Nothing yet."), tone="text2"))

    def say(self, words: str) -> None:
        """Say why nothing can be shown, as for a damaged case file."""
        self._clear()
        self._add(self.points, plain_label(words, tone="bad", wrap=True))

    def _point(self, point: ContactPoint) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        text = point.raw
        if point.kind is ContactKind.PHONE:
            text = phone(point.normalized)
        elif point.address is not None:
            text = point.address.one_line()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(plain_label(contact_kind_words(point.kind), role=Role.CAPTION, tone="text3"))
        column.addWidget(ElidedLabel(text))
        layout.addLayout(column, 1)
        layout.addWidget(Chip(*contact_status_chip(point.status)))
        return line

    def _put_chips(self, chips: Sequence[tuple]) -> None:  # type: ignore[type-arg]  # (ChipKind, words)
        for kind, words in chips:
            chip = Chip(kind, words)
            self._chip_row.addWidget(chip)
            self._filled.append(chip)
            chip.show()

    def _add(self, card: Card, widget: QWidget) -> None:
        card.add(widget)
        self._filled.append(widget)

    def _clear(self) -> None:
        for widget in self._filled:
            for layout in (self._chip_row, self.points.body, self.timeline.body):
                layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._filled = []
