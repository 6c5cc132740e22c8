"""The one window: the unlock box, or the frame of an open vault.  Its title never names anything personal."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, SignalInstance
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from ui.shell.capture import CaptureBlock
from ui.shell.clipboard import ClipboardGuard
from ui.shell.idle_lock import IdleLock
from ui.shell.menus import Menus
from ui.shell.messages import ask
from ui.shell.places import Place
from ui.tasks.collecting import spare_nothing
from ui.tasks.opening import VaultOpener
from ui.tasks.vault_thread import VaultThread
from workbench.base.errors import WorkbenchError

if TYPE_CHECKING:
    from ui.shell.behind_lock import BehindLock
    from ui.shell.building import Opening
    from ui.shell.frame import Frame
    from ui.shell.screen import Screen
    from ui.shell.workspace import Workspace


class UnlockBox(Protocol):
    """What the window asks of the unlock screen."""

    opened: SignalInstance

    def show_locked(self, folder: Path, behind: "BehindLock | None") -> None:
        """The vault of ``folder`` was just locked; ``behind`` are jobs that still run in it."""
        ...


class MainWindow(QMainWindow):
    """Shows the unlock box until a vault is open, then its frame; locks and quits without losing anything."""

    def __init__(
        self,
        opener: VaultOpener,
        unlock: QWidget,
        makers: "Mapping[Place, Callable[[Workspace], Screen]]",
        extend: "Callable[[Frame], None]",
    ) -> None:
        """``unlock`` is an UnlockBox; ``extend`` adds what only the program's start knows to a new frame."""
        super().__init__()
        self._opener = opener
        self._makers = makers
        self._extend = extend
        self._unlock = unlock
        self._stack = QStackedWidget()
        self._stack.addWidget(unlock)
        self.setCentralWidget(self._stack)
        self.frame: Frame | None = None
        self.behind: BehindLock | None = None
        self._menus: Menus | None = None
        self._idle = IdleLock(self)
        self._idle.expired.connect(self.lock)
        self.idle_minutes = 10
        self.locks_with_session = True
        self.clipboard = ClipboardGuard(self)
        self.capture = CaptureBlock(self)
        self._set_title(locked=False)
        self.setMinimumSize(QSize(960, 620))
        self.resize(1280, 800)
        unlock.opened.connect(self.show_vault)  # type: ignore[attr-defined]
        self.menuBar().hide()

    @property
    def locked(self) -> bool:
        """Whether no vault is open here."""
        return self.frame is None

    def show_vault(self, thread: VaultThread) -> None:
        """Show the vault that ``thread`` has opened, where the person last was."""
        from ui.shell.building import read_opening  # noqa: PLC0415

        thread.read(read_opening, partial(self._build, thread), owner=self)

    def _build(self, thread: VaultThread, opening: "Opening") -> None:
        from ui.shell.building import build_frame  # noqa: PLC0415
        from ui.shell.housekeeping import start_housekeeping  # noqa: PLC0415

        frame = build_frame(thread, opening, self, self._makers)
        workspace = frame.workspace
        frame.lock_asked.connect(self.lock)
        frame.quit_asked.connect(self.close)
        self.frame = frame
        self._menus = Menus(self.menuBar(), workspace.registry)
        frame.navigator.arrived.connect(self._menus.show_place)
        self._extend(frame)
        self._stack.addWidget(frame)
        self._stack.setCurrentWidget(frame)
        self.menuBar().show()
        self._set_title(locked=False)
        frame.navigator.restore(opening.where)
        start_housekeeping(workspace)
        self._idle.ticked.connect(frame.show_seconds_to_lock)
        self.clipboard.ticked.connect(frame.status.show_clipboard)
        self._idle.start(self.idle_minutes)

    def tell(self, error: WorkbenchError) -> None:
        """Say what nobody else told: where a vault is open, in its status bar."""
        if self.frame is not None:
            self.frame.workspace.messages.fail(error)

    def set_idle_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without input."""
        self.idle_minutes = minutes
        if self.frame is not None:
            self._idle.start(minutes)

    def session_left(self) -> None:
        """The computer sleeps, its screen locks, or another person takes it: lock, unless not wanted."""
        if self.locks_with_session:
            self.lock()

    def lock(self) -> None:
        """Blank the window, keep drafts and place, close the vault; only the unlock box is left."""
        frame = self.frame
        if frame is None:
            return
        folder, running = frame.workspace.folder, frame.workspace.jobs.running
        self._leave(frame, jobs_go_on=bool(running))
        self._unlock.show_locked(folder, self.behind)  # type: ignore[attr-defined]
        self._set_title(locked=True)

    def _leave(self, frame: "Frame", *, jobs_go_on: bool = False) -> None:
        """Take the frame down; its vault closes in its own thread, once jobs that go on have ended."""
        from ui.shell.behind_lock import BehindLock  # noqa: PLC0415
        from ui.shell.building import WHERE  # noqa: PLC0415

        self.frame = None
        self._idle.stop()
        self._idle.ticked.disconnect(frame.show_seconds_to_lock)
        self.clipboard.ticked.disconnect(frame.status.show_clipboard)
        self.clipboard.clear()
        self._close_others()
        self._stack.setCurrentWidget(self._unlock)
        workspace = frame.workspace
        workspace.drafts.keep(WHERE, frame.navigator.remember())
        self._opener.closes(workspace.vault)
        if jobs_go_on:
            workspace.leave()
            self.behind = BehindLock(workspace)
            self.behind.ended.connect(self._forget_behind)
        else:
            workspace.close()
            workspace.deleteLater()
        self.menuBar().clear()
        self.menuBar().hide()
        if self._menus is not None:
            self._menus.deleteLater()
            self._menus = None
        self._stack.removeWidget(frame)
        frame.deleteLater()
        spare_nothing()

    def _forget_behind(self) -> None:
        self.behind = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Quit once everything is written; ask first when a job would be cancelled."""
        frame = self.frame
        if frame is not None:
            running = frame.workspace.jobs.running
            if running and not frame.workspace.messages.ask(
                self.tr("Quit"),
                self.tr("“{job}” is running. Quitting cancels it.").format(job=running[0].words),
                self.tr("Cancel it and quit"),
            ):
                event.ignore()
                return
            self._leave(frame)
        if self.behind is not None:
            words = self.tr("What was started before the lock is still running. Quitting cancels it.")
            if not ask(self, self.tr("Quit"), words, self.tr("Cancel it and quit")):
                event.ignore()
                return
            if self.behind is not None:
                self.behind.stop()
        self.clipboard.clear()
        self.hide()
        self._opener.wait()
        super().closeEvent(event)

    def _close_others(self) -> None:
        """Answer every open question with No and close every popup: they show what is locked now."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
            elif widget is not self and widget.isVisible():
                widget.close()

    def _set_title(self, *, locked: bool) -> None:
        name = self.tr("Locate Workbench")
        self.setWindowTitle(self.tr("{name} – locked").format(name=name) if locked else name)
