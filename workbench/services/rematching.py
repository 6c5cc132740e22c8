"""Matching the library again without its foreign files: every debtor, or those new or changed since."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from workbench.base.changes import Changes
from workbench.base.progress import Progress
from workbench.model.lead import Lead
from workbench.services.access import VaultAccess
from workbench.services.edition_lookup import look_up_again
from workbench.services.editions import settle_edition
from workbench.services.searching import match_library
from workbench.vault.catalog_matched import DebtorState
from workbench.vault.vault import Vault

PAGE = 5000
"""Debtors looked at in one piece of the vault's time."""
ACCOUNTS_A_PIECE = 500


@dataclass(frozen=True, slots=True)
class Rematched:
    """What matching again did: debtors matched, record files read, leads found, leads new since before."""

    debtors: int
    files: int
    leads: int
    new: int
    changes: Changes

    @property
    def words(self) -> str:
        """As a sentence."""
        if not self.debtors:
            return "Every account is matched as it is; nothing was read."
        debtors = "1 debtor" if self.debtors == 1 else f"{self.debtors:,} debtors"
        files = "1 record file" if self.files == 1 else f"{self.files:,} record files"
        return f"{debtors} matched against {files}: {self.leads:,} leads, {self.new:,} of them new."


def rematch(
    access: VaultAccess, progress: Progress, *, new_only: bool, among: Collection[str] | None = None
) -> Rematched:
    """Match the record files of the library again; the foreign files are not needed.

    ``new_only``: only debtors that are new or changed since they were last matched (of the accounts
    ``among``, where given).  Leads that wait keep their ids where the record is the same; what a record says
    no longer of anybody is gone, unless a person proposed it: that waits until somebody judges it.
    CancelledError leaves whole files done and the rest to be done again; of a newer edition no half is told.
    """
    waiting = unmatched(access, None if not new_only else among)
    todo = waiting if new_only else None
    only = {state.account_id for state in todo} if todo is not None else None
    if only is not None and not only:
        return Rematched(0, 0, 0, 0, Changes())
    files = leads = new = 0
    touched: set[str] = set()
    for found in match_library(access, progress, only=only):
        files += 1
        leads += len(found.leads)
        looked = look_up_again(access, found.import_id, found.leads, progress, accounts=only)
        new += _replace(access, found.import_id, found.leads, only)
        settle_edition(access, found.import_id, looked, progress, accounts=only)
        touched.update(lead.account_id for lead in found.leads)
    access.call(partial(_note, states=todo if todo is not None else waiting))
    debtors = len(todo) if todo is not None else _count(access)
    return Rematched(debtors, files, leads, new, Changes(accounts=frozenset(touched), leads=True))


def unmatched(access: VaultAccess, among: Collection[str] | None = None) -> list[DebtorState]:
    """The debtors that are new or changed since they were last matched against the whole library."""
    found: list[DebtorState] = []
    after: int | None = 0
    while after is not None:
        page, after = access.call(partial(_unmatched, after=after))
        found += page if among is None else [state for state in page if state.account_id in among]
    return found


def _unmatched(vault: Vault, after: int) -> tuple[list[DebtorState], int | None]:
    return vault.matched.unmatched(after, PAGE)


def _count(access: VaultAccess) -> int:
    return sum(1 for _ in access.call(lambda vault: list(vault.catalog.debtor_parties())))


def _note(vault: Vault, states: Sequence[DebtorState]) -> None:
    vault.matched.note(states)


def _replace(access: VaultAccess, import_id: str, leads: list[Lead], only: set[str] | None) -> int:
    """Make ``leads`` the pending ones of an import (for the accounts ``only``); how many are new."""
    if only is None:
        return access.call(partial(_replace_all, import_id=import_id, leads=leads))
    new = 0
    accounts = sorted(only)
    for start in range(0, len(accounts), ACCOUNTS_A_PIECE):
        piece = set(accounts[start : start + ACCOUNTS_A_PIECE])
        own = [lead for lead in leads if lead.account_id in piece]
        new += access.call(partial(_replace_some, import_id=import_id, leads=own, accounts=piece))
    return new


def _replace_all(vault: Vault, import_id: str, leads: list[Lead]) -> int:
    if not _is_kept(vault, import_id):
        return 0
    kept, new = keeping_ids(vault.catalog.rows_waiting(import_id), leads)
    vault.catalog.replace_pending(import_id, kept)
    return new


def _replace_some(vault: Vault, import_id: str, leads: list[Lead], accounts: set[str]) -> int:
    if not _is_kept(vault, import_id):
        return 0
    kept, new = keeping_ids(vault.catalog.rows_waiting(import_id, accounts), leads)
    vault.catalog.replace_pending(import_id, kept, accounts)
    return new


def _is_kept(vault: Vault, import_id: str) -> bool:
    """Whether the import still stands: it may have been undone while its file was matched."""
    record = vault.registry.import_record(import_id)
    return record is not None and record.undone_at is None


def keeping_ids(before: Iterable[Lead], leads: Iterable[Lead]) -> tuple[list[Lead], int]:
    """``leads`` under the ids of those in ``before`` that are the same record for the same party, and those
    of ``before`` that a person proposed and no match finds; how many of ``leads`` are new.
    """
    known = {_record_of(lead): lead for lead in before}
    kept: list[Lead] = []
    new = 0
    for lead in leads:
        old = known.pop(_record_of(lead), None)
        new += old is None
        kept.append(lead if old is None else _as_known(lead, old))
    kept += [replace(old, matched=False) for old in known.values() if old.proposed]
    return kept, new


def _as_known(lead: Lead, old: Lead) -> Lead:
    """A lead as a match found it now, with what is known of it."""
    return replace(
        lead,
        lead_id=old.lead_id,
        created_at=old.created_at,
        proposed_by=old.proposed_by,
        proposed_at=old.proposed_at,
        withdrawn=old.withdrawn,
    )


def _record_of(lead: Lead) -> tuple[str, str, str, int, str]:
    person = lead.person
    return lead.party_id, person.import_id, person.record_id, person.row_number, person.role
