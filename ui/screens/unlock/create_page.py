"""A new vault: where, and a passphrase whose strength is said in words."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from ui.screens.unlock.fields import PassphraseField
from ui.screens.unlock.page import Page
from ui.style.fonts import Role
from ui.tasks.opening import VaultOpener
from ui.tasks.vault_thread import VaultThread
from ui.widgets.buttons import push_button
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from workbench.base.errors import WorkbenchError
from workbench.base.progress import Progress
from workbench.services.unlocking import strength


class CreatePage(Page):
    """``created`` carries the folder, the recovery key and the thread of the new vault."""

    created = Signal(object, str, object)
    cancelled = Signal()

    def __init__(self, opener: VaultOpener, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Make a new vault"), parent)
        self._opener = opener
        self._judging = QTimer(self)
        self._judging.setSingleShot(True)
        self._judging.setInterval(120)
        self._judging.timeout.connect(self._judge)
        self._accepted = False
        self.folder_line = LineEdit(name=self.tr("Folder"), hint=self.tr("An empty or new folder"))
        choose = push_button(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose a folder"))
        choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.folder_line, 1)
        row.addWidget(choose)
        self.first = PassphraseField(self.tr("Passphrase"))
        self.second = PassphraseField(self.tr("Passphrase again"))
        self._bar = QProgressBar()
        self._bar.setRange(0, 4)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Strength"))
        self.strength_words = plain_label("", tone="text2", wrap=True)
        self._heading(self.tr("Folder"), self.folder_line)
        self.card.body.addLayout(row)
        self._heading(self.tr("Passphrase (at least 12 characters; a sentence is best)"), self.first.line)
        self.card.add(self.first)
        self.card.add(self._bar)
        self.card.add(self.strength_words)
        self._heading(self.tr("The same again"), self.second.line)
        self.card.add(self.second)
        warning = self.tr("Nobody can reset it. Without the passphrase and the recovery sheet, which is next,"
                          " everything in the vault is lost.")  # fmt: skip
        self.card.add(plain_label(warning, wrap=True))
        self._add_buttons()
        self._listen()

    def _heading(self, words: str, buddy: QWidget) -> None:
        label = plain_label(words, tone="text2", role=Role.BODY, wrap=True)
        label.setBuddy(buddy)
        self.card.add(label)

    def _add_buttons(self) -> None:
        self.create_button = push_button(self.tr("Make the vault"), primary=True)
        self.create_button.clicked.connect(self.create_vault)
        back = push_button(self.tr("Back"))
        back.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.create_button)
        self.card.body.addLayout(row)
        self.add_foot()

    def _listen(self) -> None:
        self.first.changed.connect(self._typed)
        self.second.changed.connect(self._follow)
        self.folder_line.textChanged.connect(self._follow)
        self.second.entered.connect(self.create_vault)
        self._follow()

    def begin(self, folder: Path) -> None:
        """Start anew, proposing ``folder``."""
        self.folder_line.setText(str(folder))
        self.first.clear()
        self.second.clear()
        self.say_error("")
        self.set_busy("")
        self.strength_words.setText("")
        self._bar.setValue(0)
        self._follow()
        self.first.setFocus()

    def create_vault(self) -> None:
        """Make it, if everything is there."""
        if not self.create_button.isEnabled():
            return
        self.say_error("")
        self.set_busy(self.tr("Making the vault (about 2 seconds)"))
        folder = Path(self.folder_line.text().strip()).expanduser()
        self._opener.create(
            folder, self.first.text(), done=partial(self._made, folder), failed=self._failed, owner=self
        )

    def _made(self, folder: Path, recovery_key: str, thread: VaultThread) -> None:
        self.set_busy("")
        self.first.clear()
        self.second.clear()
        self.created.emit(folder, recovery_key, thread)

    def _failed(self, error: WorkbenchError) -> None:
        self.set_busy("")
        self.say_error(str(error))
        self._follow()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("An empty folder for the vault"))
        if chosen:
            self.folder_line.setText(chosen)

    def _typed(self) -> None:
        self._accepted = False
        self._judging.start()
        self._follow()

    def _judge(self) -> None:
        text, inputs = self.first.text(), self._inputs()

        def work(_progress: Progress) -> object:
            return strength(text, inputs)

        self._opener.run(work, partial(self._judged, text), failed=self._failed, owner=self)

    def _inputs(self) -> list[str]:
        """Words anyone would try here: the folder's name and the user's."""
        folder = Path(self.folder_line.text())
        return [part for part in (folder.name, Path.home().name, "collections", "debtor") if part]

    def _judged(self, text: str, judged: object) -> None:
        if text != self.first.text():
            return
        self._accepted = getattr(judged, "accepted", False)
        self._bar.setValue(getattr(judged, "score", 0))
        label, holds = getattr(judged, "label", ""), getattr(judged, "holds_for", "")
        advice = getattr(judged, "advice", "")
        words = self.tr("Strength: {label}. A hundred fast computers would need {time}.")
        said = words.format(label=label, time=holds) if text else ""
        self.strength_words.setText(f"{said} {advice}".strip())
        self._bar.setAccessibleDescription(label)
        self._follow()

    def _follow(self) -> None:
        same = self.first.text() == self.second.text()
        self.create_button.setEnabled(bool(self.folder_line.text().strip()) and self._accepted and same)
        differs = bool(self.second.text()) and not same
        self.second.line.set_bad(differs and not self.first.text().startswith(self.second.text()))
