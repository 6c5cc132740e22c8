"""The profile editor: how a file is read, boundaries by keyboard and mouse, own layouts recognised again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.screens.imports.ruler import Ruler, RulerArea
from ui.screens.imports.screen import ImportScreen, Step
from ui.style.theme import current_theme
from workbench.services.own_layouts import ReadAs, own_layouts

LINES = [f"{n:05d}TESTERTON ANN{chr(65 + n)}   SPRINGFIELD 0{1000 + n}" for n in range(12)]


@pytest.fixture
def screen(show, wait_idle, qtbot, empty_workspace):
    made = ImportScreen(empty_workspace)
    show(made)
    made.enter()
    wait_idle(empty_workspace)
    return made


@pytest.fixture
def ruler(qtbot, qapp):
    made = Ruler()
    area = RulerArea(made)
    qtbot.addWidget(area)
    area.resize(900, 300)
    area.show()
    made.show_lines(LINES, (0, 5, 15))
    made.setFocus()
    told = []
    made.changed.connect(told.append)
    made.told = told
    yield made
    area.close()


def open_file(screen, path, wait_idle):
    screen.open_file(path)
    wait_idle(screen.workspace)
    assert screen.step is Step.COLUMNS


def again(screen, qtbot, wait_idle, act):
    """Do ``act``, and wait until the file was looked at again or refused."""
    before, looked = screen.flow.plan, []
    screen.flow.look_failed.connect(looked.append)
    act()
    qtbot.waitUntil(lambda: bool(looked) or screen.flow.plan is not before, timeout=300_000)
    wait_idle(screen.workspace)


def choose(box, value, wait_idle, screen, qtbot):
    def act():
        box.choose(value)
        box.activated.emit(box.currentIndex())

    again(screen, qtbot, wait_idle, act)


def saved(screen, wait_idle):
    found = []
    screen.workspace.vault.read(own_layouts, found.append, owner=screen)
    wait_idle(screen.workspace)
    return found[0]


def test_boundaries_by_keyboard(ruler, qtbot):
    assert ruler.words() == "Field 1 of 3: characters 1 to 5"
    qtbot.keyClick(ruler, Qt.Key.Key_Left)
    assert ruler.breaks == (0, 5, 15)  # the first stays
    qtbot.keyClick(ruler, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(ruler, Qt.Key.Key_Right)
    assert (ruler.breaks, ruler.current) == ((0, 6, 15), 1)
    qtbot.keyClick(ruler, Qt.Key.Key_Insert)
    assert (ruler.breaks, ruler.current) == ((0, 6, 11, 15), 2)
    for _ in range(20):
        qtbot.keyClick(ruler, Qt.Key.Key_Right)
    assert ruler.breaks == (0, 6, 14, 15)  # no further than its neighbour
    qtbot.keyClick(ruler, Qt.Key.Key_Delete)
    assert ruler.breaks == (0, 6, 15)
    qtbot.keyClick(ruler, Qt.Key.Key_Home)
    qtbot.keyClick(ruler, Qt.Key.Key_Delete)
    assert ruler.breaks == (0, 6, 15)
    assert ruler.told[-1] == (0, 6, 15)


def test_boundaries_by_mouse(ruler):
    def at(place):
        return QPoint(ruler._x(place), 30)

    QTest.mousePress(ruler, Qt.MouseButton.LeftButton, pos=at(5))
    QTest.mouseMove(ruler, at(8))
    QTest.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=at(8))
    assert ruler.breaks == (0, 8, 15)
    assert ruler.told == [(0, 8, 15)]  # told once, when it is left
    QTest.mouseDClick(ruler, Qt.MouseButton.LeftButton, pos=at(20))
    assert ruler.breaks == (0, 8, 15, 20)
    QTest.mouseDClick(ruler, Qt.MouseButton.LeftButton, pos=at(8))
    assert ruler.breaks == (0, 15, 20)


def test_encoding_delimiter_and_header_are_corrected_and_recognised_again(
    screen, tmp_path, wait_idle, grab, qtbot
):
    """A code page nobody can guess, an odd header line: said once, known ever after under its own name."""
    text = "Sample;County\nVor;Zuname;Ort\nJosé;Testerton;Springfield\nÜnal;Exampleby;Shelbyville\n"
    first, second = tmp_path / "one.txt", tmp_path / "two.txt"
    first.write_bytes(text.encode("cp850"))
    second.write_bytes(text.replace("Testerton", "Sampler").encode("cp850"))
    open_file(screen, first, wait_idle)
    reading = screen.columns.reading
    choose(reading.encoding, "cp850", wait_idle, screen, qtbot)
    choose(reading.header_row, 2, wait_idle, screen, qtbot)
    assert list(screen.flow.plan.columns) == ["Vor", "Zuname", "Ort"]
    assert screen.columns.rows.data(screen.columns.rows.index(0, 0)) == "José"
    assert screen.flow.plan.preview.request.read_as == ReadAs(encoding="cp850", header_row=2)
    again(screen, qtbot, wait_idle, lambda: screen.flow.read_as("records", ""))
    screen.flow.set_target("Vor", "first")
    screen.flow.set_target("Zuname", "last")
    wait_idle(screen.workspace)
    reading.name.setText("Sample County")
    reading.name.editingFinished.emit()
    assert screen.flow.plan.issue is None
    grab(screen, "import-2-reading")
    screen.flow.save_mapping()
    wait_idle(screen.workspace)
    assert [(x.name, x.kind) for x in saved(screen, wait_idle)] == [("Sample County", "records")]

    open_file(screen, second, wait_idle)
    plan = screen.flow.plan
    assert plan.preview.seen.basis == "saved"
    assert "Your layout Sample County is used" in screen.columns.file.chips
    assert plan.targets == {"Vor": "First name", "Zuname": "Last name", "Ort": ""}
    assert plan.checked.people == 2
    assert reading.encoding.value() == "cp850"


def test_a_fixed_width_file_is_ruled_mapped_and_known_again(screen, tmp_path, wait_idle, grab, qtbot):
    first, second = tmp_path / "one.txt", tmp_path / "two.txt"
    first.write_text("\n".join(LINES) + "\n")
    second.write_text("\n".join(line.replace("ANN", "BEA") for line in LINES[:9]) + "\n")
    open_file(screen, first, wait_idle)
    reading = screen.columns.reading
    choose(reading.delimiter, "fixed", wait_idle, screen, qtbot)
    assert reading.area.isVisible()
    assert reading.ruler.breaks == (0, 15, 22, 34)  # proposed from what is blank in every line
    reading.ruler.add(5)
    again(screen, qtbot, wait_idle, reading._tell)
    assert screen.flow.plan.preview.seen.read_as.breaks == (0, 5, 15, 22, 34)
    first_row = [cell.strip() for cell in screen.flow.plan.preview.seen.rows[0]]
    assert first_row == ["00000", "TESTERTON", "ANNA", "SPRINGFIELD", "01000"]
    for column, key in (("column_2", "last"), ("column_3", "first"), ("column_5", "address.zip")):
        screen.flow.set_target(column, key)
    wait_idle(screen.workspace)
    grab(screen, "import-2-ruler")

    reading.ruler.choose(3)
    reading.ruler.move_to(21)
    again(screen, qtbot, wait_idle, reading._tell)
    assert (
        screen.flow.plan.targets["column_3"] == "First name"
    )  # a moved boundary keeps what columns stand for
    reading.ruler.choose(1)
    reading.ruler.remove()
    again(screen, qtbot, wait_idle, reading._tell)
    assert screen.flow.plan.targets == {
        "column_1": "", "column_2": "First name", "column_3": "", "column_4": "Address: ZIP",
    }  # fmt: skip
    reading.ruler.add(5)
    again(screen, qtbot, wait_idle, reading._tell)
    screen.flow.set_target("column_2", "last")
    wait_idle(screen.workspace)
    screen.flow.set_name("Old tape")
    screen.flow.save_mapping()
    wait_idle(screen.workspace)

    open_file(screen, second, wait_idle)
    plan = screen.flow.plan
    assert (plan.preview.seen.basis, plan.name) == ("saved", "Old tape")
    assert plan.checked.people == 9


def test_what_cannot_be_read_so_is_said_and_the_file_stays(screen, tmp_path, wait_idle, qtbot):
    path = tmp_path / "one.csv"
    path.write_text("first,last\nAnn,Testerton\n")
    open_file(screen, path, wait_idle)
    choose(screen.columns.reading.header_row, 30, wait_idle, screen, qtbot)
    assert screen.step is Step.COLUMNS
    assert "cannot be row 30" in screen.foot
    assert list(screen.flow.plan.columns) == ["first", "last"]
    assert screen.columns.reading.header_row.value() is None


def test_dates_are_read_in_the_order_that_is_said(screen, tmp_path, wait_idle, qtbot):
    path = tmp_path / "one.csv"
    path.write_text("first,last,dob\nAnn,Testerton,03/04/1984\n")
    open_file(screen, path, wait_idle)
    choose(screen.columns.reading.order, "dmy", wait_idle, screen, qtbot)
    assert 'dates = "dmy"' in screen.flow.plan.mapping or 'date_order = "dmy"' in screen.flow.plan.mapping


@pytest.mark.parametrize(("size", "scheme"), [((1280, 800), "dark"), ((1024, 680), "light")])
def test_the_editor_fits_its_window(screen, tmp_path, wait_idle, size, scheme, grab, qtbot):
    path = tmp_path / "one.txt"
    path.write_text("\n".join(LINES) + "\n")
    current_theme().set_scheme(scheme)
    screen.window().resize(*size)
    open_file(screen, path, wait_idle)
    choose(screen.columns.reading.delimiter, "fixed", wait_idle, screen, qtbot)
    assert screen.columns.reading.width() <= size[0]
    reading = screen.columns.reading
    for box in (reading.encoding, reading.delimiter, reading.order, reading.name):
        assert reading.rect().contains(box.mapTo(reading, box.rect().bottomRight()))
    grab(screen, f"import-2-ruler-{size[0]}-{scheme}")
    current_theme().set_scheme("light")


def test_own_layouts_are_listed_renamed_and_deleted(screen, tmp_path, wait_idle, qtbot, grab):
    path = tmp_path / "one.csv"
    path.write_text("first,last\nAnn,Testerton\n")
    assert screen.layouts.isHidden()
    open_file(screen, path, wait_idle)
    screen.flow.set_name("Small list")
    screen.flow.save_mapping()
    wait_idle(screen.workspace)
    screen.begin()
    wait_idle(screen.workspace)
    box = screen.layouts
    assert [x.name for x in box.rows.layouts] == ["Small list"]
    box.name.setText("Short list")
    grab(screen, "import-1-layouts")
    box.rename()
    wait_idle(screen.workspace)
    assert [x.name for x in box.rows.layouts] == ["Short list"]
    screen.workspace.messages.ask = lambda *words: False
    box.delete()
    wait_idle(screen.workspace)
    assert box.rows.layouts
    screen.workspace.messages.ask = lambda *words: True
    box.delete()
    qtbot.waitUntil(lambda: not box.rows.layouts, timeout=30_000)
    assert box.isHidden()
