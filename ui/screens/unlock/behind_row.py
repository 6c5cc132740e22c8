"""What still runs behind the lock, without a name: how far it is, and a way to stop it."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import push_button
from ui.widgets.labels import plain_label


class JobsBehind(Protocol):
    """Jobs that go on in a locked vault: ``told`` carries the per cent done (-1: not known)."""

    told: SignalInstance
    ended: SignalInstance

    def stop(self) -> None:
        """Stop them and close the vault."""
        ...


class BehindRow(QWidget):
    """Shown only while something runs behind the lock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label("", tone="text2", wrap=True)
        self.stop_button = push_button(self.tr("Stop it"))
        self.stop_button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.stop_button)
        self._behind: JobsBehind | None = None
        self.hide()

    def watch(self, behind: JobsBehind | None) -> None:
        """Tell of ``behind`` from now on; None: nothing runs."""
        self._behind = behind
        self.setVisible(behind is not None)
        if behind is not None:
            self._tell(-1)
            self.stop_button.setEnabled(True)
            behind.told.connect(self._tell)
            behind.ended.connect(self._over)

    def _tell(self, per_cent: int) -> None:
        if per_cent < 0:
            self.words.setText(self.tr("What you started goes on; the vault opens when it is done."))
        else:
            words = self.tr("What you started goes on ({n} %); the vault opens when it is done.")
            self.words.setText(words.format(n=per_cent))

    def _over(self) -> None:
        self.watch(None)

    def _stop(self) -> None:
        if self._behind is not None:
            self.stop_button.setEnabled(False)
            self._behind.stop()
