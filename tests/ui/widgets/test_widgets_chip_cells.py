"""How cells of a table are drawn: text, chip, mark."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from ui.style.tokens import ChipKind
from ui.widgets.chips import CELL_PAD, CELL_ROLE, CHIP_ROLE, Cell
from ui.widgets.tables import TableView


@pytest.fixture
def pictured(show_widget):
    """``pictured(item)``: how a cell looks that is neither current nor pointed at."""

    def make(item):
        model = QStandardItemModel(0, 1)
        model.appendRow([QStandardItem("first")])
        model.appendRow([item])
        table = TableView("things")
        table.setModel(model)
        table.set_columns([200])
        show_widget(table)
        table.set_current_row(0)
        cell = table.visualRect(model.index(1, 0))
        return table.viewport().grab(cell).toImage()

    return make


def colours(image, columns):
    return {image.pixelColor(x, y).name() for x in columns for y in range(2, image.height() - 2)}


def test_a_marked_cell_has_one_box_at_the_margin_of_the_text(pictured):
    item = QStandardItem("")
    item.setCheckable(True)
    item.setCheckState(Qt.CheckState.Unchecked)
    image = pictured(item)
    assert len(colours(image, range(CELL_PAD - 2))) == 1, "nothing is drawn left of the margin"
    edges = [x for x in range(60) if image.pixelColor(x, image.height() // 2).name() != _ground(image)]
    assert len(edges) == 2, "the left and the right side of one box"


def test_text_and_chip_begin_where_the_heading_does(pictured):
    plain = pictured(QStandardItem("Muñoz"))
    assert len(colours(plain, range(CELL_PAD - 1))) == 1
    assert len(colours(plain, range(CELL_PAD, 60))) > 2
    item = QStandardItem("Muñoz")
    item.setData((ChipKind.WARN, "Skip"), CHIP_ROLE)
    chip = pictured(item)
    assert len(colours(chip, range(CELL_PAD - 1))) == 1
    assert chip.pixelColor(QPoint(CELL_PAD + 6, chip.height() // 2)).name() != _ground(chip)


@pytest.mark.parametrize("words", ["Muñoz", "a text that is far too long for a cell of two hundred pixels"])
@pytest.mark.parametrize("chip", [None, (ChipKind.WARN, "Skip")])
def test_a_cell_said_at_once_looks_like_one_said_in_parts(pictured, words, chip):
    alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    parts = QStandardItem(words)
    parts.setTextAlignment(alignment)
    parts.setData(chip, CHIP_ROLE)
    at_once = QStandardItem("")
    at_once.setData(Cell(words, int(alignment), chip), CELL_ROLE)
    assert pictured(at_once) == pictured(parts)


def test_a_row_that_is_not_there_yet_shows_nothing(pictured):
    item = QStandardItem("Muñoz")
    item.setData(False, CELL_ROLE)
    assert len(colours(pictured(item), range(150))) == 1


def _ground(image):
    return image.pixelColor(1, image.height() // 2).name()
