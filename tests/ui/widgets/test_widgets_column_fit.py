"""How the room of a table is divided among its columns."""

import pytest

from ui.screens.case.rows_model import Column, RowsModel
from ui.widgets.column_fit import READABLE, divide, headings, measured
from ui.widgets.tables import TableView

LONG = "787 Thistlebrook Street, Pine Ledge NC 28992"


@pytest.mark.parametrize(
    ("wants", "room", "giving", "expected"),
    [
        ([100, 80, 60], 400, [], [200, 100, 100]),  # all have theirs, then their usual, the first the rest
        ([100, 80, 60], 250, [], [100, 90, 60]),  # the usual widths come in their order
        ([100, 80, 60], 240, [], [100, 80, 60]),
        ([100, 80, 60], 200, [(1, 50), (0, 90)], [90, 50, 60]),  # in turn, and no more than is missing
        ([100, 80, 60], 235, [(1, 50), (0, 90)], [100, 75, 60]),
        ([100, 80, 60], 100, [(1, 50), (0, 90)], [90, 50, 60]),  # nothing left to give: it scrolls
        ([100, 80, 60], 200, [(1, 90)], [100, 80, 60]),  # nobody gives more than it has
    ],
)
def test_the_room_is_divided(wants, room, giving, expected):
    assert divide(wants, [0, 100, 100], room, 0, giving) == expected


@pytest.fixture
def table(qtbot):
    made = TableView("People")
    qtbot.addWidget(made)
    model = RowsModel(
        [
            Column("Kind", lambda r: r[0]),
            Column("Value", lambda r: r[1]),
            Column("How sure it is", lambda r: r[2]),
        ],
        parent=made,
    )
    made.setModel(model)
    made.set_columns([80, 120, 90], stretch=1, fitted=True)
    made.resize(900, 300)
    made.show()
    return made


def sizes(table):
    return [table.horizontalHeader().sectionSize(column) for column in range(3)]


def test_columns_are_as_wide_as_what_they_say(table):
    table.model().set_rows([("Phone", "1", "no"), ("Address", LONG, "right party confirmed, 3 sources")])
    needs = measured(table, range(2))
    assert all(size >= need for size, need in zip(sizes(table), needs, strict=True))
    assert sum(sizes(table)) == table.viewport().width()
    table.model().set_rows([("Phone", "1", "no")])
    assert sizes(table)[2] == max(90, headings(table)[2])  # and give the room back


def test_where_there_is_too_little_no_heading_is_cut_and_the_value_stays_readable(table):
    table.resize(330, 300)
    table.model().set_rows([("Address", LONG, "right party confirmed, 3 sources")])
    assert all(size >= head for size, head in zip(sizes(table), headings(table), strict=True))
    assert sizes(table)[1] >= READABLE


def test_a_hidden_column_takes_no_room(table):
    table.model().set_rows([("Address", LONG, "right party confirmed, 3 sources")])
    table.setColumnHidden(2, True)
    assert sum(sizes(table)) == table.viewport().width()
    table.setColumnHidden(2, False)
    assert sizes(table)[2] >= measured(table, [0])[2]
