"""Dates of a placement file: read in the file's own order, judged by what the date is of."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from workbench.records.placement_columns import Source
from workbench.records.placement_values import RowValues

OLDEST_ACCOUNT = 1950
OLDEST_PERSON = 1895
"""Years before which a date is a filler; the oldest people living were born after this one."""


_SHORT_YEAR = re.compile(r"(?:^|\D)\d{2}$|^\d{6}$")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: .*)?")
_NAMED = re.compile(r"(?:[A-Za-z]{3,9},? )?(\d{1,2})[- ]?([A-Za-z]{3,9})\.?[-, ]*(\d{4}|\d{2})")
_NAME_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[- ](\d{1,2})(?:st|nd|rd|th)?,?[- ]+(\d{4}|\d{2})")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_EXCEL_EPOCH = date(1899, 12, 30)


@dataclass(slots=True)
class DateReader:
    """Reads the dates of one file; ``order`` is how 03/04/2026 is meant, ``today`` bounds what has happened.

    Dates repeat over a file's rows, so each text is parsed once.
    """

    order: str
    today: date
    _seen: dict[str, date | None] = field(default_factory=dict)

    def parsed(self, text: str) -> date | None:
        """The day that ``text`` names; None when it is none."""
        if text not in self._seen:
            self._seen[text] = parse_day(text, self.order, self.today)
        return self._seen[text]

    def account_date(self, values: RowValues, source: Source, *, future: bool) -> date | None:
        """A date of the account's life; what is impossible is kept aside.  ``future``: it may lie ahead."""
        text = values.value(source)
        if not text or not text.strip("0/-. :"):
            return None
        day = self.parsed(text)
        if day is None:
            values.leave_unread(source, text, "not a date")
        elif day.year < OLDEST_ACCOUNT:
            values.leave_unread(source, text, "a filler, not a date")
        elif day > self.today and not future:
            values.leave_unread(source, text, "a date in the future")
        else:
            return day
        return None

    def birth(self, values: RowValues, source: Source) -> tuple[date | None, int | None]:
        """(date of birth, year of birth); the year alone where the file has no more."""
        text = values.value(source)
        if not text or not text.strip("0/-. :"):
            return None, None
        if len(text) == 4 and text.isdigit() and OLDEST_PERSON <= int(text) <= self.today.year:
            return None, int(text)
        day = self.parsed(text)
        if day is not None and day > self.today and _SHORT_YEAR.search(text):
            day = _day(day.year - 100, day.month, day.day)
        if day is None:
            values.leave_unread(source, text, "not a date")
        elif day.year < OLDEST_PERSON or ((day.month, day.day) == (1, 1) and day.year in {1900, 1901, 1910}):
            values.leave_unread(source, text, "a filler, not a date of birth")
        elif day > self.today:
            values.leave_unread(source, text, "a date of birth in the future")
        else:
            return day, day.year
        return None, None


def parse_day(text: str, order: str, today: date) -> date | None:
    """The day ``text`` names, None when it is none.

    Known are year-first and year-last numbers with any of ``/ - .``, eight and six digits, names of months,
    and a spreadsheet's day count.  An order that gives no day gives way to the other (25/12/2026 in a mdy
    file).  Years of two digits lie within twenty years after ``today``, else in the century before.
    """
    text = text.strip()
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_LAST.fullmatch(text):
        return _by_order(int(found[1]), int(found[2]), _year(found[3], today), order)
    if found := _NAMED.fullmatch(text):
        return _day(_year(found[3], today), _month(found[2]), int(found[1]))
    if found := _NAME_FIRST.fullmatch(text):
        return _day(_year(found[3], today), _month(found[1]), int(found[2]))
    return _of_digits(text.removesuffix(".0"), order, today) if text[:1].isdigit() else None


def _of_digits(text: str, order: str, today: date) -> date | None:
    """A day written in digits alone."""
    if not text.isdigit():
        return None
    if len(text) == 8:
        first = _day(int(text[:4]), int(text[4:6]), int(text[6:]))
        if first is not None and 1880 <= first.year <= 2100:
            return first
        return _by_order(int(text[:2]), int(text[2:4]), int(text[4:]), order)
    if len(text) == 6:
        return _by_order(int(text[:2]), int(text[2:4]), _year(text[4:], today), order)
    if len(text) == 5 and 10_000 <= int(text) <= 80_000:
        return _EXCEL_EPOCH + timedelta(days=int(text))
    return None


def _by_order(first: int, second: int, year: int, order: str) -> date | None:
    """A day from two numbers of which ``order`` says which is the month; the other way where that fails."""
    month, day = (second, first) if order == "dmy" else (first, second)
    return _day(year, month, day) or _day(year, day, month)


def _year(text: str, today: date) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    century = today.year // 100 * 100
    return century + year if century + year <= today.year + 20 else century - 100 + year


def _month(name: str) -> int:
    short = name[:3].casefold()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
