"""What holds for every place of the program at once, over a vault with accounts and over an empty one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from ui.app import makers
from ui.shell.places import Place
from ui.widgets.labels import ElidedLabel

PLACES = list(Place)
SIZES = {"large": ((1280, 800), 1.0), "small": ((1024, 680), 1.0), "twice": ((1280, 800), 2.0)}


@pytest.fixture
def whole(make_workspace, demo_folder, empty_folder, qtbot, wait_idle, theme, request):
    """The whole program over a demonstration (or empty) vault at a size; ``go(place)`` shows a place."""
    content, size = getattr(request, "param", ("demo", "large"))
    pixels, scale = SIZES[size]
    theme.set_scale(scale)
    workspace = make_workspace(
        demo_folder if content == "demo" else empty_folder, makers=makers(), size=pixels
    )
    workspace.window.show()
    qtbot.waitExposed(workspace.window)
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)

    def go(place):
        if place is Place.CASE and content == "demo":
            ids = []
            workspace.vault.read(lambda v: v.catalog.account_ids()[:5], ids.extend, owner=workspace)
            qtbot.waitUntil(lambda: bool(ids))
            workspace.navigator.open_case(ids[0], ids)
        else:
            workspace.navigator.go(place)
        wait_idle(workspace)
        return workspace.navigator.screen

    workspace.go = go
    return workspace


def shown(root: QWidget):
    return [w for w in (root, *root.findChildren(QWidget)) if w.isVisible()]


BOTH = pytest.mark.parametrize(
    "whole", [("demo", "large"), ("empty", "large")], indirect=True, ids=lambda p: p[0]
)


@BOTH
@pytest.mark.parametrize("place", PLACES)
def test_everything_that_takes_the_focus_has_a_name(whole, place):
    screen = whole.go(place)
    nameless = []
    for widget in shown(whole.window):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            interface = QAccessible.queryAccessibleInterface(widget)
            name = interface.text(QAccessible.Text.Name) if interface else ""
            inside = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
            if not name and not inside and widget.focusProxy() is None:
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []
    assert screen.title()


@BOTH
@pytest.mark.parametrize("place", PLACES)
def test_no_text_is_ever_markup(whole, place):
    whole.go(place)
    labels = [w for w in shown(whole.window) if isinstance(w, QLabel) and w.text()]
    assert labels
    assert [w.text() for w in labels if w.textFormat() is not Qt.TextFormat.PlainText] == []
    assert not [w for w in shown(whole.window) if isinstance(w, QTextEdit) and not w.isReadOnly()]


@pytest.mark.parametrize("place", PLACES)
def test_tab_goes_round_and_is_caught_nowhere(whole, place, qtbot):
    screen = whole.go(place)
    for text in whole.window.findChildren(QPlainTextEdit):
        assert text.tabChangesFocus() or text.isReadOnly(), text.accessibleName()
    start = QApplication.focusWidget()
    assert start is not None
    visited = [start]
    for _ in range(400):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is visited[-1] or here is start:
            break
        visited.append(here)
    assert here is start, f"caught in {type(here).__name__} {here.accessibleName()!r} after {len(visited)}"
    assert any(screen.isAncestorOf(w) for w in visited)
    assert any(w in whole.frame.rail.buttons.values() for w in visited)


@pytest.mark.parametrize("place", PLACES)
def test_every_action_is_in_the_registry(whole, place):
    whole.go(place)
    registered = {id(e.action) for e in whole.registry.entries()}
    strays = []
    for action in whole.window.findChildren(QAction):
        owner = action.parent()
        of_qt = isinstance(owner, QMenu | QMenuBar | QLineEdit | QAbstractButton) or not action.text()
        if id(action) not in registered and not of_qt and not action.isSeparator():
            strays.append(f"{action.text()} of {type(owner).__name__}")
    assert strays == []
    assert whole.registry.conflicts() == {}


@pytest.mark.parametrize("place", PLACES)
def test_the_title_names_nobody(whole, place):
    whole.go(place)
    assert whole.window.windowTitle() == "Locate Workbench"


@pytest.mark.parametrize("whole", [("demo", s) for s in SIZES], indirect=True, ids=lambda p: p[1])
@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_cut_off(whole, place):
    whole.go(place)
    assert cut_off(whole.window) == []


def test_the_measure_of_cutting_off_sees_it(whole, qtbot):
    screen = whole.go(Place.HOME)
    label = QLabel("Much too long a text for so little room", screen)
    label.setGeometry(5, 5, 20, 20)
    label.show()
    assert cut_off(whole.window)
    label.deleteLater()


def cut_off(window: QWidget) -> list[str]:
    """Texts that do not fit into their widgets, and widgets that reach beyond the window."""
    found = []
    for widget in shown(window):
        if isinstance(widget, ElidedLabel) or in_scrolled_or_view(widget, window):
            continue
        if isinstance(widget, QLabel) and widget.text():
            need = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            wide = 0 if widget.wordWrap() else widget.minimumSizeHint().width()
            if widget.width() < wide - 1 or widget.height() < need - 1:
                found.append(f"label {widget.text()[:40]!r} {widget.size().toTuple()} needs {wide}×{need}")
        elif isinstance(widget, QPushButton | QCheckBox) and widget.text():
            text = widget.fontMetrics().horizontalAdvance(widget.text().replace("&&", "&"))
            if widget.width() < text or widget.height() < widget.fontMetrics().height():
                found.append(f"button {widget.text()!r} {widget.size().toTuple()} needs {text}")
        corner = widget.mapTo(window, widget.rect().bottomRight())
        if corner.x() > window.width() + 1 or corner.y() > window.height() + 1:
            found.append(f"{type(widget).__name__} {widget.accessibleName()!r} reaches {corner.toTuple()}")
    return found


def in_scrolled_or_view(widget: QWidget, window: QWidget) -> bool:
    """Whether it may be scrolled into view, or is drawn by an item view."""
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QScrollArea | QAbstractItemView | QPlainTextEdit | QTextEdit):
            return True
        parent = parent.parentWidget()
    return False
