from datetime import UTC, date, datetime

import pytest

from workbench.model.account import Balance
from workbench.model.ledger import LedgerEntry, LedgerKind, LedgerPart
from workbench.negotiation.balance import adjustment_entries, balance_by_part, placement_entries

WHEN = {"effective_on": date(2026, 11, 1), "recorded_at": datetime(2026, 11, 2, tzinfo=UTC), "actor": "owner"}


def placed(**parts):
    return placement_entries(Balance(**parts), **WHEN)


def test_parts_that_add_up_come_back():
    stated = Balance(total=10000, principal=8000, interest=1500, fees=500)
    assert balance_by_part(placement_entries(stated, **WHEN)) == stated


def test_what_parts_do_not_explain_stands_apart_and_counts():
    entries = placed(total=10000, principal=8000)
    assert {e.part: e.cents for e in entries} == {LedgerPart.PRINCIPAL: 8000, LedgerPart.TOTAL: 2000}
    assert balance_by_part(entries).total == 10000


def test_a_balance_without_parts_is_one_entry():
    assert [(e.part, e.cents) for e in placed(total=777)] == [(LedgerPart.TOTAL, 777)]
    assert [(e.part, e.cents) for e in placed(total=0)] == [(LedgerPart.TOTAL, 0)]


def test_payments_lower_what_is_owed():
    payment = LedgerEntry(
        "p", LedgerKind.PAYMENT, LedgerPart.PRINCIPAL, -3000, date(2026, 11, 9), WHEN["recorded_at"]
    )
    assert balance_by_part([*placed(total=8000, principal=8000), payment]).principal == 5000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Balance(total=10000, principal=10000), Balance(total=12000, principal=10000, interest=2000)),
        (Balance(total=10000), Balance(total=9000, principal=9000)),
        (Balance(total=5000, principal=4000, fees=1000), Balance(total=0)),
    ],
)
def test_an_adjusted_ledger_sums_to_the_new_statement(old, new):
    ledger = [*placement_entries(old, **WHEN), *adjustment_entries(old, new, **WHEN)]
    assert balance_by_part(ledger).total == new.total


def test_the_same_statement_adjusts_nothing():
    same = Balance(total=10000, principal=8000)
    assert adjustment_entries(same, same, **WHEN) == ()


def test_two_currencies_have_no_sum():
    with pytest.raises(ValueError, match="EUR"):
        balance_by_part(placed(total=1, currency="EUR"))
