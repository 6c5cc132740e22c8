"""The case file as a whole: head, tabs, next and previous case, recording from anywhere, states."""

import pytest
from case_tabs import ask, flagged, press, richest, typed, worked
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.screens.case.screen import CaseScreen
from ui.shell.navigator import CaseTarget
from ui.style.theme import current_theme
from workbench.model.lead import LeadStatus
from workbench.services import leads
from workbench.services.case_log import add_note
from workbench.services.case_work import NextAction
from workbench.services.confidence import debtor_of
from workbench.services.reviewing import Verdict, decide

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def prepared(vault, account_id, today):
    """An account with leads accepted, money, flags: as after two weeks of work."""
    best = [lead for _, lead in leads.pending(vault, limit=400) if lead.account_id == account_id]
    for lead in best:
        decide(vault, lead.lead_id, Verdict(LeadStatus.ACCEPTED, confirmed=True))
    worked(vault, account_id, today)
    flagged(vault, account_id, today)
    return account_id


def busiest(vault):
    """The account with the most pending leads among the best, of those whose debtor's SSN digits are known."""
    ids = [lead.account_id for _, lead in leads.pending(vault, limit=200)]
    by_leads = sorted(set(ids), key=lambda account_id: (-ids.count(account_id), account_id))
    return next(i for i in by_leads if debtor_of(vault.read_case(i)).ssn_last4)


@pytest.fixture
def screen(workspace, show, wait_idle, qtbot):
    account_id = ask(workspace, qtbot, busiest)
    ask(workspace, qtbot, lambda v: prepared(v, account_id, workspace.today()))
    among = ask(workspace, qtbot, lambda v: tuple(v.catalog.account_ids()))
    screen = CaseScreen(workspace)
    show(screen)
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    here = [a for a in among if a != account_id]
    screen.enter(CaseTarget(account_id, (here[0], account_id, *here[1:])))
    wait_idle(workspace)
    return screen


def test_look(screen, wait_idle, workspace, grab, theme):
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        for tab in screen.pages.tabs:
            screen.pages.show(tab.key)
            wait_idle(workspace)
            grab(screen, f"case-{tab.key}-{scheme}")
    theme.set_scheme("light")
    assert len(screen.pages.made) == 8


def chips(screen):
    return [chip.words for chip in screen.header.chips._widgets]


def test_the_head_says_who_what_and_what_is_next(screen):
    assert screen.header.name.text() == screen.header.head.debtor.name.whole
    assert chips(screen)[0].startswith("Next: Promise due")
    assert chips(screen)[1:3] == ["Disputed", "Opt-out"]
    assert screen.header.position.text() == "2 of 200"


def test_next_and_previous_case_of_the_list(screen, workspace, wait_idle):
    second = screen.account_id
    press(Qt.Key.Key_Up, CTRL)
    wait_idle(workspace)
    assert screen.account_id == screen.among[0] != second
    assert screen.header.position.text() == "1 of 200"
    assert not workspace.registry.action("case.preceding").isEnabled()
    assert "end of the list" in workspace.registry.entry("case.preceding").reason
    press(Qt.Key.Key_Down, CTRL)
    wait_idle(workspace)
    assert screen.account_id == second


def test_tabs_by_keyboard(screen, workspace, wait_idle):
    for letter, key in zip(
        "PTLNDMYO",
        ["people", "timeline", "leads", "negotiation", "documents", "money", "history", "overview"],
        strict=True,
    ):
        press(Qt.Key(ord(letter)), ALT)
        wait_idle(workspace)
        assert screen.pages.key == key
        assert screen.pages.made[key].isAncestorOf(screen.window().focusWidget()), key
    press(Qt.Key.Key_PageDown, CTRL)
    wait_idle(workspace)
    assert screen.pages.key == "people"
    press(Qt.Key.Key_PageUp, CTRL)
    assert screen.pages.key == "overview"


def choose(combo, value):
    combo.choose(value)
    assert combo.value() == value


