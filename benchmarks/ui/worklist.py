"""The worklist of the real window with 100,000 accounts, beside a proxy model and plain SQLite in the same run.

    python -m benchmarks.ui.worklist [--accounts 100000] [--vault DIR] [--only jumps,filter]

Every time ends when the table has been painted with every row in view.  ``--vault`` keeps the built vault (about
3.6 GB) in DIR, or takes the one that is there.
"""

import argparse
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from functools import partial
from pathlib import Path

import psutil
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.ui.accounts import PASSPHRASE, build
from benchmarks.ui.window import FullPaint, OpenWindow, PaintWatch, application, summary, wait
from ui.screens.case.screen import CaseScreen
from ui.screens.worklist.screen import WorklistScreen
from ui.shell.palette import CommandPalette
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from workbench.model.work import AccountOrder, AccountRow
from workbench.services import worklist
from workbench.vault.vault import Vault

ROOT = Path(__file__).resolve().parents[2]
BARS_MS = {"open": 1000, "sort": 200, "filter": 200, "scroll": 40, "case": 100, "palette": 50, "start": 1000}
FILTERS = (
    "status:skip", "status:open due:today", "balance>500", '"maple st"', "state:TN status:skip balance>5000",
    "leads:any", "assignee:ada", "tag:medical",
)  # fmt: skip
TYPED = ("bram", "korv", "0000", "maple", "impo")
JUMPS, CASES, REPEATS = 200, 60, 3
CHILD = """
import sys, time
sys.path.insert(0, sys.argv[2])
import main, ui.app
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isVisible():
            QTimer.singleShot(0, self.over)
        return False
    def over(self):
        print(time.time() - float(sys.argv[1]), flush=True)
        QApplication.exit()
first = First()
make = ui.app.build_window
def watched(vault):
    window = make(vault)
    window._unlock.unlock.card.installEventFilter(first)
    return window
ui.app.build_window = watched
main.run(["--vault", sys.argv[3]])
"""


