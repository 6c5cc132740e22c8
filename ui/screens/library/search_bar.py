"""The search line with what was understood of it: one chip a thing, alternatives told apart."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.worklist.filter_bar import FilterBar
from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowBox
from ui.widgets.labels import plain_label
from workbench.services.library_search_words import Understood


class SearchBar(QWidget):
    """``line`` tells what is typed once typing pauses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterBar()
        self.line.line.setAccessibleName(self.tr("Search"))
        self.line.line.setPlaceholderText(
            self.tr("munoz j 1984   “118 maple st” knoxville   865-555-0142   employer:acme      ( / )")
        )
        self.chips = FlowBox(gap=6)
        self._hint = plain_label(role=Role.CAPTION, tone="text2", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.line, self.chips, self._hint):
            layout.addWidget(widget)
        self.setFocusProxy(self.line)
        self.show_understood(Understood(""))

    @property
    def hint(self) -> str:
        """What is said about another meaning of the line."""
        return self._hint.text()

    def show_understood(self, understood: Understood) -> None:
        """Say what was understood, what was not, and what might have been meant."""
        self.line.show_problems(understood.problems)
        self.chips.clear()
        for alternative in range(len(understood.alternatives)):
            if alternative:
                self.chips.add(plain_label(self.tr("or"), tone="text2"))
            for chip in understood.chips:
                if chip.alternative == alternative:
                    self.chips.add(Chip(ChipKind.INFO, f"{chip.label}: {chip.value}", glyph=""))
        self.chips.setVisible(bool(understood.chips))
        self._say(understood.hints)

    def _say(self, hints: Sequence[str]) -> None:
        self._hint.setText("   ".join(hints))
        self._hint.setVisible(bool(hints))
