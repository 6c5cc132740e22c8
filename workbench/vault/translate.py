"""Turns the errors of the operating system and of SQLite into this package's own, by code, never by text."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy.exc import DBAPIError

from workbench.vault import errors

_PRIMARY = 0xFF


def translated(error: BaseException, file: str) -> Exception | None:
    """The vault error that ``error`` means for ``file`` (a name without folder); None for a defect of ours.

    Understands OSError, errors of the database module, and SQLAlchemy's wrappings of them.
    """
    if isinstance(error, DBAPIError):
        error = error.orig or error
    if isinstance(error, OSError):
        return _from_os(error, file)
    code = getattr(error, "sqlite_errorcode", None)
    return _from_sqlite(code & _PRIMARY, file) if isinstance(code, int) else None


def _from_os(error: OSError, file: str) -> Exception:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return errors.DiskFullError()
    if error.errno == errno.ENOENT:
        return errors.DatabaseMissingError(file)
    if error.errno == errno.EEXIST:
        return errors.DatabaseExistsError(file)
    if getattr(error, "winerror", None) in {32, 33}:
        return errors.FileBusyError(file)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return errors.AccessDeniedError(file)
    return errors.DiskFaultError(file)


def _from_sqlite(code: int, file: str) -> Exception | None:
    if code in {dbapi.SQLITE_NOTADB, dbapi.SQLITE_CORRUPT}:
        return errors.DatabaseDamagedError(file)
    if code == dbapi.SQLITE_FULL:
        return errors.DiskFullError()
    if code in {dbapi.SQLITE_BUSY, dbapi.SQLITE_LOCKED}:
        return errors.FileBusyError(file)
    if code in {dbapi.SQLITE_CANTOPEN, dbapi.SQLITE_READONLY, dbapi.SQLITE_PERM}:
        return errors.AccessDeniedError(file)
    if code == dbapi.SQLITE_IOERR:
        return errors.DiskFaultError(file)
    return None


@contextmanager
def translating(file: str) -> Iterator[None]:
    """Raise the vault error for ``file`` in place of an operating-system or SQLite error inside the block."""
    try:
        yield
    except (OSError, dbapi.Error, DBAPIError) as error:
        known = translated(error, file)
        if known is None:
            raise
        raise known from None
