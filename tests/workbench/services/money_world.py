"""Cases with money on them for the tests of services; every person is invented."""

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from workbench.base.clock import FixedClock
from workbench.model.account import Account, Balance
from workbench.model.case import CaseContent
from workbench.negotiation.balance import placement_entries

sys.path.insert(0, str(Path(__file__).parents[1] / "vault"))

from case_world import (
    NOW,
    a_note,
    an_id,
    make_vault,
    reopen,
)
from case_world import a_case as plain_case

__all__ = ["NOW", "TODAY", "a_case", "a_note", "an_id", "at_day", "make_vault", "plain_case", "reopen"]
TODAY = NOW.date()
OWED = Balance(100_000, 80_000, 12_000, 5_000, 3_000)


def a_case(number: int = 1, balance: Balance = OWED) -> CaseContent:
    """A placed case whose ledger says what its balance says: $800 + $120 + $50 + $30."""
    case = plain_case(number)
    account: Account = case.account
    placed = placement_entries(balance, effective_on=date(2026, 11, 1), recorded_at=NOW, actor="owner")
    return CaseContent(
        account=Account(
            account.account_id, account.account_number, account.client, balance, created_at=NOW,
            placed_on=date(2026, 11, 1),
        ),
        parties=case.parties,
        contact_points=case.contact_points,
        evidence=case.evidence,
        ledger=placed,
    )  # fmt: skip


def at_day(vault, day: date) -> None:
    """Let it be noon of ``day`` for this vault."""
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(microseconds=1)
    for holder in (vault, vault._cases, vault.registry):
        name = "clock" if hasattr(holder, "clock") else "_clock"
        object.__setattr__(holder, name, FixedClock(moment))
