"""import-records, undo-import, imports, problems."""

import argparse

from workbench.cli.accounts import show_problems
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.services import import_records as service
from workbench.services import imports as import_history
from workbench.services.files import read_mapping


def import_records(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Take in a public-record file, matching every row on the way."""
    mapping = read_mapping(options.mapping)
    request = service.RecordsRequest(
        profile=options.profile,
        purpose=options.purpose,
        mapping_toml=mapping,
        member=options.member,
        sheet=options.sheet,
        again=options.again,
    )
    with opened(options) as vault:
        result = service.import_records(vault, options.file, request, progress)
    progress.clear()
    terminal.result(result)
    counts = result.counts
    terminal.say(f"{result.words}")
    terminal.say(
        f"{counts.read:,} rows: {counts.accepted:,} taken ({result.people:,} people),"
        f" {counts.duplicate:,} repeats, {counts.rejected:,} not taken."
    )
    terminal.say(f"{result.leads:,} leads, {result.strong:,} of them strong. Import {result.import_id}")
    show_problems(result.problems, terminal)
    for note in result.notes:
        terminal.say(note)


def undo_import(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Take a record import back: its library file and pending leads go, accepted leads stay and are named."""
    del progress
    with opened(options) as vault:
        undone = service.undo_import(vault, options.import_id)
    terminal.result(undone)
    terminal.say(f"Undone: {undone.leads_removed:,} pending leads and the record file are gone.")
    for number in undone.kept_accounts:
        terminal.say(f"  kept, because you accepted it: a lead of account {number}")


def imports(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """List the imports so far, newest first."""
    del progress
    with opened(options, read_only=True) as vault:
        history = import_history.history(vault)
    terminal.result(history)
    terminal.table(
        ("when", "kind", "file", "layout", "read", "taken", "not taken", "id"),
        [
            (
                f"{r.imported_at:%Y-%m-%d %H:%M}",
                r.kind.value + (" (undone)" if r.undone_at else ""),
                r.file_name,
                r.profile_id,
                f"{r.counts.read:,}",
                f"{r.counts.accepted:,}",
                f"{r.counts.rejected:,}",
                r.import_id,
            )
            for r in history
        ],
    )


def problems(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """List, or write to a CSV file, the rows an import did not take."""
    del progress
    with opened(options, read_only=True) as vault:
        if options.out is not None:
            count = import_history.write_problems(vault, options.import_id, options.out)
            terminal.say(f"{count:,} rows written with their own text; the file is not encrypted.")
            return
        found = import_history.problems(vault, options.import_id)
    terminal.result(found)
    terminal.table(("row", "reason"), [(f"{p.row_number:,}", p.reason) for p in found])
