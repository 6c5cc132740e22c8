"""Addresses of whole columns in the one form that records and debtors share.

Only what varies from row to row (the house number) is read by native expressions; everything behind it is
read once a distinct value by the scalar rules, so that a column and a single address agree.
"""

from typing import NamedTuple

import polars as pl

from workbench.model.party import PostalAddress
from workbench.normalize.address_rules import (
    BOXED,
    HOUSE_NUMBER,
    KEPT,
    house_form,
    rest_parts,
    two_line_parts,
)
from workbench.normalize.distinct import map_distinct, map_distinct_parts, patched
from workbench.normalize.one_line import one_line_address
from workbench.normalize.places import place_parts, state_form, zip_form
from workbench.normalize.spreading import Column, as_text, spread
from workbench.normalize.tables import ADDRESS_FIELDS
from workbench.normalize.text import fold_series, fold_text
from workbench.normalize.units import UNIT_ALONE, UNIT_AT_END, unit_form

_TEXT = pl.String()
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLACE_SCHEMA: dict[str, pl.DataType] = {"city": _TEXT, "state": _TEXT, "zip": _TEXT}
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


def _ends_off(lines: pl.Series) -> pl.DataFrame:
    """house, letter, label and the rest of folded lines, as ``address_rules.line_parts`` takes them off."""
    ends = lines.str.splitn(" ", 2).struct.unnest()
    token, rest = pl.col("field_0"), pl.col("field_1")
    is_house = (token.str.contains(f"^{HOUSE_NUMBER}$") & rest.is_not_null()).fill_null(value=False)
    frame = ends.with_columns(line=lines).select(
        number=pl.when(is_house).then(token.str.strip_chars_end(_LETTERS)),
        letter=pl.when(is_house).then(token.str.strip_chars_start("0123456789-")).replace("", None),
        rest=pl.when(is_house).then(rest).otherwise("line"),
    )
    ends_in_unit = pl.col("rest").str.contains(UNIT_AT_END) & ~pl.col("rest").str.contains(BOXED.pattern)
    where = frame.select(ends_in_unit.fill_null(value=False)).to_series().arg_true()
    tails = frame[where].select("rest", label=pl.col("rest").str.extract(UNIT_AT_END, 2))
    texts = tails.select(
        pl.col("rest").str.strip_suffix(pl.col("label")).str.strip_chars_end(" ")
    ).to_series()
    nothing = pl.repeat(None, len(lines), dtype=pl.String, eager=True)
    return frame.with_columns(
        rest=frame["rest"].scatter(where, texts),
        label=map_distinct(nothing.scatter(where, tails["label"]), unit_form),
    )


def _single_lines(lines: pl.Series) -> pl.DataFrame:
    """house, street, unit of folded single lines."""
    ends = _ends_off(lines)
    parts = map_distinct_parts(ends["rest"], rest_parts, _LINE_SCHEMA)
    number = ends["number"]
    hyphened = number.str.contains("-", literal=True).fill_null(value=False)
    own = patched(number.str.strip_chars_start("0"), hyphened, house_form)
    known = pl.any_horizontal(pl.col("house", "street", "unit").is_not_null())
    boxed = pl.col("house").str.starts_with("PO BOX").fill_null(value=False)
    placed = pl.col("own").is_not_null() & pl.col("street").is_not_null()
    label = pl.col("label").replace("", None)
    middle_unit = pl.when(label.is_null() | ~pl.col("unit").str.contains("/", literal=True)).then("unit")
    units = pl.concat_str(middle_unit, label, separator=" ", ignore_nulls=True).replace("", None)
    return parts.with_columns(ends["letter"], ends["label"], own=own.replace("", None)).select(
        house=pl.when(boxed & placed).then("own").when(known).then(pl.coalesce("house", "own")),
        street=pl.when(~boxed | placed).then("street"),
        unit=pl.when(known).then(pl.coalesce(units, "letter")),
    )


