"""Both sides on the same files in the same run: wall time, peak memory of the whole process tree, quality.

``python -m benchmarks.matching.run [--seed 11] [--rows 1000000] [--debtors 5000] [--work DIR]
[--world households]... [--side ours]...``

Writes ``benchmarks/out/matching-SEED.json`` and ``.md``.  Sides: *ours* reads the file with the product's
reader, in the environment of the product's reading child; *ours, plain scan* has ready-made rows from one
polars scan (what matching alone costs); *Splink* has names, birth date, address and ZIP; *Splink, every field*
also middle name, suffix and phone.
"""

import argparse
import compileall
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import polars as pl
import psutil

from benchmarks.matching.evaluate import measures
from benchmarks.matching.generate import write_world
from workbench.services.reader.process import child_environment

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "benchmarks" / "out"
SIDES: dict[str, tuple[str, ...]] = {
    "ours": ("ours",),
    "ours, plain scan": ("ours", "--ready"),
    "Splink": ("splink_peer",),
    "Splink, every field": ("splink_peer", "--every-field"),
}
WORLDS = ("households", "no households")
COLUMNS = ("wall_s", "cpu_s", "peak_mb", "f1", "recall_p99", "recall_p95", "recall_5")


def timed(command: list[str], environment: dict[str, str] | None = None) -> dict[str, float]:
    """Run a command; wall seconds, CPU seconds and peak resident MB of it and its children."""
    start = time.perf_counter()
    peak, cpu = 0, 0.0
    with subprocess.Popen(command, env=environment) as process:
        tree = psutil.Process(process.pid)
        while process.poll() is None:
            memory, busy = _usage(tree)
            peak, cpu = max(peak, memory), max(cpu, busy)
            time.sleep(0.02)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} failed")
    return {"wall_s": time.perf_counter() - start, "cpu_s": cpu, "peak_mb": peak / 2**20}


def compile_ours() -> None:
    """Bytecode of our modules, as an installation has it and the peer's packages have theirs."""
    for package in ("workbench", "benchmarks"):
        compileall.compile_dir(ROOT / package, quiet=1)


def _usage(tree: psutil.Process) -> tuple[int, float]:
    """Resident bytes and CPU seconds of a process and its children, 0 for those that just ended."""
    memory, busy = 0, 0.0
    try:
        for process in (tree, *tree.children(recursive=True)):
            memory += process.memory_info().rss
            times = process.cpu_times()
            busy += times.user + times.system
    except psutil.NoSuchProcess:
        pass
    return memory, busy


def side(name: str, world: Path) -> dict[str, Any]:
    """Time one side over a world and judge what it proposes."""
    module, *flags = SIDES[name]
    out = world / f"{module}{''.join(flags)}.json"
    command = [sys.executable, "-m", f"benchmarks.matching.{module}", str(world), str(out), *flags]
    environment = child_environment() if module == "ours" else None
    figures: dict[str, Any] = dict(timed(command, environment))
    found = pl.read_csv(out.with_suffix(".csv"), schema_overrides={"record_id": pl.String})
    truth = pl.read_csv(world / "truth.csv")
    if module == "ours":
        pairs = found.select("debtor_id", "record_id", "band", p="p_same")
    else:
        pairs = found.select(debtor_id="unique_id_l", record_id="unique_id_r", p="match_probability")
    return figures | measures(pairs, truth) | {"details": json.loads(out.read_text())}


def table(results: dict[str, dict[str, Any]]) -> str:
    """The figures as markdown."""
    head = [*COLUMNS, "strong", "strangers", "relatives", "wrong %"]
    lines = [f"| {' | '.join(['world, side', *head])} |", f"|{'---|' * (len(head) + 1)}"]
    for name, row in results.items():
        cells = [f"{row[c]:.0f}" if c == "peak_mb" else f"{row[c]:.3f}" for c in COLUMNS]
        cells += [str(row["strong"]), str(row["strong_strangers"]), str(row["strong_relatives"])]
        wrong = f"{100 * row['strong_wrong']:.2f}"
        lines.append(f"| {' | '.join([name, *cells, wrong])} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--debtors", type=int, default=5_000)
    parser.add_argument("--work", type=Path, help="keep the worlds here instead of in a temporary folder")
    parser.add_argument("--world", action="append", choices=WORLDS, help="only this world; may be repeated")
    parser.add_argument(
        "--side", action="append", choices=list(SIDES), help="only this side; may be repeated"
    )
    given = parser.parse_args()
    results: dict[str, dict[str, Any]] = {}
    compile_ours()
    with tempfile.TemporaryDirectory() as temporary:
        for kind in given.world or WORLDS:
            world = (given.work or Path(temporary)) / kind.replace(" ", "-")
            write_world(world, given.seed, given.rows, given.debtors, households=kind == WORLDS[0])
            for name in given.side or SIDES:
                results[f"{kind}: {name}"] = side(name, world)
                print(table(results), flush=True)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"matching-{given.seed}.json").write_text(json.dumps(results, indent=1))
    (OUT / f"matching-{given.seed}.md").write_text(table(results))


if __name__ == "__main__":
    main()
