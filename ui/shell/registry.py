"""Every action of the program, once: menus, palette, shortcut sheet, buttons and keys read it here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.shell.places import Place

MENUS = ("file", "edit", "view", "go", "account", "review", "help")


@dataclass(slots=True)
class Entry:
    """One action: ``keys`` are in force, ``default_keys`` those it came with.

    ``place`` is the screen it belongs to (None: everywhere); ``menu`` one of MENUS, or empty for an action
    that only palette and sheet list; ``reason`` says why it is disabled.
    """

    action_id: str
    action: QAction
    default_keys: tuple[str, ...]
    menu: str
    place: Place | None
    widget: QWidget | None
    keys: tuple[str, ...] = field(default=())
    reason: str = ""

    @property
    def words(self) -> str:
        """The action in words, without mnemonic."""
        return self.action.text().replace("&", "")


class DuplicateActionError(ValueError):
    """Two actions were added under one id."""


class ActionRegistry(QObject):
    """Adds actions and keeps their keys; ``changed`` tells of each that came, went, or has other keys."""

    changed = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._entries: dict[str, Entry] = {}
        self._overrides: dict[str, tuple[str, ...]] = {}
        self._letters = True

    def add(
        self,
        action_id: str,
        text: str,
        handler: Callable[[], object],
        *,
        keys: Iterable[str] = (),
        menu: str = "",
        widget: QWidget | None = None,
        place: Place | None = None,
        icon: str = "",
        checkable: bool = False,
    ) -> QAction:
        """A new action.

        With ``widget`` its keys work only while that widget or a child of it has the focus; bare letters must
        have one (ValueError).  DuplicateActionError for an id that is taken.
        """
        if self._has(action_id):
            raise DuplicateActionError(action_id)
        defaults = tuple(keys)
        if widget is None and any(is_bare(key) for key in defaults):
            raise ValueError(f"{action_id}: a bare key needs the widget it works in")
        owner = widget or self._window
        action = QAction(text, owner)
        action.setObjectName(action_id)
        action.setProperty("icon_name", icon)
        action.setCheckable(checkable)
        context = (
            Qt.ShortcutContext.WidgetWithChildrenShortcut if widget else Qt.ShortcutContext.WindowShortcut
        )
        action.setShortcutContext(context)
        action.triggered.connect(_Handler(handler, action).run)
        owner.addAction(action)
        entry = Entry(action_id, action, defaults, menu, place, widget)
        self._entries[action_id] = entry
        self._apply_keys(entry)
        self.changed.emit()
        return action

    def remove(self, action_id: str) -> None:
        """Take an action away; nothing when there is none."""
        entry = self._entries.pop(action_id, None)
        if entry is not None and shiboken6.isValid(entry.action):
            entry.action.deleteLater()
        self.changed.emit()

    def set_enabled(self, action_id: str, enabled: bool, reason: str = "") -> None:
        """Enable or disable an action; ``reason`` says why it cannot be used now."""
        entry = self._entries[action_id]
        if entry.action.isEnabled() == enabled and entry.reason == reason:
            return
        entry.reason = "" if enabled else reason
        entry.action.setStatusTip(entry.reason)
        entry.action.setEnabled(enabled)
        self.changed.emit()

    # Reading

    def _has(self, action_id: str) -> bool:
        entry = self._entries.get(action_id)
        return entry is not None and shiboken6.isValid(entry.action)

    def live(self) -> dict[str, Entry]:
        """The actions whose widgets still exist, by id in order of adding."""
        self._entries = {i: e for i, e in self._entries.items() if shiboken6.isValid(e.action)}
        return self._entries

    def entries(self) -> tuple[Entry, ...]:
        """Every action, in order of adding."""
        return tuple(self.live().values())

    def entry(self, action_id: str) -> Entry:
        """The action of that id; KeyError when there is none."""
        entry = self._entries[action_id]
        if not shiboken6.isValid(entry.action):
            raise KeyError(action_id)
        return entry

    def action(self, action_id: str) -> QAction:
        """The QAction of that id; KeyError when there is none."""
        return self.entry(action_id).action

    def conflicts(self) -> dict[str, tuple[str, ...]]:
        """Keys that two actions share where both could be meant, with the ids of the actions."""
        used: dict[str, list[Entry]] = {}
        for entry in self.entries():
            for key in entry.keys:
                used.setdefault(key, []).append(entry)
        return {
            key: tuple(e.action_id for e in entries)
            for key, entries in used.items()
            if len(entries) > 1 and any(_meet(a, b) for a in entries for b in entries if a is not b)
        }

    # Keys

    def set_keys(self, overrides: Mapping[str, Iterable[str]]) -> None:
        """Use these keys instead of the defaults, by action id; all others go back to their defaults."""
        self._overrides = {i: tuple(keys) for i, keys in overrides.items()}
        self._apply_all()

    def set_single_letters(self, on: bool) -> None:
        """Switch all bare-letter keys on or off (WCAG 2.1.4)."""
        self._letters = on
        self._apply_all()

    def _apply_all(self) -> None:
        for entry in self.entries():
            self._apply_keys(entry)
        self.changed.emit()

    def _apply_keys(self, entry: Entry) -> None:
        keys = self._overrides.get(entry.action_id, entry.default_keys)
        entry.keys = tuple(k for k in keys if self._letters or not is_bare(k))
        entry.action.setShortcuts([QKeySequence(key) for key in entry.keys])


class _Handler(QObject):
    """Calls a handler without the signal's ``checked``; lives as long as its action."""

    def __init__(self, handler: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._handler = handler

    def run(self) -> None:
        self._handler()


def is_bare(key: str) -> bool:
    """Whether ``key`` is a single letter, digit or sign, with no Ctrl, Alt or function key."""
    return len(key.removeprefix("Shift+")) == 1


def _meet(a: Entry, b: Entry) -> bool:
    """Whether both actions could be meant by one key press."""
    if a.widget is None or b.widget is None:
        return a.place is None or b.place is None or a.place is b.place
    return a.widget is b.widget or a.widget.isAncestorOf(b.widget) or b.widget.isAncestorOf(a.widget)
