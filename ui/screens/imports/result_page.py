"""Step 4: how far the import is, and what it did."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.messages.formats import count
from ui.messages.words import plural
from ui.style.fonts import Role
from ui.widgets.buttons import action_button
from ui.widgets.cards import Card
from ui.widgets.labels import plain_label
from workbench.services.import_accounts import AccountsImported
from workbench.services.import_records import RecordsImported


class ResultPage(QWidget):
    """While it runs: progress, and that it may be left.  Afterwards: counts, and the way on."""

    def __init__(
        self, review: QAction, again: QAction, problems: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.card = Card()
        self._words = plain_label("", role=Role.H1, wrap=True)
        self._more = plain_label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._review = action_button(review, primary=True)
        self._problems = action_button(problems)
        self._again = action_button(again)
        self._far = plain_label("", tone="text2")
        for widget in (self._words, self._bar, self._far, self._more):
            self.card.add(widget)
        row = QHBoxLayout()
        for button in (self._review, self._problems, self._again):
            row.addWidget(button)
        row.addStretch(1)
        self.card.body.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)
        layout.addStretch(1)

    @property
    def words(self) -> str:
        """What is said."""
        return f"{self._words.text()} {self._more.text()}".strip()

    def show_running(self, name: str) -> None:
        """Say that the import runs."""
        self._words.setText(self.tr("Importing {file}").format(file=name))
        self._more.setText(self.tr("You can work elsewhere meanwhile; the status bar shows how far it is."))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._far.setText("")
        self._far.show()
        for button in (self._review, self._problems, self._again):
            button.hide()

    def show_progress(self, done: int, total: int | None, stage: str) -> None:
        """Say how far it is, and with what."""
        far = self.tr("{done} of {total}").format(done=count(done), total=count(total)) if total else ""
        self._far.setText(" · ".join(part for part in (stage, far) if part))
        self._bar.setRange(0, 1000 if total else 0)
        if total:
            self._bar.setValue(min(1000, done * 1000 // total))

    def show_done(self, result: AccountsImported | RecordsImported) -> None:
        """Say what the import did."""
        self._bar.hide()
        self._far.hide()
        leads = plural(result.leads, self.tr("1 candidate"), self.tr("{n} candidates"))
        if result.leads:
            self._words.setText(self.tr("{leads} ready: start the review").format(leads=leads))
        else:
            self._words.setText(self.tr("Imported. No new candidates."))
        told = [self._counts(result)]
        if isinstance(result, RecordsImported) and result.edition is not None:
            told.append(result.edition.words)
        self._more.setText("\n".join([*told, *result.notes]))
        self._review.setVisible(result.leads > 0)
        self._problems.setVisible(result.counts.rejected > 0)
        self._again.show()
        (self._review if result.leads else self._again).setFocus()

    def show_failed(self, words: str) -> None:
        """Say why nothing came of it."""
        self._bar.hide()
        self._far.hide()
        self._words.setText(self.tr("Nothing was imported"))
        self._more.setText(words)
        self._review.hide()
        self._problems.hide()
        self._again.show()
        self._again.setFocus()

    def _counts(self, result: AccountsImported | RecordsImported) -> str:
        counts = result.counts
        parts = [plural(counts.read, self.tr("1 row read"), self.tr("{n} rows read"))]
        if isinstance(result, AccountsImported):
            parts.append(plural(result.added, self.tr("1 account added"), self.tr("{n} accounts added")))
            parts.append(self.tr("{n} updated").format(n=count(result.updated)))
        else:
            parts.append(self.tr("{n} taken").format(n=count(counts.accepted)))
            parts.append(plural(result.people, self.tr("1 person"), self.tr("{n} people")))
        parts.append(plural(counts.duplicate, self.tr("1 repeat"), self.tr("{n} repeats")))
        parts.append(self.tr("{n} not taken").format(n=count(counts.rejected)))
        return " · ".join(parts)
