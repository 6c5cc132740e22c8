"""How cost grows with the rows of the file and with the debtors searched for.

``python -m benchmarks.matching.scale [--seed 31] [--rows 1000000] [--work DIR] [--times 3]``

One world of 1,000,000 rows and 100,000 debtors; runs over its first rows and a random part of its debtors,
each in a process of its own, rows ready-made so that matching alone counts.  Cost is processor time (the
machine is shared); the least of ``--times`` runs counts.  Writes ``benchmarks/out/scale.json`` and the
picture ``docs/benchmarks/matching-scale.svg``.
"""

import argparse
import json
import math
import sys
import tempfile
import time
from pathlib import Path

import polars as pl
import psutil

from benchmarks.matching.generate import write_world
from benchmarks.matching.ours import debtors, ready_chunks
from benchmarks.matching.run import OUT, timed
from workbench.matching import Matcher, load_weights
from workbench.normalize.tables import Debtors

DEBTORS = (1_000, 5_000, 25_000, 100_000)
ROWS = (250_000, 500_000, 1_000_000, 2_000_000)
PICTURE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks" / "matching-scale.svg"
Point = dict[str, float]


def one_run(world: Path, rows: int, count: int) -> dict[str, float]:
    """Match; processor seconds and pairs of the matching itself, not of reading."""
    everybody = debtors(world / "debtors.csv")
    chosen = everybody.people.sample(count, seed=5)
    homes = everybody.addresses.join(chosen.select("debtor_id"), on="debtor_id", how="semi")
    chunks, have = [], 0
    while have < rows:
        for chunk in ready_chunks(world / "records.tsv"):
            part = chunk.head(rows - have)
            chunks.append(part if have < 1_000_000 else part.with_columns(pl.col("record_id") + "-2"))
            have += part.height
            if have >= rows:
                break
    start, clock = time.process_time(), time.perf_counter()
    before = psutil.Process().memory_info().rss
    matcher = Matcher(Debtors(chosen, homes), load_weights(None))
    prepared = time.process_time() - start
    for chunk in chunks:
        matcher.add(chunk)
    stats = matcher.finish().stats
    return {
        "rows": rows,
        "debtors": count,
        "cpu_s": time.process_time() - start,
        "wall_s": time.perf_counter() - clock,
        "prepare_s": prepared,
        "pairs": stats.pairs,
        "skipped": len(stats.skipped),
        "grown_mb": (psutil.Process().memory_info().rss - before) / 2**20,
    }


def slope(points: list[Point], x: str) -> float:
    """The exponent of growth between the last point and the one a quarter of it or less: 1 is linear."""
    last = points[-1]
    first = [point for point in points if point[x] <= last[x] / 4][-1]
    return math.log(last["cpu_s"] / first["cpu_s"]) / math.log(last[x] / first[x])


def picture(by_debtors: list[Point], by_rows: list[Point]) -> str:
    """Two log-log plots beside each other, with the line of linear growth."""
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="860" height="380" font-family="sans-serif" font-size="12">'
    ]
    parts.append('<rect width="860" height="380" fill="white"/>')
    parts += _plot(40, by_debtors, "debtors", f"debtors, against {_short(by_debtors[0]['rows'])} rows")
    parts += _plot(470, by_rows, "rows", f"rows, for {_short(by_rows[0]['debtors'])} debtors")
    return "\n".join([*parts, "</svg>"]) + "\n"


def _plot(left: int, points: list[Point], x: str, title: str) -> list[str]:
    """One plot, 340 by 280, at ``left``."""
    xs, ys = [p[x] for p in points], [p["cpu_s"] for p in points]
    low_x, high_x = math.log10(min(xs)), math.log10(max(xs))
    low_y, high_y = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))

    def at(a: float, b: float) -> tuple[float, float]:
        return (
            left + 20 + 320 * (math.log10(a) - low_x) / (high_x - low_x),
            330 - 270 * (math.log10(b) - low_y) / (high_y - low_y),
        )

    out = [f'<text x="{left + 20}" y="30" font-weight="bold">Processor seconds by {title}</text>']
    for power in range(low_y, high_y + 1):
        _, y = at(xs[0], 10.0**power)
        out.append(f'<line x1="{left + 20}" x2="{left + 340}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ccc"/>')
        out.append(f'<text x="{left + 14}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    (x0, y0), (x1, y1) = (
        at(xs[0], ys[-1] * xs[0] / xs[-1])
        if ys[-1] * xs[0] / xs[-1] >= 10.0**low_y
        else at(xs[-1] * 10.0**low_y / ys[-1], 10.0**low_y),
        at(xs[-1], ys[-1]),
    )
    out.append(
        f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" stroke="#999" stroke-dasharray="5 4"/>'
    )
    line = " ".join(f"{a:.1f},{b:.1f}" for a, b in (at(p[x], p["cpu_s"]) for p in points))
    out.append(f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>')
    for point in points:
        a, b = at(point[x], point["cpu_s"])
        out.append(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="4" fill="#1f5fa8"/>')
        out.append(f'<text x="{a:.1f}" y="{b - 9:.1f}" text-anchor="middle">{point["cpu_s"]:.1f}</text>')
        out.append(f'<text x="{a:.1f}" y="348" text-anchor="middle" font-size="10">{_short(point[x])}</text>')
    out.append(
        f'<text x="{left + 20}" y="370" fill="#777">dashed: linear growth down from the last point</text>'
    )
    return out


def _short(number: float) -> str:
    """1,000 as 1k, 1,000,000 as 1M."""
    return f"{number / 1e6:g}M" if number >= 1e6 else f"{number / 1e3:g}k"


def least(world: Path, rows: int, count: int, times: int) -> Point:
    """The cheapest of several runs, each a process of its own, with its peak memory."""
    found: list[Point] = []
    for _ in range(times):
        out = world / "run.json"
        command = [
            sys.executable,
            "-m",
            "benchmarks.matching.scale",
            "--one",
            str(world),
            str(rows),
            str(count),
            str(out),
        ]
        peak = timed(command)["peak_mb"]
        found.append(json.loads(out.read_text()) | {"peak_mb": peak})
    best = min(found, key=lambda run: run["cpu_s"])
    print(best, flush=True)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--work", type=Path, help="keep the world here instead of in a temporary folder")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument(
        "--rows", type=int, default=1_000_000, help="rows that the debtors are matched against"
    )
    parser.add_argument("--one", nargs=4, help="used by the benchmark itself: WORLD ROWS DEBTORS OUT")
    given = parser.parse_args()
    if given.one:
        world, rows, count, out = given.one
        Path(out).write_text(json.dumps(one_run(Path(world), int(rows), int(count))))
        return
    with tempfile.TemporaryDirectory() as temporary:
        world = given.work or Path(temporary)
        if not (world / "truth.csv").exists():
            write_world(world, given.seed, 1_000_000, 100_000, households=True)
        by_debtors = [least(world, given.rows, count, given.times) for count in DEBTORS]
        by_rows = [least(world, rows, 5_000, given.times) for rows in ROWS]
    print(f"growth: debtors^{slope(by_debtors, 'debtors'):.2f}, rows^{slope(by_rows, 'rows'):.2f}")
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "scale.json").write_text(json.dumps({"debtors": by_debtors, "rows": by_rows}, indent=1))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(picture(by_debtors, by_rows))


if __name__ == "__main__":
    main()
