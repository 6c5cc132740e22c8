"""gate: one contact decision as JSON."""

import argparse
import sys

from workbench.cli.output import Terminal, TerminalProgress
from workbench.services.gate import decide_from_file


def gate(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Print the decision for the planned contact and facts of a file; always JSON."""
    del terminal, progress
    sys.stdout.write(decide_from_file(options.facts) + "\n")
