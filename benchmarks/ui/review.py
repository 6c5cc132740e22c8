"""Accept → next lead painted: p95 over real decisions in a real encrypted vault, and a baseline.

    python -m benchmarks.ui.review [--decisions 60]

Each key press is sent to the window; the time ends when the comparison has been painted with the next lead's
values.  Ours goes on from what was read ahead while the vault's thread writes.  The baseline, in the same
run and window, is what a program without that does: decide, wait for the write, read the next lead, paint.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.app import SWITCH_INTERVAL
from ui.screens.review.screen import ReviewScreen
from ui.shell.frame import Frame
from ui.shell.workspace import OpenState, Workspace
from ui.style.theme import current_theme
from ui.tasks.opening import VaultOpener
from workbench.base.progress import NoProgress
from workbench.services.demo import DEMO_PASSPHRASE, build_demo

BAR_MS = 50.0


class PaintWatch(QObject):
    """Notes when the comparison was painted last."""

    def __init__(self, screen: ReviewScreen) -> None:
        super().__init__()
        self.at = 0.0
        screen.view.comparison.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt)
        """Note the time of a paint."""
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def opened(folder: Path) -> tuple[QApplication, VaultOpener, QMainWindow, Workspace, ReviewScreen]:
    application = QApplication([])
    current_theme().set_scheme("light")
    sys.setswitchinterval(SWITCH_INTERVAL)  # as the program does
    opener, found, states = VaultOpener(), [], []
    opener.open(folder, DEMO_PASSPHRASE, done=found.append, failed=print, owner=opener)
    wait(lambda: found)
    found[0].read(OpenState, states.append, owner=opener)
    wait(lambda: states)
    window = QMainWindow()
    workspace = Workspace(found[0], states[0], window)
    frame = Frame(workspace, {})
    screen = ReviewScreen(workspace)
    frame.stack.addWidget(screen)
    frame.stack.setCurrentWidget(screen)
    window.setCentralWidget(frame)
    window.resize(1280, 800)
    window.show()
    screen.enter()
    wait(lambda: screen.session.current is not None and workspace.vault.idle)
    screen.view.take_focus()
    return application, opener, window, workspace, screen


def wait(done: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "nothing happened"
        QApplication.processEvents()


def timed(screen: ReviewScreen, watch: PaintWatch, *, ahead: bool) -> float:
    """Milliseconds from the key to the next lead on screen; without ``ahead`` nothing was read before."""
    was = screen.session.current_id
    if not ahead:
        screen.session._cache.clear()  # noqa: SLF001  (what the baseline has not)
    start = time.perf_counter()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    if not ahead:
        wait(lambda: screen.workspace.vault.idle)
    watch.at = 0.0 if screen.session.current is None else watch.at
    wait(lambda: screen.session.current is not None and screen.session.current_id != was and watch.at > start)
    return (watch.at - start) * 1000


def p95(values: list[float]) -> float:
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def summary(values: list[float]) -> dict[str, float]:
    return {
        "decisions": len(values),
        "median_ms": round(statistics.median(values), 1),
        "p95_ms": round(p95(values), 1),
        "max_ms": round(max(values), 1),
    }


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--decisions", type=int, default=60)
    wanted = options.parse_args().decisions
    with tempfile.TemporaryDirectory() as folder:
        build_demo(Path(folder) / "vault", NoProgress())
        _, opener, window, workspace, screen = opened(Path(folder) / "vault")
        watch = PaintWatch(screen)
        ours, baseline = [], []
        for number in range(2 * wanted):
            ahead = number % 2 == 0
            QTest.qWait(120)  # a very fast person; what is read ahead has to be there by then
            wait(lambda: workspace.vault.idle)
            (ours if ahead else baseline).append(timed(screen, watch, ahead=ahead))
            if screen.view.bar.notice.isVisible():
                screen.session.skip()
        result = {"bar_ms": BAR_MS, "ours": summary(ours), "decide_then_read_then_paint": summary(baseline)}
        print(json.dumps(result, indent=1))
        workspace.close()
        opener.closes(workspace.vault)
        workspace.jobs.wait()
        opener.wait()
        window.deleteLater()
        QApplication.processEvents()


if __name__ == "__main__":
    main()
