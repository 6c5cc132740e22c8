"""Writes one library file; usable in a child process that has its path and key and nothing else.

While it is built the file has no journal and no syncs: an unfinished one is garbage.  Rows stream in; the
look-up tables are filled at the end in blocks, each sorted in memory, so that memory stays bounded; then the
distinct spellings in them.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import polars as pl

from workbench.normalize.tables import PERSON_SCHEMA
from workbench.vault import cipher, keys, migrations
from workbench.vault.construction import sync_all
from workbench.vault.library_places import PlaceNumbers
from workbench.vault.library_rows import BOUND, COLUMNS, storable
from workbench.vault.library_terms import TermCounts, write_terms
from workbench.vault.translate import translating
from workbench.vault.values import Reject

FINISHED = "finished"
_BLOCK = 1_000_000
_CACHE_KIB = 128 * 1024
_SLICE = 20_000

# The database module takes 2 µs to bind a None and 0.05 to bind a string, so absent values travel as marks.
_PEOPLE = f"INSERT INTO person({', '.join(COLUMNS)}, place, mailing_place) VALUES ({', '.join(BOUND)}, ?, ?)"  # noqa: S608
_OF_BLOCK = "FROM person WHERE id BETWEEN ?1 AND ?2"
_EVERY = "row_number"
"""A column that every person has."""


def _names(last: str, place: str, only: str = "") -> str:
    return (
        f"INSERT OR IGNORE INTO by_name SELECT {last}, ifnull(first, ''), ifnull(birth_year, 0), {place}, id"
        f" {_OF_BLOCK} AND {last} IS NOT NULL {only} ORDER BY 1, 2, 3, 4, 5"
    )


def _places(prefix: str) -> str:
    parts = f"{prefix}_house, ifnull({prefix}_street, ''), ifnull({prefix}_zip, '')"
    return (
        f"INSERT OR IGNORE INTO by_place SELECT {parts}, id"
        f" {_OF_BLOCK} AND {prefix}_house IS NOT NULL ORDER BY 1, 2, 3, 4"
    )


def _valued(table: str, value: str, column: str) -> str:
    return (
        f"INSERT OR IGNORE INTO by_{table} SELECT {value}, id"
        f" {_OF_BLOCK} AND {column} IS NOT NULL ORDER BY 1, 2"
    )


def _listed(kind: str) -> str:
    return (
        f"INSERT OR IGNORE INTO by_{kind} SELECT j.value, p.id FROM person p, json_each(p.{kind}s) j"  # noqa: S608
        f" WHERE p.id BETWEEN ?1 AND ?2 AND p.{kind}s IS NOT NULL ORDER BY 1, 2"
    )


_ELSEWHERE = "AND mailing_place NOT IN (0, place)"
_LOOKUPS = (
    (_EVERY, f"INSERT INTO by_row SELECT row_number, id {_OF_BLOCK} ORDER BY 1, 2"),
    ("last", _names("last", "place")),
    ("mailing_place", _names("last", "mailing_place", _ELSEWHERE)),
    ("former_last", _names("former_last", "place")),
    ("former_last", _names("former_last", "mailing_place", _ELSEWHERE)),
    ("birth_date", _valued("birth", "CAST(replace(birth_date, '-', '') AS INTEGER)", "birth_date")),
    ("employer", _valued("employer", "employer", "employer")),
    ("address_house", _places("address")),
    ("mailing_house", _places("mailing")),
    ("phones", _listed("phone")),
    ("emails", _listed("email")),
)
"""(column without which there is nothing to do, statement) of each look-up table, for one block of people."""


class LibraryWriter:
    """A library file being built: write, then finish.  Left without finish, its file is removed."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Create ``path``; DatabaseExistsError if anything is there."""
        self._path = path
        self._people = 0
        self._rejects = 0
        self._places = PlaceNumbers()
        self._terms = TermCounts()
        self._present: set[str] = set()
        self._finished = False
        self._raw = cipher.connect(path, keys.database_key(key), create=True)
        with self._raw.door:
            for pragma in (
                "journal_mode=OFF",
                "synchronous=OFF",
                f"cache_size=-{_CACHE_KIB}",
                "cache_spill=ON",
            ):
                self._raw.execute(f"PRAGMA {pragma}")
        self._raw.execute("BEGIN IMMEDIATE")
        migrations.create(self._raw.execute, migrations.LIBRARY, "main")

    def write(self, frame: pl.DataFrame) -> int:
        """Add the people of ``frame`` (PERSON_SCHEMA); how many there are so far.

        ValueError for a frame of other columns.
        """
        if frame.columns != list(PERSON_SCHEMA):
            raise ValueError("not a frame of PERSON_SCHEMA")
        rows = storable(frame).with_columns(
            self._places.numbers(frame, "address").alias("place"),
            self._places.numbers(frame, "mailing").alias("mailing_place"),
        )
        with translating(self._path.name):
            self._raw.executemany("INSERT INTO place VALUES (?,?,?,?)", self._places.fresh())
            for part in rows.iter_slices(_SLICE):
                self._raw.executemany(_PEOPLE, part.rows())
        self._terms.add(frame)
        self._present.update(name for name in frame.columns if frame[name].null_count() < frame.height)
        if (rows["mailing_place"] > 0).any():
            self._present.add("mailing_place")
        self._people += frame.height
        return self._people

    def write_rejects(self, rejects: Iterable[Reject]) -> int:
        """Add rows that were not taken; how many there are so far."""
        with translating(self._path.name):
            rows = [(r.row_number, r.reason, r.raw) for r in rejects]
            self._raw.executemany("INSERT INTO reject(row_number, reason, raw) VALUES (?,?,?)", rows)
        self._rejects += len(rows)
        return self._rejects

    def write_meta(self, values: Mapping[str, str]) -> None:
        """Keep facts about the file: profile, purpose, digest …"""
        with translating(self._path.name):
            self._raw.executemany("INSERT OR REPLACE INTO library_meta VALUES (?,?)", list(values.items()))

    def finish(self) -> None:
        """Fill the look-up tables, bring the file to the disk and close it."""
        with translating(self._path.name):
            for column, statement in _LOOKUPS:
                if column in self._present:
                    for first in range(1, self._people + 1, _BLOCK):
                        self._raw.execute(statement, (first, first + _BLOCK - 1))
            write_terms(self._raw, self._terms)
            counts = {"people": str(self._people), "rejects": str(self._rejects), FINISHED: "yes"}
            self.write_meta(counts)
            self._raw.execute("COMMIT")
            self._raw.close()
            sync_all([self._path])
        self._finished = True

    def abandon(self) -> None:
        """Close and remove the file; nothing after finish."""
        if not self._finished:
            self._raw.close()
            self._path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()
