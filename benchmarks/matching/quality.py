"""Matching quality on data nobody here generated, and on the generator, both sides in one run.

``python -m benchmarks.matching.quality [--pseudopeople DIR] [--sets febrl4,...] [--seed 29] [--rows 1000000]
[--work DIR]``

Per set and side: top-1 F1, recall at precision .99 and .95, blocking completeness, who is in each band,
expected beside actual errors, and slices.  Writes ``benchmarks/out/quality.json`` and ``.md``.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import polars as pl

from benchmarks.matching.completeness import kept_pairs
from benchmarks.matching.evaluate import calibration, judged, measures, ranking
from benchmarks.matching.foreign import FEBRL, PSEUDOPEOPLE, febrl_folder, write_foreign
from benchmarks.matching.generate import write_world
from benchmarks.matching.ours import debtors as generated_debtors
from benchmarks.matching.ours import ready_chunks
from benchmarks.matching.ours_foreign import load
from benchmarks.matching.run import OUT, timed
from benchmarks.matching.slices import slice_figures, slices
from workbench.normalize.tables import Debtors

GENERATED = ("generator-households", "generator-no-households", "generator-generations")
SETS = (*PSEUDOPEOPLE, *FEBRL, *GENERATED)
FEBRL_SIDES = {"Splink, last four digits": ["splink_foreign", "--last-four"]}
SIDES: dict[str, dict[str, list[str]]] = {
    "foreign": {"ours": ["ours_foreign"], "Splink": ["splink_foreign"]},
    "generated": {"ours": ["ours", "--ready"], "Splink": ["splink_peer", "--every-field", "--complete"]},
}
HEAD = (
    "f1",
    "recall_p99",
    "recall_p95",
    "recall_5",
    "blocked",
    "strong",
    "strong_wrong",
    "wall_s",
    "cpu_s",
    "peak_mb",
)


def proposals(world: Path, side: str, module: list[str]) -> tuple[pl.DataFrame, dict[str, Any]]:
    """Run one side over a world: its pairs (debtor_id, record_id, p ...) and what it cost and said of itself."""
    out = world / f"{side}.json"
    name, *flags = module
    cost: dict[str, Any] = dict(
        timed([sys.executable, "-m", f"benchmarks.matching.{name}", str(world), str(out), *flags])
    )
    found = pl.read_csv(out.with_suffix(".csv"), schema_overrides={"record_id": pl.String})
    if side == "ours":
        pairs = found.select("debtor_id", "record_id", "p_relative", "band", p="p_same")
    else:
        pairs = found.select(debtor_id="unique_id_l", record_id="unique_id_r", p="match_probability")
    return pairs, cost | json.loads(out.read_text())


def members(world: Path, truth: pl.DataFrame, *, generated: bool) -> tuple[Debtors, pl.DataFrame, float]:
    """(debtors, slice members, our blocking completeness) of a world."""
    if generated:
        debtors, chunks = generated_debtors(world / "debtors.csv"), list(ready_chunks(world / "records.tsv"))
    else:
        debtors, records = load(world)
        chunks = [records]
    same = truth.filter(pl.col("kind") == "same")
    kept = kept_pairs(debtors, chunks, same)
    wanted = same["record_id"].implode()
    true = pl.concat(chunk.filter(pl.col("record_id").is_in(wanted)) for chunk in chunks)
    surnames = (
        pl.concat(chunk.select("last") for chunk in chunks).drop_nulls().group_by("last").agg(rows=pl.len())
    )
    return debtors, slices(debtors, true, truth, surnames), float(kept["kept"].mean() or 0.0)


def judge(world: Path, name: str) -> dict[str, Any]:
    """Both sides of a world."""
    generated = name in GENERATED
    truth = pl.read_csv(world / "truth.csv", infer_schema=False)
    _, sliced, blocked = members(world, truth, generated=generated)
    present = truth.filter(pl.col("kind") == "same")["debtor_id"].unique()
    result: dict[str, Any] = {}
    sides = SIDES["generated" if generated else "foreign"] | (FEBRL_SIDES if name in FEBRL else {})
    for side, module in sides.items():
        pairs, cost = proposals(world, side, module)
        figures = measures(pairs, truth)
        best = ranking(judged(pairs, truth)).unique("debtor_id", keep="first", maintain_order=True)
        result[side] = {
            **figures,
            "blocked": blocked if side == "ours" else cost.get("blocked"),
            "wall_s": cost["wall_s"],
            "cpu_s": cost["cpu_s"],
            "peak_mb": cost["peak_mb"],
            "bands": calibration(pairs, truth),
            "slices": slice_figures(best, sliced, present, figures["threshold"]),
        }
    return result


def report(results: dict[str, dict[str, Any]]) -> str:
    """The figures as markdown."""
    lines = ["| set | side | " + " | ".join(HEAD) + " |", "|" + "---|" * (len(HEAD) + 2)]
    for name, sides in results.items():
        for side, row in sides.items():
            cells = [
                "" if row[c] is None else f"{row[c]:.4f}" if row[c] <= 1 else f"{row[c]:.0f}" for c in HEAD
            ]
            lines.append(f"| {name} | {side} | " + " | ".join(cells) + " |")
    lines += [
        "",
        "| set | side | band | pairs | strangers | relatives | expected errors | actual errors | chance |",
    ]
    lines.append("|" + "---|" * 9)
    for name, sides in results.items():
        for side, row in sides.items():
            for band in row["bands"]:
                shares = [100 * band[c] for c in ("strangers", "relatives", "expected", "actual", "chance")]
                cells = [band["band"], str(band["pairs"]), *(f"{share:.2f} %" for share in shares)]
                lines.append(f"| {name} | {side} | " + " | ".join(cells) + " |")
    lines += [
        "",
        "| set | slice | present | ours found | Splink found | ours wrong | Splink wrong | ours F1 | Splink F1 |",
    ]
    lines.append("|" + "---|" * 9)
    for name, sides in results.items():
        theirs = {row["slice"]: row for row in sides["Splink"]["slices"]}
        for row in sides["ours"]["slices"]:
            peer = theirs[row["slice"]]
            cells = [row["slice"], str(row["present"])]
            cells += [f"{side[c]:.3f}" for c in ("found", "wrong", "f1") for side in (row, peer)]
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def build(world: Path, name: str, given: argparse.Namespace) -> bool:
    """Write the world of a set; False, with a word, where its data is not there."""
    if name in GENERATED:
        write_world(
            world,
            given.seed,
            given.rows,
            given.debtors,
            households=name != "generator-no-households",
            generations=name == "generator-generations",
        )
        return True
    folder = febrl_folder() if name in FEBRL else given.pseudopeople
    if folder is None or not folder.is_dir():
        print(f"{name}: skipped, its data is not here", flush=True)
        return False
    write_foreign(world, name, folder)
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pseudopeople", type=Path, help="folder with the two parquet files")
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--seed", type=int, default=29)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--debtors", type=int, default=5_000)
    parser.add_argument("--work", type=Path, help="keep the worlds here instead of in a temporary folder")
    parser.add_argument("--name", default="quality", help="name of the two files written")
    given = parser.parse_args()
    results: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for name in given.sets.split(","):
            world = (given.work or Path(temporary)) / name
            if build(world, name, given):
                results[name] = judge(world, name)
                print(report({name: results[name]}), flush=True)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{given.name}.json").write_text(json.dumps(results, indent=1))
    (OUT / f"{given.name}.md").write_text(report(results))


if __name__ == "__main__":
    main()
