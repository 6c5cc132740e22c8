"""The exported settings hold the numbers of the weights; in Splink they give the same scores."""

import math
import re
from datetime import date

import duckdb
import numpy as np
import polars as pl
import pytest
import splink
import sqlglot
from matching_builders import debtor, debtors_of, record, records_of

from workbench.matching import MatchSettings, Tombstones, load_weights
from workbench.matching.keys import KINDS
from workbench.matching.levels import FIELDS, NEUTRAL
from workbench.matching.nearest import FileFacts, nearest
from workbench.matching.splink_export import BLOCKING, adjusted, classes, divisor, key_column, splink_settings
from workbench.matching.splink_levels import NOT_EXPORTED, Dialect, conditions
from workbench.matching.splink_people import Inputs
from workbench.normalize.tables import Debtors

WEIGHTS = load_weights(None)


@pytest.mark.parametrize("dialect", list(Dialect))
def test_every_level_is_exported_once_with_its_numbers(dialect):
    for of in classes(WEIGHTS):
        settings = splink_settings(WEIGHTS, rows=50_000, of=of, dialect=dialect)
        assert settings["sql_dialect"] == dialect.value
        found = {}
        for comparison in settings["comparisons"]:
            levels = comparison["comparison_levels"]
            assert levels[0]["is_null_level"]
            assert levels[-1]["sql_condition"] == "ELSE"
            found |= {row["label_for_charts"]: row for row in levels}
        expected = {f"{f}.{n}" for f, names in FIELDS.items() for n in names if (f, n) not in NOT_EXPORTED}
        birth_null, null = {"birth.missing"}, {f"{f}.missing" for f in FIELDS}
        swapped_ssn = {"ssn4.placeholder"}  # part of the null level
        assert set(found) == expected - swapped_ssn
        assert birth_null <= null <= set(found)
        for label, row in found.items():
            field, name = label.split(".")
            if name == "missing":
                continue
            weight = WEIGHTS.levels[field][FIELDS[field].index(name)]
            if name in NEUTRAL:
                assert row["m_probability"] == row["u_probability"]
                continue
            kin = next((k for k in WEIGHTS.kin if k.name == of), None)
            assert row["m_probability"] == (weight.m if kin is None else kin.r(field, name, weight.r))
            assert row["u_probability"] == weight.u
            assert row.get("tf_adjustment_column", "") == (key_column(field, name) if weight.by else "")
        same, relative, stranger = WEIGHTS.priors(50_000)
        p = settings["probability_two_random_records_match"]
        share = next((k.share for k in WEIGHTS.kin if k.name == of), None)
        ours = (same if share is None else relative + math.log2(share)) - stranger
        assert math.log2(p / (1 - p)) == pytest.approx(ours)
    assert len(BLOCKING) == len(KINDS)


def test_what_is_divided_by_never_makes_a_relative_less_than_telling_nothing():
    cell = ("first", "nickname")
    weight = next(w for f, n, w in adjusted(WEIGHTS) if (f, n) == cell)
    assert divisor(WEIGHTS, *cell, "same", frequency=0.0) == weight.u
    assert divisor(WEIGHTS, *cell, "same", frequency=0.02) == 0.02
    for kin in WEIGHTS.kin:
        r = kin.r(*cell, weight.r)
        assert divisor(WEIGHTS, *cell, kin.name, frequency=0.5) == r
        assert divisor(WEIGHTS, *cell, kin.name, frequency=0.0) == weight.u
    assert len({kin.r(*cell, weight.r) for kin in WEIGHTS.kin}) == 2


