"""Storage: cases, accounts and records in, each beside a plain, unencrypted SQLite baseline in the same run.

``python -m benchmarks.storage.run [--accounts 10000] [--rows 1000000] [--cases 300]``

Prints a Markdown table.  The baseline of a case is a plain SQLite file with one table and one synced row;
that of the record library is a plain table with the same columns and one index.
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from benchmarks.storage.world import write_placements, write_voters
from workbench.base.ids import new_id
from workbench.base.progress import NoProgress
from workbench.services.import_accounts import import_accounts
from workbench.services.import_records import RecordsRequest, import_records
from workbench.vault.kdf import KdfCost
from workbench.vault.vault import Vault, create_vault

PASSPHRASE = "seven fictional otters knit calm ledgers"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    baseline: str
    ratio: str


def timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def plain_case(folder: Path, n: int) -> None:
    with sqlite3.connect(folder / f"{n}.db") as plain:
        plain.execute("PRAGMA synchronous=FULL")
        plain.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)")
        plain.execute("INSERT INTO t VALUES (1, ?)", ("x" * 4000,))
        plain.commit()
    plain.close()


def read_plain_case(folder: Path, n: int) -> None:
    plain = sqlite3.connect(folder / f"{n}.db")
    plain.execute("SELECT body FROM t").fetchall()
    plain.close()


def cases(vault: Vault, ids: list[str], folder: Path, count: int) -> list[Row]:
    """Single creates (each its own transaction), open and read, and a fresh file's size."""
    source = vault.read_case(ids[0])
    made, read, plain_made, plain_read = [], [], [], []
    for n in range(count):
        account = replace(source.account, account_id=new_id(), account_number=f"single-{n}")
        content = replace(source, account=account)
        made.append(timed(lambda content=content: vault.create_case(content)))
        plain_made.append(timed(lambda n=n: plain_case(folder, n)))
        read.append(timed(lambda account=account: vault.read_case(account.account_id)))
        plain_read.append(timed(lambda n=n: read_plain_case(folder, n)))
    size = vault.door.path(ids[0]).stat().st_size
    return [
        in_ms("create one case", made, plain_made),
        in_ms("open and read one case", read, plain_read),
        Row("size of a fresh case", f"{size / 1024:.0f} KB", "8 KB", ""),
    ]


def in_ms(what: str, ours: list[float], baseline: list[float]) -> Row:
    mine, theirs = statistics.median(ours) * 1000, statistics.median(baseline) * 1000
    worst = sorted(ours)[int(len(ours) * 0.95)] * 1000
    return Row(what, f"{mine:.2f} ms (95th {worst:.2f})", f"{theirs:.2f} ms", f"{mine / theirs:.2f}")


def accounts_in(vault: Vault, file: Path, folder: Path, count: int) -> Row:
    def ours() -> None:
        result = import_accounts(vault, file, client="", mapping_toml=None, sheet=None, progress=NoProgress())
        assert result.added == count, result.counts

    mine = timed(ours)
    theirs = timed(lambda: [plain_case(folder, 1_000_000 + n) for n in range(count)])
    return Row(f"import {count:,} accounts", f"{mine:.1f} s", f"{theirs:.1f} s", f"{mine / theirs:.2f}")


def records_in(vault: Vault, file: Path, folder: Path, rows: int) -> tuple[Row, Row]:
    peak = _PeakOfChildren()

    def ours() -> None:
        with peak:
            result = import_records(vault, file, RecordsRequest(), NoProgress())
        assert result.counts.read == rows

    mine = timed(ours)
    theirs = timed(lambda: plain_records(file, folder / "plain.db"))
    row = Row(f"import {rows:,} records", f"{mine:.1f} s", f"{theirs:.1f} s", f"{mine / theirs:.2f}")
    return row, Row("its child's peak memory", f"{peak.bytes / 2**20:,.0f} MB", "", "")


def plain_records(file: Path, target: Path) -> None:
    plain = sqlite3.connect(target)
    plain.execute("PRAGMA synchronous=OFF")
    with file.open(encoding="utf-8") as stream:
        columns = len(next(stream).split("\t"))
        plain.execute(f"CREATE TABLE r({', '.join(f'c{n}' for n in range(columns))})")
        marks = ",".join("?" * columns)
        plain.executemany(
            f"INSERT INTO r VALUES ({marks})", (line.rstrip("\n").split("\t") for line in stream)
        )
    plain.execute("CREATE INDEX i ON r(c4, c5)")
    plain.commit()
    plain.close()


class _PeakOfChildren:
    """Highest resident memory of this process's children, looked at every 50 ms."""

    def __init__(self) -> None:
        self.bytes = 0

    def __enter__(self) -> None:
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        me = psutil.Process()
        while not self._over.wait(0.05):
            for child in me.children(recursive=True):
                try:
                    self.bytes = max(self.bytes, child.memory_info().rss)
                except psutil.Error:
                    continue


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--cases", type=int, default=300)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="workbench-bench-"))
    try:
        write_placements(folder / "placements.csv", options.accounts)
        write_voters(folder / "voters.txt", options.rows)
        vault, _ = create_vault(folder / "vault", PASSPHRASE, kdf=KdfCost(8 * 1024, 1, 1))
        with vault:
            table = [accounts_in(vault, folder / "placements.csv", folder, options.accounts)]
            ids = list(vault.catalog.account_ids())
            table += records_in(vault, folder / "voters.txt", folder, options.rows)
            table += cases(vault, ids, folder, options.cases)
    finally:
        shutil.rmtree(folder)
    print(f"{os.cpu_count()} processors\n")
    print("| what | ours | plain SQLite, unencrypted | ratio |\n|---|---|---|---|")
    for row in table:
        print(f"| {row.what} | {row.ours} | {row.baseline} | {row.ratio} |")


if __name__ == "__main__":
    main()
