"""Match review in a real window over a real vault, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.screens.review.screen import ReviewScreen


@pytest.fixture
def review(workspace, show, wait_idle):
    screen = ReviewScreen(workspace)
    show(screen)
    screen.enter()
    wait_idle(workspace)
    screen.focus_queue()
    return screen


def press(screen, key, wait_idle=None, modifiers=Qt.KeyboardModifier.NoModifier):
    from PySide6.QtWidgets import QApplication

    QTest.keyClick(QApplication.focusWidget() or screen, key, modifiers)
    if wait_idle:
        wait_idle(screen.workspace)


def test_a_lead_is_shown_with_its_reasons(review, grab):
    grab(review, "review-first")
    assert review.session.current is not None
    assert review.view.comparison.shown()[0][0] == "Last name"
    assert "left" in review.head.progress.text()


def test_accept_goes_on_and_undo_returns(review, wait_idle, workspace, grab):
    first = review.session.current_id
    press(review, Qt.Key.Key_A)
    second = review.session.current_id
    assert second != first
    wait_idle(workspace)
    assert review.session.decided == 1
    grab(review, "review-second")
    press(review, Qt.Key.Key_Z, wait_idle)
    assert review.session.current_id == first
    assert review.session.decided == 0
