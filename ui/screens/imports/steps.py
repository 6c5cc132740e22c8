"""The steps of an import as chips, and the foot that says what is known and what can be done."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import plain_label


class Step(IntEnum):
    """The steps in order."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    RESULT = 3


class StepHead(QWidget):
    """The heading with a chip for each step: done, current, to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = [Chip(ChipKind.NEUTRAL, "") for _ in Step]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(self.tr("Import"), role=Role.H1))
        row.addStretch(1)
        for chip in self._chips:
            row.addWidget(chip)

    def show_step(self, step: Step) -> None:
        """Mark the step the person is at."""
        words = (self.tr("1 File"), self.tr("2 Columns"), self.tr("3 Check"), self.tr("4 Import"))
        for place, chip in enumerate(self._chips):
            kind = ChipKind.OK if place < step else ChipKind.INFO if place == step else ChipKind.NEUTRAL
            chip.set(kind, words[place], None if place <= step else "")


class Foot(Card):
    """A line of words above the buttons; the first button is the main one."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._words = plain_label("", wrap=True)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for action in actions:
            flow.addWidget(action_button(action, primary=action is actions[0]))
        self.add(self._words)
        self.add(buttons)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say something."""
        self._words.setText(words)
