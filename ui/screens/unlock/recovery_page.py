"""The recovery sheet: shown once after a vault was made, to be printed or saved; going on needs a yes."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, Signal
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui.screens.unlock.page import Page
from ui.style.fonts import FAMILY, Role
from ui.widgets.buttons import push_button
from ui.widgets.forms import CheckBox
from ui.widgets.labels import plain_label
from workbench.base.errors import MachineError
from workbench.services.exports import export_bytes


class RecoveryPage(Page):
    """``finished`` comes when the person has the sheet."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your recovery sheet"), parent)
        self._key = ""
        self._vault_name = ""
        intro = self.tr("It opens the vault if the passphrase is lost. It is shown once and kept nowhere."
                        " Print it, and keep it away from this computer.")  # fmt: skip
        self.card.add(plain_label(intro, wrap=True))
        self.key_label = plain_label("", role=Role.MONO, wrap=True, selectable=True)
        self.card.add(self.key_label)
        self._print = push_button(self.tr("Print…"))
        self._print.clicked.connect(self._print_sheet)
        self._save = push_button(self.tr("Save as PDF…"))
        self._save.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.addWidget(self._print)
        row.addWidget(self._save)
        row.addStretch(1)
        self.card.body.addLayout(row)
        self.have_it = CheckBox(self.tr("I have it on paper, or written down"))
        self.have_it.toggled.connect(self._follow)
        self.card.add(self.have_it)
        self.go_on = push_button(self.tr("Go on"), primary=True)
        self.go_on.clicked.connect(self._finish)
        self.card.add(self.go_on)
        self.add_foot()

    def show_key(self, vault_name: str, key: str) -> None:
        """Show the recovery key of a vault that was just made."""
        self._key, self._vault_name = key, vault_name
        self.key_label.setText("\n".join(key_lines(key)))
        self.key_label.setAccessibleName(self.tr("Recovery key"))
        self.have_it.setChecked(False)
        self._follow()
        self._print.setFocus()

    def save_sheet(self, file: Path) -> None:
        """Write the sheet as PDF; an error is said on the page."""
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        writer.setTitle(self.tr("Recovery sheet"))
        painter = QPainter(writer)
        self._draw(painter, writer.resolution())
        painter.end()
        try:
            with export_bytes(file) as stream:
                stream.write(buffer.data().data())
        except MachineError as error:
            self.say_error(str(error))
        else:
            self.say_error("")

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery sheet"), "recovery-sheet.pdf", self.tr("PDF files (*.pdf)")
        )
        if name:
            self.save_sheet(Path(name))

    def _print_sheet(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  (rarely needed)

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            painter = QPainter(printer)
            self._draw(painter, printer.resolution())
            painter.end()
        dialog.deleteLater()

    def _draw(self, painter: QPainter, resolution: int) -> None:
        """Draw the sheet, ``resolution`` dots an inch, from one inch below the top."""
        line = resolution // 4
        y = resolution
        for words, points, bold in self._lines():
            font = QFont([FAMILY, "Helvetica"])
            font.setPointSize(points)
            font.setBold(bold)
            painter.setFont(font)
            painter.drawText(resolution // 2, y, words)
            y += line if points < 14 else 2 * line

    def _lines(self) -> list[tuple[str, int, bool]]:
        how = self.tr("Type it in place of the passphrase; spaces, dashes and case do not matter.")
        who = self.tr("Whoever holds this sheet and the vault's folder can read everything in it.")
        today = date.today().isoformat()  # noqa: DTZ011  (the day on paper is the day here)
        return [
            (self.tr("Locate Workbench: recovery sheet"), 18, True),
            (self.tr("Vault: {name}").format(name=self._vault_name), 12, False),
            (self.tr("Made on {day}").format(day=today), 12, False),
            ("", 12, False),
            *[(text, 14, True) for text in key_lines(self._key)],
            (how, 11, False),
            (who, 11, False),
        ]

    def _follow(self) -> None:
        self.go_on.setEnabled(self.have_it.isChecked())

    def _finish(self) -> None:
        self._key = ""
        self.key_label.setText("")
        self.finished.emit()


def key_lines(key: str) -> list[str]:
    """The key's groups, four a line."""
    groups = key.split("-")
    return ["-".join(groups[i : i + 4]) for i in range(0, len(groups), 4)]
