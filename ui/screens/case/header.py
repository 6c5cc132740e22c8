"""The head of a case file, which never scrolls: who, what is owed, what forbids contact, what is next."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages.formats import money, relative_day
from ui.messages.words import plural, restriction_chip, status_chip
from ui.screens.case.case_words import rung_chip
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.buttons import IconButton, action_button, icon_button
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowBox
from ui.widgets.labels import ElidedLabel, plain_label
from workbench.services.case_view import CaseHead
from workbench.services.confidence import Rung
from workbench.services.restrictions import WEIGHT

_YEAR = 365
_ROOMY = 760
"""Width (at 100 %) from which the best number and address stand in the head."""


class CaseHeader(QWidget):
    """Shows a :class:`CaseHead` and the desk's buttons; the letters of the desk work in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Head of the case"))
        self.name = ElidedLabel(role=Role.H1)
        self.position = plain_label(tone="text2")
        self.chips = FlowBox(gap=6)
        self.facts = FlowBox(gap=16)
        self._fact_widgets = self._add_facts()
        self.buttons = FlowBox(gap=5)
        self.head: CaseHead | None = None
        self.walkers: list[tuple[IconButton, QAction]] = []
        top = QHBoxLayout()
        top.setSpacing(12)
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        top.addWidget(self.name)
        top.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.position)
        self._walking = QHBoxLayout()
        self._walking.setSpacing(0)
        top.addLayout(self._walking)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.facts)
        layout.addWidget(self.buttons)

    def _add_facts(self) -> tuple["_Fact", ...]:
        made = tuple(
            _Fact(title)
            for title in (
                self.tr("Balance"),
                self.tr("Account"),
                self.tr("Client"),
                self.tr("Age"),
                self.tr("Best number"),
                self.tr("Best address"),
            )
        )
        for fact in made:
            self.facts.add(fact)
        return made

    def add_buttons(self, actions: Mapping[str, QAction], walking: Mapping[str, QAction]) -> None:
        """The desk's actions as buttons; ``walking``, by icon, go to other cases of the list."""
        for number, action in enumerate(actions.values()):
            button = action_button(action, primary=number == 0)
            button.setProperty("tight", True)  # one line of them where there is little room
            self.buttons.add(button)
        for icon, action in walking.items():
            walker = icon_button(icon, action.text())
            walker.clicked.connect(action.trigger)
            self.walkers.append((walker, action))
            action.changed.connect(self._follow)
            self._walking.addWidget(walker)

    def _follow(self) -> None:
        for button, action in self.walkers:
            button.setEnabled(action.isEnabled())

    def set_position(self, number: int, count: int) -> None:
        """Where the case stands in the list it was opened from; nothing when it was not."""
        words = self.tr("{n} of {count}").format(n=f"{number:,}", count=f"{count:,}") if count > 1 else ""
        self.position.setText(words)

    def set_compact(self, compact: bool) -> None:
        """Leave out the buttons and all but balance and account."""
        if compact != self.buttons.isHidden():
            self.buttons.setVisible(not compact)
            if self.head is not None:
                self._show_facts(self.head)

    def show_head(self, head: CaseHead) -> None:
        """Show the head of a case."""
        self.head = head
        account = head.account
        self.name.setText(head.debtor.name.whole if head.debtor else account.account_number)
        self.setUpdatesEnabled(False)
        self.chips.clear()
        for kind, words in self._chips(head):
            self.chips.add(Chip(kind, words))
        self._show_facts(head)
        self.setUpdatesEnabled(True)

    def _chips(self, head: CaseHead) -> list[tuple[ChipKind, str]]:
        found = [status_chip(head.account.status)]
        shown = {found[0][1]}
        for restriction in head.flags:
            kind, words = restriction_chip(restriction.kind)
            if words not in shown and WEIGHT.get(restriction.kind) is not head.account.status:
                found.append((kind, words))
                shown.add(words)
        if head.debtor and head.debtor.deceased and self.tr("Deceased") not in shown:
            found.append((ChipKind.LEGAL, self.tr("Deceased")))
        rung = head.verdict.rung
        located = self.tr("Located: {rung}").format(rung=rung_chip(rung)[1].lower())
        found.append((ChipKind.OK, located) if head.verdict.located else self._not_located(rung))
        if head.pending_leads:
            words = plural(head.pending_leads, self.tr("1 lead waits"), self.tr("{n} leads wait"))
            found.append((ChipKind.INFO, words))
        found.insert(0, self._next(head))
        if head.work.assignee:
            found.append((ChipKind.NEUTRAL, head.work.assignee))
        found += [(ChipKind.NEUTRAL, f"#{tag}") for tag in head.work.tags]
        return found

    def _not_located(self, rung: Rung) -> tuple[ChipKind, str]:
        return ChipKind.WARN, self.tr("Not located: {rung}").format(rung=rung_chip(rung)[1].lower())

    def _show_facts(self, head: CaseHead) -> None:
        account, compact = head.account, self.buttons.isHidden()
        roomy = not compact and self.width() >= current_theme().px(_ROOMY)
        none = self.tr("none")
        phone = head.best_phone.words if head.best_phone else none
        address = head.best_address.words if head.best_address else none
        values = (
            (money(account.balance.total, account.balance.currency), True),
            (account.account_number, True),
            (account.client, not compact),
            (self._age(head.age_days), not compact),
            (phone, roomy),
            (address, roomy),
        )
        for fact, (words, shown) in zip(self._fact_widgets, values, strict=True):
            fact.say(words)
            fact.setVisible(shown)
        self.facts.refit()

    def _age(self, days: int | None) -> str:
        if days is None:
            return "—"
        if days < _YEAR:
            return plural(days, self.tr("1 day"), self.tr("{n} days"))
        return self.tr("{years} years").format(years=f"{days / _YEAR:.1f}")

    def _next(self, head: CaseHead) -> tuple[ChipKind, str]:
        work, today = head.work, head.today
        if not work.next_action:
            if head.closed:
                return ChipKind.NEUTRAL, self.tr("Nothing to come")
            return ChipKind.BAD, self.tr("No next action: set one (S)")
        on = work.next_action_on
        late = on is not None and on < today
        kind = ChipKind.BAD if late else ChipKind.WARN if on == today else ChipKind.INFO
        words = self.tr("Next: {action}, {day}")
        return kind, words.format(action=work.next_action, day=relative_day(on, today))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Best number and address go where there is little room."""
        super().resizeEvent(event)
        edge = current_theme().px(_ROOMY)
        crossed = (event.oldSize().width() >= edge) != (event.size().width() >= edge)
        if self.head is not None and crossed:
            self._show_facts(self.head)


class _Fact(QWidget):
    """A title with its value; a screen reader says both."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._value = plain_label(role=Role.STRONG, selectable=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(plain_label(title, tone="text2", parent=self))
        row.addWidget(self._value)

    def say(self, words: str) -> None:
        """Show a value."""
        self._value.setText(words)
        self._value.setAccessibleName(f"{self._title}: {words}")
