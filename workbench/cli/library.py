"""library-search: one line over every imported record file; renew-records."""

import argparse
from typing import Any

from workbench.base.errors import UserError
from workbench.cli.arguments import Commands
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.services.access import DirectAccess
from workbench.services.finding import account_by_number
from workbench.services.finding_for_case import search_of_case
from workbench.services.finding_people import (
    Answer,
    Link,
    NothingUnderstoodError,
    elsewhere,
    find_people,
    note_search,
)
from workbench.services.library_renewal import renew_library
from workbench.services.library_search_answer import LIMIT, MOST, Hit
from workbench.services.library_search_repeats import Elsewhere

_Also = dict[str, tuple[Elsewhere, ...]]
"""The other rows that say the same as a hit, by its key."""


def add_commands(commands: Commands, vault: argparse.ArgumentParser) -> None:
    """The parser of this command."""
    search = commands.add_parser(
        "library-search",
        parents=[vault],
        help="search all record files: names, phones, addresses, births, employers; tolerant of errors",
    )
    search.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help="munoz j 1984 · '\"118 maple st\" knoxville' · employer:acme",
    )
    search.add_argument("--account", metavar="NUMBER", help="of whom to search for, when there is no QUERY")
    search.add_argument("--client", default="", metavar="NAME", help="of that account")
    search.add_argument("--limit", type=_limit, default=LIMIT, metavar="N", help=f"at most {MOST}")

    commands.add_parser(
        "renew-records",
        parents=[vault],
        help="bring record files of an earlier version up to date, so that they are found by everything",
    )


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"a whole number from 1 to {MOST} is expected")
    return int(text)


def library_search(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Search every record file and enter the search in the audit chain."""
    del progress
    with opened(options) as vault:
        line, account_id = " ".join(options.query), ""
        if options.account:
            account_id = account_by_number(vault, options.account, options.client)
            line = line or search_of_case(vault, account_id).line
        if not line.strip():
            raise UserError("There is nothing to search for.", hint="Write a QUERY, or name an --account.")
        answer = find_people(vault, line, limit=options.limit)
        if not answer.understood.searchable:
            raise NothingUnderstoodError(answer.understood)
        note_search(vault, answer, account_id)
        also = elsewhere(vault, answer.hits)
    terminal.result(_plain(answer, also))
    _show(answer, also, terminal)


def renew_records(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Write record files of an earlier version anew; a crash leaves each old or new."""
    with opened(options) as vault:
        renewed = renew_library(DirectAccess(vault), progress)
    progress.clear()
    terminal.result(renewed)
    terminal.say(renewed.words)
    for old in renewed.files:
        terminal.say(f"  {old.file_name}: {old.people:,} people")


def _show(answer: Answer, also: _Also, terminal: Terminal) -> None:
    for problem in answer.understood.problems:
        terminal.say(f"Left out: {problem.message} {problem.hint}".rstrip())
    for sentence in (*answer.understood.hints, *answer.notes):
        terminal.say(sentence)
    if answer.outdated:
        names = ", ".join(answer.outdated[:3]) + (" …" if len(answer.outdated) > 3 else "")
        terminal.say(
            f"{names}: imported by an earlier version, found by exact last name, address, phone and e-mail"
            " only. `renew-records` brings them up to date."
        )
    terminal.say("Understood: " + "; ".join(f"{c.label} {c.value}" for c in answer.understood.chips))
    if not answer.files:
        terminal.say("The library holds no record file yet; `import-records` takes one in.")
    rows = [
        (*_cells(hit), len(also[hit.key]) or "", _states(answer.links.get(hit.key, ())))
        for hit in answer.hits
    ]
    terminal.table(
        ("name", "birth", "address", "phones", "file", "row", "of", "why", "said elsewhere", "accounts"), rows
    )
    if answer.more:
        terminal.say(f"There are more than these {len(answer.hits)}; --limit shows up to {MOST}.")
    if answer.files and not answer.hits:
        terminal.say(f"Nobody found in {answer.files} files.")
        for sentence in answer.widen:
            terminal.say(f"  {sentence}")


def _cells(hit: Hit) -> tuple[str, ...]:
    record = hit.record
    return (
        record.name,
        record.birth,
        record.addresses[0] if record.addresses else "",
        " ".join(record.phones),
        hit.file_name,
        str(record.row_number),
        record.as_of.isoformat() if record.as_of else "",
        hit.why(),
    )


def _states(links: "tuple[Link, ...]") -> str:
    return ", ".join(f"{link.account_number} {link.status.value}" for link in links)


def _plain(answer: Answer, also: _Also) -> dict[str, Any]:
    """The answer as JSON: hits with their source, every reason, and the other rows that say the same."""
    return {
        "understood": answer.understood.chips,
        "problems": answer.understood.problems,
        "hints": answer.understood.hints,
        "notes": answer.notes,
        "outdated": answer.outdated,
        "files": answer.files,
        "people": answer.people,
        "more": answer.more,
        "widen": answer.widen,
        "hits": [
            {
                "record": hit.record,
                "file_name": hit.file_name,
                "imported_at": hit.imported_at,
                "purpose": hit.purpose,
                "profile": hit.profile_id,
                "exact": hit.exact,
                "why": hit.why(),
                "reasons": hit.reasons,
                "alternatives": hit.alternatives,
                "accounts": answer.links.get(hit.key, ()),
                "elsewhere": also[hit.key],
            }
            for hit in answer.hits
        ],
    }
