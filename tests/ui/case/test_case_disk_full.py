"""A full disk under the window: it is said, what was typed stays, and the same key saves once there is room."""

import pytest
from case_tabs import ask, press, typed
from PySide6.QtCore import Qt

from ui.screens.case.screen import CaseScreen
from ui.shell.navigator import CaseTarget
from workbench.vault.verify import verify

CTRL = Qt.KeyboardModifier.ControlModifier
MUCH = ("Call about the estate again " * 8)[:180].strip()
ROOMY = 1_000_000


@pytest.fixture
def screen(workspace, show, wait_idle, qtbot):
    account = ask(workspace, qtbot, lambda v: v.catalog.account_ids()[0])
    screen = CaseScreen(workspace)
    show(screen)
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    screen.enter(CaseTarget(account))
    wait_idle(workspace)
    return screen


def limit(pages):
    """The catalog may not grow: SQLite says the same as on a full disk."""

    def work(vault):
        with vault.session.reading() as conn:
            now = conn.exec_driver_sql("PRAGMA main.page_count").scalar()
            return conn.exec_driver_sql(f"PRAGMA main.max_page_count={pages or now}").scalar()

    return work


def next_action(account):
    return lambda vault: vault.read_work(account).next_action


def set_next_action(screen, wait_idle, words):
    press(Qt.Key.Key_S)
    wait_idle(screen.workspace)
    typed(screen.desk.next.words, words)
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(screen.workspace)


def test_nothing_typed_is_lost_on_a_full_disk(screen, workspace, wait_idle, qtbot, grab):
    form, account = screen.desk.next, screen.account_id
    ask(workspace, qtbot, limit(None))
    saved = words = ask(workspace, qtbot, next_action(account))
    for number in range(100):
        words = f"{number} {MUCH}"
        set_next_action(screen, wait_idle, words)
        if screen.desk.host.form is form:
            break
        saved = words
    assert screen.desk.host.form is form, "the disk never filled"
    assert "disk is full" in form._error.text()
    assert form._error.isVisible()
    assert form.words.text() == words
    grab(screen, "case-disk-full")
    assert ask(workspace, qtbot, next_action(account)) == saved != words
    assert ask(workspace, qtbot, lambda v: verify(v).problems) == ()
    ask(workspace, qtbot, limit(ROOMY))
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert screen.desk.host.form is None
    assert ask(workspace, qtbot, next_action(account)) == words
    assert ask(workspace, qtbot, lambda v: verify(v).problems) == ()


def test_with_room_the_same_is_saved(screen, workspace, wait_idle, qtbot):
    """Negative control: it is the lack of room that is refused."""
    set_next_action(screen, wait_idle, MUCH)
    assert screen.desk.host.form is None
    assert ask(workspace, qtbot, next_action(screen.account_id)) == MUCH