def start_to_unlock(folder: Path) -> float:
    """Seconds from the start of a new process until the unlock box is painted."""
    command = [sys.executable, "-c", CHILD, str(time.time()), str(ROOT), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return float(done.stdout.split()[0])


class List:
    """The worklist screen, driven and watched."""

    def __init__(self, opened: OpenWindow) -> None:
        self.opened = opened
        self.workspace: Workspace = opened.workspace
        started = time.perf_counter()
        self.workspace.navigator.go(Place.WORKLIST)
        screen = self.workspace.navigator.screen
        assert isinstance(screen, WorklistScreen)
        self.screen = screen
        self.paint = FullPaint(screen.table, self.has_row)
        wait(lambda: self.paint.seen and screen.model.rowCount())
        self.to_open = time.perf_counter() - started
        opened.settle()

    def has_row(self, row: int) -> bool:
        """Whether a row was fetched."""
        return self.screen.model.row_at(row) is not None

    def anew(self, ask: Callable[[], object]) -> float:
        """Seconds until another list that ``ask`` wants is painted."""
        before = self.paint.resets
        started = time.perf_counter()
        ask()
        wait(lambda: self.paint.resets > before and (self.paint.seen or not self.screen.model.rowCount()))
        took = time.perf_counter() - started
        self.opened.settle()
        return took

    def sorts(self) -> dict[str, list[float]]:
        """Every column that sorts, both ways, of the whole list."""
        self.screen.choose_columns(list(self.screen.all_columns))
        self.anew(partial(self.screen.show_line, ""))
        found: dict[str, list[float]] = {}
        for place, column in enumerate(self.screen.model.columns):
            if isinstance(column.order, AccountOrder):
                for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
                    ask = partial(self.screen.table.sort_asked.emit, place, order)
                    found.setdefault(column.key, []).append(self.anew(ask))
        self.screen.choose_columns(["name", "number", "balance", "status", "next", "due", "leads"])
        return found

    def filters(self) -> dict[str, list[float]]:
        """Filter lines, each from the whole list."""
        found: dict[str, list[float]] = {}
        for _ in range(REPEATS):
            for line in FILTERS:
                self.anew(partial(self.screen.show_line, ""))
                found.setdefault(line, []).append(self.anew(partial(self.screen.show_line, line)))
                assert 0 < self.screen.model.rowCount() < self.screen._total, line  # noqa: SLF001
        self.anew(partial(self.screen.show_line, ""))
        return found

    def jumps(self) -> list[float]:
        """Jumps of the scroll bar to places never seen."""
        rng, bar, found = random.Random(3), self.screen.table.verticalScrollBar(), []
        for _ in range(JUMPS):
            self.paint.clear()
            started = time.perf_counter()
            bar.setValue(rng.randint(0, bar.maximum()))
            wait(lambda: self.paint.seen)
            found.append(time.perf_counter() - started)
            QTest.qWait(20)
        return found

    def cases(self) -> list[float]:
        """Enter on an account until the head and the overview of its case are painted, all reads answered."""
        rng, found = random.Random(4), []
        for _ in range(CASES):
            row = rng.randrange(self.screen.model.rowCount())
            self.screen.table.set_current_row(row)
            self.opened.settle()
            account = self.screen.model.id_at(row)
            started = time.perf_counter()
            self.screen.table.opened.emit(row)
            case = self.workspace.navigator.screen
            assert isinstance(case, CaseScreen)
            watch = PaintWatch(case.header)
            wait(partial(self._case_shown, case, account, watch))
            found.append(time.perf_counter() - started)
            watch.deleteLater()
            self.workspace.navigator.go(Place.WORKLIST)
            self.opened.settle()
        return found

    def _case_shown(self, case: CaseScreen, account: str, watch: PaintWatch) -> bool:
        head = case.header.head
        return bool(head and head.account.account_id == account and watch.count and self.workspace.vault.idle)

    def palette(self) -> tuple[list[float], list[float]]:
        """A key in the palette: until the commands are painted, and until the accounts found are."""
        commands, accounts = [], []
        for text in TYPED:
            palette = CommandPalette(self.workspace)
            palette.open()
            self.opened.settle()
            watch = PaintWatch(palette.list.viewport())
            for letter in text:
                before, started = watch.count, time.perf_counter()
                QTest.keyClick(palette.line, letter)
                wait(lambda before=before, watch=watch: watch.count > before)
                commands.append(time.perf_counter() - started)
                if text != "impo" and len(palette.line.text()) > 1:
                    wait(lambda palette=palette: any(item.account_id for item in palette.items))
                    painted = watch.count
                    wait(lambda painted=painted, watch=watch: watch.count > painted)
                    accounts.append(time.perf_counter() - started)
                self.opened.settle()
            palette.close()
            QApplication.processEvents()
        return commands, accounts

    def ask(self, work: Callable[[Vault], object]) -> tuple[float, object]:
        """``work`` in the vault's thread: its seconds there, and its answer."""
        answers: list[tuple[float, object]] = []

        def timed(vault: Vault) -> tuple[float, object]:
            started = time.perf_counter()
            answer = work(vault)
            return time.perf_counter() - started, answer

        self.workspace.vault.read(timed, answers.append, owner=self.screen)
        wait(lambda: answers, 120)
        return answers[0]


def proxy_model(rows: Sequence[AccountRow]) -> tuple[list[float], list[float], float]:
    """Sort and filter of a QSortFilterProxyModel over a model of all rows; and filling it.  Seconds."""
    started = time.perf_counter()
    model = QStandardItemModel(len(rows), 7)
    for place, row in enumerate(rows):
        cells = (row.debtor_name, row.account_number, row.balance_cents, row.status.value, row.next_action,
                 str(row.next_action_on or ""), row.pending_leads)  # fmt: skip
        for column, value in enumerate(cells):
            item = QStandardItem()
            item.setData(value, int(Qt.ItemDataRole.DisplayRole))
            model.setItem(place, column, item)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    table = QTableView()
    table.setModel(proxy)
    table.resize(900, 600)
    table.show()
    QApplication.processEvents()
    filled = time.perf_counter() - started
    both = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    sorts = [_painted(table, partial(proxy.sort, column, order)) for column in range(7) for order in both]
    filters = []
    proxy.setFilterKeyColumn(3)
    for word in ("SKP", "NEW", "PRP", "PPA"):
        filters.append(_painted(table, partial(proxy.setFilterFixedString, word)))
        _painted(table, partial(proxy.setFilterFixedString, ""))
    table.close()
    return sorts, filters, filled


def _painted(table: QTableView, ask: Callable[[], object]) -> float:
    watch = PaintWatch(table.viewport())
    started = time.perf_counter()
    ask()
    wait(lambda: watch.count)
    took = time.perf_counter() - started
    watch.deleteLater()
    return took


QUERIES = (
    ("sorted by name", "", AccountOrder.NAME, "SELECT account_id FROM a ORDER BY debtor_name, account_id"),
    ("sorted by balance", "", AccountOrder.BALANCE,
     "SELECT account_id FROM a ORDER BY balance_cents, account_id"),
    ("sorted by city", "", AccountOrder.CITY, "SELECT account_id FROM a ORDER BY city, account_id"),
    ("status:skip by due", "status:skip", AccountOrder.NEXT_ACTION,
     "SELECT account_id FROM a WHERE status='SKP' ORDER BY next_action_on NULLS LAST, account_id"),
    ("balance>500 by due", "balance>500", AccountOrder.NEXT_ACTION,
     "SELECT account_id FROM a WHERE balance_cents>50000 ORDER BY next_action_on NULLS LAST, account_id"),
)  # fmt: skip


def plain_sqlite(rows: Sequence[AccountRow], folder: Path) -> dict[str, float]:
    """The same queries on a plain, unencrypted table with indexes on what they sort by; seconds."""
    names = [field.name for field in fields(AccountRow)]
    with sqlite3.connect(folder / "plain.db") as plain:
        plain.execute(f"CREATE TABLE a({', '.join(names)})")
        values = ([str(v) if v is not None and not isinstance(v, int) else v for v in asdict(row).values()]
                  for row in rows)  # fmt: skip
        plain.executemany(f"INSERT INTO a VALUES ({','.join('?' * len(names))})", values)
        for name in ("debtor_name", "balance_cents", "next_action_on"):
            plain.execute(f"CREATE INDEX i_{name} ON a({name}, account_id)")
        plain.commit()
        found = {}
        for what, _line, _order, query in QUERIES:
            found[what] = min(_timed(lambda query=query: plain.execute(query).fetchall()) for _ in range(3))
    plain.close()
    return found


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def beside_sqlite(listed: List, rows: Sequence[AccountRow], folder: Path) -> dict[str, str]:
    """Our queries in the vault's thread beside the plain ones."""
    theirs, found = plain_sqlite(rows, folder), {}
    today = listed.workspace.today()
    for what, line, order, _query in QUERIES:
        work = partial(worklist.open_list, line=line, order=order, descending=False, today=today)
        mine = min(listed.ask(work)[0] for _ in range(3))
        found[what] = f"{mine * 1000:.0f} ms / {theirs[what] * 1000:.0f} ms = {mine / theirs[what]:.1f}"
    return found


def in_columns(times: dict[str, list[float]]) -> dict[str, object]:
    """Summary of all, and the longest of each."""
    every = [took for several in times.values() for took in several]
    return {**summary(every), "longest_of_each_ms": {k: round(max(v) * 1000) for k, v in times.items()}}


PARTS = ("start", "open", "jumps", "filter", "sort", "cases", "palette", "query", "proxy")


def measure(folder: Path, scratch: Path, parts: Sequence[str] = PARTS) -> dict[str, object]:
    """The wanted parts of it, on the vault of ``folder``."""
    found: dict[str, object] = {"bars_ms": BARS_MS}
    if "start" in parts:
        found["start to unlock box"] = summary([start_to_unlock(folder) for _ in range(5)])
    application()
    with OpenWindow(folder, PASSPHRASE) as opened:
        listed = List(opened)
        found["list on screen"] = round(listed.to_open * 1000)
        _window(listed, parts, found)
        found["window's memory MB"] = psutil.Process().memory_info().rss >> 20
        if "query" in parts or "proxy" in parts:
            _peers(listed, parts, scratch, found)
    return found


def _window(listed: List, parts: Sequence[str], found: dict[str, object]) -> None:
    if "jumps" in parts:
        found["scroll jump"] = summary(listed.jumps())
    if "filter" in parts:
        found["filter"] = in_columns(listed.filters())
    if "sort" in parts:
        found["sort"] = in_columns(listed.sorts())
    if "cases" in parts:
        cases = listed.cases()
        found["first case (makes the screen)"] = round(cases[0] * 1000)
        found["case"] = summary(cases[1:])
    if "palette" in parts:
        commands, accounts = listed.palette()
        found["palette: commands"] = summary(commands)
        found["palette: accounts (15 ms of it is a pause)"] = summary(accounts)


def _peers(listed: List, parts: Sequence[str], scratch: Path, found: dict[str, object]) -> None:
    _, rows = listed.ask(lambda v: v.catalog.account_rows(v.catalog.account_ids()))
    assert isinstance(rows, list)
    if "query" in parts:
        found["query, ours / plain SQLite"] = beside_sqlite(listed, rows, scratch)
    if "proxy" in parts:
        sorts, filters, filled = proxy_model(rows)
        found["proxy model"] = {
            "fill_s": round(filled, 1),
            "sort": summary(sorts),
            "filter": summary(filters),
        }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--accounts", type=int, default=100_000)
    options.add_argument("--vault", type=Path)
    options.add_argument("--only", help=f"some of: {','.join(PARTS)}", default=",".join(PARTS))
    wanted = options.parse_args()
    parts = wanted.only.split(",")
    if unknown := set(parts) - set(PARTS):
        options.error(f"no such part: {', '.join(sorted(unknown))}")
    scratch = Path(tempfile.mkdtemp(prefix="workbench-bench-"))
    folder = wanted.vault or scratch / "vault"
    try:
        if not folder.exists():
            build(folder, wanted.accounts, wanted.accounts // 5)
        print(json.dumps(measure(folder, scratch, parts), indent=1, ensure_ascii=False))
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