def test_a_contact_by_keyboard_with_its_next_action(screen, workspace, wait_idle, qtbot, grab):
    account = screen.account_id
    ask(workspace, qtbot, lambda v: set_due(v, account, workspace.today()))
    screen.reload()
    wait_idle(workspace)
    press(Qt.Key.Key_C)
    wait_idle(workspace)
    form = screen.desk.contact
    assert screen.desk.host.form is form
    assert form.result.hasFocus()
    press(Qt.Key.Key_Return, CTRL)
    assert "What came of it" in form.error_words
    choose(form.result, "WN")
    assert form.next_words.text() == "Locate"
    assert form.status.value() == "wrong"
    assert not form.status.isHidden()
    typed(form.text, "A bakery answers")
    grab(screen, "case-contact-form")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert screen.desk.host.form is None
    assert chips(screen)[0] == "Next: Locate, tomorrow"
    content = ask(workspace, qtbot, lambda v: v.read_case(account))
    entry = content.activities[-2]
    assert (entry.result_code, entry.attempt, entry.conversation) == ("WN", True, False)
    point = next(p for p in content.contact_points if p.contact_id == entry.contact_id)
    assert (point.status.value, point.status_reason) == ("wrong", "Wrong number")


def set_due(vault, account_id, today):
    from workbench.services.case_work import set_next_action

    return set_next_action(vault, account_id, "Call", today)


def test_a_missing_next_action_is_asked_for_in_place(screen, workspace, wait_idle, qtbot, grab):
    account = screen.account_id
    ask(workspace, qtbot, lambda v: set_due(v, account, workspace.today()))
    screen.reload()
    wait_idle(workspace)
    press(Qt.Key.Key_N)
    wait_idle(workspace)
    form = screen.desk.note
    typed(form.text, "Neighbour says he moved to Tulsa")
    assert form.next_words.text() == "Review"
    form.next_words.clear()
    form.next_on.clear()
    press(Qt.Key.Key_Return, CTRL)
    assert "Next: Review, in 3 days" in form.error_words
    grab(screen, "case-note-next-asked")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert chips(screen)[0] == "Next: Review, in 3 days"


def test_a_coming_next_action_stays(screen, workspace, wait_idle):
    press(Qt.Key.Key_N)
    wait_idle(workspace)
    form = screen.desk.note
    assert "stays: Promise due" in form.next_words.placeholderText()
    typed(form.text, "He called back")
    assert form.next_words.text() == ""
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert chips(screen)[0].startswith("Next: Promise due")


def test_locate_attempt_and_negotiation_note_stand_side_by_side(screen, workspace, wait_idle, grab):
    press(Qt.Key.Key_L)
    wait_idle(workspace)
    form = screen.desk.locate
    choose(form.source, "voter")
    choose(form.result, "hit")
    typed(form.text, "Registered in 37405 since March")
    typed(form.cost, "1.25")
    grab(screen, "case-locate-form")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    press(Qt.Key.Key_G)
    wait_idle(workspace)
    note = screen.desk.negotiation
    typed(note.position, "Can pay after the harvest")
    typed(note.counter, "$900 in one sum")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    press(Qt.Key.Key_T, ALT)
    wait_idle(workspace)
    timeline = screen.pages.made["timeline"]
    first = [r.entry for r in timeline.model.rows if r.entry][:2]
    assert [e.shape.value for e in first] == ["negotiation", "locate"]
    press(Qt.Key.Key_3)
    assert {r.entry.kind.value for r in timeline.model.rows if r.entry} == {"locate"}
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Right)
    grab(screen, "case-timeline-expanded")
    lines = [r.text for r in timeline.model.rows if r.is_line]
    assert lines == ["Position: Can pay after the harvest", "Counter-offer: $900 in one sum"]


