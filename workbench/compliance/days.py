"""Counting days: legal public holidays, business days, periods of days and years.

A day is a calendar date.  "N days after d" ends on d+N; what needs N whole days is allowed from d+N+1.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
SATURDAY = 5


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The ``n``-th ``weekday`` (0 Monday) of a month; ``n`` = -1 is the last one."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    return last - timedelta(days=(last.weekday() - weekday) % 7)


@lru_cache(maxsize=128)
def legal_holidays(year: int) -> frozenset[date]:
    """The dates of 5 U.S.C. 6103(a) in ``year``, as listed there: no observed days."""
    fixed = [date(year, 1, 1), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)]
    if year >= 2021:
        fixed.append(date(year, 6, 19))
    moving = [(1, 0, 3), (2, 0, 3), (5, 0, -1), (9, 0, 1), (10, 0, 2), (11, 3, 4)]
    return frozenset(fixed + [nth_weekday(year, *rule) for rule in moving])


@lru_cache(maxsize=128)
def observed_holidays(year: int) -> frozenset[date]:
    """Days of ``year`` on which a holiday that falls on a weekend is observed (6103(b), E.O. 11582)."""
    found: set[date] = set()
    for holiday in (*legal_holidays(year), date(year + 1, 1, 1)):
        if holiday.weekday() >= SATURDAY:
            found.add(holiday - DAY if holiday.weekday() == SATURDAY else holiday + DAY)
    return frozenset(day for day in found if day.year == year)


def is_holiday(day: date, *, observed: bool) -> bool:
    """Whether ``day`` is a legal public holiday, or (``observed``) is kept as one."""
    return day in legal_holidays(day.year) or (observed and day in observed_holidays(day.year))


def is_business_day(day: date, *, observed: bool) -> bool:
    """Monday to Friday and no holiday."""
    return day.weekday() < SATURDAY and not is_holiday(day, observed=observed)


def business_days_from(day: date, count: int, *, observed: bool) -> date:
    """The ``count``-th business day after ``day`` (before it when ``count`` is negative)."""
    step = DAY if count >= 0 else -DAY
    left = abs(count)
    while left:
        day += step
        left -= is_business_day(day, observed=observed)
    return day


def add_years_up(day: date, years: int) -> date:
    """``day`` so many years on; 29 February becomes 1 March (for keeping things)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def add_years_down(day: date, years: int) -> date:
    """``day`` so many years on; 29 February becomes 28 February (for the end of a limitation period)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def years_old(born: date, on: date) -> int:
    """Completed years of age; who was born on 29 February comes of age on 1 March."""
    return on.year - born.year - (add_years_up(born, on.year - born.year) > on)


def overlap_days(first: date, last: date, start: date, end: date) -> int:
    """Days, both ends included, that [first, last] and [start, end] share."""
    return max(0, (min(last, end) - max(first, start)).days + 1)


def union_days(spans: Iterable[tuple[date, date]], start: date, end: date) -> int:
    """Days of [start, end] covered by at least one span (both ends included); overlaps count once."""
    covered = 0
    reached = start - DAY
    for first, last in sorted(spans):
        first_new = max(first, reached + DAY)
        covered += overlap_days(first_new, last, start, end)
        reached = max(reached, min(last, end))
    return covered
