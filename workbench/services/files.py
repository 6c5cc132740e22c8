"""What is asked of any foreign file before it is opened for good."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workbench.base.errors import MachineError, UserError

_MOST_TEXT = 1 << 22
"""Bytes of a file of weights; the program's own has 10,000."""


class FileChangedError(UserError):
    """The file was written to, or replaced, while it was read."""

    code = "file.changed"

    def __init__(self) -> None:
        super().__init__(
            "The file changed while it was read; nothing was taken from it.",
            hint="Wait until it is complete, or import a copy of it.",
        )


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells that a file was not written to: its size, its time and which file it is."""

    size: int
    changed_ns: int
    inode: int


def file_stamp(path: Path) -> FileStamp:
    """The stamp of an ordinary file; UserError when it is none."""
    require_file(path)
    seen = path.stat()
    return FileStamp(seen.st_size, seen.st_mtime_ns, seen.st_ino)


def require_unchanged(path: Path, stamp: FileStamp) -> None:
    """Raise FileChangedError unless the file is what it was when it was stamped.

    A file that is gone was read whole: its rows came before it went.
    """
    if path.is_file() and file_stamp(path) != stamp:
        raise FileChangedError


def require_file(path: Path) -> None:
    """Raise UserError unless ``path`` is an ordinary file with a name that is text."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise UserError(
            "The name of the file is not text in this computer's encoding.", hint="Rename the file."
        ) from None
    try:
        there, ordinary = path.exists(), path.is_file()
    except OSError as error:  # a name too long for the system, a folder nobody may look into, a drive gone
        raise UserError(_unreachable(error), hint="Check the path, or copy the file elsewhere.") from None
    if not there:
        raise UserError("There is no such file.", hint="Check the path.")
    if not ordinary:
        raise UserError("That is not an ordinary file.", hint="Name one file.")


def _unreachable(error: OSError) -> str:
    """Why the system does not give a file, without its name."""
    return f"The file cannot be read: {(error.strerror or 'unknown').lower()}."


def file_digest(path: Path) -> str:
    """SHA-256 of the file's bytes in hex; UserError when it is not a readable file."""
    require_file(path)
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except PermissionError:
        raise MachineError(
            "No permission to read the file.", hint="Close it elsewhere, or copy it."
        ) from None
    except OSError as error:
        raise MachineError(
            _unreachable(error), hint="Check the drive, or copy the file to this computer."
        ) from None


def require_target(out: Path, inputs: Iterable[Path]) -> None:
    """Raise UserError unless ``out`` can be a new file: asked before long work, not after it."""
    if not out.absolute().parent.is_dir():
        raise UserError("The folder of the output file does not exist.", hint="Make it, or name another.")
    if out.is_dir():
        raise UserError("The output is a folder, not a file.", hint="Name a file in it.")
    if any(out.absolute().resolve() == path.absolute().resolve() for path in inputs):
        raise UserError("The output would replace one of the input files.", hint="Name another file.")


def read_text_file(path: Path) -> str:
    """The text of a small file of the program's own kind; UserError when it is missing, large or no text."""
    require_file(path)
    try:
        with path.open("rb") as stream:
            body = stream.read(_MOST_TEXT + 1)
        if len(body) <= _MOST_TEXT:
            return body.decode("utf-8")
    except (UnicodeDecodeError, OSError):
        pass
    raise UserError(
        "The file cannot be read as text.", hint="It must be TOML in UTF-8, as the program wrote it."
    )


def read_mapping(path: Path | None) -> str | None:
    """The text of a mapping file; None when none was named."""
    if path is None:
        return None
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UserError("There is no such mapping file.", hint="Check the path after --mapping.") from None
    except (UnicodeDecodeError, OSError):
        raise UserError(
            "The mapping file cannot be read as text.", hint="It must be TOML in UTF-8."
        ) from None
