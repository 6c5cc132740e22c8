"""Results of other threads, handed to the GUI thread."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal


class Delivery(QObject):
    """Runs what other threads post, in the thread that made this object and in the order of posting."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Run ``call`` soon in this object's thread; may be called from any thread.

        Nothing comes of it when this object is gone: then nobody waits for it.
        """
        try:
            self._posted.emit(call)
        except RuntimeError:
            if shiboken6.isValid(self):
                raise

    def _run(self, call: Callable[[], None]) -> None:
        call()
