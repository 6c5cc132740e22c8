"""The tabs of the case file: made when they are first shown, one of them shown, the focus in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.screens.case.tab import CaseTab, focus_into
from workbench.base.changes import Changes


@dataclass(frozen=True, slots=True)
class TabMaker:
    """A tab by its key, with its words (an ampersand doubled), its letter with Alt, and how it is made."""

    key: str
    words: str
    letter: str
    make: Callable[[], QWidget]


class CasePages(QObject):
    """``bar`` and ``stack`` are shown by the screen; ``made`` has the tabs that were shown so far."""

    def __init__(self, name: str, parent: QObject) -> None:
        """``name`` is what a screen reader calls the bar."""
        super().__init__(parent)
        self.account_id = ""
        self.tabs: tuple[TabMaker, ...] = ()
        self.made: dict[str, QWidget] = {}
        self._boxes: list[QVBoxLayout] = []
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.stack = QStackedWidget()
        self._regain = QTimer(self)
        self._regain.setSingleShot(True)
        self._regain.timeout.connect(self._regain_focus)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "tabs need a QApplication"
        application.focusChanged.connect(self._focus_moved)

    def set_tabs(self, tabs: Sequence[TabMaker]) -> None:
        """The tabs there are, in order."""
        self.tabs = tuple(tabs)
        for number, tab in enumerate(self.tabs):
            self.bar.addTab(tab.words)
            self.bar.setTabToolTip(number, f"Alt+{tab.letter}")
            holder = QWidget()
            box = QVBoxLayout(holder)
            box.setContentsMargins(0, 0, 0, 0)
            self.stack.addWidget(holder)
            self._boxes.append(box)
        self.bar.currentChanged.connect(self._chosen)

    @property
    def key(self) -> str:
        """The key of the tab shown."""
        return self.tabs[max(0, self.bar.currentIndex())].key

    @property
    def current(self) -> QWidget | None:
        """The tab shown; None before the first."""
        return self.made.get(self.key)

    def show_case(self, account_id: str) -> None:
        """Show another account in every tab made so far."""
        self.account_id = account_id
        for tab in self.made.values():
            if isinstance(tab, CaseTab):
                tab.show_case(account_id)

    def on_changes(self, changes: Changes) -> None:
        """Tell every tab made so far what was written."""
        for tab in self.made.values():
            if isinstance(tab, CaseTab):
                tab.on_changes(changes)

    def show(self, key: str) -> None:
        """Show a tab and give it the focus; an unknown key shows the first."""
        number = next((n for n, tab in enumerate(self.tabs) if tab.key == key), 0)
        if self.bar.currentIndex() != number:
            self.bar.setCurrentIndex(number)
        else:
            self._chosen(number)
        self.take_focus()

    def step(self, by: int) -> None:
        """Show the next (1) or previous (-1) tab, round and round."""
        self.show(self.tabs[(self.bar.currentIndex() + by) % len(self.tabs)].key)

    def take_focus(self) -> None:
        """Give the focus to the tab shown, where it is in sight."""
        tab = self.current
        if tab is not None and self.stack.isVisible():
            focus_into(tab)

    def prepare(self, key: str) -> None:
        """Make a tab before it is shown."""
        self._make(next(n for n, tab in enumerate(self.tabs) if tab.key == key))

    def _make(self, number: int) -> None:
        tab = self.tabs[number]
        if tab.key not in self.made:
            widget = tab.make()
            self.made[tab.key] = widget
            self._boxes[number].addWidget(widget)
            if isinstance(widget, CaseTab):
                widget.show_case(self.account_id)

    def _chosen(self, number: int) -> None:
        tab = self.tabs[number]
        self._make(number)
        for other in range(self.stack.count()):  # only the page in sight says how much room there must be
            room = QSizePolicy.Policy.Preferred if other == number else QSizePolicy.Policy.Ignored
            page = self.stack.widget(other)
            if page is not None:
                page.setSizePolicy(room, room)
        self.stack.setCurrentIndex(number)
        made = self.made[tab.key]
        if isinstance(made, CaseTab):
            made.enter()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """What had the focus was hidden or disabled: the keys of the tab go on working."""
        if new is None and old is not None and self.stack.isVisible():
            self._regain.start(0)

    def _regain_focus(self) -> None:
        if self.stack.window().isActiveWindow() and QApplication.focusWidget() is None:
            self.take_focus()
