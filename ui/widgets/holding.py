"""Keeps a widget from being painted for the moment in which what it is to show is on its way.

Painting it half filled takes as long as fetching the rest, and holds that up.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

LONGEST = 80
"""Milliseconds for which what was there before may stay; people take up to 100 for at once."""


class Hold(QObject):
    """Holds the painting of ``widget`` from :meth:`begin` to :meth:`end`, at the most for LONGEST."""

    def __init__(self, widget: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._widget = widget
        self._longest, self._soon = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._longest, LONGEST), (self._soon, 0)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self.end)

    @property
    def active(self) -> bool:
        """Whether painting is held."""
        return self._longest.isActive()

    def begin(self) -> None:
        """Hold it; a hold that is under way goes on no longer for it."""
        if not self.active:
            self._longest.start()
            self._widget.setUpdatesEnabled(False)

    def end(self) -> None:
        """Paint it."""
        self._soon.stop()
        if not self._widget.updatesEnabled():
            self._longest.stop()
            self._widget.setUpdatesEnabled(True)

    def busy_changed(self, busy: bool) -> None:
        """End once whatever answered last has been shown: nothing more is asked for."""
        if self.active and not busy:
            self._soon.start()
