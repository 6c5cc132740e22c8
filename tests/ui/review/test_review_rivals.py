"""Another strong lead that contradicts the one shown: seen with a comparison, asked about when accepting."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.screens.review.leads_tab import LeadsTab
from ui.screens.review.screen import ReviewScreen
from workbench.base.ids import new_id
from workbench.model.explanation import Band
from workbench.model.lead import LeadStatus
from workbench.model.review import QueueFilter, QueueOrder
from workbench.services import review_queue

Key = Qt.Key
BORN, PLACE, PHONE = "1931-02-03", "7 FAR RD, ELMSFORD NC 27501", "9195550122"


def make_rival(vault):
    """(A strong lead of somebody whose birth is known, the id of another strong one that contradicts it)."""
    where = QueueFilter(bands=frozenset({Band.STRONG}))
    found = next(
        lead
        for lead in vault.review.leads(where, review_queue.queue(vault, where, QueueOrder.VALUE))
        if lead.person.birth and len(vault.catalog.group(lead.lead_id).leads) == 1
    )
    person = replace(
        found.person, row_number=9, record_id="R9", birth=BORN, addresses=(PLACE,), phones=(PHONE,),
        person_key=f"{found.person.person_key.split('|')[0]}|OTHER||1931|7|FAR RD",
    )  # fmt: skip
    other = replace(found, lead_id=new_id(), person=person)
    vault.catalog.add_pending([other])
    return found, other.lead_id


@pytest.fixture
def rival(workspace, wait_idle):
    got = []
    workspace.vault.read(make_rival, got.append, owner=workspace)
    wait_idle(workspace)
    return got[0]


@pytest.fixture
def screen(workspace, show, wait_idle, rival):
    made = ReviewScreen(workspace)
    workspace.hub.changed.connect(made.on_changes)
    show(made)
    made.enter()
    wait_idle(workspace)
    made.session.go_to(rival[0].lead_id)
    wait_idle(workspace)
    made.view.take_focus()
    return made


def press(screen, wait_idle, *keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        wait_idle(screen.workspace)


def statuses(workspace, wait_idle, lead):
    got = []
    workspace.vault.read(lambda v: v.read_case(lead.account_id).leads, got.append, owner=workspace)
    wait_idle(workspace)
    return {x.lead_id: x.status for x in got[0]}


def test_it_is_shown_with_a_comparison(screen, rival, grab):
    card, current = screen.view.rivals, screen.session.current
    assert card.isVisible()
    lines = card.lines(current)
    assert (
        lines[0]
        == f"They differ by birth {rival[0].person.birth} against {BORN}. At most one of them is the debtor."
    )
    assert any(line.startswith(f"Birth {rival[0].person.birth} {BORN} ≠") for line in lines)
    assert card.accessibleDescription() == "; ".join(lines)
    grab(screen, "review-rivals-light")


def test_accepting_asks_about_the_other_and_leaves_it_marked(screen, rival, wait_idle, workspace):
    lead, other = rival
    press(screen, wait_idle, Key.Key_A)
    assert screen.view.bar.asking
    assert screen.session.current.lead.lead_id == lead.lead_id
    press(screen, wait_idle, Key.Key_1)
    assert statuses(workspace, wait_idle, lead) == {lead.lead_id: LeadStatus.ACCEPTED}
    screen.session.visit(other)
    wait_idle(workspace)
    [accepted] = screen.session.current.rivals
    assert accepted.status is LeadStatus.ACCEPTED
    assert screen.view.rivals.lines(screen.session.current)[0].startswith("It contradicts the accepted lead")
    press(screen, wait_idle, Key.Key_A)  # asks once more before a second person joins the case
    assert "was accepted for this debtor before" in screen.view.bar.notice.text()
    assert statuses(workspace, wait_idle, lead) == {lead.lead_id: LeadStatus.ACCEPTED}


def test_accepting_can_reject_the_other_and_one_undo_takes_both_back(screen, rival, wait_idle, workspace):
    lead, other = rival
    press(screen, wait_idle, Key.Key_A, Key.Key_2)
    assert statuses(workspace, wait_idle, lead) == {
        lead.lead_id: LeadStatus.ACCEPTED, other: LeadStatus.REJECTED,
    }  # fmt: skip
    press(screen, wait_idle, Key.Key_Z)
    assert set(statuses(workspace, wait_idle, lead).values()) == {LeadStatus.PENDING}


def test_reject_still_asks_for_its_reason(screen, rival, wait_idle, workspace):
    press(screen, wait_idle, Key.Key_A, Key.Key_R)
    assert screen.view.bar.asking
    press(screen, wait_idle, Key.Key_Escape)
    assert not screen.view.bar.asking
    assert statuses(workspace, wait_idle, rival[0]) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_case_shows_it_too(workspace, show, wait_idle, rival, theme, grab, scheme):
    theme.set_scheme(scheme)
    tab = LeadsTab(workspace)
    show(tab, size=(1024, 680))
    tab.show_case(rival[0].account_id)
    tab.focus_on(rival[1])
    wait_idle(workspace)
    assert tab.rivals.isVisible()
    grab(tab, f"case-rivals-{scheme}-1024")
