"""One writer at a time, held by the operating system, so that a killed program leaves nothing to clean up.

Two locks are taken together: one on ``vault.lock`` and, on POSIX, one on the folder itself, which still
excludes a second writer when someone deletes ``vault.lock``.  Windows does not let an open lock file be
deleted.  Reading needs no lock.  On a network share the locks are only as good as the share's.
"""

import os
import sys
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from workbench.vault.errors import VaultInUseError, VaultNotFoundError
from workbench.vault.header import LOCK_NAME
from workbench.vault.translate import translating

if sys.platform == "win32":

    def _lock_folder(_folder: Path) -> int:
        """Nothing to hold: an open lock file cannot be deleted here."""
        return -1

else:
    import fcntl

    def _lock_folder(folder: Path) -> int:
        """An open, locked descriptor of ``folder``."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise VaultInUseError from None
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor


class VaultLock:
    """The right to write in one vault folder; a context manager, or acquire and release."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = FileLock(folder / LOCK_NAME, timeout=0, mode=0o600, thread_local=False)
        self._descriptor = -1

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._file.is_locked

    def acquire(self) -> None:
        """Take the lock at once or raise VaultInUseError; VaultNotFoundError if there is no such folder."""
        if self.held:
            raise VaultInUseError
        if not self._folder.is_dir():
            raise VaultNotFoundError
        with translating(LOCK_NAME):
            try:
                self._file.acquire()
            except Timeout:
                raise VaultInUseError from None
            try:
                self._descriptor = _lock_folder(self._folder)
            except BaseException:
                self._file.release()
                raise

    def release(self) -> None:
        """Give the lock back; nothing if it is not held."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        self._file.release()

    def __enter__(self) -> "VaultLock":
        self.acquire()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.release()
