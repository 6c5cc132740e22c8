"""Addresses of whole columns in the one form that records and debtors share.

Only what varies from row to row (the house number) is read by native expressions; everything behind it is
read once a distinct value by the scalar rules, so that a column and a single address agree.
"""

from functools import cache
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
from workbench.normalize.distinct import Distinct, map_distinct, map_distinct_parts, patched
from workbench.normalize.line_starts import ODD_START, started
from workbench.normalize.one_line import PLACED, one_line_address, placed_lines
from workbench.normalize.places import own_city, place_parts, state_form, zip_form, zip_state
from workbench.normalize.spellings import Spellings
from workbench.normalize.spreading import Column, as_text, spread
from workbench.normalize.tables import ADDRESS_FIELDS
from workbench.normalize.text import fold_text, folded_at, unfolded
from workbench.normalize.units import LABELLED, NO_UNIT, UNIT_ALONE, UNIT_AT_END, UNIT_BEHIND, unit_form

_TEXT = pl.String()
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLACE_SCHEMA: dict[str, pl.DataType] = {"city": _TEXT, "state": _TEXT, "zip": _TEXT}
_LINE_SCHEMA: dict[str, pl.DataType] = {"house": _TEXT, "street": _TEXT, "unit": _TEXT}


_GIVEN_SCHEMA: dict[str, pl.DataType] = {
    **dict.fromkeys(("line1", "line2", "city", "state", "zip"), _TEXT),
    "split": pl.Boolean(),
}


class AddressParts(NamedTuple):
    """One address, fields as ``tables.ADDRESS_FIELDS``; None for what is absent."""

    raw: str | None = None
    house: str | None = None
    street: str | None = None
    unit: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None


def _labels_off(rests: pl.Series) -> tuple[pl.Series, pl.Series]:
    """(text before a designated unit, unit in its normal form), as ``units.unit_at_end`` takes it off."""
    labels = pl.repeat(None, len(rests), dtype=pl.String, eager=True)
    ends = rests.str.contains(UNIT_BEHIND).fill_null(value=False).arg_true()
    tails = rests.gather(ends)
    free = ~tails.str.contains(f"{BOXED.pattern}|{NO_UNIT}")
    ends, tails = ends.filter(free), tails.filter(free)
    if not len(ends):
        return rests, labels
    cut = tails.to_frame("tail").with_columns_seq(at=pl.col("tail").str.find(UNIT_BEHIND))
    first = pl.col("at") == 0
    cut = (
        cut.select_seq(
            text=pl.when(first)
            .then(pl.col("tail").str.extract(UNIT_AT_END, 1))
            .otherwise(pl.col("tail").str.head("at")),
            label=pl.when(first)
            .then(pl.col("tail").str.extract(UNIT_AT_END, 2))
            .otherwise(pl.col("tail").str.slice("at")),
        )
        if cut.select_seq(first.any()).item()
        else cut.select_seq(text=pl.col("tail").str.head("at"), label=pl.col("tail").str.slice("at"))
    )
    found = cut["label"].is_not_null()
    ends, cut = ends.filter(found), cut.filter(found)
    texts = cut["text"].str.strip_chars_end(" ")
    return rests.scatter(ends, texts), labels.scatter(ends, map_distinct(cut["label"], unit_form))


def _numbers_off(lines: pl.Series) -> pl.DataFrame:
    """The house number (``own``) in its normal form), letter and rest of folded lines."""
    ends = lines.str.splitn(" ", 2).struct.unnest()
    token, rest = ends["field_0"], ends["field_1"]
    plain = token.str.contains("^[1-9][0-9]*$")
    house = (plain & rest.is_not_null()).fill_null(value=False)
    frame = pl.DataFrame({"line": lines, "token": token, "rest": rest, "house": house}).select_seq(
        own=pl.when("house").then("token"),
        letter=pl.lit(None, dtype=pl.String),
        rest=pl.when("house").then("rest").otherwise("line"),
    )
    odd = (~plain & rest.is_not_null()).fill_null(value=False).arg_true()
    odd = odd.filter(token.gather(odd).str.contains(f"^{HOUSE_NUMBER}$"))
    if not len(odd):
        return frame
    tokens = token.gather(odd)
    own = map_distinct(tokens.str.strip_chars_end(_LETTERS), lambda text: house_form(text) or None)
    letter = tokens.str.extract("^[0-9-]+([A-Z])$", 1)
    return frame.select_seq(
        frame["own"].scatter(odd, own),
        frame["letter"].scatter(odd, letter),
        frame["rest"].scatter(odd, rest.gather(odd)),
    )


