"""Buttons that show their key and follow the action they stand for."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.style.theme import current_theme
from ui.widgets.labels import plain_tooltip


def escaped(text: str) -> str:
    """``text`` with literal ampersands kept, which a button would read as mnemonics."""
    return text.replace("&", "&&")


def push_button(
    text: str, *, primary: bool = False, kind: str = "", icon: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button saying ``text``; ``kind`` is empty, flat or link."""
    button = QPushButton(escaped(text), parent)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    if primary or kind:
        button.setProperty("kind", "primary" if primary else kind)
    if icon:
        button.setIcon(current_theme().icon(icon, "on_accent" if primary else "text2"))
    return button


class IconButton(QToolButton):
    """A button with an icon only; its name is what a screen reader says and the tooltip shows."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        plain_tooltip(self, name)
        current_theme().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        theme = current_theme()
        self.setIcon(theme.icon(self._icon))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setMinimumSize(theme.px(28), theme.px(28))


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> IconButton:
    """An :class:`IconButton`."""
    return IconButton(icon, name, parent)


class ActionButton(QPushButton):
    """A button for an action: its words and key, disabled with the action's own reason."""

    def __init__(
        self, action: QAction, *, primary: bool = False, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._words = words
        self.setAutoDefault(False)
        if primary:
            self.setProperty("kind", "primary")
        self.clicked.connect(self._clicked)
        action.changed.connect(self._follow)
        self._follow()

    def _clicked(self) -> None:
        self._action.trigger()

    def _follow(self) -> None:
        action = self._action
        words = self._words or action.text().replace("&", "")
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        key = key.replace("Return", "Enter")  # what the key is called everywhere else
        self.setText(escaped(f"{words}  {key}" if key else words))
        self.setAccessibleName(words)
        self.setEnabled(action.isEnabled())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        plain_tooltip(self, "" if action.isEnabled() else action.statusTip())


def action_button(action: QAction, *, primary: bool = False, words: str = "") -> ActionButton:
    """An :class:`ActionButton`; ``words`` replace the action's own where those are too long."""
    return ActionButton(action, primary=primary, words=words)
