"""What opens over the window: command palette and key sheet."""

from functools import partial

from ui.messages.translating import translate
from ui.shell.frame import Frame
from ui.shell.palette import CommandPalette
from ui.shell.shortcut_sheet import ShortcutSheet


def add_overlays(frame: Frame) -> None:
    """Add their actions."""
    add = frame.workspace.registry.add
    add("go.palette", translate("Actions", "Commands…"), partial(_open_palette, frame),
        keys=("Ctrl+K", "Ctrl+Shift+P"), menu="go")  # fmt: skip
    add("help.keys", translate("Actions", "Keys"), partial(_open_sheet, frame), keys=("?",), menu="help",
        widget=frame)  # fmt: skip


def _open_palette(frame: Frame) -> None:
    CommandPalette(frame.workspace).open()


def _open_sheet(frame: Frame) -> None:
    ShortcutSheet(frame.workspace).open()
