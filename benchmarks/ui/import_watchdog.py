"""Event-loop gaps while a large record file is imported through the import screen of the real window.

    python -m benchmarks.ui.import_watchdog [--rows 1000000] [--accounts 2000]
    python -m benchmarks.ui.import_watchdog --placements 100000

The second imports a placement file instead: as many accounts as that, each a case file of its own.

A 10 ms timer notes how late it comes, while the file is looked at, dry-run and imported; meanwhile a person
jumps through the worklist four times a second.  First a call that blocks for 300 ms has to be seen.  The
baseline is the same import without a window, into a copy of the same vault, in the same run.
"""

import argparse
import json
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.storage.world import write_placements, write_voters
from benchmarks.ui.accounts import PASSPHRASE, build
from benchmarks.ui.window import OpenWindow, PeakMemory, centile, wait
from ui.screens.imports.screen import ImportScreen
from ui.screens.worklist.screen import WorklistScreen
from ui.shell.places import Place
from workbench.base.progress import NoProgress
from workbench.services.import_records import RecordsImported, RecordsRequest, import_records
from workbench.vault.vault import open_vault

BAR_MS = 100.0
TICK_MS = 10
JUMP_EVERY_MS = 250


class Watchdog(QObject):
    """Notes the time between the ticks of a 10 ms timer of the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin anew."""
        self.gaps.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> dict[str, object]:
        """What was seen; a gap that still lasts counts too."""
        self._tick()
        self._timer.stop()
        return {
            "ticks": len(self.gaps),
            "median_ms": round(centile(self.gaps, 50), 1),
            "p99_ms": round(centile(self.gaps, 99), 1),
            "longest_ms": [round(gap, 1) for gap in sorted(self.gaps)[:-4:-1]],
            "over_100_ms": sum(gap > BAR_MS for gap in self.gaps),
        }

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


class Person(QObject):
    """Jumps through the worklist."""

    def __init__(self, screen: WorklistScreen) -> None:
        super().__init__(screen)
        self._rng = random.Random(5)
        self._screen = screen
        self._timer = QTimer(self)
        self._timer.setInterval(JUMP_EVERY_MS)
        self._timer.timeout.connect(self._jump)
        self._timer.start()

    def _jump(self) -> None:
        bar = self._screen.table.verticalScrollBar()
        bar.setValue(self._rng.randint(0, bar.maximum()))


def control(watchdog: Watchdog) -> dict[str, object]:
    """A call that blocks the window's thread for 300 ms: a watchdog that does not see it measures nothing."""
    watchdog.start()
    wait(lambda: len(watchdog.gaps) > 10)
    time.sleep(0.3)
    wait(lambda: len(watchdog.gaps) > 20)
    seen = watchdog.stop()
    assert max(watchdog.gaps) >= 300, seen
    return seen


def alone(watchdog: Watchdog) -> dict[str, object]:
    """The person's jumps with nothing else going on."""
    ended = time.perf_counter() + 10
    return phase(watchdog, QApplication.processEvents, lambda: time.perf_counter() > ended)


def in_window(folder: Path, file: Path) -> dict[str, object]:
    """Look at, check and import ``file``."""
    with OpenWindow(folder, PASSPHRASE) as opened, PeakMemory() as peak:
        navigator = opened.workspace.navigator
        navigator.go(Place.WORKLIST)
        worklist = navigator.screen
        assert isinstance(worklist, WorklistScreen)
        worklist.show_line("status:open")
        opened.settle()
        watchdog = Watchdog()
        found: dict[str, object] = {"control: 300 ms blocked": control(watchdog)}
        person = Person(worklist)
        found["the person alone, 10 s"] = alone(watchdog)
        navigator.go(Place.IMPORT)
        screen = navigator.screen
        assert isinstance(screen, ImportScreen)
        opened.settle()
        found["look"] = phase(watchdog, lambda: screen.open_file(file), lambda: screen.flow.plan is not None)
        navigator.go(Place.WORKLIST)
        flow = screen.flow
        found["dry run"] = phase(
            watchdog, QApplication.processEvents, lambda: flow.plan is not None and flow.plan.checked
        )
        found["import"] = phase(watchdog, flow.start, lambda: flow.result is not None)
        person.deleteLater()
        result = flow.result
        if isinstance(result, RecordsImported):
            found["rows"], found["leads"] = result.counts.read, result.leads
        else:
            opened.settle()
            navigator.go(Place.WORKLIST)
            worklist.show_line("")
            opened.settle()
            found["accounts listed"] = worklist.model.rowCount()
    found["peak_mb"] = {"window": peak.own >> 20, "with its children": peak.tree >> 20}
    return found


def phase(watchdog: Watchdog, begin: Callable[[], object], done: Callable[[], object]) -> dict[str, object]:
    """The gaps from ``begin`` to ``done``, and how long it took."""
    watchdog.start()
    begin()
    ended: list[float] = []
    poll = QTimer()
    started = time.perf_counter()
    loop = QApplication.instance()
    assert isinstance(loop, QApplication)

    def look() -> None:
        if done():
            ended.append(time.perf_counter())
            loop.exit()

    poll.setInterval(TICK_MS)
    poll.timeout.connect(look)
    poll.start()
    loop.exec()
    poll.stop()
    return {"seconds": round(ended[0] - started, 1), **watchdog.stop()}


def headless(folder: Path, file: Path) -> float:
    """The same import without a window; seconds."""
    with open_vault(folder, PASSPHRASE) as vault:
        started = time.perf_counter()
        import_records(vault, file, RecordsRequest(), NoProgress())
        return time.perf_counter() - started


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--accounts", type=int, default=2_000)
    options.add_argument("--placements", type=int, default=0)
    wanted = options.parse_args()
    root = Path(tempfile.mkdtemp(prefix="workbench-bench-"))
    try:
        build(root / "vault", wanted.accounts, 0)
        shutil.copytree(root / "vault", root / "copy")
        if wanted.placements:
            write_placements(root / "placements.csv", wanted.placements)
            print(json.dumps(in_window(root / "vault", root / "placements.csv"), indent=1))
            return
        write_voters(root / "voters.txt", wanted.rows)
        found = in_window(root / "vault", root / "voters.txt")
        alone = headless(root / "copy", root / "voters.txt")
    finally:
        shutil.rmtree(root)
    took = found["import"]
    assert isinstance(took, dict)
    found["rows_a_second"] = round(wanted.rows / took["seconds"])
    found["headless_seconds"] = round(alone, 1)
    found["window / headless"] = round(took["seconds"] / alone, 2)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
