from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.models.paged_rows import MAX_PAGES, PAGE, Column, PagedRows
from ui.style.tokens import ChipKind
from ui.widgets.chips import CHIP_ROLE


@dataclass(frozen=True)
class Row:
    key: str
    name: str


COLUMNS = (
    Column("name", "Name", 100, lambda row: row.name),
    Column("chip", "Chip", 80, lambda row: row.key, chip=lambda row: (ChipKind.OK, row.key), right=True),
)


def a_model():
    return PagedRows(COLUMNS, lambda row: f"{row.name}, chip {row.key}", lambda row: row.key)


@pytest.fixture
def large(qapp):
    """Without the tester, which would look at rows by itself."""
    return a_model()


@pytest.fixture
def model(qapp):
    made = a_model()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()


def serve(model):
    asked = []

    def fetch(ids):
        asked.append(len(ids))
        model.put_rows([Row(key, f"Person {key}") for key in ids])

    model.wanted.connect(fetch)
    return asked


def text(model, row, column=0, role=Qt.ItemDataRole.DisplayRole):
    return model.data(model.index(row, column), role)


def test_rows_are_fetched_by_page_when_they_are_looked_at(large, qtbot):
    asked = serve(large)
    large.set_ids([f"{n:06}" for n in range(100_000)])
    assert large.rowCount() == 100_000
    assert text(large, 55_555) is None
    qtbot.waitUntil(lambda: text(large, 55_555) == "Person 055555")
    assert asked == [PAGE]
    assert text(large, 55_555 // PAGE * PAGE + PAGE - 1) is not None
    assert asked == [PAGE]
    assert text(large, 55_555, 1, CHIP_ROLE) == (ChipKind.OK, "055555")
    assert text(large, 55_555, 0, Qt.ItemDataRole.AccessibleTextRole) == "Person 055555, chip 055555"
    assert text(large, 0, 1, Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)


def test_the_cache_is_bounded(large, qtbot):
    serve(large)
    large.set_ids([f"{n:06}" for n in range(PAGE * (MAX_PAGES + 20))])
    for page in range(MAX_PAGES + 10):
        qtbot.waitUntil(lambda page=page: text(large, page * PAGE) is not None)
    assert len(large._pages) <= MAX_PAGES
    assert text(large, 0) is None
    qtbot.waitUntil(lambda: text(large, 0) is not None)


def test_a_changed_row_is_fetched_again_and_a_new_order_keeps_what_is_known(model, qtbot):
    asked = serve(model)
    model.set_ids(["a", "b", "c"])
    qtbot.waitUntil(lambda: text(model, 0) == "Person a" or text(model, 0) is not None)
    asked.clear()
    model.set_ids(["c", "a"])
    assert text(model, 0) == "Person c"
    assert asked == []
    model.forget(["c", "unknown"])
    assert text(model, 0) is None
    qtbot.waitUntil(lambda: text(model, 0) == "Person c")


def test_rows_that_come_with_the_list_are_there_at_once(large):
    asked = serve(large)
    ids = [f"{n:06}" for n in range(100_000)]
    large.set_ids(ids, [Row(key, f"Person {key}") for key in ids[190:260]])
    assert [text(large, place) for place in (190, 259)] == ["Person 000190", "Person 000259"]
    large.set_ids(ids, [Row("unknown", "Nobody"), Row(ids[0], "Somebody")])
    assert text(large, 0) is None
    assert asked == []


def test_rows_that_are_scrolled_to_are_asked_for_at_once(large):
    asked = serve(large)
    large.set_ids([f"{n:06}" for n in range(100_000)])
    large.look_at(500, 500 + PAGE)
    assert asked == [2 * PAGE]
    assert text(large, 500) == "Person 000500"
    large.look_at(500, 500 + PAGE)
    large.look_at(-1, -1)
    assert asked == [2 * PAGE]


def test_marks_are_of_some_or_of_all_but_some(large):
    large.set_ids([f"{n:06}" for n in range(100_000)])
    marks = large.marks
    marks.turn(["000003"])
    assert (marks.count, marks.ids()) == (1, ["000003"])
    assert text(large, 3, role=Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    marks.mark_all()
    assert (marks.count, marks.everything) == (100_000, True)
    marks.turn(["000003", "000004"], on=False)
    assert marks.count == 99_998
    assert marks.ids()[:4] == ["000000", "000001", "000002", "000005"]
    marks.clear()
    assert text(large, 3, role=Qt.ItemDataRole.CheckStateRole) is None
    marks.turn(["000003", "000007"])
    large.set_ids(["000007"])
    assert marks.ids() == ["000007"]


def test_an_empty_list_and_what_is_outside_of_it(model):
    model.set_ids([])
    assert model.rowCount() == 0
    assert (model.id_at(0), model.place_of("x"), model.row_at(5)) == ("", -1, None)
    assert model.marks.ids() == []
