"""leads, judge, search: what a vault knows."""

import argparse

from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.model.lead import Lead, RejectReason
from workbench.reports.leads import percent
from workbench.services import leads as lead_service
from workbench.services import library_search


def leads(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Pending leads, best first; ``--out`` writes all of them as CSV."""
    del progress
    with opened(options, read_only=True) as vault:
        if options.out is not None:
            count = lead_service.write_pending(vault, options.out)
            terminal.say(f"{count:,} leads written; the file is not encrypted.")
            terminal.result({"written": count})
            return
        found = lead_service.pending(vault, limit=options.limit)
    terminal.result([{"account_number": n, "lead": lead} for n, lead in found])
    for number, lead in found:
        show_lead(number, lead, terminal)
    if not found:
        terminal.say("No pending leads.")


def show_lead(number: str, lead: Lead, terminal: Terminal) -> None:
    """One lead in three lines: who and how sure, why, where."""
    why = lead.explanation
    where = "; ".join((*lead.person.addresses[:1], *lead.person.phones[:2]))
    terminal.say(
        f"{number}  {why.band.value:<8} {percent(why.p_same):>6}  {lead.person.name}   [{lead.lead_id}]"
    )
    terminal.say(f"    {why.sentence}")
    if where:
        terminal.say(f"    {where}")


def show_reasons(lead: Lead, terminal: Terminal) -> None:
    """The waterfall of one lead as a table: every bar, then the total."""
    why = lead.explanation
    rows = [("starting odds", "", "", "", f"{why.start_bits:+.1f}", "")]
    rows += [
        (f.field, f.level, f.debtor_value, f.record_value, f"{f.bits:+.1f}", f.frequency) for f in why.fields
    ]
    rows += [
        ("could be a relative", "", "", "", f"{why.relative_adjustment:+.1f}", ""),
        (
            "total",
            "",
            "",
            "",
            f"{why.bits:+.1f}",
            f"{percent(why.p_same)} same, {percent(why.p_relative)} relative",
        ),
    ]
    terminal.table(("field", "comparison", "account", "record", "bits", "note"), rows)
    for cap in why.caps:
        terminal.say(f"  limit: {cap}")


def judge(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Accept or reject one pending lead."""
    del progress
    with opened(options) as vault:
        if options.decision == "accept":
            gained = lead_service.accept(vault, options.lead_id)
            terminal.say(f"Accepted: {gained.contact_points} contact points added with their evidence.")
        else:
            gained = lead_service.reject(vault, options.lead_id, RejectReason(options.reason))
            terminal.say("Rejected: this person will not be proposed for this debtor again.")
    terminal.result(gained)


def search(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Look people up in the imported record files."""
    del progress
    question = library_search.Question(
        last=options.last,
        first=options.first,
        birth_year=options.birth_year,
        house=options.house,
        street=options.street,
        zip_code=options.zip,
        phone=options.phone,
        email=options.email,
    )
    with opened(options, read_only=True) as vault:
        found = library_search.search(vault, question, limit=options.limit)
    terminal.result(found)
    terminal.table(
        ("name", "birth", "address", "phones", "file", "row"),
        [(f.name, f.birth, f.address, " ".join(f.phones), f.file_name, f.row_number) for f in found],
    )
    if not found:
        terminal.say("Nobody found.")
