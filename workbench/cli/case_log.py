"""The case file without the window: case shows it; log and contact-point record on it, one commit each."""

import argparse
from dataclasses import replace

from workbench.base.errors import UserError
from workbench.base.money import Money
from workbench.cli.arguments import Commands, account_command, cents, day
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.model.party import ContactKind, ContactStatus
from workbench.model.result_code import LOCATE_RESULTS, LOCATE_SOURCES, RESULT_CODES, Channel
from workbench.services import case_contacts, case_log, negotiation
from workbench.services.case_timeline import timeline
from workbench.services.case_view import case_overview
from workbench.services.case_work import NextAction
from workbench.services.confidence import debtor_of, known_points
from workbench.services.display import contact_words, kind_words
from workbench.services.finding import account_by_number
from workbench.services.phone_facts import phone_facts
from workbench.services.written import Written
from workbench.vault.vault import Vault

_KINDS = [kind.value for kind in ContactKind]


def add_commands(commands: Commands, vault: argparse.ArgumentParser) -> None:
    """The parsers of these commands."""
    case = account_command(commands, vault, "case", "what is known of an account, and what is next")
    case.add_argument("--entries", type=int, default=10, metavar="N", help="of the timeline; 10 unless given")
    _add_log(commands, vault)
    point = account_command(commands, vault, "contact-point", "add a contact point, or say where one stands")
    point.add_argument("kind", choices=_KINDS)
    point.add_argument("value", metavar="TEXT")
    point.add_argument("--source", default="", metavar="TEXT", help="who said so; adds it")
    point.add_argument("--label", default="", metavar="TEXT", help="home, work, cell")
    point.add_argument("--status", choices=[s.value for s in ContactStatus], help="mark one that is on file")
    point.add_argument("--reason", default="", metavar="TEXT", help="needed for a bad status")


def _add_log(commands: Commands, vault: argparse.ArgumentParser) -> None:
    log = account_command(
        commands, vault, "log", "record a contact, a locate attempt, a note or a negotiation note"
    )
    what = log.add_mutually_exclusive_group(required=True)
    what.add_argument("--contact", choices=list(RESULT_CODES), metavar="CODE", help=", ".join(RESULT_CODES))
    what.add_argument("--locate", choices=list(LOCATE_RESULTS), help="what a step of the locate came to")
    what.add_argument("--note", action="store_true")
    what.add_argument("--negotiation", metavar="POSITION", help="where they stand")
    log.add_argument("--text", default="", metavar="TEXT", help="what was said or found")
    log.add_argument("--channel", choices=[c.value for c in Channel], default=Channel.CALL.value)
    log.add_argument("--source", choices=[code for code, _ in LOCATE_SOURCES], default="other")
    log.add_argument("--at", default="", metavar="VALUE", help="the number or address used, as on file")
    log.add_argument("--cost", type=cents, default=0, metavar="AMOUNT")
    log.add_argument("--counter", default="", metavar="TEXT", help="of a negotiation note")
    log.add_argument("--step", default="", metavar="TEXT", help="next step of a negotiation note")
    log.add_argument("--next", default="", metavar="TEXT", help="the account's next action")
    log.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="when; with --next")


