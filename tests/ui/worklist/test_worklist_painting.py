"""The worklist's rows painted as a whole: the same picture as cell by cell, and nothing shown too early or late."""

from functools import partial

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.models.paged_rows import PagedRows
from ui.screens.worklist.columns import DEFAULT, columns, sentence
from ui.screens.worklist.screen import WorklistScreen
from ui.screens.worklist.worklist_table import WorklistTable
from ui.widgets.holding import LONGEST
from ui.widgets.row_view import RowView
from ui.widgets.tables import TableView


@pytest.fixture
def listed(workspace, show, wait_idle, theme):
    screen = WorklistScreen(workspace)
    window = show(screen)
    window.activateWindow()
    screen.enter()
    wait_idle(workspace)
    screen.show_line("")
    wait_idle(workspace)
    return screen


def picture(table):
    QApplication.processEvents()
    return table.viewport().grab().toImage()


def both_ways(table, monkeypatch):
    whole = picture(table)
    with monkeypatch.context() as patched:
        patched.setattr(RowView, "paintEvent", TableView.paintEvent, raising=False)
        return whole, picture(table)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("scheme", ["light", "dark", "high_contrast"])
def test_rows_look_as_their_cells_do(listed, theme, monkeypatch, scheme, scale, grab, wait_idle):
    theme.set_scheme(scheme)
    theme.set_scale(scale)
    wait_idle(listed.workspace)  # the account beside may go, and the table gets its room
    table = listed.table
    table.set_current_row(1)
    grab(listed, f"worklist-rows-{scheme}-{scale:g}")
    whole, by_cell = both_ways(table, monkeypatch)
    assert whole == by_cell
    table.horizontalScrollBar().setValue(17)
    table.verticalScrollBar().setValue(3)
    whole, by_cell = both_ways(table, monkeypatch)
    assert whole == by_cell


def test_so_they_do_with_marks_focus_and_pointer(listed, monkeypatch, qtbot):
    table = listed.table
    table.setFocus()
    table.set_current_row(2)
    listed.model.marks.turn([listed.model.id_at(0), listed.model.id_at(4)])
    whole, by_cell = both_ways(table, monkeypatch)
    assert whole == by_cell
    boxes = whole
    listed.model.marks.clear()
    whole, by_cell = both_ways(table, monkeypatch)
    assert whole == by_cell
    assert whole != boxes
    listed.choose_columns(list(listed.all_columns))
    place = QPointF(40, table.rowViewportPosition(5) + 6)
    QApplication.sendEvent(table.viewport(), QEnterEvent(place, place, place))
    QTest.mouseMove(table.viewport(), place.toPoint())
    whole, by_cell = both_ways(table, monkeypatch)
    assert whole == by_cell


def test_a_part_is_painted_as_the_whole(listed):
    """What changes of one row is painted over what stands there already."""
    before = picture(listed.table)
    for row in (0, 3):
        listed.model.dataChanged.emit(listed.model.index(row, 1), listed.model.index(row, 2))
        QApplication.processEvents()
    assert picture(listed.table) == before
    assert listed.workspace.window.grab().toImage() == listed.workspace.window.grab().toImage()


@pytest.fixture
def long_table(workspace, listed, show_widget):
    """A list of 5,000 accounts whose rows come when the test says so: ``bring()``."""
    row = listed.model.row_at(0)
    today = workspace.today()
    every = columns(today)
    model = PagedRows([every[key] for key in DEFAULT], partial(sentence, today=today), lambda r: r.account_id)
    asked = []
    model.wanted.connect(asked.extend)
    table = WorklistTable(model)
    ids = [f"{n:05}" for n in range(5_000)]
    made = {key: _named(row, key) for key in ids}
    model.set_ids(ids, [made[key] for key in ids[:60]])
    show_widget(table)
    QApplication.processEvents()

    def bring():
        wanted, asked[:] = list(asked), []
        model.put_rows([made[key] for key in wanted])
        QApplication.processEvents()
        return wanted

    table.bring, table.asked = bring, asked
    return table


def _named(row, key):
    from dataclasses import replace

    return replace(row, account_id=key, debtor_name=f"Person {key}", account_number=key)


def test_a_jump_asks_for_what_is_in_view_and_little_more(long_table):
    long_table.verticalScrollBar().setValue(3_001)
    first, last = long_table._in_view()
    assert first <= 3_001 <= last
    wanted = [int(key) for key in long_table.asked]
    assert set(range(first, last + 1)) <= set(wanted)
    assert len(wanted) <= last - first + 1 + 18


def test_what_was_there_stays_until_the_rows_come(long_table):
    before = picture(long_table)
    long_table.verticalScrollBar().setValue(3_001)
    assert not long_table.viewport().updatesEnabled()
    assert long_table.bring()
    assert long_table.viewport().updatesEnabled()
    assert picture(long_table) != before


def test_rows_that_do_not_come_are_not_waited_for(long_table, qtbot):
    long_table.verticalScrollBar().setValue(3_001)
    qtbot.waitUntil(long_table.viewport().updatesEnabled, timeout=LONGEST * 50)
    empty = picture(long_table)
    long_table.bring()
    assert picture(long_table) != empty


def test_another_list_is_shown_at_once(long_table):
    long_table.verticalScrollBar().setValue(3_001)
    long_table._rows.set_ids(["00001"])
    assert long_table.viewport().updatesEnabled()


def test_rows_that_are_there_are_never_held_back(long_table):
    long_table.verticalScrollBar().setValue(5)
    assert long_table.viewport().updatesEnabled()
    assert long_table.asked == []


def test_a_screen_reader_reads_the_rows_as_before(long_table):
    table = QAccessible.queryAccessibleInterface(long_table)
    assert table.text(QAccessible.Text.Name) == "Accounts"
    across = len(DEFAULT) + 1  # with the headings of rows, which are hidden
    said = [table.child(place).text(QAccessible.Text.Name) for place in range(across * 2)]
    assert said[1] == "Name"
    assert said[across + 1].startswith("Person 00000, account 00000, ")
    assert said[across + 2] == "00000"
