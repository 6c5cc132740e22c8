"""The worklist without the window: accounts lists by the filter line, home counts the day's queues."""

import argparse
from datetime import date
from pathlib import Path

from workbench.base.errors import UserError
from workbench.base.money import Money
from workbench.cli.arguments import Commands
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress, counted
from workbench.model.account import AccountStatus
from workbench.model.work import AccountOrder, AccountRow
from workbench.services import home as home_page
from workbench.services import worklist
from workbench.services.access import DirectAccess
from workbench.services.account_draft import local_day
from workbench.services.worklist_export import export_accounts
from workbench.services.worklist_language import STATUS_WORDS, parse
from workbench.services.worklist_views import View, views
from workbench.vault.vault import Vault

SHOWN = 50
SORTS = {
    "due": AccountOrder.NEXT_ACTION,
    "leads": AccountOrder.PENDING_LEADS,
    "activity": AccountOrder.LAST_ACTIVITY,
    **{
        order.value: order
        for order in AccountOrder
        if order not in {AccountOrder.NEXT_ACTION, AccountOrder.PENDING_LEADS, AccountOrder.LAST_ACTIVITY}
    },
}
"""What a list is sorted by, named as the filter line names it."""
NUMBERS = {
    "due": "due today",
    "promises": "promises due today",
    "broken": "broken promises",
    "new": "new accounts",
    "orphans": "no next action",
    "overdue": "overdue",
    "stale": "untouched for 30 days",
    "disputed": "disputes open",
    "validation": "validation pending",
}
_WORD: dict[AccountStatus, str] = {}
for _word, _found in STATUS_WORDS.items():
    if len(_found) == 1:
        _WORD.setdefault(min(_found), _word)


def add_commands(commands: Commands, vault: argparse.ArgumentParser) -> None:
    """The parsers of these commands."""
    accounts = commands.add_parser(
        "accounts", parents=[vault], help="accounts by the filter line of the worklist"
    )
    accounts.add_argument(
        "filter", nargs="?", default="", metavar="FILTER",
        help="such as 'status:skip balance>500'; one that begins with a minus goes after --",
    )  # fmt: skip
    accounts.add_argument("--view", default="", metavar="NAME", help="of a view; FILTER narrows it further")
    accounts.add_argument("--sort", choices=list(SORTS), metavar="COL", help=", ".join(SORTS))
    accounts.add_argument("--descending", action="store_true", help="the greatest first")
    accounts.add_argument(
        "--limit", type=_count, metavar="N", help=f"{SHOWN} unless given; with --export all"
    )
    accounts.add_argument("--export", type=Path, metavar="F", help="write them as CSV, not encrypted")
    commands.add_parser("home", parents=[vault], help="the day's queues, with the filter that lists each")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 on is expected")
    return int(text)


def readable(line: str, today: date) -> str:
    """``line`` when all of it can be read; else UserError saying what cannot.

    The window goes on with the rest of a line and shows what is wrong under it.  Here nobody would see that
    a list is longer than was asked for, so nothing is done.
    """
    problems = parse(line, today).problems
    if problems:
        said = " ".join(f"{problem.message} {problem.hint}".strip() for problem in problems)
        clean = "".join(c if c.isprintable() else "?" for c in said)
        raise UserError("The filter cannot be read, so nothing was done.", hint=clean)
    return line


def accounts(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """List the accounts of a filter line or a view; ``--export`` writes them as CSV and notes it."""
    with opened(options, read_only=options.export is None) as vault:
        today = local_day(vault)
        line = readable(options.filter, today)
        order, descending = AccountOrder.NEXT_ACTION, options.descending
        if options.view:
            view = _view(vault, options.view)
            order, descending = view.order, descending or (view.descending and not options.sort)
            line = f"{_closed(readable(view.line, today))} {line}".strip()
        order = SORTS[options.sort] if options.sort else order
        found = worklist.open_list(vault, line, order, descending=descending, today=today)
        if options.export is not None:
            chosen = found.ids[: options.limit]
            written = export_accounts(DirectAccess(vault), chosen, options.export, progress)
            progress.clear()
            terminal.result({"written": written})
            terminal.say(f"{counted(written, 'account')} written. The file is not encrypted.")
            return
        shown = worklist.rows(vault, found.ids[: options.limit or SHOWN])
    terminal.result({"filter": line, "found": len(found.ids), "total": found.total, "accounts": shown})
    _show(terminal, shown)
    terminal.say(_sentence(len(shown), len(found.ids), found.total))


def _view(vault: Vault, name: str) -> View:
    """The view of that key or name, a saved one too."""
    known = views(vault)
    wanted = " ".join(name.split()).casefold()
    for view in reversed(known):  # what a person named stands before what the program did
        if wanted in {view.key.casefold(), view.name.casefold()}:
            return view
    names = ", ".join(view.name if view.saved else view.key for view in known)
    raise UserError("There is no view of that name.", hint=f"Views: {names}.")


def _closed(line: str) -> str:
    """``line`` so that what follows does not fall into a quotation it left open."""
    return f'{line}"' if line.count('"') % 2 else line


def _show(terminal: Terminal, rows: list[AccountRow]) -> None:
    terminal.table(
        ("account", "client", "name", "balance", "status", "next action", "due", "leads"),
        [
            (
                row.account_number,
                row.client,
                row.debtor_name,
                Money(row.balance_cents, row.currency),
                status_word(row.status),
                row.next_action,
                row.next_action_on or "",
                row.pending_leads or "",
            )
            for row in rows
        ],
    )


def status_word(status: AccountStatus) -> str:
    """A status as the filter line calls it."""
    return _WORD[status]


def _sentence(shown: int, found: int, total: int) -> str:
    if total == 0:
        return "The vault has no accounts yet."
    if found == 0:
        return f"None of {counted(total, 'account')}."
    more = f", the first {shown:,} shown (--limit)" if shown < found else ""
    return f"{found:,} of {counted(total, 'account')}{more}."


def home(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Show what the window's home does: now, at risk, leads, numbers."""
    with opened(options, read_only=True) as vault:
        today = local_day(vault)
        page = home_page.home(vault, today)
    terminal.result({"day": today, "home": page})
    if page.accounts == 0:
        terminal.say("The vault has no accounts yet.")
        return
    for heading, numbers in (("now", page.now), ("at risk", page.at_risk)):
        rows = [(f"{n.value:,}", NUMBERS[n.key], n.line) for n in numbers]
        terminal.table((heading, "", "accounts FILTER"), rows)
        terminal.say()
    sources = [(f"{s.leads:,}", f"{s.strong:,} strong", s.file_name) for s in page.sources]
    terminal.table(("leads", "", ""), [(f"{page.leads:,}", "to review", ""), *sources])
    terminal.say()
    terminal.say(f"Collected this month: {Money(page.collected)}.")
    terminal.say(f"Located in 30 days: {_share(page.located, page.sought)}.")
    terminal.say(f"Promises kept: {_share(page.kept, page.judged)}.")
    terminal.say(f"Accounts: {page.accounts:,}.")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%} ({part:,} of {whole:,})" if whole else "none yet"
