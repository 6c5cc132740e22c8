"""Entry point: the window by default, subcommands for headless work.  Nothing imports this file."""

import sys
from pathlib import Path

from workbench.cli.main import run


def open_window(vault: Path | None) -> int:
    """Open the window on ``vault`` (None: the last one used); the exit status.

    Qt is loaded here and not above, so that headless commands start without it.
    """
    from ui.app import run_window  # noqa: PLC0415

    return run_window(vault)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], open_window=open_window))
