"""Our side on a world of ``foreign``: leads, and which true pairs our blocking keeps.

``python -m benchmarks.matching.ours_foreign WORLD OUT.json``
"""

import argparse
import json
import time
from pathlib import Path

import polars as pl

from benchmarks.matching.completeness import kept_pairs
from workbench.matching import Matcher, load_weights
from workbench.normalize.tables import Debtors

LEAD_COLUMNS = ("debtor_id", "record_id", "rank", "p_same", "p_relative", "band", "bits", "sentence")


def load(world: Path) -> tuple[Debtors, pl.DataFrame]:
    """The debtors and the records of a foreign world."""
    people, addresses = (pl.read_parquet(world / f"{name}.parquet") for name in ("debtors", "addresses"))
    return Debtors(people, addresses), pl.read_parquet(world / "records.parquet")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    start = time.perf_counter()
    debtors, records = load(given.world)
    matcher = Matcher(debtors, load_weights(None))
    matcher.add(records)
    leads = matcher.finish().leads.select(LEAD_COLUMNS)
    seconds = time.perf_counter() - start
    leads.write_csv(given.out.with_suffix(".csv"))
    truth = pl.read_csv(given.world / "truth.csv", infer_schema=False)
    kept = kept_pairs(debtors, [records], truth.filter(pl.col("kind") == "same"))
    given.out.write_text(json.dumps({"seconds": seconds, "blocked": kept["kept"].mean()}))


if __name__ == "__main__":
    main()
