"""Runs one command and turns its failure into one clear line.

Exit status: 0 on success, 2 on bad usage (argparse), 1 otherwise with one line on standard error.
"""

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.base.errors import WorkbenchError
from workbench.cli.output import Terminal, TerminalProgress
from workbench.cli.parser import parse

CHILD_FLAG = "--reader-child"
"""A packaged program starts itself so as its own reader (``services.reader.process``)."""
OpenWindow = Callable[[Path | None], int]
Command = Callable[[argparse.Namespace, Terminal, TerminalProgress], None]

COMMANDS: dict[str, str] = {
    "create": "keys:create",
    "demo": "demo:demo",
    "keys": "keys:keys",
    "import-accounts": "accounts:import_accounts",
    "import-records": "records:import_records",
    "undo-import": "records:undo_import",
    "check": "records:check",
    "imports": "records:imports",
    "problems": "records:problems",
    "layouts": "records:layouts",
    "match": "matching:match",
    "sniff": "matching:sniff",
    "gate": "gate:gate",
    "verify": "maintenance:verify",
    "audit": "auditing:audit",
    "settings": "auditing:settings",
    "rebuild": "maintenance:rebuild",
    "rematch": "maintenance:rematch",
    "backup": "maintenance:backup",
    "restore": "maintenance:restore",
    "leads": "asking:leads",
    "editions": "review:editions",
    "why-not": "why_not:why_not",
    "propose": "why_not:propose",
    "weights": "weights:weights",
    "judge": "review:judge",
    "decisions": "review:decisions",
    "search": "asking:search",
    "library-search": "library:library_search",
    "renew-records": "library:renew_records",
    "accounts": "worklist:accounts",
    "home": "worklist:home",
    "bulk": "bulk:bulk",
    "case": "case_log:case",
    "log": "case_log:log",
    "contact-point": "case_log:contact_point",
    "promise": "case_work:promise",
    "offer": "case_work:offer",
    "payment": "case_work:payment",
    "adjust": "case_work:adjust",
    "restrict": "case_work:restrict",
    "attach": "case_work:attach",
    "history": "case_work:show_history",
    "undo": "case_work:undo",
}
"""Module of this package and function of each command; loaded when run, so that the window starts at once."""


def command(name: str) -> Command:
    """The function of a command."""
    module, function = COMMANDS[name].split(":")
    found: Command = getattr(importlib.import_module(f"workbench.cli.{module}"), function)
    return found


def run(arguments: Sequence[str], *, open_window: OpenWindow) -> int:
    """Run the command line ``arguments``; ``open_window`` is what no command, or demo, ends in."""
    if list(arguments) == [CHILD_FLAG]:  # a packaged program starts itself as its own reader
        from workbench.services.reader import child  # noqa: PLC0415  (the window needs none of it)

        return child.main()
    options = parse(arguments)
    if options.debug:
        os.environ["WORKBENCH_DEBUG"] = "1"
    try:
        return _run(options, open_window)
    except WorkbenchError as error:
        return _fail(options, str(error))
    except KeyboardInterrupt:
        return _fail(options, "Interrupted. Nothing is half done; run the command again to finish it.")
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001  (the boundary: no trace, no values, one line)
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).stem}:{place.lineno}"
        return _fail(
            options,
            f"A defect of the program ({type(error).__name__} at {where}); use --debug for the trace.",
        )


def _run(options: argparse.Namespace, open_window: OpenWindow) -> int:
    terminal = Terminal(json=options.json)
    progress = TerminalProgress(quiet=options.json)
    if options.command is None:
        return open_window(options.vault)
    try:
        if options.command == "demo":
            command("demo")(options, terminal, progress)
            return _window_after_demo(options, open_window)
        command(options.command)(options, terminal, progress)
    finally:
        progress.clear()
    return 0


def _window_after_demo(options: argparse.Namespace, open_window: OpenWindow) -> int:
    if options.no_window or options.json or not _has_display():
        return 0
    open_window(options.folder)  # the demonstration's own work is done, whatever becomes of the window
    return 0


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _fail(options: argparse.Namespace, line: str) -> int:
    if options.debug:
        traceback.print_exc()
    sys.stderr.write(line.replace("\n", " ") + "\n")
    return 1
