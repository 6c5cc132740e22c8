"""Another person whom a file names as strongly for the same party, side by side with the lead shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.screens.review.review_words import status_chip
from ui.style.fonts import Role
from ui.widgets.cards import Card
from ui.widgets.labels import plain_label, set_tone
from workbench.model.lead import LeadStatus
from workbench.services.lead_rivals import RivalView, SideBySide
from workbench.services.review_queue import Candidate

_COLUMNS = 4


class RivalsCard(Card):
    """Shown while another strong lead contradicts the lead shown; one table for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Another strong lead contradicts this one"), parent)
        self._words = plain_label(tone="bad", wrap=True)
        self._home = QWidget()
        self._grid = QGridLayout(self._home)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._cells: list[tuple[QLabel, ...]] = []
        self.add(self._words)
        self.add(self._home)
        self.setVisible(False)

    def show_candidate(self, candidate: Candidate) -> None:
        """Compare the lead with each of its rivals."""
        rivals = candidate.rivals
        self.setVisible(bool(rivals))
        lines = [line for rival in rivals for line in self._lines(rival)]
        while len(self._cells) < len(lines):
            self._add_line()
        for place, cells in enumerate(self._cells):
            line = lines[place] if place < len(lines) else None
            for cell, text in zip(cells, self._texts(line), strict=True):
                cell.setText(text)
                cell.setVisible(line is not None)
                set_tone(
                    cell, "bad" if line is not None and line.differs else "text2" if cell is cells[0] else ""
                )
        self._words.setText("\n".join(self._sentence(rival) for rival in rivals))
        self.setAccessibleDescription("; ".join(self.lines(candidate)))

    def lines(self, candidate: Candidate) -> list[str]:
        """Every rival and every row as text."""
        return [
            text
            for rival in candidate.rivals
            for text in (self._sentence(rival), *(" ".join(self._texts(x)) for x in self._lines(rival)))
        ]

    def _sentence(self, rival: RivalView) -> str:
        if rival.status is LeadStatus.ACCEPTED:
            return self.tr(
                "It contradicts the accepted lead: {what}. At most one of them is the debtor."
            ).format(what=rival.words)
        return self.tr("They differ by {what}. At most one of them is the debtor.").format(what=rival.words)

    def _lines(self, rival: RivalView) -> list[SideBySide]:
        other = f"{rival.where} · {status_chip(rival.status)[1]}"
        return [SideBySide("", self.tr("This lead"), other), *rival.rows]

    def _texts(self, line: SideBySide | None) -> tuple[str, ...]:
        if line is None:
            return ("",) * _COLUMNS
        return line.title, line.here or "—", line.there or "—", "≠" if line.differs else ""

    def _add_line(self) -> None:
        row = len(self._cells)
        cells = (
            plain_label(tone="text2"),
            plain_label(wrap=True),
            plain_label(wrap=True),
            plain_label(role=Role.STRONG),
        )
        for column, cell in enumerate(cells):
            cell.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(cell, row, column)
        self._cells.append(cells)
