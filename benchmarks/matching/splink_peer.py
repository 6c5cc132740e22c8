"""The peer: Splink 5 on DuckDB over the same files, trained by its manual.

u by random sampling, m by expectation maximisation over two blocking rules, the chance that two random
records match from deterministic rules, term-frequency adjustments on names and ZIP.

``python -m benchmarks.matching.splink_peer WORLD OUT.json [--every-field] [--complete]``
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
from splink.internals.splink_dataframe import SplinkDataFrame

COLUMNS = """
    upper(first) AS first, upper(last) AS last, upper(middle) AS middle,
    substr(middle, 1, 1) AS middle_initial, substr(first, 1, 1) AS first_initial, suffix,
    birth_date, birth_year, house, street, unit, city, zip, phone,
    CASE WHEN house IS NOT NULL THEN house || ' ' || street || ' ' || zip END AS address
"""
RULES = (
    ("first", "last"),
    ("last", "birth_year"),
    ("birth_date",),
    ("house", "street"),
    ("phone",),
    ("first", "middle_initial", "birth_year"),
    ("first_initial", "last", "zip"),
)
"""Columns of each blocking rule; their union is compared."""


def load(con: duckdb.DuckDBPyConnection, world: Path) -> None:
    """Tables ``debtors`` and ``records`` of the two files, addresses split."""
    con.execute(
        f"""CREATE TABLE debtors AS SELECT debtor_id AS unique_id, {COLUMNS}
        FROM read_csv('{world / "debtors.csv"}', all_varchar=true)"""
    )
    con.execute(
        rf"""CREATE TABLE records AS SELECT voter_id AS unique_id, {COLUMNS} FROM (
        SELECT voter_id, first_name AS first, last_name AS last, middle_name AS middle, name_suffix AS suffix,
        birth_date, birth_year, regexp_extract(street_address, '^(\d+) ', 1) AS house,
        regexp_extract(street_address, '^\d+ (.*?)(?: APT \w+)?$', 1) AS street,
        nullif(regexp_extract(street_address, ' APT (\w+)$', 1), '') AS unit, city, zip, phone
        FROM read_csv('{world / "records.tsv"}', delim='\t', all_varchar=true))"""
    )


def comparisons(*, every_field: bool) -> list[Any]:
    """Names with Jaro-Winkler levels, birth date falling back to the year, one address with ZIP and town;
    with ``every_field`` also middle name, suffix and phone.
    """
    birth = cl.CustomComparison(
        output_column_name="birth",
        comparison_levels=[
            cll.CustomLevel("birth_year_l IS NULL OR birth_year_r IS NULL").configure(is_null_level=True),
            cll.CustomLevel("birth_date_l = birth_date_r"),
            cll.CustomLevel("damerau_levenshtein(birth_date_l, birth_date_r) <= 1"),
            cll.CustomLevel("birth_year_l = birth_year_r"),
            cll.CustomLevel("abs(birth_year_l::int - birth_year_r::int) <= 1"),
            cll.ElseLevel(),
        ],
    )
    address = cl.CustomComparison(
        output_column_name="address",
        comparison_levels=[
            cll.NullLevel("address"),
            cll.CustomLevel("address_l = address_r"),
            cll.CustomLevel("zip_l = zip_r AND street_l = street_r"),
            cll.CustomLevel("zip_l = zip_r AND jaro_winkler_similarity(street_l, street_r) >= 0.92"),
            cll.ExactMatchLevel("zip", term_frequency_adjustments=True),
            cll.CustomLevel("city_l = city_r"),
            cll.ElseLevel(),
        ],
    )
    middle = cl.CustomComparison(
        output_column_name="middle",
        comparison_levels=[
            cll.NullLevel("middle"),
            cll.CustomLevel("middle_l = middle_r AND length(middle_l) > 1"),
            cll.CustomLevel(
                "middle_initial_l = middle_initial_r AND least(length(middle_l), length(middle_r)) = 1"
            ),
            cll.ElseLevel(),
        ],
    )
    names = [
        cl.NameComparison(name, jaro_winkler_thresholds=[0.94, 0.88, 0.8]).configure(
            term_frequency_adjustments=True
        )
        for name in ("first", "last")
    ]
    rest = [middle, cl.ExactMatch("suffix"), cl.ExactMatch("phone")] if every_field else []
    return [*names, birth, address, *rest]


def predictions(con: duckdb.DuckDBPyConnection, *, every_field: bool) -> SplinkDataFrame:
    """Scored pairs, a table of the connection."""
    api = DuckDBAPI(con)
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=comparisons(every_field=every_field),
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in RULES],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )
    tables = [api.register("debtors"), api.register("records")]
    linker = Linker(tables, settings, log_level=logging.ERROR)
    train = linker.training
    train.estimate_probability_two_random_records_match(
        [
            block_on("first", "last", "birth_date"),
            block_on("last", "phone"),
            block_on("first", "last", "address"),
        ],
        recall=0.5,
    )
    train.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    train.estimate_parameters_using_expectation_maximisation(block_on("first", "last"))
    train.estimate_parameters_using_expectation_maximisation(block_on("birth_date"))
    return linker.inference.predict(threshold_match_probability=0.01)


def completeness(con: duckdb.DuckDBPyConnection, world: Path) -> float:
    """Share of the true pairs that a blocking rule keeps."""
    kept = " OR ".join(
        "coalesce(" + " AND ".join(f"l.{column} = r.{column}" for column in rule) + ", false)"
        for rule in RULES
    )
    return share_kept(con, kept, world)


def share_kept(con: duckdb.DuckDBPyConnection, kept: str, world: Path) -> float:
    """Share of the true pairs for which the SQL condition ``kept`` over l and r holds."""
    row = con.execute(
        f"""SELECT avg(CASE WHEN {kept} THEN 1.0 ELSE 0.0 END)
        FROM read_csv('{world / "truth.csv"}', all_varchar=true) t
        JOIN debtors l ON l.unique_id = t.debtor_id JOIN records r ON r.unique_id = t.record_id
        WHERE t.kind = 'same'"""
    ).fetchone()
    return float(row[0]) if row else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--every-field", action="store_true", help="also middle name, suffix and phone")
    parser.add_argument("--complete", action="store_true", help="also say which true pairs blocking keeps")
    given = parser.parse_args()
    start = time.perf_counter()
    con = duckdb.connect()
    load(con, given.world)
    found = predictions(con, every_field=given.every_field)
    con.execute(
        f"""COPY (SELECT unique_id_l, unique_id_r, match_probability FROM {found.physical_name})
        TO '{given.out.with_suffix(".csv")}' (HEADER)"""
    )
    seconds = time.perf_counter() - start
    blocked = completeness(con, given.world) if given.complete else None
    given.out.write_text(json.dumps({"seconds": seconds, "blocked": blocked}))


if __name__ == "__main__":
    main()
