"""The side sheet of flags over a real vault: record, lift, and what the account's status says then."""

import pytest
from case_tabs import ask, flagged, press, richest, typed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.screens.case.history import HistoryTab
from ui.screens.case.restrictions_panel import RestrictionsPanel
from ui.style.theme import current_theme
from workbench.model.account import AccountStatus
from workbench.model.restriction import RestrictionKind

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(workspace, show, wait_idle, qtbot):
    """``opened(*acts)``: the sheet over a screen, for an account on which these were done before."""

    def opening(*acts):
        account_id = richest(workspace, qtbot)
        for act in acts:
            ask(workspace, qtbot, lambda v, act=act: act(v, account_id, workspace.today()))
        below = HistoryTab(workspace)
        show(below)
        below.show_case(account_id)
        workspace.window.activateWindow()
        qtbot.waitUntil(workspace.window.isActiveWindow)
        below.table.setFocus()
        panel = RestrictionsPanel(workspace, below)
        panel.open_for(account_id)
        wait_idle(workspace)
        return panel

    return opening


def status(workspace, qtbot, panel):
    return ask(workspace, qtbot, lambda v: v.catalog.account_rows([panel.account_id])[0].status)


def test_what_is_in_force_is_shown(opened, grab):
    panel = opened(flagged)
    grab(panel, "case-flags")
    assert [card.restriction.kind for card in panel.cards] == [
        RestrictionKind.CHANNEL_OPT_OUT,
        RestrictionKind.DISPUTE,
    ]
    assert panel.geometry().right() == panel.parentWidget().width() - 1


def test_nothing_in_force(opened, grab):
    panel = opened()
    grab(panel, "case-flags-empty")
    assert panel.cards == []


def test_a_bankruptcy_by_keyboard_and_its_lifting(opened, workspace, wait_idle, qtbot, grab):
    panel = opened()
    press(Qt.Key.Key_N, CTRL)
    panel.form.kind.choose("bankruptcy")
    assert panel.form.details["chapter"].isVisible()
    assert not panel.form.details["channel"].isVisible()
    panel.form.details["chapter"].choose("13")
    typed(panel.form.details["case_number"], "26-10017")
    typed(panel.form.verbatim, "I filed last week")
    grab(panel, "case-flags-record")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert status(workspace, qtbot, panel) is AccountStatus.BANKRUPTCY
    assert panel.cards[0].restriction.details == {"chapter": "13", "case_number": "26-10017"}
    panel.cards[0].button.click()
    typed(panel.lifting.reason, "discharged")
    grab(panel, "case-flags-lift")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert status(workspace, qtbot, panel) is not AccountStatus.BANKRUPTCY
    assert [card.restriction.lifted_at is not None for card in panel.cards] == [True]
    assert workspace.undo_log.last.words == "Bankruptcy lifted"


def test_what_is_missing_is_said(opened, workspace, wait_idle):
    panel = opened()
    panel.record()
    panel.form.kind.choose("attorney")
    panel.form.submit()
    wait_idle(workspace)
    assert "name is missing" in panel.form.error_words


def test_escape_closes_the_form_then_the_sheet_and_the_focus_goes_back(opened, workspace):
    panel = opened(flagged)
    press(Qt.Key.Key_N, CTRL)
    assert panel.form.isVisible()
    press(Qt.Key.Key_Escape)
    assert not panel.form.isVisible()
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is panel.parentWidget().table


def test_an_account_that_cannot_be_read_says_so(opened, workspace, wait_idle):
    panel = opened()
    panel.open_for("0" * 32)
    wait_idle(workspace)
    assert panel.states.state == "error"


@pytest.mark.parametrize(
    ("scheme", "scale", "size"), [("dark", 1.0, (1024, 680)), ("light", 2.0, (1280, 800))]
)
def test_small_and_large(opened, workspace, grab, wait_idle, scheme, scale, size):
    panel = opened(flagged)
    current_theme().set_scheme(scheme)
    current_theme().set_scale(scale)
    workspace.window.resize(*size)
    panel.record()
    wait_idle(workspace)
    grab(panel, f"case-flags-{scheme}-{int(scale * 100)}")
    assert panel.width() <= panel.parentWidget().width()
