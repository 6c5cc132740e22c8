"""The tab History: every change to the case, what was and what became, its chain checked, undo of each."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages.formats import moment
from ui.messages.translating import translate
from ui.messages.words import plural
from ui.screens.case.account_tab import AccountTab
from ui.screens.case.rows_model import Column, RowsModel
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button
from ui.widgets.chips import Chip
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from ui.widgets.splitters import Splitter
from ui.widgets.tables import TableView
from workbench.services.describing import FieldChange
from workbench.services.history import HistoryRow, HistoryView, history_view
from workbench.services.undoing import undo
from workbench.services.vaults import Vault
from workbench.services.written import Commit, Written


class HistoryTab(AccountTab[HistoryView]):
    """Changes above, what the current one did below."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, history_view)
        self.model = RowsModel(self._columns(), struck=_is_undone, parent=self)
        self.table = TableView(self.tr("Changes"))
        self.table.setModel(self.model)
        self.table.set_columns([44, 144, 100, 220, 130, 200], stretch=5, fitted=True)
        self.table.current_changed.connect(self._row_changed)
        self.details = RowsModel(_detail_columns(), parent=self)
        self.detail_table = TableView(self.tr("What the change did"))
        self.detail_table.setModel(self.details)
        self.detail_table.set_columns([150, 140, 200, 260], stretch=3, fitted=True)
        self.chain = Chip(ChipKind.NEUTRAL, self.tr("Chain not checked"))
        self.filter = LineEdit(name=self.tr("Filter the history"), hint=self.tr("Filter: who, what, why"))
        self.filter.textChanged.connect(self._refilter)
        self._count = plain_label(tone="text2")
        self._add_actions()
        self.set_content(self._content())

    def _content(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(action_button(self.workspace.registry.action("history.undo"), primary=True))
        top.addWidget(self.filter, 1)
        top.addWidget(self._count)
        top.addWidget(self.chain)
        layout.addLayout(top)
        below = QWidget()
        box = QVBoxLayout(below)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(plain_label(self.tr("What this change did"), role=Role.STRONG))
        box.addWidget(self.detail_table, 1)
        splitter = Splitter(self.table, below, vertical=True)
        splitter.set_stretch(3, 2)
        layout.addWidget(splitter, 1)
        return content

    def _add_actions(self) -> None:
        add = self.workspace.registry.add
        add(
            "history.undo", self.tr("Undo this"), self.undo_current, keys=("Z",), widget=self.table,
            place=Place.CASE, icon="undo-2",
        )  # fmt: skip
        add(
            "history.filter", self.tr("Filter the history"), self._go_to_filter, keys=("/", "Ctrl+F"),
            widget=self.table, place=Place.CASE,
        )  # fmt: skip
        add(
            "history.clear_filter", self.tr("Show all changes"), self._clear_filter, keys=("Esc",),
            widget=self.filter, place=Place.CASE,
        )  # fmt: skip

    def _columns(self) -> list[Column[HistoryRow]]:
        return [
            Column("#", lambda r: str(r.seq), right=True),
            Column(self.tr("When"), lambda r: moment(r.at)),
            Column(self.tr("Who"), lambda r: r.actor),
            Column(self.tr("What"), lambda r: r.words),
            Column(self.tr("Standing"), lambda _: "", chip=self._standing),
            Column(self.tr("Reason"), lambda r: r.reason),
        ]

    def _standing(self, row: HistoryRow) -> tuple[ChipKind, str] | None:
        if row.undone_by is not None:
            return ChipKind.NEUTRAL, self.tr("Undone by {n}").format(n=row.undone_by)
        return (ChipKind.WARN, self.tr("Undo")) if row.action == "undo" else None

    # What is shown

    def show_view(self, view: HistoryView) -> None:
        """Show the changes and whether their chain is whole."""
        if view.fault:
            self.chain.set(ChipKind.BAD, self.tr("Chain broken"))
            words = self.tr("The history of this case was altered: {fault}.").format(fault=view.fault)
            self.states.set_strip(ChipKind.BAD, words, key="chain")
        else:
            self.chain.set(ChipKind.OK, self.tr("Chain verified"))
            self.states.clear_strip("chain")
        self._refilter()

    def main_widget(self) -> QWidget:
        """The changes."""
        return self.table

    def account_changed(self) -> None:
        """Forget the filter."""
        self.filter.clear()
        self.model.set_rows(())
        self.details.set_rows(())

    def _refilter(self) -> None:
        view = self.view
        if view is None:
            return
        current = self.current
        words = self.filter.text().casefold().split()
        rows = [row for row in view.rows if all(word in _searched(row) for word in words)]
        self.model.set_rows(rows)
        here = next((n for n, row in enumerate(rows) if current and row.seq == current.seq), 0)
        self.table.set_current_row(here)
        shown = self.tr("{n} of {all} changes").format(n=len(rows), all=len(view.rows))
        everything = plural(len(rows), self.tr("1 change"), self.tr("{n} changes"))
        self._count.setText(shown if words else everything)
        if not rows and words:
            nothing = self.tr("No change matches this filter. Clear it with Esc.")
            self.states.set_strip(ChipKind.INFO, nothing, self.tr("Clear"), self._clear_filter, key="none")
        else:
            self.states.clear_strip("none")
        self._row_changed(self.table.current_row())

    @property
    def current(self) -> HistoryRow | None:
        """The change of the current row."""
        return self.model.row(self.table.current_row())

    def _row_changed(self, _row: int) -> None:
        row = self.current
        self.details.set_rows(row.details if row else ())
        why = self._why_not(row)
        self.workspace.registry.set_enabled("history.undo", not why, why)

    def _why_not(self, row: HistoryRow | None) -> str:
        if self.workspace.read_only:
            return self.tr("Opened read-only")
        if row is None:
            return self.tr("Choose a change first")
        if row.undone_by is not None:
            return self.tr("It is undone already; undo change {n} to do it again").format(n=row.undone_by)
        return "" if row.undoable else self.tr("This cannot be taken back")

    # Acting

    def undo_current(self) -> None:
        """Take the current change back by a further change."""
        row = self.current
        if row is not None and not self._why_not(row):
            work = partial(_undo, account_id=self.account_id, seq=row.seq)
            self.workspace.vault.write(work, owner=self)

    def _go_to_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clear_filter(self) -> None:
        self.filter.clear()
        self.table.setFocus()


def _detail_columns() -> list[Column[FieldChange]]:
    return [
        Column(translate("HistoryTab", "Of"), lambda c: c.thing),
        Column(translate("HistoryTab", "Field"), lambda c: c.name or translate("HistoryTab", "new")),
        Column(translate("HistoryTab", "Before"), lambda c: _one_line(c.before)),
        Column(translate("HistoryTab", "After"), lambda c: _one_line(c.after)),
    ]


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 500 else f"{line[:500]}…"


def _is_undone(row: HistoryRow) -> bool:
    return row.undone_by is not None


def _searched(row: HistoryRow) -> str:
    told = " ".join(f"{c.thing} {c.before} {c.after}" for c in row.details)
    return f"{row.seq} {row.actor} {row.words} {row.reason} {moment(row.at)} {told}".casefold()


def _undo(vault: Vault, account_id: str, seq: int) -> Written:
    return undo(vault, [Commit(account_id, seq)])
