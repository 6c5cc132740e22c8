"""import-records, undo-import, imports, problems."""

import argparse

from workbench.base.errors import UserError
from workbench.cli.accounts import show_problems
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress, counted
from workbench.model.importing import ImportKind
from workbench.services import import_records as service
from workbench.services import imports as import_history
from workbench.services import own_layouts as own
from workbench.services.access import DirectAccess
from workbench.services.files import read_mapping
from workbench.services.import_accounts import AccountsRequest
from workbench.services.import_check import check_accounts, check_records
from workbench.services.import_undo import plan_undo, undo_accounts
from workbench.services.vaults import Vault


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
        edition_of=options.edition_of,
    )
    with opened(options) as vault:
        result = service.import_records(vault, options.file, request, progress)
    progress.clear()
    terminal.result(result)
    counts = result.counts
    terminal.say(f"{result.words}")
    terminal.say(
        f"{counted(counts.read, 'row')}: {counts.accepted:,} taken"
        f" ({counted(result.people, 'person', 'people')}),"
        f" {counted(counts.duplicate, 'repeat')}, {counts.rejected:,} not taken."
    )
    terminal.say(
        f"{counted(result.leads, 'lead')}, {result.strong:,} of them strong. Import {result.import_id}"
    )
    if result.edition is not None:
        terminal.say(result.edition.words)
    show_problems(result.problems, terminal)
    for note in result.notes:
        terminal.say(note)


def undo_import(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Take an import back.

    Of records: its library file and pending leads go, accepted leads stay and are named.  Of accounts: the
    cases that nobody touched since are destroyed, the others stay and are named.
    """
    with opened(options) as vault:
        record = vault.registry.import_record(options.import_id)
        if record is not None and record.kind is ImportKind.ACCOUNTS:
            _undo_accounts(vault, options, terminal, progress)
            return
        if options.dry_run:
            raise UserError("Only an import of accounts has a dry run.", hint="Leave --dry-run away.")
        undone = service.undo_records(DirectAccess(vault), options.import_id, progress)
    progress.clear()
    terminal.result(undone)
    terminal.say(f"Undone: {counted(undone.leads_removed, 'pending lead')} and the record file are gone.")
    if undone.proposed:
        terminal.say(f"  {undone.proposed:,} of them were proposed by hand; their cases tell so.")
    for number in undone.kept_accounts:
        terminal.say(f"  kept, because you accepted it: a lead of account {number}")


def _undo_accounts(
    vault: Vault, options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress
) -> None:
    access = DirectAccess(vault)
    if options.dry_run:
        plan = plan_undo(access, options.import_id, progress)
        progress.clear()
        terminal.result(plan)
        terminal.say(f"{counted(len(plan.removable), 'account')} would be removed, {len(plan.kept):,} kept.")
        kept = plan.kept
    else:
        undone = undo_accounts(access, options.import_id, progress)
        progress.clear()
        terminal.result(undone)
        terminal.say(f"Undone: {counted(undone.removed, 'account')} removed, {len(undone.kept):,} kept.")
        kept = undone.kept
    for account in kept:
        terminal.say(f"  kept: {account.account_number}, because {account.why}")


def check(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Read a file as the import would, and write nothing."""
    mapping = read_mapping(options.mapping)
    with opened(options, read_only=True) as vault:
        access = DirectAccess(vault)
        if options.accounts:
            accounts = AccountsRequest(options.client, mapping, options.sheet, options.member)
            result = check_accounts(access, options.file, accounts, progress)
        else:
            request = service.RecordsRequest(
                profile=options.profile, purpose=options.purpose, mapping_toml=mapping,
                member=options.member, sheet=options.sheet,
            )  # fmt: skip
            result = check_records(access, options.file, request, progress)
    progress.clear()
    terminal.result(result)
    counts = result.counts
    terminal.say(result.words)
    terminal.say(
        f"{counted(counts.read, 'row')}: {counts.accepted:,} can be used,"
        f" {counted(counts.duplicate, 'repeat')}, {counts.rejected:,} not. Nothing was written."
    )
    if options.accounts:
        terminal.say(
            f"{counted(result.new, 'new account')}, {result.changed:,} changed,"
            f" {result.unchanged:,} as they are."
        )
    show_problems(result.problems, terminal)


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
            terminal.say(f"{counted(count, 'row')} written with their own text; the file is not encrypted.")
            return
        found = import_history.problems(vault, options.import_id)
    terminal.result(found)
    terminal.table(("row", "reason"), [(f"{p.row_number:,}", p.reason) for p in found])


def layouts(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """List the layouts a person saved; rename or delete one by its id."""
    del progress
    changing = options.rename is not None or options.delete is not None
    with opened(options, read_only=not changing) as vault:
        if options.rename is not None:
            layout_id, name = options.rename
            found = _layout(vault, layout_id)
            own.rename_layout(vault, found.fingerprint, found.kind, name)
        if options.delete is not None:
            found = _layout(vault, options.delete)
            own.delete_layout(vault, found.fingerprint, found.kind)
        listed = own.own_layouts(vault)
    terminal.result(listed)
    terminal.table(
        ("name", "kind", "columns", "read", "saved", "id"),
        [
            (x.name, x.kind, f"{x.columns}", f"{x.used}", f"{x.saved_at:%Y-%m-%d %H:%M}", x.fingerprint[:12])
            for x in listed
        ],
    )


def _layout(vault: Vault, layout_id: str) -> own.OwnLayout:
    """The saved layout whose id begins so; UserError for none or several."""
    found = [x for x in own.own_layouts(vault) if layout_id and x.fingerprint.startswith(layout_id)]
    if len(found) != 1:
        raise UserError("No single saved layout has that id.", hint="`layouts` lists them.")
    return found[0]