def case(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Show an account: head, contact points with how sure they are, residences, the newest entries.

    A whole SSN is never printed, its last four digits only with --json.
    """
    with opened(options, read_only=True) as vault:
        account_id = account_by_number(vault, options.number, options.client)
        overview = case_overview(vault, account_id)
        entries = timeline(vault.read_case(account_id))[: max(0, options.entries)]
    head = overview.head
    debtor = replace(head.debtor, ssn="") if head.debtor else None
    terminal.result({"overview": replace(overview, head=replace(head, debtor=debtor)), "entries": entries})
    terminal.say(f"{head.debtor.name.whole if head.debtor else 'No debtor'}, {head.account.account_number}")
    terminal.say(f"{Money(head.account.balance.total, head.account.balance.currency)} {head.account.status}")
    flags = ", ".join(r.kind.value.replace("_", " ") for r in head.flags)
    terminal.say(f"Where: {head.verdict.rung.name.lower()}." + (f" Flags: {flags}." if flags else ""))
    on = head.work.next_action_on
    terminal.say(f"Next: {head.work.next_action or 'nothing'}{f' on {on.isoformat()}' if on else ''}.")
    terminal.table(
        ("kind", "value", "status", "sure", "last seen"),
        [
            (kind_words(k.point.kind), k.words, k.point.status, k.rung.name.lower(), k.last_seen or "")
            for k in overview.points
        ],
    )
    points = [known.point for known in overview.points]
    for known in overview.points:
        if told := phone_facts(known.point, points).words:
            terminal.say(f"{known.words}: {told}.")
    terminal.table(
        ("address", "from", "to", "sources"),
        [(r.words, r.first, r.last, len(r.sightings)) for r in overview.residence.residences],
    )
    terminal.table(
        ("when", "who", "what"),
        [(f"{e.activity.at.astimezone():%Y-%m-%d %H:%M}", e.activity.actor, e.title) for e in entries],
    )


def log(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Record what the options say."""
    follow_up = None
    if options.next:
        if options.on is None:
            raise UserError("When is the next action due?", hint="Give --on YYYY-MM-DD.")
        follow_up = NextAction(options.next, options.on)
    with opened(options) as vault:
        account_id = account_by_number(vault, options.number, options.client)
        done = _logged(vault, account_id, options, follow_up)
    _say(terminal, done)


def _logged(
    vault: Vault, account_id: str, options: argparse.Namespace, follow_up: NextAction | None
) -> Written:
    if options.note:
        return case_log.add_note(vault, account_id, options.text, follow_up)
    if options.negotiation is not None:
        return negotiation.add_negotiation_note(
            vault,
            account_id,
            position=options.negotiation,
            counter_offer=options.counter,
            next_step=options.step,
            follow_up=follow_up,
        )
    contact_id = _on_file(vault, account_id, options.at) if options.at else ""
    if options.locate:
        step = case_log.Locate(options.source, options.locate, options.text, options.cost, contact_id)
        return case_log.log_locate(vault, account_id, step, follow_up)
    contact = case_log.Contact(
        Channel(options.channel),
        options.contact,
        options.text,
        contact_id=contact_id,
        cost_cents=options.cost,
        point_status=RESULT_CODES[options.contact].point_status if contact_id else None,
    )
    return case_log.log_contact(vault, account_id, contact, follow_up)


def _on_file(vault: Vault, account_id: str, value: str, kind: ContactKind | None = None) -> str:
    """The id of the contact point that reads so, in any of its forms."""
    wanted = _folded(value)
    for known in known_points(vault.read_case(account_id)):
        point = known.point
        forms = {_folded(form) for form in (point.raw, point.normalized, contact_words(point))}
        if wanted in forms and kind in {None, point.kind}:
            return point.contact_id
    raise UserError("The case has no such contact point.", hint="`case` lists those on file.")


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum() or c in "@.")


def contact_point(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    """Add a contact point of the debtor (--source), or mark one that is on file (--status)."""
    kind = ContactKind(options.kind)
    with opened(options) as vault:
        account_id = account_by_number(vault, options.number, options.client)
        if options.status:
            contact_id = _on_file(vault, account_id, options.value, kind)
            status = ContactStatus(options.status)
            done = case_contacts.set_contact_status(vault, account_id, contact_id, status, options.reason)
        else:
            debtor = debtor_of(vault.read_case(account_id))
            party_id = debtor.party_id if debtor else ""
            new = case_contacts.NewPoint(party_id, kind, options.value, options.source, options.label)
            done = case_contacts.add_contact_point(vault, account_id, new)
    _say(terminal, done)


def _say(terminal: Terminal, done: Written) -> None:
    terminal.result(done)
    number = f" (change {done.commits[-1].seq})" if done.commits else ""
    terminal.say(f"{done.words}{number}.")
