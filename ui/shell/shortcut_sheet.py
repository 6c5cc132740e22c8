"""The sheet of keys: every action that has one, by place."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.messages.translating import translate
from ui.shell.places import Place
from ui.shell.rail import place_words
from ui.shell.registry import Entry
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.labels import plain_label


def groups(entries: tuple[Entry, ...], here: Place | None) -> list[tuple[str, list[Entry]]]:
    """The actions with keys: those of ``here`` first, then everywhere's, then the other places'."""
    keyed = [entry for entry in entries if entry.keys]
    order: list[Place | None] = [here, None, *(p for p in Place if p is not here)]
    found = []
    for place in dict.fromkeys(order):
        of = [entry for entry in keyed if entry.place is place]
        if of:
            words = translate("Shortcuts", "Everywhere") if place is None else place_words(place)
            found.append((words, of))
    return found


class ShortcutSheet(QFrame):
    """A popup over the window; any key that is not a scroll closes it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Keys"))
        self._workspace = workspace
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.addWidget(plain_label(self.tr("Keys"), role=Role.H1))
        hint = self.tr("Single letters work while a list has the focus. Settings change every key.")
        column.addWidget(plain_label(hint, tone="text2", wrap=True))
        for words, entries in groups(workspace.registry.entries(), workspace.navigator.place):
            column.addSpacing(8)
            column.addWidget(plain_label(words, role=Role.H2))
            column.addLayout(self._table(entries))
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(ground)
        self.area.viewport().setAutoFillBackground(False)
        ground.setAutoFillBackground(False)  # the card's own ground shows through
        self.area.setAccessibleName(self.tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.area)

    def open(self) -> None:
        """Show it over the middle of the window."""
        theme, window = current_theme(), self._workspace.window
        width = min(theme.px(760), window.width() - 60)
        self.resize(width, window.height() - 100)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 50)))
        self.show()
        self.area.setFocus()

    def _table(self, entries: list[Entry]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        across = 2 if current_theme().scale < 1.4 else 1
        for number, entry in enumerate(entries):
            row, column = number // across, 2 * (number % across)
            keys = "  ".join(key.toString() for key in entry.action.shortcuts())
            grid.addWidget(plain_label(keys, role=Role.STRONG), row, column)
            grid.addWidget(plain_label(entry.words, wrap=True), row, column + 1)
            grid.setColumnStretch(column + 1, 1)
        return grid
