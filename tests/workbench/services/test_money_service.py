"""The ledger: payments by part, adjustments, charges, reversals; the balance of lists follows in step."""

from datetime import timedelta

import pytest
from money_world import OWED, TODAY, a_case, an_id, make_vault

from workbench.base.errors import UserError
from workbench.model.account import AccountStatus, Balance
from workbench.model.arrangement import ArrangementStatus
from workbench.model.ledger import LedgerKind, LedgerPart, PaymentMethod
from workbench.negotiation.allocation import allocate
from workbench.negotiation.balance import balance_by_part
from workbench.services.money import (
    Adjustment,
    Charge,
    Payment,
    add_adjustment,
    add_charge,
    add_payment,
    money_view,
    reverse_entry,
)
from workbench.services.negotiation import Offer, add_offer, answer_offer
from workbench.services.undoing import undo

ACCOUNT = an_id(1)


@pytest.fixture
def vault(tmp_path):
    with make_vault(tmp_path / "v") as made:
        made.create_cases([a_case(1)])
        yield made


def in_step(vault):
    """Ledger, account and catalog say the same; the balance."""
    content = vault.read_case(ACCOUNT)
    balance = content.account.balance
    assert balance_by_part(content.ledger) == balance
    assert vault.catalog.account_rows([ACCOUNT])[0].balance_cents == balance.total
    return balance


def test_a_payment_pays_costs_fees_interest_and_principal_in_this_order():
    owed = {LedgerPart.PRINCIPAL: 100, LedgerPart.INTEREST: 30, LedgerPart.FEES: 20, LedgerPart.COSTS: 10}
    assert allocate(45, owed) == {LedgerPart.COSTS: 10, LedgerPart.FEES: 20, LedgerPart.INTEREST: 15}
    assert allocate(160, owed) == {
        LedgerPart.COSTS: 10, LedgerPart.FEES: 20, LedgerPart.INTEREST: 30, LedgerPart.PRINCIPAL: 100,
    }  # fmt: skip


@pytest.mark.parametrize("cents", [0, -5, 161])
def test_nothing_and_more_than_is_owed_cannot_be_allocated(cents):
    with pytest.raises(ValueError):
        allocate(cents, {LedgerPart.PRINCIPAL: 180, LedgerPart.TOTAL: -20}, (LedgerPart.TOTAL,))


def test_a_payment_moves_every_part_and_the_list(vault):
    done = add_payment(vault, ACCOUNT, Payment(10_000, TODAY, PaymentMethod.CHECK, "  No  17 "))
    assert in_step(vault) == Balance(90_000, 80_000, 10_000, 0, 0)
    view = money_view(vault, ACCOUNT)
    newest = view.rows[0].entry
    assert (newest.kind, newest.part, newest.cents) == (LedgerKind.PAYMENT, LedgerPart.INTEREST, -2_000)
    assert (newest.method, newest.reference) == ("check", "No 17")
    assert [row.balance for row in view.rows][:3] == [90_000, 92_000, 97_000]
    assert done.words == "Payment of 100.00 USD recorded"
    assert len(done.commits) == 1


def test_a_payment_can_name_its_part(vault):
    add_payment(vault, ACCOUNT, Payment(10_000, TODAY, part=LedgerPart.PRINCIPAL))
    assert in_step(vault).principal == 70_000
    with pytest.raises(UserError, match="owes less"):
        add_payment(vault, ACCOUNT, Payment(10_000, TODAY, part=LedgerPart.COSTS))


@pytest.mark.parametrize(
    ("payment", "words"),
    [
        (Payment(0, TODAY), "above zero"),
        (Payment(-100, TODAY), "above zero"),
        (Payment(100_001, TODAY), "more than what is owed"),
        (Payment(100, TODAY + timedelta(days=1)), "day to come"),
        (Payment(100, TODAY, currency="EUR"), "is in USD"),
    ],
)
def test_what_is_no_payment_is_refused_and_nothing_changes(vault, payment, words):
    with pytest.raises(UserError, match=words):
        add_payment(vault, ACCOUNT, payment)
    assert in_step(vault) == OWED
    assert len(vault.case_history(ACCOUNT)) == 1


def test_the_same_payment_twice_is_noticed_until_the_first_is_reversed(vault):
    payment = Payment(5_000, TODAY, reference="17")
    add_payment(vault, ACCOUNT, payment)
    with pytest.raises(UserError, match="recorded already"):
        add_payment(vault, ACCOUNT, payment)
    reverse_entry(vault, ACCOUNT, money_view(vault, ACCOUNT).rows[0].entry.entry_id, "typing error")
    add_payment(vault, ACCOUNT, payment)
    assert in_step(vault).total == 95_000


def test_paid_in_full_closes_the_account(vault):
    add_payment(vault, ACCOUNT, Payment(100_000, TODAY))
    row = vault.catalog.account_rows([ACCOUNT])[0]
    assert (in_step(vault).total, row.status, row.next_action) == (0, AccountStatus.PAID_IN_FULL, "")


def test_settled_when_an_accepted_offer_was_paid_and_the_rest_waived(vault):
    add_offer(vault, ACCOUNT, Offer(60_000))
    offer = vault.read_case(ACCOUNT).arrangements[0]
    answer_offer(vault, ACCOUNT, offer.arrangement_id, ArrangementStatus.ACCEPTED)
    add_payment(vault, ACCOUNT, Payment(60_000, TODAY))
    add_adjustment(vault, ACCOUNT, Adjustment(-40_000, TODAY, "settlement of 60 %"))
    assert vault.read_case(ACCOUNT).account.status is AccountStatus.SETTLED_IN_FULL


