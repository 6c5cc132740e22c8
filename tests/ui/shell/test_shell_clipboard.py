"""What is copied: concealed from histories, cleared after a while, and nobody else's copies touched."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit

from ui.shell import clipboard as module
from ui.shell.clipboard import ClipboardGuard
from ui.widgets.copying import HINTS, MARK, copy_text, mark_of
from ui.widgets.forms import LineEdit, TextEdit
from ui.widgets.labels import plain_label
from ui.widgets.tables import TableView

CONTROL = Qt.KeyboardModifier.ControlModifier
PHONE = "(919) 555-0143"


@pytest.fixture
def board(qapp):
    board = QGuiApplication.clipboard()
    board.clear()
    yield board
    board.clear()


@pytest.fixture
def clock(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    return now


class Mine:
    """Whose the clipboard is, as a test says."""

    def __init__(self):
        self.ours = True

    def __call__(self, mode):
        return self.ours


@pytest.fixture
def mine():
    return Mine()


@pytest.fixture
def guard(board, clock, mine, qapp):
    made = ClipboardGuard(None, mine)
    yield made
    made.clear()
    board.changed.disconnect(made._changed)
    made.deleteLater()


def concealed(board):
    return all(board.mimeData().hasFormat(name) for name in (*HINTS, MARK))


def put_by_another_program(board, mine, text):
    mine.ours = False
    data = QMimeData()
    data.setText(text)
    board.setMimeData(data)


def test_a_copy_of_the_programs_is_concealed_and_can_be_pasted(board, show_widget, qtbot):
    copy_text(PHONE)
    data = board.mimeData()
    assert data.text() == PHONE
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert bytes(data.data("CanIncludeInClipboardHistory").data()) == bytes(4)
    assert bytes(data.data("CanUploadToCloudClipboard").data()) == bytes(4)
    assert data.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    assert data.hasFormat("org.nspasteboard.ConcealedType")
    for field in (LineEdit(), TextEdit()):
        show_widget(field)
        field.paste()
        assert (field.text() if isinstance(field, LineEdit) else field.toPlainText()) == PHONE


def test_lines_conceal_what_is_copied_and_cut_without_a_guard(board, show_widget, qtbot):
    line = LineEdit(PHONE)
    show_widget(line)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_C, CONTROL)
    assert board.text() == PHONE
    assert concealed(board)
    board.clear()
    line.setSelection(0, 5)
    qtbot.keyClick(line, Qt.Key.Key_X, CONTROL)
    assert (board.text(), line.text()) == ("(919)", " 555-0143")
    assert concealed(board)
    line.setReadOnly(True)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_X, CONTROL)
    assert line.text() == " 555-0143"
    board.clear()
    line.setEchoMode(LineEdit.EchoMode.Password)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_C, CONTROL)
    assert board.text() == ""


def test_texts_and_tables_conceal_what_is_copied_without_a_guard(board, show_widget, qtbot):
    text = TextEdit()
    text.setPlainText("She moved to Maple St.")
    show_widget(text)
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_C, CONTROL)
    assert board.text() == "She moved to Maple St."
    assert concealed(board)
    table, model = TableView("Phones"), QStandardItemModel(1, 2)
    model.setItem(0, 1, QStandardItem(PHONE))
    table.setModel(model)
    show_widget(table)
    table.setCurrentIndex(model.index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert board.text() == PHONE
    assert concealed(board)
    table.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert board.text() == PHONE


def test_copies_that_qt_makes_are_concealed_by_the_guard(board, guard, show_widget, qtbot):
    label = plain_label(PHONE, selectable=True)
    show_widget(label)
    label.setSelection(0, 5)
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_C, CONTROL)
    assert board.text() == "(919)"
    assert concealed(board)
    line = QLineEdit(PHONE)
    line.selectAll()
    line.copy()
    assert board.text() == PHONE
    assert concealed(board)
    rich = QTextEdit()
    rich.setPlainText("bold")
    rich.selectAll()
    rich.setFontWeight(700)
    rich.moveCursor(QTextCursor.MoveOperation.Start)
    rich.selectAll()
    rich.copy()
    assert concealed(board)
    assert "font-weight" in board.mimeData().html()


def test_without_the_guard_such_a_copy_is_bare(board):
    line = QLineEdit(PHONE)
    line.selectAll()
    line.copy()
    assert board.text() == PHONE
    assert not concealed(board)


def test_it_is_cleared_after_its_time_and_counted_down(board, guard, clock):
    told = []
    guard.ticked.connect(told.append)
    guard.seconds = 20
    copy_text(PHONE)
    assert told == [20]
    clock[0] += 19
    guard.tick()
    assert (told[-1], board.text()) == (1, PHONE)
    clock[0] += 1
    guard.tick()
    assert (told[-1], board.text()) == (0, "")
    assert not guard._timer.isActive()


def test_a_second_copy_begins_anew(board, guard, clock):
    copy_text(PHONE)
    clock[0] += 25
    copy_text("118 Maple St")
    clock[0] += 10
    guard.tick()
    assert board.text() == "118 Maple St"
    clock[0] += 20
    guard.tick()
    assert board.text() == ""


def test_what_another_program_copied_is_left_alone(board, guard, mine, clock):
    copy_text(PHONE)
    put_by_another_program(board, mine, "a recipe")
    assert mark_of(board.mimeData()) == b""
    assert guard.seconds_left() == 0
    clock[0] += 60
    guard.tick()
    guard.clear()
    assert board.text() == "a recipe"


def test_a_change_that_nobody_told_of_is_left_alone_too(board, guard, mine, clock):
    """Where the system does not say whose the clipboard is: what has no mark of ours is not ours."""
    copy_text(PHONE)
    board.blockSignals(True)
    put_by_another_program(board, mine, "a recipe")
    board.blockSignals(False)
    mine.ours = True
    clock[0] += 60
    guard.tick()
    assert board.text() == "a recipe"


def test_a_platform_that_drops_the_mark_ends_no_program(board, guard, monkeypatch):
    made = []

    def bare(source):
        made.append(source.text())
        data = QMimeData()
        data.setText(source.text())
        return data

    monkeypatch.setattr(module, "concealed", bare)
    board.setText(PHONE)
    assert 0 < len(made) <= module._MOST
    assert board.text() == PHONE


def test_the_selection_of_x11_is_no_countdown(guard, clock):
    told = []
    guard.ticked.connect(told.append)
    guard._marks[QClipboard.Mode.Selection] = b"x"
    guard._until[QClipboard.Mode.Selection] = clock[0] + 30
    guard._tell()
    assert told == [0]
    assert guard._timer.isActive()
