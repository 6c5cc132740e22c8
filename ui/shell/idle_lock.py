"""Locks after a time without input anywhere in the program; the countdown is always to be seen."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
WARN_SECONDS = 60


class IdleLock(QObject):
    """``ticked`` carries the seconds left, once a second; ``expired`` comes when there are none.

    Input is watched where it reaches the program's windows, not at every widget: a filter on the whole
    application would run Python for each of its events.
    """

    ticked = Signal(int)
    expired = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = 10
        self._last_input = time.monotonic()
        self._watched: set[QWindow] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    def start(self, minutes: int) -> None:
        """Begin counting from now; ``minutes`` without input lock."""
        self._minutes = minutes
        self._last_input = time.monotonic()
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and not self._timer.isActive():
            application.focusWindowChanged.connect(self._watch)
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Stop counting."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and self._timer.isActive():
            application.focusWindowChanged.disconnect(self._watch)
        self._timer.stop()

    def seconds_left(self) -> int:
        """Seconds until it locks."""
        return max(0, round(self._minutes * 60 - (time.monotonic() - self._last_input)))

    def tick(self) -> None:
        """Tell how long is left, and that none is."""
        left = self.seconds_left()
        self.ticked.emit(left)
        if left == 0:
            self.stop()
            self.expired.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note input; nothing is kept from anybody."""
        if event.type() in _INPUT:
            self._last_input = time.monotonic()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.destroyed.connect(self._forget)
            window.installEventFilter(self)

    def _forget(self, window: QObject) -> None:
        self._watched = {w for w in self._watched if w is not window}
