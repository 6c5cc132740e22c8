"""A list of accounts as a file outside the vault: CSV, with nothing that a spreadsheet would run."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from workbench.base.money import Money
from workbench.base.progress import Progress, check_cancelled
from workbench.model.work import AccountRow
from workbench.reports.cells import write_csv
from workbench.services.access import VaultAccess
from workbench.services.exports import export_text
from workbench.services.worklist import rows
from workbench.vault.vault import Vault

COLUMNS = (
    "account_number", "client", "original_creditor", "name", "status", "balance", "currency", "city", "state",
    "zip", "next_action", "due", "promise_due", "assignee", "tags", "leads", "placed_on", "last_activity",
)  # fmt: skip
_PAGE = 500


def export_accounts(access: VaultAccess, account_ids: Sequence[str], out: Path, progress: Progress) -> int:
    """Write the accounts as CSV (columns COLUMNS), not encrypted; how many were written.

    The export is noted in the vault's audit chain.  CancelledError leaves no file; MachineError when it
    cannot be written.
    """
    with export_text(out) as stream:
        written = write_csv(stream, COLUMNS, _lines(access, account_ids, progress))
    access.call(lambda vault: _note(vault, written))
    return written


def _lines(
    access: VaultAccess, account_ids: Sequence[str], progress: Progress
) -> Iterator[tuple[str | int | float | None, ...]]:
    for start in range(0, len(account_ids), _PAGE):
        check_cancelled(progress)
        page = account_ids[start : start + _PAGE]
        for row in access.call(partial(rows, account_ids=page)):
            yield _line(row)
        progress.report(start + len(page), len(account_ids), "accounts")


def _line(row: AccountRow) -> tuple[str | int | float | None, ...]:
    amount = str(Money(row.balance_cents, row.currency)).removesuffix(f" {row.currency}").replace(",", "")
    return (
        row.account_number, row.client, row.creditor, row.debtor_name, row.status.value, amount, row.currency,
        row.city, row.state, row.zip_code, row.next_action, _day(row.next_action_on),
        _day(row.promise_due_on), row.assignee, " ".join(row.tags), row.pending_leads, _day(row.placed_on),
        row.last_activity_at.date().isoformat() if row.last_activity_at else "",
    )  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _note(vault: Vault, count: int) -> None:
    if vault.read_only:
        return
    with vault.session.writing() as conn:
        vault.audit.append(conn, "export_accounts", reason=f"{count} accounts as CSV")
