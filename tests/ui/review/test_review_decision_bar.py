"""Where there is little room the gains scroll, and the decision buttons stay whole."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.review.decision_bar import DecisionBar
from ui.widgets.labels import plain_label

NAMES = ("accept", "reject", "unsure", "skip", "accept_as")


def test_gains_give_way_to_the_buttons(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = DecisionBar({name: QAction(name, holder) for name in NAMES}, ("long", "short"))
    lines = 12
    for number in range(lines):
        bar.gains.layout().addWidget(plain_label(f"gain {number}"))
    layout = QVBoxLayout(holder)
    layout.addWidget(bar)
    holder.resize(700, 900)
    holder.show()
    qtbot.waitExposed(holder)
    room = bar.gains.parentWidget().parentWidget()
    assert not room.verticalScrollBar().isVisible()
    holder.resize(700, 190)
    qtbot.waitUntil(lambda: room.verticalScrollBar().isVisible(), timeout=5_000)
    for button in bar.buttons:
        assert button.visibleRegion().boundingRect().height() == button.height() > 0
