"""What stands in the window while no vault is open: unlock, make, restore, or try it with invented people."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from ui.screens.unlock.behind_row import JobsBehind
from ui.screens.unlock.create_page import CreatePage
from ui.screens.unlock.page import Page
from ui.screens.unlock.recovery_page import RecoveryPage
from ui.screens.unlock.restore_page import RestorePage
from ui.screens.unlock.unlock_page import UnlockPage
from ui.tasks.opening import VaultOpener
from ui.tasks.vault_thread import VaultThread
from workbench.base.errors import WorkbenchError
from workbench.base.progress import Progress
from workbench.services import machine


class UnlockScreen(QWidget):
    """``opened`` carries the VaultThread of a vault that is open."""

    opened = Signal(object)

    def __init__(self, opener: VaultOpener, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._made: VaultThread | None = None
        self.setProperty("surface", "window")
        self.unlock = UnlockPage(opener)
        self.create_page = CreatePage(opener)
        self.recovery = RecoveryPage()
        self.restore_page = RestorePage(opener)
        self._pages = QStackedWidget()
        for page in (self.unlock, self.create_page, self.recovery, self.restore_page):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._listen()
        self.unlock.offer(folder)

    def showEvent(self, event: QShowEvent) -> None:
        """The focus can only be placed once the box stands in a window."""
        super().showEvent(event)
        if not event.spontaneous() and self.page is self.unlock:
            self.unlock.focus_first()

    def _listen(self) -> None:
        self.unlock.opened.connect(self.opened)
        self.unlock.create_wanted.connect(self.show_create)
        self.unlock.restore_wanted.connect(self.show_restore)
        self.unlock.demo_wanted.connect(self.choose_demo)
        self.create_page.created.connect(self._created)
        self.create_page.cancelled.connect(self.show_unlock)
        self.recovery.finished.connect(self._recovery_done)
        self.restore_page.restored.connect(self._restored)
        self.restore_page.cancelled.connect(self.show_unlock)

    @property
    def page(self) -> QWidget:
        """The page shown."""
        return self._pages.currentWidget() or self

    def show_unlock(self) -> None:
        """Show the unlock box."""
        self._show(self.unlock)
        self.unlock.focus_first()

    def show_locked(self, folder: Path, behind: JobsBehind | None = None) -> None:
        """The vault of ``folder`` was just locked: offer it again, once the jobs ``behind`` have ended."""
        self.unlock.offer(folder)
        self.unlock.say_error("")
        self.unlock.say_locked(self.tr("Locked. What you were typing is kept."))
        self.unlock.watch(behind)
        self.show_unlock()

    def show_create(self) -> None:
        """Ask for a new vault's folder and passphrase."""
        self._show(self.create_page)
        self.create_page.begin(_free(Path.home() / "locate-vault"))

    def show_restore(self, source: str = "") -> None:
        """Ask which backup to restore where to."""
        self._show(self.restore_page)
        self.restore_page.begin(source, _free(Path.home() / "restored-vault"))

    def choose_demo(self) -> None:
        """Ask where to put the demonstration, and build it."""
        words = self.tr("An empty folder for the demonstration")
        chosen = QFileDialog.getExistingDirectory(self, words)
        if chosen:
            self.build_demo(Path(chosen))

    def build_demo(self, folder: Path) -> None:
        """Build the demonstration vault in ``folder`` and open it."""
        self.unlock.say_error("")
        self.unlock.set_busy(self.tr("Building the demonstration (about half a minute)"))

        def work(progress: Progress) -> str:
            from workbench.services.demo import DEMO_PASSPHRASE, build_demo  # noqa: PLC0415  (rarely needed)

            build_demo(folder, progress, worked=True)
            return DEMO_PASSPHRASE

        def built(passphrase: str) -> None:
            machine.save(machine.with_recent(machine.load(), folder))
            self.unlock.offer(folder)
            self._opener.open(folder, passphrase, done=self._demo_open, failed=self._failed, owner=self)

        self._opener.run(work, built, failed=self._failed, owner=self)

    def _demo_open(self, thread: VaultThread) -> None:
        self.unlock.set_busy("")
        self.opened.emit(thread)

    def _failed(self, error: WorkbenchError) -> None:
        self.unlock.set_busy("")
        self.unlock.say_error(str(error))

    def _created(self, folder: Path, recovery_key: str, thread: VaultThread) -> None:
        self._made = thread
        machine.save(machine.with_recent(machine.load(), folder))
        self.unlock.offer(folder)
        self._show(self.recovery)
        self.recovery.show_key(folder.name, recovery_key)

    def _recovery_done(self) -> None:
        thread, self._made = self._made, None
        if thread is not None:
            self._show(self.unlock)
            self.opened.emit(thread)

    def _restored(self, folder: Path) -> None:
        self.unlock.offer(folder)
        self.show_unlock()
        self.unlock.say_locked(self.tr("The backup was restored and checked. Unlock it."))

    def close_pending(self) -> None:
        """Close a vault that was made but whose recovery sheet was not confirmed; for the program's end."""
        if self._made is not None:
            self._made.close()
            self._opener.closes(self._made)
            self._made = None

    def _show(self, page: Page) -> None:
        self._pages.setCurrentWidget(page)


def _free(folder: Path) -> Path:
    """``folder``, or the first of ``folder-2``, ``folder-3`` … that does not exist."""
    number = 1
    free = folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name}-{number}")
    return free
