"""Every state of a review at every size and scheme is drawn without a warning and with nothing cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from ui.screens.review.screen import ReviewScreen
from workbench.model.explanation import Band
from workbench.model.review import QueueFilter


@pytest.mark.parametrize(
    ("scheme", "size", "scale"),
    [
        ("light", (1280, 800), 1.0),
        ("dark", (1280, 800), 1.0),
        ("light", (1024, 680), 1.0),
        ("dark", (1024, 680), 1.0),
        ("light", (1280, 800), 2.0),
        ("high_contrast", (1280, 800), 1.0),
    ],
)
def test_a_review_fits(workspace, show, wait_idle, grab, theme, scheme, size, scale):
    theme.set_scheme(scheme)
    theme.set_scale(scale)
    screen = ReviewScreen(workspace)
    show(screen, size=size)
    screen.enter()
    wait_idle(workspace)
    screen.view.take_focus()
    name = f"{scheme}-{size[0]}-{int(scale * 100)}"
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S)
        wait_idle(workspace)
    grab(screen, f"review-{name}")
    area = screen.view.bar
    for button in area.findChildren(QPushButton):
        if button.isVisible():
            right = button.mapTo(screen, button.rect().topRight()).x()
            assert right <= screen.width(), button.text()
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    assert screen.view.scrolled.horizontalScrollBar().maximum() == 0
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_R)
    grab(screen, f"review-{name}-reasons")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_W)
    screen.session.show_queue(QueueFilter(bands=frozenset({Band.RELATIVE})), screen.session.order)
    wait_idle(workspace)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    grab(screen, f"review-{name}-table")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    wait_idle(workspace)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_H)
    wait_idle(workspace)
    grab(screen, f"review-{name}-history")
