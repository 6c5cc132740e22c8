"""demo: the main job on bundled sample files, from an empty folder to explained leads."""

import argparse

from workbench.cli.asking import show_lead, show_reasons
from workbench.cli.output import Terminal, TerminalProgress
from workbench.services.demo import DEMO_PASSPHRASE, build_demo

SHOWN_LEADS = 8


def demo(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Build the demonstration vault and print its best leads with their reasons."""
    result = build_demo(options.folder, progress, worked=options.worked)
    progress.clear()
    terminal.result(result)
    terminal.say(f"Demonstration vault: {options.folder}   passphrase: {DEMO_PASSPHRASE}")
    for line in result.steps:
        terminal.say(f"  {line}")
    terminal.say("")
    terminal.say("Best leads:")
    for number, lead in result.best[:SHOWN_LEADS]:
        show_lead(number, lead, terminal)
    if result.best:
        terminal.say("")
        terminal.say("Why the first one:")
        show_reasons(result.best[0][1], terminal)
