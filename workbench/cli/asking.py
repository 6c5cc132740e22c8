"""leads, search: what a vault knows."""

import argparse

from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress, counted
from workbench.model.explanation import Band
from workbench.model.lead import Lead
from workbench.reports.leads import percent
from workbench.services import leads as lead_service
from workbench.services import library_search
from workbench.services.explaining import waterfall
from workbench.services.vaults import Vault


def leads(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Pending leads, best first; ``--out`` writes all of them as CSV."""
    del progress
    with opened(options, read_only=True) as vault:
        if options.out is not None:
            count = lead_service.write_pending(vault, options.out)
            terminal.say(f"{counted(count, 'lead')} written; the file is not encrypted.")
            terminal.result({"written": count})
            return
        found = _asked_for(vault, options)
    terminal.result([{"account_number": n, "lead": lead} for n, lead in found])
    for number, lead in found:
        show_lead(number, lead, terminal)
    if not found:
        terminal.say("No pending leads.")


def _asked_for(vault: Vault, options: argparse.Namespace) -> list[tuple[str, Lead]]:
    if options.second_look:
        return lead_service.second_look(vault, limit=options.limit)
    return lead_service.pending(
        vault,
        limit=options.limit,
        band=Band(options.band) if options.band else None,
        import_id=options.import_id,
        account_id=lead_service.account_of(vault, options.account) if options.account else "",
    )


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
    values = {f.field: (f.debtor_value, f.record_value) for f in lead.explanation.fields}
    found = waterfall(lead)
    rows = [
        (bar.title.lower(), bar.words, *values.get(bar.key, ("", "")), f"{bar.bits:+.1f}", bar.detail)
        for bar in found.bars
    ]
    same, relative = percent(found.p_same), percent(lead.explanation.p_relative)
    rows.append(("total", "", "", "", f"{found.total:+.1f}", f"{same} same, {relative} relative"))
    terminal.table(("field", "comparison", "account", "record", "bits", "note"), rows)
    for limit in found.limits:
        terminal.say(f"  limit: {limit}")


def search(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Look people up in the imported record files and enter the search in the audit chain."""
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
    with opened(options) as vault:
        found = library_search.search(vault, question, limit=options.limit)
        library_search.note_search(vault, question, found)
    terminal.result(found)
    terminal.table(
        ("name", "birth", "address", "phones", "file", "row"),
        [(f.name, f.birth, f.address, " ".join(f.phones), f.file_name, f.row_number) for f in found],
    )
    if not found:
        terminal.say("Nobody found.")
