"""Numbered steps from nothing to the present schema of each kind of database; none is ever changed.

A step's module has ``VERSION`` and ``statements(schema)``.  ``user_version`` tells what a file is and how
far: the kind's number × 1000 + its version.  The steps that are missing run inside the caller's transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workbench.vault.errors import DatabaseDamagedError, RecoveryNeededError, VaultTooNewError
from workbench.vault.migrations import (
    case_0001,
    catalog_0001,
    catalog_0002,
    catalog_0003,
    catalog_0004,
    library_0001,
    library_0002,
    vault_0001,
)

Execute = Callable[[str], Any]
"""Runs one SQL statement and returns a cursor or result with ``fetchone``."""

Step = tuple[int, Callable[[str], tuple[str, ...]]]
_KIND_UNIT = 1000


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of database: its number and its steps in order, the last one the present version."""

    name: str
    number: int
    steps: tuple[Step, ...]

    @property
    def version(self) -> int:
        """The version that this program writes."""
        return self.steps[-1][0]

    def stamp(self, version: int) -> int:
        """The ``user_version`` of a file of this kind at ``version``."""
        return self.number * _KIND_UNIT + version


CASE = Kind("case", 1, ((case_0001.VERSION, case_0001.statements),))
CATALOG = Kind(
    "catalog",
    2,
    (
        (catalog_0001.VERSION, catalog_0001.statements),
        (catalog_0002.VERSION, catalog_0002.statements),
        (catalog_0003.VERSION, catalog_0003.statements),
        (catalog_0004.VERSION, catalog_0004.statements),
    ),
)
VAULT = Kind("vault", 3, ((vault_0001.VERSION, vault_0001.statements),))
LIBRARY = Kind(
    "library",
    4,
    ((library_0001.VERSION, library_0001.statements), (library_0002.VERSION, library_0002.statements)),
)
KINDS = (CASE, CATALOG, VAULT, LIBRARY)


def create(execute: Execute, kind: Kind, schema: str) -> None:
    """Make an empty database one of this kind at the present version."""
    _run(execute, kind, schema, 0)


def version_of(execute: Execute, kind: Kind, schema: str, file: str) -> int:
    """The version of the existing database ``file``, attached as ``schema``.

    Raises DatabaseDamagedError for another kind of file and VaultTooNewError for a later version.
    """
    stamp = int(execute(f"PRAGMA {schema}.user_version").fetchone()[0])
    number, version = divmod(stamp, _KIND_UNIT)
    if number != kind.number or version < 1:
        raise DatabaseDamagedError(file, what="another kind of file")
    if version > kind.version:
        raise VaultTooNewError(file)
    return version


def require_current(execute: Execute, kind: Kind, schema: str, file: str) -> None:
    """Raise RecoveryNeededError when the database is older and only a writer may bring it up to date."""
    if version_of(execute, kind, schema, file) != kind.version:
        raise RecoveryNeededError(file, what="an older format")


def upgrade(execute: Execute, kind: Kind, schema: str, file: str) -> bool:
    """Bring an existing database to the present version in the caller's transaction; whether it changed."""
    version = version_of(execute, kind, schema, file)
    _run(execute, kind, schema, version)
    return version != kind.version


def _run(execute: Execute, kind: Kind, schema: str, version: int) -> None:
    for number, statements in kind.steps:
        if number > version:
            for statement in statements(schema):
                execute(statement)
            execute(f"PRAGMA {schema}.user_version={kind.stamp(number)}")
