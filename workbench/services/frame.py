"""The few numbers that the window's frame shows beside its places."""

from dataclasses import dataclass
from datetime import date

from workbench.model.work import AccountFilter, AccountRow
from workbench.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class FrameCounts:
    """``accounts`` in the vault, those ``due`` today or overdue, and ``leads`` that wait for a decision."""

    accounts: int
    due: int
    leads: int


def find_accounts(vault: Vault, words: str, limit: int) -> list[AccountRow]:
    """The accounts that ``words`` find (number, names, addresses, phones), at most ``limit``."""
    return vault.catalog.account_rows(vault.catalog.search(words, limit))


def frame_counts(vault: Vault, today: date) -> FrameCounts:
    """The numbers as they stand; from the catalog alone."""
    catalog = vault.catalog
    return FrameCounts(catalog.count(), catalog.count(AccountFilter(due_by=today)), catalog.count_pending())