def test_an_adjustment_needs_a_reason_and_may_raise(vault):
    with pytest.raises(UserError, match="reason"):
        add_adjustment(vault, ACCOUNT, Adjustment(-100, TODAY, "  "))
    add_adjustment(vault, ACCOUNT, Adjustment(2_500, TODAY, "client's correction"))
    assert in_step(vault).principal == 82_500
    assert money_view(vault, ACCOUNT).rows[0].entry.note == "client's correction"
    assert vault.case_history(ACCOUNT)[-1].reason == "client's correction"


@pytest.mark.parametrize(
    ("kind", "part"),
    [(LedgerKind.FEE, "fees"), (LedgerKind.COST, "costs"), (LedgerKind.INTEREST, "interest")],
)
def test_charges_raise_their_own_part(vault, kind, part):
    add_charge(vault, ACCOUNT, Charge(kind, 1_500, TODAY, "filing"))
    assert getattr(in_step(vault), part) == getattr(OWED, part) + 1_500
    with pytest.raises(UserError, match="not a fee"):
        add_charge(vault, ACCOUNT, Charge(LedgerKind.PAYMENT, 100, TODAY, "x"))


def test_a_charge_on_a_paid_account_opens_it_again(vault):
    add_payment(vault, ACCOUNT, Payment(100_000, TODAY))
    add_charge(vault, ACCOUNT, Charge(LedgerKind.COST, 500, TODAY, "late invoice"))
    row = vault.catalog.account_rows([ACCOUNT])[0]
    assert row.status is not AccountStatus.PAID_IN_FULL
    assert (row.next_action, row.next_action_on) == ("Balance is open again: review", TODAY)


def test_a_returned_payment_takes_back_all_its_parts(vault):
    add_payment(vault, ACCOUNT, Payment(10_000, TODAY))
    some = money_view(vault, ACCOUNT).rows[1].entry
    reverse_entry(vault, ACCOUNT, some.entry_id, "no funds", returned=True)
    assert in_step(vault) == OWED
    row = vault.catalog.account_rows([ACCOUNT])[0]
    assert (row.status, row.next_action) == (AccountStatus.RETURNED_PAYMENT, "Returned payment: call")
    assert [r.reversed for r in money_view(vault, ACCOUNT).rows] == [False] * 3 + [True] * 3 + [False] * 4
    with pytest.raises(UserError, match="reversed already"):
        reverse_entry(vault, ACCOUNT, some.entry_id, "again")


def test_placed_balances_and_reversals_are_not_reversed(vault):
    placed = money_view(vault, ACCOUNT).rows[-1].entry.entry_id
    with pytest.raises(UserError, match="placed"):
        reverse_entry(vault, ACCOUNT, placed, "x")
    add_payment(vault, ACCOUNT, Payment(1_000, TODAY))
    reverse_entry(vault, ACCOUNT, money_view(vault, ACCOUNT).rows[0].entry.entry_id, "x")
    with pytest.raises(UserError, match="not reversed"):
        reverse_entry(vault, ACCOUNT, money_view(vault, ACCOUNT).rows[0].entry.entry_id, "x")
    with pytest.raises(UserError, match="no such entry"):
        reverse_entry(vault, ACCOUNT, an_id(9), "x")


# A later placement file


HEAD = (
    "Account Number,Client,Balance,Principal,First Name,Last Name,DOB,SSN Last 4,Address,City,State,Zip,Phone"
)


def row_of(balance):
    return f"77,Lantern Bank,{balance},,Ada,Quillfeather,1984-05-06,1234,1 Maple St,Springfield,IL,62704,2175550101"


@pytest.fixture
def placed(vault, tmp_path):
    from workbench.base.progress import NoProgress
    from workbench.services.import_accounts import import_accounts

    def place(balance):
        file = tmp_path / "p.csv"
        file.write_text(f"{HEAD}\n{row_of(balance)}\n", encoding="utf-8")
        import_accounts(vault, file, client="", mapping_toml=None, sheet=None, progress=NoProgress())
        return vault.catalog.find_account("Lantern Bank", "77")

    return place


def owed(vault, account_id):
    content = vault.read_case(account_id)
    assert balance_by_part(content.ledger).total == content.account.balance.total
    return content.account.balance.total


def test_the_same_file_again_does_not_take_a_payment_back(vault, placed):
    account_id = placed("500.00")
    add_payment(vault, account_id, Payment(10_000, vault.clock.now().date()))
    commits = len(vault.case_history(account_id))
    placed("500.00")
    assert owed(vault, account_id) == 40_000
    assert len(vault.case_history(account_id)) == commits


def test_a_new_statement_moves_the_balance_by_its_difference(vault, placed):
    account_id = placed("500.00")
    add_payment(vault, account_id, Payment(10_000, vault.clock.now().date()))
    placed("520.00")
    assert owed(vault, account_id) == 42_000
    commits = len(vault.case_history(account_id))
    placed("520.00")
    assert len(vault.case_history(account_id)) == commits


def test_a_client_that_took_the_payment_in_changes_nothing_twice(vault, placed):
    account_id = placed("500.00")
    add_payment(vault, account_id, Payment(10_000, vault.clock.now().date()))
    placed("400.00")
    assert owed(vault, account_id) == 40_000
    placed("390.00")
    assert owed(vault, account_id) == 39_000


def test_an_undone_payment_leaves_the_clients_statement(vault, placed):
    account_id = placed("500.00")
    done = add_payment(vault, account_id, Payment(10_000, vault.clock.now().date()))
    undo(vault, done.commits)
    placed("500.00")
    assert owed(vault, account_id) == 50_000
