"""The real window: what happens to clipboard, drafts and place when the session is left; the switch for captures."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.app import build_window
from ui.shell.capture import CaptureBlock, system_hide
from ui.shell.places import Place
from ui.shell.privacy_actions import BLOCK_CAPTURE
from ui.widgets.copying import copy_text
from workbench.services import machine, settings

PASSPHRASE = "seven fictional otters knit calm ledgers"


@pytest.fixture(autouse=True)
def config(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config"))


@pytest.fixture
def window(qtbot, demo_folder, qapp):
    made = build_window(demo_folder)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, 52)


@pytest.fixture
def unlocked(window, qtbot, demo_folder):
    """``unlocked()``: the window with the vault open, calm."""

    def unlock():
        opened, opener = [], window._opener
        opener.open(demo_folder, PASSPHRASE, done=opened.append, failed=opened.append, owner=opener)
        qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
        window.show_vault(opened[0])
        qtbot.waitUntil(lambda: window.frame is not None, timeout=10_000)
        space = window.frame.workspace
        qtbot.waitUntil(lambda: space.vault.idle and not space.jobs.running, timeout=20_000)
        return window.frame

    return unlock


def test_leaving_the_session_locks_and_loses_nothing(window, unlocked, qtbot):
    frame = unlocked()
    ids = []
    frame.workspace.vault.read(lambda v: v.catalog.account_ids()[:3], ids.extend, owner=frame)
    qtbot.waitUntil(lambda: bool(ids))
    frame.navigator.open_case(ids[1], ids)
    qtbot.waitUntil(lambda: frame.workspace.vault.idle, timeout=20_000)
    frame.workspace.drafts.keep("test draft", "She will call ba")
    copy_text("(919) 555-0143")
    assert frame.status._clipboard.isVisible()
    assert "30 s" in frame.status._clipboard.text()
    window.session_left()
    assert window.locked
    assert QGuiApplication.clipboard().text() == ""
    assert window.windowTitle() == "Locate Workbench – locked"
    frame, kept = unlocked(), []
    frame.workspace.drafts.get("test draft", kept.append, frame)
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == ["She will call ba"]
    assert frame.navigator.place is Place.CASE
    assert frame.navigator.screen.remember()["account"] == ids[1]


def test_who_does_not_want_it_is_not_locked_out(window, unlocked, qtbot):
    frame = unlocked()
    for setting, value in ((settings.LOCK_WITH_SCREEN, False), (settings.CLIPBOARD_SECONDS, 45)):
        frame.workspace.vault.write(
            lambda v, setting=setting, value=value: settings.set_value(v, setting, value), owner=frame
        )
    window.lock()
    frame = unlocked()
    qtbot.waitUntil(lambda: not window.locks_with_session)
    window.session_left()
    assert not window.locked
    copy_text("(919) 555-0143")
    assert "45 s" in frame.status._clipboard.text()
    window.close()
    assert QGuiApplication.clipboard().text() == ""


def test_a_question_that_stands_open_goes_with_the_lock(window, unlocked, qtbot):
    frame = unlocked()
    QTimer.singleShot(50, window.session_left)
    assert not frame.workspace.messages.ask("Quit", "Mabel Korver’s letter is running.", "Cancel it")
    assert window.locked
    assert QApplication.activeModalWidget() is None


def test_the_switch_for_captures_says_why_it_is_disabled(window, unlocked):
    frame = unlocked()
    entry = frame.workspace.registry.entry(BLOCK_CAPTURE)
    assert not entry.action.isEnabled()
    assert "no way" in entry.reason
    assert entry.menu == "view"


class System:
    """A system that can hide windows: which handles it was told to hide."""

    def __init__(self):
        self.hidden = set()

    def __call__(self, handle, hidden):
        (self.hidden.add if hidden else self.hidden.discard)(handle)


def test_every_window_is_hidden_and_shown_again(window, unlocked, qtbot):
    system = System()
    window.capture = CaptureBlock(window, system)
    frame = unlocked()
    action = frame.workspace.registry.action(BLOCK_CAPTURE)
    assert action.isEnabled()
    assert not action.isChecked()
    assert system.hidden == set()
    action.trigger()
    assert action.isChecked()
    assert machine.load().block_capture
    assert int(window.winId()) in system.hidden
    dialog = QDialog(window)
    dialog.open()
    inside = QWidget(dialog)
    inside.show()
    qtbot.waitExposed(dialog)
    assert int(dialog.winId()) in system.hidden
    shown = {int(w.winId()) for w in QApplication.topLevelWindows() if w.isVisible()}
    assert shown <= system.hidden
    action.trigger()
    assert not action.isChecked()
    assert not machine.load().block_capture
    assert not shown & system.hidden
    dialog.close()
    dialog.deleteLater()


def test_only_windows_and_macos_can_hide_a_window():
    assert system_hide("win32", "windows") is not None
    assert system_hide("darwin", "cocoa") is not None
    assert system_hide("linux", "xcb") is None
    assert system_hide("win32", "offscreen") is None
