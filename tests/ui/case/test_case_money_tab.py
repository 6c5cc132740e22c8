"""The tab Money by keyboard, over a real vault."""

import pytest
from case_tabs import ask, press, richest, typed, worked
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.screens.case.money import MoneyTab
from ui.style.theme import current_theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(workspace, show, wait_idle, qtbot):
    account_id = richest(workspace, qtbot)
    ask(workspace, qtbot, lambda v: worked(v, account_id, workspace.today()))
    tab = MoneyTab(workspace)
    tab.tester = QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
    show(tab)
    workspace.hub.changed.connect(tab.on_changes)
    tab.show_case(account_id)
    wait_idle(workspace)
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    tab.table.setFocus()
    return tab


def cells(tab, row):
    return [tab.model.index(row, c).data() for c in range(tab.model.columnCount())]


def test_balance_and_ledger_are_shown(tab, grab):
    grab(tab, "case-money")
    assert tab.balance.amounts()[-1] == cells(tab, 0)[4]
    assert cells(tab, 0)[1::2][:2] == ["Adjustment", "−$15.00"]
    assert "client's correction" in cells(tab, 0)[5]
    assert "Check · No 1017" in [cells(tab, r)[5] for r in range(tab.model.rowCount())]


def test_a_payment_by_keyboard_alone(tab, workspace, wait_idle, grab):
    before = tab.view.balance.total
    press(Qt.Key.Key_P)
    assert tab.host.form is tab.payment
    grab(tab, "case-money-payment")
    typed(tab.payment._amount, "12.34")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert tab.host.form is None
    assert tab.table.hasFocus()
    assert tab.view.balance.total == before - 1_234
    assert cells(tab, 0)[3] == "−$12.34"


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(tab, workspace, wait_idle, grab):
    press(Qt.Key.Key_P)
    typed(tab.payment._amount, "a lot")
    press(Qt.Key.Key_Return, CTRL)
    assert "not an amount" in tab.payment.error_words
    typed(tab.payment._amount, "9,999,999")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert "more than what is owed" in tab.payment.error_words
    grab(tab, "case-money-error")
    assert tab.payment.values()["amount"] == "9,999,999"
    assert tab.host.form is tab.payment


def test_a_draft_comes_back(tab, workspace, wait_idle):
    press(Qt.Key.Key_A)
    typed(tab.adjustment._reason, "half a reason")
    press(Qt.Key.Key_Escape)
    assert tab.host.form is None
    workspace.drafts.flush()
    wait_idle(workspace)
    press(Qt.Key.Key_A)
    wait_idle(workspace)
    assert tab.adjustment.values()["reason"] == "half a reason"
    tab.show_case("0" * 32)
    assert tab.host.form is None


def test_an_entry_is_reversed_with_its_reason(tab, workspace, wait_idle, grab):
    entry = workspace.registry.entry("money.reverse")
    payment = next(r for r in range(tab.model.rowCount()) if cells(tab, r)[1] == "Payment")
    tab.table.set_current_row(tab.model.rowCount() - 1)
    assert (entry.action.isEnabled(), "Only payments" in entry.reason) == (False, True)
    tab.table.set_current_row(payment)
    press(Qt.Key.Key_R)
    typed(tab.reversal._reason, "no funds")
    tab.reversal._returned.setChecked(True)
    grab(tab, "case-money-reversal")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert cells(tab, 0)[1] == "Reversal"
    struck = [tab.model.index(r, 0).data(Qt.ItemDataRole.FontRole) for r in range(tab.model.rowCount())]
    assert any(font is not None and font.strikeOut() for font in struck)
    assert workspace.undo_log.last.words.endswith("reversed")


def test_a_charge_and_undo_from_anywhere(tab, workspace, wait_idle):
    before = tab.view.balance.total
    press(Qt.Key.Key_F)
    typed(tab.charge._fields["amount"], "5")
    typed(tab.charge._reason, "filing fee")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert tab.view.balance.total == before + 500
    workspace.undo_log.undo()
    wait_idle(workspace)
    assert tab.view.balance.total == before


def test_a_paid_account_takes_no_payment(tab, workspace, wait_idle):
    press(Qt.Key.Key_P)
    tab.payment._whole.click()
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    entry = workspace.registry.entry("money.pay")
    assert (tab.view.balance.total, entry.action.isEnabled(), entry.reason) == (0, False, "Nothing is owed")


def test_an_account_that_cannot_be_read_says_so(tab, workspace, wait_idle):
    tab.show_case("0" * 32)
    wait_idle(workspace)
    assert tab.states.state == "error"


def test_read_only(make_workspace, demo_folder, show, wait_idle, qtbot):
    workspace = make_workspace(demo_folder, read_only=True)
    tab = MoneyTab(workspace)
    show(tab)
    tab.show_case(richest(workspace, qtbot))
    wait_idle(workspace)
    assert "read-only" in tab.states.strip_words("read-only")
    assert not workspace.registry.entry("money.pay").action.isEnabled()
    tab.open_payment()
    assert tab.host.form is None


@pytest.mark.parametrize(
    ("scheme", "scale", "size"), [("dark", 1.0, (1024, 680)), ("light", 2.0, (1280, 800))]
)
def test_small_and_large(tab, workspace, grab, wait_idle, scheme, scale, size):
    current_theme().set_scheme(scheme)
    current_theme().set_scale(scale)
    workspace.window.resize(*size)
    wait_idle(workspace)
    grab(tab, f"case-money-{scheme}-{int(scale * 100)}")
    tab.open_payment()
    wait_idle(workspace)
    grab(tab, f"case-money-payment-{scheme}-{int(scale * 100)}")
    area = tab.host._area
    assert area.widget().width() <= area.viewport().width()
