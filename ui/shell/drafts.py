"""Text not saved yet, kept in the vault itself every few seconds, so that neither lock nor crash loses it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ui.tasks.vault_thread import VaultThread
from workbench.services import drafts
from workbench.services.vaults import Vault

KEEP_AFTER = 2000
"""Milliseconds after which a change is kept; a crash loses at most this much typing (and the bar is 5 s)."""


class Drafts(QObject):
    """Drafts by key; a value is any plain JSON value, None removes it."""

    def __init__(self, vault: VaultThread, *, read_only: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._read_only = read_only
        self._waiting: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def keep(self, key: str, value: object) -> None:
        """Keep ``value`` soon; the last value of a key counts."""
        self._waiting[key] = value
        if not self._timer.isActive():
            self._timer.start(KEEP_AFTER)

    def get(self, key: str, done: Callable[[Any], None], owner: QObject) -> None:
        """Give ``done`` the draft under ``key``, None when there is none."""
        if key in self._waiting:
            done(self._waiting[key])
            return
        self._vault.read(partial(drafts.draft, key=key), done, owner=owner, key=f"draft {key}")

    def flush(self) -> None:
        """Keep everything that waits, now."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        if waiting and not self._read_only:
            self._vault.write(partial(_keep, values=waiting), owner=self)


def _keep(vault: Vault, values: dict[str, Any]) -> None:
    drafts.keep(vault, values)
