"""The tab Timeline: one stream of what happened, filtered by one key, pinned, expanded, corrected."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ui.messages.words import plural
from ui.screens.case.account_tab import AccountTab
from ui.screens.case.case_words import cost_words, detail_words, gone_words, kind_words
from ui.screens.case.desk import Desk
from ui.screens.case.timeline_list import TimelineDelegate, TimelineModel, line_indent, wrapped
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.buttons import action_button
from ui.widgets.flow import FlowBox
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from workbench.services.case_log import set_pin
from workbench.services.case_timeline import (
    EntryKind,
    TimelineEntry,
    TimelineView,
    details_of,
    timeline_view,
)
from workbench.services.vaults import Vault
from workbench.services.written import Written

_FILTERS: tuple[EntryKind | None, ...] = (None, *EntryKind)
_WRAP_AFTER = 150


class TimelineList(QListView):
    """The list itself; nothing is measured row by row, so that thousands of entries open at once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(TimelineDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        current_theme().changed.connect(self.doItemsLayout)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""


class TimelineTab(AccountTab[TimelineView]):
    """Keys 1 to 6 filter, * pins, → expands, ← closes, E corrects; the desk's letters record."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, timeline_view)
        self.desk = desk
        self.kind: EntryKind | None = None
        self.expanded: set[str] = set()
        self.model = TimelineModel(self._lines, self)
        self.list = TimelineList(self.tr("Timeline"))
        self.list.setModel(self.model)
        self.filter = LineEdit(name=self.tr("Filter the timeline"), hint=self.tr("Filter: words, who"))
        self.filter.textChanged.connect(self._refilter)
        self.count = plain_label(tone="text2")
        self.nothing = plain_label(tone="text2", wrap=True)
        self.buttons = FlowBox(gap=6)
        self._wrapping = QTimer(self)
        self._wrapping.setSingleShot(True)
        self._wrapping.timeout.connect(self._refilter)
        self._add_actions()
        self.set_content(self._content())
        self.states.clear_strip("read-only")  # the frame says it
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.activated.connect(self._toggle)
        desk.works_in(self.list)

    def _content(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.buttons)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.filter, 1)
        row.addWidget(self.count)
        layout.addLayout(row)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        return content

    def _add_actions(self) -> None:
        add = partial(self.workspace.registry.add, widget=self.list, place=Place.CASE)
        for number, kind in enumerate(_FILTERS, 1):
            name = f"timeline.show_{kind.value if kind else 'all'}"
            words = kind_words(kind)
            action = add(name, words, partial(self.show_kind, kind), keys=(str(number),), checkable=True)
            action.setChecked(kind is None)
            self.buttons.add(action_button(action))
        pin = add("timeline.pin", self.tr("Pin"), self.pin, keys=("*", "Shift+*"), icon="pin")
        correct = add("timeline.correct", self.tr("Correct"), self.correct, keys=("E",), icon="square-pen")
        add("timeline.expand", self.tr("Expand"), self.expand, keys=("Right",))
        add("timeline.close", self.tr("Close the entry"), self.collapse, keys=("Left",))
        add("timeline.filter", self.tr("Filter the timeline"), self.filter.setFocus, keys=("/", "Ctrl+F"))
        self.workspace.registry.add(
            "timeline.clear_filter", self.tr("Show all entries"), self._clear, keys=("Esc",),
            widget=self.filter, place=Place.CASE,
        )  # fmt: skip
        self.buttons.add(action_button(pin))
        self.buttons.add(action_button(correct))

    # What is shown

    def show_view(self, view: TimelineView) -> None:
        """Show the stream; the current entry stays current."""
        self._show(view, self.current)

    def account_changed(self) -> None:
        """Forget filter and expanded entries of the account before."""
        self.expanded.clear()
        self.filter.clear()

    def _refilter(self) -> None:
        if self.view is not None:
            self._show(self.view, self.current)

    def _show(self, view: TimelineView, current: TimelineEntry | None) -> None:
        words = self.filter.text().casefold().split()
        shown = [
            e
            for e in view.entries
            if (self.kind is None or e.kind is self.kind) and all(w in _searched(e) for w in words)
        ]
        self.model.show_entries(shown, frozenset(self.expanded), view.today)
        row = self.model.row_of(current.entry_id) if current else -1
        row = row if row >= 0 else self.model.first_entry()
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        self._count(len(shown), len(view.entries))
        self._current_changed()

    def _count(self, shown: int, count: int) -> None:
        everything = plural(count, self.tr("1 entry"), self.tr("{n} entries"))
        some = self.tr("{n} of {all}").format(n=f"{shown:,}", all=everything)
        self.count.setText(everything if shown == count else some)
        if not count:
            self.nothing.setText(self.tr("Nothing happened yet. Log a contact (C) or a locate attempt (L)."))
        else:
            self.nothing.setText(self.tr("No entry matches. Show all with 1, clear the words with Esc."))
        self.nothing.setVisible(not shown)
        self.list.setVisible(bool(shown))

    def _lines(self, entry: TimelineEntry) -> list[str]:
        view = self.view
        if view is None:
            return []
        room = self.list.viewport().width() - line_indent() - current_theme().px(16)
        metrics = QFontMetrics(current_theme().font(Role.BODY))
        found: list[str] = []
        for detail in details_of(entry, view.names):
            found += wrapped(f"{detail_words(detail.key)}: {detail.value}", room, metrics)
        if entry.gone:
            found.append(gone_words(entry.gone))
        if cost := cost_words(entry.activity.cost_cents):
            found.append(self.tr("Cost: {amount}").format(amount=cost))
        return found or [entry.title or self.tr("nothing more")]

    @property
    def current(self) -> TimelineEntry | None:
        """The current entry."""
        row = self.model.row(self.list.currentIndex().row())
        return row.entry if row else None

    def _current_changed(self, *_indexes: object) -> None:
        registry, entry = self.workspace.registry, self.current
        locked = self.tr("Opened read-only") if self.workspace.read_only else ""
        why = locked or ("" if entry else self.tr("Choose an entry first"))
        registry.set_enabled("timeline.pin", not why, why)
        if not why and entry is not None and not entry.correctable:
            why = self.tr("Only what a person recorded, and still counts, is corrected here")
        registry.set_enabled("timeline.correct", not why, why)

    # Acting

    def show_kind(self, kind: EntryKind | None) -> None:
        """Show one kind of entries; None all."""
        self.kind = kind
        for known in _FILTERS:
            name = f"timeline.show_{known.value if known else 'all'}"
            self.workspace.registry.action(name).setChecked(known is kind)
        self._refilter()
        if self.list.isVisible():
            self.list.setFocus()

    def pin(self) -> None:
        """Pin the current entry, or take its pin away."""
        entry = self.current
        if entry is not None:
            work = partial(_pin, account_id=self.account_id, entry_id=entry.entry_id, pinned=not entry.pinned)
            self.workspace.vault.write(work, owner=self)

    def correct(self) -> None:
        """Correct the current entry."""
        if self.current is not None:
            self.desk.open_correction(self.current)

    def expand(self) -> None:
        """Show everything the current entry says."""
        if self.current is not None:
            self.expanded.add(self.current.entry_id)
            self._refilter()

    def collapse(self) -> None:
        """Show the current entry on one line again."""
        if self.current is not None:
            self.expanded.discard(self.current.entry_id)
            self._refilter()

    def main_widget(self) -> QWidget:
        """The list, or the filter that leaves nothing of it."""
        return self.list if self.list.isVisibleTo(self) else self.filter

    def remember(self) -> dict[str, Any]:
        """The filter and the current entry."""
        current = self.current
        return {"kind": self.kind.value if self.kind else "", "entry": current.entry_id if current else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """Filter as it was."""
        kind = state.get("kind")
        if kind in list(EntryKind):
            self.show_kind(EntryKind(kind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines of expanded entries follow the width."""
        super().resizeEvent(event)
        if self.expanded:
            self._wrapping.start(_WRAP_AFTER)

    def _toggle(self) -> None:
        entry = self.current
        if entry is not None:
            self.collapse() if entry.entry_id in self.expanded else self.expand()

    def _clear(self) -> None:
        self.filter.clear()
        self.take_focus()


def _searched(entry: TimelineEntry) -> str:
    activity = entry.activity
    return f"{entry.title} {activity.text} {activity.actor}".casefold()


def _pin(vault: Vault, account_id: str, entry_id: str, *, pinned: bool) -> Written:
    return set_pin(vault, account_id, entry_id, pinned=pinned)
