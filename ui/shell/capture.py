"""Windows of the program kept out of screen captures, where the system can: a switch, off by default.

Windows leaves a window out of every capture (2004 and later; before that it is black).  macOS leaves it out
of what its own older functions see; programs built on ScreenCaptureKit see it from macOS 15 on.  Linux has
nothing of the kind.  Neither was tried here; which call is made for which window is tested.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QPlatformSurfaceEvent, QWindow

from ui.shell.cocoa import share_window

_EVERYBODY, _MONITOR_ONLY, _EXCLUDED = 0x0, 0x1, 0x11  # WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE
_CREATED = QPlatformSurfaceEvent.SurfaceEventType.SurfaceCreated
Hide = Callable[[int, bool], None]


def system_hide(platform: str = sys.platform, qt_platform: str = "") -> Hide | None:
    """How this system keeps the window of a native handle out of captures, or lets it in; None: it cannot."""
    shown = qt_platform or QGuiApplication.platformName()
    if platform == "win32" and shown == "windows":
        return _hide_on_windows
    if platform == "darwin" and shown == "cocoa":
        return _hide_on_mac
    return None


class CaptureBlock(QObject):
    """Keeps every window of the program, those to come included, out of screen captures while it is on.

    While it is on it looks at each event of the program for new windows: menus and tips show names too, and
    nothing else tells of them in time.
    """

    def __init__(self, parent: QObject | None = None, hide: Hide | None = None) -> None:
        """``hide`` is the system's way unless given."""
        super().__init__(parent)
        self._hide = hide or system_hide()
        self._on = False

    @property
    def possible(self) -> bool:
        """Whether this system can do it."""
        return self._hide is not None

    @property
    def on(self) -> bool:
        """Whether windows are kept out of captures."""
        return self._on

    def set_on(self, on: bool) -> None:
        """Keep all windows out of captures, or let them in again; nothing happens where it cannot be done."""
        application = QGuiApplication.instance()
        if self._hide is None or application is None or on == self._on:
            return
        self._on = on
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
        for window in QGuiApplication.topLevelWindows():
            self._apply(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a window that was just made; nothing is kept from anybody."""
        if event.type() == QEvent.Type.PlatformSurface and isinstance(watched, QWindow):
            made = isinstance(event, QPlatformSurfaceEvent) and event.surfaceEventType() is _CREATED
            if made and watched.isTopLevel():
                self._apply(watched)
        return False

    def _apply(self, window: QWindow) -> None:
        if self._hide is not None:
            self._hide(int(window.winId()), self._on)


def _hide_on_windows(handle: int, hidden: bool) -> None:
    system: Any = ctypes
    call = system.windll.user32.SetWindowDisplayAffinity
    call.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    if not call(handle, _EXCLUDED if hidden else _EVERYBODY) and hidden:
        call(handle, _MONITOR_ONLY)


def _hide_on_mac(handle: int, hidden: bool) -> None:
    share_window(handle, hidden=hidden)
