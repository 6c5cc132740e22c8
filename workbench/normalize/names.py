"""Names of whole columns in the one form that records and debtors share.

The ``*_columns`` functions give lists of expressions for ``frame.select``, eager: there they run once.
"""

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
from workbench.normalize.spreading import Column, as_text, spread
from workbench.normalize.tables import NAME_SCHEMA

PARTS = ("first", "middle", "last", "suffix", "former_last")

_WHOLE_SCHEMA: dict[str, pl.DataType] = {name: pl.String() for name in PARTS}


def _text_schema(*names: str) -> dict[str, pl.DataType]:
    """Text columns of these names."""
    return {name: pl.String() for name in names}


def _split_names(given: pl.DataFrame) -> pl.DataFrame:
    """NAME_SCHEMA from raw first, middle, last, suffix, former."""
    firsts = map_distinct_parts(given["first"], first_parts, _text_schema("first", "extra", "behind_first"))
    lasts = map_distinct_parts(given["last"], last_parts, _text_schema("last", "behind_last"))
    formers = map_distinct_parts(given["former"], last_parts, _text_schema("former_last", "behind_former"))
    bare = [pl.col(n).str.strip_chars().replace("", None) for n in ("first", "middle", "last", "suffix")]
    raw = given.select(name_raw=pl.concat_str(bare, separator=" ", ignore_nulls=True).replace("", None))
    middle = map_distinct(given["middle"], middle_form).alias("middle")
    suffix = map_distinct(given["suffix"], suffix_form).alias("suffix")
    changed = pl.col("former_last") != pl.col("last").fill_null("")
    return pl.concat([raw, firsts, lasts, formers], how="horizontal").select(
        "name_raw",
        "first",
        pl.coalesce(middle, "extra").alias("middle"),
        "last",
        pl.coalesce(suffix, "behind_last", "behind_first").alias("suffix"),
        pl.when(changed).then("former_last").alias("former_last"),
    )


def name_columns(
    *,
    first: Column,
    last: Column,
    middle: Column = None,
    suffix: Column = None,
    former: Column = None,
) -> list[pl.Expr]:
    """NAME_SCHEMA from split name columns, for ``frame.select``.

    Suffixes and titles inside a first or last name are moved or dropped; a middle initial behind the first
    name is used when the middle column is empty.
    """
    given = {"first": first, "middle": middle, "last": last, "suffix": suffix, "former": former}
    return spread(_split_names, given, NAME_SCHEMA)


def _whole_names(series: pl.Series, order: NameOrder) -> pl.DataFrame:
    """NAME_SCHEMA from whole names."""

    def rule(text: str) -> tuple[str | None, ...]:
        return tuple(part or None for part in whole_parts(text, order))

    raw = series.str.strip_chars().replace("", None).rename("name_raw")
    return map_distinct_parts(series, rule, _WHOLE_SCHEMA).insert_column(0, raw)


def whole_name_columns(column: Column, order: NameOrder = "auto") -> list[pl.Expr]:
    """NAME_SCHEMA from one column of whole names of one person each, for ``frame.select``.

    ``order`` speaks for values without a comma; with one, what precedes it is the surname.
    """
    return spread(lambda given: _whole_names(given["whole"], order), {"whole": column}, NAME_SCHEMA)


def split_owners(column: Column, order: NameOrder = "last_first") -> pl.Expr:
    """Lists of whole names, one an owner, fit for ``whole_name_columns`` in that order; null for none."""

    def split(series: pl.Series) -> pl.Series:
        joined = map_distinct(series, lambda text: "\n".join(owners_of(text, order)) or None)
        return joined.str.split("\n")

    return as_text(column).map_batches(split, return_dtype=pl.List(pl.String), is_elementwise=True)


def parse_name(text: str, order: NameOrder = "auto") -> PersonName:
    """One whole name with the parts ``whole_name_columns`` gives it."""
    parts: NameParts = whole_parts(text, order)
    return PersonName(text, parts.first, parts.middle, parts.last, parts.suffix, parts.former_last)
