"""The tab Negotiation by keyboard, over a real vault."""

from datetime import timedelta

import pytest
from case_tabs import ask, flagged, press, richest, typed, worked
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.screens.case.negotiation import NegotiationTab
from ui.style.theme import current_theme
from workbench.base.changes import Changes
from workbench.model.account import AccountStatus
from workbench.model.arrangement import ArrangementStatus
from workbench.services.negotiation import add_negotiation_note, settle_promises
from workbench.services.written import Written

NOTHING = Written("", Changes())
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(workspace, show, wait_idle, qtbot):
    """``opened(*acts)``: the tab of an account on which these were done before."""

    def opening(*acts):
        account_id = richest(workspace, qtbot)
        for act in acts:
            ask(workspace, qtbot, lambda v, act=act: act(v, account_id, workspace.today()))
        tab = NegotiationTab(workspace)
        for model in (tab.promises, tab.notes):
            QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
        show(tab)
        workspace.hub.changed.connect(tab.on_changes)
        tab.show_case(account_id)
        wait_idle(workspace)
        workspace.window.activateWindow()
        qtbot.waitUntil(workspace.window.isActiveWindow)
        return tab

    return opening


def noted(vault, account_id, _today):
    add_negotiation_note(
        vault, account_id, position="Works again from December,\ncan pay $250 a month",
        counter_offer="$900 in one sum", next_step="Call after payday",
    )  # fmt: skip


def board(tab):
    return [[tab.promises.index(r, c).data() for c in range(5)] for r in range(tab.promises.rowCount())]


def chips(tab):
    return [row[3] for row in board(tab)]


def test_offers_promises_and_notes_are_shown(opened, grab):
    tab = opened(noted, worked)
    grab(tab, "case-negotiation")
    assert chips(tab) == ["Kept", "Due"]
    assert board(tab)[1][2] == "$100.00"
    assert [card.offer.cents for card in tab.offers.cards] == [90_000, 150_000]
    assert tab.position.counter.text().startswith("$900.00, ")
    assert tab.position.next_step.text() == "Call after payday"
    assert "Works again from December, can pay" in tab.notes.index(0, 1).data()
    assert "By " in tab.offers.cards[0].accessibleName()


def test_empty_first_use(opened, grab):
    tab = opened()
    grab(tab, "case-negotiation-empty")
    assert not tab.board.isVisible()
    assert tab._no_promises.isVisible()
    assert tab.position.position.text() == "nothing noted"


def test_a_promise_by_keyboard_alone(opened, workspace, wait_idle, qtbot, grab):
    tab = opened(worked)
    tab.board.setFocus()
    press(Qt.Key.Key_P)
    assert tab.host.form is tab.promise
    typed(tab.promise.amount, "50")
    tab.promise.due.set_day(workspace.today() + timedelta(days=5))
    grab(tab, "case-negotiation-promise")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert board(tab)[1][:2] == [(workspace.today() + timedelta(days=5)).isoformat(), "$50.00"]
    row = ask(workspace, qtbot, lambda v: v.catalog.account_rows([tab.account_id])[0])
    assert (row.status, row.next_action) == (AccountStatus.PROMISE_PENDING, "Promise due")
    assert tab.board.hasFocus()


def test_the_whole_balance_is_one_click(opened, workspace, wait_idle):
    tab = opened()
    tab.open_promise()
    tab.promise.whole.click()
    tab.promise.submit()
    wait_idle(workspace)
    assert tab.view.promises[0].promise.cents == tab.view.balance.total


def test_an_offer_is_answered_by_its_letter(opened, workspace, wait_idle, grab):
    tab = opened(worked)
    accept = workspace.registry.entry("negotiation.accept")
    assert "open offer" in accept.reason
    tab.offers.cards[0].setFocus()
    assert accept.action.isEnabled()
    grab(tab, "case-negotiation-offer")
    press(Qt.Key.Key_Right)
    assert tab.offers.cards[1].hasFocus()
    press(Qt.Key.Key_D)
    wait_idle(workspace)
    assert [card.offer.status for card in tab.offers.cards] == [
        ArrangementStatus.OPEN,
        ArrangementStatus.DECLINED,
    ]
    tab.offers.cards[0].setFocus()
    press(Qt.Key.Key_A)
    wait_idle(workspace)
    assert tab.offers.cards[0].offer.status is ArrangementStatus.ACCEPTED
    workspace.undo_log.undo()
    wait_idle(workspace)
    assert tab.offers.cards[0].offer.status is ArrangementStatus.OPEN