@cache
def _streets() -> Spellings:
    """The parts of what stands behind a house number: many a file, the same in every chunk."""

    def read(rests: pl.Series) -> pl.DataFrame:
        return pl.DataFrame([rest_parts(rest or "") for rest in rests], schema=_LINE_SCHEMA, orient="row")

    return Spellings(read)


def _single_lines(lines: pl.Series) -> pl.DataFrame:
    """house, street, unit of folded single lines, as ``address_rules.line_parts`` gives them."""
    lines = patched(lines, lines.str.contains(ODD_START).fill_null(value=False), started)
    ends = _numbers_off(lines)
    rest, labels = _labels_off(ends["rest"])
    parts = _streets().of(rest)
    known = pl.any_horizontal(pl.col("house", "street", "unit").is_not_null())
    boxed = pl.col("house").str.starts_with("PO BOX").fill_null(value=False)
    placed = pl.col("own").is_not_null() & pl.col("street").is_not_null()
    label = pl.col("label").replace("", None)
    middle_unit = pl.when(label.is_null() | ~pl.col("unit").str.contains("/", literal=True)).then("unit")
    units = pl.concat_str(middle_unit, label, separator=" ", ignore_nulls=True).replace("", None)
    return parts.with_columns_seq(ends["own"], ends["letter"], labels.alias("label")).select_seq(
        house=pl.when(boxed & placed).then("own").when(known).then(pl.coalesce("house", "own")),
        street=pl.when(~boxed | placed).then("street"),
        unit=pl.when(known).then(pl.coalesce(units, "letter")),
    )


def _lines(one: pl.Series, two: pl.Series) -> pl.DataFrame:
    """house, street, unit of one or two folded lines."""
    if two.null_count() == len(two):
        return _single_lines(one)
    is_unit = pl.col("two").str.contains(UNIT_ALONE) & ~pl.col("two").str.contains(NO_UNIT)
    frame = pl.DataFrame({"one": one, "two": two}).with_columns_seq(
        unit=(is_unit | pl.col("one").is_null()).fill_null(value=False)
    )
    joined = pl.concat_str("one", "two", separator=" ", ignore_nulls=True).replace("", None)
    odd = frame.select_seq((pl.col("two").is_not_null() & ~pl.col("unit")).alias("odd")).to_series()
    parts = _single_lines(
        frame.select_seq(pl.when("unit").then(joined).otherwise("one").alias("line")).to_series()
    )
    if not odd.any():
        return parts
    where = odd.arg_true()
    pairs = frame[where].select_seq(pl.concat_str("one", "two", separator="\n")).to_series()
    rare = map_distinct_parts(pairs, lambda pair: two_line_parts(*pair.split("\n", 1)), _LINE_SCHEMA)
    return parts.select_seq(parts[name].scatter(where, rare[name]) for name in _LINE_SCHEMA)


def zip5(expr: pl.Expr) -> pl.Expr:
    """``zip_form`` of every value."""
    return expr.map_batches(
        lambda series: map_distinct(series, zip_form), return_dtype=pl.String, is_elementwise=True
    )


def _assembled(given: pl.DataFrame, prefix: str) -> pl.DataFrame:
    """ADDRESS_FIELDS under ``prefix`` from raw line1, line2, city, state, zip."""
    given = _unplaced(given)
    (first, one), (second, two) = (_tidied(given[name]) for name in ("line1", "line2"))
    city, state, zip_code = (Distinct(given[name]) for name in ("city", "state", "zip"))
    tidy = pl.DataFrame([first, second, *(column.texts(_joined) for column in (city, state, zip_code))])
    parts = _lines(one, two)
    place = city.parts(place_parts, _PLACE_SCHEMA)
    other = {"whole_city": city.texts(own_city)}
    own = {"own_state": state.texts(state_form), "own_zip": zip_code.texts(zip_form)}
    own["zip_state"] = zip_code.texts(lambda text: zip_state(zip_form(text)))
    place_raw = pl.concat_str("city", "state", "zip", separator=" ", ignore_nulls=True).replace("", None)
    whole = pl.concat_str("line1", "line2", place_raw, separator=", ", ignore_nulls=True)
    raw = tidy.select_seq(raw=whole.replace("", None))
    return (
        pl.concat([raw, parts, place, pl.DataFrame(own | other)], how="horizontal")
        .select_seq(
            "raw",
            "house",
            "street",
            "unit",
            pl.when(pl.col("own_state") != pl.col("state"))
            .then(pl.coalesce("whole_city", "city"))
            .otherwise("city")
            .alias("city"),
            pl.coalesce("own_state", "state", "zip_state").alias("state"),
            pl.coalesce("own_zip", "zip").alias("zip"),
        )
        .rename(lambda name: f"{prefix}_{name}")
    )


