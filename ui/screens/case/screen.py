"""The case file: a head that never scrolls, eight tabs, and the desk's forms beside them."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any, ClassVar

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from ui.screens.case.desk import Desk
from ui.screens.case.documents import DocumentsTab
from ui.screens.case.header import CaseHeader
from ui.screens.case.history import HistoryTab
from ui.screens.case.money import MoneyTab
from ui.screens.case.negotiation import NegotiationTab
from ui.screens.case.overview import OverviewTab
from ui.screens.case.pages import CasePages, TabMaker
from ui.screens.case.people import PeopleTab
from ui.screens.case.restrictions_panel import RestrictionsPanel
from ui.screens.case.timeline import TimelineTab
from ui.screens.review.leads_tab import LeadsTab
from ui.shell.navigator import CaseTarget, RecordsTarget
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.style.theme import current_theme
from ui.widgets.announcing import announce
from ui.widgets.holding import Hold
from ui.widgets.states import StateStack
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.services.case_view import CaseHead, case_head

LAST = "case.last"
_LOW = 440
"""Height (at 100 %) below which the head leaves out its buttons; their keys go on working."""
_REMEMBERED = 2_000
"""Accounts of a list that are remembered; of a longer one those around the case."""


def _found(among: Sequence[str], account_id: str, place: int) -> int:
    """Where an account stands, ``place`` if that is true; -1: it is not there."""
    if 0 <= place < len(among) and among[place] == account_id:
        return place
    return among.index(account_id) if account_id in among else -1


def _flags(screen: "CaseScreen") -> RestrictionsPanel:
    return RestrictionsPanel(screen.workspace, screen)


class CaseScreen(Screen):
    """One case at a time; its tabs, and the panel of flags, are made when they are first shown."""

    place: ClassVar[Place] = Place.CASE
    flags = cached_property(_flags)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.account_id = ""
        self.among: tuple[str, ...] = ()
        self._place = -1
        self._wanted = ""
        self._visited = False
        self.header = CaseHeader()
        self.pages = CasePages(self.tr("Parts of the case file"), self)
        self.desk = Desk(workspace, self.pages.stack, self.header, self.pages.take_focus)
        self.pages.set_tabs(self._tabs())
        self.states = StateStack(self._lay_out())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.states)
        self._hold = Hold(self, self)
        workspace.vault.busy.connect(self._hold.busy_changed)
        self._go_to_list = self._add_actions()
        self._show_nothing()

    # Building

    def _tabs(self) -> tuple[TabMaker, ...]:
        workspace, desk = self.workspace, self.desk
        return (
            TabMaker("overview", self.tr("Overview"), "O", partial(OverviewTab, workspace, desk)),
            TabMaker("people", self.tr("People && contact points"), "P", partial(PeopleTab, workspace, desk)),
            TabMaker("timeline", self.tr("Timeline"), "T", partial(TimelineTab, workspace, desk)),
            TabMaker("leads", self.tr("Leads"), "L", partial(LeadsTab, workspace)),
            TabMaker("negotiation", self.tr("Negotiation"), "N", partial(NegotiationTab, workspace)),
            TabMaker("documents", self.tr("Documents"), "D", partial(DocumentsTab, workspace)),
            TabMaker("money", self.tr("Money"), "M", partial(MoneyTab, workspace)),
            TabMaker("history", self.tr("History"), "Y", partial(HistoryTab, workspace)),
        )

    def _lay_out(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.header)
        layout.addWidget(self.pages.bar)
        layout.addWidget(self.desk.host, 1)
        return content

    def _add_actions(self) -> QAction:
        add = partial(self.workspace.registry.add, widget=self, place=Place.CASE, menu="account")
        for tab in self.pages.tabs:
            words = tab.words.replace("&&", "&")
            add(f"case.tab_{tab.key}", words, partial(self.pages.show, tab.key), keys=(f"Alt+{tab.letter}",))
        add("case.next_tab", self.tr("Next tab"), partial(self.pages.step, 1), keys=("Ctrl+PgDown",))
        add("case.previous_tab", self.tr("Previous tab"), partial(self.pages.step, -1), keys=("Ctrl+PgUp",))
        following = add("case.following", self.tr("Next case"), partial(self.step, 1), keys=("Ctrl+Down",))
        preceding = add("case.preceding", self.tr("Previous case"), partial(self.step, -1), keys=("Ctrl+Up",))
        flags = self.workspace.registry.add(
            "case.flags", self.tr("Flags"), self.open_flags, keys=("F",), widget=self.header,
            place=Place.CASE, menu="account", icon="flag",
        )  # fmt: skip
        self.desk.actions["flags"] = flags
        self.desk.actions["records"] = self.workspace.registry.add(
            "case.records", self.tr("Records"), self.search_records, keys=("Q",), widget=self.header,
            place=Place.CASE, menu="account", icon="scan-search",
        )  # fmt: skip
        walking = {"chevron-left": preceding, "chevron-right": following}
        self.header.add_buttons(self.desk.actions, walking)
        return self.workspace.registry.add(
            "case.to_worklist", self.tr("Open the worklist"), self._to_worklist, widget=self, place=Place.CASE
        )

    # The screen in the window

    def prepare(self) -> None:
        """Make the tab that a case is opened at."""
        self.pages.prepare("overview")

    def title(self) -> str:
        """Case file."""
        return self.tr("Case file")

    def enter(self, target: object = None) -> None:
        """Open the case of a CaseTarget, or show the last one again."""
        if isinstance(target, CaseTarget):
            self.open(target.account_id, target.among, target.tab, place=target.place)
        elif not self.account_id and (last := self.workspace.settings.value(LAST)):
            self.open(str(last))
        elif self.account_id:
            self.reload()
        else:
            self._focus_page()

    def on_changes(self, changes: Changes) -> None:
        """Read the head anew when its account was changed; the tabs see to themselves."""
        if not self.account_id:
            return
        everything = changes.settings and changes.accounts_added
        if self.account_id in changes.accounts or changes.leads or everything:
            self._read_head()
        if everything:
            self.pages.show_case(self.account_id)
        else:
            self.pages.on_changes(changes)

    def panes(self) -> list[QWidget]:
        """Head, tab bar, the tab's content, the form that is open."""
        found: list[QWidget] = [self.pages.bar]
        tab = self.pages.current
        if tab is not None:
            found.append(tab)
        if self.desk.host.form is not None:
            found.append(self.desk.host.form)
        found.append(self.header)
        return found

    def remember(self) -> dict[str, Any]:
        """The case, its list and the tab; what a tab remembers."""
        first = max(0, self._place - _REMEMBERED // 2)
        remember: Callable[[], dict[str, Any]] = getattr(self.pages.current, "remember", dict)
        inner = remember()
        form = self.desk.form_key
        return {
            "account": self.account_id,
            "among": list(self.among[first : first + _REMEMBERED]),
            "tab": self.pages.key,
            "inner": inner,
            "form": form,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Open the case again at its tab, with the form that was open and its draft."""
        account = state.get("account")
        if not isinstance(account, str) or not account:
            self.enter()
            return
        among = state.get("among")
        self.open(account, tuple(among) if isinstance(among, list) else (), str(state.get("tab", "")))
        restore = getattr(self.pages.current, "restore", None)
        inner = state.get("inner")
        if restore is not None and isinstance(inner, dict):
            restore(inner)
        self._wanted = str(state.get("form", ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height the head keeps to what is needed."""
        super().resizeEvent(event)
        self.header.set_compact(event.size().height() < current_theme().px(_LOW))

    # Which case

    def open(self, account_id: str, among: tuple[str, ...] = (), tab: str = "", *, place: int = -1) -> None:
        """Show an account, at ``tab`` (``timeline``, ``timeline:note``), with the list it came from.

        ``place`` is where it stands in the list; -1: it is looked for.
        """
        key, _, what = tab.partition(":")
        another = account_id != self.account_id
        self.account_id, self.among, self._place = account_id, among, _found(among, account_id, place)
        self._wanted = what
        self.desk.show_case(account_id)
        if another:
            self.header.head = None
            self._hold.begin()  # nothing of the case before is painted under the name of this one
        self.workspace.settings.set(LAST, account_id)
        self._show_position()
        self._read_head()
        self.pages.show_case(account_id)
        if key or self.pages.current is None or not self._visited:
            self.pages.show(key or self.pages.key)
        self._visited = True

    def reload(self) -> None:
        """Read what is shown anew."""
        self.open(self.account_id, self.among, place=self._place)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) case of the list."""
        number = self._place + by
        if self._place >= 0 and 0 <= number < len(self.among):
            self.open(self.among[number], self.among, place=number)

    def _show_position(self) -> None:
        here = self._place
        self.header.set_position(here + 1, len(self.among) if here >= 0 else 0)
        registry = self.workspace.registry
        alone = self.tr("This case was not opened from a list.")
        ends = self.tr("This is the end of the list.")
        registry.set_enabled("case.following", 0 <= here < len(self.among) - 1, alone if here < 0 else ends)
        registry.set_enabled("case.preceding", here > 0, alone if here < 0 else ends)

    def _read_head(self) -> None:
        self.states.show_loading()
        work = partial(case_head, account_id=self.account_id)
        self.workspace.vault.read(work, self._head_read, owner=self, failed=self._failed, key="head")

    def _head_read(self, head: CaseHead) -> None:
        first = self.header.head is None
        self.desk.head = head
        self.header.show_head(head)
        self.states.show_content()
        if first:
            announce(self, self.header.name.text())
            self.pages.take_focus()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self._focus_on(wanted)

    def _failed(self, error: WorkbenchError) -> None:
        self.states.show_error(error, self.reload)
        self._focus_page()

    def _focus_page(self) -> None:
        """The button that stands in place of the case."""
        self.states.setFocus()
        self.states.focusNextChild()

    def _show_nothing(self) -> None:
        words = self.tr("No case is open. Open one from the worklist with Enter.")
        self.states.show_empty(words, self._go_to_list)

    def _to_worklist(self) -> None:
        self.workspace.navigator.go(Place.WORKLIST)

    def _focus_on(self, what: str) -> None:
        """Begin with something by name: a form of the desk, or what the tab knows."""
        focus_on = getattr(self.pages.current, "focus_on", None)
        if not self.desk.open_named(what) and focus_on is not None:
            focus_on(what)

    def search_records(self) -> None:
        """Search the record files for the debtor of this case."""
        if self.account_id:
            self.workspace.navigator.go(Place.LIBRARY, RecordsTarget(self.account_id))

    def open_flags(self) -> None:
        """Show what limits contact."""
        if self.account_id:
            self.flags.open_for(self.account_id)
