"""Dates of whole columns: births with what is known of them, and plain dates."""

from collections.abc import Callable
from datetime import date
from functools import partial

import polars as pl

from workbench.normalize.date_rules import (
    OLDEST_AGE,
    PLACEHOLDER_DAYS,
    DateOrder,
    DateReading,
    DateStyle,
    date_style,
    read_birth,
    read_date,
)
from workbench.normalize.distinct import map_distinct_parts, patched_parts
from workbench.normalize.spreading import Column, as_text, spread

BIRTH_SCHEMA: dict[str, pl.DataType] = {
    "birth_date": pl.Date(),
    "birth_year": pl.Int16(),
    "birth_year_slack": pl.Int8(),
    "birth_placeholder": pl.Boolean(),
}
"""What ``birth_columns`` gives; ``birth_placeholder`` is true where a value was refused as a filler."""

_READING: dict[str, pl.DataType] = {"day": pl.Date(), "year": pl.Int16(), "placeholder": pl.Boolean()}
Rule = Callable[[str], DateReading]

_TIME = r"(?:[T ]+[0-9]{1,2}:[0-9]{2}.*)?$"
_YEAR_FIRST = r"^[0-9]{4}[^0-9]"
"""Values that say nothing of the order in which others are written."""
_FORMS: dict[DateOrder, str] = {"ymd": "%Y%m%d", "mdy": "%m%d%Y", "dmy": "%d%m%Y"}


def column_style(series: pl.Series) -> DateStyle:
    """The style of a column from all its values; decide once a file, not once a chunk."""
    values = series.cast(pl.String).drop_nulls()
    told = values.filter(~values.str.contains(_YEAR_FIRST))
    return date_style(told.unique().to_list())


def _usual_forms(style: DateStyle) -> list[tuple[str, int, str]]:
    """(regex, characters, format) of the ways of writing that a native reader knows."""
    forms = [(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}" + _TIME, 10, "%Y-%m-%d")]
    forms.append((r"^[0-9]{8}$", 8, _FORMS[style.compact]))
    if style.separated != "ymd":
        slashed = "%m/%d/%Y" if style.separated == "mdy" else "%d/%m/%Y"
        forms.append((r"^[0-9]{2}/[0-9]{2}/[0-9]{4}" + _TIME, 10, slashed))
    return forms


def _readings(series: pl.Series, style: DateStyle, oldest: int, newest: date, rule: Rule) -> pl.DataFrame:
    """_READING of every value: full dates from ``oldest`` on by native expressions, all else by ``rule``."""
    days = pl.repeat(None, len(series), dtype=pl.Date, eager=True)
    left = len(series) - series.null_count()
    for pattern, length, form in _usual_forms(style):
        if not left:
            break
        where = series.str.contains(pattern).arg_true()
        left -= len(where)
        if len(where) == len(series):
            days = series.str.head(length).str.to_date(form, strict=False)
        elif len(where):
            days = days.scatter(where, series.gather(where).str.head(length).str.to_date(form, strict=False))
    believed = days.is_between(date(oldest, 1, 1), newest) & ~days.is_in(PLACEHOLDER_DAYS)
    usual = days.to_frame("day").select_seq("day", year=pl.col("day").dt.year().cast(pl.Int16))
    placeholder = usual.select_seq(placeholder=pl.when(pl.col("day").is_not_null()).then(pl.lit(value=False)))
    odd = series.is_not_null() & ~believed.fill_null(value=False)
    return patched_parts(usual.with_columns_seq(placeholder), series, odd, rule)


def _births(given: pl.DataFrame, style: DateStyle | None, today: date, as_of: int) -> pl.DataFrame:
    """BIRTH_SCHEMA from raw born, year and age."""
    born, year, age = given["born"], given["year"], given["age"]
    own = style or column_style(born)
    dates = _readings(born, own, today.year - OLDEST_AGE, today, partial(read_birth, style=own, today=today))
    years = map_distinct_parts(year, lambda text: read_birth(text, own, today), _READING)
    ages = age
    if age.null_count() < len(age):
        ages = age.str.strip_chars().str.replace(r"\.0+$", "")
    frame = dates.rename({"day": "birth_date"}).with_columns_seq(
        stated=years["year"], year_placeholder=years["placeholder"], age=ages.cast(pl.Int16, strict=False)
    )
    computed = pl.when(pl.col("age").is_between(1, OLDEST_AGE)).then(as_of - pl.col("age"))
    stated = pl.coalesce("year", "stated")
    return frame.select_seq(
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
        rule = partial(read_date, style=own, newest=newest)
        return _readings(series, own, newest.year - 300, newest, rule)["day"]

    return as_text(column).map_batches(read, return_dtype=pl.Date)


def parse_date(text: str, *, today: date, style: DateStyle | None = None) -> DateReading:
    """One birth date as ``birth_columns`` reads it."""
    return read_birth(text, style or date_style([text]), today)
