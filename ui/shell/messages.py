"""What the program says: a line in the status bar, a toast for what went wrong, a question where needed."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.widgets.announcing import announce
from workbench.base.errors import WorkbenchError


class Messages(QObject):
    """``said`` and ``failed`` carry words for the status bar and the toast."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._silent = False

    def say(self, words: str) -> None:
        """Show ``words`` in the status bar and have a screen reader say them."""
        if self._silent:
            return
        self.said.emit(words)
        announce(self._window, words)

    def silence(self) -> None:
        """Say nothing any more: the vault is locked."""
        self._silent = True

    def fail(self, error: WorkbenchError) -> None:
        """Show what went wrong and what to do about it."""
        if self._silent:
            return
        self.failed.emit(str(error))
        announce(self._window, str(error))

    def ask(self, title: str, words: str, yes: str) -> bool:
        """:func:`ask` in the window of the vault."""
        return ask(self._window, title, words, yes)


def ask(window: QWidget, title: str, words: str, yes: str) -> bool:
    """Whether the person says ``yes`` to something that cannot be undone; No is the default."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(words)
    agree = box.addButton(yes.replace("&", "&&"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(stay)
    box.exec()
    agreed = box.clickedButton() is agree
    box.deleteLater()
    return agreed
