"""The views as a row of buttons, each with how many accounts it holds now."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.messages.formats import count
from ui.messages.translating import translate
from ui.widgets.buttons import escaped
from ui.widgets.flow import FlowLayout
from workbench.services.worklist_views import View


def view_words(view: View) -> str:
    """A view's name; the built-in ones are translated."""
    words = {
        "due": translate("Worklist", "Due"),
        "overdue": translate("Worklist", "Overdue"),
        "skips": translate("Worklist", "Skips"),
        "promises": translate("Worklist", "Promises due"),
        "broken": translate("Worklist", "Broken promises"),
        "leads": translate("Worklist", "Leads waiting"),
        "orphans": translate("Worklist", "No next action"),
        "open": translate("Worklist", "All open"),
    }
    return words.get(view.key, view.name)


class ViewChips(QWidget):
    """``chosen`` carries the View that was pressed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(self)
        self.buttons: dict[str, QPushButton] = {}
        self._views: dict[str, View] = {}
        self.setAccessibleName(self.tr("Views"))

    def show_views(self, views: Sequence[View]) -> None:
        """Offer these views."""
        if [v.key for v in views] == list(self.buttons):
            self._views = {view.key: view for view in views}
            return
        for button in self.buttons.values():
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        self._views = {view.key: view for view in views}
        for view in views:
            button = QPushButton(escaped(view_words(view)))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "view")
            button.clicked.connect(partial(self._press, view.key))
            self.buttons[view.key] = button
            self._layout.addWidget(button)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many accounts each view holds."""
        for key, number in counts.items():
            button = self.buttons.get(key)
            if button is not None:
                words = view_words(self._views[key])
                button.setText(escaped(f"{words}  {count(number)}"))
                button.setAccessibleName(f"{words}, {count(number)}")

    def show_current(self, key: str) -> None:
        """Mark the view that is shown; an empty key marks none."""
        for other, button in self.buttons.items():
            button.setChecked(other == key)

    def _press(self, key: str) -> None:
        self.show_current(key)
        self.chosen.emit(self._views[key])
