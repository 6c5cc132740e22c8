"""A vault from a backup: into a new folder, never over anything."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ui.screens.unlock.fields import PassphraseField
from ui.screens.unlock.page import Page
from ui.tasks.opening import VaultOpener
from ui.widgets.buttons import push_button
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from workbench.base.errors import WorkbenchError
from workbench.base.progress import Progress


class RestorePage(Page):
    """``restored`` carries the folder of the vault that was made."""

    restored = Signal(object)
    cancelled = Signal()

    def __init__(self, opener: VaultOpener, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Restore a backup"), parent)
        self._opener = opener
        self.source = LineEdit(name=self.tr("Backup"), hint=self.tr("The folder of a backup, or of several"))
        self.target = LineEdit(name=self.tr("New folder"), hint=self.tr("An empty or new folder"))
        self.secret = PassphraseField(self.tr("Passphrase or recovery key"))
        self._row(self.tr("Backup"), self.source)
        self._row(self.tr("New folder for the vault"), self.target)
        label = plain_label(self.tr("Passphrase or recovery key, as of then"), tone="text2")
        label.setBuddy(self.secret.line)
        self.card.add(label)
        self.card.add(self.secret)
        self.restore_button = push_button(self.tr("Restore"), primary=True)
        self.restore_button.clicked.connect(self.restore)
        self.secret.entered.connect(self.restore)
        back = push_button(self.tr("Back"))
        back.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.restore_button)
        self.card.body.addLayout(row)
        self.add_foot()

    def begin(self, source: str, target: Path) -> None:
        """Start anew with what is known."""
        self.source.setText(source)
        self.target.setText(str(target))
        self.secret.clear()
        self.say_error("")
        (self.secret if source else self.source).setFocus()

    def restore(self) -> None:
        """Restore, if everything is there."""
        if not (self.source.text().strip() and self.target.text().strip() and self.secret.text()):
            self.say_error(self.tr("Name the backup, a new folder, and the passphrase."))
            return
        self.say_error("")
        self.set_busy(self.tr("Reading every file of the backup"))
        source, target = (Path(line.text().strip()).expanduser() for line in (self.source, self.target))
        secret = self.secret.text()

        def work(progress: Progress) -> Path:
            from workbench.services.maintenance import restore  # noqa: PLC0415  (rarely needed)

            restore(source, target, secret, progress)
            return target

        self._opener.run(work, self._done, failed=self._failed, owner=self)

    def _done(self, target: Path) -> None:
        self.set_busy("")
        self.secret.clear()
        self.restored.emit(target)

    def _failed(self, error: WorkbenchError) -> None:
        self.set_busy("")
        self.say_error(str(error))

    def _row(self, words: str, line: LineEdit) -> None:
        label = plain_label(words, tone="text2")
        label.setBuddy(line)
        self.card.add(label)
        choose: QPushButton = push_button(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose: {what}").format(what=words))
        choose.clicked.connect(partial(self._choose, line))
        row = QHBoxLayout()
        row.addWidget(line, 1)
        row.addWidget(choose)
        self.card.body.addLayout(row)

    def _choose(self, line: LineEdit) -> None:
        chosen = QFileDialog.getExistingDirectory(self, line.accessibleName())
        if chosen:
            line.setText(chosen)
