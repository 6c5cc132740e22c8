"""Sleep, told by the clocks alone: works on every system, whatever it says of itself.

It is noticed on waking, when the first tick comes: the window is locked then before anybody can have typed.
"""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

EVERY_SECONDS = 5
LATE_SECONDS = 120
"""A tick so much later than it should be means sleep: neither a long job nor a loaded machine gets there."""


def clocks() -> tuple[float, float]:
    """Seconds on a clock that may stand still while the computer sleeps, and on one that goes on.

    ``time.monotonic`` stands still on Linux and macOS.  Of the clocks that go on, Linux's counts from the
    start and cannot be set; elsewhere the wall clock stands in, so setting it ahead counts as sleep.
    """
    if sys.platform == "linux":
        goes_on = time.clock_gettime(time.CLOCK_BOOTTIME)
    else:
        goes_on = time.time()
    return time.monotonic(), goes_on


class SleepWatch(QObject):
    """``slept`` when time went on without this program."""

    slept = Signal()

    def __init__(
        self, parent: QObject | None = None, read: Callable[[], tuple[float, float]] = clocks
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._last = read()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_SECONDS * 1000)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> None:
        """Compare the clocks with those of the last tick."""
        now = self._read()
        went = [here - before for here, before in zip(now, self._last, strict=True)]
        self._last = now
        if max(went) > EVERY_SECONDS + LATE_SECONDS:
            self.slept.emit()
