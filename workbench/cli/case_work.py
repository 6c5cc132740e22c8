"""Work on one account without the window: promise, payment, adjust, offer, restrict, attach, history, undo.

Each is one change to the case, named by ``--json`` as its account id and commit number, which ``undo`` takes.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from workbench.base.errors import UserError
from workbench.cli.arguments import Commands, account_command, cents, day
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.model.ledger import LedgerPart, PaymentMethod
from workbench.model.restriction import RestrictionKind
from workbench.services import documents, history, money, negotiation, restrictions, undoing
from workbench.services.access import DirectAccess
from workbench.services.account_draft import local_day
from workbench.services.finding import account_by_number
from workbench.services.written import Commit, Written
from workbench.vault.vault import Vault

Work = Callable[[Vault, str], Written]


def add_commands(commands: Commands, vault: argparse.ArgumentParser) -> None:
    """The parsers of these commands."""
    promise = account_command(commands, vault, "promise", "record a promise to pay")
    promise.add_argument("amount", type=cents, metavar="AMOUNT")
    promise.add_argument("due", type=day, metavar="YYYY-MM-DD")
    promise.add_argument("--grace", type=int, default=negotiation.GRACE_DAYS, metavar="DAYS")
    promise.add_argument("--note", default="", metavar="TEXT")

    offer = account_command(commands, vault, "offer", "record an offer or counter-offer")
    offer.add_argument("amount", type=cents, metavar="AMOUNT")
    offer.add_argument("--counter", action="store_true", help="it answers an earlier one")
    offer.add_argument("--expires", type=day, metavar="YYYY-MM-DD")
    offer.add_argument("--note", default="", metavar="TEXT")

    _add_money(commands, vault)
    restrict = account_command(commands, vault, "restrict", "record a restriction, or lift those of a kind")
    restrict.add_argument("kind", choices=[kind.value for kind in RestrictionKind])
    restrict.add_argument("--received", type=day, metavar="YYYY-MM-DD", help="today unless given")
    restrict.add_argument("--words", default="", metavar="TEXT", help="how they said it")
    restrict.add_argument("--detail", action="append", default=[], type=_detail, metavar="NAME=TEXT")
    restrict.add_argument("--lift", metavar="REASON", help="lift it instead")

    attach = account_command(commands, vault, "attach", "take a file into the case")
    attach.add_argument("file", type=Path, metavar="FILE")
    attach.add_argument("--note", default="", metavar="TEXT")

    account_command(commands, vault, "history", "every change to the case, newest first")
    undo = account_command(commands, vault, "undo", "take a change back")
    undo.add_argument("--commit", type=int, required=True, metavar="N", help="its number in the history")


def _add_money(commands: Commands, vault: argparse.ArgumentParser) -> None:
    parts = [part.value for part in LedgerPart]
    payment = account_command(commands, vault, "payment", "record a payment")
    payment.add_argument("amount", type=cents, metavar="AMOUNT")
    payment.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="today unless given")
    methods = [method.value for method in PaymentMethod]
    payment.add_argument("--method", choices=methods, default=PaymentMethod.OTHER.value)
    payment.add_argument("--reference", default="", metavar="TEXT")
    payment.add_argument(
        "--part", choices=parts, help="costs, fees, interest, principal in turn unless given"
    )

    adjust = account_command(commands, vault, "adjust", "raise or lower what is owed, with a reason")
    adjust.add_argument("amount", type=cents, metavar="AMOUNT", help="negative to lower: -45.00 or (45.00)")
    adjust.add_argument("--reason", required=True, metavar="TEXT")
    adjust.add_argument("--part", choices=parts)


def _detail(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError("NAME=TEXT is expected")
    return name.strip(), value


def _done(options: argparse.Namespace, terminal: Terminal, work: Work) -> None:
    """Do ``work`` on the account that the options name, and say what was done."""
    with opened(options) as vault:
        account_id = account_by_number(vault, options.number, options.client)
        result = work(vault, account_id)
    terminal.result(result)
    number = f" (change {result.commits[-1].seq})" if result.commits else ""
    terminal.say(f"{result.words}{number}.")


def promise(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Record a promise."""
    new = negotiation.Promise(options.amount, options.due, options.grace, note=options.note)

    def work(vault: Vault, account_id: str) -> Written:
        return negotiation.add_promise(vault, account_id, new)

    _done(options, terminal, work)


def offer(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Record an offer."""
    new = negotiation.Offer(
        options.amount, counter=options.counter, expires_on=options.expires, note=options.note
    )

    def work(vault: Vault, account_id: str) -> Written:
        return negotiation.add_offer(vault, account_id, new)

    _done(options, terminal, work)


def payment(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Record a payment."""
    part = LedgerPart(options.part) if options.part else None

    def work(vault: Vault, account_id: str) -> Written:
        on = options.on or local_day(vault)
        new = money.Payment(options.amount, on, PaymentMethod(options.method), options.reference, part)
        return money.add_payment(vault, account_id, new)

    _done(options, terminal, work)


def adjust(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Raise or lower the balance."""
    part = LedgerPart(options.part) if options.part else None

    def work(vault: Vault, account_id: str) -> Written:
        new = money.Adjustment(options.amount, local_day(vault), options.reason, part)
        return money.add_adjustment(vault, account_id, new)

    _done(options, terminal, work)


def restrict(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Record a restriction; with --lift, lift the newest one of that kind."""
    kind = RestrictionKind(options.kind)

    def work(vault: Vault, account_id: str) -> Written:
        if options.lift is None:
            received = options.received or local_day(vault)
            new = restrictions.NewRestriction(kind, received, options.words, details=dict(options.detail))
            return restrictions.add_restriction(vault, account_id, new)
        for known in restrictions.restrictions_view(vault, account_id).in_force:
            if known.kind is kind:
                return restrictions.lift_restriction(vault, account_id, known.restriction_id, options.lift)
        raise UserError("No such restriction is in force.", hint="`history` lists what was recorded.")

    _done(options, terminal, work)


def attach(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Take a file into the case."""

    def work(vault: Vault, account_id: str) -> Written:
        access = DirectAccess(vault)
        return documents.attach_file(access, account_id, options.file, progress, note=options.note).written

    _done(options, terminal, work)
    progress.clear()


def undo(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Take a change back by its number."""

    def work(vault: Vault, account_id: str) -> Written:
        return undoing.undo(vault, [Commit(account_id, options.commit)])

    _done(options, terminal, work)


def show_history(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Every change to a case: number, when, who, what, and whether it was taken back."""
    with opened(options, read_only=True) as vault:
        account_id = account_by_number(vault, options.number, options.client)
        rows = history.case_history(vault, account_id)
        fault = history.case_fault(vault, account_id)
    terminal.result({"changes": rows, "fault": fault})
    terminal.table(
        ("change", "when", "who", "what", "undone by"),
        [(r.seq, f"{r.at.astimezone():%Y-%m-%d %H:%M}", r.actor, r.words, r.undone_by or "") for r in rows],
    )
    terminal.say(f"The chain of changes is broken: {fault}." if fault else "The chain of changes is whole.")
