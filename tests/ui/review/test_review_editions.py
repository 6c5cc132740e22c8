"""What a newer edition says of accepted people is seen in the window until somebody has read it."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.screens.case.case_words import confidence_words, doubt_words
from ui.screens.case.overview_cards import MindCard
from ui.screens.review.leads_tab import LeadsTab
from ui.screens.worklist.peek_column import PeekColumn
from ui.widgets.chips import Chip
from workbench.base.ids import new_id
from workbench.model.activity import Activity, ActivityKind
from workbench.model.edition import EditionMark
from workbench.model.review import QueueFilter, QueueOrder
from workbench.services import case_view, leads, peek, review_queue
from workbench.services.confidence import known_points

NEWER = "voters_2026.csv"


def accept_and_mark(vault):
    """The account of an accepted lead that a newer edition has no longer."""
    for lead_id in review_queue.queue(vault, QueueFilter(), QueueOrder.VALUE):
        found = review_queue.candidate(vault, lead_id)
        if found.lead.person.addresses and found.joins_as is None:
            break
    leads.accept(vault, lead_id)
    mark = EditionMark(lead_id, "f" * 32, NEWER, date(2026, 11, 28), gone=True)
    with vault.edit_case(found.lead.account_id) as edit:
        edit.action = "note_edition"
        when = datetime(2026, 11, 28, 12, tzinfo=UTC)
        edit.add_activity(
            Activity(new_id(), ActivityKind.SYSTEM, when, "mara", text="gone", details=mark.details())
        )
    return found.lead.account_id, lead_id


@pytest.fixture
def ask(workspace, wait_idle):
    def asking(work):
        got = []
        workspace.vault.read(work, got.append, owner=workspace)
        wait_idle(workspace)
        return got[0]

    return asking


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_leads_of_the_case_say_it_until_it_was_read(workspace, show, wait_idle, ask, grab, theme, scheme):
    theme.set_scheme(scheme)
    account_id, lead_id = ask(accept_and_mark)
    tab = LeadsTab(workspace)
    workspace.hub.changed.connect(tab.on_changes)
    show(tab)
    tab.show_case(account_id)
    tab.focus_on(lead_id)
    wait_idle(workspace)
    assert f"{NEWER} of 2026-11-28 no longer has" in tab.states.strip_words("editions")
    assert workspace.registry.action("leads.read_editions").isEnabled()
    row = tab.model.row_of(lead_id)
    assert f"no longer in {NEWER} of 2026-11-28" in tab.model.data(tab.model.index(row, 2))
    assert any(f"no longer in {NEWER}" in line for line in tab.rows.lines(tab.current))
    assert tab.rows.isVisible()
    grab(tab, f"case-leads-edition-{scheme}")
    tab.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_E)
    wait_idle(workspace)
    assert tab.states.strip_words("editions") == ""
    assert not workspace.registry.action("leads.read_editions").isEnabled()
    assert f"no longer in {NEWER}" in tab.model.data(tab.model.index(row, 2))


def test_overview_contact_points_and_worklist_say_it(ask, qtbot):
    account_id, _ = ask(accept_and_mark)
    card, column = MindCard(), PeekColumn([])
    qtbot.addWidget(card)
    qtbot.addWidget(column)
    card.show_head(ask(lambda vault: case_view.case_head(vault, account_id)))
    assert any("newer edition says" in chip.accessibleName() for chip in card.findChildren(Chip))
    known = ask(lambda vault: known_points(vault.read_case(account_id)))
    doubted = [k for k in known if k.missing]
    assert doubted
    assert all(doubt_words(k)[0] == f"no longer in {NEWER} of 2026-11-28" for k in doubted)
    assert all("outdated" in confidence_words(k) for k in doubted)
    row = ask(lambda vault: vault.catalog.account_rows([account_id])[0])
    column.show_row(row, date(2026, 11, 28))
    column.show_peek(ask(lambda vault: peek.peek(vault, account_id)), row)
    assert any("newer edition says" in chip.accessibleName() for chip in column.findChildren(Chip))
