"""Python's search for unused cycles of objects, in the window's thread alone.

Left to itself it runs in whichever thread makes objects, and a Qt object that the vault's thread or a job
finds unused is destroyed there: the program crashes when that object has a timer.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY = 200


class Collecting(QObject):
    """Takes over from Python until :meth:`stop`; looks five times a second whether it is time to collect."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Take over."""
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        pairs = zip(gc.get_count(), self._thresholds, strict=True)
        due = [generation for generation, (made, limit) in enumerate(pairs) if made > limit]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Hand back to Python."""
        self._timer.stop()
        gc.enable()


def spare_what_is_there() -> None:
    """Leave out of every later search what exists now: the code and the frame of an open vault.

    Going through it held the window for 0.1 s.
    """
    gc.freeze()


def spare_nothing() -> None:
    """Search everything again: of a vault that is locked nothing may stay."""
    gc.unfreeze()