def test_next_action_status_and_tags(screen, workspace, wait_idle, qtbot, grab):
    press(Qt.Key.Key_S)
    wait_idle(workspace)
    form = screen.desk.next
    assert form.words.text() == "Promise due"
    typed(form.words, "Call the brother")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert "Call the brother" in chips(screen)[0]
    screen.desk.open_tags()
    typed(screen.desk.tags.tags, "south, priority")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert {"#south", "#priority"} <= set(chips(screen))
    screen.desk.open_status()
    typed(screen.desk.status.reason, "by mistake")
    grab(screen, "case-status-form")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert "restriction" in screen.desk.status.error_words


def test_a_form_and_its_draft_come_back_after_lock(screen, workspace, wait_idle, show):
    press(Qt.Key.Key_N)
    wait_idle(workspace)
    typed(screen.desk.note.text, "half a note")
    state = screen.remember()
    workspace.drafts.flush()
    wait_idle(workspace)
    other = state["among"][0]
    screen.open(other)
    wait_idle(workspace)
    assert screen.desk.host.form is None
    screen.restore(state)
    wait_idle(workspace)
    assert screen.account_id == state["account"] != other
    assert screen.desk.host.form is screen.desk.note
    assert screen.desk.note.text.toPlainText() == "half a note"
    assert len(screen.among) == 200


def test_a_target_opens_its_form(screen, workspace, wait_idle):
    screen.enter(CaseTarget(screen.among[0], screen.among, "timeline:note"))
    wait_idle(workspace)
    assert screen.pages.key == "timeline"
    assert screen.desk.host.form is screen.desk.note
    screen.enter(CaseTarget(screen.among[2], screen.among, "negotiation:promise"))
    wait_idle(workspace)
    assert screen.pages.made["negotiation"].host.form is screen.pages.made["negotiation"].promise


def test_flags_open_over_the_case(screen, workspace, wait_idle, grab):
    screen.open_flags()
    wait_idle(workspace)
    grab(screen, "case-flags")
    assert screen.flags.isVisible()
    press(Qt.Key.Key_Escape)
    assert not screen.flags.isVisible()


def test_nothing_open_and_a_damaged_case(workspace, show, wait_idle, qtbot, grab):
    screen = CaseScreen(workspace)
    show(screen)
    screen.enter()
    assert "No case is open" in screen.states.words
    grab(screen, "case-none")
    account_id = richest(workspace, qtbot)
    path = ask(workspace, qtbot, lambda v: v.door.path(account_id))
    path.write_bytes(b"nothing of a case file")
    screen.enter(CaseTarget(account_id))
    wait_idle(workspace)
    assert screen.states.state == "error"
    assert "case" in screen.states.words.lower()
    grab(screen, "case-damaged")


def test_read_only_looks_and_changes_nothing(make_workspace, demo_folder, show, wait_idle, qtbot, grab):
    workspace = make_workspace(demo_folder, read_only=True)
    screen = CaseScreen(workspace)
    show(screen)
    screen.enter(CaseTarget(richest(workspace, qtbot)))
    wait_idle(workspace)
    for name in ("case.contact", "case.note", "case.locate", "case.next"):
        assert not workspace.registry.action(name).isEnabled()
        assert workspace.registry.entry(name).reason
    screen.desk.open_note()
    wait_idle(workspace)
    assert screen.desk.host.form is None
    grab(screen, "case-read-only")


def test_undo_takes_back_what_was_logged(screen, workspace, wait_idle, qtbot):
    account = screen.account_id
    before = ask(workspace, qtbot, lambda v: v.read_work(account))
    press(Qt.Key.Key_S)
    wait_idle(workspace)
    typed(screen.desk.next.words, "Something else")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    workspace.undo_log.undo()
    wait_idle(workspace)
    assert ask(workspace, qtbot, lambda v: v.read_work(account)) == before
    assert chips(screen)[0].startswith("Next: Promise due")


# Timeline


def at_timeline(screen, workspace, wait_idle):
    screen.pages.show("timeline")
    wait_idle(workspace)
    tab = screen.pages.made["timeline"]
    tab.tester = QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
    return tab


