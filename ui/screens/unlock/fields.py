"""The passphrase field: hidden, with a switch that the keyboard reaches, and a word about Caps Lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style.fonts import Role
from ui.widgets.buttons import push_button
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label


class _Secret(LineEdit):
    """The line.  Qt cannot ask for Caps Lock; a letter in the other case than Shift says betrays it."""

    caps_lock = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Watch for letters that contradict the Shift key."""
        text = event.text()
        if len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(text.isupper() != shift)
        super().keyPressEvent(event)


class PassphraseField(QWidget):
    """``changed`` comes with every letter, ``entered`` with Enter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Secret(name=name)
        self.line.setEchoMode(LineEdit.EchoMode.Password)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._show = push_button(self.tr("Show"), kind="flat")
        self._show.setAccessibleName(self.tr("Show or hide what is typed"))
        self._show.clicked.connect(self._switch)
        self._caps = plain_label(self.tr("Caps Lock seems to be on."), role=Role.CAPTION, tone="bad")
        self._caps.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._caps)
        self.setFocusProxy(self.line)
        self.line.caps_lock.connect(self._caps.setVisible)
        self.line.textChanged.connect(self._changed)
        self.line.returnPressed.connect(self.entered)

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget it, and hide what is typed next."""
        self.line.clear()
        self.line.setEchoMode(LineEdit.EchoMode.Password)
        self._show.setText(self.tr("Show"))
        self._caps.hide()

    def _changed(self, _text: str) -> None:
        self.changed.emit()

    def _switch(self) -> None:
        hidden = self.line.echoMode() is LineEdit.EchoMode.Password
        self.line.setEchoMode(LineEdit.EchoMode.Normal if hidden else LineEdit.EchoMode.Password)
        self._show.setText(self.tr("Hide") if hidden else self.tr("Show"))
