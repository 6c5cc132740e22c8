"""The leads of one case, as a tab of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from ui.screens.review.leads_tab import LeadsTab
from workbench.model.lead import LeadStatus
from workbench.services import review_queue

Key = Qt.Key


@pytest.fixture
def busiest(workspace, wait_idle):
    """The account with the most leads."""
    found = []

    def asked(vault):
        rows = vault.catalog.account_rows(vault.catalog.account_ids())
        return max(rows, key=lambda row: row.pending_leads).account_id

    workspace.vault.read(asked, found.append, owner=workspace)
    wait_idle(workspace)
    return found[0]


@pytest.fixture
def open_tab(show, wait_idle):
    def opening(workspace, account_id):
        tab = LeadsTab(workspace)
        workspace.hub.changed.connect(tab.on_changes)
        show(tab)
        tab.show_case(account_id)
        wait_idle(workspace)
        tab.take_focus()
        return tab

    return opening


@pytest.fixture
def press(wait_idle):
    def pressing(tab, *keys):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)
            wait_idle(tab.workspace)

    return pressing


def statuses(tab):
    model = tab.model
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_leads_are_decided_and_taken_back_in_their_case(workspace, busiest, open_tab, press, grab):
    tab = open_tab(workspace, busiest)
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    count = tab.model.rowCount()
    assert count > 1
    assert set(statuses(tab)) == {"Waiting"}
    grab(tab, "case-leads")
    first = tab.current.lead.lead_id
    press(tab, Key.Key_A)
    assert tab.current.lead.lead_id == first
    assert tab.current.lead.status is LeadStatus.ACCEPTED
    assert statuses(tab).count("Accepted") == 1
    assert "Z takes it back" in tab.bar.notice.text()
    press(tab, Key.Key_R, Key.Key_2)
    assert tab.current.lead.status is LeadStatus.REJECTED
    press(tab, Key.Key_Z)
    assert tab.current.lead.status is LeadStatus.PENDING
    assert set(statuses(tab)) == {"Waiting"}
    press(tab, Key.Key_S)
    assert tab.current.lead.lead_id != first


@pytest.fixture
def without_leads(workspace, wait_idle):
    """An account that no lead is about."""
    found = []

    def asked(vault):
        rows = vault.catalog.account_rows(vault.catalog.account_ids())
        return next(r.account_id for r in rows if not review_queue.of_case(vault, r.account_id))

    workspace.vault.read(asked, found.append, owner=workspace)
    wait_idle(workspace)
    return found[0]


def test_a_case_without_leads_says_why(workspace, without_leads, open_tab, wait_idle, grab, theme):
    tab = open_tab(workspace, without_leads)
    assert "No record imported so far" in tab.states.words
    tab.actions_by_name["why_not"].trigger()
    wait_idle(workspace)
    page = tab.near
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tab.pages.currentWidget() is page
    assert "in 3 record files" in page.headline.text()
    assert 1 <= page.model.rowCount() <= 5
    assert page.against.text().startswith("Against: ")
    assert page.comparison.shown()
    assert page.why.table is not None
    for scheme, size in ((s, z) for s in ("light", "dark") for z in ((1280, 800), (1024, 680))):
        theme.set_scheme(scheme)
        workspace.window.resize(*size)
        QApplication.processEvents()
        assert page.table.horizontalScrollBar().maximum() == 0
        grab(tab, f"why-not-{scheme}-{size[0]}")
    first = page.reason.text(), page.against.text()
    page.table.set_current_row(page.model.rowCount() - 1)
    assert (page.reason.text(), page.against.text()) != first
    page.back.click()
    assert tab.pages.currentWidget() is tab.states


def test_why_no_lead_is_offered_once_none_waits(workspace, busiest, open_tab, press, wait_idle, grab):
    tab = open_tab(workspace, busiest)
    action = tab.actions_by_name["why_not"]
    assert not action.isEnabled()
    for _ in range(tab.model.rowCount()):
        tab.table.set_current_row(0)  # those that wait stand first
        wait_idle(workspace)
        tab.take_focus()
        press(tab, Key.Key_R, Key.Key_1)
    assert action.isEnabled()
    assert tab.states.strip_words() == "No lead of this case waits."
    grab(tab, "why-not-strip")
    action.trigger()
    wait_idle(workspace)
    assert tab.near.reason.text().startswith("Already decided: rejected")


def test_an_account_that_is_gone_is_an_error_with_a_retry(workspace, busiest, open_tab, wait_idle):
    tab = open_tab(workspace, busiest)
    workspace.vault.read(lambda vault: vault.shred_case(busiest, "a test"), print, owner=workspace)
    wait_idle(workspace)
    tab._row_chosen(0)
    wait_idle(workspace)
    assert tab.states.state == "error"


def test_read_only_shows_and_decides_nothing(
    make_workspace, demo_folder, busiest, open_tab, press, workspace
):
    workspace.close()
    workspace.vault.wait_closed()
    tab = open_tab(make_workspace(demo_folder, read_only=True), busiest)
    press(tab, Key.Key_A)
    assert tab.current.lead.status is LeadStatus.PENDING
    assert not tab.bar.accept.isEnabled()
