"""The tab History over a real vault: what was and what became, undo of each, the chain's check."""

import pytest
from case_tabs import ask, flagged, press, richest, typed, worked
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.screens.case.history import HistoryTab
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from workbench.model.activity import Activity, ActivityKind


@pytest.fixture
def tab(workspace, show, wait_idle, qtbot):
    account_id = richest(workspace, qtbot)
    for act in (worked, flagged, marked_up):
        ask(workspace, qtbot, lambda v, act=act: act(v, account_id, workspace.today()))
    tab = HistoryTab(workspace)
    for model in (tab.model, tab.details):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
    show(tab)
    workspace.hub.changed.connect(tab.on_changes)
    tab.show_case(account_id)
    wait_idle(workspace)
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    tab.table.setFocus()
    return tab


def marked_up(vault, account_id, _today):
    with vault.edit_case(account_id) as edit:
        edit.action = "add_note"
        text = "<b>bold</b> <img src=x>"
        edit.add_activity(Activity("ab" * 16, ActivityKind.NOTE, vault.clock.now(), "owner", text))


def row_of(tab, words):
    return next(n for n, row in enumerate(tab.model.rows) if row.words == words)


def go_to(tab, words):
    tab.table.set_current_row(row_of(tab, words))


def details(tab):
    return [[tab.details.index(r, c).data() for c in range(4)] for r in range(tab.details.rowCount())]


def test_every_change_says_what_was_and_what_became(tab, grab):
    grab(tab, "case-history")
    assert tab.chain.words == "Chain verified"
    assert tab.model.rows[-1].words == "Account placed"
    go_to(tab, "Payment recorded")
    assert next(d for d in details(tab) if d[0] == "Payment")[:3] == ["Payment", "new", ""]
    totals = next(d for d in details(tab) if d[1] == "balance: total")
    assert float(totals[2].replace(",", "")) - float(totals[3].replace(",", "")) == 100.0


def test_text_is_text(tab):
    go_to(tab, "Note added")
    assert details(tab)[0][3] == "<b>bold</b> <img src=x>"


def test_a_change_is_undone_and_done_again(tab, workspace, wait_idle, qtbot, grab):
    go_to(tab, "Payment recorded")
    seq = tab.current.seq
    before = ask(workspace, qtbot, lambda v: v.read_case(tab.account_id).account.balance.total)
    press(Qt.Key.Key_Z)
    wait_idle(workspace)
    assert tab.model.rows[0].words == "Undo"
    undone = next(r for r in tab.model.rows if r.seq == seq)
    assert undone.undone_by == tab.model.rows[0].seq
    grab(tab, "case-history-undone")
    assert (
        ask(workspace, qtbot, lambda v: v.read_case(tab.account_id).account.balance.total) == before + 10_000
    )
    assert tab.current.seq == seq
    entry = workspace.registry.entry("history.undo")
    assert (entry.action.isEnabled(), "undone already" in entry.reason) == (False, True)
    go_to(tab, "Undo")
    press(Qt.Key.Key_Z)
    wait_idle(workspace)
    assert ask(workspace, qtbot, lambda v: v.read_case(tab.account_id).account.balance.total) == before


def test_what_stands_in_the_way_is_said(tab, workspace, wait_idle, qtbot):
    from workbench.services.restrictions import lift_restriction, restrictions_view

    def lift(vault):
        found = restrictions_view(vault, tab.account_id).in_force[-1]
        return lift_restriction(vault, tab.account_id, found.restriction_id, "settled")

    ask(workspace, qtbot, lift)
    tab.load()
    wait_idle(workspace)
    said = []
    workspace.messages.failed.connect(said.append)
    oldest = max(n for n, row in enumerate(tab.model.rows) if row.words == "Restriction recorded")
    tab.table.set_current_row(oldest)
    press(Qt.Key.Key_Z)
    wait_idle(workspace)
    assert ["somebody changed a restriction" in words for words in said] == [True]


def test_the_placing_cannot_be_taken_back(tab, workspace):
    go_to(tab, "Account placed")
    entry = workspace.registry.entry("history.undo")
    assert (entry.action.isEnabled(), entry.reason) == (False, "This cannot be taken back")


def test_the_filter_finds_and_says_when_nothing_is_left(tab, workspace, grab):
    total = tab.model.rowCount()
    press(Qt.Key.Key_Slash)
    typed(tab.filter, "promise")
    assert {row.words for row in tab.model.rows} >= {"Promise recorded"}
    assert tab.model.rowCount() < total
    assert tab._count.text() == f"{tab.model.rowCount()} of {total} changes"
    typed(tab.filter, "no such thing")
    assert tab.model.rowCount() == 0
    grab(tab, "case-history-filtered-empty")
    assert "No change matches" in tab.states.strip_words("none")
    press(Qt.Key.Key_Escape)
    assert (tab.model.rowCount(), tab.table.hasFocus()) == (total, True)


def test_a_broken_chain_is_told(tab, grab):
    from workbench.services.history import HistoryView

    view = tab.view
    tab.show_view(HistoryView(view.account_id, view.rows, "audit entry 3: its seal is wrong"))
    grab(tab, "case-history-broken")
    assert (tab.chain.kind, tab.chain.words) == (ChipKind.BAD, "Chain broken")
    assert "was altered" in tab.states.strip_words("chain")


def test_an_account_that_cannot_be_read_says_so(tab, workspace, wait_idle):
    tab.show_case("0" * 32)
    wait_idle(workspace)
    assert tab.states.state == "error"


def test_read_only(make_workspace, demo_folder, show, wait_idle, qtbot):
    workspace = make_workspace(demo_folder, read_only=True)
    tab = HistoryTab(workspace)
    show(tab)
    tab.show_case(richest(workspace, qtbot))
    wait_idle(workspace)
    assert workspace.registry.entry("history.undo").reason == "Opened read-only"
    assert tab.chain.words == "Chain verified"


@pytest.mark.parametrize(
    ("scheme", "scale", "size"), [("dark", 1.0, (1024, 680)), ("light", 2.0, (1280, 800))]
)
def test_small_and_large(tab, workspace, grab, wait_idle, scheme, scale, size):
    current_theme().set_scheme(scheme)
    current_theme().set_scale(scale)
    workspace.window.resize(*size)
    wait_idle(workspace)
    grab(tab, f"case-history-{scheme}-{int(scale * 100)}")
    assert tab.width() <= workspace.window.width()
