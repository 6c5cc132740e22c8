"""Plain copies of documents for the system's viewer: private, few, and gone at lock, at closing and at start.

While somebody looks at a document its bytes lie outside the vault: there is no other way to hand them to
another program.  The folder is for its owner alone, its name is random, and so is the file's but for its
type, so that nothing personal stands in a path.
"""

import contextlib
import os
import secrets
import shutil
import stat
import sys
import tempfile
from pathlib import Path

import psutil

from workbench.base.errors import MachineError, UserError
from workbench.model.document import Document

VIEWABLE = frozenset(
    {
        ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".txt", ".csv", ".tsv",
        ".log", ".md", ".rtf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".eml", ".mp3",
        ".wav", ".m4a",
    }
)  # fmt: skip
"""Types handed to a viewer: those that run nothing by being opened.  Everything else is only exported."""

_MAGIC = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG",),
    ".jpg": (b"\xff\xd8",),
    ".jpeg": (b"\xff\xd8",),
    ".gif": (b"GIF8",),
    ".bmp": (b"BM",),
    ".tif": (b"II*\x00", b"MM\x00*"),
    ".tiff": (b"II*\x00", b"MM\x00*"),
    ".docx": (b"PK",),
    ".xlsx": (b"PK",),
    ".pptx": (b"PK",),
    ".odt": (b"PK",),
    ".ods": (b"PK",),
    ".odp": (b"PK",),
    ".rtf": (b"{\\rtf",),
}
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
_PREFIX = "workbench-open-"


class NotViewableError(UserError):
    """A document that is not handed to another program, because opening it might run something."""

    code = "document.not_viewable"

    def __init__(self) -> None:
        super().__init__(
            "This type of file is not opened from here, because opening it could run a program.",
            hint="Export it, and look at it where that is safe.",
        )


def is_viewable(name: str) -> bool:
    """Whether documents of this name's type are opened at all."""
    return Path(name).suffix.casefold() in VIEWABLE


class OpenedCopies:
    """The copies one open vault has handed out; :meth:`clear` at lock and at closing."""

    def __init__(self, root: Path | None = None) -> None:
        """``root`` is where private folders are made: the system's temporary folder unless given."""
        self._root = root or Path(tempfile.gettempdir())
        self._folder: Path | None = None

    def put(self, document: Document, data: bytes) -> Path:
        """Write a copy for a viewer; NotViewableError for other types, MachineError when it fails."""
        suffix = Path(document.name).suffix.casefold()
        magic = _MAGIC.get(suffix)
        if suffix not in VIEWABLE or data.startswith(_PROGRAMS) or (magic and not data.startswith(magic)):
            raise NotViewableError
        try:
            path = self._private() / f"document-{secrets.token_hex(8)}{suffix}"
            descriptor = os.open(
                path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
            )
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
            path.chmod(stat.S_IRUSR)
        except OSError as error:
            raise MachineError(
                f"The copy cannot be written ({os.strerror(error.errno or 0)}).", hint="Free some space."
            ) from None
        return path

    def _private(self) -> Path:
        if self._folder is None or not self._folder.is_dir():
            prefix = f"{_PREFIX}{os.getpid()}-"
            self._folder = Path(tempfile.mkdtemp(prefix=prefix, dir=self._root))
        return self._folder

    def clear(self) -> None:
        """Remove every copy; one that a viewer holds open on Windows goes at the next start."""
        folder, self._folder = self._folder, None
        if folder is not None:
            _remove(folder)


def remove_leftovers(root: Path | None = None) -> int:
    """Remove the folders of copies whose program no longer runs; at start.  How many there were."""
    removed = 0
    for folder in (root or Path(tempfile.gettempdir())).glob(f"{_PREFIX}*"):
        number = folder.name.removeprefix(_PREFIX).partition("-")[0]
        running = number.isdigit() and psutil.pid_exists(int(number)) and int(number) != os.getpid()
        if not running and folder.is_dir() and not folder.is_symlink() and _is_ours(folder):
            _remove(folder)
            removed += 1
    return removed


def _is_ours(folder: Path) -> bool:
    return sys.platform == "win32" or folder.stat().st_uid == os.getuid()


def _remove(folder: Path) -> None:
    for path in folder.glob("*"):
        with contextlib.suppress(OSError):
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    shutil.rmtree(folder, ignore_errors=True)
