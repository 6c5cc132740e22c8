"""Pending leads as lists and files, and judging one by its id."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.base.changes import Changes
from workbench.base.errors import UserError
from workbench.model.explanation import Band
from workbench.model.lead import Lead, LeadStatus, RejectReason
from workbench.model.party import PartyRole
from workbench.model.review import Pile, QueueFilter, QueueOrder
from workbench.reports.cells import write_csv
from workbench.reports.leads import LEAD_COLUMNS, lead_row
from workbench.services.exports import export_text
from workbench.services.reviewing import Decided, UnknownLeadError, Verdict, decide
from workbench.vault.vault import Vault

__all__ = [
    "Judged",
    "UnknownLeadError",
    "accept",
    "account_of",
    "pending",
    "reject",
    "second_look",
    "write_pending",
]

EVERYTHING = 10**9


@dataclass(frozen=True, slots=True)
class Judged:
    """What judging one lead did: how many contact points and parties the case gained."""

    lead_id: str
    status: LeadStatus
    contact_points: int
    parties: int
    changes: Changes


def pending(
    vault: Vault, *, limit: int, band: Band | None = None, import_id: str = "", account_id: str = ""
) -> list[tuple[str, Lead]]:
    """(account number, lead) of the best ``limit`` pending leads: strongest first, then by account."""
    if band is None:
        leads: Sequence[Lead] = vault.catalog.pending_leads(
            limit=limit, account_id=account_id or None, import_id=import_id or None
        )
    else:
        where = QueueFilter(import_id=import_id, account_id=account_id, bands=frozenset({band}))
        leads = vault.review.leads(where, vault.review.queue(where, QueueOrder.VALUE)[:limit])
    return numbered(vault, leads)


def second_look(vault: Vault, *, limit: int) -> list[tuple[str, Lead]]:
    """(account number, lead) of those somebody was unsure of."""
    where = QueueFilter(pile=Pile.SECOND_LOOK)
    return numbered(vault, vault.review.leads(where, vault.review.queue(where, QueueOrder.VALUE)[:limit]))


def account_of(vault: Vault, number: str) -> str:
    """The id of the account with this number; UserError when none has it, or more than one."""
    rows = vault.catalog.account_rows(vault.catalog.search(number))
    ids = [row.account_id for row in rows if row.account_number == number.strip()]
    if len(ids) != 1:
        raise UserError(
            f"{len(ids) or 'No'} accounts have this number.", hint="Numbers are text: leading zeros count."
        )
    return ids[0]


def numbered(vault: Vault, leads: Sequence[Lead]) -> list[tuple[str, Lead]]:
    """Each lead with its account's number."""
    numbers = account_numbers(vault, leads)
    return [(numbers.get(lead.account_id, ""), lead) for lead in leads]


def account_numbers(vault: Vault, leads: Sequence[Lead]) -> dict[str, str]:
    """The client's own number of each lead's account, by account id."""
    ids = list({lead.account_id for lead in leads})
    return {row.account_id: row.account_number for row in vault.catalog.account_rows(ids)}


def write_pending(vault: Vault, out: Path) -> int:
    """Write every pending lead as CSV (columns LEAD_COLUMNS), not encrypted; the number written."""
    leads = vault.catalog.pending_leads(limit=EVERYTHING)
    numbers = account_numbers(vault, leads)
    with export_text(out) as stream:
        return write_csv(stream, LEAD_COLUMNS, (lead_row(lead, numbers) for lead in leads))


def accept(
    vault: Vault,
    lead_id: str,
    *,
    role: PartyRole | None = None,
    without: frozenset[str] = frozenset(),
    confirmed: bool = False,
) -> Judged:
    """Accept a pending lead: what its record says joins the case, each with its evidence.

    A lead in the relative band joins as a relative of its own, never as the debtor's contact points.
    Nothing that is there is overwritten.  UnknownLeadError when it is not pending; SecondPersonError.
    """
    _require_pending(vault, lead_id)
    verdict = Verdict(LeadStatus.ACCEPTED, role=role, without=without, confirmed=confirmed)
    return _judged(decide(vault, lead_id, verdict))


def reject(vault: Vault, lead_id: str, reason: RejectReason, note: str = "") -> Judged:
    """Reject a pending lead; it becomes a tombstone for the debtor on all their accounts."""
    _require_pending(vault, lead_id)
    return _judged(decide(vault, lead_id, Verdict(LeadStatus.REJECTED, reason=reason, note=note)))


def _require_pending(vault: Vault, lead_id: str) -> None:
    if vault.catalog.lead(lead_id) is None:
        raise UnknownLeadError


def _judged(done: Decided) -> Judged:
    joined = done.joined
    return Judged(
        done.lead.lead_id,
        done.lead.status,
        len(joined.points),
        int(bool(joined.party)),
        done.written.changes,
    )
