"""Where a headless command gets the passphrase: a file, the environment, or a person at a terminal."""

import getpass
import os
import sys
from pathlib import Path

from workbench.base.errors import UserError

VARIABLE = "WORKBENCH_PASSPHRASE"


def passphrase(file: Path | None) -> str:
    """The passphrase or printed recovery key for this command; a trailing line end is not part of it.

    Taken from ``--passphrase-file``, else from the environment, else asked for at a terminal.  It is never
    a command-line argument: other users of the machine can read those.
    """
    if file is not None:
        return _from_file(file)
    if given := os.environ.get(VARIABLE):
        return given
    if sys.stdin.isatty():
        return getpass.getpass("Passphrase: ")
    raise UserError("No passphrase was given.", hint=f"Use --passphrase-file FILE or set {VARIABLE}.")


def _from_file(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except FileNotFoundError:
        raise UserError("There is no such passphrase file.", hint="Check the path.") from None
    except (OSError, UnicodeDecodeError):
        raise UserError(
            "The passphrase file cannot be read.", hint="It must be a text file in UTF-8."
        ) from None


def ask_twice() -> str:
    """A new passphrase typed twice at a terminal; UserError when the two differ."""
    first = getpass.getpass("New passphrase: ")
    if getpass.getpass("The same again: ") != first:
        raise UserError("The two were not the same.", hint="Nothing was changed; try again.")
    return first
