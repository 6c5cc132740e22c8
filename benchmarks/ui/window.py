"""The real window over a vault, offscreen, for benchmarks: opened, watched, closed."""

import os
import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QAbstractItemModel, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.app import SWITCH_INTERVAL, extend, makers
from ui.screens.unlock.screen import UnlockScreen
from ui.shell.frame import Frame
from ui.shell.window import MainWindow
from ui.shell.workspace import Workspace
from ui.style.theme import current_theme
from ui.tasks.collecting import Collecting
from ui.tasks.opening import VaultOpener
from ui.tasks.vault_thread import VaultThread


def application() -> QApplication:
    """The one application, set up as the program does it."""
    made = QApplication.instance() or QApplication([])
    assert isinstance(made, QApplication)
    sys.setswitchinterval(SWITCH_INTERVAL)
    current_theme().set_scheme("light")
    return made


_SERVE = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
_LOOK_EVERY_MS = 20


def wait(done: Callable[[], object], seconds: float = 60) -> float:
    """Serve events until ``done``, asleep between them as the program is; the seconds it took.

    A loop that polls instead would compete with the vault's thread for the interpreter.
    """
    started = time.perf_counter()
    waker = QTimer()
    waker.start(_LOOK_EVERY_MS)
    while not done():
        assert time.perf_counter() - started < seconds, "nothing happened"
        QApplication.processEvents(_SERVE)
    return time.perf_counter() - started


class OpenWindow:
    """The program's window with the vault of a folder open; a context manager."""

    def __init__(self, folder: Path, passphrase: str) -> None:
        self._collecting = Collecting(application())
        self._opener = VaultOpener()
        self.window = MainWindow(self._opener, UnlockScreen(self._opener, None), makers(), extend)
        self.window.show()
        opened: list[VaultThread] = []
        self._opener.open(folder, passphrase, done=opened.append, failed=print, owner=self._opener)
        wait(lambda: opened)
        self.window.show_vault(opened[0])
        wait(lambda: self.window.frame is not None)
        self.settle()
        self.window.set_idle_minutes(600)

    @property
    def frame(self) -> Frame:
        """The frame of the open vault."""
        assert self.window.frame is not None
        return self.window.frame

    @property
    def workspace(self) -> Workspace:
        """The workspace of the open vault."""
        return self.frame.workspace

    def settle(self) -> None:
        """Wait until nothing is asked of the vault any more."""
        calm = 0
        while calm < 20:
            QApplication.processEvents()
            busy = not self.workspace.vault.idle or self.workspace.jobs.running
            calm = 0 if busy else calm + 1
            time.sleep(0.01)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        jobs = self.workspace.jobs
        jobs.cancel_all()
        self.window.close()
        jobs.wait()
        self._opener.wait()
        self._collecting.stop()
        self.window.deleteLater()
        QApplication.processEvents()


class PaintWatch(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt)
        """Count a paint."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class FullPaint(QObject):
    """Sees when a table is painted in which every row in view was fetched.

    ``armed_by`` resets it: nothing counts until then.
    """

    def __init__(self, table: QAbstractItemView, has_row: Callable[[int], bool]) -> None:
        super().__init__(table)
        self._table, self._has_row = table, has_row
        self.resets = 0
        self.seen = False
        model: QAbstractItemModel = table.model()
        model.modelReset.connect(self._reset)
        table.viewport().installEventFilter(self)

    def clear(self) -> None:
        """Look for the next paint."""
        self.seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt)
        """Look at what a paint shows."""
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = self._full()
        return False

    def _reset(self) -> None:
        self.resets += 1
        self.seen = False

    def _full(self) -> bool:
        rows, view = self._table.model().rowCount(), self._table.viewport().rect()
        first = self._table.indexAt(view.topLeft()).row()
        last = self._table.indexAt(view.bottomLeft()).row()
        last = rows - 1 if last < 0 else last
        return first >= 0 and all(self._has_row(row) for row in range(first, last + 1))


class PeakMemory:
    """Highest resident memory of this process with its children, looked at five times a second."""

    def __init__(self) -> None:
        self.own = 0
        self.tree = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        me = psutil.Process()
        while not self._over.wait(0.2):
            own = me.memory_info().rss
            self.own = max(self.own, own)
            self.tree = max(self.tree, own + sum(_rss(child) for child in me.children(recursive=True)))


def _rss(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def centile(values: list[float], percent: int) -> float:
    """The value that ``percent`` of them do not exceed."""
    return sorted(values)[max(0, -(-len(values) * percent // 100) - 1)]


def summary(seconds: list[float]) -> dict[str, float]:
    """Median, 95th and longest, in milliseconds."""
    return {
        "n": len(seconds),
        "median_ms": round(statistics.median(seconds) * 1000, 1),
        "p95_ms": round(centile(seconds, 95) * 1000, 1),
        "max_ms": round(max(seconds) * 1000, 1),
    }
