"""Conditions and sources of a mapping as expressions over rows of trimmed text."""

from collections.abc import Sequence

import polars as pl

from workbench.records.headers import canonical
from workbench.records.mapping import Condition, PersonSources, Source
from workbench.records.raw_chunk import ROW


def trimmed(frame: pl.DataFrame, nulls: Sequence[str], *, tight: bool = False) -> pl.DataFrame:
    """``frame`` with every text trimmed, and null where it is blank or one of ``nulls`` (any case).

    ``tight`` says that no text begins or ends with a blank, and none is empty.
    """
    columns = [c for c in frame.columns if c != ROW]
    if not tight:
        frame = frame.select_seq(ROW, *(pl.col(c).str.strip_chars() for c in columns))
    if nulls:
        nothing = sorted({"", *nulls, *(n.upper() for n in nulls), *(n.lower() for n in nulls)})
        kept = [pl.when(~pl.col(c).is_in(nothing)).then(pl.col(c)).alias(c) for c in columns]
    elif not tight:
        kept = [pl.when(pl.col(c) != "").then(pl.col(c)).alias(c) for c in columns]
    else:
        return frame
    return frame.select_seq(ROW, *kept)


def value(source: Source) -> pl.Expr | None:
    """The source's columns joined by one space, blanks left out; None for no source."""
    columns = [pl.col(canonical(c)) for c in source]
    if len(columns) <= 1:
        return columns[0] if columns else None
    return pl.concat_str(columns, separator=" ", ignore_nulls=True).replace("", None)


def header_again(person: PersonSources) -> pl.Expr | None:
    """Whether a row repeats the header: each name column holds its own name; None where there is none.

    Reports print the header anew on every page; it would be a person called LAST.
    """
    columns = [c for source in (person.last, person.first, person.whole) for c in source]
    if not columns:
        return None
    spelt = [
        pl.col(canonical(c)).is_in(sorted({c, c.strip(), c.upper(), c.lower(), c.title()})) for c in columns
    ]
    return pl.all_horizontal(spelt).fill_null(value=False)


def holds(condition: Condition) -> pl.Expr:
    """Whether the condition holds, never null."""
    column = pl.col(canonical(condition.column))
    if condition.one_of:
        answer = column.str.to_uppercase().is_in([v.upper() for v in condition.one_of])
    elif condition.contains:
        answer = column.str.to_uppercase().str.contains(condition.contains.upper(), literal=True)
    elif condition.positive:
        answer = column.str.replace_all(r"[$,\s]", "").cast(pl.Float64, strict=False) > 0
    else:
        answer = column.is_not_null()
    answer = answer.fill_null(value=False)
    return ~answer if condition.negate else answer
