"""The only place that opens, creates or attaches an encrypted database file.

Keys are 32 raw bytes; they reach SQLCipher as exactly 64 hex digits (any other length would silently be
taken for a passphrase) and never as part of a statement's text.  ``cipher_memory_security`` stays off: it
was measured to make attaching and reading a case file four times slower (0.75 ms to 3.1 ms) and creating one
twice, for fewer remains in memory after closing.
"""

import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.pool import NullPool

from workbench.vault import errors
from workbench.vault.files import create_private, require_regular
from workbench.vault.guard import VaultConnection, authorizer
from workbench.vault.translate import translating

KEY_SIZE = 32
APPLICATION_ID = 0x534B5443  # "SKTC": every database of a vault carries it
BUSY_SECONDS = 5.0
_PLAINTEXT = b"SQLite format 3\0"
_SCHEMA = re.compile(r"[a-z][a-z0-9_]{0,23}")
_RESERVED = frozenset({"main", "temp"})


def raw_key(key: bytes) -> str:
    """``key`` in the one form that SQLCipher takes as a raw key; ValueError unless it is 32 bytes."""
    if len(key) != KEY_SIZE:
        raise ValueError("a database key is exactly 32 bytes")
    return f"x'{key.hex()}'"


def connect(
    path: Path, key: bytes, *, create: bool = False, read_only: bool = False, any_thread: bool = False
) -> VaultConnection:
    """An open, checked connection to the encrypted database ``path``; transactions are explicit.

    ``create`` makes the file (0600, refusing anything that is there) and writes its first, empty page.
    ``read_only`` opens without the means to write; a transaction left by a crash must have been rolled back
    by a writer first.  A connection stays in its thread unless ``any_thread``.

    Raises DatabaseMissingError, DatabaseDamagedError (also: wrong key), PlaintextDatabaseError,
    DatabaseExistsError, CipherUnavailableError, or a MachineError.  The caller closes it.
    """
    secret = raw_key(key)
    if create:
        create_private(path)
    else:
        require_encrypted(path)
    try:
        with translating(path.name):
            return _opened(path, secret, create=create, read_only=read_only, any_thread=any_thread)
    except errors.AccessDeniedError:
        if read_only and _has_hot_journal(path):
            raise errors.RecoveryNeededError(path.name) from None
        _undo_creation(path, create=create)
        raise
    except BaseException:
        _undo_creation(path, create=create)
        raise


def _undo_creation(path: Path, *, create: bool) -> None:
    if create:
        with suppress(OSError):
            path.unlink()


def _has_hot_journal(path: Path) -> bool:
    try:
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    except OSError:
        return False


def _opened(path: Path, secret: str, *, create: bool, read_only: bool, any_thread: bool) -> VaultConnection:
    connection = dbapi.connect(
        _uri(path, read_only=read_only), uri=True, isolation_level=None, timeout=BUSY_SECONDS,
        check_same_thread=not any_thread, factory=VaultConnection,
    )  # fmt: skip
    try:
        _assert_sqlcipher(connection)
        connection.execute("PRAGMA cipher_log_level=NONE")  # else page numbers of damaged files go to stderr
        connection.set_key(secret)
        connection.read_only = read_only
        _set_up(connection, "main", path, create=create)
        _set_up_connection(connection)
        connection.set_authorizer(authorizer(connection.door))
    except BaseException:
        connection.close()
        raise
    return connection  # type: ignore[no-any-return]


def _assert_sqlcipher(connection: Any) -> None:  # noqa: ANN401  # may be a connection of a wrong library
    """Before a key is given: a library that shadows SQLCipher is silent here."""
    version = _first(connection, "PRAGMA cipher_version")
    if not str(version or "").startswith("4."):
        raise errors.CipherUnavailableError("it reports no SQLCipher 4")


def require_encrypted(path: Path) -> None:
    """Refuse ``path`` unless it is an ordinary file, not empty and not a readable SQLite database."""
    require_regular(path)
    with translating(path.name), path.open("rb", buffering=0) as file:
        if file.read(len(_PLAINTEXT)) == _PLAINTEXT:
            raise errors.PlaintextDatabaseError(path.name)


def _set_up(connection: VaultConnection, schema: str, path: Path, *, create: bool) -> None:
    """Settings that belong to one file, in the order of docs/architecture.md; reading tests the key."""
    if not _first(connection, "PRAGMA cipher_provider"):
        raise errors.CipherUnavailableError("it reports no cryptographic provider")
    if _first(connection, f"PRAGMA {schema}.cipher_status") != "1":
        raise errors.CipherUnavailableError("a file was opened without its key")
    if create:
        _write_first_page(connection, schema, path)
    if _first(connection, f"PRAGMA {schema}.application_id") != APPLICATION_ID:
        raise errors.DatabaseDamagedError(path.name, what="not a file of this program")
    if _first(connection, f"PRAGMA {schema}.journal_mode=TRUNCATE") not in {"truncate", "off"}:
        raise errors.DatabaseDamagedError(path.name, what="unexpected journal mode")
    connection.execute(f"PRAGMA {schema}.synchronous=FULL")
    if _first(connection, f"PRAGMA {schema}.auto_vacuum") != 0:
        raise errors.DatabaseDamagedError(path.name, what="unexpected layout")
    connection.execute(f"PRAGMA {schema}.secure_delete=ON")
    _first(connection, f"SELECT count(*) FROM {schema}.sqlite_master")  # noqa: S608  # schema is checked