def test_the_conditions_for_spark_say_what_those_for_duckdb_say():
    """Parsed as each dialect, with the functions that differ by name alone made equal."""
    alike = {"jaro_winkler": "jaro_winkler_similarity", "arrays_overlap": "list_has_any",
             "array_contains": "list_contains"}  # fmt: skip
    for field, rows in conditions(Dialect.SPARK).items():
        for (name, sql), (same_name, ours) in zip(rows, conditions(Dialect.DUCKDB)[field], strict=True):
            assert name == same_name
            if sql == "ELSE":
                continue
            sqlglot.parse_one(sql, read="spark")
            renamed = re.sub(r"\w+(?=\()", lambda found: alike.get(found[0], found[0]), sql)
            assert sqlglot.parse_one(renamed, read="duckdb") == sqlglot.parse_one(ours, read="duckdb")


BORN = date(1970, 3, 14)
PHONE, MANY = "9195550142", "9195550199"


def people():
    """Debtors and records that between them reach most levels; each debtor has one address."""
    ours = [
        debtor("ROBERT SMITH", birth_date=BORN, middle="WENDELL", phones=[PHONE], ssn4="4321"),
        debtor(
            "MARIA GARCIA-LOPEZ", home="12 OAK AVE", birth_year=1981, emails=["m@example.com"], suffix=None
        ),
        debtor(
            "JUDITH QUILLFEATHER", home="9 ELM ST", former_last="THISTLEWOOD", birth_date=date(1962, 5, 6)
        ),
        debtor(
            "JAMES JOHNSON",
            home="44 PINE RD",
            suffix="JR",
            birth_date=BORN,
            employer="LANTERN DINER",
            phones=[MANY],
        ),
    ]
    ours = [
        (row | {"debtor_id": f"d{n}", "account_id": f"a{n}"}, homes) for n, (row, homes) in enumerate(ours)
    ]
    rows = [
        record("ROBERT SMITH", home="118 MAPLE ST", birth_date=BORN, middle="W", phones=[PHONE], ssn4="4321"),
        record("BOB SMITH", birth_date=date(1970, 3, 15), middle="WENDALL", ssn4="4322", phones=[PHONE]),
        record("ROBERT SMYTH", birth_date=date(1970, 3, 1), ssn4="0000"), record("R SMITH", birth_year=1971),
        record("SMITH ROBERT", birth_date=date(1970, 9, 9)), record("WENDELL SMITH", birth_year=1970),
        record("ANN SMITH", home="118 MAPLE ST", birth_date=date(1999, 3, 14)),
        record("MARIA GARCIA", home="12 OAK AVE", unit="4", birth_year=1981, birth_year_slack=1),
        record("MARIE LOPEZ", home="90 OAK AVE", birth_year=1983, emails=["m@example.com"]),
        record("MARIA DIAZ", middle="GARCIA", birth_year=1982),
        record("JUDITH THISTLEWOOD", birth_date=date(1962, 6, 5), phones=["9195550001"]),
        record("JUDY QUILLFETHER", zip_="28801", city="ASHEVILLE", birth_date=date(1962, 5, 16)),
        record("JUDITH ABEL", middle="QUILLFEATHER", birth_date=date(1950, 1, 1)),
        record("JAMES JOHNSON", suffix="SR", birth_date=date(1944, 1, 2), employer="LANTERN DINER", home="44 PINE RD"),
        record("JIM JOHNSON", suffix="JR", birth_date=BORN, mailing="44 PINE RD", employer="OTHER"),
        record("JAMSE JOHNSON", birth_year=1970), record("JUDITH OKAFOR", zip_="27699", birth_date=date(1962, 5, 6)),
        *(record(f"{name} JOHNSON", phones=[MANY]) for name in ("AL", "BO", "CY", "DEE", "EDNA", "FAY", "GUS", "HAL")),
    ]  # fmt: skip
    return debtors_of(*ours), records_of(*rows)


def exported():
    debtors, rows = people()
    made = Inputs(debtors, WEIGHTS)
    records = pl.concat([made.record(rows.head(9)), made.record(rows.slice(9))])
    return made.debtors(), records, made.frequencies(), made.rows