def _lines(first: pl.Series, second: pl.Series) -> pl.DataFrame:
    """house, street, unit of one or two raw lines."""
    one = fold_series(first, keep=KEPT)
    if second.null_count() == len(second):
        return _single_lines(one)
    two = fold_series(second, keep=KEPT)
    frame = pl.DataFrame({"one": one, "two": two}).with_columns(
        unit=(pl.col("two").str.contains(UNIT_ALONE) | pl.col("one").is_null()).fill_null(value=False)
    )
    joined = pl.concat_str("one", "two", separator=" ", ignore_nulls=True).replace("", None)
    odd = frame.select((pl.col("two").is_not_null() & ~pl.col("unit")).alias("odd")).to_series()
    parts = _single_lines(
        frame.select(pl.when("unit").then(joined).otherwise("one").alias("line")).to_series()
    )
    if not odd.any():
        return parts
    where = odd.arg_true()
    pairs = frame[where].select(pl.concat_str("one", "two", separator="\n")).to_series()
    rare = map_distinct_parts(pairs, lambda pair: two_line_parts(*pair.split("\n", 1)), _LINE_SCHEMA)
    return parts.select(parts[name].scatter(where, rare[name]) for name in _LINE_SCHEMA)


def zip5(expr: pl.Expr) -> pl.Expr:
    """``zip_form`` of every value."""
    return expr.map_batches(
        lambda series: map_distinct(series, zip_form), return_dtype=pl.String, is_elementwise=True
    )


def _assembled(given: pl.DataFrame, prefix: str) -> pl.DataFrame:
    """ADDRESS_FIELDS under ``prefix`` from raw line1, line2, city, state, zip."""
    tidy = pl.DataFrame([_tidied(column) for column in given])
    parts = _lines(tidy["line1"], tidy["line2"])
    place = map_distinct_parts(given["city"], place_parts, _PLACE_SCHEMA)
    state = map_distinct(given["state"], state_form).alias("state")
    zip_code = map_distinct(given["zip"], zip_form).alias("zip")
    place_raw = pl.concat_str("city", "state", "zip", separator=" ", ignore_nulls=True).replace("", None)
    whole = pl.concat_str("line1", "line2", place_raw, separator=", ", ignore_nulls=True)
    raw = tidy.select(raw=whole.replace("", None))
    return (
        pl.concat([raw, parts, place], how="horizontal")
        .select(
            "raw",
            "house",
            "street",
            "unit",
            "city",
            pl.coalesce(state, "state").alias("state"),
            pl.coalesce(zip_code, "zip").alias("zip"),
        )
        .rename(lambda name: f"{prefix}_{name}")
    )


def _tidied(text: pl.Series) -> pl.Series:
    """Raw text with blanks collapsed, "" as null."""
    gaps = text.str.contains(r"  |[^\S ]|[\x1c-\x1f]").fill_null(value=False).arg_true()
    if len(gaps):
        text = text.scatter(gaps, text.gather(gaps).str.replace_all(r"[\s\x1c-\x1f]+", " "))
    return text.str.strip_chars().replace("", None)


def line_from_parts(
    *,
    house: Column,
    street: Column,
    house_suffix: Column = None,
    predir: Column = None,
    street_type: Column = None,
    postdir: Column = None,
    unit_type: Column = None,
    unit: Column = None,
) -> pl.Expr:
    """One address line from a file's split columns; a house number read as a float loses its ``.0``."""
    number = as_text(house).str.strip_chars().str.replace(r"\.0+$", "")
    tail = [as_text(c).str.strip_chars() for c in (house_suffix, predir, street, street_type, postdir)]
    label = pl.coalesce(as_text(unit_type).str.strip_chars().replace("", None), pl.lit("#"))
    value = as_text(unit).str.strip_chars().str.replace(r"\.0+$", "").replace("", None)
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
    line1: Column,
    line2: Column = None,
    city: Column = None,
    state: Column = None,
    zip_code: Column = None,
) -> list[pl.Expr]:
    """``{prefix}_raw`` ... ``{prefix}_zip`` as ``tables`` defines them, for ``frame.select``.

    ``city`` may hold ``CITY, ST ZIP``; split columns go through ``line_from_parts`` first.
    """
    given = {"line1": line1, "line2": line2, "city": city, "state": state, "zip": zip_code}
    schema = {f"{prefix}_{name}": pl.String() for name in ADDRESS_FIELDS}
    return spread(lambda frame: _assembled(frame, prefix), given, schema)


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
