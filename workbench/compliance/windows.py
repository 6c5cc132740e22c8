"""Weekly windows of local time: membership, and the first minute that satisfies a condition."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from workbench.compliance.facts_people import Window
from workbench.compliance.localtime import DAY, clock, first_minute, local, local_date, since_midnight

SEARCH_DAYS = 9
"""A weekly pattern repeats after seven days; two more for zones on both sides of the date line."""


def in_window(window: Window, moment: datetime) -> bool:
    """Whether a local ``moment`` lies in [start, end) on one of the window's days."""
    start, end, since = clock(window.start), clock(window.end), since_midnight(moment)
    today = not window.days or moment.weekday() in window.days
    yesterday = not window.days or (moment.weekday() - 1) % 7 in window.days
    if start < end:
        return today and start <= since < end
    return (today and since >= start) or (yesterday and since < end)


def zones_of(window: Window, zones: Iterable[str]) -> frozenset[str]:
    """The zone the window was stated in, else all candidate zones."""
    return frozenset({window.zone}) if window.zone else frozenset(zones)


def in_any_zone(window: Window, at: datetime, zones: Iterable[str]) -> bool:
    """Whether ``at`` is in the window on the clocks of at least one zone."""
    return any(in_window(window, local(at, name)) for name in zones_of(window, zones))


def in_every_zone(window: Window, at: datetime, zones: Iterable[str]) -> bool:
    """Whether ``at`` is in the window on the clocks of all zones."""
    return all(in_window(window, local(at, name)) for name in zones_of(window, zones))


def first_match(
    at: datetime, marks: Iterable[tuple[timedelta, str]], accept: Callable[[datetime], bool]
) -> datetime | None:
    """The first minute later than ``at`` that is one of ``marks`` (time of day, zone) and is accepted.

    Exact when the condition can only begin to hold at a mark; None when no mark of the next nine days
    is accepted.
    """
    marks = tuple(marks)
    found: set[datetime] = set()
    for ahead in range(-1, SEARCH_DAYS):
        for since, name in marks:
            found.add(first_minute(local_date(at, name) + ahead * DAY, since, name, at))
    return next((moment for moment in sorted(found) if moment > at and accept(moment)), None)
