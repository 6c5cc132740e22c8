"""Files and folders that only their owner can read, written so that a crash leaves the old or the new.

On POSIX, folders are 0700 and files 0600 from the first byte on.  On Windows a folder made with mode 0700
gets an access list of its owner and the administrators alone (Python 3.12.4, 3.11.10 and later), which its
files inherit; on older interpreters the rights of the enclosing folder apply.  A folder cannot be synced on
Windows: NTFS journals the rename itself.
"""

import contextlib
import os
import shutil
import stat
import sys
import time
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from workbench.vault.errors import (
    AccessDeniedError,
    DatabaseDamagedError,
    DatabaseMissingError,
    DiskFullError,
)
from workbench.vault.translate import translating

if sys.platform != "win32":
    import fcntl

DIGEST_SIZE = 32
_BLOCK = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)
_SHARING = frozenset({5, 32, 33})  # ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION
_RETRIES = 14  # 1 + 2 + 4 … ms, at most 250 ms each: about 2.5 s in all


@dataclass(frozen=True, slots=True)
class FileState:
    """What a closed file was: its size in bytes and the keyed digest of its content."""

    size: int
    digest: bytes


def make_private_folder(folder: Path) -> None:
    """Create ``folder`` (and missing parents) for its owner alone; an existing one is narrowed to 0700."""
    with translating(folder.name):
        # Not parents=True: that would make the missing parents with everybody's rights.
        missing = [parent for parent in folder.parents if not parent.exists()]
        for parent in reversed(missing):
            parent.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        if os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) != 0o700:
            folder.chmod(0o700)


def create_private(path: Path) -> None:
    """Create the empty file ``path``, 0600; DatabaseExistsError if anything is there, even a dead link."""
    with translating(path.name):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600))


def require_regular(path: Path) -> os.stat_result:
    """The status of ``path``; refuses a missing, linked, special or empty file without opening it."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        raise DatabaseMissingError(path.name) from None
    except OSError:
        raise AccessDeniedError(path.name) from None
    if not stat.S_ISREG(status.st_mode):
        raise DatabaseDamagedError(path.name, what="not an ordinary file")
    if status.st_size == 0:
        raise DatabaseDamagedError(path.name, what="empty")
    return status


def read_bounded(path: Path, limit: int) -> bytes:
    """The first ``limit`` + 1 bytes of ``path``: one more than allowed shows that it is too long."""
    require_regular(path)
    with translating(path.name), path.open("rb") as file:
        return file.read(limit + 1)


def sync_file(descriptor: int) -> None:
    """Bring a file's content to the disk itself (macOS: past the drive's cache)."""
    if sys.platform == "darwin":
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def fsync_dir(folder: Path) -> None:
    """Bring the names in ``folder`` to the disk; nothing on Windows (see the module's text)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def held_elsewhere(error: PermissionError) -> bool:
    """Whether Windows refused because somebody else (a scanner, a reader of ours) has the file open."""
    return getattr(error, "winerror", None) in _SHARING


def replace(source: Path, target: Path) -> None:
    """Rename ``source`` over ``target``; on Windows waits up to 2.5 s for a scanner or sync client."""
    for attempt in range(_RETRIES):
        try:
            source.replace(target)
        except PermissionError as error:
            last = attempt == _RETRIES - 1
            if not held_elsewhere(error) or last:
                raise
            time.sleep(min(0.25, 0.001 * 2**attempt))
        else:
            return


def write_atomic(path: Path, content: bytes) -> None:
    """Make ``path`` hold ``content``: after a crash it holds all of the old or all of the new, 0600."""
    new = path.with_name(path.name + ".new")
    with translating(path.name):
        new.unlink(missing_ok=True)
        descriptor = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)
        try:
            with os.fdopen(descriptor, "wb", closefd=True) as file:
                file.write(content)
                file.flush()
                sync_file(file.fileno())
            replace(new, path)
        except BaseException:
            with contextlib.suppress(OSError):
                new.unlink()
            raise
        fsync_dir(path.parent)


def file_state(path: Path, key: bytes) -> FileState:
    """Size and keyed BLAKE2b-256 of ``path``; costs about 0.1 ms for a fresh case file."""
    digest = blake2b(key=key, digest_size=DIGEST_SIZE)
    size = 0
    require_regular(path)
    with translating(path.name), path.open("rb", buffering=0) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return FileState(size, digest.digest())


def require_space(folder: Path, needed: int) -> None:
    """Raise DiskFullError unless ``needed`` bytes are free where ``folder`` is."""
    if shutil.disk_usage(folder).free < needed:
        raise DiskFullError(needed)
