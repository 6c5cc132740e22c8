"""Sleep, screen lock and user switch on Windows: messages to one hidden window.

A filter on all native messages of the program would run Python for each of them; Windows tells a window of
its own just as well.  What the messages mean is tested with hand-made ones; their coming was not tried here.
"""

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QWidget

WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
_POWER = frozenset({0x0004, 0x0007, 0x0012})  # PBT_APMSUSPEND, PBT_APMRESUMESUSPEND, PBT_APMRESUMEAUTOMATIC
_SESSION = frozenset({0x2, 0x4, 0x6, 0x7})  # console or remote disconnected, log-off, lock
_THIS_SESSION = 0


def leaves(message: int, parameter: int) -> bool:
    """Whether a window message (its number and ``wParam``) means that nobody should find the vault open.

    Waking counts as well: a computer whose battery ran out goes to sleep without saying so.
    """
    if message == WM_POWERBROADCAST:
        return parameter in _POWER
    return message == WM_WTSSESSION_CHANGE and parameter in _SESSION


class WindowsSession(QWidget):
    """``left`` when the computer sleeps or wakes, the screen locks, or the session is left for another."""

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Never shown; it has a native window of its own, which is registered where the system is Windows."""
        super().__init__()
        self._handle = 0
        if parent is not None:
            parent.destroyed.connect(self.deleteLater)
        if sys.platform == "win32":
            self._handle = int(self.winId())
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(self._handle), _THIS_SESSION)

    def close(self) -> bool:
        """Hear nothing any more."""
        if sys.platform == "win32" and self._handle:
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(wintypes.HWND(self._handle))
        self._handle = 0
        return super().close()

    def nativeEvent(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Look at a message of Windows; nothing is kept from anybody."""
        if kind == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if leaves(int(told.message), int(told.wParam)):
                self.left.emit()
        return False, 0
