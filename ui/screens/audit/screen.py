"""The audit screen: entries newest first, a filter, the chain's state, an export."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.messages.formats import count, moment
from ui.messages.words import plural
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button
from ui.widgets.chips import Chip
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.services import auditing
from workbench.services.auditing import AuditLine, AuditTrail

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_QUIET = 150


class AuditRows(QAbstractTableModel):
    """Entries, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[AuditLine] = ()

    def show(self, lines: Sequence[AuditLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Number, time, who, what, of what, why."""
        return 0 if parent.isValid() else 6

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (any Qt value)
        """A cell."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        cells = (str(line.number), moment(line.at), line.actor, line.action, line.subject, line.reason)
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(cell for cell in cells if cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (any Qt value)
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (
            self.tr("No."), self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Of what"),
            self.tr("Why"),
        )  # fmt: skip
        return words[section]


class AuditScreen(Screen):
    """The vault-level chain; changes to one account are in its History."""

    place: ClassVar[Place] = Place.AUDIT

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.rows = AuditRows(self)
        self.table = TableView(self.tr("Audit entries"))
        self.table.setModel(self.rows)
        self.table.set_columns([64, 150, 90, 170, 220, 190], stretch=5, fitted=True)
        self.filter = LineEdit(name=self.tr("Filter"), hint=self.tr("Filter:  import  unlock  2026-11"))
        self.chain = Chip(ChipKind.NEUTRAL, self.tr("not checked yet"))
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self.reload)
        self.filter.textEdited.connect(self._typed)
        export = workspace.registry.add(
            "audit.export", self.tr("Export"), self.export, keys=("Ctrl+E",), widget=self, place=Place.AUDIT,
            menu="file",
        )  # fmt: skip
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Audit"), role=Role.H1))
        head.addWidget(self.chain)
        head.addStretch(1)
        head.addWidget(action_button(export))
        self.states = StateStack(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self.filter)
        outer.addWidget(self.states, 1)

    def title(self) -> str:
        """The place in words."""
        return self.tr("Audit")

    def enter(self, target: object = None) -> None:  # noqa: ARG002
        """Read the chain."""
        self.reload()

    def on_changes(self, changes: Changes) -> None:
        """Read it again while somebody looks."""
        if self.isVisible() and (changes.imports or changes.settings or changes.accounts_added):
            self._quiet.start()

    def panes(self) -> list[QWidget]:
        """Entries and filter."""
        return [self.table, self.filter]

    def remember(self) -> dict[str, Any]:
        """The filter."""
        return {"words": self.filter.text()}

    def restore(self, state: dict[str, Any]) -> None:
        """Show that again."""
        self.filter.setText(str(state.get("words", "")))
        self.reload()

    def reload(self) -> None:
        """Ask for the entries and check the chain."""
        self.states.show_loading(self.tr("Checking the chain"))
        work = partial(auditing.trail, words=self.filter.text())
        self.workspace.vault.read(work, self._show, owner=self, failed=self._failed, key="trail")

    def export(self) -> None:
        """Write the entries as CSV where the person says."""
        words = self.tr("Export audit entries (the file is not encrypted)")
        name, _ = QFileDialog.getSaveFileName(self, words, "audit.csv", "CSV (*.csv)")
        if name:
            self.export_to(Path(name))

    def export_to(self, out: Path) -> None:
        """Write them to ``out``."""
        work = partial(auditing.write_trail, out=out, words=self.filter.text())
        self.workspace.vault.read(work, self._exported, owner=self)

    def _exported(self, number: int) -> None:
        one = self.tr("1 entry written. The file is not encrypted.")
        many = self.tr("{n} entries written. The file is not encrypted.")
        self.workspace.messages.say(plural(number, one, many))

    def _typed(self, _text: str) -> None:
        self._quiet.start()

    def _failed(self, error: WorkbenchError) -> None:
        self.states.show_error(error, self.reload)

    def _show(self, trail: AuditTrail) -> None:
        self.rows.show(trail.lines)
        if trail.fault:
            self.chain.set(ChipKind.BAD, trail.fault)
        elif trail.lines and not self.filter.text():
            words = self.tr("verified to entry {n}").format(n=count(trail.lines[0].number))
            self.chain.set(ChipKind.OK, words)
        else:
            self.chain.set(ChipKind.OK, self.tr("verified"))
        if trail.lines:
            self.states.show_content()
            self.table.set_current_row(0)
        else:
            words = self.tr("No entry holds “{words}”.").format(words=self.filter.text())
            self.states.show_empty(words)