def test_pin_filter_words_and_correct(screen, workspace, wait_idle, qtbot, grab):
    account = screen.account_id
    later = NextAction("Call", workspace.today())
    ask(workspace, qtbot, lambda v: add_note(v, account, "Works nights, sleeps until noon", later))
    tab = at_timeline(screen, workspace, wait_idle)
    assert tab.current.title.startswith("Works nights")
    press(Qt.Key.Key_Asterisk, Qt.KeyboardModifier.ShiftModifier)
    wait_idle(workspace)
    assert tab.model.rows[0].text == "Pinned"
    assert tab.current.pinned
    press(Qt.Key.Key_E)
    form = screen.desk.correction
    assert screen.desk.host.form is form
    typed(form.text, "Works days")
    grab(screen, "case-timeline-correct")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    gone = {r.entry.title: r.entry.gone.value for r in tab.model.rows if r.entry}
    assert gone["Works nights, sleeps until noon"] == "corrected"
    assert gone["Works days"] == ""
    typed(tab.filter, "works days")
    assert [r.entry.title for r in tab.model.rows if r.entry] == ["Works days"]
    press(Qt.Key.Key_Escape)
    assert len({r.entry.entry_id for r in tab.model.rows if r.entry}) > 5
    tab.filter.setText("no such words anywhere")
    assert "No entry matches" in tab.nothing.text()
    grab(screen, "case-timeline-none")


def test_five_thousand_entries_are_shown(screen, workspace, wait_idle, qtbot):
    from dataclasses import replace as changed

    tab = at_timeline(screen, workspace, wait_idle)
    one = tab.view.entries[0]
    many = tuple(changed(one, activity=changed(one.activity, activity_id=f"{n:032x}")) for n in range(5_000))
    tab.show_view(changed(tab.view, entries=many))
    tab.list.viewport().repaint()
    assert tab.model.rowCount() > 5_000


# People


def test_a_contact_point_is_added_marked_and_retired(screen, workspace, wait_idle, qtbot, grab):
    screen.pages.show("people")
    wait_idle(workspace)
    tab = screen.pages.made["people"]
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
    before = tab.model.rowCount()
    press(Qt.Key.Key_A)
    form = screen.desk.point
    assert screen.desk.host.form is form
    typed(form.text, "555-01")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert "Who said so" in form.error_words
    typed(form.source, "his sister")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert "no phone" in form.error_words.lower()
    grab(screen, "case-people-add")
    typed(form.text, "(615) 555-0142")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert tab.model.rowCount() == before + 1
    row = next(n for n, li in enumerate(tab.model.rows) if li.known and li.known.words == "(615) 555-0142")
    tab.table.set_current_row(row)
    assert "his sister" in tab.details.evidence.rows.row(0).origin
    assert "Its area code is of TN" in tab.details.words.text()
    press(Qt.Key.Key_M)
    choose(screen.desk.mark.status, "wrong")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert "reason" in screen.desk.mark.error_words
    typed(screen.desk.mark.reason, "a garage answers")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert tab.current.known.point.status.value == "wrong"
    assert "a garage answers" in tab.details.words.text()
    press(Qt.Key.Key_R)
    typed(screen.desk.retire.reason, "never his")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert tab.current.known.point.status.value == "retired"
    grab(screen, "case-people-point")


def test_digits_of_an_ssn_show_on_demand_only(screen, workspace, wait_idle, grab):
    screen.pages.show("people")
    wait_idle(workspace)
    tab = screen.pages.made["people"]
    party = tab.current.person.party
    digits = party.ssn_last4 or party.ssn[-4:]
    assert digits
    assert digits not in tab.details.words.text()
    press(Qt.Key.Key_V)
    assert digits in tab.details.words.text()
    tab.table.set_current_row(1)
    tab.table.set_current_row(0)
    assert digits not in tab.details.words.text()


def test_a_person_is_added(screen, workspace, wait_idle, grab):
    screen.pages.show("people")
    wait_idle(workspace)
    press(Qt.Key.Key_W)
    form = screen.desk.person
    typed(form.name, "Maja Lindqvist")
    choose(form.role, "spouse")
    typed(form.source, "her letter of May")
    grab(screen, "case-person-form")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    names = [li.person.party.name.whole for li in screen.pages.made["people"].model.rows]
    assert "Maja Lindqvist" in names


