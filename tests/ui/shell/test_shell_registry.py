import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.shell.registry import ActionRegistry, DuplicateActionError


@pytest.fixture
def world(qtbot):
    window = QWidget()
    layout = QVBoxLayout(window)
    line, listing = QLineEdit(), QWidget()
    listing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(line)
    layout.addWidget(listing)
    window.resize(300, 100)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window, line, listing, ActionRegistry(window)


def test_a_letter_acts_in_its_list_and_is_typed_in_a_line(world, qtbot):
    _window, line, listing, registry = world
    done = []
    registry.add("review.accept", "Accept", lambda: done.append("A"), keys=("A",), widget=listing)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A)
    assert (line.text(), done) == ("a", [])
    listing.setFocus()
    qtbot.keyClick(listing, Qt.Key.Key_A)
    assert done == ["A"]


def test_a_letter_without_a_widget_and_a_taken_id_are_refused(world):
    *_, registry = world
    with pytest.raises(ValueError, match="bare key"):
        registry.add("x.y", "Y", print, keys=("Y",))
    registry.add("x.z", "Z", print, keys=("Ctrl+Z",))
    with pytest.raises(DuplicateActionError):
        registry.add("x.z", "Z", print)


def test_letters_can_be_switched_off_and_keys_be_changed(world):
    _window, _line, listing, registry = world
    accept = registry.add("r.accept", "Accept", print, keys=("A", "Ctrl+Return"), widget=listing)
    registry.set_single_letters(False)
    assert [k.toString() for k in accept.shortcuts()] == ["Ctrl+Return"]
    registry.set_single_letters(True)
    registry.set_keys({"r.accept": ("Y",)})
    assert [k.toString() for k in accept.shortcuts()] == ["Y"]
    registry.set_keys({})
    assert [k.toString() for k in accept.shortcuts()] == ["A", "Ctrl+Return"]


def test_conflicts_are_those_that_one_key_press_could_mean(world):
    window, line, listing, registry = world
    registry.add("a.one", "One", print, keys=("A",), widget=listing)
    registry.add("b.one", "One", print, keys=("A",), widget=line)
    assert registry.conflicts() == {}
    registry.add("c.one", "One", print, keys=("A",), widget=window)
    assert registry.conflicts() == {"A": ("a.one", "b.one", "c.one")}


def test_an_action_of_a_widget_that_is_gone_is_no_longer_listed(world, qapp):
    window, _line, _listing, registry = world
    child = QWidget(window)
    registry.add("gone.one", "One", print, keys=("B",), widget=child)
    child.deleteLater()
    del child
    qapp.sendPostedEvents(None, 52)
    assert "gone.one" not in registry.live()
    registry.add("gone.one", "One again", print)


def test_a_disabled_action_says_why(world):
    *_, registry = world
    action = registry.add("x.call", "Call", print)
    registry.set_enabled("x.call", False, "No phone number is known.")
    assert not action.isEnabled()
    assert registry.entry("x.call").reason == "No phone number is known."
    registry.set_enabled("x.call", True)
    assert registry.entry("x.call").reason == ""
