"""Reads one library file: who lives here, whose phone is this, everyone of a name; needs path and key only.

:class:`LibraryWriter` (in ``library_writer``) makes such files and is importable from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import polars as pl

from workbench.base.errors import UserError
from workbench.model.lead import RecordPerson
from workbench.vault import cipher, keys, migrations
from workbench.vault.errors import LibraryDamagedError
from workbench.vault.library_lookups import Lookups
from workbench.vault.library_near import Likeness, NearPeople, near
from workbench.vault.library_rows import COLUMNS, JOINED, as_frame, as_person, cut_frame
from workbench.vault.library_writer import FINISHED, LibraryWriter
from workbench.vault.translate import translating
from workbench.vault.values import Reject

__all__ = ["LibraryCounts", "LibraryFile", "LibraryWriter", "NothingToSearchError"]

_CACHE_KIB = 16 * 1024
_SELECTED = ", ".join(f"p.{column}" for column in COLUMNS)
_LAST = "\U0010ffff"
"""Sorts after every character, so ``x <= prefix + _LAST`` ends a range of prefixes."""


class NothingToSearchError(UserError):
    """A library search without a name, a house number, a phone or an e-mail would read the whole file."""

    code = "library.nothing_to_search"

    def __init__(self) -> None:
        super().__init__(
            "A search needs a last name, a house number, a phone or an e-mail.",
            hint="Add one of them; street, ZIP, initial and birth year narrow it down.",
        )


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How many people and rejected rows a library file holds."""

    people: int
    rejects: int


@dataclass(frozen=True, slots=True)
class _Lookup:
    table: str
    where: list[str]
    values: list[object]