# Overview


def test_charts_and_tables_say_the_same_and_follow_each_other(screen, workspace, wait_idle):
    tab = screen.pages.made["overview"]
    card = tab.residence
    assert card.table.rows.rowCount() == len(card.chart.rows()) >= 2
    card.chart.setFocus()
    press(Qt.Key.Key_Down)
    assert card.table.current_row() == 1
    assert card.chart.rows()[1].words in card.chart.accessibleDescription()
    ego = tab.ego
    assert ego.table.rows.rowCount() == len(ego.view.chart.nodes) - 1
    ego.view.setFocus()
    before = ego.view.current
    press(Qt.Key.Key_Right)
    assert ego.view.current != before
    assert ego.table.current_row() == ego.view.current - 1
    assert [w for w in (ego.view, card.chart) if not w.accessibleName()] == []
    boxes = ego.view.boxes()
    assert all(b.left() >= 0 and b.right() <= ego.view.width() for b in boxes)


def test_an_account_nobody_worked(workspace, show, wait_idle, qtbot, grab):
    screen = CaseScreen(workspace)
    show(screen)
    screen.enter(CaseTarget(richest(workspace, qtbot)))
    wait_idle(workspace)
    grab(screen, "case-overview-new")
    assert chips(screen)[0].startswith("Next: Begin locating")
    assert screen.pages.made["overview"].promises.nothing.isVisibleTo(screen)


def test_an_account_without_a_next_action_says_so(screen, workspace, wait_idle, qtbot, grab):
    def orphan(vault):
        from workbench.model.work import WorkState

        with vault.edit_case(screen.account_id) as edit:
            edit.set_work(WorkState())

    ask(workspace, qtbot, orphan)
    screen.reload()
    wait_idle(workspace)
    assert chips(screen)[0] == "No next action: set one (S)"
    alerts = [chip.words for chip in screen.pages.made["overview"].mind.lines._widgets]
    assert "No next action" in alerts
    grab(screen, "case-orphan")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_room_is_enough(screen, workspace, wait_idle, theme, grab, qtbot, scale):
    theme.set_scale(scale)
    screen.window().resize(1024, 680)
    for key in ("overview", "people", "timeline"):
        screen.pages.show(key)
        wait_idle(workspace)
        grab(screen, f"case-{key}-small-{scale}")
    screen.desk.open_contact()
    wait_idle(workspace)
    grab(screen, f"case-contact-small-{scale}")
    assert screen.minimumSizeHint().width() <= screen.width()
    assert current_theme().scale == scale


def test_everything_that_takes_the_focus_has_a_name(screen, workspace, wait_idle):
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    nameless = []
    for tab in screen.pages.tabs[:3]:
        screen.pages.show(tab.key)
        wait_idle(workspace)
        for opening in (
            screen.desk.open_contact,
            screen.desk.open_locate,
            screen.desk.open_next,
            screen.desk.open_negotiation,
        ):
            opening()
            wait_idle(workspace)
            for widget in screen.findChildren(QWidget):
                takes = (
                    widget.focusPolicy() != Qt.FocusPolicy.NoFocus
                    and widget.isVisible()
                    and not widget.focusProxy()
                )
                interface = QAccessible.queryAccessibleInterface(widget) if takes else None
                if interface is not None and not interface.text(QAccessible.Text.Name):
                    nameless.append((tab.key, type(widget).__name__, widget.parent()))
    assert nameless == []


def test_f6_goes_round_and_comes_back(screen, workspace, wait_idle):
    from PySide6.QtWidgets import QApplication

    workspace.navigator._screens[screen.place] = screen
    workspace.navigator._place = screen.place
    seen = []
    for _ in range(6):
        workspace.frame.next_pane(1)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(type(focus).__name__)
    assert len(set(seen)) >= 3