def ours():
    """(debtor, record) → (bits, same, relative) of every pair of people()."""
    debtors, rows = people()
    found = {}
    for one in debtors.people["debtor_id"]:
        alone = Debtors(
            debtors.people.filter(pl.col("debtor_id") == one),
            debtors.addresses.filter(pl.col("debtor_id") == one),
        )
        near = nearest(
            alone, rows, FileFacts(rows.height, rows, {}, {}), weights=WEIGHTS, settings=MatchSettings(),
            tombstones=Tombstones(), most=1000,
        )  # fmt: skip
        for x in near:
            why = x.explanation
            relative = why.relative_start_bits + sum(f.relative_bits for f in why.fields)
            same = why.start_bits + sum(f.bits for f in why.fields)
            found[one, x.person.row_number] = (why.bits, same, relative, why.fields)
    return found


def test_the_columns_are_what_the_settings_name():
    debtors, records, frequencies, rows = exported()
    assert rows == records.height == 25
    assert set(debtors.columns) == set(records.columns)
    keys = {key_column(field, name) for field, name, _ in adjusted(WEIGHTS)}
    assert keys <= set(debtors.columns)
    assert set(frequencies["column"]) == keys
    assert records.select(pl.col(sorted(keys)).is_null().all()).row(0) == (True,) * len(keys)
    assert debtors.filter(pl.col("unique_id") == "d3")["own_phones"].to_list() == [
        []
    ]  # shared by nine people
    assert debtors.filter(pl.col("unique_id") == "d0")["own_phones"].to_list() == [[PHONE]]
    assert records["unique_id"].n_unique() == records.height
    named = " ".join(sql for rows_ in conditions(Dialect.DUCKDB).values() for _, sql in rows_)
    for column in debtors.columns:
        if not column.startswith("k_") and column not in {"unique_id", "sound", "home_key", "both_names"}:
            assert f"{column}_l" in named or f"{column}_r" in named, column


def test_splink_gives_our_score():
    """Same pairs, three scores each: within rounding, wherever a level can be said in SQL."""
    debtors, records, frequencies, rows = exported()
    con = duckdb.connect()
    weights = {}
    for of in classes(WEIGHTS):
        api = splink.DuckDBAPI(con)
        tables = []
        for name, frame in (("debtors", debtors), ("records", records)):
            con.register(f"{name}_{of}", frame.to_arrow())
            con.execute(f"CREATE TABLE {name}_{of}_t AS SELECT * FROM {name}_{of}")
            tables.append(api.register(f"{name}_{of}_t"))
        settings = splink_settings(WEIGHTS, rows=rows, of=of)
        settings["blocking_rules_to_generate_predictions"] = ["1=1"]
        linker = splink.Linker(tables, settings)
        for column in sorted(set(frequencies["column"])):
            own = frequencies.filter(pl.col("column") == column)
            table = own.select(pl.col("unique_id").alias(column), pl.col(of).alias(f"tf_{column}"))
            con.register(f"f_{of}_{column}", table.to_arrow())
            con.execute(f"CREATE TABLE t_{of}_{column} AS SELECT * FROM f_{of}_{column}")
            linker.table_management.register_term_frequency_lookup(api.register(f"t_{of}_{column}"), column)
        found = linker.inference.predict().physical_name
        sql = f"SELECT unique_id_l, unique_id_r, match_weight FROM {found}"
        weights[of] = {(left, right): weight for left, right, weight in con.sql(sql).fetchall()}
    compared, told = 0, set()
    for (one, row), (bits, same, relative, fields) in ours().items():
        if any(f.level == "address one typing error away" for f in fields):
            continue
        w_same, *kinds = (weights[of][one, f"{row}.0"] for of in classes(WEIGHTS))
        w_relative = max(kinds)
        assert w_same == pytest.approx(same, abs=0.001), (one, row, fields)
        assert w_relative == pytest.approx(relative, abs=0.001), (one, row, fields)
        assert w_same - np.logaddexp2(w_relative, 0.0) == pytest.approx(bits, abs=0.002)
        told |= {(f.field, f.level) for f in fields}
        compared += 1
    assert compared > 80
    assert len(told) >= 40  # of 58 levels that say something
