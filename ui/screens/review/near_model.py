"""The nearest people for an account without a lead, as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.services.explaining import percent
from workbench.services.why_not import NearPerson
from workbench.services.why_not_words import short_counter, short_where

_Index = QModelIndex | QPersistentModelIndex
SCORE, RECORD, AGAINST, SOURCE = range(4)


class NearModel(QAbstractTableModel):
    """Score, person, what speaks against, and where it is from; the best first."""

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[NearPerson, ...] = ()

    def set_people(self, people: tuple[NearPerson, ...]) -> None:
        """Show other people."""
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    def person(self, row: int) -> NearPerson | None:
        """The person of a row; None where there is none."""
        return self._people[row] if 0 <= row < len(self._people) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """People."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Four."""
        return 0 if parent.isValid() else SOURCE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (Qt's variant)
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (
            self.tr("Score"),
            self.tr("Record"),
            self.tr("What speaks against"),
            self.tr("File and row"),
        )
        return titles[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell shows; the first one tells a screen reader the whole row."""
        person = self.person(index.row()) if index.isValid() else None
        if person is None:
            return None
        cells = (
            percent(person.lead.explanation.p_same),
            " · ".join(filter(None, (person.lead.person.name, person.lead.person.birth, _home(person)))),
            short_counter(person.lead.explanation),
            short_where(person),
        )
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == SCORE:
            return ", ".join(cells)
        if role == Qt.ItemDataRole.ToolTipRole:
            return cells[index.column()]
        return cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def _home(person: NearPerson) -> str:
    return next(iter(person.lead.person.addresses), "")
