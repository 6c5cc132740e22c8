"""Run a scalar rule once a distinct value: how pure Python rules keep the pace of a million-row column."""

from collections.abc import Callable, Sequence

import numpy as np
import polars as pl


def _codes(series: pl.Series) -> tuple[pl.Series, list[str]]:
    """Row codes (UInt32, null where the value is) and the distinct values they index.

    A categorical of its own set numbers the values, as they come, several times faster than a hash join.
    """
    text = series if series.dtype == pl.String else series.cast(pl.String)
    if text.null_count() == len(text):
        return pl.repeat(None, len(text), dtype=pl.UInt32, eager=True).alias(series.name), []
    if not text.null_count() and text[0] == text[-1] and (text == text[0]).all():  # a file of one state, say
        return pl.repeat(0, len(text), dtype=pl.UInt32, eager=True).alias(series.name), [text[0]]
    codes = text.cast(pl.Categorical(pl.Categories.random())).to_physical()
    where = codes.is_not_null().arg_true().to_numpy()
    numbers = codes.drop_nulls().to_numpy()
    first = np.zeros(int(numbers.max()) + 1, dtype=np.int64)
    first[numbers[::-1]] = where[::-1]  # of several rows of a value the one assigned last, the first
    return codes, text[first].to_list()


class Distinct:
    """A column by its distinct values, found once for any number of rules."""

    def __init__(self, series: pl.Series) -> None:
        self._name = series.name
        self._codes, self._values = _codes(series)

    def texts(self, rule: Callable[[str], str | None]) -> pl.Series:
        """``rule`` of every value as a String series of the same name; null stays null."""
        results = pl.Series(self._name, [rule(value) for value in self._values], dtype=pl.String)
        return results.gather(self._codes) if self._values else self._codes.cast(pl.String)

    def parts(self, rule: Callable[[str], Sequence[object]], schema: dict[str, pl.DataType]) -> pl.DataFrame:
        """``rule`` of every value, a tuple in the order of ``schema``, as a frame; null gives nulls."""
        if not self._values:
            return nothing_of(schema, len(self._codes))
        rows = pl.DataFrame([rule(value) for value in self._values], schema=schema, orient="row")
        return rows.select_seq(pl.all().gather(self._codes))


def nothing_of(schema: dict[str, pl.DataType], height: int) -> pl.DataFrame:
    """A frame of nulls."""
    return pl.DataFrame([pl.repeat(None, height, dtype=t, eager=True).alias(n) for n, t in schema.items()])


def map_distinct(series: pl.Series, rule: Callable[[str], str | None]) -> pl.Series:
    """``rule`` of every value as a String series of the same name; null stays null."""
    return Distinct(series).texts(rule)


def map_distinct_parts(
    series: pl.Series, rule: Callable[[str], Sequence[object]], schema: dict[str, pl.DataType]
) -> pl.DataFrame:
    """``rule`` of every value, a tuple in the order of ``schema``, as a frame; null gives nulls."""
    return Distinct(series).parts(rule, schema)


def patched_parts(
    usual: pl.DataFrame, series: pl.Series, odd: pl.Series, rule: Callable[[str], Sequence[object]]
) -> pl.DataFrame:
    """``usual`` with the rows where ``odd`` is true given by ``rule``, a tuple of its columns.

    What a native expression cannot read is rare; only that is read one distinct value after the other.
    """
    where = odd.arg_true()
    if not len(where):
        return usual
    rare = map_distinct_parts(series.gather(where), rule, dict(usual.schema))
    return usual.select_seq(usual[name].scatter(where, rare[name]) for name in usual.columns)


def mapped(expr: pl.Expr, rule: Callable[[str], str | None]) -> pl.Expr:
    """``map_distinct`` as an expression."""
    return expr.map_batches(
        lambda series: map_distinct(series, rule), return_dtype=pl.String, is_elementwise=True
    )


def patched(series: pl.Series, mask: pl.Series, rule: Callable[[str], str | None]) -> pl.Series:
    """``rule`` applied only where ``mask`` is true: for the rare rows a native expression cannot read."""
    if not mask.any():
        return series
    where = mask.arg_true()
    return series.clone().scatter(where, map_distinct(series.gather(where), rule))


def listed(columns: Sequence[pl.Expr]) -> pl.Expr:
    """The distinct values of several text columns as a list in their order; an empty list for none."""
    if len(columns) > 1:
        return pl.concat_list(columns).list.drop_nulls().list.unique(maintain_order=True)
    return columns[0].map_batches(_alone, return_dtype=pl.List(pl.String), is_elementwise=True)


def _alone(series: pl.Series) -> pl.Series:
    """Lists of one value each, empty ones for none; evaluated here, so that the values are made once."""
    nothing = pl.lit([], dtype=pl.List(pl.String))
    made = pl.when(pl.col("v").is_not_null()).then(pl.concat_list("v")).otherwise(nothing)
    return series.to_frame("v").select_seq(made.alias(series.name)).to_series()