def _unplaced(given: pl.DataFrame) -> pl.DataFrame:
    """The columns with a place that stands in the lines moved to its own columns, where these are blank."""
    ends = given.select_seq(pl.coalesce(pl.col("line2", "line1"))).to_series()
    where = ends.str.contains(PLACED).fill_null(value=False).arg_true()
    if not len(where):
        return given
    pairs = (
        given[where]
        .select_seq(pl.concat_str(pl.col("line1", "line2").fill_null(""), separator="\n"))
        .to_series()
    )
    found = map_distinct_parts(pairs, _taken_apart, _GIVEN_SCHEMA)
    own = given[where]
    split = pl.col("split")
    moved = pl.concat([own.select_seq(pl.all().name.prefix("own_")), found], how="horizontal").select_seq(
        *(pl.when(split).then(n).otherwise(f"own_{n}").alias(n) for n in ("line1", "line2")),
        *(pl.coalesce(f"own_{n}", n).alias(n) for n in ("city", "state", "zip")),
    )
    return given.select_seq(given[n].cast(_TEXT).scatter(where, moved[n]) for n in moved.columns)


def _taken_apart(pair: str) -> tuple[str | bool | None, ...]:
    """The lines and the place of two lines that hold both, and whether they do."""
    found = placed_lines(*pair.split("\n", 1))
    if found is None:
        return (None, None, None, None, None, False)
    texts = (found.line1, found.line2, found.city, found.state, found.zip_code)
    return (*(text or None for text in texts), True)


def _joined(text: str) -> str | None:
    """One text with blanks collapsed; None for nothing."""
    return " ".join(text.split()) or None


def _folded_line(text: str) -> str:
    """An address line folded; the ``%`` of older files is C/O."""
    text = text.strip()
    return fold_text(f"C/O {text[1:]}" if text.startswith("%") else text, keep=KEPT)


def _tidied(text: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Raw text with blanks collapsed, "" as null; and the same folded."""
    if text.null_count() == len(text):
        return text, text
    loose = unfolded(text, keep=KEPT)
    own = text.gather(loose)
    gaps = own.str.contains(r"  |^ | $|^$|[^\S ]|[\x1c-\x1f]").arg_true()
    if len(gaps):
        tight = own.gather(gaps).str.replace_all(r"[\s\x1c-\x1f]+", " ").str.strip_chars(" ")
        text = text.scatter(loose.gather(gaps), tight.replace("", None))
    cared = text.str.starts_with("%").fill_null(value=False)
    folded = folded_at(text, loose, keep=KEPT)
    where = cared.arg_true()
    if len(where):
        folded = folded.scatter(where, map_distinct(text.gather(where), _folded_line))
    return text, folded


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
    designated = pl.when(value.str.contains(LABELLED)).then(value).otherwise(label + " " + value)
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

    ``city`` may hold ``CITY, ST ZIP``; split columns go through ``line_from_parts`` first.  A state that is
    nowhere written is the one the ZIP is in.
    """
    given = {"line1": line1, "line2": line2, "city": city, "state": state, "zip": zip_code}
    schema = {f"{prefix}_{name}": pl.String() for name in ADDRESS_FIELDS}
    return spread(lambda frame: _assembled(frame, prefix), given, schema)


def _without_place(given: PostalAddress) -> PostalAddress:
    """The address with a place that stands in its lines moved to its own fields, where they are blank."""
    found = placed_lines(*(" ".join(line.split()) for line in (given.line1, given.line2)))
    if found is None:
        return given
    return PostalAddress(
        found.line1,
        found.line2,
        given.city or found.city,
        given.state or found.state,
        given.zip_code or found.zip_code,
    )


def parse_address(given: PostalAddress | str) -> AddressParts:
    """One address with the parts ``address_columns`` gives the same texts; a str is taken apart first."""
    address = one_line_address(given) if isinstance(given, str) else _without_place(given)
    city, state, zip_code = place_parts(address.city)
    own_state = state_form(address.state)
    if own_state and state and own_state != state:
        city = own_city(address.city) or city
    line = two_line_parts(_folded_line(address.line1), _folded_line(address.line2))
    place = " ".join(
        t for t in (" ".join(p.split()) for p in (address.city, address.state, address.zip_code)) if t
    )
    lines = [" ".join(p.split()) for p in (address.line1, address.line2)]
    raw = ", ".join(t for t in (*lines, place) if t)
    own_zip = zip_form(address.zip_code)
    return AddressParts(
        raw or None, line.house, line.street, line.unit, city,
        own_state or state or zip_state(own_zip), own_zip or zip_code,
    )  # fmt: skip
