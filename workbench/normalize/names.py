"""Names of whole columns in the one form that records and debtors share.

Every function that gives several columns returns one struct expression; ``.struct.unnest()`` (already
applied by the ``*_columns`` functions) spreads it with one evaluation.
"""

from collections.abc import Sequence

import polars as pl

from workbench.model.party import PersonName
from workbench.normalize.distinct import map_distinct, map_distinct_parts
from workbench.normalize.name_rules import (
    NameOrder,
    NameParts,
    first_parts,
    last_parts,
    middle_form,
    suffix_form,
    whole_parts,
)
from workbench.normalize.owners import owners_of
from workbench.normalize.tables import NAME_SCHEMA

PARTS = ("first", "middle", "last", "suffix", "former_last")

_WHOLE_SCHEMA: dict[str, pl.DataType] = {name: pl.String() for name in PARTS}


def _column(column: str | pl.Expr | None) -> pl.Expr:
    """A column by its name, an expression as it is, nothing as null text."""
    if column is None:
        return pl.lit(None, dtype=pl.String)
    return (pl.col(column) if isinstance(column, str) else column).cast(pl.String)


def _split_names(columns: Sequence[pl.Series]) -> pl.Series:
    """NAME_SCHEMA as a struct from raw first, middle, last, suffix, former."""
    length = max(len(column) for column in columns)
    first, middle, last, suffix, former = (
        c.new_from_index(0, length) if len(c) < length else c for c in columns
    )
    firsts = map_distinct_parts(first, first_parts, {k: pl.String() for k in ("first", "extra", "f_suffix")})
    lasts = map_distinct_parts(last, last_parts, {k: pl.String() for k in ("last", "l_suffix")})
    formers = map_distinct_parts(former, last_parts, {k: pl.String() for k in ("former_last", "x_suffix")})
    raw = pl.DataFrame({"a": first, "b": middle, "c": last, "d": suffix}).select(
        name_raw=pl.concat_str(pl.all().str.strip_chars().replace("", None), separator=" ", ignore_nulls=True)
    )
    frame = pl.concat([raw, firsts, lasts, formers], how="horizontal").with_columns(
        m=map_distinct(middle, middle_form), s=map_distinct(suffix, suffix_form)
    )
    return frame.select(
        pl.col("name_raw").replace("", None),
        "first",
        pl.coalesce("m", "extra").alias("middle"),
        "last",
        pl.coalesce("s", "l_suffix", "f_suffix").alias("suffix"),
        pl.when(pl.col("former_last") != pl.col("last").fill_null(""))
        .then("former_last")
        .alias("former_last"),
    ).to_struct("name")


def name_columns(
    *,
    first: str | pl.Expr | None,
    last: str | pl.Expr,
    middle: str | pl.Expr | None = None,
    suffix: str | pl.Expr | None = None,
    former: str | pl.Expr | None = None,
) -> list[pl.Expr]:
    """NAME_SCHEMA from split name columns, for ``frame.select``.

    Suffixes and titles inside a first or last name are moved or dropped; a middle initial behind the first
    name is used when the middle column is empty.
    """
    columns = [_column(c) for c in (first, middle, last, suffix, former)]
    struct = pl.map_batches(columns, _split_names, return_dtype=pl.Struct(NAME_SCHEMA), is_elementwise=True)
    return [struct.struct.unnest()]


def _whole_names(series: pl.Series, order: NameOrder) -> pl.Series:
    """NAME_SCHEMA as a struct from whole names."""

    def rule(text: str) -> tuple[str | None, ...]:
        return tuple(part or None for part in whole_parts(text, order))

    parts = map_distinct_parts(series, rule, _WHOLE_SCHEMA)
    raw = series.cast(pl.String).str.strip_chars().rename("name_raw")
    return parts.insert_column(0, raw).with_columns(pl.col("name_raw").replace("", None)).to_struct("name")


def whole_name_columns(column: str | pl.Expr, order: NameOrder = "auto") -> list[pl.Expr]:
    """NAME_SCHEMA from one column of whole names of one person each, for ``frame.select``.

    ``order`` speaks for values without a comma; with one, what precedes it is the surname.
    """
    struct = _column(column).map_batches(
        lambda series: _whole_names(series, order), return_dtype=pl.Struct(NAME_SCHEMA), is_elementwise=True
    )
    return [struct.struct.unnest()]


def split_owners(column: str | pl.Expr, order: NameOrder = "last_first") -> pl.Expr:
    """Lists of whole names, one an owner, each fit for ``whole_name_columns`` in the same order; null for none."""

    def split(series: pl.Series) -> pl.Series:
        joined = map_distinct(series, lambda text: "\n".join(owners_of(text, order)) or None)
        return joined.str.split("\n")

    return _column(column).map_batches(split, return_dtype=pl.List(pl.String), is_elementwise=True)


def parse_name(text: str, order: NameOrder = "auto") -> PersonName:
    """One whole name with the parts ``whole_name_columns`` gives it."""
    parts: NameParts = whole_parts(text, order)
    return PersonName(text, parts.first, parts.middle, parts.last, parts.suffix, parts.former_last)
