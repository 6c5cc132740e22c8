"""The saved layouts of one's own: seen, renamed, deleted."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages.formats import count, moment
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.widgets.buttons import action_button
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.services.own_layouts import OwnLayout, delete_layout, own_layouts, rename_layout
from workbench.services.previewing import ACCOUNTS

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
HEADINGS = 4


class LayoutRows(QAbstractTableModel):
    """Name, kind, columns, when it was saved."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layouts: Sequence[OwnLayout] = ()

    def show(self, layouts: Sequence[OwnLayout]) -> None:
        """Show these."""
        self.beginResetModel()
        self.layouts = layouts
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.layouts)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Name, kind, columns, saved."""
        return 0 if parent.isValid() else HEADINGS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (any Qt value)
        """A cell."""
        if not index.isValid():
            return None
        cells = self._cells(self.layouts[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(cells)
        return cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def _cells(self, layout: OwnLayout) -> tuple[str, ...]:
        kind = self.tr("Accounts") if layout.kind == ACCOUNTS else self.tr("Records")
        of = self.tr("{n} of {m} read").format(n=count(layout.used), m=count(layout.columns))
        return layout.name or self.tr("Without a name"), kind, of, moment(layout.saved_at)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  (any Qt value)
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (self.tr("Layout"), self.tr("Kind"), self.tr("Columns"), self.tr("Saved"))
        return words[section]


class LayoutsBox(QWidget):
    """A table of the saved layouts with a field for the name of the current one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.rows = LayoutRows(self)
        self.table = TableView(self.tr("Your own layouts"))
        self.table.setModel(self.rows)
        self.table.set_columns([220, 90, 130, 140], stretch=0, fitted=True)
        self.states = StateStack(self.table)
        self.name = LineEdit(name=self.tr("New name of the layout"), hint=self.tr("New name"))
        add = partial(workspace.registry.add, menu="edit", place=Place.IMPORT)
        self.rename_action: QAction = add("import.layout_rename", self.tr("Rename layout"), self.rename)
        self.delete_action: QAction = add("import.layout_delete", self.tr("Delete layout…"), self.delete)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Your own layouts"), role=Role.H2))
        head.addStretch(1)
        head.addWidget(self.name)
        head.addWidget(action_button(self.rename_action))
        head.addWidget(action_button(self.delete_action))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.states, 1)
        self.table.current_changed.connect(self._follow)

    def reload(self) -> None:
        """Read the saved layouts."""
        self._workspace.vault.read(own_layouts, self._show, owner=self, key="own layouts")

    def _show(self, layouts: Sequence[OwnLayout]) -> None:
        at = max(0, self.table.current_row())
        self.rows.show(layouts)
        self.setVisible(bool(layouts))
        if layouts:
            self.states.show_content()
            self.table.set_current_row(min(at, len(layouts) - 1))
        self._follow()

    def current(self) -> OwnLayout | None:
        """The current layout."""
        at = self.table.current_row()
        return self.rows.layouts[at] if 0 <= at < len(self.rows.layouts) else None

    def _follow(self, _row: int = 0) -> None:
        layout = self.current()
        read_only = self.tr("The vault is open read-only.") if self._workspace.read_only else ""
        why = read_only or self.tr("There is no layout of your own.")
        for name in ("import.layout_rename", "import.layout_delete"):
            self._workspace.registry.set_enabled(name, layout is not None and not read_only, why)
        if not self.name.hasFocus():
            self.name.setText(layout.name if layout is not None else "")

    def rename(self) -> None:
        """Give the current layout the name in the field."""
        layout = self.current()
        if layout is not None:
            self._write(
                partial(
                    rename_layout, fingerprint=layout.fingerprint, kind=layout.kind, name=self.name.text()
                )
            )

    def delete(self) -> None:
        """Forget the current layout, after asking."""
        layout = self.current()
        words = self.tr("Files of this layout are then no longer recognised. What was imported stays.")
        if layout is not None and self._workspace.messages.ask(
            self.tr("Delete layout"), words, self.tr("Delete it")
        ):
            self._write(partial(delete_layout, fingerprint=layout.fingerprint, kind=layout.kind))

    def _write(self, work: Any) -> None:  # noqa: ANN401  (a partial of a service)
        self._workspace.vault.write(work, self._written, owner=self, failed=self._workspace.messages.fail)

    def _written(self, _done: object) -> None:
        self.reload()
