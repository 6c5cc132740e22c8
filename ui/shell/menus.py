"""The menu bar, made from the registry: every action that names a menu stands there with its key."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.messages.translating import translate
from ui.shell.places import Place
from ui.shell.registry import MENUS, ActionRegistry, Entry


def menu_words(menu: str) -> str:
    """A menu's title with its mnemonic."""
    words = {
        "file": translate("Menus", "&File"),
        "edit": translate("Menus", "&Edit"),
        "view": translate("Menus", "&View"),
        "go": translate("Menus", "&Go"),
        "account": translate("Menus", "&Account"),
        "review": translate("Menus", "&Review"),
        "help": translate("Menus", "&Help"),
    }
    return words[menu]


class Menus(QObject):
    """Fills each menu when it is opened: actions of the present place, and those of every place."""

    def __init__(self, bar: QMenuBar, registry: ActionRegistry) -> None:
        super().__init__(bar)
        self._registry = registry
        self.place: Place | None = None
        self._menus: dict[str, QMenu] = {}
        bar.clear()
        for name in MENUS:
            menu = bar.addMenu(menu_words(name))
            menu.setObjectName(name)
            menu.aboutToShow.connect(self.fill)
            self._menus[name] = menu
        self._tidying = QTimer(self)
        self._tidying.setSingleShot(True)
        self._tidying.timeout.connect(self._tidy)
        registry.changed.connect(self._tidying.start)
        self._tidy()

    def show_place(self, place: Place) -> None:
        """Offer the actions of ``place``."""
        self.place = place
        self._tidy()

    def fill(self) -> None:
        """Put the actions that can be meant now into every menu."""
        for name, menu in self._menus.items():
            menu.clear()
            here, everywhere = self._entries(name)
            menu.addActions([e.action for e in everywhere])
            if here and everywhere:
                menu.addSeparator()
            menu.addActions([e.action for e in here])

    def _entries(self, name: str) -> tuple[list[Entry], list[Entry]]:
        of_menu = [e for e in self._registry.entries() if e.menu == name]
        here = [e for e in of_menu if e.place is not None and e.place is self.place]
        return here, [e for e in of_menu if e.place is None]

    def _tidy(self) -> None:
        for name, menu in self._menus.items():
            menu.menuAction().setVisible(any(self._entries(name)))
