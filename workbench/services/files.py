"""What is asked of any foreign file before it is opened for good."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from workbench.base.errors import MachineError, UserError


def require_file(path: Path) -> None:
    """Raise UserError unless ``path`` is an ordinary file."""
    if not path.exists():
        raise UserError("There is no such file.", hint="Check the path.")
    if not path.is_file():
        raise UserError("That is not an ordinary file.", hint="Name one file.")


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


def require_target(out: Path, inputs: Iterable[Path]) -> None:
    """Raise UserError unless ``out`` can be a new file: asked before long work, not after it."""
    if not out.absolute().parent.is_dir():
        raise UserError("The folder of the output file does not exist.", hint="Make it, or name another.")
    if out.is_dir():
        raise UserError("The output is a folder, not a file.", hint="Name a file in it.")
    if any(out.absolute().resolve() == path.absolute().resolve() for path in inputs):
        raise UserError("The output would replace one of the input files.", hint="Name another file.")


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
