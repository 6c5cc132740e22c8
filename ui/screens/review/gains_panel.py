"""What a case gains from a lead, each with a box to leave it out."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.messages.words import role_words
from ui.screens.review.rows_card import letter_of
from ui.style.theme import current_theme
from ui.widgets.flow import FlowBox
from ui.widgets.forms import CheckBox
from ui.widgets.labels import plain_label, plain_tooltip
from workbench.model.lead import LeadStatus
from workbench.model.party import PartyRole
from workbench.services.gains import Gain, GainEffect
from workbench.services.review_queue import Candidate

GLYPHS = {GainEffect.NEW: "+", GainEffect.CONFIRMS: "=", GainEffect.CONTRADICTS: "≠"}


class GainBox(CheckBox):
    """One gain: checked is taken.  Cut to its width; the whole text is its name and tooltip."""

    def __init__(self, gain: Gain, parent: QWidget | None = None) -> None:
        self._words = ""
        super().__init__("", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_gain(gain, taken=gain.taken_by_default)

    def show_gain(self, gain: Gain, *, taken: bool, letters: str = "") -> None:
        """Stand for ``gain``; ``letters`` name the rows that say it.  Nobody is told of a switched box."""
        self.gain = gain
        told = gain.note and (gain.prior or gain.effect is not GainEffect.NEW)
        note = f" ({gain.note})" if told else ""
        rows = f" [{letters}]" if letters else ""
        self._words = f"{GLYPHS[gain.effect]} {gain.title} {gain.value}{rows}{note}"
        self._width = self.fontMetrics().horizontalAdvance(self._words)
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(gain.note)
        self.blockSignals(True)
        self.setChecked(taken)
        self.blockSignals(False)
        self._cut(self.width())

    @property
    def words(self) -> str:
        """The whole text."""
        return self._words

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: measure again."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._width = self.fontMetrics().horizontalAdvance(self._words)

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        theme = current_theme()
        return QSize(self._width + theme.px(34), max(theme.px(24), self.fontMetrics().height() + 4))

    def minimumSizeHint(self) -> QSize:
        """Room for a few words."""
        return QSize(current_theme().px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to what there is room for."""
        super().resizeEvent(event)
        self._cut(event.size().width())

    def _cut(self, width: int) -> None:
        room = width - current_theme().px(30)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        plain_tooltip(self, self._words if shown != self._words else "")


class GainsPanel(QWidget):
    """The gains of one lead.  ``changed`` tells that a box was switched."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[GainBox] = []
        self._pool: list[GainBox] = []  # boxes are used again: making one costs more than filling it
        self._chosen: dict[str, bool] = {}
        self._lead_id = ""
        self._known = False  # accepted, and the case has all of it: there is nothing to choose
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._head = plain_label(tone="text2", wrap=True)
        layout.addWidget(self._head)
        self._flow = FlowBox(gap=16, line_gap=0)
        layout.addWidget(self._flow)
        self.setAccessibleName(self.tr("What the case gains"))

    def show_candidate(self, candidate: Candidate) -> None:
        """Offer the gains of a lead, each with the letters of the rows that say it where there are several.

        What was switched for the same lead before stays switched.
        """
        lead_id, gains = candidate.lead.lead_id, candidate.gains
        letters = {row.lead_id: letter_of(place) for place, row in enumerate(candidate.behind)}
        if len(letters) == 1:
            letters = {}
        if lead_id != self._lead_id:
            self._chosen.clear()
        self._lead_id = lead_id
        while len(self._pool) < len(gains):
            box = GainBox(gains[len(self._pool)])
            box.toggled.connect(partial(self._toggled, box))
            self._pool.append(box)
            self._flow.add(box)
        self._boxes = self._pool[: len(gains)]
        for box, gain in zip(self._boxes, gains, strict=True):
            said_by = " ".join(letters[row] for row in gain.rows if row in letters)
            taken = self._chosen.get(gain.gain_id, gain.taken_by_default)
            box.show_gain(gain, taken=taken, letters=said_by)
        for index, box in enumerate(self._pool):
            box.setVisible(index < len(gains))
        self._known = candidate.lead.status is LeadStatus.ACCEPTED and all(
            gain.effect is GainEffect.CONFIRMS for gain in gains
        )
        self._flow.setVisible(not self._known)
        self._flow.refit()
        self._head.setText(self._heading(gains, candidate.joins_as, candidate.lead.status))

    def _heading(self, gains: tuple[Gain, ...], joins: PartyRole | None, status: LeadStatus) -> str:
        if self._known:
            return self.tr("Accepted. Everything it says is on file.")
        if status is LeadStatus.ACCEPTED:
            return self.tr("Accepted. If accepted again, this case gains:")
        if joins is not None:
            role = role_words(joins).lower()
            words = self.tr("If accepted, they join the case as {role}, never as the debtor's contact:")
            return words.format(role=role)
        if not gains:
            return self.tr("If accepted, this case gains the evidence only.")
        return self.tr("If accepted, this case gains:")

    def boxes(self) -> list[GainBox]:
        """The boxes, in order; 1 to 9 switch them."""
        return self._boxes

    def without(self) -> frozenset[str]:
        """Ids of the gains that are not to be taken."""
        return frozenset(box.gain.gain_id for box in self._boxes if not box.isChecked())

    def toggle(self, number: int) -> bool:
        """Switch box ``number`` (from 1); whether there is one."""
        if self._known or not 1 <= number <= len(self._boxes):
            return False
        self._boxes[number - 1].toggle()
        return True

    def has_focus(self) -> bool:
        """Whether one of the boxes has the focus."""
        return any(box.hasFocus() for box in self._boxes)

    def take_focus(self) -> None:
        """Give the focus to the first box."""
        if self._boxes and not self._known:
            self._boxes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _toggled(self, box: GainBox, on: bool) -> None:
        self._chosen[box.gain.gain_id] = on
        self.changed.emit()
