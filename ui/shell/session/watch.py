"""One signal for every reason to lock that lies outside of the program."""

import sys

from PySide6.QtCore import QObject, Signal, SignalInstance

from ui.shell.session.sleep import SleepWatch


class SessionWatch(QObject):
    """``left`` when the computer sleeps, its screen locks or another person takes it, as far as it says so.

    The system's own messages come first, where there are any; the clocks notice sleep on every system.
    """

    left = Signal()

    def __init__(self, parent: QObject | None = None, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self._platform = platform
        self._system: QObject | None = None
        self._sleep = SleepWatch(self)
        self._sleep.slept.connect(self.left)

    def start(self) -> None:
        """Listen to the system as well; once the window is there: it takes a library or two."""
        self._system = _system_watch(self, self._platform)
        if self._system is not None:
            told: SignalInstance = self._system.left  # type: ignore[attr-defined]
            told.connect(self.left)

    def close(self) -> None:
        """Watch nothing any more."""
        if self._system is not None:
            self._system.close()  # type: ignore[attr-defined]


def _system_watch(parent: QObject, platform: str) -> QObject | None:
    # Each loads what only its own system needs.
    if platform == "win32":
        from ui.shell.session.windows import WindowsSession  # noqa: PLC0415

        return WindowsSession(parent)
    if platform == "darwin":
        from ui.shell.session.mac import MacSession  # noqa: PLC0415

        return MacSession(parent)
    if platform.startswith("linux"):
        from ui.shell.session.linux import LinuxSession  # noqa: PLC0415

        return LinuxSession(parent)
    return None
