"""Safety: backup and check of the vault now, another passphrase, recovery keys."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.messages.formats import moment
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from workbench.base.errors import WorkbenchError
from workbench.services import machine, maintenance, vaults
from workbench.services.maintenance import Done, Verified
from workbench.services.vaults import SlotInfo, Vault


class SafetyCard(Card):
    """What the vault is protected by, and its copies."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.set_title(self.tr("Safety"))
        self._workspace = workspace
        self.result = plain_label("", wrap=True)
        self.slots = plain_label("", tone="text2", wrap=True)
        self.recovery = plain_label("", role=Role.MONO, wrap=True, selectable=True)
        self.recovery.hide()
        self._backup = push_button(self.tr("Back up now…"))
        self._backup.clicked.connect(self._choose_backup)
        self._verify = push_button(self.tr("Check every file now"))
        self._verify.clicked.connect(self.verify)
        self._add_key = push_button(self.tr("Make another recovery key"))
        self._add_key.clicked.connect(self.add_recovery_key)
        self.first = LineEdit(name=self.tr("New passphrase"), hint=self.tr("New passphrase"))
        self.second = LineEdit(name=self.tr("New passphrase again"), hint=self.tr("The same again"))
        self._change = push_button(self.tr("Change the passphrase"))
        self._change.clicked.connect(self.change_passphrase)
        for line in (self.first, self.second):
            line.setEchoMode(LineEdit.EchoMode.Password)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in (self._backup, self._verify, self._add_key):
            flow.addWidget(button)
        row = QHBoxLayout()
        for widget in (self.first, self.second, self._change):
            row.addWidget(widget)
        column = QVBoxLayout()
        column.addLayout(row)
        self.add(buttons)
        self.add(self.result)
        self.add(self.slots)
        self.add(self.recovery)
        self.body.addLayout(column)

    def reload(self) -> None:
        """Read what opens the vault."""
        self._workspace.vault.read(vaults.slots, self._show_slots, owner=self, key="slots")
        for widget in (self._add_key, self._change, self.first, self.second):
            widget.setEnabled(not self._workspace.read_only)

    def _show_slots(self, slots: tuple[SlotInfo, ...]) -> None:
        kinds = {"passphrase": self.tr("passphrase"), "recovery": self.tr("recovery key")}
        words = [f"{kinds[s.kind.name.lower()]} ({moment(s.created)})" for s in slots]
        self.slots.setText(self.tr("Opened by: {list}").format(list=", ".join(words)))

    # Copies and checks

    def _choose_backup(self) -> None:
        kept = machine.load().backups.get(str(self._workspace.folder.absolute()), "")
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to put the backup"), kept)
        if chosen:
            self.back_up(Path(chosen))

    def back_up(self, destination: Path) -> None:
        """Copy the vault into a new folder below ``destination`` and read it back."""
        work = partial(maintenance.backup, destination=destination)
        done = partial(self._backed_up, destination)
        self._start(self.tr("Backup"), work, done)

    def _backed_up(self, destination: Path, done: Done) -> None:
        self.result.setText(done.words)
        machine.save(machine.with_backup(machine.load(), self._workspace.folder, destination))

    def verify(self) -> None:
        """Check every file of the vault; nothing is changed."""
        self._start(self.tr("Check"), maintenance.verify, self._verified)

    def _verified(self, found: Verified) -> None:
        lines = [found.words, *(f"{f.severity}: {f.file}: {f.message}" for f in found.findings[:20])]
        self.result.setText("\n".join(lines))

    def _start(self, words: str, work, done) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        self.result.setText(self.tr("{what} is running…").format(what=words))
        self._workspace.jobs.start(words, work, done, owner=self, failed=self._failed)

    def _failed(self, error: WorkbenchError) -> None:
        self.result.setText(str(error))

    # Keys

    def change_passphrase(self) -> None:
        """Put another passphrase in the place of the present one."""
        if self.first.text() != self.second.text() or not self.first.text():
            self.result.setText(self.tr("Type the same new passphrase twice."))
            return
        work = partial(_change, new=self.first.text())
        self._workspace.vault.write(work, self._changed, owner=self, failed=self._failed)

    def _changed(self, _nothing: object) -> None:
        self.first.clear()
        self.second.clear()
        self.result.setText(self.tr("The passphrase was changed. Recovery keys stay as they are."))
        self.reload()

    def add_recovery_key(self) -> None:
        """Make a further recovery key and show it once."""
        self._workspace.vault.write(vaults.add_recovery_key, self._key_made, owner=self, failed=self._failed)

    def _key_made(self, key: str) -> None:
        words = self.tr("Write this recovery key down now; it is shown once:")
        self.recovery.setText(f"{words}\n{key}")
        self.recovery.show()
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """A recovery key is not shown again."""
        super().hideEvent(event)
        self.recovery.setText("")
        self.recovery.hide()


def _change(vault: Vault, new: str) -> None:
    vaults.change_passphrase(vault, new)
