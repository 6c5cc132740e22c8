"""What can be done to an import of the history: see what it did not take, and undo it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.messages.formats import count
from ui.messages.translating import translate
from ui.messages.words import plural
from ui.screens.imports import work
from ui.screens.imports.file_page import FilePage
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from workbench.base.errors import WorkbenchError
from workbench.model.importing import ImportKind, ImportRecord
from workbench.services import imports
from workbench.services.import_records import Undone
from workbench.services.import_undo import AccountsUndone, UndoPlan
from workbench.services.rematching import Rematched


class HistoryActions(QObject):
    """Reads the history, adds its actions to the registry and carries them out."""

    def __init__(self, workspace: Workspace, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace
        self._page: FilePage
        self._made = ""
        add = self._workspace.registry.add
        self.problems = add(
            "import.problems", translate("Imports", "Rows not taken…"), self.export_problems,
            menu="file", place=Place.IMPORT,
        )  # fmt: skip
        self.undo = add(
            "import.undo", translate("Imports", "Undo this import…"), self.ask_undo,
            menu="edit", place=Place.IMPORT,
        )  # fmt: skip

        self.rematch = add(
            "import.rematch", translate("Imports", "Match changed accounts again"), self.match_changed,
            menu="file", place=Place.IMPORT,
        )  # fmt: skip
        if workspace.read_only:
            reason = translate("Imports", "The vault is open read-only.")
            workspace.registry.set_enabled("import.rematch", enabled=False, reason=reason)

    def match_changed(self) -> None:
        """Match what is new or changed in the accounts against the record files that are there."""
        words = translate("Imports", "Matching changed accounts")
        self._workspace.jobs.start(words, work.match_changed, self._matched, owner=self._screen)

    def _matched(self, done: Rematched) -> None:
        self._workspace.messages.say(done.words)

    def show_on(self, page: FilePage) -> None:
        """Show the history on the first step's page."""
        self._page = page
        page.table.current_changed.connect(self.follow)

    def note_made(self, import_id: str) -> None:
        """The import that the actions are about until somebody goes back to the history; empty: none."""
        self._made = import_id

    def reload(self) -> None:
        """Read the imports so far."""
        self._workspace.vault.read(
            imports.history, self._show, owner=self, failed=self._failed, key="history"
        )

    def _show(self, records: Sequence[ImportRecord]) -> None:
        self._page.show_history(records)
        self.follow()

    def _failed(self, error: WorkbenchError) -> None:
        self._page.states.show_error(error, self.reload)

    def current(self) -> ImportRecord | None:
        """The import that the actions are about: the one just made, or the current one."""
        if self._made:
            return next((r for r in self._page.records if r.import_id == self._made), None)
        return self._page.current()

    def follow(self) -> None:
        """Enable what makes sense for the import that is current."""
        record, registry = self.current(), self._workspace.registry
        none = translate("Imports", "There is no import.")
        rejected = record is not None and record.counts.rejected > 0
        why = translate("Imports", "It took every row.") if record else none
        registry.set_enabled("import.problems", rejected, why)
        stands = record is not None and record.undone_at is None
        why = translate("Imports", "It was undone already.") if record else none
        if self._workspace.read_only:
            stands, why = False, translate("Imports", "The vault is open read-only.")
        registry.set_enabled("import.undo", stands, why)

    def export_problems(self) -> None:
        """Write the rows that were not taken, with their own text, where the person says."""
        record = self.current()
        if record is None:
            return
        words = translate("Imports", "Rows not taken (the file is not encrypted)")
        name, _ = QFileDialog.getSaveFileName(self._screen, words, "rows-not-taken.csv", "CSV (*.csv)")
        if name:
            self.export_problems_to(record, Path(name))

    def export_problems_to(self, record: ImportRecord, out: Path) -> None:
        """Write them to ``out``."""
        export = partial(work.write_problems, import_id=record.import_id, out=out)
        self._workspace.vault.read(export, self._exported, owner=self._screen)

    def _exported(self, number: int) -> None:
        one = translate("Imports", "1 row written. The file is not encrypted.")
        many = translate("Imports", "{n} rows written. The file is not encrypted.")
        self._workspace.messages.say(plural(number, one, many))

    # Undo

    def ask_undo(self) -> None:
        """Say what an undo would do, then do it if the person agrees."""
        record = self.current()
        if record is None:
            return
        if record.kind is ImportKind.RECORDS:
            words = translate(
                "Imports",
                "Its {n} rows, their key and its pending candidates go. What you accepted stays in its case.",
            )
            if self._agreed(words.format(n=count(record.counts.accepted))):
                self.undo_records(record)
            return
        plan = partial(work.plan_accounts_undo, import_id=record.import_id)
        words = translate("Imports", "Looking at the cases")
        self._workspace.jobs.start(words, plan, self._planned, owner=self._screen)

    def _planned(self, plan: UndoPlan) -> None:
        words = translate("Imports", "Accounts destroyed for good: {n}; kept: {kept}.")
        said = words.format(n=count(len(plan.removable)), kept=count(len(plan.kept)))
        listed = [f"{k.account_number}: {k.why}" for k in plan.kept[:12]]
        if len(plan.kept) > len(listed):
            listed.append("…")
        if self._agreed("\n".join([said, *listed])):
            self.undo_accounts(plan.record)

    def _agreed(self, words: str) -> bool:
        title = translate("Imports", "Undo this import")
        return self._workspace.messages.ask(title, words, translate("Imports", "Undo it"))

    def undo_records(self, record: ImportRecord) -> None:
        """Take an import of records back."""
        undo = partial(work.records_undo, import_id=record.import_id)
        words = translate("Imports", "Undoing the import")
        self._workspace.jobs.start(words, undo, self._records_undone, owner=self._screen, cancellable=False)

    def undo_accounts(self, record: ImportRecord) -> None:
        """Take an import of accounts back."""
        undo = partial(work.accounts_undo, import_id=record.import_id)
        words = translate("Imports", "Undoing the import")
        self._workspace.jobs.start(words, undo, self._accounts_undone, owner=self._screen)

    def _records_undone(self, undone: Undone) -> None:
        said = plural(
            undone.leads_removed,
            translate("Imports", "Undone: 1 candidate is gone."),
            translate("Imports", "Undone: {n} candidates are gone."),
        )
        if undone.proposed:
            by_hand = plural(
                undone.proposed,
                translate("Imports", "1 of them was proposed by hand; its case tells so."),
                translate("Imports", "{n} of them were proposed by hand; their cases tell so."),
            )
            said = f"{said} {by_hand}"
        if undone.kept_accounts:
            kept = translate("Imports", "Accepted before and kept: {numbers}")
            said = f"{said} {kept.format(numbers=', '.join(undone.kept_accounts[:8]))}"
        self._workspace.messages.say(said)
        self.reload()

    def _accounts_undone(self, undone: AccountsUndone) -> None:
        words = translate("Imports", "Undone. Accounts gone: {n}; kept: {kept}.")
        self._workspace.messages.say(words.format(n=count(undone.removed), kept=count(len(undone.kept))))
        self.reload()
