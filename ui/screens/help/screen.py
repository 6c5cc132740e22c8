"""Help: the page of the place the person came from, the others beside it, and what the program is made of."""

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.screens.help.browser import HelpBrowser
from ui.shell.places import Place
from ui.shell.rail import place_words
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.widgets.buttons import push_button
from ui.widgets.labels import plain_label
from workbench.services import help_pages

GLOSSARY, ABOUT = "glossary", "about"


class HelpScreen(Screen):
    """``enter`` takes the Place whose page is asked for."""

    place: ClassVar[Place] = Place.HELP

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.page = Place.HOME.value
        self.browser = HelpBrowser()
        self.buttons: dict[str, QPushButton] = {}
        left = QVBoxLayout()
        left.setSpacing(2)
        for name, words in self._pages():
            button = push_button(words, kind="flat")
            button.setCheckable(True)
            button.setProperty("row", True)
            button.clicked.connect(partial(self.show_page, name))
            self.buttons[name] = button
            left.addWidget(button)
        left.addStretch(1)
        row = QHBoxLayout()
        row.addLayout(left)
        row.addWidget(self.browser, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(plain_label(self.tr("Help"), role=Role.H1))
        outer.addLayout(row, 1)
        self.show_page(self.page)

    def _pages(self) -> list[tuple[str, str]]:
        places = [(place.value, place_words(place)) for place in Place if place is not Place.HELP]
        return [*places, (GLOSSARY, self.tr("Words of the field")), (ABOUT, self.tr("About, licences"))]

    def title(self) -> str:
        """The place in words."""
        return self.tr("Help")

    def enter(self, target: object = None) -> None:
        """Show the page of a place."""
        if isinstance(target, Place) and target is not Place.HELP:
            self.show_page(target.value)

    def panes(self) -> list[QWidget]:
        """The page."""
        return [self.browser]

    def remember(self) -> dict[str, Any]:
        """The page."""
        return {"page": self.page}

    def restore(self, state: dict[str, Any]) -> None:
        """Show it again."""
        if state.get("page") in self.buttons:
            self.show_page(str(state["page"]))

    def show_page(self, name: str) -> None:
        """Show a page by name."""
        self.page = name
        language = QLocale().name().split("_")[0]
        self.browser.show_page(help_pages.page(name, language))
        for other, button in self.buttons.items():
            button.setChecked(other == name)
