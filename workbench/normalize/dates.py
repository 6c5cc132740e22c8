"""Dates of whole columns: births with what is known of them, and plain dates."""

from datetime import date

import polars as pl

from workbench.normalize.date_rules import (
    OLDEST_AGE,
    DateReading,
    DateStyle,
    date_style,
    read_birth,
    read_date,
)
from workbench.normalize.distinct import map_distinct_parts
from workbench.normalize.spreading import Column, as_text, spread

BIRTH_SCHEMA: dict[str, pl.DataType] = {
    "birth_date": pl.Date(),
    "birth_year": pl.Int16(),
    "birth_year_slack": pl.Int8(),
    "birth_placeholder": pl.Boolean(),
}
"""What ``birth_columns`` gives; ``birth_placeholder`` is true where a value was refused as a filler."""

_READING: dict[str, pl.DataType] = {"day": pl.Date(), "year": pl.Int16(), "placeholder": pl.Boolean()}


def column_style(series: pl.Series) -> DateStyle:
    """The style of a column from all its values; decide once a file, not once a chunk."""
    return date_style(series.cast(pl.String).drop_nulls().unique().to_list())


def _births(given: pl.DataFrame, style: DateStyle | None, today: date, as_of: int) -> pl.DataFrame:
    """BIRTH_SCHEMA from raw born, year and age."""
    born, year, age = given["born"], given["year"], given["age"]
    own = style or column_style(born)
    dates = map_distinct_parts(born, lambda text: read_birth(text, own, today), _READING)
    years = map_distinct_parts(year, lambda text: read_birth(text, own, today), _READING)
    ages = age.str.strip_chars().str.replace(r"\.0+$", "").cast(pl.Int16, strict=False)
    frame = dates.rename({"day": "birth_date"}).with_columns(
        stated=years["year"], year_placeholder=years["placeholder"], age=ages
    )
    computed = pl.when(pl.col("age").is_between(1, OLDEST_AGE)).then(as_of - pl.col("age"))
    stated = pl.coalesce("year", "stated")
    return frame.select(
        "birth_date",
        pl.coalesce(stated, computed).cast(pl.Int16).alias("birth_year"),
        pl.when(stated.is_not_null())
        .then(0)
        .when(computed.is_not_null())
        .then(1)
        .cast(pl.Int8)
        .alias("birth_year_slack"),
        pl.any_horizontal("placeholder", "year_placeholder")
        .fill_null(value=False)
        .alias("birth_placeholder"),
    )


def birth_columns(
    *,
    born: Column = None,
    year: Column = None,
    age: Column = None,
    today: date,
    age_as_of: int | None = None,
    style: DateStyle | None = None,
) -> list[pl.Expr]:
    """BIRTH_SCHEMA from a birth date, a birth year and an age column, for ``frame.select``.

    A date wins over a year, a year over an age; ``age_as_of`` is the year the ages were written in.  Without
    ``style`` the values at hand decide it.
    """
    as_of = age_as_of or today.year
    given = {"born": born, "year": year, "age": age}
    return spread(lambda frame: _births(frame, style, today, as_of), given, BIRTH_SCHEMA)


def date_column(column: Column, *, newest: date, style: DateStyle | None = None) -> pl.Expr:
    """Dates of any kind but births: null for what is none, a filler, or after ``newest``."""

    def read(series: pl.Series) -> pl.Series:
        own = style or column_style(series)
        return map_distinct_parts(series, lambda text: read_date(text, own, newest), _READING)["day"]

    return as_text(column).map_batches(read, return_dtype=pl.Date)


def parse_date(text: str, *, today: date, style: DateStyle | None = None) -> DateReading:
    """One birth date as ``birth_columns`` reads it."""
    return read_birth(text, style or date_style([text]), today)