def test_a_counter_offer_and_a_note(opened, workspace, wait_idle):
    tab = opened(worked)
    tab.board.setFocus()
    press(Qt.Key.Key_C)
    typed(tab.offer.amount, "1,000")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert "Counter-offer" in tab.offers.cards[0].accessibleName()
    press(Qt.Key.Key_N)
    typed(tab.note.position, "Wants time")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert tab.position.position.text() == "Wants time"


def test_a_promise_is_withdrawn_with_its_reason(opened, workspace, wait_idle):
    tab = opened(worked)
    tab.board.setFocus()
    tab.board.set_current_row(1)
    press(Qt.Key.Key_W)
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert "reason" in tab.withdrawal.error_words
    typed(tab.withdrawal.reason, "lost the job")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert chips(tab) == ["Kept"]


def test_broken_promises_are_marked_as_such(opened, workspace, wait_idle, qtbot, grab):
    tab = opened(worked)
    later = workspace.today() + timedelta(days=40)

    def sweep(vault):
        from workbench.base.clock import FixedClock

        was = vault.clock, vault._cases._clock
        vault.clock = vault._cases._clock = FixedClock(was[0].now() + timedelta(days=40))
        done = settle_promises(vault)
        vault.clock, vault._cases._clock = was
        return done

    assert ask(workspace, qtbot, sweep).commits
    tab.load()
    wait_idle(workspace)
    assert later > workspace.today()
    status = ask(workspace, qtbot, lambda v: v.catalog.account_rows([tab.account_id])[0])
    assert (status.status, status.next_action) == (AccountStatus.PROMISE_DELINQUENT, "Broken promise: call")


def test_a_dispute_blocks_and_says_why(opened, workspace, grab):
    tab = opened(worked, flagged)
    grab(tab, "case-negotiation-blocked")
    assert "a dispute is open" in tab.states.strip_words("blocked")
    entry = workspace.registry.entry("negotiation.new_promise")
    assert (entry.action.isEnabled(), entry.reason) == (False, "a dispute is open")
    assert workspace.registry.entry("negotiation.new_note").action.isEnabled()


def test_a_link_begins_with_a_form(opened, workspace, wait_idle):
    tab = opened()
    tab.focus_on("no such thing")
    assert tab.host.form is None
    tab.focus_on("promise")
    wait_idle(workspace)
    assert tab.host.form is tab.promise
    assert tab.promise.amount.hasFocus()


def test_the_focus_begins_where_work_does(opened, workspace, wait_idle):
    tab = opened()
    tab.take_focus()
    assert tab._first_button.hasFocus()
    tab.workspace.vault.write(lambda v: worked(v, tab.account_id, workspace.today()) and NOTHING, owner=tab)
    wait_idle(workspace)
    tab.load()
    wait_idle(workspace)
    tab.take_focus()
    assert tab.offers.cards[0].hasFocus()


def test_an_account_that_cannot_be_read_says_so(opened, workspace, wait_idle):
    tab = opened()
    tab.show_case("0" * 32)
    wait_idle(workspace)
    assert tab.states.state == "error"


@pytest.mark.parametrize(
    ("scheme", "scale", "size"), [("dark", 1.0, (1024, 680)), ("light", 2.0, (1280, 800))]
)
def test_small_and_large(opened, workspace, grab, wait_idle, scheme, scale, size):
    tab = opened(noted, worked)
    current_theme().set_scheme(scheme)
    current_theme().set_scale(scale)
    workspace.window.resize(*size)
    wait_idle(workspace)
    grab(tab, f"case-negotiation-{scheme}-{int(scale * 100)}")
    tab.open_promise()
    wait_idle(workspace)
    grab(tab, f"case-negotiation-promise-{scheme}-{int(scale * 100)}")
    for area in (tab.host._area, tab.host.content):
        if area.isVisible():
            assert area.widget().width() <= area.viewport().width()
