"""What the look-up tables of a library file answer: people by name, birth, place, phone and employer.

Values are in normal form (PERSON_SCHEMA).  Every answer is a list of person numbers of the file, at most
``limit``; the rows themselves are read by number.  A file of version 1 knows no first names, places, birth
dates, employers or spellings in its look-ups, and answers what it can.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import msgspec

from workbench.vault.library_rows import COLUMNS
from workbench.vault.library_terms import TermKind, bucket_of, term_keys, terms_in
from workbench.vault.translate import translating

AFTER_WORD = "!"
"""Sorts behind a blank and before every letter: ``MARY`` to ``MARY!`` is MARY and MARY ANN."""
LAST_CHARACTER = "\U0010ffff"
_MARK = "\x1f"
"""Between streets; no normalised text holds a control character."""
_LISTED = "(SELECT value FROM json_each(?))"
_SELECTED = ", ".join(f"p.{column}" for column in COLUMNS)
_Condition = tuple[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Span:
    """Texts from ``low`` up to but without ``high``."""

    low: str
    high: str

    @classmethod
    def word(cls, text: str) -> "Span":
        """``text`` alone or followed by further words."""
        return cls(text, text + AFTER_WORD)

    @classmethod
    def beginning(cls, text: str) -> "Span":
        """Everything that begins with ``text``."""
        return cls(text, text + LAST_CHARACTER)


@dataclass(frozen=True, slots=True)
class Spans:
    """Many ranges of text, ready to be asked for in any number of files: a JSON list of [from, up to]."""

    text: str

    @classmethod
    def beginning(cls, texts: Iterable[str]) -> "Spans":
        """Everything that begins with one of ``texts``, of which none is empty."""
        return cls(_json([(text, text[:-1] + chr(ord(text[-1]) + 1)) for text in texts if text]))


Wanted = Span | tuple[str, ...]
"""One range, or any of these."""


class Named(NamedTuple):
    """A person as the name look-up has them; ``place`` is 0 where the file does not say."""

    last: str
    first: str
    birth_year: int
    person: int


class Term(NamedTuple):
    """A distinct spelling of a file and how many people bear it."""

    text: str
    people: int


class PlaceRow(NamedTuple):
    """A distinct place of a file."""

    number: int
    city: str
    state: str
    zip: str


@dataclass(frozen=True, slots=True)
class StoredRow:
    """One person of a library file: their number in it, and its columns (as PERSON_SCHEMA) by name."""

    person: int
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class At:
    """A house number, and where it is to be: any of ``streets`` and of ``zips``, None for everywhere.

    ``zip_begins`` is the beginning of a ZIP.
    """

    house: str
    streets: tuple[str, ...] | None = None
    zips: tuple[str, ...] | None = None
    zip_begins: str = ""
    table: ClassVar[str] = "by_place"

    def condition(self) -> _Condition:
        """What a row of ``table`` must fulfil.  The ZIP only filters: the index has it behind the street."""
        where, values = "house = ?", [self.house]
        if self.streets is not None:
            where, values = f"{where} AND street IN {_LISTED}", [*values, _json(self.streets)]
        if self.zips is not None:
            where, values = f"{where} AND +zip IN {_LISTED}", [*values, _json(self.zips)]
        if self.zip_begins:
            where += " AND +zip >= ? AND +zip < ?"
            values += [self.zip_begins, self.zip_begins + LAST_CHARACTER]
        return where, values


@dataclass(frozen=True, slots=True)
class EmployedBy:
    """Any of these employers, spelt as in the file."""

    employers: tuple[str, ...]
    table: ClassVar[str] = "by_employer"

    def condition(self) -> _Condition:
        """What a row of ``table`` must fulfil."""
        return f"employer IN {_LISTED}", [_json(self.employers)]


Among = At | EmployedBy


class Lookups:
    """The look-up tables of an open library file of version ``version``; errors name ``file``.

    Lists of values travel as one JSON text, so that a question has one statement whatever their number: a
    statement that is new to the connection costs more than most answers.
    """

    def __init__(self, raw: Any, version: int, file: str) -> None:  # noqa: ANN401  (the vault's connection)
        self._raw = raw
        self._whole = version >= 2
        self._file = file
        self._places: tuple[PlaceRow, ...] | None = None
        self._cities: frozenset[str] | None = None

    @property
    def tolerant(self) -> bool:
        """Whether the file knows spellings, first names, places, birth dates and employers."""
        return self._whole

    def named(
        self,
        last: Wanted,
        first: Wanted | None = None,
        *,
        years: tuple[int, int] | None = None,
        places: Sequence[int] | None = None,
        limit: int,
    ) -> list[Named]:
        """People of a last or former last name; ``years`` are the first and the last birth year wanted."""
        conditions = [_condition("last", last)]
        if first is not None and self._whole:
            conditions.append(_condition("first", first))
        elif initials := tuple(sorted({text[:1] for text in _texts(first)})):
            conditions.append(_condition("initial", initials))
        if years:
            conditions.append(("birth_year BETWEEN ? AND ?", years))
        if places is not None and self._whole:
            conditions.append(_condition("place", tuple(places)))
        borne = "first" if self._whole else "initial"
        query = f"SELECT last, {borne}, birth_year, person FROM by_name"  # noqa: S608
        found = self._ask(*_where(query, conditions, limit))
        return list(map(Named._make, dict.fromkeys(found)))

    def bearers(self, last: Wanted, years: tuple[int, int] | None, *, limit: int) -> list[int]:
        """Everybody of a last name; of a common one no more than ``limit`` entries are looked at."""
        conditions = [_condition("last", last)]
        if years:
            conditions.append(("birth_year BETWEEN ? AND ?", years))
        return self._crowd(*_where("SELECT person FROM by_name", conditions, limit))

    def everybody(self, among: Among) -> list[int]:
        """Everybody who lives or works there, however many."""
        where, values = among.condition()
        return self._crowd(f"SELECT person FROM {among.table} WHERE {where}", values)  # noqa: S608

    def born(self, day: int, *, limit: int) -> list[int]:
        """People born on a day, as the number yyyymmdd."""
        if not self._whole:
            return []
        return self._numbers("SELECT person FROM by_birth WHERE day = ? LIMIT ?", [day, limit])

    def streets(self, at: At, spans: Spans) -> list[str]:
        """The distinct streets in ``spans`` that have a house of this number."""
        where, values = at.condition()
        ranges = "k.street >= j.value ->> 0 AND k.street < j.value ->> 1"
        query = (
            f"SELECT group_concat(street, '{_MARK}') FROM (SELECT k.street FROM json_each(?) j"  # noqa: S608
            f" CROSS JOIN by_place k WHERE {ranges} AND {where})"
        )
        text = self._ask(query, [spans.text, *values])[0][0]
        return list(dict.fromkeys(text.split(_MARK))) if text else []

    def living_at(self, at: At, *, limit: int) -> list[tuple[str, int]]:
        """(street, person) of those at a house number."""
        where, values = at.condition()
        return self._pairs(f"SELECT street, person FROM by_place WHERE {where} LIMIT ?", [*values, limit])  # noqa: S608

    def with_phone(self, phone: str, *, limit: int) -> list[int]:
        """People with this phone."""
        return self._numbers("SELECT person FROM by_phone WHERE phone = ? LIMIT ?", [phone, limit])

    def with_email(self, email: str, *, limit: int) -> list[int]:
        """People with this e-mail."""
        return self._numbers("SELECT person FROM by_email WHERE email = ? LIMIT ?", [email, limit])

    def employed_by(self, by: EmployedBy, *, limit: int) -> list[tuple[str, int]]:
        """(employer, person) of those who work for them."""
        if not self._whole or not by.employers:
            return []
        where, values = by.condition()
        query = f"SELECT employer, person FROM by_employer WHERE {where} LIMIT ?"  # noqa: S608
        return self._pairs(query, [*values, limit])

    def places(self) -> tuple[PlaceRow, ...]:
        """Every distinct place of the file; read once."""
        if self._places is None:
            rows = self._ask("SELECT id, city, state, zip FROM place") if self._whole else []
            self._places = tuple(map(PlaceRow._make, rows))
        return self._places

    def cities(self) -> frozenset[str]:
        """Every city of the file; read once."""
        if self._cities is None:
            text = (
                self._ask("SELECT json_group_array(DISTINCT city) FROM place")[0][0] if self._whole else "[]"
            )
            self._cities = msgspec.json.decode(text, type=frozenset[str])
        return self._cities

    def term_numbers(self, kind: TermKind, text: str) -> list[int]:
        """Numbers of the spellings that share a key with ``text``: a letter off, of one sound, its words."""
        if not self._whole:
            return []
        keys = term_keys(kind, text)
        buckets = sorted({bucket_of(key) for key in keys})
        query = f"SELECT pairs FROM term_bucket WHERE bucket IN {_LISTED} ORDER BY bucket"  # noqa: S608
        return terms_in(b"".join(row[0] for row in self._ask(query, [_json(buckets)])), keys)

    def terms(self, kind: TermKind, numbers: Sequence[int], most: int = 1000) -> list[Term]:
        """Those of these spellings that are of ``kind``; at most ``most``, those that most people bear."""
        query = "SELECT text, people FROM json_each(?) j JOIN term t ON t.id = j.value WHERE t.kind = ?"
        found = list(map(Term._make, self._ask(query, [_json(numbers), int(kind)]))) if numbers else []
        return sorted(found, key=lambda term: (-term.people, term.text))[:most]

    def like(self, kind: TermKind, text: str, most: int = 1000) -> list[Term]:
        """The spellings of :meth:`term_numbers`; a key may be shared by chance, so compare them."""
        return self.terms(kind, self.term_numbers(kind, text), most)

    def rows(self, people: Sequence[int]) -> list[StoredRow]:
        """These people, in the order asked; a number the file does not have is left out."""
        query = f"SELECT p.id, {_SELECTED} FROM json_each(?) j JOIN person p ON p.id = j.value"  # noqa: S608
        found = self._ask(query, [_json(list(people))]) if people else []
        return [StoredRow(row[0], dict(zip(COLUMNS, row[1:], strict=True))) for row in found]

    def _ask(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with translating(self._file):
            found: list[tuple[Any, ...]] = self._raw.execute(query, values).fetchall()
        return found

    def _pairs(self, query: str, values: list[Any]) -> list[tuple[str, int]]:
        return [(text, person) for text, person in dict.fromkeys(self._ask(query, values))]

    def _crowd(self, query: str, values: Sequence[Any]) -> list[int]:
        """The numbers that ``query`` gives; as one text they take a third of the time of their rows."""
        text = self._ask(f"SELECT json_group_array(person) FROM ({query})", values)[0][0]  # noqa: S608
        return msgspec.json.decode(text, type=list[int])

    def _numbers(self, query: str, values: list[Any]) -> list[int]:
        return list(dict.fromkeys(row[0] for row in self._ask(query, values)))


def _texts(wanted: Wanted | None) -> Iterable[str]:
    if wanted is None:
        return ()
    return (wanted.low,) if isinstance(wanted, Span) else wanted


def _condition(column: str, wanted: Span | tuple[Any, ...]) -> _Condition:
    if isinstance(wanted, Span):
        return f"{column} >= ? AND {column} < ?", (wanted.low, wanted.high)
    return f"{column} IN {_LISTED}", (_json(wanted),)


def _where(query: str, conditions: Sequence[_Condition], limit: int) -> tuple[str, list[Any]]:
    """``query`` under all ``conditions``, at most ``limit`` rows, and what it binds."""
    where = " AND ".join(condition for condition, _ in conditions)
    return f"{query} WHERE {where} LIMIT ?", [*(value for _, bound in conditions for value in bound), limit]


def _json(values: Sequence[Any]) -> str:
    return msgspec.json.encode(values).decode()
