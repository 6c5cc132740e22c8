"""Instants and local clocks, by the time-zone data pinned with the program.

The zones come from the installed ``tzdata`` package, never from the machine: the same facts give the same
decision on every computer.  All rules work at whole minutes; an instant is always aware.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

import tzdata  # type: ignore[import-untyped]  # data package without stubs

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def tzdata_version() -> str:
    """Release of the IANA data in use, such as ``2026b``."""
    return str(tzdata.IANA_VERSION)


@lru_cache(maxsize=256)
def zone(name: str) -> ZoneInfo:
    """The zone called ``name``; KeyError when there is none of that name."""
    parts = name.split("/")
    if not all(part and part.replace("_", "").replace("-", "").replace("+", "").isalnum() for part in parts):
        raise KeyError(name)
    source = resources.files("tzdata").joinpath("zoneinfo", *parts)
    try:
        with source.open("rb") as stream:
            return ZoneInfo.from_file(stream, key=name)
    except (OSError, ValueError):
        raise KeyError(name) from None


def is_zone(name: str) -> bool:
    """Whether ``name`` is an IANA zone of the pinned data."""
    try:
        zone(name)
    except KeyError:
        return False
    return True


def local(at: datetime, name: str) -> datetime:
    """``at`` on the clocks of zone ``name``."""
    return at.astimezone(zone(name))


def local_date(at: datetime, name: str) -> date:
    """The calendar date of ``at`` in zone ``name``."""
    return local(at, name).date()


def local_dates(at: datetime, names: Iterable[str]) -> frozenset[date]:
    """The dates of ``at`` in all the zones; usually one."""
    return frozenset(local_date(at, name) for name in names)


def clock(text: str) -> timedelta:
    """``HH:MM`` (00:00 to 24:00) as time since midnight; ValueError otherwise."""
    hours, _, minutes = text.partition(":")
    if not (len(hours) == len(minutes) == 2 and (hours + minutes).isascii() and (hours + minutes).isdigit()):
        raise ValueError("a time of day is written HH:MM")
    since = timedelta(hours=int(hours), minutes=int(minutes))
    if int(minutes) > 59 or since > DAY:
        raise ValueError("a time of day lies between 00:00 and 24:00")
    return since


def since_midnight(moment: datetime) -> timedelta:
    """Wall-clock time of a local ``moment`` since its midnight."""
    return timedelta(
        hours=moment.hour, minutes=moment.minute, seconds=moment.second, microseconds=moment.microsecond
    )


def first_minute(on: date, since: timedelta, name: str, after: datetime) -> datetime:
    """The first UTC minute later than ``after`` when the clock of ``name`` has reached ``since`` on ``on``.

    A time skipped in spring is reached at the jump; of a time that comes twice in autumn the first
    occurrence later than ``after`` is taken, or the second when both have passed.
    """
    wanted = datetime.combine(on, time()) + since
    first = _utc(wanted, name, 0)
    second = _utc(wanted, name, 1)
    if second < first:  # skipped: the two readings lie on both sides of the jump
        while local(second, name).replace(tzinfo=None) < wanted:
            second += MINUTE
        return second
    return first if first > after else second


def _utc(wall: datetime, name: str, fold: int) -> datetime:
    return wall.replace(tzinfo=zone(name), fold=fold).astimezone(UTC)


def start_of(on: date, names: Iterable[str]) -> datetime:
    """The moment when it has become ``on`` in every one of the zones."""
    return max(_utc(datetime.combine(on, time()), name, 0) for name in names)
