"""Entry point: the window by default, subcommands for headless work.  Nothing imports this file."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from ui import qt_libraries
from workbench.base import memory_dumps


def open_window(vault: Path | None) -> int:
    """Open the window on ``vault`` (None: the last one used); the exit status.

    Qt is loaded here and not above, so that headless commands start without it, and only once its system
    libraries are known to be there.
    """
    if qt_libraries.main([]) != 0:
        return 1
    from ui.app import run_window  # noqa: PLC0415

    return run_window(vault)


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; the exit status.

    A call for the window alone (nothing, or ``--vault DIR``) loads none of the commands: the unlock box is to
    be there within a second.
    """
    if not arguments:
        return open_window(None)
    if len(arguments) == 2 and arguments[0] == "--vault":
        return open_window(Path(arguments[1]))
    from workbench.cli.main import run as run_command  # noqa: PLC0415

    return run_command(arguments, open_window=open_window)


def speak_utf8() -> None:
    """Make both streams UTF-8: a redirected one is Windows-1252 on Windows, which cannot hold every name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    memory_dumps.leave_none()
    speak_utf8()
    sys.exit(run(sys.argv[1:]))
