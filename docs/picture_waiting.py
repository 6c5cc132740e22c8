"""Waiting for the window before a picture is taken."""

import time
from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def settle(window: QWidget, seconds: float = 60.0) -> None:
    """Let the window work until nothing is left to read and nothing to paint."""
    end, quiet = time.monotonic() + seconds, 0
    while quiet < 12 and time.monotonic() < end:
        QTest.qWait(25)
        frame = getattr(window, "frame", None)
        busy = frame is not None and (not frame.workspace.vault.idle or frame.workspace.jobs.running)
        quiet = 0 if busy else quiet + 1


def wait_for(there: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window work until ``there()``; TimeoutError when it never is."""
    end = time.monotonic() + seconds
    while not there():
        if time.monotonic() > end:
            raise TimeoutError("The window never came to it.")
        QTest.qWait(25)