class LibraryFile:
    """An open library file; a context manager."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open ``path``; errors as ``cipher.connect``, LibraryDamagedError for an unfinished one."""
        self._name = path.name
        self._import_id = path.name.split(".", 1)[0]
        self._raw = cipher.connect(path, keys.database_key(key), read_only=True)
        try:
            self._raw.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
            self.version = migrations.version_of(self._raw.execute, migrations.LIBRARY, "main", path.name)
            self._require_finished()
        except BaseException:
            self._raw.close()
            raise

    def _require_finished(self) -> None:
        if self.meta().get(FINISHED) != "yes":
            raise LibraryDamagedError(self._name, what="it was never finished")

    def search(
        self,
        *,
        name: str = "",
        first_initial: str = "",
        birth_year: int | None = None,
        house: str = "",
        street: str = "",
        zip_code: str = "",
        phone: str = "",
        email: str = "",
        limit: int = 200,
    ) -> tuple[RecordPerson, ...]:
        """People to whom all that is given applies, at most ``limit``, in file order within each key.

        ``name`` is a last or former last name, ``street`` the beginning of a normalised street, the rest
        normalised values as in PERSON_SCHEMA; case does not matter.  NothingToSearchError without a name, a
        house, a phone or an e-mail.
        """
        initial = first_initial.strip().upper()[:1]
        lookups = [
            *_by_value("by_phone", "phone", phone.strip()),
            *_by_value("by_email", "email", email.strip().lower()),
            *_by_place(house.strip().upper(), street.strip().upper(), zip_code.strip()),
            *_by_name(name.strip().upper(), initial, birth_year, self.version),
        ]
        if not lookups:
            raise NothingToSearchError
        return self._people(lookups, _of_person(name.strip().upper(), initial, birth_year), limit)

    def _people(self, lookups: list[_Lookup], person: _Lookup, limit: int) -> tuple[RecordPerson, ...]:
        """The first look-up, the most telling one, finds people; the others and ``person`` must hold too."""
        first, *others = lookups
        where, values = [*first.where], [*first.values]
        for other in [lookup for lookup in others if lookup.table != "by_name"]:
            chosen = f"SELECT k.person FROM {other.table} k WHERE {' AND '.join(other.where)}"  # noqa: S608
            where.append(f"k.person IN ({chosen})")
            values += other.values
        if first.table != "by_name":
            where += person.where
            values += person.values
        # A person of two places or names stands twice in a look-up table.
        joined = "" if first.table == "by_name" else "JOIN person p ON p.id = k.person"
        chosen = f"SELECT k.person FROM {first.table} k {joined} WHERE {' AND '.join(where)}"  # noqa: S608
        query = f"SELECT {_SELECTED} FROM person p WHERE p.id IN ({chosen}) LIMIT ?"  # noqa: S608
        with translating(self._name):
            rows = self._raw.execute(query, [*values, limit]).fetchall()
        return tuple(as_person(self._import_id, row) for row in rows)

    def row(self, row_number: int) -> tuple[RecordPerson, ...]:
        """The people of one data row of the imported file (1-based); none if it was not taken."""
        query = f"SELECT {_SELECTED} FROM by_row k JOIN person p ON p.id = k.person WHERE k.row_number = ?"  # noqa: S608
        with translating(self._name):
            rows = self._raw.execute(query, (row_number,)).fetchall()
        return tuple(as_person(self._import_id, row) for row in rows)

    def row_frame(self, row_number: int) -> pl.DataFrame:
        """The people of one data row as a frame of PERSON_SCHEMA."""
        query = f"SELECT {_SELECTED} FROM by_row k JOIN person p ON p.id = k.person WHERE k.row_number = ?"  # noqa: S608
        with translating(self._name):
            return as_frame(self._raw.execute(query, (row_number,)).fetchall())

    def near(self, wanted: Likeness) -> NearPeople:
        """People who resemble ``wanted`` in any one respect, with what their scores need of the file."""
        rows = self.counts().people
        with translating(self._name):
            return near(self._raw.execute, wanted, rows, self.version)

    def frames(self, rows: int = 100_000) -> Iterator[pl.DataFrame]:
        """All people in file order as frames of PERSON_SCHEMA, each of at most ``rows``."""
        after = 0
        with translating(self._name):
            last = self._raw.execute("SELECT max(id) FROM person").fetchone()[0] or 0
        while after < last:
            yield self._frame(after, after + rows)
            after += rows

    def _frame(self, after: int, last: int) -> pl.DataFrame:
        """People behind ``after`` up to ``last``.

        The database joins them to one text that polars cuts again: a value of its own for every cell takes
        several times as long.  Where a value holds one of the marks they are fetched one by one.
        """
        with translating(self._name):
            count, text = self._raw.execute(JOINED, (after, last)).fetchone()
            frame = cut_frame(text or "", count)
            if frame is None:
                query = f"SELECT {_SELECTED} FROM person p WHERE p.id > ? AND p.id <= ? ORDER BY p.id"  # noqa: S608
                frame = as_frame(self._raw.execute(query, (after, last)).fetchall())
        return frame

    def rejects(self) -> Iterator[Reject]:
        """Rows that were not taken, in file order."""
        with translating(self._name):
            for row in self._raw.execute("SELECT row_number, reason, raw FROM reject ORDER BY place"):
                yield Reject(*row)

    def meta(self) -> dict[str, str]:
        """What the import noted about the file."""
        with translating(self._name):
            return dict(self._raw.execute("SELECT key, value FROM library_meta").fetchall())

    def counts(self) -> LibraryCounts:
        """How many people and rejected rows there are."""
        meta = self.meta()
        return LibraryCounts(int(meta["people"]), int(meta["rejects"]))

    def fault(self) -> str:
        """What the page seals or the structure check object to; "" when neither does.  Reads everything."""
        with translating(self._name):
            pages: list[Any] = self._raw.execute("PRAGMA cipher_integrity_check").fetchall()
            if pages:
                return f"{len(pages)} pages fail their seal"
            found = self._raw.execute("PRAGMA integrity_check").fetchall()
        return "" if found == [("ok",)] else "its structure is damaged"

    def lookups(self, cache_kib: int = _CACHE_KIB) -> Lookups:
        """The look-up tables, for a search over several files; usable until the file is closed."""
        with translating(self._name):
            self._raw.execute(f"PRAGMA cache_size=-{cache_kib}")
        return Lookups(self._raw, self.version, self._name)

    def close(self) -> None:
        """Close the file."""
        self._raw.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _of_person(name: str, initial: str, birth_year: int | None) -> _Lookup:
    where: list[str] = []
    values: list[object] = []
    if name:
        where.append("(p.last = ? OR p.former_last = ?)")
        values += [name, name]
    if initial:
        where.append("p.first >= ? AND p.first <= ?")
        values += [initial, initial + _LAST]
    if birth_year is not None:
        where.append("p.birth_year = ?")
        values.append(birth_year)
    return _Lookup("person", where, values)


def _by_name(name: str, initial: str, birth_year: int | None, version: int) -> Iterator[_Lookup]:
    if not name:
        return
    where: list[str] = ["k.last = ?"]
    values: list[object] = [name]
    if initial and version == 1:
        where.append("k.initial = ?")
        values.append(initial)
    elif initial:
        where.append("k.first >= ? AND k.first <= ?")
        values += [initial, initial + _LAST]
    if birth_year is not None:
        where.append("k.birth_year = ?")
        values.append(birth_year)
    yield _Lookup("by_name", where, values)


def _by_place(house: str, street: str, zip_code: str) -> Iterator[_Lookup]:
    if not house:
        return
    where, values = ["k.house = ?"], [house]
    if street:
        where.append("k.street >= ? AND k.street <= ?")
        values += [street, street + _LAST]
    if zip_code:
        where.append("k.zip = ?")
        values.append(zip_code)
    yield _Lookup("by_place", where, list(values))


def _by_value(table: str, column: str, value: str) -> Iterator[_Lookup]:
    if value:
        yield _Lookup(table, [f"k.{column} = ?"], [value])
