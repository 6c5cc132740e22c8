"""Screen lock on macOS, as its notification centre for all programs tells it.

``com.apple.screenIsLocked`` and ``com.apple.screensaver.didstart`` come through a C function of Core
Foundation; sleep and user switching lock the screen where a password is asked for on waking, and the clocks
notice sleep.  None of this was tried here: no Mac was at hand.
"""

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QObject, Signal

_FRAMEWORK = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
NAMES = ("com.apple.screenIsLocked", "com.apple.screensaver.didstart")
_UTF8, _AT_ONCE = 0x08000100, 4
_POINTER = ctypes.c_void_p
_Callback = ctypes.CFUNCTYPE(None, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


class MacSession(QObject):
    """``left`` when the screen locks or its saver starts."""

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen, where the system is macOS."""
        super().__init__(parent)
        self._callback = _Callback(self._told)  # Core Foundation keeps no reference to it
        self._core: Any = None
        if sys.platform == "darwin":
            self._core = _core_foundation()
            self._listen()

    def close(self) -> None:
        """Stop listening."""
        if self._core is not None:
            center = self._core.CFNotificationCenterGetDistributedCenter()
            self._core.CFNotificationCenterRemoveEveryObserver(center, id(self))
            self._core = None

    def _listen(self) -> None:
        center = self._core.CFNotificationCenterGetDistributedCenter()
        for name in NAMES:
            text = self._core.CFStringCreateWithCString(None, name.encode(), _UTF8)
            self._core.CFNotificationCenterAddObserver(center, id(self), self._callback, text, None, _AT_ONCE)
            self._core.CFRelease(text)

    def _told(self, *_of_the_notification: object) -> None:
        self.left.emit()


def _core_foundation() -> Any:  # noqa: ANN401  (a library of C)
    core = ctypes.CDLL(_FRAMEWORK)
    core.CFNotificationCenterGetDistributedCenter.restype = _POINTER
    core.CFStringCreateWithCString.restype = _POINTER
    core.CFStringCreateWithCString.argtypes = [_POINTER, ctypes.c_char_p, ctypes.c_uint32]
    core.CFNotificationCenterAddObserver.restype = None
    core.CFNotificationCenterAddObserver.argtypes = [
        _POINTER, _POINTER, _Callback, _POINTER, _POINTER, ctypes.c_long,
    ]  # fmt: skip
    core.CFNotificationCenterRemoveEveryObserver.restype = None
    core.CFNotificationCenterRemoveEveryObserver.argtypes = [_POINTER, _POINTER]
    core.CFRelease.restype = None
    core.CFRelease.argtypes = [_POINTER]
    return core
