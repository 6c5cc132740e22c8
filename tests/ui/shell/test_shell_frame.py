from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from ui.shell.places import Place
from ui.shell.screen import Screen
from workbench.base.changes import Changes


class PageOne(Screen):
    place: ClassVar[Place] = Place.HOME

    def __init__(self, workspace):
        super().__init__(workspace)
        self.line, self.second = QLineEdit(), QLineEdit()
        self.line.setAccessibleName("first")
        self.second.setAccessibleName("second")
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.second)
        self.targets, self.changes = [], []

    def title(self):
        return "One"

    def enter(self, target=None):
        self.targets.append(target)

    def on_changes(self, changes):
        self.changes.append(changes)

    def panes(self):
        return [self.line, self.second]

    def remember(self):
        return {"text": self.line.text()}

    def restore(self, state):
        self.line.setText(state.get("text", ""))


class PageTwo(PageOne):
    place: ClassVar[Place] = Place.WORKLIST


@pytest.fixture
def framed(make_workspace, demo_folder, qtbot):
    workspace = make_workspace(demo_folder, makers={Place.HOME: PageOne, Place.WORKLIST: PageTwo})
    workspace.window.show()
    qtbot.waitExposed(workspace.window)
    workspace.window.activateWindow()
    workspace.navigator.go(Place.HOME)
    return workspace


def test_back_and_forward_return_to_what_was_shown(framed):
    navigator = framed.navigator
    navigator.screen.line.setText("maple")
    navigator.go(Place.WORKLIST, "skips")
    assert navigator.screen.targets == ["skips"]
    navigator.screen_at(Place.HOME).line.setText("something else")
    navigator.back()
    assert navigator.place is Place.HOME
    assert navigator.screen.line.text() == "maple"
    assert framed.registry.action("go.forward").isEnabled()
    navigator.forward()
    assert navigator.place is Place.WORKLIST


def test_the_frames_own_keys_work(framed, qtbot):
    window = framed.window
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert framed.navigator.place is Place.WORKLIST
    assert framed.frame.rail.buttons[Place.WORKLIST].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert framed.navigator.place is Place.HOME


def test_f6_goes_round_the_panes_and_the_rail(framed, qtbot):
    screen = framed.navigator.screen
    assert screen.line.hasFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(framed.window, Qt.Key.Key_F6)
        seen.append(framed.window.focusWidget())
    assert seen == [screen.second, framed.frame.rail.buttons[Place.HOME], screen.line]
    qtbot.keyClick(framed.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert framed.window.focusWidget() is framed.frame.rail.buttons[Place.HOME]


def test_counts_stand_in_the_rail_and_follow_changes(framed, wait_idle, qtbot):
    wait_idle(framed)
    review = framed.frame.rail.buttons[Place.REVIEW]
    before = review.accessibleName()
    assert before.startswith("Match review, ")
    lead = []
    framed.vault.read(lambda v: [x.lead_id for x in v.catalog.pending_leads()], lead.extend, owner=framed)
    qtbot.waitUntil(lambda: bool(lead))
    framed.vault.read(lambda v: v.catalog.drop_pending(lead[:9]), lambda _x: None, owner=framed)
    framed.hub.changed.emit(Changes(leads=True))
    qtbot.waitUntil(lambda: review.accessibleName() != before, timeout=5000)


def test_little_room_leaves_icons_and_says_the_rest(framed, qtbot):
    rail = framed.frame.rail
    assert rail.width() == 188
    framed.window.resize(1024, 680)
    qtbot.waitUntil(lambda: rail.width() < 60)
    assert "Worklist" in rail.buttons[Place.WORKLIST].toolTip()


def test_where_somebody_was_can_be_told_and_restored(framed):
    framed.navigator.screen.line.setText("maple")
    state = framed.navigator.remember()
    framed.navigator.screen.line.setText("")
    framed.navigator.restore(state)
    assert framed.navigator.screen.line.text() == "maple"
    framed.navigator.restore({"place": "no such place"})
    assert framed.navigator.place is Place.HOME


def test_a_read_only_vault_says_so(make_workspace, demo_folder, qtbot):
    workspace = make_workspace(demo_folder, read_only=True)
    workspace.window.show()
    qtbot.waitExposed(workspace.window)
    from ui.widgets.states import Strip

    words = [s.accessibleName() for s in workspace.frame.findChildren(Strip)]
    assert words == ["Opened read-only: nothing can be changed here."]


def test_the_last_minute_before_the_lock_is_a_banner(framed):
    framed.frame.show_seconds_to_lock(540)
    from ui.widgets.states import Strip

    assert not framed.frame.findChildren(Strip)
    framed.frame.show_seconds_to_lock(42)
    assert [s.accessibleName() for s in framed.frame.findChildren(Strip)] == [
        "Locks in 42 seconds unless you go on."
    ]
