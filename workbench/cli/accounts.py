"""import-accounts: a placement file into one encrypted case file per account."""

import argparse

from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress, counted
from workbench.model.importing import RowProblem
from workbench.services import import_accounts as service
from workbench.services.files import read_mapping

SHOWN_PROBLEMS = 10


def import_accounts(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Take in a placement file; rows that cannot be taken are named with their reason."""
    mapping = read_mapping(options.mapping)
    with opened(options) as vault:
        result = service.import_accounts(
            vault,
            options.file,
            client=options.client,
            mapping_toml=mapping,
            sheet=options.sheet,
            progress=progress,
            match=not options.no_match,
        )
    progress.clear()
    terminal.result(result)
    counts = result.counts
    terminal.say(
        f"{counted(counts.read, 'row')}: {counted(result.added, 'account')} added,"
        f" {result.updated:,} updated, {counts.duplicate:,} unchanged, {counts.rejected:,} not taken."
    )
    if options.no_match:
        terminal.say("Not matched against the record files; `rematch --new-only` does that.")
    if result.leads:
        terminal.say(f"{counted(result.leads, 'lead')} for them in the record files already imported.")
    show_problems(result.problems, terminal)
    for note in result.notes:
        terminal.say(note)


def show_problems(problems: tuple[RowProblem, ...], terminal: Terminal) -> None:
    """The first rows not taken, each with its reason."""
    for problem in problems[:SHOWN_PROBLEMS]:
        terminal.say(f"  row {problem.row_number:,}: {problem.reason}")
    if len(problems) > SHOWN_PROBLEMS:
        terminal.say(f"  and {len(problems) - SHOWN_PROBLEMS:,} more: `problems` lists them all")
