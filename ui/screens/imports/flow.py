"""The way of one file through the import: looked at, mapped, checked, imported; without widgets."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.screens.imports import work
from ui.screens.imports.plan import ImportPlan
from ui.shell.workspace import Workspace
from ui.tasks.jobs import Job
from workbench.base.errors import CancelledError, WorkbenchError
from workbench.services.import_accounts import AccountsImported
from workbench.services.import_check import Checked
from workbench.services.import_records import RecordsImported
from workbench.services.own_layouts import ReadAs, carried, fixed_columns
from workbench.services.previewing import Preview, PreviewRequest


class ImportFlow(QObject):
    """Holds the plan and carries it on.

    ``plan_changed`` tells of every change of the plan, and whether it is another file or part; ``checked``
    that the dry run of the present plan is done.  A newer look or plan makes answers about an older one void.
    """

    plan_changed = Signal(bool)
    look_failed = Signal(object)
    checked = Signal()
    check_failed = Signal(str)
    started = Signal(object)
    imported = Signal(object)
    import_failed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._checking: Job | None = None
        self._looking = 0
        self._carried = ""
        self.plan: ImportPlan | None = None
        self.result: AccountsImported | RecordsImported | None = None

    # Looking

    def look(self, request: PreviewRequest) -> None:
        """Look at a file."""
        self._looking += 1
        self._workspace.jobs.start(
            self.tr("Looking at the file"), partial(work.look, request=request),
            partial(self._seen, self._looking), owner=self, failed=partial(self._not_seen, self._looking),
        )  # fmt: skip

    def read_as(self, kind: str, part: str) -> None:
        """Look at the same file as another kind, or at another part of it."""
        if self.plan is None:
            return
        archive = bool(self.plan.preview.names("members"))
        member, sheet = (part or None, None) if archive else (None, part or None)
        self.look(replace(self.plan.preview.request, kind=kind, member=member, sheet=sheet))

    def read_text_as(self, word: ReadAs) -> None:
        """Look at the same file with a person's word on its encoding, delimiter, header or boundaries."""
        plan = self.plan
        if plan is None:
            return
        if word.breaks and not plan.accounts:
            self._carried = carried(plan.mapping, fixed_columns(plan.preview), word.breaks)
        request = plan.preview.request
        self.look(replace(request, kind=plan.preview.kind if word.breaks else request.kind, read_as=word))

    def _seen(self, number: int, preview: Preview) -> None:
        if number != self._looking:
            return
        before, seen = self.plan, preview.seen
        same = before is not None and before.preview.digest == preview.digest
        purpose = before.purpose if same and before else seen.purpose
        plan = ImportPlan(
            preview, preview.mapping, client=before.client if before else "",
            purpose=purpose or "debt_collection", name=before.name if same and before else seen.own,
            edited=bool(preview.request.read_as) or seen.basis == "similar",
        )  # fmt: skip
        if self._carried and seen.basis == "headings" and not plan.accounts:
            plan = replace(plan, mapping=self._carried, edited=True)
        self._carried = ""
        self._set(plan, fresh=True)

    def _not_seen(self, number: int, error: WorkbenchError) -> None:
        if number == self._looking:
            self.look_failed.emit(error)

    # The plan

    def set_target(self, column: str, key: str) -> None:
        """Let a column stand for something else."""
        if self.plan is not None:
            self._set(self.plan.with_target(column, key))

    def set_client(self, client: str) -> None:
        """Name the client of rows that name none."""
        if self.plan is not None and client != self.plan.client:
            self._set(replace(self.plan, client=client, checked=None))

    def set_purpose(self, purpose: str) -> None:
        """Say what the records are used for."""
        if self.plan is not None and purpose != self.plan.purpose:
            self._set(replace(self.plan, purpose=purpose, checked=None))

    def set_dates(self, order: str) -> None:
        """Say in which order dates are written."""
        if self.plan is not None:
            self._set(self.plan.with_dates(order))

    def set_name(self, name: str) -> None:
        """Name the layout; it is kept when it is saved."""
        if self.plan is not None and name != self.plan.name:
            self.plan = replace(self.plan, name=name)

    def set_edition(self, edition_of: str) -> None:
        """Say whether the file may take the place of an earlier edition; what was checked stays so."""
        if self.plan is not None and edition_of != self.plan.edition_of:
            self._set(replace(self.plan, edition_of=edition_of))

    def drop(self) -> None:
        """Forget the file; nothing was written."""
        self._stop_check()
        self._looking += 1
        self.plan = None

    def save_mapping(self) -> None:
        """Keep the mapping for files with the same headings, before anything is imported."""
        if self.plan is not None:
            save = partial(work.save_mapping, plan=self.plan)
            self._workspace.vault.write(save, self._mapping_saved, owner=self)

    def _mapping_saved(self, _nothing: object) -> None:
        name = self.plan.name if self.plan is not None else ""
        words = self.tr("Mapping saved: files with these headings are read so.")
        if name:
            words = self.tr("Saved as {name}: such files are read so.").format(name=name)
        self._workspace.messages.say(words)

    def _set(self, plan: ImportPlan, *, fresh: bool = False) -> None:
        self.plan = plan
        self._stop_check()
        self.plan_changed.emit(fresh)
        if plan.checked is None and plan.issue is None:
            self._checking = self._workspace.jobs.start(
                self.tr("Dry run"), partial(work.check, plan=plan), partial(self._checked, plan), owner=self,
                failed=partial(self._not_checked, plan),
            )  # fmt: skip

    # Dry run

    def _stop_check(self) -> None:
        if self._checking is not None:
            self._checking.cancel()
            self._checking = None

    def _checked(self, plan: ImportPlan, checked: Checked) -> None:
        if self.plan is not None and plan == replace(self.plan, name=plan.name):
            self._checking = None
            self.plan = replace(self.plan, checked=checked)
            self.checked.emit()

    def _not_checked(self, plan: ImportPlan, error: WorkbenchError) -> None:
        if plan is self.plan and not isinstance(error, CancelledError):
            self._checking = None
            self.check_failed.emit(str(error))

    # Importing

    def start(self) -> None:
        """Import; asks first when the very same file was imported before."""
        plan = self.plan
        if plan is None or plan.issue is not None:
            return
        if plan.repeats:
            words = self.tr("This very file was imported before: its rows would repeat.")
            if not self._workspace.messages.ask(self.tr("Import again"), words, self.tr("Import it again")):
                return
            plan = self.plan = replace(plan, again=True)
        self._stop_check()
        job = self._workspace.jobs.start(
            self.tr("Import"), partial(work.take, plan=plan), self._imported, owner=self,
            failed=self._not_imported,
        )  # fmt: skip
        self.started.emit(job)

    def _imported(self, result: AccountsImported | RecordsImported) -> None:
        self.result, self.plan = result, None
        self.imported.emit(result)

    def _not_imported(self, error: WorkbenchError) -> None:
        self.import_failed.emit(str(error))
