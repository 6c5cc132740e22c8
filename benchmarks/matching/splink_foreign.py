"""The peer on the foreign sets: Splink 5 on DuckDB, models as its documentation builds them for such data.

Its worked examples link FEBRL 4 by names, date of birth, number, house, street and postcode, with u by
random sampling, m by expectation maximisation over two blocking rules and the prior by deterministic
rules; that recipe is followed, with the library's own name and birth-date comparisons and
term-frequency adjustments.  Census and social-security file have names and birth dates only.

``python -m benchmarks.matching.splink_foreign WORLD OUT.json [--last-four]``: the second gives the peer what ours
has of the number, its last four digits.
"""

import argparse
import json
import logging
import time
from pathlib import Path
from typing import Any

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.matching.splink_peer import share_kept

SWAPPED = "l.first = r.last AND l.last = r.first"
RULES: dict[str, list[Any]] = {
    "febrl": [
        block_on("first", "last"),
        SWAPPED,
        block_on("born"),
        block_on("ssn"),
        block_on("state", "street"),
        block_on("house", "street"),
        block_on("zip"),
    ],
    "pseudopeople": [
        block_on("first", "last"),
        SWAPPED,
        block_on("born"),
        block_on("last", "birth_year"),
        block_on("first", "birth_year"),
        block_on("first", "middle_initial", "birth_month"),
    ],
}
"""Kind of set -> the rules whose union is compared."""


def comparisons(kind: str) -> list[Any]:
    """Names with term frequencies, birth date with its parts, and what else the set has."""
    names = [cl.NameComparison(name).configure(term_frequency_adjustments=True) for name in ("first", "last")]
    born = cl.CustomComparison(
        output_column_name="born",
        comparison_levels=[
            cll.NullLevel("born"),
            cll.ExactMatchLevel("born"),
            cll.CustomLevel("damerau_levenshtein(born_l, born_r) <= 1"),
            cll.CustomLevel("damerau_levenshtein(born_l, born_r) <= 2"),
            cll.CustomLevel("birth_year_l = birth_year_r"),
            cll.ElseLevel(),
        ],
    )
    if kind == "pseudopeople":
        return [*names, born, cl.ExactMatch("middle_initial").configure(term_frequency_adjustments=True)]
    return [
        *names,
        born,
        cl.DamerauLevenshteinAtThresholds("ssn", [1, 2]),
        cl.ExactMatch("house").configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("street", [0.9, 0.7]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("city", [0.9, 0.7]),
        cl.DamerauLevenshteinAtThresholds("zip", [1, 2]).configure(term_frequency_adjustments=True),
    ]


def tables(con: duckdb.DuckDBPyConnection, world: Path, *, last_four: bool) -> None:
    """Tables ``debtors`` and ``records`` of a world."""
    every = "* REPLACE (right(ssn, 4) AS ssn)" if last_four else "*"
    for table, file in (("debtors", "left"), ("records", "right")):
        con.execute(
            f"""CREATE TABLE {table} AS SELECT {every}, substr(middle, 1, 1) AS middle_initial,
            substr(born, 1, 4) AS birth_year, substr(born, 6, 2) AS birth_month
            FROM read_parquet('{world / file}.parquet')"""
        )


def trained(con: duckdb.DuckDBPyConnection, kind: str) -> Linker:
    """A linker with every parameter estimated."""
    api = DuckDBAPI(con)
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=comparisons(kind),
        blocking_rules_to_generate_predictions=RULES[kind],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )
    linker = Linker([api.register("debtors"), api.register("records")], settings, log_level=logging.ERROR)
    train = linker.training
    sure = [block_on("first", "last", "born")]
    if kind == "febrl":
        sure = [*sure, block_on("ssn"), block_on("first", "last", "house", "zip")]
    train.estimate_probability_two_random_records_match(sure, recall=0.8)
    train.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    train.estimate_parameters_using_expectation_maximisation(block_on("born"))
    second = block_on("zip") if kind == "febrl" else block_on("first", "last")
    train.estimate_parameters_using_expectation_maximisation(second)
    return linker


def completeness(con: duckdb.DuckDBPyConnection, kind: str, world: Path) -> float:
    """Share of the true pairs that a blocking rule keeps."""
    rules = [
        rule if isinstance(rule, str) else rule.get_blocking_rule("duckdb").blocking_rule_sql
        for rule in RULES[kind]
    ]
    kept = " OR ".join(f"coalesce({rule}, false)" for rule in rules)
    return share_kept(con, kept, world)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--last-four", action="store_true")
    given = parser.parse_args()
    start = time.perf_counter()
    con = duckdb.connect()
    kind = (given.world / "kind.txt").read_text()
    tables(con, given.world, last_four=given.last_four)
    found = trained(con, kind).inference.predict(threshold_match_probability=0.01)
    con.execute(
        f"""COPY (SELECT unique_id_l, unique_id_r, match_probability FROM {found.physical_name})
        TO '{given.out.with_suffix(".csv")}' (HEADER)"""
    )
    seconds = time.perf_counter() - start
    given.out.write_text(json.dumps({"seconds": seconds, "blocked": completeness(con, kind, given.world)}))


if __name__ == "__main__":
    main()