def _write_first_page(connection: VaultConnection, schema: str, path: Path) -> None:
    # Nothing of a person is in this page, so it shows whether bytes are encrypted before any such is written.
    # It needs no sync: the transaction that fills the file syncs all of it, and an empty file is no loss.
    connection.execute(f"PRAGMA {schema}.cipher_page_size=4096")
    connection.execute(f"PRAGMA {schema}.journal_mode=MEMORY")
    connection.execute(f"PRAGMA {schema}.synchronous=OFF")
    connection.execute(f"PRAGMA {schema}.application_id={APPLICATION_ID}")
    require_encrypted(path)


def _set_up_connection(connection: VaultConnection) -> None:
    """Settings that belong to the connection as a whole."""
    pragmas = ["temp_store=MEMORY", "foreign_keys=ON", "trusted_schema=OFF"]
    pragmas.append("cell_size_check=ON")
    if sys.platform == "darwin":
        pragmas.append("fullfsync=ON")
    if connection.read_only:
        pragmas.append("query_only=ON")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def attach(
    connection: VaultConnection | Connection, path: Path, key: bytes, schema: str, *, create: bool = False
) -> None:
    """Make the encrypted database ``path`` part of ``connection`` as ``schema``; the one door for it.

    Outside a transaction only.  Errors as :func:`connect`; after one, nothing is attached and a file that
    was to be created is gone.
    """
    raw = raw_connection(connection)
    secret = raw_key(key)
    _check_schema(raw, schema)
    if create:
        create_private(path)
    else:
        require_encrypted(path)
    try:
        with translating(path.name), raw.door:
            raw.execute(f"ATTACH DATABASE ? AS {schema} KEY ?", (_uri(path, read_only=raw.read_only), secret))
            try:
                _set_up(raw, schema, path, create=create)
            except BaseException:
                raw.execute(f"DETACH DATABASE {schema}")
                raise
    except BaseException:
        _undo_creation(path, create=create)
        raise
    raw.attached[schema] = path


def detach(connection: VaultConnection | Connection, schema: str) -> None:
    """Close the file attached as ``schema``; outside a transaction only.  Unknown schema: ValueError."""
    raw = raw_connection(connection)
    if schema not in raw.attached:
        raise ValueError("no such schema is attached")
    with translating(raw.attached[schema].name), raw.door:
        if not raw.read_only and not raw.in_transaction:
            raw.execute(
                f"PRAGMA {schema}.journal_mode=DELETE"
            )  # a closed file is one file, without its journal
        raw.execute(f"DETACH DATABASE {schema}")
    del raw.attached[schema]


def vacuum(connection: VaultConnection | Connection, schema: str = "main") -> None:
    """Rewrite the file of ``schema`` without its free pages; outside a transaction only."""
    raw = raw_connection(connection)
    if schema != "main" and schema not in raw.attached:
        raise ValueError("no such schema is attached")
    with translating(schema), raw.door:
        raw.execute(f"VACUUM {schema}")


def _check_schema(raw: VaultConnection, schema: str) -> None:
    if not _SCHEMA.fullmatch(schema) or schema in _RESERVED:
        raise ValueError("not a schema name that may be attached")
    if schema in raw.attached:
        raise ValueError("this schema is attached already")


def raw_connection(connection: VaultConnection | Connection) -> VaultConnection:
    """The database module's own connection under a SQLAlchemy one."""
    if isinstance(connection, Connection):
        inner = connection.connection.dbapi_connection
        if not isinstance(inner, VaultConnection):
            raise TypeError("not a connection that this module opened")
        return inner
    return connection


def engine(
    path: Path,
    key: bytes,
    *,
    read_only: bool = False,
    any_thread: bool = False,
    deferred: bool = False,
    prepare: Callable[[VaultConnection], None] | None = None,
) -> Engine:
    """A SQLAlchemy engine on the existing file ``path``: one new, checked connection for each checkout.

    A transaction begins with BEGIN IMMEDIATE (read-only or ``deferred``: BEGIN).  ``prepare`` runs on each
    new connection, to attach further files or set its cache.  No error text ever holds bound values.
    """

    def creator() -> VaultConnection:
        connection = connect(path, key, read_only=read_only, any_thread=any_thread)
        if prepare is not None:
            try:
                prepare(connection)
            except BaseException:
                connection.close()
                raise
        return connection

    made = create_engine(
        "sqlite+pysqlite://", module=dbapi, creator=creator, poolclass=NullPool, hide_parameters=True
    )
    begin = "BEGIN" if read_only or deferred else "BEGIN IMMEDIATE"

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made


def _uri(path: Path, *, read_only: bool) -> str:
    # as_uri() would make a host of a Windows share's name, which SQLite refuses.
    text = path.absolute().as_posix()
    quoted = quote_from_bytes(text.encode("utf-8", "surrogateescape"), safe="/:")
    return f"file://{'' if text.startswith('/') else '/'}{quoted}?mode={'ro' if read_only else 'rw'}"


def _first(connection: Any, statement: str) -> Any:  # noqa: ANN401
    row = connection.execute(statement).fetchone()
    return row[0] if row else None
