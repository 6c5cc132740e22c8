"""The unlock box: which vault, its passphrase or recovery key, and what to do when it does not open."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.screens.unlock.behind_row import BehindRow, JobsBehind
from ui.screens.unlock.fields import PassphraseField
from ui.screens.unlock.page import Page
from ui.style.fonts import Role
from ui.tasks.opening import VaultOpener
from ui.tasks.vault_thread import VaultThread
from ui.widgets.buttons import push_button
from ui.widgets.cards import rule
from ui.widgets.forms import ComboBox
from ui.widgets.labels import plain_label
from workbench.base.errors import WorkbenchError
from workbench.services import machine
from workbench.services.unlocking import note_unlock, seconds_to_wait

WRONG, IN_USE, HEADER_DAMAGED = "vault.wrong_passphrase", "vault.in_use", "vault.header_damaged"


class UnlockPage(Page):
    """``opened`` carries the thread of the vault that was opened; the others ask for another page.

    ``restore_wanted`` carries the folder to restore from (empty: not known).
    """

    opened = Signal(object)
    create_wanted = Signal()
    restore_wanted = Signal(str)
    demo_wanted = Signal()

    def __init__(self, opener: VaultOpener, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Locate Workbench"), parent)
        self._opener = opener
        self._failures = 0
        self._wait = QTimer(self)
        self._wait.setInterval(1000)
        self._wait.timeout.connect(self._count_down)
        self._seconds = 0
        self._note = plain_label("", tone="text2", wrap=True)
        self._note.hide()
        self.behind = BehindRow()
        self.vaults = ComboBox(name=self.tr("Vault"))
        self.vaults.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.vaults.setMinimumContentsLength(16)
        self.secret = PassphraseField(self.tr("Passphrase or recovery key"))
        self.unlock_button = push_button(self.tr("Unlock"), primary=True)
        self.unlock_button.clicked.connect(self.unlock)
        self.secret.entered.connect(self.unlock)
        self._lay_out()
        self.offers = QVBoxLayout()
        self.card.body.addLayout(self.offers)
        self._add_ways()

    def _lay_out(self) -> None:
        self._choose = push_button(self.tr("Choose…"))
        self._choose.setAccessibleName(self.tr("Choose the folder of a vault"))
        self._choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.vaults, 1)
        row.addWidget(self._choose)
        self.card.add(self._note)
        self.card.add(self.behind)
        label = plain_label(self.tr("&Vault").replace("&", ""), tone="text2")
        label.setBuddy(self.vaults)
        self.card.add(label)
        self.card.body.addLayout(row)
        label = plain_label(self.tr("Passphrase or recovery key"), tone="text2")
        label.setBuddy(self.secret.line)
        self.card.add(label)
        self.card.add(self.secret)
        self.card.add(self.unlock_button)
        self.add_foot()

    def _add_ways(self) -> None:
        self.card.add(rule())
        self.ways: dict[str, QPushButton] = {}
        for name, words, signal in (
            ("create", self.tr("Make a new vault"), self.create_wanted.emit),
            ("restore", self.tr("Restore a backup"), partial(self.restore_wanted.emit, "")),
            ("demo", self.tr("Try it with invented people"), self.demo_wanted.emit),
        ):
            button = push_button(words, kind="link")
            button.clicked.connect(signal)
            self.ways[name] = button
            self.card.add(button)
        hint = self.tr("Nothing ever leaves this computer: the program opens no network connection.")
        self.card.add(plain_label(hint, role=Role.CAPTION, tone="text3", wrap=True))

    # Which vault

    def offer(self, folder: Path | None) -> None:
        """Offer ``folder`` first, then the recent vaults; missing ones are said to be missing."""
        self.vaults.clear()
        recent = [Path(path) for path in machine.load().recent]
        first = [folder] if folder is not None else []
        for known in dict.fromkeys(path.absolute() for path in first + recent):
            there = (known / "vault.hdr").exists() or (known / "vault.hdr.bak").exists()
            words = known.name if there else self.tr("{name} (not there now)").format(name=known.name)
            self.vaults.add(words, str(known))
        has_one = self.vaults.count() > 0
        self.vaults.setVisible(has_one)
        self.unlock_button.setEnabled(has_one)
        self.secret.setEnabled(has_one)

    def focus_first(self) -> None:
        """Put the focus where somebody begins: the passphrase, or making a vault where none is known."""
        if self.secret.isEnabled():
            self.secret.setFocus()
        else:
            self.ways["create"].setFocus()

    @property
    def folder(self) -> Path | None:
        """The vault chosen."""
        value = self.vaults.value()
        return Path(value) if isinstance(value, str) else None

    def say_locked(self, words: str) -> None:
        """Say why the box is shown again; empty words take it away."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def watch(self, behind: JobsBehind | None) -> None:
        """Tell of the jobs that still run in the vault just locked; opening it waits for them."""
        self.behind.watch(behind)

    def set_busy(self, words: str) -> None:
        """Whatever is under way, the jobs behind the lock can be stopped."""
        super().set_busy(words)
        self.behind.stop_button.setEnabled(True)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("The folder of a vault"))
        if chosen:
            self.offer(Path(chosen))
            self.vaults.setCurrentIndex(0)
            self.secret.setFocus()

    # Opening

    def unlock(self, *, read_only: bool = False, use_header_copy: bool = False) -> None:
        """Try to open the chosen vault with what is typed."""
        folder = self.folder
        if folder is None or not self.secret.text() or self._wait.isActive():
            return
        self._clear_offers()
        self.say_error("")
        waits = self.behind.isVisibleTo(self)
        words = self.tr("Opens when the job is done") if waits else self.tr("Checking (about 1 second)")
        self.set_busy(words)
        self._opener.open(
            folder, self.secret.text(), read_only=read_only, use_header_copy=use_header_copy,
            done=self._opened, failed=self._failed, owner=self,
        )  # fmt: skip

    def _opened(self, thread: VaultThread) -> None:
        self.set_busy("")
        self.secret.clear()
        self.say_locked("")
        folder = self.folder
        if folder is not None:
            machine.save(machine.with_recent(machine.load(), folder))
        thread.read(partial(note_unlock, failures=self._failures), _ignored, owner=self)
        self._failures = 0
        self.opened.emit(thread)

    def _failed(self, error: WorkbenchError) -> None:
        self.set_busy("")
        self.say_error(str(error))
        if error.code == WRONG:
            self._failures += 1
            self._seconds = seconds_to_wait(self._failures)
            if self._seconds:
                self._wait.start()
                self._show_wait()
        elif error.code == IN_USE:
            self._offer(self.tr("Open it read-only"), partial(self.unlock, read_only=True))
        elif error.code.startswith("vault."):
            self._offer_rescue(error)
        self.secret.setFocus()
        self.secret.line.selectAll()

    def _offer_rescue(self, error: WorkbenchError) -> None:
        """Offer what can be done about a damaged vault: the header's copy, the newest backup."""
        if error.code == HEADER_DAMAGED and getattr(error, "backup_usable", False):
            words = self.tr("Open with the header's copy")
            self._offer(words, partial(self.unlock, use_header_copy=True))
        folder = self.folder
        known = machine.load().backups.get(str(folder.absolute())) if folder else None
        if known:
            from workbench.services.backups import known_backups  # noqa: PLC0415  (only after damage)

            for backup in known_backups(Path(known))[:1]:
                when = backup.taken_at.astimezone().strftime("%Y-%m-%d %H:%M")
                words = self.tr("Restore the newest backup ({when})").format(when=when)
                self._offer(words, partial(self.restore_wanted.emit, str(backup.folder)))

    def _offer(self, words: str, call: partial[None]) -> None:
        button = push_button(words)
        button.clicked.connect(_Call(call, button).run)
        self.offers.addWidget(button)

    def _clear_offers(self) -> None:
        while self.offers.count():
            item = self.offers.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    # Waiting after a wrong passphrase

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._wait.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        waiting = self._seconds > 0
        self.unlock_button.setEnabled(not waiting)
        words = self.tr("Unlock in {n} s").format(n=self._seconds) if waiting else self.tr("Unlock")
        self.unlock_button.setText(words)


class _Call(QWidget):
    """Calls without the button's ``checked``; goes with its button."""

    def __init__(self, call: partial[None], parent: QPushButton) -> None:
        super().__init__(parent)
        self._call = call
        self.hide()

    def run(self) -> None:
        self._call()


def _ignored(_result: object) -> None:
    pass
