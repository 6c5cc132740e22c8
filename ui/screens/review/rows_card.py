"""The rows behind a lead: file, row, date and what each says, and where they contradict each other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.messages.formats import iso_day
from ui.style.fonts import Role
from ui.widgets.cards import Card
from ui.widgets.labels import plain_label
from workbench.services.lead_rows import RowBehind
from workbench.services.review_queue import Candidate

LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COLUMNS = 3


def letter_of(place: int) -> str:
    """How the row at ``place`` (from 0) is named beside what it brings: a, b, c …; the 27th is 27."""
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)


class RowsCard(Card):
    """Shown when more than one row stands behind the lead, or its row has something to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Rows behind this lead"), parent)
        self._contradictions = plain_label(tone="bad", wrap=True)
        self._grid_home = QWidget()
        self._grid = QGridLayout(self._grid_home)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)
        self._cells: list[tuple[QLabel, ...]] = []
        self._note = plain_label(role=Role.CAPTION, tone="text2", wrap=True)
        for widget in (self._contradictions, self._grid_home, self._note):
            self.add(widget)
        self.setVisible(False)

    def show_candidate(self, candidate: Candidate) -> None:
        """List the rows, the newest first."""
        rows = candidate.behind
        told = any(row.gone or row.note or row.proposed_at for row in rows)
        self.setVisible(len(rows) > 1 or bool(candidate.contradictions) or told)
        self._contradictions.setText("\n".join(candidate.contradictions))
        self._contradictions.setVisible(bool(candidate.contradictions))
        while len(self._cells) < len(rows):
            self._add_line()
        for place, cells in enumerate(self._cells):
            texts = self._texts(place, rows[place]) if place < len(rows) else ("", "", "")
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)
                cell.setVisible(place < len(rows))
        self._note.setText(self._sources(candidate))
        self.setAccessibleDescription("; ".join(self.lines(candidate)))

    def lines(self, candidate: Candidate) -> list[str]:
        """Every contradiction and row as text."""
        said = [" ".join(filter(None, self._texts(i, row))) for i, row in enumerate(candidate.behind)]
        return [*candidate.contradictions, *said]

    def _texts(self, place: int, row: RowBehind) -> tuple[str, str, str]:
        where = self.tr("{file}, row {row}").format(file=row.file_name or "—", row=f"{row.row_number:,}")
        dated = self.tr("as of {day}").format(day=iso_day(row.as_of)) if row.as_of else self.tr("no date")
        says = [row.says, row.note]
        if row.proposed_at is not None:
            says.append(self._proposed(row))
        if row.gone and not row.note:
            says.append(self.tr("not in the newer edition"))
        if not row.firm:
            says.append(self.tr("no birth fact: counts as a source, not in the score"))
        return letter_of(place), f"{where}\n{dated}", "\n".join(filter(None, says))

    def _proposed(self, row: RowBehind) -> str:
        words = self.tr("proposed by {who} on {day}")
        if row.matched:
            words = self.tr("proposed by {who} on {day}; a match found it too")
        day = row.proposed_at.astimezone().date() if row.proposed_at else None
        return words.format(who=row.proposed_by, day=iso_day(day))

    def _sources(self, candidate: Candidate) -> str:
        if candidate.origins == 1:
            return self.tr("One source: rows of one origin count once. The newest is first.")
        return self.tr("{n} sources: rows of one origin count once. The newest is first.").format(
            n=candidate.origins
        )

    def _add_line(self) -> None:
        line = len(self._cells)
        cells = tuple(
            plain_label(tone="text" if column else "text2", wrap=column > 0, selectable=column > 0)
            for column in range(_COLUMNS)
        )
        for column, cell in enumerate(cells):
            cell.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(cell, line, column)
        self._cells.append(cells)
