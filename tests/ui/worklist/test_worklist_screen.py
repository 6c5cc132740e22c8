"""The worklist in a real window over a real encrypted vault."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ui.screens.worklist.edit_bar import Edit
from ui.screens.worklist.screen import WorklistScreen
from ui.widgets.column_fit import headings
from workbench.model.account import AccountStatus
from workbench.model.work import AccountOrder
from workbench.services import case_work
from workbench.services.worklist_views import BUILT_IN, View

VIEW = {view.key: view for view in BUILT_IN}


@pytest.fixture
def opened(workspace, show, wait_idle, qtbot):
    """The worklist of the demonstration vault; ``say(line)`` filters it."""
    went = []
    workspace.navigator.go = lambda place, target=None: went.append((place, target))
    screen = WorklistScreen(workspace)
    show(screen)
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    screen.went = went

    def say(line):
        screen.filter_bar.set_text(line)
        screen.reload()
        wait_idle(workspace)
        return [screen.model.row_at(i) for i in range(screen.model.rowCount())]

    screen.say = say
    screen.enter()
    wait_idle(workspace)
    screen.table.setFocus()
    return screen


def ask(workspace, qtbot, work):
    found = []
    workspace.vault.read(lambda vault: [work(vault)], found.extend, owner=workspace)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    return found[0]


def press(qtbot, screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or screen.table, key, modifier)


def text(screen, row, key):
    place = [c.key for c in screen.model.columns].index(key)
    return screen.model.data(screen.model.index(row, place))


def test_the_day_begins_with_what_is_due(opened, wait_idle, grab):
    wait_idle(opened.workspace)
    assert opened.model.rowCount() > 100
    assert opened.header.words.endswith("accounts")
    assert opened.table.current_row() == 0
    assert text(opened, 0, "due") == "today"
    assert text(opened, 0, "balance").startswith("$")
    assert opened.chips.buttons["due"].isChecked()
    assert opened.chips.buttons["orphans"].text() == "No next action  0"
    grab(opened, "worklist-light-1280")


def test_the_model_keeps_qts_rules(opened, wait_idle):
    tester = QAbstractItemModelTester(opened.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    opened.say("status:open")
    opened.model.marks.mark_all()
    opened.say("balance>1000")
    tester.deleteLater()


def test_a_filter_line_filters_while_typing_and_completes(opened, qtbot, wait_idle):
    press(qtbot, opened, Qt.Key.Key_Slash)
    assert opened.filter_bar.line.hasFocus()
    opened.filter_bar.line.clear()
    qtbot.keyClicks(opened.filter_bar.line, "balance>100")
    qtbot.keyClicks(opened.filter_bar.line, "0")
    qtbot.waitUntil(lambda: opened.model.rowCount() < 200, timeout=5000)
    wait_idle(opened.workspace)
    assert all(row.balance_cents > 100_000 for row in (opened.model.row_at(i) for i in range(5)) if row)
    opened.filter_bar.line.clear()
    qtbot.keyClicks(opened.filter_bar.line, "sta")
    wait_idle(opened.workspace)
    assert opened.filter_bar.line.options.stringList() == ["status:", "state:"]
    press(qtbot, opened, Qt.Key.Key_Down)


def test_what_cannot_be_read_is_explained_and_kept(opened, grab):
    opened.say("stauts:skip balance>lots")
    assert "There is no field stauts. Did you mean status?" in opened.filter_bar.explanation
    assert "lots is no amount." in opened.filter_bar.explanation
    assert opened.filter_bar.text() == "stauts:skip balance>lots"
    grab(opened, "worklist-problems")
    opened.say("status:skip")
    assert opened.filter_bar.explanation == ""


def test_nothing_matches_says_so_and_escape_clears(opened, qtbot, wait_idle, grab):
    opened.say("zzzz status:skip")
    assert opened.states.state == "empty"
    assert "0 of 200 match “zzzz status:skip”" in opened.states.words
    grab(opened, "worklist-filtered-empty")
    opened.filter_bar.line.setFocus()
    press(qtbot, opened, Qt.Key.Key_Escape)
    wait_idle(opened.workspace)
    assert opened.filter_bar.text() == ""
    assert opened.model.rowCount() == 200


def test_an_empty_vault_offers_the_import(empty_workspace, show, wait_idle, grab):
    screen = WorklistScreen(empty_workspace)
    show(screen)
    screen.enter()
    wait_idle(empty_workspace)
    assert screen.states.words == "No accounts yet. Import a placement file to begin."
    grab(screen, "worklist-empty")


def test_views_are_chosen_and_sorted(opened, qtbot, wait_idle):
    opened.chips.buttons["leads"].click()
    wait_idle(opened.workspace)
    qtbot.waitUntil(lambda: all(opened.model.row_at(i) for i in range(20)), timeout=10_000)
    assert opened.filter_bar.text() == "status:open leads:any"
    assert opened.order is AccountOrder.PENDING_LEADS
    leads = [opened.model.row_at(i).pending_leads for i in range(20)]
    assert leads == sorted(leads, reverse=True)
    assert leads[-1] > 0


def test_a_heading_sorts_and_the_current_account_stays(opened, qtbot, wait_idle):
    opened.say("")
    opened.table.set_current_row(7)
    current = opened.model.id_at(7)
    opened._sort([c.key for c in opened.model.columns].index("balance"), Qt.SortOrder.DescendingOrder)
    wait_idle(opened.workspace)
    qtbot.waitUntil(lambda: all(opened.model.row_at(i) for i in range(20)), timeout=10_000)
    balances = [opened.model.row_at(i).balance_cents for i in range(20)]
    assert balances == sorted(balances, reverse=True)
    assert opened.model.id_at(opened.table.current_row()) == current


def test_enter_opens_the_case_with_its_list(opened, qtbot):
    opened.table.set_current_row(3)
    press(qtbot, opened, Qt.Key.Key_Return)
    [(place, target)] = opened.went
    assert place.value == "case"
    assert target.account_id == opened.model.id_at(3)
    assert len(target.among) == opened.model.rowCount()


def test_letters_open_the_case_at_a_form(opened, qtbot):
    for key, tab in ((Qt.Key.Key_N, "timeline:note"), (Qt.Key.Key_C, "timeline:contact"),
                     (Qt.Key.Key_P, "negotiation:promise")):  # fmt: skip
        press(qtbot, opened, key)
        assert opened.went[-1][1].tab == tab


def test_the_next_action_is_set_by_keyboard_and_the_cursor_moves_on(opened, qtbot, wait_idle, grab):
    opened.say("")
    first = opened.model.id_at(0)
    opened.table.setFocus()
    press(qtbot, opened, Qt.Key.Key_S)
    assert opened.edit_bar.isVisible()
    assert opened.edit_bar.words.text() == "Begin locating"
    opened.edit_bar.words.setText("Call the employer")
    grab(opened, "worklist-edit")
    opened.edit_bar._days[2][0].click()
    press(qtbot, opened, Qt.Key.Key_Return)
    wait_idle(opened.workspace)
    assert not opened.edit_bar.isVisible()
    assert opened.table.hasFocus()
    work = ask(opened.workspace, qtbot, lambda v: v.read_work(first))
    assert work.next_action == "Call the employer"
    assert work.next_action_on == opened.workspace.today() + timedelta(days=3)
    assert opened.workspace.frame.status.words == "Next: Call the employer"
    assert opened.table.current_row() >= 1 or opened.model.id_at(0) != first
    opened.workspace.undo_log.undo()
    wait_idle(opened.workspace)
    assert ask(opened.workspace, qtbot, lambda v: v.read_work(first)).next_action == "Begin locating"


def test_marks_are_virtual_and_a_bulk_tag_is_one_undo(opened, qtbot, wait_idle, grab):
    opened.say("balance>1000")
    marked = opened.model.rowCount()
    opened.table.setFocus()
    press(qtbot, opened, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert opened.selection.words == f"All {marked} of this list"
    grab(opened, "worklist-marked")
    press(qtbot, opened, Qt.Key.Key_Space)
    assert opened.selection.words == f"{marked - 1} marked"
    press(qtbot, opened, Qt.Key.Key_T)
    qtbot.keyClicks(opened.edit_bar.words, "priority")
    press(qtbot, opened, Qt.Key.Key_Return)
    wait_idle(opened.workspace)
    assert len(opened.say("tag:priority")) == marked - 1
    opened.workspace.undo_log.undo()
    wait_idle(opened.workspace)
    assert opened.say("tag:priority") == []


def test_shift_extends_and_escape_takes_the_marks_away(opened, qtbot):
    for _ in range(3):
        press(qtbot, opened, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert opened.model.marks.count == 4
    press(qtbot, opened, Qt.Key.Key_Escape)
    assert opened.model.marks.count == 0
    assert not opened.selection.isVisible()


def test_a_status_that_a_restriction_protects_is_told(opened, qtbot, wait_idle):
    from workbench.model.restriction import RestrictionKind
    from workbench.services.restrictions import NewRestriction, add_restriction

    opened.say("")
    account = opened.model.id_at(0)
    opened.workspace.vault.write(
        lambda v: add_restriction(
            v, account, NewRestriction(RestrictionKind.CEASE, opened.workspace.today())
        ),
        owner=opened,
    )
    wait_idle(opened.workspace)
    opened.table.set_current_row(opened.model.place_of(account))
    opened.begin_edit(Edit.STATUS, "Status")
    opened.edit_bar.status.choose(AccountStatus.SKIP)
    opened.edit_bar.save()
    wait_idle(opened.workspace)
    assert "follows from a restriction" in opened.workspace.frame.status.words


def test_a_view_is_saved_chosen_and_removed(opened, qtbot, wait_idle):
    opened.say("status:open balance>2k")
    press(qtbot, opened, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(opened.edit_bar.words, "Large ones")
    press(qtbot, opened, Qt.Key.Key_Return)
    wait_idle(opened.workspace)
    assert "saved:Large ones" in opened.chips.buttons
    opened.show_view(VIEW["due"])
    wait_idle(opened.workspace)
    opened.chips.buttons["saved:Large ones"].click()
    wait_idle(opened.workspace)
    assert opened.filter_bar.text() == "status:open balance>2k"
    assert opened.view == View(
        "saved:Large ones", "Large ones", "status:open balance>2k", opened.order, saved=True
    )
    opened.workspace.registry.action("worklist.remove_view").trigger()
    wait_idle(opened.workspace)
    assert "saved:Large ones" not in opened.chips.buttons


def test_leaving_out_changes_nothing_but_the_list(opened, qtbot, wait_idle):
    listed, first = opened.model.rowCount(), opened.model.id_at(0)
    press(qtbot, opened, Qt.Key.Key_X)
    wait_idle(opened.workspace)
    assert opened.model.rowCount() == listed - 1
    assert opened.model.place_of(first) == -1
    assert opened.header.words.endswith("1 left out today")
    opened.workspace.registry.action("worklist.bring_back").trigger()
    wait_idle(opened.workspace)
    assert opened.model.place_of(first) >= 0


def test_a_list_is_exported(opened, wait_idle, tmp_path):
    opened.say("balance>1000")
    opened.actions_.export_to(tmp_path / "list.csv")
    wait_idle(opened.workspace)
    lines = (tmp_path / "list.csv").read_text("utf-8").splitlines()
    assert len(lines) == opened.model.rowCount() + 1
    assert "not encrypted" in opened.workspace.frame.status.words


def test_columns_are_chosen_and_kept(opened, qtbot, wait_idle, grab):
    opened.actions_.choose_columns()
    chooser = opened.actions_._chooser
    chooser.boxes["client"].setChecked(True)
    chooser.boxes["leads"].setChecked(False)
    chooser.close()
    wait_idle(opened.workspace)
    assert [c.key for c in opened.model.columns] == [
        "name",
        "number",
        "balance",
        "status",
        "next",
        "due",
        "client",
    ]
    assert opened.workspace.settings.value("worklist.columns")[-1] == "client"
    assert text(opened, 0, "client")


def test_the_account_beside_the_list(opened, qtbot, wait_idle, grab):
    opened.say("")
    row = opened.model.row_at(0)
    qtbot.wait(150)
    wait_idle(opened.workspace)
    assert opened.peek._name.text() == row.debtor_name
    assert row.account_number in opened.peek._facts.text()
    grab(opened, "worklist-peek")
    opened.workspace.window.resize(1024, 680)
    qtbot.waitUntil(lambda: not opened.peek.isVisible())
    grab(opened, "worklist-1024")


def test_changes_elsewhere_are_shown_without_losing_the_place(opened, qtbot, wait_idle):
    opened.say("")
    opened.table.set_current_row(5)
    account = opened.model.id_at(5)
    opened.workspace.vault.write(lambda v: case_work.add_tag(v, account, "seen"), owner=opened)
    qtbot.wait(300)
    wait_idle(opened.workspace)
    assert opened.model.id_at(opened.table.current_row()) == account
    assert opened.model.row_at(5).tags == ("seen",)


def test_a_read_only_vault_says_why_nothing_can_be_changed(make_workspace, demo_folder, show, wait_idle):
    workspace = make_workspace(demo_folder, read_only=True)
    screen = WorklistScreen(workspace)
    show(screen)
    screen.enter()
    wait_idle(workspace)
    entry = workspace.registry.entry("worklist.next")
    assert not entry.action.isEnabled()
    assert entry.reason == "The vault is open read-only."
    assert workspace.registry.action("worklist.open").isEnabled()


def test_an_error_is_said_with_a_way_to_try_again(opened, wait_idle, monkeypatch):
    from workbench.base.errors import MachineError

    def fail(*_args, **_kwargs):
        raise MachineError("The disk cannot be read.", hint="Check its cable.")

    monkeypatch.setattr("workbench.services.worklist.open_list", fail)
    opened.reload()
    wait_idle(opened.workspace)
    assert opened.states.words == "The disk cannot be read. Check its cable."
    monkeypatch.undo()
    opened.reload()
    wait_idle(opened.workspace)
    assert opened.states.state == "content"


def test_where_the_person_was_comes_back(opened, wait_idle, qtbot):
    opened.say("balance>1000")
    opened.table.set_current_row(4)
    account = opened.model.id_at(4)
    state = opened.remember()
    opened.say("")
    opened.restore(state)
    wait_idle(opened.workspace)
    assert opened.filter_bar.text() == "balance>1000"
    assert opened.model.id_at(opened.table.current_row()) == account
    opened.restore({"order": "nonsense", "view": 3})
    wait_idle(opened.workspace)


@pytest.mark.parametrize("scheme", ["dark", "high_contrast"])
def test_pictures_of_the_worklist(opened, theme, grab, wait_idle, scheme, qtbot):
    theme.set_scheme(scheme)
    qtbot.wait(150)
    wait_idle(opened.workspace)
    grab(opened, f"worklist-{scheme}-1280")


def test_twice_the_text_size(opened, theme, grab, wait_idle):
    theme.set_scale(2.0)
    wait_idle(opened.workspace)
    grab(opened, "worklist-200")


def test_every_column_has_room_for_what_it_says_at_1280_pixels(opened, qtbot):
    """Names and next actions stand whole; headings, amounts, days and the chips of a status are never cut."""
    table, model = opened.table, opened.model
    widths = sections(table, model)
    assert sum(widths.values()) <= table.viewport().width()
    needs = dict(zip(widths, table._measure(), strict=True))
    assert needs["name"] > 150
    assert {key for key in widths if widths[key] < needs[key]} == set()
    heads = dict(zip(widths, headings(table), strict=True))
    assert {key for key in widths if widths[key] < heads[key]} == set()
    opened.workspace.window.resize(1700, 800)
    qtbot.waitUntil(lambda: table.viewport().width() > 1000)
    qtbot.waitUntil(lambda: sum(sections(table, model).values()) == table.viewport().width())


def sections(table, model):
    header = table.horizontalHeader()
    return {column.key: header.sectionSize(place) for place, column in enumerate(model.columns)}


def test_where_there_is_little_room_next_actions_and_names_give_and_nothing_else(opened, qtbot):
    table, model = opened.table, opened.model
    table._needs = [240, 92, 99, 155, 210, 127, 54]  # the widest that the vault can say
    opened.workspace.window.resize(900, 800)
    qtbot.waitUntil(lambda: table.viewport().width() < 900)
    table._fill()
    widths = sections(table, model)
    assert widths["next"] < 210
    firm = {"number": 92, "balance": 99, "status": 155, "due": 127, "leads": 54}
    assert {key: widths[key] >= least for key, least in firm.items()} == dict.fromkeys(firm, True)


def test_a_column_drawn_by_hand_stays_as_it_was_drawn(opened, monkeypatch):
    table, model = opened.table, opened.model
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    table.horizontalHeader().resizeSection(4, 61)
    monkeypatch.undo()
    table._content_reset()
    assert sections(table, model)["next"] == 61
