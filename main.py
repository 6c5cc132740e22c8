"""Entry point: the window by default, subcommands for headless work.  Nothing imports this file."""

import io
import sys
from pathlib import Path

from ui import qt_libraries
from workbench.cli.main import run


def open_window(vault: Path | None) -> int:
    """Open the window on ``vault`` (None: the last one used); the exit status.

    Qt is loaded here and not above, so that headless commands start without it, and only once its system
    libraries are known to be there.
    """
    if qt_libraries.main([]) != 0:
        return 1
    from ui.app import run_window  # noqa: PLC0415

    return run_window(vault)


def speak_utf8() -> None:
    """Make both streams UTF-8: a redirected one is Windows-1252 on Windows, which cannot hold every name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    speak_utf8()
    sys.exit(run(sys.argv[1:], open_window=open_window))
