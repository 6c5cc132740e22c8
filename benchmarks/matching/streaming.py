"""Ten million rows through the reading child, and new debtors against a library beside importing again.

``python -m benchmarks.matching.streaming WORLD [--times 10] [--new 100] [--work DIR] [--only stream|library]``

WORLD is a folder that ``benchmarks.matching.run --work`` or ``generate.write_world`` made (1,000,000 rows,
5,000 debtors).  *stream*: its file ``--times`` times end to end, with ids of their own, through the child
process as an import does it, without a library file; wall seconds, rows a second, peak resident memory of the
child.  *library*: a vault with ``--new`` of the world's debtors; its file is imported once without them, then
matched for them from the library, then imported again as a file.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
import psutil

from benchmarks.matching.ours import debtors
from workbench.base.progress import NoProgress
from workbench.services.access import DirectAccess
from workbench.services.import_accounts import import_accounts
from workbench.services.import_records import RecordsRequest, import_records
from workbench.services.reader.process import run_job
from workbench.services.reader.protocol import Finished, LeadsFound, RecordsJob, Source
from workbench.services.reader.search_terms import searched_for
from workbench.services.rematching import rematch
from workbench.vault.kdf import KdfCost
from workbench.vault.vault import create_vault

PASSPHRASE = "seven fictional otters knit"


class Peak(NoProgress):
    """Notes the largest resident memory of this process's children as often as it is asked to cancel."""

    def __init__(self) -> None:
        self.bytes = 0

    def cancelled(self) -> bool:
        """Never; looks at the memory."""
        for child in psutil.Process().children(recursive=True):
            try:
                self.bytes = max(self.bytes, child.memory_info().rss)
            except psutil.NoSuchProcess:
                continue
        return False


def repeated(records: Path, times: int, out: Path) -> Path:
    """The records end to end, each time under other ids; about 100 MB a million rows."""
    with records.open("rb") as source, out.open("wb") as target:
        header = source.readline()
        target.write(header)
        start = source.tell()
        for again in range(times):
            source.seek(start)
            for line in source:
                target.write(b"%d-" % again + line)
    return out


def stream(world: Path, records: Path) -> None:
    """The file through the child, as an import does it."""
    job = RecordsJob(
        Source(str(records)),
        "",
        "auto",
        "debt_collection",
        searched=searched_for(debtors(world / "debtors.csv")),
    )
    peak, leads = Peak(), 0
    start = time.perf_counter()
    for message in run_job(job, peak):
        if isinstance(message, LeadsFound):
            leads += len(message.leads)
        elif isinstance(message, Finished):
            rows = message.read
    wall = time.perf_counter() - start
    print(f"stream: {rows:,} rows, {wall:.1f} s, {rows / wall:,.0f} a second, {peak.bytes / 2**20:,.0f} MB, "
          f"{leads:,} leads", flush=True)  # fmt: skip


def placements(world: Path, count: int, out: Path, skip: int) -> Path:
    """``count`` of the world's debtors as a placement file."""
    table = pl.read_csv(world / "debtors.csv", infer_schema=False).slice(skip, count)
    table.select(
        pl.col("debtor_id").alias("Account Number"),
        pl.lit("Lantern Bank").alias("Client"),
        pl.lit("100.00").alias("Balance"),
        pl.col("first").alias("First Name"),
        pl.col("middle").alias("Middle Name"),
        pl.col("last").alias("Last Name"),
        pl.col("birth_date").alias("DOB"),
        pl.concat_str(["house", "street"], separator=" ", ignore_nulls=True).alias("Address"),
        pl.col("city").alias("City"),
        pl.lit("NC").alias("State"),
        pl.col("zip").alias("Zip"),
        pl.col("phone").alias("Phone"),
    ).write_csv(out)
    return out


def timed(what: str, work: Callable[[], str]) -> None:
    """Run and print it."""
    start = time.perf_counter()
    said = work()
    print(f"{what}: {time.perf_counter() - start:.1f} s; {said}", flush=True)


def library(world: Path, records: Path, new: int, work: Path) -> None:
    """New debtors against the library, beside the file once more."""
    folder = work / "scale-vault"
    shutil.rmtree(folder, ignore_errors=True)
    vault, _ = create_vault(folder, PASSPHRASE, kdf=KdfCost(8 * 1024, 1, 1))
    with vault:

        def place(name: str, count: int, skip: int) -> str:
            path = placements(world, count, work / name, skip)
            done = import_accounts(
                vault, path, client="", mapping_toml=None, sheet=None, progress=NoProgress(), match=False
            )
            return f"{done.added} accounts"

        def take(path: Path, *, again: bool) -> str:
            request = RecordsRequest(again=again, edition_of="none")
            return f"{import_records(vault, path, request, NoProgress()).leads} leads"

        place("old.csv", 100, 1000)
        timed("import of the file", lambda: take(records, again=False))
        timed("new accounts", lambda: place("new.csv", new, 0))
        access = DirectAccess(vault)
        timed("rematch --new-only", lambda: rematch(access, NoProgress(), new_only=True).words)
        timed("import of the file again", lambda: take(records, again=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--new", type=int, default=100)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--only", choices=("stream", "library"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = given.work or Path(temporary)
        records = given.world / "records.tsv"
        if given.only != "library":
            many = repeated(records, given.times, work / "many.tsv") if given.times > 1 else records
            stream(given.world, many)
        if given.only != "stream":
            library(given.world, records, given.new, work)


if __name__ == "__main__":
    main()
