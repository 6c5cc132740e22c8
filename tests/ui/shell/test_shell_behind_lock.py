"""What was started before the lock ends behind it; nothing of the vault is to be seen meanwhile."""

import threading
from typing import ClassVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from ui.app import build_window
from workbench.base.changes import Changes
from workbench.base.errors import CancelledError, UserError
from workbench.model.registry import User
from workbench.services.written import Written

PASSPHRASE = "seven fictional otters knit calm ledgers"
WORDS = "Importing quillfeather.csv"


@pytest.fixture
def window(qtbot, demo_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config"))
    made = build_window(demo_folder)
    made.show()
    qtbot.waitExposed(made)
    unlock(made, qtbot)
    qtbot.waitUntil(lambda: made.frame is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not made.frame.workspace.jobs.running, timeout=30_000)  # the housekeeping
    yield made
    for slow in Slow.made:
        slow.on.set()
    Slow.made.clear()
    qtbot.waitUntil(lambda: made.behind is None, timeout=10_000)
    made.close()
    made.deleteLater()


def unlock(window, qtbot):
    page = window._unlock.unlock
    page.secret.line.setText(PASSPHRASE)
    page.unlock()
    qtbot.wait(10)


class Slow:
    """A job that waits to be let on, then writes a user into the vault."""

    made: ClassVar[list["Slow"]] = []

    def __init__(self, window, fails=False):
        self.begun, self.on, self.fails = threading.Event(), threading.Event(), fails
        self.window, self.error = window, None
        self.made.append(self)
        workspace = window.frame.workspace
        self.job = workspace.jobs.start(WORDS, self.work, owner=workspace.window)
        assert self.begun.wait(10)

    def work(self, access, progress):
        try:
            return self.write(access, progress)
        except BaseException as error:
            self.error = error
            raise

    def write(self, access, progress):
        progress.report(40, 100, "reading")
        self.begun.set()
        while not self.on.wait(0.01):
            if progress.cancelled():
                raise CancelledError
        if self.fails:
            raise UserError("quillfeather.csv is torn.")
        access.call(lambda vault: vault.registry.save_user(User("u9", "Ada", "owner")))
        return Written("A user was added", Changes())


def users(window, qtbot):
    found = []
    workspace = window.frame.workspace
    workspace.vault.read(lambda vault: [vault.registry.users()], found.extend, owner=window)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    return {user.user_id for user in found[0]}


def once_asked(call):
    """Have ``call(box)`` run as soon as a question is shown."""

    def look():
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(20, look)
        else:
            call(box)

    QTimer.singleShot(20, look)


def row(window):
    return window._unlock.unlock.behind


def test_a_job_goes_on_behind_the_lock_and_the_vault_opens_when_it_is_done(window, qtbot):
    slow = Slow(window)
    window._idle.expired.emit()
    assert window.locked
    assert row(window).isVisible()
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert not [text for text in shown if "quillfeather" in text.lower()]
    unlock(window, qtbot)
    qtbot.wait(200)
    assert window.locked
    assert slow.error is None
    slow.on.set()
    qtbot.waitUntil(lambda: window.frame is not None, timeout=30_000)
    assert not row(window).isVisibleTo(window)
    assert window.behind is None
    assert "u9" in users(window, qtbot)


def test_how_far_it_is_is_told_without_a_name(window, qtbot):
    slow = Slow(window)
    window.lock()
    slow.job.progressed.emit(63, 100, "matching quillfeather.csv")
    assert "(63 %)" in row(window).words.text()
    assert "quillfeather" not in row(window).words.text()
    slow.on.set()
    qtbot.waitUntil(lambda: window.behind is None, timeout=10_000)
    assert not row(window).isVisible()


def test_a_wrong_passphrase_is_said_at_once_and_not_when_the_job_is_done(window, qtbot):
    slow = Slow(window)
    window.lock()
    page = window._unlock.unlock
    page.secret.line.setText("not the passphrase at all")
    page.unlock()
    qtbot.waitUntil(lambda: bool(page.error), timeout=20_000)
    assert "passphrase" in page.error.lower()
    assert slow.error is None
    assert window.behind is not None


def test_it_can_be_stopped_from_the_unlock_box(window, qtbot):
    slow = Slow(window)
    window.lock()
    unlock(window, qtbot)
    assert row(window).stop_button.isEnabled()
    row(window).stop_button.click()
    qtbot.waitUntil(lambda: window.frame is not None, timeout=30_000)
    assert isinstance(slow.error, CancelledError)
    assert "u9" not in users(window, qtbot)


def test_what_goes_wrong_behind_the_lock_is_not_said_there(window, qtbot):
    said = []
    window.frame.workspace.messages.failed.connect(said.append)
    slow = Slow(window, fails=True)
    window.lock()
    slow.on.set()
    qtbot.waitUntil(lambda: window.behind is None, timeout=10_000)
    assert isinstance(slow.error, UserError)
    assert said == []


def test_without_a_job_the_lock_closes_the_vault_at_once(window, qtbot):
    thread = window.frame.workspace.vault
    window.lock()
    assert window.behind is None
    assert not row(window).isVisible()
    qtbot.waitUntil(lambda: not thread.alive, timeout=10_000)


@pytest.mark.parametrize("agrees", [False, True])
def test_quitting_asks_before_it_stops_what_runs_behind_the_lock(window, qtbot, agrees):
    slow = Slow(window)
    window.lock()
    asked = []

    def answer(box):
        asked.append(box.text())
        role = QMessageBox.ButtonRole.AcceptRole if agrees else QMessageBox.ButtonRole.RejectRole
        next(b for b in box.buttons() if box.buttonRole(b) is role).click()

    once_asked(answer)
    assert window.close() is agrees
    assert len(asked) == 1
    assert "quillfeather" not in asked[0]
    if agrees:
        qtbot.waitUntil(lambda: slow.error is not None, timeout=10_000)
    else:
        slow.on.set()
        qtbot.waitUntil(lambda: window.behind is None, timeout=10_000)
    assert isinstance(slow.error, CancelledError) is agrees


def test_the_lock_takes_away_every_dialog(window, qtbot):
    answers, shown = [], []

    def lock(box):
        shown.append(box)
        window.lock()

    once_asked(lock)
    answers.append(
        window.frame.workspace.messages.ask("Undo", "Undo the import of quillfeather.csv?", "Undo")
    )
    assert isinstance(shown[0], QMessageBox)
    assert answers == [False]
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [window]
