"""Home: now, leads, at risk, numbers; every number opens its list."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.messages.formats import count, money, percent
from ui.messages.translating import translate
from ui.messages.words import plural
from ui.screens.home.tile import Tile
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.buttons import action_button
from ui.widgets.labels import plain_label
from ui.widgets.states import StateStack
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.services.home import AT_RISK, NOW, Home, HomeNumber, home

REFRESH_AFTER = 300


def number_words(key: str) -> str:
    """A number of home in words."""
    words = {
        "due": translate("Home", "Due today"),
        "promises": translate("Home", "Promises due today"),
        "broken": translate("Home", "Broken promises"),
        "new": translate("Home", "New accounts"),
        "orphans": translate("Home", "No next action"),
        "overdue": translate("Home", "Overdue"),
        "stale": translate("Home", "Untouched for 30 days"),
        "disputed": translate("Home", "Disputes open"),
        "validation": translate("Home", "Validation pending"),
    }
    return words[key]


class HomeScreen(Screen):
    """The first place of the day; Enter starts working."""

    place: ClassVar[Place] = Place.HOME

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.home: Home | None = None
        self.tiles: dict[str, Tile] = {}
        self._sources: list[Tile] = []
        self._refreshing = QTimer(self)
        self._refreshing.setSingleShot(True)
        self._refreshing.setInterval(REFRESH_AFTER)
        self._refreshing.timeout.connect(self.reload)
        self._ground = QWidget()
        self._add_actions()
        self._lay_out()

    def _add_actions(self) -> None:
        add = self.workspace.registry.add
        self._start = add("home.start", self.tr("Start working"), self.start, keys=("Return", "Enter"),
                          widget=self, place=Place.HOME, menu="go")  # fmt: skip
        for digit in range(1, 10):
            words = self.tr("Open number {n}").format(n=digit)
            add(f"home.open_{digit}", words, partial(self.open_digit, digit), keys=(str(digit),),
                widget=self, place=Place.HOME)  # fmt: skip

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Home"), role=Role.H1))
        self._day = plain_label("", tone="text2")
        head.addWidget(self._day)
        head.addStretch(1)
        head.addWidget(action_button(self._start, primary=True))
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._add_row(column, self.tr("Now"), [*NOW])
        self._leads = self._heading_row(column, self.tr("Leads"))
        self._add_row(column, self.tr("At risk"), [*AT_RISK])
        self._figures = self._heading_row(column, self.tr("Numbers"))
        for key, words in (
            ("collected", self.tr("Collected this month")),
            ("located", self.tr("Located in 30 days")),
            ("kept", self.tr("Promises kept")),
            ("accounts", self.tr("Accounts")),
        ):
            tile = self._tile(key, words, link=key in {"accounts", "located"})
            self._place(self._figures, tile)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Numbers"))
        self._scroll.setWidget(self._ground)
        self.states = StateStack(self._scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(head)
        outer.addWidget(self.states, 1)

    def _heading_row(self, column: QVBoxLayout, words: str) -> QGridLayout:
        column.addSpacing(8)
        column.addWidget(plain_label(words, role=Role.H2))
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(QWidget(), 0, _across() - 1)  # all rows have as many columns, whatever stands in them
        column.addLayout(grid)
        return grid

    def _add_row(self, column: QVBoxLayout, words: str, keys: list[str]) -> None:
        grid = self._heading_row(column, words)
        for key in keys:
            self._place(grid, self._tile(key, number_words(key), link=True))

    def _tile(self, key: str, words: str, *, link: bool) -> Tile:
        digit = len(self.tiles) + 1
        tile = Tile(words, key=str(digit) if link and digit <= 9 else "", link=link)
        tile.clicked.connect(partial(self.open_number, key))
        self.tiles[key] = tile
        return tile

    def _place(self, grid: QGridLayout, tile: Tile) -> None:
        across = _across()
        place = grid.count() - 1
        grid.addWidget(tile, place // across, place % across)
        for column in range(across):
            grid.setColumnStretch(column, 1)

    # The window's side

    def title(self) -> str:
        """The place in words."""
        return self.tr("Home")

    def enter(self, target: object = None) -> None:  # noqa: ARG002  (home has nothing to aim at)
        """Show the numbers as they stand now."""
        self.reload()

    def restore(self, state: dict[str, object]) -> None:  # noqa: ARG002
        """Home is always what it is now."""
        self.reload()

    def on_changes(self, changes: Changes) -> None:
        """Count again soon, while somebody looks."""
        if changes != Changes() and self.isVisible():
            self._refreshing.start()

    def panes(self) -> list[QWidget]:
        """The numbers."""
        return [self.tiles["due"]]

    # Numbers

    def reload(self) -> None:
        """Ask for the numbers."""
        if self.home is None:
            self.states.show_loading(self.tr("Counting"))
        work = partial(home, today=self.workspace.today())
        self.workspace.vault.read(work, self._show, owner=self, failed=self._failed, key="home")

    def _failed(self, error: WorkbenchError) -> None:
        self.states.show_error(error, self.reload)

    def _show(self, found: Home) -> None:
        self.home = found
        self._day.setText(self.workspace.today().isoformat())
        if found.accounts == 0:
            words = self.tr("No accounts yet. Import a placement file to begin.")
            self.states.show_empty(words, self.workspace.registry.action("file.import"))
            return
        self.states.show_content()
        for number in (*found.now, *found.at_risk):
            self._show_number(number)
        self._show_leads(found)
        self._show_figures(found)

    def _show_number(self, number: HomeNumber) -> None:
        urgent = number.value > 0 and number.key in {"broken", "orphans", "overdue"}
        self.tiles[number.key].show_value(count(number.value), tone="chart_minus" if urgent else "text")

    def _show_leads(self, found: Home) -> None:
        for tile in self._sources:
            self._leads.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._sources = []
        everything = Tile(self.tr("To review"))
        everything.show_value(count(found.leads))
        everything.clicked.connect(partial(self.open_review, ""))
        self._sources.append(everything)
        for source in found.sources[:4]:
            tile = Tile(_short(source.file_name))
            strong = plural(source.strong, self.tr("1 strong"), self.tr("{n} strong"))
            tile.show_value(count(source.leads), note=strong)
            tile.clicked.connect(partial(self.open_review, source.import_id))
            self._sources.append(tile)
        for tile in self._sources:
            self._place(self._leads, tile)

    def _show_figures(self, found: Home) -> None:
        self.tiles["accounts"].show_value(count(found.accounts))
        self.tiles["collected"].show_value(money(found.collected))
        located = percent(found.located / found.sought) if found.sought else "–"
        of = self.tr("{n} of {m}")
        note = of.format(n=count(found.located), m=count(found.sought))
        self.tiles["located"].show_value(located, note=note)
        kept = percent(found.kept / found.judged) if found.judged else "–"
        note = of.format(n=count(found.kept), m=count(found.judged)) if found.judged else self.tr("none yet")
        self.tiles["kept"].show_value(kept, note=note)

    # Going

    def start(self) -> None:
        """Begin with what is due."""
        self.workspace.navigator.go(Place.WORKLIST, "status:open due:today")

    def open_digit(self, digit: int) -> None:
        """Open the number that has this key."""
        keys = list(self.tiles)
        if digit <= len(keys) and self.tiles[keys[digit - 1]].isEnabled():
            self.open_number(keys[digit - 1])

    def open_number(self, key: str) -> None:
        """Open the list of a number."""
        lines = {**NOW, **AT_RISK, "accounts": "", "located": "located:month"}
        if key == "accounts":
            self.workspace.navigator.go(Place.WORKLIST, "status:open,closed")
        elif key in lines:
            self.workspace.navigator.go(Place.WORKLIST, lines[key])

    def open_review(self, import_id: str) -> None:
        """Review leads, of one import when it is named."""
        self.workspace.navigator.go(Place.REVIEW, import_id or None)


def _across() -> int:
    return 5 if current_theme().scale < 1.5 else 3


def _short(name: str, length: int = 22) -> str:
    """A file's name cut in the middle, so that its ending stays."""
    return name if len(name) <= length else f"{name[: length - 9]}…{name[-8:]}"
