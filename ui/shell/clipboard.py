"""What the program copies does not stay: it is kept out of clipboard histories and cleared after a while.

Screens copy through ``ui.widgets.copying``.  Copies that Qt makes by itself (Ctrl+C on a label that can be
selected, the menu of a line) are seen when the clipboard tells of them, and put there anew with the hints.
"""

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from ui.shell.cocoa import conceal_pasteboard
from ui.widgets.copying import concealed, mark_of

SECONDS = 30
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_TELL = ("xcb", "wayland", "windows")
"""Platforms of Qt that know whose a clipboard's content is."""
_MOST, _WITHIN = 5, 1.0
"""Copies made anew within so many seconds: a platform that drops the mark must not make an endless loop."""


class Ownership(QObject):
    """Whether what is in the clipboard came from this program, as well as the platform lets one know.

    Linux and Windows say so.  macOS does not: Qt tells of other programs' copies there when this one becomes
    active again, and before anybody else hears of that; so what comes while it has been active is its own.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._platform = QGuiApplication.platformName()
        self._active = True
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)

    def __call__(self, mode: QClipboard.Mode) -> bool:
        """Whether the content of ``mode`` may be ours; only then is it looked at."""
        if self._platform.startswith(_TELL):
            selection = mode is QClipboard.Mode.Selection
            return self._clipboard.ownsSelection() if selection else self._clipboard.ownsClipboard()
        return self._active or self._platform != "cocoa"

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        self._active = state is Qt.ApplicationState.ApplicationActive


class ClipboardGuard(QObject):
    """``ticked`` carries the seconds until the clipboard is cleared, once a second; 0: nothing is ours."""

    ticked = Signal(int)

    def __init__(
        self, parent: QObject | None = None, ours: Callable[[QClipboard.Mode], bool] | None = None
    ) -> None:
        """``ours`` says whether a clipboard's content may come from this program."""
        super().__init__(parent)
        self.seconds = SECONDS
        self._clipboard = QGuiApplication.clipboard()
        self._ours = ours or Ownership(self)
        self._cocoa = QGuiApplication.platformName() == "cocoa"
        self._marks: dict[QClipboard.Mode, bytes] = {}
        self._until: dict[QClipboard.Mode, float] = {}
        self._made: deque[float] = deque(maxlen=_MOST)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        self._clipboard.changed.connect(self._changed)

    def seconds_left(self) -> int:
        """Seconds until the clipboard is cleared; 0 when nothing of ours is in it."""
        until = self._until.get(QClipboard.Mode.Clipboard)
        return 0 if until is None else max(0, round(until - time.monotonic()))

    def clear(self) -> None:
        """Clear what is still ours, now."""
        for mode in tuple(self._marks):
            self._clear(mode)
        self._tell()

    def tick(self) -> None:
        """Clear what has been there long enough, and tell how long the rest stays."""
        now = time.monotonic()
        for mode, until in tuple(self._until.items()):
            if now >= until:
                self._clear(mode)
        self._tell()

    def _clear(self, mode: QClipboard.Mode) -> None:
        mark = self._marks.get(mode)
        self._forget(mode)
        if self._ours(mode) and mark and mark_of(self._clipboard.mimeData(mode)) == mark:
            self._clipboard.clear(mode)

    def _changed(self, mode: QClipboard.Mode) -> None:
        """Somebody copied: when it was this program, see to it that it is concealed, and count down."""
        if mode not in _MODES:
            return
        data = self._clipboard.mimeData(mode) if self._ours(mode) else None
        if data is None or not data.formats():
            self._forget(mode)
            self._tell()
        elif mark := mark_of(data):
            self._marks[mode], self._until[mode] = mark, time.monotonic() + self.seconds
            if self._cocoa:
                conceal_pasteboard()
            self._tell()
        elif self._may_make():
            self._clipboard.setMimeData(concealed(data), mode)  # tells of itself, with a mark

    def _may_make(self) -> bool:
        now = time.monotonic()
        if len(self._made) == _MOST and now - self._made[0] < _WITHIN:
            return False
        self._made.append(now)
        return True

    def _forget(self, mode: QClipboard.Mode) -> None:
        self._marks.pop(mode, None)
        self._until.pop(mode, None)

    def _tell(self) -> None:
        if not self._until:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.ticked.emit(self.seconds_left())
