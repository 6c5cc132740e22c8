"""Addresses of whole columns in the one form that records and debtors share.

Only what varies from row to row (the house number) is read by native expressions; everything behind it is
read once a distinct value by the scalar rules, so that a column and a single address agree.
"""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from workbench.model.party import PostalAddress
from workbench.normalize.address_rules import HOUSE, KEPT, UNIT_START, house_form, rest_parts, two_line_parts
from workbench.normalize.distinct import map_distinct, map_distinct_parts, patched
from workbench.normalize.one_line import one_line_address
from workbench.normalize.places import place_parts, state_form, zip_form
from workbench.normalize.tables import ADDRESS_FIELDS
from workbench.normalize.text import fold_series, fold_text

_TEXT = pl.String()
_LINE_SCHEMA: dict[str, pl.DataType] = {"house": _TEXT, "street": _TEXT, "unit": _TEXT}


class AddressParts(NamedTuple):
    """One address, fields as ``tables.ADDRESS_FIELDS``; None for what is absent."""

    raw: str | None = None
    house: str | None = None
    street: str | None = None
    unit: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None


def _column(column: str | pl.Expr | None) -> pl.Expr:
    """A column by its name, an expression as it is, nothing as null text."""
    if column is None:
        return pl.lit(None, dtype=pl.String)
    return (pl.col(column) if isinstance(column, str) else column).cast(pl.String)


def _single_lines(lines: pl.Series) -> pl.DataFrame:
    """house, street, unit of folded single lines."""
    split = lines.to_frame("line").select(
        house=pl.col("line").str.extract(HOUSE, 1),
        letter=pl.col("line").str.extract(HOUSE, 2),
        rest=pl.coalesce(pl.col("line").str.extract(HOUSE, 3), "line"),
    )
    parts = map_distinct_parts(split["rest"], rest_parts, _LINE_SCHEMA)
    house = split["house"]
    house = patched(
        house.str.strip_chars_start("0"), house.str.contains("-").fill_null(value=False), house_form
    )
    empty = pl.all_horizontal(pl.col("house", "street", "unit").is_null())
    return parts.with_columns(own=house, letter=split["letter"]).select(
        house=pl.when(~empty).then(pl.coalesce("house", "own")).replace("", None),
        street="street",
        unit=pl.when(~empty).then(pl.coalesce("unit", pl.col("letter").replace("", None))),
    )


def _lines(first: pl.Series, second: pl.Series) -> pl.DataFrame:
    """house, street, unit of one or two raw lines."""
    one = fold_series(first, keep=KEPT)
    if second.null_count() == len(second):
        return _single_lines(one)
    two = fold_series(second, keep=KEPT)
    frame = pl.DataFrame({"one": one, "two": two}).with_columns(
        unit=pl.col("two").str.contains(UNIT_START).fill_null(value=False) & pl.col("one").is_not_null()
    )
    joined = pl.when("unit").then(pl.concat_str("one", "two", separator=" "))
    plain = pl.when(pl.col("unit") | pl.col("two").is_null()).then(pl.coalesce(joined, "one"))
    frame = frame.with_columns(plain=plain, odd=pl.col("two").is_not_null() & ~pl.col("unit"))
    parts = _single_lines(frame["plain"])
    if not frame["odd"].any():
        return parts
    pairs = frame.select(
        pl.when("odd").then(pl.concat_str(pl.col("one").fill_null(""), "two", separator="\n"))
    ).to_series()
    rare = map_distinct_parts(pairs, lambda pair: two_line_parts(*pair.split("\n", 1)), _LINE_SCHEMA)
    odd = frame["odd"]
    return parts.select(
        pl.when(odd).then(rare[name]).otherwise(pl.col(name)).alias(name) for name in _LINE_SCHEMA
    )


def zip5(expr: pl.Expr) -> pl.Expr:
    """``zip_form`` of every value."""
    return expr.map_batches(
        lambda series: map_distinct(series, zip_form), return_dtype=pl.String, is_elementwise=True
    )


def _place_from_city(cities: pl.Series) -> pl.DataFrame:
    """city, state, zip of city values, some of which hold all three (``CHAPEL HILL, NC 27514``)."""
    schema: dict[str, pl.DataType] = {"city": _TEXT, "state": _TEXT, "zip": _TEXT}
    return map_distinct_parts(cities, place_parts, schema)


