"""bulk: one change to every account of a filter line."""

import argparse
from collections.abc import Sequence
from dataclasses import replace

from workbench.base.errors import MachineError, UserError, VaultError, WorkbenchError
from workbench.cli.arguments import Commands, day
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.cli.worklist import readable, status_word
from workbench.model.account import AccountStatus
from workbench.services import worklist
from workbench.services.access import DirectAccess
from workbench.services.account_draft import local_day
from workbench.services.case_work import PROTECTED
from workbench.services.worklist_bulk import BulkAction, BulkDone, LeftOut
from workbench.services.worklist_bulk import bulk as do_bulk
from workbench.services.worklist_language import STATUS_WORDS
from workbench.services.worklist_plan import BulkPlan, plan_bulk
from workbench.vault.vault import Vault

ACTIONS = ("next", "assign", "tag", "untag", "status")
LISTED = 25


def add_commands(commands: Commands, vault: argparse.ArgumentParser) -> None:
    """The parser of this command."""
    bulk = commands.add_parser("bulk", parents=[vault], help="one change to every account of a filter line")
    bulk.add_argument(
        "filter", metavar="FILTER",
        help="as in `accounts`; 'status:open,closed' is every account; a leading minus goes after --",
    )  # fmt: skip
    bulk.add_argument(
        "--do", dest="action", type=_action, required=True, metavar="ACTION",
        help="next=TEXT (with --on), assign=NAME (empty: nobody), tag=TEXT, untag=TEXT or status=WORD",
    )  # fmt: skip
    bulk.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="when; with next=TEXT")
    bulk.add_argument("--dry-run", action="store_true", help="say what would change; write nothing")


def _action(text: str) -> BulkAction:
    name, equals, value = text.partition("=")
    words = value.strip()
    if not equals or name not in ACTIONS:
        raise argparse.ArgumentTypeError(f"one of {', '.join(f'{a}=' for a in ACTIONS)} is expected")
    if name == "assign":
        return BulkAction(assignee=words)
    if not words:
        raise argparse.ArgumentTypeError(f"{name}= has no value")
    if name == "status":
        return BulkAction(status=_status(words))
    if name == "next":
        return BulkAction(next_action=words)
    return BulkAction(add_tag=words) if name == "tag" else BulkAction(remove_tag=words)


def _status(word: str) -> AccountStatus:
    found = STATUS_WORDS.get(word.lower(), frozenset())
    offered = sorted(status_word(status) for status in AccountStatus if status not in PROTECTED)
    if len(found) != 1:
        raise argparse.ArgumentTypeError(f"one status is expected: {', '.join(offered)}")
    [status] = found
    if status in PROTECTED:
        raise argparse.ArgumentTypeError("a restriction sets this status: see `restrict`")
    return status


def bulk(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Change every account of the filter, or with ``--dry-run`` say what would change."""
    action = _complete(options)
    if not options.filter.strip():
        raise UserError("Which accounts?", hint="Give a filter; 'status:open,closed' is every account.")
    with opened(options, read_only=options.dry_run) as vault:
        today = local_day(vault)
        action = _mine(vault, action)
        ids = worklist.ids_of(vault, readable(options.filter, today), today)
        plan = plan_bulk(vault, ids, action)
        if options.dry_run or not ids:
            _say_plan(vault, terminal, action, plan)
            return
        try:
            done = do_bulk(DirectAccess(vault), ids, action, progress)
        except (MachineError, VaultError) as error:
            rest = plan_bulk(vault, ids, action)
            raise _stopped(len(plan.account_ids) - len(rest.account_ids), error) from error
        progress.clear()
        _say_done(vault, terminal, done)


def _stopped(changed: int, error: WorkbenchError) -> WorkbenchError:
    """A disk that is full or a damaged case ends the work, and what was done by then stays."""
    words = f"Stopped: {_accounts(changed)} changed, which stays so; the rest is as before."
    return WorkbenchError(words, hint=str(error))


def _complete(options: argparse.Namespace) -> BulkAction:
    action: BulkAction = options.action
    if action.next_action and options.on is None:
        raise UserError("When is the next action due?", hint="Give --on YYYY-MM-DD.")
    if options.on is not None and not action.next_action:
        raise UserError("Only a next action has a day.", hint="Leave --on away, or do next=TEXT.")
    return replace(action, on=options.on)


def _mine(vault: Vault, action: BulkAction) -> BulkAction:
    """``me`` is the person at work, as in the filter line."""
    mine = action.assignee is not None and action.assignee.lower() == worklist.ME
    return replace(action, assignee=vault.actor) if mine else action


def _say_plan(vault: Vault, terminal: Terminal, action: BulkAction, plan: BulkPlan) -> None:
    rows = worklist.rows(vault, plan.account_ids)
    terminal.result(
        {
            "words": action.words(),
            "written": False,
            "changed": [{"account_number": row.account_number, "client": row.client} for row in rows],
            "unchanged": plan.unchanged,
            "left_out": plan.left_out,
        }
    )
    if not (rows or plan.unchanged or plan.left_out):
        terminal.say("No account passes the filter. Nothing was written.")
        return
    terminal.say(f"{action.words()}: would change {_accounts(len(rows))}. Nothing was written.")
    _say_rest(terminal, plan.unchanged, plan.left_out)
    terminal.table(("account", "client"), [(row.account_number, row.client) for row in rows[:LISTED]])
    _say_more(terminal, len(rows))


def _say_done(vault: Vault, terminal: Terminal, done: BulkDone) -> None:
    seqs = {commit.account_id: commit.seq for commit in done.written.commits}
    changed = [
        {"account_number": row.account_number, "client": row.client, "change": seqs[row.account_id]}
        for row in worklist.rows(vault, list(seqs))
    ]
    terminal.result(
        {
            "words": done.written.words,
            "written": True,
            "changed": changed,
            "unchanged": done.unchanged,
            "left_out": done.left_out,
        }
    )
    terminal.say(f"{done.written.words}.")
    _say_rest(terminal, done.unchanged, done.left_out)
    terminal.table(("account", "client", "change"), [tuple(one.values()) for one in changed[:LISTED]])
    _say_more(terminal, len(changed))
    if changed:
        terminal.say("Each change can be taken back: `undo ACCOUNT --commit CHANGE`.")


def _say_rest(terminal: Terminal, unchanged: int, left_out: Sequence[LeftOut]) -> None:
    if unchanged:
        terminal.say(f"{_accounts(unchanged)} as before.")
    if left_out:
        terminal.say(f"{_accounts(len(left_out))} left out:")
    for one in left_out:
        terminal.say(f"  {one.account_number}: {one.why}")


def _say_more(terminal: Terminal, number: int) -> None:
    if number > LISTED:
        terminal.say(f"and {number - LISTED:,} more: --json lists them all")


def _accounts(number: int) -> str:
    return f"{number:,} account{'' if number == 1 else 's'}"
