"""Writes one library file; usable in a child process that has its path and key and nothing else.

While it is built the file has no journal and no syncs: an unfinished one is garbage.  Rows stream in; the
look-up tables are filled at the end in blocks, each sorted in memory, so that memory stays bounded.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import polars as pl

from workbench.normalize.tables import PERSON_SCHEMA
from workbench.vault import cipher, keys, migrations
from workbench.vault.construction import sync_all
from workbench.vault.library_rows import BOUND, COLUMNS, storable
from workbench.vault.translate import translating
from workbench.vault.values import Reject

FINISHED = "finished"
_BLOCK = 1_000_000
_CACHE_KIB = 128 * 1024
_SLICE = 20_000

# The database module takes 2 µs to bind a None and 0.05 to bind a string, so absent values travel as marks.
_PEOPLE = f"INSERT INTO person({', '.join(COLUMNS)}) VALUES ({', '.join(BOUND)})"  # noqa: S608
_LOOKUPS = (
    "INSERT INTO by_row SELECT row_number, id FROM person WHERE id BETWEEN ?1 AND ?2 ORDER BY 1, 2",
    """INSERT OR IGNORE INTO by_name SELECT last, substr(ifnull(first, ''), 1, 1), ifnull(birth_year, 0), id
        FROM person WHERE id BETWEEN ?1 AND ?2 AND last IS NOT NULL ORDER BY 1, 2, 3, 4""",
    """INSERT OR IGNORE INTO by_name
        SELECT former_last, substr(ifnull(first, ''), 1, 1), ifnull(birth_year, 0), id
        FROM person WHERE id BETWEEN ?1 AND ?2 AND former_last IS NOT NULL ORDER BY 1, 2, 3, 4""",
    """INSERT OR IGNORE INTO by_place
        SELECT address_house, ifnull(address_street, ''), ifnull(address_zip, ''), id
        FROM person WHERE id BETWEEN ?1 AND ?2 AND address_house IS NOT NULL ORDER BY 1, 2, 3, 4""",
    """INSERT OR IGNORE INTO by_place
        SELECT mailing_house, ifnull(mailing_street, ''), ifnull(mailing_zip, ''), id
        FROM person WHERE id BETWEEN ?1 AND ?2 AND mailing_house IS NOT NULL ORDER BY 1, 2, 3, 4""",
    """INSERT OR IGNORE INTO by_phone SELECT j.value, p.id FROM person p, json_each(p.phones) j
        WHERE p.id BETWEEN ?1 AND ?2 AND p.phones IS NOT NULL ORDER BY 1, 2""",
    """INSERT OR IGNORE INTO by_email SELECT j.value, p.id FROM person p, json_each(p.emails) j
        WHERE p.id BETWEEN ?1 AND ?2 AND p.emails IS NOT NULL ORDER BY 1, 2""",
)


class LibraryWriter:
    """A library file being built: write, then finish.  Left without finish, its file is removed."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Create ``path``; DatabaseExistsError if anything is there."""
        self._path = path
        self._people = 0
        self._rejects = 0
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
        rows = storable(frame)
        with translating(self._path.name):
            for part in rows.iter_slices(_SLICE):
                self._raw.executemany(_PEOPLE, part.rows())
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
            for statement in _LOOKUPS:
                for first in range(1, self._people + 1, _BLOCK):
                    self._raw.execute(statement, (first, first + _BLOCK - 1))
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
