"""The tab Documents over a real vault; the desktop's dialogs and viewer are played by the test."""

import pytest
from case_tabs import ask, press, richest, typed
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester

from ui.screens.case.documents import DocumentsTab
from ui.style.theme import current_theme
from workbench.services.documents import attach
from workbench.services.opened_copies import OpenedCopies

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(workspace, show, wait_idle, qtbot, tmp_path):
    """``opened((name, bytes), …)``: the tab of an account with these documents."""

    def opening(*files):
        account_id = richest(workspace, qtbot)
        for name, data in files:
            ask(workspace, qtbot, lambda v, n=name, d=data: attach(v, account_id, name=n, data=d))
        (tmp_path / "copies").mkdir()
        tab = DocumentsTab(workspace, OpenedCopies(tmp_path / "copies"))
        QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
        show(tab)
        workspace.hub.changed.connect(tab.on_changes)
        tab.show_case(account_id)
        wait_idle(workspace)
        workspace.window.activateWindow()
        qtbot.waitUntil(workspace.window.isActiveWindow)
        tab.table.setFocus()
        return tab

    return opening


FILES = (("Statement 2026-08.pdf", b"%PDF-1.7 statement"), ("tool.exe", b"MZ program"))


def names(tab):
    return [tab.model.index(r, 0).data() for r in range(tab.model.rowCount())]


def test_documents_are_listed(opened, grab):
    tab = opened(*FILES)
    grab(tab, "case-documents")
    assert names(tab) == ["tool.exe", "Statement 2026-08.pdf"]
    assert [tab.model.index(1, c).data() for c in (1, 2, 4)] == ["PDF", "18 B", "owner"]
    assert len(tab.model.index(1, 5).data()) == 12


def test_empty_first_use_takes_a_file(opened, workspace, wait_idle, tmp_path, grab):
    tab = opened()
    grab(tab, "case-documents-empty")
    assert "No documents yet" in tab.states.words
    file = tmp_path / "letter.txt"
    file.write_text("Dear all", encoding="utf-8")
    tab.choose_files = lambda: [str(file)]
    workspace.registry.action("documents.attach").trigger()
    wait_idle(workspace)
    assert names(tab) == ["letter.txt"]
    assert tab.states.words == ""
    assert workspace.undo_log.last.words == "letter.txt attached"


def test_files_can_be_dropped(opened, workspace, wait_idle, tmp_path):
    tab = opened()
    file = tmp_path / "dropped.txt"
    file.write_text("x", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/no")])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tab.dropEvent(event)
    wait_idle(workspace)
    assert names(tab) == ["dropped.txt"]


def test_what_cannot_be_taken_in_is_said(opened, workspace, wait_idle, tmp_path):
    tab = opened(*FILES)
    said = []
    workspace.messages.failed.connect(said.append)
    tab.take([str(tmp_path / "missing.txt")])
    wait_idle(workspace)
    assert ["no such file" in words for words in said] == [True]


def test_a_document_is_opened_from_a_private_copy_gone_at_lock(opened, workspace, wait_idle, tmp_path):
    tab = opened(*FILES)
    shown = []
    tab.show_file = lambda path: shown.append((path, path.read_bytes())) or True
    tab.table.set_current_row(1)
    press(Qt.Key.Key_Return)
    wait_idle(workspace)
    assert [data for _, data in shown] == [b"%PDF-1.7 statement"]
    assert "Statement" not in str(shown[0][0].name)
    workspace.closing.emit()
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_program_is_never_opened(opened, workspace, wait_idle):
    tab = opened(*FILES)
    tab.show_file = lambda _: pytest.fail("opened")
    tab.table.set_current_row(0)
    entry = workspace.registry.entry("documents.open")
    assert (entry.action.isEnabled(), "could run a program" in entry.reason) == (False, True)
    press(Qt.Key.Key_Return)
    tab.open_current()
    wait_idle(workspace)


def test_no_viewer_is_said(opened, workspace, wait_idle):
    tab = opened(*FILES)
    said = []
    workspace.messages.failed.connect(said.append)
    tab.show_file = lambda _: False
    tab.table.set_current_row(1)
    press(Qt.Key.Key_O)
    wait_idle(workspace)
    assert "No program" in said[0]


@pytest.mark.parametrize("agreed", [True, False])
def test_an_export_asks_and_is_recorded(opened, workspace, wait_idle, qtbot, tmp_path, monkeypatch, agreed):
    tab = opened(*FILES)
    target = tmp_path / "out.exe"
    monkeypatch.setattr(workspace.messages, "ask", lambda *_: agreed)
    tab.choose_target = lambda _: str(target)
    tab.table.set_current_row(0)
    press(Qt.Key.Key_E)
    wait_idle(workspace)
    assert target.exists() is agreed
    actions = [c.action for c in ask(workspace, qtbot, lambda v: v.case_history(tab.account_id))]
    assert ("export_document" in actions) is agreed


def test_removing_asks_for_a_reason_and_can_be_undone(opened, workspace, wait_idle, grab):
    tab = opened(*FILES)
    tab.table.set_current_row(0)
    press(Qt.Key.Key_R)
    grab(tab, "case-documents-remove")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert "reason" in tab.removal.error_words
    typed(tab.removal.reason, "wrong case")
    press(Qt.Key.Key_Return, CTRL)
    wait_idle(workspace)
    assert names(tab) == ["Statement 2026-08.pdf"]
    workspace.undo_log.undo()
    wait_idle(workspace)
    assert len(names(tab)) == 2


def test_read_only(make_workspace, demo_folder, show, wait_idle, qtbot):
    workspace = make_workspace(demo_folder, read_only=True)
    tab = DocumentsTab(workspace)
    show(tab)
    tab.show_case(richest(workspace, qtbot))
    wait_idle(workspace)
    assert "read-only" in tab.states.strip_words("read-only")
    assert not workspace.registry.entry("documents.attach").action.isEnabled()


@pytest.mark.parametrize(
    ("scheme", "scale", "size"), [("dark", 1.0, (1024, 680)), ("light", 2.0, (1280, 800))]
)
def test_small_and_large(opened, workspace, grab, wait_idle, scheme, scale, size):
    tab = opened(*FILES)
    current_theme().set_scheme(scheme)
    current_theme().set_scale(scale)
    workspace.window.resize(*size)
    wait_idle(workspace)
    grab(tab, f"case-documents-{scheme}-{int(scale * 100)}")
    assert tab.width() <= workspace.window.width()
