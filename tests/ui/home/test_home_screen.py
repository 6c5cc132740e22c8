from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.screens.home.screen import HomeScreen
from ui.screens.worklist.screen import WorklistScreen
from ui.shell.places import Place
from workbench.services import case_work


@pytest.fixture
def home(workspace, show, wait_idle, qtbot):
    went = []
    workspace.navigator.go = lambda place, target=None: went.append((place, target))
    screen = HomeScreen(workspace)
    show(screen)
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    screen.went = went
    screen.enter()
    wait_idle(workspace)
    screen.tiles["due"].setFocus()
    return screen


def test_every_number_opens_the_list_it_counts(home, wait_idle, show, grab):
    grab(home, "home-light-1280")
    worklist = WorklistScreen(home.workspace)
    show(worklist)
    for key, tile in home.tiles.items():
        if tile.isEnabled() and key != "located":
            home.open_number(key)
            place, line = home.went[-1]
            assert place is Place.WORKLIST
            worklist.enter(line)
            wait_idle(home.workspace)
            assert tile.value == f"{worklist.model.rowCount():,}", key


def test_keys_open_numbers_and_enter_starts_working(home, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert home.went[-1] == (Place.WORKLIST, "status:broken")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert home.went[-1] == (Place.WORKLIST, "status:open due:today")
    qtbot.mouseClick(home._sources[1], Qt.MouseButton.LeftButton)
    place, import_id = home.went[-1]
    assert place is Place.REVIEW
    assert import_id == home.home.sources[0].import_id


def test_numbers_follow_what_is_written(home, qtbot, wait_idle):
    ids = []
    home.workspace.vault.read(lambda v: v.catalog.account_ids()[:1], ids.extend, owner=home)
    wait_idle(home.workspace)
    day = home.workspace.today() - timedelta(days=2)
    home.workspace.vault.write(lambda v: case_work.set_next_action(v, ids[0], "Call", day), owner=home)
    qtbot.waitUntil(lambda: home.tiles["overdue"].value == "1", timeout=5000)


def test_an_empty_vault_begins_with_the_import(empty_workspace, show, wait_idle, grab):
    screen = HomeScreen(empty_workspace)
    show(screen)
    screen.enter()
    wait_idle(empty_workspace)
    assert screen.states.words == "No accounts yet. Import a placement file to begin."
    grab(screen, "home-empty")


def test_an_error_is_said(home, wait_idle, monkeypatch):
    from workbench.base.errors import MachineError

    def fail(*_a, **_k):
        raise MachineError("The disk cannot be read.")

    monkeypatch.setattr("ui.screens.home.screen.home", fail)
    home.reload()
    wait_idle(home.workspace)
    assert home.states.words == "The disk cannot be read."


@pytest.mark.parametrize(
    ("scheme", "size", "scale"),
    [("dark", (1280, 800), 1), ("light", (1024, 680), 1), ("light", (1280, 800), 2)],
)
def test_pictures_of_home(workspace, show, wait_idle, theme, grab, scheme, size, scale):
    theme.set_scheme(scheme)
    theme.set_scale(scale)
    screen = HomeScreen(workspace)
    show(screen, size)
    screen.enter()
    wait_idle(workspace)
    grab(screen, f"home-{scheme}-{size[0]}-{scale}")
    assert screen.tiles["collected"].value == "$0.00"
