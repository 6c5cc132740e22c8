"""Dates of a row: birth, and what the row says of its own date."""

from datetime import date

import polars as pl

_FORMATS = ("%Y-%m-%d", "%m/%d/%Y", "%Y%m%d", "%m-%d-%Y", "%m%d%Y")


def parse_dates(expr: pl.Expr, date_format: str) -> pl.Expr:
    """Dates of ``expr``."""
    head = expr.str.slice(0, 10)
    formats = (date_format,) if date_format else _FORMATS
    return pl.coalesce(*[head.str.to_date(f, strict=False) for f in formats])


def birth_columns(
    birth_date: pl.Expr | None, birth_year: pl.Expr | None, age: pl.Expr | None, date_format: str, today: date
) -> list[pl.Expr]:
    """birth_date, birth_year, birth_year_slack."""
    born = pl.lit(None, dtype=pl.Date) if birth_date is None else parse_dates(birth_date, date_format)
    year = (
        pl.lit(None, dtype=pl.Int16)
        if birth_year is None
        else birth_year.cast(pl.Float64, strict=False).cast(pl.Int16)
    )
    counted = (
        pl.lit(None, dtype=pl.Int16)
        if age is None
        else (today.year - age.cast(pl.Int16, strict=False)).cast(pl.Int16)
    )
    stated = pl.coalesce(born.dt.year().cast(pl.Int16), year)
    return [
        born.alias("birth_date"),
        pl.coalesce(stated, counted).alias("birth_year"),
        pl.when(stated.is_not_null())
        .then(0)
        .when(counted.is_not_null())
        .then(1)
        .cast(pl.Int8)
        .alias("birth_year_slack"),
    ]


def as_of_date(expr: pl.Expr | None, date_format: str) -> pl.Expr:
    """The row's own date."""
    return pl.lit(None, dtype=pl.Date) if expr is None else parse_dates(expr, date_format)
