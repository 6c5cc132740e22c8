"""People of one library file who resemble somebody in any one respect, and how common their values are.

Every look-up goes through an index of the file and is cut off, so the answer's time hardly grows with the
file.  There is none by birth date, SSN, ZIP or sound: who shares nothing else is not found here, nor, in a
large file, who bears a surname with another first letter and shares no address, phone or e-mail.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec
import polars as pl

from workbench.vault.library_rows import COLUMNS, as_frame

SAMPLE = 3000
"""People drawn from a file to see how common first names and ZIP codes are in it: a value borne by 1 % is
seen with a standard error of 0.2 %.  A file of no more people is read whole.
"""
SCANNED = 300_000
"""Up to so many people the whole index of names is read for other surnames: 0.1 s at most."""
_EACH = 200
"""People taken from one look-up."""
_MOST = 1500
_LAST = "\U0010ffff"
_SELECTED = ", ".join(f"p.{column}" for column in COLUMNS)
_YEARS = "k.birth_year BETWEEN ? AND ?"

Execute = Callable[..., Any]
_Query = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is known of somebody, in the normal forms of PERSON_SCHEMA; what is not known is left out.

    ``lasts`` are the surnames borne, ``initials`` the first letters of the first name and of what it is
    short for, ``places`` (house, street, ZIP) with "" for an unknown part.
    """

    lasts: tuple[str, ...] = ()
    first: str = ""
    initials: tuple[str, ...] = ()
    birth_year: int | None = None
    places: tuple[tuple[str, str, str], ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Crowd:
    """A key of the search that many rows of the file share: its kind (``matching.keys``), the value, rows."""

    kind: str
    value: str
    rows: int


@dataclass(frozen=True, slots=True)
class NearPeople:
    """``people`` (PERSON_SCHEMA) found, ``rows`` in the whole file, a ``sample`` of it (PERSON_SCHEMA; the
    whole file when it is small), rows of each surname and of each place, and the keys with their rows.
    """

    people: pl.DataFrame
    rows: int
    sample: pl.DataFrame
    lasts: dict[str, int]
    places: dict[tuple[str, str, str], int]
    crowds: tuple[Crowd, ...]


class _Initials:
    """How the index of names of a file tells an initial: the first version has it, later ones first names."""

    def __init__(self, version: int) -> None:
        self._kept = version == 1
        self.sql = "k.initial = ?" if self._kept else "k.first BETWEEN ? AND ?"

    def values(self, letter: str) -> tuple[str, ...]:
        """What ``sql`` takes."""
        return (letter,) if self._kept else (letter, letter + _LAST)


def near(execute: Execute, wanted: Likeness, rows: int, version: int) -> NearPeople:
    """Those of the ``rows`` people of a file of ``version`` who resemble ``wanted``; at most some 1,500."""
    initials = _Initials(version)
    if rows <= SAMPLE:
        whole = _frame(execute, f"SELECT {_SELECTED} FROM person p ORDER BY p.id", ())  # noqa: S608
        return NearPeople(whole, rows, whole, {}, {}, tuple(_crowds(execute, wanted, initials)))
    found: dict[int, None] = {}
    for sql, values in (
        *_queries(wanted, initials),
        *(_other_surnames(wanted, initials) if rows <= SCANNED else ()),
    ):
        found.update((row[0], None) for row in execute(sql, values))
        if len(found) >= _MOST:
            break
    drawn = range(1, rows + 1, max(1, rows // SAMPLE))
    return NearPeople(
        people=_by_ids(execute, sorted(islice(found, _MOST))),
        rows=rows,
        sample=_by_ids(execute, drawn) if found else _by_ids(execute, ()),
        lasts={last: _count(execute, *_of_last(last)) for last in wanted.lasts},
        places={place: _count(execute, *_of_place(*place)) for place in wanted.places},
        crowds=tuple(_crowds(execute, wanted, initials)),
    )


def _by_ids(execute: Execute, ids: Sequence[int]) -> pl.DataFrame:
    query = f"SELECT {_SELECTED} FROM json_each(?) j JOIN person p ON p.id = j.value ORDER BY p.id"  # noqa: S608
    return _frame(execute, query, (msgspec.json.encode(list(ids)).decode(),))


def _frame(execute: Execute, query: str, values: tuple[object, ...]) -> pl.DataFrame:
    return as_frame(execute(query, values).fetchall())


def _count(execute: Execute, where: str, values: tuple[object, ...]) -> int:
    return int(execute(f"SELECT count(*) FROM {where}", values).fetchone()[0])  # noqa: S608


def _of_last(last: str) -> _Query:
    return "by_name k WHERE k.last = ?", (last,)


def _of_place(house: str, street: str, zip_code: str) -> _Query:
    return "by_place k WHERE k.house = ? AND k.street = ? AND k.zip = ?", (house, street, zip_code)


def _queries(wanted: Likeness, initials: _Initials) -> Iterator[_Query]:
    """Look-ups of person ids, the most telling first."""
    for phone in wanted.phones:
        yield _ids("by_phone k WHERE k.phone = ?", phone)
    for email in wanted.emails:
        yield _ids("by_email k WHERE k.email = ?", email)
    for house, street, zip_code in wanted.places:
        if street:
            low = street[:6]
            yield _ids("by_place k WHERE k.house = ? AND k.street BETWEEN ? AND ?", house, low, low + _LAST)
        if zip_code:
            yield _ids("by_place k WHERE k.house = ? AND k.zip = ?", house, zip_code)
    yield from _names(wanted, initials)


def _names(wanted: Likeness, initials: _Initials) -> Iterator[_Query]:
    """By surname with initial or birth year, by the surname's first letter with both, by surname alone."""
    year = wanted.birth_year
    for last in wanted.lasts:
        for initial in wanted.initials:
            closest = f" ORDER BY abs(k.birth_year - {year})" if year is not None else ""
            where = f"by_name k WHERE k.last = ? AND {initials.sql}{closest}"
            yield _ids(where, last, *initials.values(initial))
        if year is not None:
            yield _ids(f"by_name k WHERE k.last = ? AND {_YEARS}", last, year - 1, year + 1)
        if wanted.first:
            swapped = f"by_name k WHERE k.last = ? AND {initials.sql}"
            yield _ids(swapped, wanted.first, *initials.values(last[:1]))
    for letter in dict.fromkeys(last[:1] for last in wanted.lasts):
        for initial in wanted.initials if year is not None else ():
            where = f"by_name k WHERE k.last BETWEEN ? AND ? AND {initials.sql} AND {_YEARS}"
            yield _ids(where, letter, letter + _LAST, *initials.values(initial), year, year)
    for last in wanted.lasts:
        yield _ids("by_name k WHERE k.last = ?", last)


def _other_surnames(wanted: Likeness, initials: _Initials) -> Iterator[_Query]:
    """By first initial and birth year alone: a changed surname."""
    for initial in wanted.initials if wanted.birth_year is not None else ():
        where = f"by_name k WHERE {initials.sql} AND k.birth_year = ?"
        yield _ids(where, *initials.values(initial), wanted.birth_year)


def _ids(where: str, *values: object) -> _Query:
    return f"SELECT k.person FROM {where} LIMIT {_EACH}", values  # noqa: S608


def _crowds(execute: Execute, wanted: Likeness, initials: _Initials) -> Iterator[Crowd]:
    """Rows under the keys that an index counts; of ``sound_initial`` those of the very surname alone."""
    for last in wanted.lasts:
        for initial in wanted.initials:
            where = f"by_name k WHERE k.last = ? AND {initials.sql}"
            rows = _count(execute, where, (last, *initials.values(initial)))
            yield Crowd("sound_initial", f"{last}, {initial}", rows)
        if wanted.birth_year is not None:
            low, year = last[:5], wanted.birth_year
            where = "by_name k WHERE k.last BETWEEN ? AND ? AND k.birth_year = ?"
            yield Crowd("last5_year", f"{low}, {year}", _count(execute, where, (low, low + _LAST, year)))
    for house, street, _zip in wanted.places:
        low = street[:6]
        where = "by_place k WHERE k.house = ? AND k.street BETWEEN ? AND ?"
        rows = _count(execute, where, (house, low, low + _LAST if low else ""))
        yield Crowd("house_street", f"{house} {low}".strip(), rows)
    for kind, values in (("phone", wanted.phones), ("email", wanted.emails)):
        for value in values:
            yield Crowd(kind, value, _count(execute, f"by_{kind} k WHERE k.{kind} = ?", (value,)))
