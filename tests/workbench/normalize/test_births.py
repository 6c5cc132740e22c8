"""Dates: how a column writes them, births and what is known of them."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.normalize.date_rules import DateReading, DateStyle, date_style, read_birth, read_date
from workbench.normalize.dates import BIRTH_SCHEMA, birth_columns, column_style, date_column, parse_date

TODAY = date(2026, 1, 15)
BORN = date(1984, 5, 17)

READINGS = [
    ("05/17/1984", DateReading(BORN, 1984)),
    ("5/17/1984 00:00:00", DateReading(BORN, 1984)),
    ("1984-05-17", DateReading(BORN, 1984)),
    ("1984-05-17T12:30:00Z", DateReading(BORN, 1984)),
    ("5-17-84", DateReading(BORN, 1984)),
    ("19840517", DateReading(BORN, 1984)),
    ("19840517.0", DateReading(BORN, 1984)),
    ("17-MAY-1984", DateReading(BORN, 1984)),
    ("17-May-84", DateReading(BORN, 1984)),
    ("May 17, 1984", DateReading(BORN, 1984)),
    ("17 may 1984", DateReading(BORN, 1984)),
    ("30819", DateReading(BORN, 1984)),
    ("1984", DateReading(None, 1984)),
    ("1984.0", DateReading(None, 1984)),
    ("00/00/1984", DateReading(None, 1984)),
    ("19840500", DateReading(None, 1984)),
    ("02/30/1984", DateReading(None, 1984)),
    ("01/02/05", DateReading(date(2005, 1, 2), 2005)),
    ("01/02/30", DateReading(date(1930, 1, 2), 1930)),
    ("01/01/1900", DateReading(placeholder=True)),
    ("01/01/1800", DateReading(placeholder=True)),
    ("1901-01-01", DateReading(placeholder=True)),
    ("1900", DateReading(placeholder=True)),
    ("00/00/0000", DateReading(placeholder=True)),
    ("12/31/9999", DateReading(placeholder=True)),
    ("12/31/2026", DateReading(placeholder=True)),
    ("05/17/1905", DateReading(placeholder=True)),
    ("1850", DateReading(placeholder=True)),
    ("unknown", DateReading()),
    ("Foo 17, 1984", DateReading()),
    ("", DateReading()),
]


@pytest.mark.parametrize(("text", "reading"), READINGS)
def test_births(text: str, reading: DateReading) -> None:
    assert read_birth(text, DateStyle(), TODAY) == reading


@pytest.mark.parametrize(
    ("values", "style"),
    [
        (["05/17/1984", "01/02/1990"], DateStyle("mdy", "ymd")),
        (["17/05/1984", "01/02/1990"], DateStyle("dmy", "ymd")),
        (["01/02/1990"], DateStyle("mdy", "ymd")),
        (["1984-05-17"], DateStyle("mdy", "ymd")),
        (["19840517", "19901231"], DateStyle("mdy", "ymd")),
        (["05171984", "12311990"], DateStyle("mdy", "mdy")),
        (["17051984", "31121990"], DateStyle("mdy", "dmy")),
        ([], DateStyle("mdy", "ymd")),
    ],
)
def test_style_of_a_column(values: list[str], style: DateStyle) -> None:
    assert date_style(values) == style
    assert column_style(pl.Series([*values, None], dtype=pl.String)) == style


def test_day_first_column_is_read_so() -> None:
    frame = pl.DataFrame({"d": ["17/05/1984", "01/02/1990"]})
    born = frame.select(*birth_columns(born="d", today=TODAY))["birth_date"].to_list()
    assert born == [BORN, date(1990, 2, 1)]


def test_lost_leading_zero_of_a_compact_date() -> None:
    assert read_birth("5171984", DateStyle("mdy", "mdy"), TODAY).day == BORN


def test_date_wins_over_year_and_year_over_age() -> None:
    frame = pl.DataFrame(
        {"d": ["05/17/1984", "", "", ""], "y": ["1990", "1990", None, None], "a": ["30", "30", "30", "0"]}
    )
    made = frame.select(*birth_columns(born="d", year="y", age="a", today=TODAY, age_as_of=2020))
    assert made.schema == pl.Schema(BIRTH_SCHEMA)
    assert made.rows() == [
        (BORN, 1984, 0, False),
        (None, 1990, 0, False),
        (None, 1990, 1, False),
        (None, None, None, False),
    ]


def test_placeholder_is_flagged_and_age_still_counts() -> None:
    frame = pl.DataFrame({"d": ["01/01/1900"], "a": [40]})
    row = frame.select(*birth_columns(born="d", age="a", today=TODAY)).row(0)
    assert row == (None, 1986, 1, True)


def test_other_dates_may_be_old_but_not_in_the_future() -> None:
    frame = pl.DataFrame({"d": ["01/31/1890", "01/16/2026", "x", None, "01/15/2026"]})
    read = frame.select(date_column("d", newest=TODAY)).to_series().to_list()
    assert read == [date(1890, 1, 31), None, None, None, TODAY]


@settings(deadline=None)
@given(
    st.dates(date(1912, 1, 1), TODAY),
    st.sampled_from(["%m/%d/%Y", "%Y-%m-%d", "%Y%m%d", "%d-%b-%Y", "%B %d, %Y"]),
)
def test_what_is_written_is_read(born: date, form: str) -> None:
    assert read_birth(born.strftime(form), DateStyle(), TODAY) == DateReading(born, born.year)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet="0123456789/-. JanMy,", max_size=11), min_size=1, max_size=5))
def test_column_and_scalar_agree(values: list[str]) -> None:
    style = date_style(values)
    rows = pl.DataFrame({"d": values}).select(*birth_columns(born="d", today=TODAY)).rows()
    for value, (day, year, _, placeholder) in zip(values, rows, strict=True):
        assert parse_date(value, today=TODAY, style=style) == DateReading(day, year, placeholder)


_usual = st.builds(
    "{}{}".format,
    st.sampled_from(["05/17/1984", "1984-05-17", "19840517", "05171984", "02/30/1984", "01/01/1900", "1905-01-01", "99999999",
                     "13/01/1990", "2027-01-01", "1726-01-14", "5/7/84"]),
    st.sampled_from(["", " 00:00:00", "T12:30:00Z", " 0:00", ".0", " ", "\n", " x"]),
)  # fmt: skip
_styles = st.builds(DateStyle, st.sampled_from(["mdy", "dmy", "ymd"]), st.sampled_from(["mdy", "dmy", "ymd"]))


@settings(max_examples=60, deadline=None)
@given(st.lists(_usual | st.none(), min_size=1, max_size=6), _styles)
def test_native_readings_agree_with_the_rules(values: list[str | None], style: DateStyle) -> None:
    frame = pl.DataFrame({"d": values}, schema={"d": pl.String})
    rows = frame.select(*birth_columns(born="d", today=TODAY, style=style)).rows()
    days = frame.select(date_column("d", newest=TODAY, style=style)).to_series().to_list()
    for value, (day, year, _, placeholder), other in zip(values, rows, days, strict=True):
        reading = DateReading() if value is None else read_birth(value, style, TODAY)
        assert (day, year, placeholder) == reading
        assert other == (None if value is None else read_date(value, style, TODAY).day)
