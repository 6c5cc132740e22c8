"""audit, settings."""

import argparse

from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress, counted
from workbench.services import auditing
from workbench.services import settings as service


def audit(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Show the vault's audit chain, newest first, and whether it is whole."""
    del progress
    with opened(options, read_only=True) as vault:
        if options.out is not None:
            written = auditing.write_trail(vault, options.out, options.words)
            terminal.result({"written": written})
            terminal.say(f"{counted(written, 'entry', 'entries')} written. The file is not encrypted.")
            return
        found = auditing.trail(vault, options.words)
    terminal.result(found)
    terminal.say(found.fault or f"The chain is whole: {counted(len(found.lines), 'entry', 'entries')}.")
    terminal.table(
        ("no.", "when", "who", "what", "of what", "why"),
        [
            (str(x.number), f"{x.at:%Y-%m-%d %H:%M}", x.actor, x.action, x.subject, x.reason)
            for x in found.lines[: options.limit]
        ],
    )


def settings(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Show the vault's settings, or change one."""
    del progress
    with opened(options) as vault:
        if options.key is not None and options.value is not None:
            setting, value = service.from_text(options.key, options.value)
            service.set_value(vault, setting, value)
        values = service.everything(vault)
    shown = {k: v for k, v in values.items() if options.key in {None, k}}
    terminal.result(shown)
    for key, value in shown.items():
        terminal.say(f"{key} = {value}   {service.declared()[key].description}")
