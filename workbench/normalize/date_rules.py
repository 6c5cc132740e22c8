"""The scalar rules of dates: how a column writes them, and what one value says."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

DateOrder = Literal["mdy", "dmy", "ymd"]

OLDEST_AGE = 115
"""Years beyond which a birth is a filler; the oldest living people are about that old."""

_MONTHS = {m.upper(): i for i, m in enumerate(calendar.month_abbr) if m}
_PLACEHOLDERS = frozenset(
    [
        (1800, 1, 1),
        (1850, 1, 1),
        (1899, 12, 30),
        (1899, 12, 31),
        (1900, 1, 1),
        (1901, 1, 1),
        (1111, 11, 11),
        (9999, 12, 31),
    ]
)
PLACEHOLDER_DAYS = tuple(date(*numbers) for numbers in sorted(_PLACEHOLDERS))
"""Dates that files write for an unknown one."""

_TIME = re.compile(r"(?:[T ]+\d{1,2}:\d{2}.*|\.0+)$")
_SEPARATED = re.compile(r"^(\d{1,4})[/.\- ]+(\d{1,2})[/.\- ]+(\d{1,4})$")
_NAMED = re.compile(
    r"^(?:(\d{1,2})[\s.\-/]*)?([A-Za-z]{3,9})\.?[\s.\-/]*(?:(\d{1,2})(?:st|nd|rd|th)?[\s,.\-/]+)?(\d{4}|\d{2})$"
)
_DIGITS = re.compile(r"^\d+$")
_EXCEL_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How one column writes dates: ``separated`` for 5/17/1984, ``compact`` for 05171984.

    A four-digit first part is always the year, whatever ``separated`` says.
    """

    separated: DateOrder = "mdy"
    compact: DateOrder = "ymd"


class DateReading(NamedTuple):
    """What one value says.  ``year`` alone is set when the day is unknown; ``placeholder``: a filler."""

    day: date | None = None
    year: int | None = None
    placeholder: bool = False


def _real(year: int, month: int, day: int) -> date | None:
    """The date, None when the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ordered(parts: tuple[int, int, int], order: DateOrder) -> tuple[int, int, int]:
    """(year, month, day) of three parts in the given order."""
    a, b, c = parts
    if order == "ymd":
        return a, b, c
    return (c, a, b) if order == "mdy" else (c, b, a)


_WIDTHS: dict[DateOrder, tuple[int, int]] = {"ymd": (4, 6), "mdy": (2, 4), "dmy": (2, 4)}


def _compact(text: str, order: DateOrder) -> tuple[int, int, int]:
    """(year, month, day) of six or eight digits."""
    if len(text) == 6:
        return _ordered((int(text[:2]), int(text[2:4]), int(text[4:])), order)
    first, second = _WIDTHS[order]
    return _ordered((int(text[:first]), int(text[first:second]), int(text[second:])), order)


def date_style(values: Iterable[str]) -> DateStyle:
    """The style of a column from all its values; a first part over 12 means days first.

    Where nothing decides, American order and YYYYMMDD are assumed.
    """
    days_first = months_first = 0
    fits: dict[DateOrder, int] = {"ymd": 0, "mdy": 0, "dmy": 0}
    for value in values:
        text = _TIME.sub("", value.strip())
        found = _SEPARATED.match(text)
        if found and len(found.group(1)) < 3:
            days_first += int(found.group(1)) > 12
            months_first += int(found.group(2)) > 12
        elif len(text) == 8 and _DIGITS.match(text):
            for order in fits:
                year, month, day = _compact(text, order)
                fits[order] += 1850 <= year <= 2100 and month <= 12 and day <= 31
    compact: DateOrder = max(fits, key=lambda order: fits[order])
    return DateStyle("dmy" if days_first > months_first else "mdy", compact)


def _century(year: int, digits: int, newest: int) -> int:
    """A two-digit year in the latest century that is not after ``newest``."""
    if digits > 2:
        return year
    full = newest - newest % 100 + year
    return full if full <= newest else full - 100


def _numbers(text: str, style: DateStyle, newest: int) -> tuple[int, int, int] | None:
    """(year, month, day) as written, zeros included; None when the text is no date."""
    found = _SEPARATED.match(text)
    if found:
        order: DateOrder = "ymd" if len(found.group(1)) == 4 else style.separated
        year, month, day = _ordered((int(found[1]), int(found[2]), int(found[3])), order)
        return _century(year, len(found[1] if order == "ymd" else found[3]), newest), month, day
    named = _NAMED.match(text)
    if named:
        month = _MONTHS.get(named[2][:3].upper(), 0)
        year = _century(int(named[4]), len(named[4]), newest)
        return (year, month, int(named[1] or named[3] or 0)) if month else None
    if not _DIGITS.match(text):
        return None
    if len(text) == 7 and style.compact != "ymd":
        text = "0" + text
    if len(text) not in {6, 8}:
        return None
    year, month, day = _compact(text, style.compact)
    return _century(year, len(text) - 4, newest), month, day


def read_date(text: str, style: DateStyle, newest: date) -> DateReading:
    """What one value says; nothing after ``newest`` is believed.

    An impossible or zero day with a good year leaves the year; a year alone is one.  Whole numbers of five
    digits are spreadsheet serials.
    """
    bare = _TIME.sub("", text.strip())
    if not bare:
        return DateReading()
    if len(bare) == 4 and _DIGITS.match(bare):
        return _believed(None, int(bare), newest)
    if len(bare) == 5 and _DIGITS.match(bare) and int(bare) >= 1000:
        serial = _EXCEL_EPOCH + timedelta(days=int(bare))
        return _believed(serial, serial.year, newest)
    numbers = _numbers(bare, style, newest.year)
    if numbers is None:
        return DateReading(placeholder=bool(re.fullmatch(r"[0/.\- ]+", bare)))
    if numbers in _PLACEHOLDERS or numbers[0] == 0:
        return DateReading(placeholder=True)
    return _believed(_real(*numbers), numbers[0], newest)


def _believed(day: date | None, year: int, newest: date) -> DateReading:
    """The reading unless it lies in the future or in a filler's century."""
    if year > newest.year or year < newest.year - 300 or (day is not None and day > newest):
        return DateReading(placeholder=True)
    return DateReading(day, year)


def read_birth(text: str, style: DateStyle, today: date) -> DateReading:
    """``read_date`` of a birth: none over ``OLDEST_AGE`` years ago is believed, nor a bare 1900 or 1901."""
    reading = read_date(text, style, today)
    if reading.year is None:
        return reading
    if reading.year < today.year - OLDEST_AGE or (reading.day is None and reading.year in {1900, 1901}):
        return DateReading(placeholder=True)
    return reading


def is_placeholder_birth(born: date, today: date) -> bool:
    """Whether a birth date is one that files write for an unknown one, or cannot be."""
    filler = (born.year, born.month, born.day) in _PLACEHOLDERS
    return filler or born > today or born.year < today.year - OLDEST_AGE