def _assembled(columns: Sequence[pl.Series], prefix: str) -> pl.Series:
    """The address struct from raw line1, line2, city, state, zip."""
    length = max(len(column) for column in columns)
    line1, line2, city, state, zip_code = (
        c.new_from_index(0, length) if len(c) < length else c for c in columns
    )
    parts = _lines(line1, line2)
    place = _place_from_city(city)
    frame = pl.concat(
        [
            parts,
            place.rename({"state": "c_state", "zip": "c_zip"}),
            pl.DataFrame({"l1": line1, "l2": line2, "c": city, "s": state, "z": zip_code}),
            pl.DataFrame({"state": map_distinct(state, state_form), "zip": map_distinct(zip_code, zip_form)}),
        ],
        how="horizontal",
    )
    place_raw = pl.concat_str(_clean("c"), _clean("s"), _clean("z"), separator=" ", ignore_nulls=True)
    raw = pl.concat_str(
        _clean("l1"), _clean("l2"), place_raw.replace("", None), separator=", ", ignore_nulls=True
    )
    return (
        frame.select(
            raw.replace("", None).alias("raw"),
            "house",
            "street",
            "unit",
            "city",
            pl.coalesce("state", "c_state"),
            pl.coalesce("zip", "c_zip"),
        )
        .rename(lambda name: f"{prefix}_{name}")
        .to_struct(prefix)
    )


def _clean(name: str) -> pl.Expr:
    """A raw column with blanks collapsed, "" as null."""
    return pl.col(name).str.replace_all(r"\s+", " ").str.strip_chars().replace("", None)


def line_from_parts(
    *,
    house: str | pl.Expr | None,
    street: str | pl.Expr | None,
    house_suffix: str | pl.Expr | None = None,
    predir: str | pl.Expr | None = None,
    street_type: str | pl.Expr | None = None,
    postdir: str | pl.Expr | None = None,
    unit_type: str | pl.Expr | None = None,
    unit: str | pl.Expr | None = None,
) -> pl.Expr:
    """One address line from a file's split columns; a house number read as a float loses its ``.0``."""
    number = _column(house).str.strip_chars().str.replace(r"\.0+$", "")
    tail = [_column(c).str.strip_chars() for c in (house_suffix, predir, street, street_type, postdir)]
    label = pl.coalesce(_column(unit_type).str.strip_chars().replace("", None), pl.lit("#"))
    value = _column(unit).str.strip_chars().str.replace(r"\.0+$", "").replace("", None)
    designated = (
        pl.when(value.str.contains(r"^[#]|^(?i:apt|unit|ste|lot)\b"))
        .then(value)
        .otherwise(label + " " + value)
    )
    whole = [part.replace("", None) for part in (number, *tail)]
    return pl.concat_str(*whole, designated, separator=" ", ignore_nulls=True).replace("", None)


def address_columns(
    prefix: str = "address",
    *,
    line1: str | pl.Expr | None,
    line2: str | pl.Expr | None = None,
    city: str | pl.Expr | None = None,
    state: str | pl.Expr | None = None,
    zip_code: str | pl.Expr | None = None,
) -> list[pl.Expr]:
    """``{prefix}_raw`` ... ``{prefix}_zip`` as ``tables`` defines them, for ``frame.select``.

    ``city`` may hold ``CITY, ST ZIP``; split columns go through ``line_from_parts`` first.
    """
    columns = [_column(c) for c in (line1, line2, city, state, zip_code)]
    schema = {f"{prefix}_{name}": pl.String() for name in ADDRESS_FIELDS}
    struct = pl.map_batches(
        columns,
        lambda series: _assembled(series, prefix),
        return_dtype=pl.Struct(schema),
        is_elementwise=True,
    )
    return [struct.struct.unnest()]


def parse_address(given: PostalAddress | str) -> AddressParts:
    """One address with the parts ``address_columns`` gives the same texts; a str is taken apart first."""
    address = one_line_address(given) if isinstance(given, str) else given
    city, state, zip_code = place_parts(address.city)
    line = two_line_parts(fold_text(address.line1, keep=KEPT), fold_text(address.line2, keep=KEPT))
    place = " ".join(
        t for t in (" ".join(p.split()) for p in (address.city, address.state, address.zip_code)) if t
    )
    lines = [" ".join(p.split()) for p in (address.line1, address.line2)]
    raw = ", ".join(t for t in (*lines, place) if t)
    return AddressParts(
        raw or None, line.house, line.street, line.unit, city,
        state_form(address.state) or state, zip_form(address.zip_code) or zip_code,
    )  # fmt: skip
