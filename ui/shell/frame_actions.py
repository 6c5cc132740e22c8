"""The actions that every place has: going, undoing, looking, locking."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.messages.translating import translate
from ui.shell.places import IN_RAIL, Place
from ui.shell.rail import place_words
from ui.style.theme import current_theme
from workbench.base.changes import Changes

if TYPE_CHECKING:
    from ui.shell.frame import Frame

EVERYTHING = Changes(accounts_added=True, leads=True, imports=True, settings=True)


def add_frame_actions(frame: "Frame") -> None:
    """Add them to the registry of ``frame``'s workspace."""
    _add_going(frame)
    _add_editing(frame)
    _add_viewing(frame)


def _add_going(frame: "Frame") -> None:
    add, go = frame.workspace.registry.add, frame.navigator.go
    for number, place in enumerate(IN_RAIL, 1):
        keys = (f"Ctrl+{number}", "Ctrl+Shift+F") if place is Place.LIBRARY else (f"Ctrl+{number}",)
        add(f"go.{place.value}", place_words(place), partial(go, place), keys=keys, menu="go")
    back = frame.navigator.back
    add("go.back", translate("Actions", "Back"), back, keys=("Alt+Left",), menu="go", icon="arrow-left")
    forward = frame.navigator.forward
    add("go.forward", translate("Actions", "Forward"), forward, keys=("Alt+Right",), menu="go")
    add("file.import", translate("Actions", "Import a file"), partial(go, Place.IMPORT, "new"),
        keys=("Ctrl+I",), menu="file")  # fmt: skip
    add("go.settings", translate("Actions", "Settings"), partial(go, Place.SETTINGS),
        keys=("Ctrl+,",), menu="file")  # fmt: skip
    add("file.lock", translate("Actions", "Lock now"), frame.lock_asked.emit, keys=("Ctrl+L",), menu="file")
    add("file.quit", translate("Actions", "Quit"), frame.quit_asked.emit, keys=("Ctrl+Q",), menu="file")
    add("go.help", translate("Actions", "Help for this place"), partial(_help, frame), keys=("F1",),
        menu="help")  # fmt: skip


def _help(frame: "Frame") -> None:
    frame.navigator.go(Place.HELP, frame.navigator.place)


def _add_editing(frame: "Frame") -> None:
    add, log = frame.workspace.registry.add, frame.workspace.undo_log
    add("edit.undo", translate("Actions", "Undo"), log.undo, keys=("Ctrl+Z",), menu="edit", icon="undo-2")
    add("edit.redo", translate("Actions", "Redo"), log.redo, keys=("Ctrl+Shift+Z", "Ctrl+Y"), menu="edit")


def _add_viewing(frame: "Frame") -> None:
    add, theme = frame.workspace.registry.add, current_theme()
    refresh = partial(frame.workspace.hub.changed.emit, EVERYTHING)
    add("view.refresh", translate("Actions", "Refresh"), refresh, keys=("F5",), menu="view")
    add("view.next_pane", translate("Actions", "Next pane"), partial(frame.next_pane, 1), keys=("F6",),
        menu="view")  # fmt: skip
    add("view.previous_pane", translate("Actions", "Previous pane"), partial(frame.next_pane, -1),
        keys=("Shift+F6",), menu="view")  # fmt: skip
    add("view.larger", translate("Actions", "Larger text"), partial(_scale, 0.1),
        keys=("Ctrl++", "Ctrl+="), menu="view")  # fmt: skip
    add("view.smaller", translate("Actions", "Smaller text"), partial(_scale, -0.1), keys=("Ctrl+-",),
        menu="view")  # fmt: skip
    add("view.normal_size", translate("Actions", "Normal text size"), partial(theme.set_scale, 1.0),
        keys=("Ctrl+0",), menu="view")  # fmt: skip
    for scheme, words in (
        ("system", translate("Actions", "Colours of the system")),
        ("light", translate("Actions", "Light colours")),
        ("dark", translate("Actions", "Dark colours")),
        ("high_contrast", translate("Actions", "High contrast")),
    ):
        add(f"view.{scheme}", words, partial(theme.set_scheme, scheme), menu="view")
    add("view.full_screen", translate("Actions", "Full screen"), partial(_full_screen, frame), keys=("F11",),
        menu="view")  # fmt: skip


def _scale(step: float) -> None:
    theme = current_theme()
    theme.set_scale(theme.scale + step)


def _full_screen(frame: "Frame") -> None:
    window = frame.window()
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()
    QApplication.setActiveWindow(window)
