"""A virtual selection: of single ids, or of everything but some, whatever the length of the list."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal


class Marks(QObject):
    """Which ids of a list are marked; ``changed`` tells of every change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: Sequence[str] = ()
        self._turned: set[str] = set()
        self._all = False

    @property
    def count(self) -> int:
        """How many are marked."""
        return len(self._ids) - len(self._turned) if self._all else len(self._turned)

    @property
    def everything(self) -> bool:
        """Whether all of the list is marked."""
        return self.count == len(self._ids) > 0

    def has(self, key: str) -> bool:
        """Whether ``key`` is marked."""
        return (key in self._turned) != self._all

    def ids(self) -> list[str]:
        """Every marked id, in the list's order."""
        return [key for key in self._ids if self.has(key)] if self.count else []

    def turn(self, keys: Iterable[str], *, on: bool | None = None) -> None:
        """Mark ``keys``, take their marks away (False), or turn each round (None)."""
        for key in keys:
            if on is None or on != self.has(key):
                self._turned ^= {key}
        self.changed.emit()

    def mark_all(self) -> None:
        """Mark the whole list at once."""
        self._all, self._turned = True, set()
        self.changed.emit()

    def clear(self) -> None:
        """Take every mark away."""
        if self._all or self._turned:
            self._all, self._turned = False, set()
            self.changed.emit()

    def list_changed(self, ids: Sequence[str]) -> None:
        """The list is another one now: single marks go with what they stood at."""
        self._ids = ids
        if self._turned:
            self._turned &= set(ids)
        self.changed.emit()
