"""The one writing connection of an open vault: catalog.db with vault.db attached; case files join it.

Every change is one transaction over all files it touches.  TRUNCATE journals with synchronous FULL make
it atomic through SQLite's super-journal (docs/architecture.md, "Storage").
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection

from workbench.base.errors import UserError
from workbench.vault import cipher, schema_case, schema_vault
from workbench.vault.guard import VaultConnection
from workbench.vault.translate import translating

CATALOG_FILE = "catalog.db"
VAULT_FILE = "vault.db"
_CACHE_KIB = 64 * 1024


class ReadOnlyVaultError(UserError):
    """A change was asked of a vault that is open for reading."""

    code = "vault.read_only"

    def __init__(self) -> None:
        super().__init__("This vault is open read-only; nothing was changed.", hint="Open it for writing.")


class Session:
    """Connection and transactions of one open vault; belongs to the thread that made it."""

    def __init__(
        self,
        folder: Path,
        catalog_key: bytes,
        vault_key: bytes,
        *,
        read_only: bool,
        vault_file: str = VAULT_FILE,
        catalog_file: str = CATALOG_FILE,
    ) -> None:
        """Open the catalog and attach the key store; errors as ``cipher.connect``, naming the file."""
        self.folder = folder
        self.read_only = read_only

        def prepare(raw: VaultConnection) -> None:
            raw.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
            cipher.attach(raw, folder / vault_file, vault_key, schema_vault.SCHEMA)

        # Deferred: IMMEDIATE would make a writer of every attached file, and so each commit, even of a mere
        # reading, pay for a super-journal (8 ms instead of 0.02).  The vault's lock keeps other writers away.
        self._engine = cipher.engine(
            folder / catalog_file, catalog_key, read_only=read_only, deferred=True, prepare=prepare
        )
        self._connection = self._engine.connect()

    @property
    def connection(self) -> Connection:
        """The SQLAlchemy connection itself."""
        return self._connection

    @property
    def changes(self) -> int:
        """Counts the rows written since the session began, in whatever file: equal means nothing changed.

        -1 for a session that only reads: what another program writes meanwhile is not counted.
        """
        raw: Any = self._connection.connection.dbapi_connection
        return -1 if self.read_only else int(raw.total_changes)

    @contextmanager
    def reading(self, file: str = CATALOG_FILE) -> Iterator[Connection]:
        """A consistent view: joins the transaction under way or makes one that ends with the block.

        ``file`` is the database that an error inside the block is about.
        """
        if self._connection.in_transaction():
            yield self._connection
            return
        with translating(file), self._connection.begin():
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction over every attached file: all of the block or, after an exception, none of it.

        Joins the transaction under way, so that several repositories can share one.
        """
        self.require_writable()
        with self.reading() as conn:
            yield conn

    def require_writable(self) -> None:
        """Raise ReadOnlyVaultError when the vault was opened read-only."""
        if self.read_only:
            raise ReadOnlyVaultError

    @contextmanager
    def with_case(self, path: Path, key: bytes) -> Iterator[Connection]:
        """The connection while the case file ``path`` is attached to it as ``casefile``.

        Outside a transaction only.
        """
        cipher.attach(self._connection, path, key, schema_case.SCHEMA)
        try:
            yield self._connection
        finally:
            cipher.detach(self._connection, schema_case.SCHEMA)

    def close(self) -> None:
        """Close every file; the session cannot be used afterwards."""
        self._connection.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the rollback journal of ``path``."""
    return path.with_name(path.name + "-journal")


def has_journal(path: Path) -> bool:
    """Whether a rollback journal with content lies beside ``path``."""
    try:
        return journal_of(path).stat().st_size > 0
    except FileNotFoundError:
        return False
