"""The whole story in the real window on a real encrypted vault, by keyboard."""

import gc
import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from ui.app import build_window
from ui.shell.places import Place
from ui.style.theme import current_theme
from workbench.model.lead import LeadStatus
from workbench.services.demo import SAMPLES

PASSPHRASE = "seven fictional otters knit calm ledgers"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Somebody at the keyboard: presses keys where the focus is, and waits until the window is calm."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.calm()

    def type(self, text):
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def tab_to(self, target):
        for _ in range(80):
            if QApplication.focusWidget() is target or target.isAncestorOf(QApplication.focusWidget()):
                return
            self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {target.accessibleName()}")

    def calm(self, seconds=120):
        end, quiet = time.monotonic() + seconds, 0
        while quiet < 4:
            assert time.monotonic() < end, "the window never came to rest"
            QApplication.processEvents()
            frame = self.window.frame
            busy = frame is not None and (not frame.workspace.vault.idle or frame.workspace.jobs.running)
            quiet = 0 if busy else quiet + 1
            time.sleep(0.005)

    def until(self, what, timeout=60_000):
        self.qtbot.waitUntil(what, timeout=timeout)
        self.calm()

    @property
    def workspace(self):
        return self.window.frame.workspace

    @property
    def screen(self):
        return self.workspace.navigator.screen

    def ask(self, work):
        found = []
        self.workspace.vault.read(lambda vault: [work(vault)], found.extend, owner=self.window)
        self.until(lambda: bool(found))
        return found[0]


@pytest.fixture
def person(qtbot, tmp_path, monkeypatch):
    from workbench.vault import header
    from workbench.vault.kdf import KdfCost

    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config"))
    real, cheap = header.create, KdfCost(memory_kib=8192, passes=1, lanes=1)
    monkeypatch.setattr(header, "create", lambda f, p, _kdf, **k: real(f, p, cheap, **k))
    current_theme().set_scheme("light")
    window = build_window(None)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Person(window, qtbot)
    window.close()
    window.deleteLater()
    gc.collect()
    QApplication.sendPostedEvents(None, 52)
    QApplication.processEvents()


def create(person, folder):
    box = person.window._unlock
    assert box.unlock.ways["create"].hasFocus()
    person.press(Qt.Key.Key_Space)
    page = box.create_page
    page.folder_line.setText(str(folder))
    page.first.setFocus()
    person.type(PASSPHRASE)
    person.tab_to(page.second.line)
    person.type(PASSPHRASE)
    person.qtbot.waitUntil(page.create_button.isEnabled, timeout=10_000)
    person.press(Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: box.page is box.recovery, timeout=30_000)
    person.tab_to(box.recovery.have_it)
    person.press(Qt.Key.Key_Space)
    person.tab_to(box.recovery.go_on)
    person.press(Qt.Key.Key_Space)
    person.until(lambda: person.window.frame is not None)


def take_in(person, file):
    person.press(Qt.Key.Key_4, CONTROL)
    screen = person.screen
    assert screen.place is Place.IMPORT
    screen.begin()
    screen.open_file(file)
    person.calm()
    person.until(lambda: screen.flow.plan is not None and screen.flow.plan.checked is not None)
    person.press(Qt.Key.Key_Return, CONTROL)
    person.until(lambda: screen.flow.result is not None and screen.flow.plan is None, 180_000)
    return screen.flow.result


def decided_leads(person):
    def count(vault):
        leads = [lead for i in vault.catalog.account_ids() for lead in vault.read_case(i).leads]
        return sum(lead.status in {LeadStatus.ACCEPTED, LeadStatus.REJECTED} for lead in leads)

    return person.ask(count)


def review_ten(person):
    review = person.screen
    assert review.place is Place.REVIEW
    pending = person.ask(lambda vault: vault.catalog.count_pending())
    for number in range(30):
        if decided_leads(person) == 10:
            break
        if review.view.bar.notice.isVisible():
            person.press(Qt.Key.Key_S)  # somebody else was accepted there before: not this one
        elif number % 3 == 2:
            person.press(Qt.Key.Key_R)
            person.press(Qt.Key.Key_Return)
        else:
            person.press(Qt.Key.Key_A)
    assert decided_leads(person) == 10
    assert person.ask(lambda vault: vault.catalog.count_pending()) <= pending - 10


def open_first_case(person):
    person.press(Qt.Key.Key_2, CONTROL)
    worklist = person.screen
    assert worklist.place is Place.WORKLIST
    person.until(lambda: worklist.model.rowCount() == 200)
    account = worklist.model.id_at(worklist.table.current_row())
    person.press(Qt.Key.Key_Return)
    assert person.screen.place is Place.CASE
    return account


def lock_while_writing(person):
    person.press(Qt.Key.Key_N)
    form = person.screen.desk.note
    person.until(form.isVisible)
    form.text.setFocus()
    person.type("half a sentence")
    person.press(Qt.Key.Key_L, CONTROL)
    assert person.window.frame is None
    assert person.window.windowTitle() == "Locate Workbench – locked"


def unlock(person):
    page = person.window._unlock.unlock
    person.until(page.secret.line.isVisible)
    assert page.secret.line.hasFocus()
    person.type(PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.until(lambda: person.window.frame is not None)


def test_from_an_empty_folder_to_a_worked_case_and_back(person, tmp_path):
    create(person, tmp_path / "vault")
    assert person.window.windowTitle() == "Locate Workbench"
    assert person.screen.place is Place.HOME
    assert "No accounts yet" in person.screen.states.words

    assert take_in(person, SAMPLES / "placements.csv").added == 200
    assert take_in(person, SAMPLES / "vendor_batch_return.csv").leads > 20
    person.press(Qt.Key.Key_Space)  # "Start review" has the focus
    review_ten(person)

    account = open_first_case(person)
    log_a_locate_attempt(person, person.screen)
    write_a_note(person, person.screen)
    content = person.ask(lambda vault: vault.read_case(account))
    assert {"locate", "note"} <= {activity.kind.value for activity in content.activities}

    lock_while_writing(person)
    unlock(person)
    assert person.screen.place is Place.CASE
    again = person.ask(lambda vault: vault.read_case(account))
    assert again.activities[: len(content.activities)] == content.activities
    person.until(lambda: person.screen.desk.note.text.toPlainText() == "half a sentence")


def log_a_locate_attempt(person, case):
    person.press(Qt.Key.Key_L)
    form = case.desk.locate
    person.until(form.isVisible)
    choose(form.source, 1)
    choose(form.result, 1)
    form.text.setFocus()
    person.type("Looked in the invented register")
    person.press(Qt.Key.Key_Return, CONTROL)
    person.until(lambda: not form.isVisible())


def write_a_note(person, case):
    person.press(Qt.Key.Key_N)
    form = case.desk.note
    person.until(form.isVisible)
    form.text.setFocus()
    person.type("The neighbour says they moved in May")
    person.press(Qt.Key.Key_Return, CONTROL)
    person.until(lambda: not form.isVisible())


def choose(combo: QComboBox, place: int) -> None:
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
