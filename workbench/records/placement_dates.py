"""Dates of a placement file: read in the file's own style, judged by what the date is of."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import cast

from workbench.normalize.date_rules import DateOrder, DateReading, DateStyle, read_birth, read_date
from workbench.records.placement_columns import PlacementMapping, Source
from workbench.records.placement_values import RowValues

OLDEST_ACCOUNT = 1950
"""The year before which no account that is still placed was opened: an earlier date is a filler."""

YEARS_AHEAD = 30
"""How far ahead a statute date may lie."""

_OTHER_ORDER: dict[str, DateOrder] = {"mdy": "dmy", "dmy": "mdy", "ymd": "ymd"}


@dataclass(slots=True)
class DateReader:
    """Reads the dates of one file; ``today`` bounds what has happened.

    Dates repeat over a file's rows, so each text is read once.
    """

    style: DateStyle
    today: date
    _days: dict[tuple[str, bool], DateReading] = field(default_factory=dict)
    _births: dict[str, DateReading] = field(default_factory=dict)

    @classmethod
    def of(cls, mapping: PlacementMapping, today: date) -> "DateReader":
        """The reader of a file with this mapping."""
        separated = cast("DateOrder", mapping.date_order)
        return cls(DateStyle(separated, cast("DateOrder", mapping.digit_order)), today)

    def account_date(self, values: RowValues, source: Source, *, future: bool) -> date | None:
        """A date of the account's life; what is impossible is kept aside.  ``future``: it may lie ahead."""
        text = values.value(source)
        if not text:
            return None
        key = (text, future)
        if key not in self._days:
            newest = date(self.today.year + YEARS_AHEAD, 12, 31) if future else self.today
            self._days[key] = _either_order(partial(read_date, newest=newest), text, self.style)
        reading = self._days[key]
        if reading.day is not None and reading.day.year >= OLDEST_ACCOUNT:
            return reading.day
        if text.strip("0/-. :"):
            filler = reading.placeholder or reading.day is not None
            values.leave_unread(source, text, "a filler or in the future" if filler else "not a date")
        return None

    def birth(self, values: RowValues, source: Source) -> tuple[date | None, int | None]:
        """(date of birth, year of birth); the year alone where the file has no more."""
        text = values.value(source)
        if not text:
            return None, None
        if text not in self._births:
            self._births[text] = _either_order(partial(read_birth, today=self.today), text, self.style)
        reading = self._births[text]
        if reading.day is None and text.strip("0/-. :") and not (text.isdigit() and len(text) == 4):
            why = "a filler or in the future" if reading.placeholder else "not a date"
            values.leave_unread(source, text, why)
        return reading.day, reading.year


def _either_order(read: "partial[DateReading]", text: str, style: DateStyle) -> DateReading:
    """The reading in the file's style; a day that style does not have (25/12 in a mdy file) in the other."""
    reading = read(text, style)
    if reading.day is None and reading.year is not None:
        other = read(text, DateStyle(_OTHER_ORDER[style.separated], _OTHER_ORDER[style.compact]))
        return other if other.day is not None else reading
    return reading
