"""What every screen of an open vault works with: made at unlocking, gone at lock."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.shell.drafts import Drafts
from ui.shell.messages import Messages
from ui.shell.registry import ActionRegistry
from ui.shell.undo import UndoLog
from ui.shell.view_state import KEY as VIEW_KEY
from ui.shell.view_state import ViewState
from ui.tasks.hub import ChangeHub
from ui.tasks.jobs import Jobs
from ui.tasks.vault_thread import VaultThread
from workbench.base.clock import Clock, SystemClock
from workbench.services import drafts
from workbench.services.vaults import Vault

if TYPE_CHECKING:
    from ui.shell.navigator import Navigator


class OpenState:
    """What is read once when a vault was opened: where it is, whether it is read-only, how views look."""

    def __init__(self, vault: Vault) -> None:
        self.folder: Path = vault.folder
        self.read_only: bool = vault.read_only
        self.notices: tuple[str, ...] = vault.notices
        self.view: dict[str, Any] = drafts.draft(vault, VIEW_KEY) or {}


class Workspace(QObject):
    """One open vault with everything that screens ask for.  ``navigator`` is set by the frame."""

    closing = Signal()

    def __init__(
        self, vault: VaultThread, state: OpenState, window: QWidget, clock: Clock | None = None
    ) -> None:
        super().__init__()
        self.vault = vault
        self.window = window
        self.folder = state.folder
        self.read_only = state.read_only
        self.notices = state.notices
        self.clock = clock or SystemClock()
        self.hub = ChangeHub(self)
        self.jobs = Jobs(vault, self)
        self.registry = ActionRegistry(window, self)
        self.messages = Messages(window)
        self.drafts = Drafts(vault, read_only=state.read_only, parent=self)
        self.settings = ViewState(self.drafts, state.view, self)
        self.undo_log = UndoLog(self)
        self.navigator: Navigator
        self._before_closing: list[Callable[[], None]] = []
        for source in (vault, self.jobs):
            source.wrote.connect(self.undo_log.note)
            source.failed.connect(self.messages.fail)
        self.jobs.changed.connect(self.hub.changed)

    def today(self) -> date:
        """The day it is where the computer is."""
        return self.clock.now().astimezone().date()

    def before_closing(self, call: Callable[[], None]) -> None:
        """Have ``call`` run when the vault is about to be closed, to keep what is typed."""
        self._before_closing.append(call)

    def close(self) -> None:
        """Keep drafts, cancel jobs and close the vault; what was asked for is still written."""
        self.jobs.cancel_all()
        self.leave()
        self.vault.close()

    def leave(self) -> None:
        """Keep drafts; nobody is told anything any more, but jobs go on."""
        for call in self._before_closing:
            call()
        self.closing.emit()
        self.drafts.flush()
        self.messages.silence()
