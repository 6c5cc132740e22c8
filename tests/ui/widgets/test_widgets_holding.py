from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.widgets.holding import LONGEST, Hold


def test_painting_is_held_and_goes_on(qtbot):
    widget = QWidget()
    hold = Hold(widget, widget)
    assert not hold.active
    hold.begin()
    assert hold.active
    assert not widget.updatesEnabled()
    hold.end()
    assert not hold.active
    assert widget.updatesEnabled()
    hold.end()
    assert widget.updatesEnabled()


def test_it_is_never_held_for_long(qtbot):
    widget = QWidget()
    hold = Hold(widget, widget)
    hold.begin()
    qtbot.waitUntil(widget.updatesEnabled, timeout=LONGEST * 50)
    assert not hold.active


def test_it_ends_once_everything_was_answered(qtbot):
    widget, parent = QWidget(), QObject()
    hold = Hold(widget, parent)
    hold.begin()
    hold.busy_changed(True)
    assert hold.active
    hold.busy_changed(False)
    assert hold.active  # what was answered last is shown first
    qtbot.waitUntil(lambda: not hold.active)
    assert widget.updatesEnabled()
