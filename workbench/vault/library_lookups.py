"""What the look-up tables of a library file answer: people by name, birth, place, phone and employer.

Values are in normal form (PERSON_SCHEMA).  Every answer is a list of person numbers of the file, at most
``limit``; the rows themselves are read by number.  A file of version 1 knows no first names, places, birth
dates, employers or spellings in its look-ups, and answers what it can.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from workbench.vault.library_rows import COLUMNS
from workbench.vault.library_terms import TermKind, bucket_of, term_keys, terms_in
from workbench.vault.translate import translating

AFTER_WORD = "!"
"""Sorts behind a blank and before every letter: ``MARY`` to ``MARY!`` is MARY and MARY ANN."""
LAST_CHARACTER = "\U0010ffff"
_CHUNK = 400


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


class Lookups:
    """The look-up tables of an open library file of version ``version``; errors name ``file``."""

    def __init__(self, raw: Any, version: int, file: str) -> None:  # noqa: ANN401  (the vault's connection)
        self._raw = raw
        self._whole = version >= 2
        self._file = file
        self._places: tuple[PlaceRow, ...] | None = None

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
        if not self._whole:
            return self._named_first_version(last, first, years, limit)
        where, values = _condition("last", last)
        for more, bound in (
            _condition("first", first) if first is not None else ("", []),
            ("birth_year BETWEEN ? AND ?", list(years)) if years else ("", []),
            _condition("place", tuple(places)) if places is not None else ("", []),
        ):
            if more:
                where += f" AND {more}"
                values += bound
        query = f"SELECT last, first, birth_year, person FROM by_name WHERE {where} LIMIT ?"  # noqa: S608
        found = self._ask(query, [*values, limit])
        return [Named(*row) for row in dict.fromkeys(found)]

    def _named_first_version(
        self, last: Wanted, first: Wanted | None, years: tuple[int, int] | None, limit: int
    ) -> list[Named]:
        where, values = _condition("last", last)
        initials = sorted({text[:1] for text in _texts(first)})
        if initials:
            where += f" AND initial IN ({_marks(initials)})"
            values += initials
        if years:
            where += " AND birth_year BETWEEN ? AND ?"
            values += years
        query = f"SELECT last, initial, birth_year, person FROM by_name WHERE {where} LIMIT ?"  # noqa: S608
        return [Named(*row) for row in self._ask(query, [*values, limit])]

    def born(self, day: int, *, limit: int) -> list[int]:
        """People born on a day, as the number yyyymmdd."""
        if not self._whole:
            return []
        return self._numbers("SELECT person FROM by_birth WHERE day = ? LIMIT ?", [day, limit])

    def streets(self, house: str) -> list[str]:
        """The distinct streets that have a house of this number."""
        rows = self._ask("SELECT DISTINCT street FROM by_place WHERE house = ?", (house,))
        return [row[0] for row in rows]

    def living_at(self, house: str, street: Wanted | None, *, zip_code: str = "", limit: int) -> list[int]:
        """People at a house number; ``zip_code`` may be its beginning."""
        where, values = "house = ?", [house]
        if street is not None:
            more, bound = _condition("street", street)
            where, values = f"{where} AND {more}", [*values, *bound]
        if zip_code:
            where, values = (
                f"{where} AND zip >= ? AND zip < ?",
                [*values, zip_code, zip_code + LAST_CHARACTER],
            )
        return self._numbers(f"SELECT person FROM by_place WHERE {where} LIMIT ?", [*values, limit])  # noqa: S608

    def with_phone(self, phone: str, *, limit: int) -> list[int]:
        """People with this phone."""
        return self._numbers("SELECT person FROM by_phone WHERE phone = ? LIMIT ?", [phone, limit])

    def with_email(self, email: str, *, limit: int) -> list[int]:
        """People with this e-mail."""
        return self._numbers("SELECT person FROM by_email WHERE email = ? LIMIT ?", [email, limit])

    def employed_by(self, employers: Sequence[str], *, limit: int) -> list[int]:
        """People of these employers, spelt as in the file."""
        if not self._whole or not employers:
            return []
        where, values = _condition("employer", tuple(employers))
        return self._numbers(f"SELECT person FROM by_employer WHERE {where} LIMIT ?", [*values, limit])  # noqa: S608

    def places(self) -> tuple[PlaceRow, ...]:
        """Every distinct place of the file; read once."""
        if self._places is None:
            rows = self._ask("SELECT id, city, state, zip FROM place") if self._whole else []
            self._places = tuple(PlaceRow(*row) for row in rows)
        return self._places

    def like(self, kind: TermKind, text: str, most: int = 1000) -> list[Term]:
        """Spellings that share a key with ``text``: one letter off, of one sound, a word of it, others.

        At most ``most``, those that most people bear.
        """
        if not self._whole:
            return []
        keys = term_keys(kind, text)
        buckets = sorted({bucket_of(key) for key in keys})
        query = f"SELECT bucket, pairs FROM term_bucket WHERE bucket IN ({_marks(buckets)})"  # noqa: S608
        pairs = dict(self._ask(query, buckets))
        terms = sorted({t for key in keys if (b := pairs.get(bucket_of(key))) for t in terms_in(b, key)})
        found: list[Term] = []
        for part in _parts(terms):
            chosen = f"SELECT text, people FROM term WHERE id IN ({_marks(part)}) AND kind = ?"  # noqa: S608
            found += [Term(*row) for row in self._ask(chosen, [*part, int(kind)])]
        return sorted(found, key=lambda term: (-term.people, term.text))[:most]

    def rows(self, people: Sequence[int]) -> list[StoredRow]:
        """These people, in the order asked."""
        found: dict[int, StoredRow] = {}
        for part in _parts(people):
            query = f"SELECT id, {', '.join(COLUMNS)} FROM person WHERE id IN ({_marks(part)})"  # noqa: S608
            for row in self._ask(query, list(part)):
                found[row[0]] = StoredRow(row[0], dict(zip(COLUMNS, row[1:], strict=True)))
        return [found[person] for person in people if person in found]

    def _ask(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with translating(self._file):
            found: list[tuple[Any, ...]] = self._raw.execute(query, values).fetchall()
        return found

    def _numbers(self, query: str, values: list[Any]) -> list[int]:
        return list(dict.fromkeys(row[0] for row in self._ask(query, values)))


def _texts(wanted: Wanted | None) -> Iterable[str]:
    if wanted is None:
        return ()
    return (wanted.low,) if isinstance(wanted, Span) else wanted


def _condition(column: str, wanted: Span | tuple[Any, ...]) -> tuple[str, list[Any]]:
    if isinstance(wanted, Span):
        return f"{column} >= ? AND {column} < ?", [wanted.low, wanted.high]
    return f"{column} IN ({_marks(wanted)})", list(wanted)


def _marks(values: Sequence[Any]) -> str:
    return ",".join("?" * len(values))


def _parts(values: Sequence[int]) -> Iterable[Sequence[int]]:
    return (values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK))
