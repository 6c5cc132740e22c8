"""The switch that keeps windows out of screen captures."""

from dataclasses import replace
from functools import partial

from ui.messages.translating import translate
from ui.shell.capture import CaptureBlock
from ui.shell.frame import Frame
from ui.shell.window import MainWindow
from workbench.services import machine

BLOCK_CAPTURE = "view.block_capture"


def add_privacy(frame: Frame) -> None:
    """Add it to the View menu; where the system cannot do it, it is disabled and says so."""
    window = frame.workspace.window
    if not isinstance(window, MainWindow):
        return
    registry, block = frame.workspace.registry, window.capture
    words = translate("Actions", "Keep out of screen captures")
    action = registry.add(
        BLOCK_CAPTURE, words, partial(_switch, block, frame), menu="view", checkable=True
    )  # fmt: skip
    action.setChecked(block.on)
    why = translate("Actions", "This system has no way to keep a window out of screen captures.")
    registry.set_enabled(BLOCK_CAPTURE, block.possible, why)


def _switch(block: CaptureBlock, frame: Frame) -> None:
    block.set_on(not block.on)
    frame.workspace.registry.action(BLOCK_CAPTURE).setChecked(block.on)
    machine.save(replace(machine.load(), block_capture=block.on))
