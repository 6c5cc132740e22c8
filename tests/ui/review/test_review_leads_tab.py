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


def test_a_case_without_leads_says_so(workspace, open_tab, wait_idle):
    found = []
    workspace.vault.read(
        lambda vault: next(
            r.account_id
            for r in vault.catalog.account_rows(vault.catalog.account_ids())
            if not review_queue.of_case(vault, r.account_id)
        ),
        found.append,
        owner=workspace,
    )
    wait_idle(workspace)
    tab = open_tab(workspace, found[0])
    assert "No record imported so far" in tab.states.words


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
