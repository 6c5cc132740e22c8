"""Loads the code of screens ahead of their first visit, a module at a time, while nobody waits for the vault.

A case file's code took 0.3 s of the first case that was opened, making its screen another 0.2 s; no step
alone holds the window for 0.1 s.
"""

import importlib
import pkgutil
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

TICK = 30
"""Milliseconds between two modules."""


class Preloading(QObject):
    """Loads the modules of ``packages`` in turn unless ``busy``, until all are there."""

    def __init__(
        self,
        packages: Sequence[str],
        busy: Callable[[], bool],
        parent: QObject,
        then: Sequence[Callable[[], object]] = (),
    ) -> None:
        """``then`` is done once the code is there, one each time."""
        super().__init__(parent)
        self._then = list(then)
        self._packages = list(packages)
        self._modules: list[str] = []
        self._busy = busy
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._load)
        self._timer.start()

    @property
    def done(self) -> bool:
        """Whether everything is loaded."""
        return not (self._packages or self._modules or self._then)

    def _load(self) -> None:
        if self._busy():
            return
        if not self._modules and self._packages:
            package = importlib.import_module(self._packages.pop(0))
            self._modules = [
                f"{package.__name__}.{found.name}" for found in pkgutil.iter_modules(package.__path__)
            ]
        if self._modules:
            importlib.import_module(self._modules.pop(0))
        elif self._then and not self._packages:
            self._then.pop(0)()
        if self.done:
            self._timer.stop()
