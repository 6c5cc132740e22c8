"""match and sniff: files only, no vault."""

import argparse

from workbench.cli.output import Terminal, TerminalProgress, counted
from workbench.services import sniffing
from workbench.services.files import read_mapping
from workbench.services.match_files import match_files


def match(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Two files in, leads out as CSV."""
    result = match_files(
        options.accounts,
        options.records,
        options.out,
        profile=options.profile,
        purpose=options.purpose,
        accounts_mapping=read_mapping(options.accounts_mapping),
        records_mapping=read_mapping(options.records_mapping),
        progress=progress,
    )
    progress.clear()
    terminal.result(result)
    terminal.say(
        f"{counted(result.leads, 'lead')} for {result.located:,} of {counted(result.accounts, 'account')}"
        f" from {counted(result.records_read, 'row')} ({result.profile}): {result.strong:,} strong,"
        f" {result.review:,} to review, {result.relative:,} relatives or household."
    )
    for note in result.notes:
        terminal.say(note)


def sniff(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Say what a file is."""
    summary = sniffing.sniff(options.file, member=options.member, sheet=options.sheet, progress=progress)
    progress.clear()
    terminal.result(summary)
    sure = f"{summary['confidence']:.0%} sure" if summary["kind"] == "records" else "by its headings"
    layout = "a placement file" if summary["kind"] == "accounts" else summary["profile"]
    terminal.say(f"{summary['summary']}")
    terminal.say(f"read as {layout}, {sure}")
    for name in ("placement_mapping", "mapping"):
        if summary.get(name):
            terminal.say(f"\n{summary[name]}")
            return
