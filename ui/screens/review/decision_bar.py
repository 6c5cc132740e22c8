"""The decisions with their keys, always on screen; a row of choices where a decision asks for one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from ui.screens.review.gains_panel import GainsPanel
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.widgets.buttons import action_button, push_button
from ui.widgets.cards import Card
from ui.widgets.flow import FlowBox
from ui.widgets.labels import plain_label, set_tone

LEAST_GAINS = 48
"""Height (at 100 %) that what the case gains keeps; it scrolls where there is no more."""


class ChoiceRow(FlowBox):
    """A question answered by one of a few numbered buttons; Esc or the last button goes back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=6)
        self._buttons: list[QPushButton] = []
        self._pick: Callable[[int], None] = print

    def ask(self, words: str, choices: Sequence[str], pick: Callable[[int], None]) -> None:
        """Ask; ``pick`` gets the number of the choice, 0 for going back.  The first one has the focus."""
        self._pick = pick
        self.clear()
        self._buttons = []
        self.add(plain_label(words, tone="text2"))
        for number, choice in enumerate(choices, 1):
            self.add(self._button(f"{number}  {choice}", number, primary=number == 1))
        self.add(self._button(self.tr("Back  Esc"), 0, primary=False))
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def pick(self, number: int) -> bool:
        """Choose by number; whether there is such a choice."""
        if not 0 <= number < len(self._buttons):
            return False
        self._pick(number)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._pick(0)
        elif not (event.text().isdigit() and event.text() != "0" and self.pick(int(event.text()))):
            super().keyPressEvent(event)

    def _button(self, words: str, number: int, *, primary: bool) -> QPushButton:
        button = push_button(words, primary=primary)
        button.setAutoDefault(True)  # Enter takes the one with the focus
        button.clicked.connect(partial(self._pressed, number))
        self._buttons.append(button)
        return button

    def _pressed(self, number: int) -> None:
        self._pick(number)


class _Room(QScrollArea):
    """As high as its content where there is room, else scrolled: the buttons below are never cut."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        content.installEventFilter(self)

    def hasHeightForWidth(self) -> bool:
        """The content's height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The content's height at a width."""
        return max(self._content.heightForWidth(width), 0)

    def sizeHint(self) -> QSize:
        """The whole content."""
        return QSize(self._content.sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Two lines of the content."""
        return QSize(0, min(self.heightForWidth(self.width()), current_theme().px(LEAST_GAINS)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content asks for another height."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class DecisionBar(Card):
    """Gains, decision buttons, hints; and in their place a row of choices."""

    def __init__(
        self, actions: dict[str, QAction], hints: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """``hints`` written out and in short."""
        super().__init__(parent=parent)
        self._hint_words = hints
        self.gains = GainsPanel()
        self._gains_room = _Room(self.gains)
        self.add(self._gains_room)
        self.notice = plain_label(tone="bad", wrap=True)
        self.notice.hide()
        self.add(self.notice)
        self._hints = plain_label(role=Role.CAPTION, tone="text2")
        self.accept = action_button(actions["accept"], primary=True)
        buttons = [self.accept, *(action_button(actions[name]) for name in ("reject", "unsure", "skip"))]
        buttons.append(action_button(actions["accept_as"]))
        self.buttons = buttons
        row = QWidget()
        holder = QHBoxLayout(row)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(12)
        self._keys = FlowBox(gap=6)
        for button in buttons:
            self._keys.add(button)
        self._keys.add(self._hints)
        holder.addWidget(self._keys, 1)
        self.choices = ChoiceRow()
        self.choices.hide()
        self._row = row
        self.add(row)
        self.add(self.choices)
        self._fit(1000)

    @property
    def asking(self) -> bool:
        """Whether a row of choices is shown."""
        return not self.choices.isHidden()

    def ask(
        self, words: str, choices: Sequence[str], pick: Callable[[int], None], *, with_gains: bool = False
    ) -> None:
        """Show a row of choices in place of the buttons and, unless ``with_gains``, of the gains."""
        self._row.hide()
        self._gains_room.setVisible(with_gains)
        self.choices.show()
        self.choices.ask(words, choices, pick)

    def stop_asking(self) -> None:
        """Show the buttons again."""
        self.choices.hide()
        self._gains_room.show()
        self._row.show()

    def set_notice(self, words: str, *, bad: bool = True) -> None:
        """Say what has to be looked at before deciding, or how it was decided; empty takes it away."""
        set_tone(self.notice, "bad" if bad else "text2")
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def hints(self) -> str:
        """The hints on screen."""
        return self._hints.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write hints out, or only their keys."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Hints in full, in short, or in full on a line of their own: the buttons come first."""
        theme, metrics = current_theme(), self._hints.fontMetrics()
        taken = sum(button.sizeHint().width() + theme.px(8) for button in self.buttons)
        room = width - taken - theme.px(40)
        fitting = (words for words in self._hint_words if metrics.horizontalAdvance(words) <= room)
        self._hints.setText(next(fitting, self._hint_words[0]))
