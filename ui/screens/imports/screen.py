"""Import: four steps on one screen, each reversible; nothing is written before the last one."""

from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from ui.screens.imports.check_page import CheckPage, check_words, nothing_words
from ui.screens.imports.columns_page import ColumnsPage
from ui.screens.imports.file_page import FilePage
from ui.screens.imports.flow import ImportFlow
from ui.screens.imports.history_actions import HistoryActions
from ui.screens.imports.import_actions import ImportActions
from ui.screens.imports.layouts_box import LayoutsBox
from ui.screens.imports.result_page import ResultPage
from ui.screens.imports.steps import Foot, Step, StepHead
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.tasks.jobs import Job
from ui.widgets.states import StateStack
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.services.import_accounts import AccountsImported
from workbench.services.import_records import RecordsImported
from workbench.services.own_layouts import ReadAs
from workbench.services.previewing import PreviewRequest


class ImportScreen(Screen):
    """``enter`` takes a path, ``new`` (choose a file), or nothing."""

    place: ClassVar[Place] = Place.IMPORT

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.flow = ImportFlow(workspace, self)
        self.step = Step.FILE
        self._actions = ImportActions(self)
        self.history = HistoryActions(workspace, self)
        self.file_page = FilePage(self._actions.choose, (self.history.problems, self.history.undo))
        self.history.show_on(self.file_page)
        self.layouts = LayoutsBox(workspace)
        self.file_page.add_below(self.layouts)
        self.columns = ColumnsPage()
        self.check_page = CheckPage()
        self.result_page = ResultPage(self._actions.review, self._actions.again, self.history.problems)
        self._lay_out()
        self._listen()
        self.show_step(Step.FILE)

    def _lay_out(self) -> None:
        self.head = StepHead()
        self._pages = QStackedWidget()
        for page in (self.file_page, self.columns, self.check_page, self.result_page):
            self._pages.addWidget(page)
        self.states = StateStack(self._pages)
        self._foot = Foot(self._actions.in_foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.head)
        outer.addWidget(self.states, 1)
        outer.addWidget(self._foot)

    def _listen(self) -> None:
        self.file_page.dropped.connect(self.open_file)
        card = self.columns.file
        card.another_wanted.connect(self.choose)
        card.read_as.connect(self._read_as)
        card.client_changed.connect(self.flow.set_client)
        card.purpose_changed.connect(self.flow.set_purpose)
        card.edition_changed.connect(self.flow.set_edition)
        self.columns.target_picked.connect(self.flow.set_target)
        self.columns.reading.read_as.connect(self._read_text_as)
        self.columns.reading.dates.connect(self.flow.set_dates)
        self.columns.reading.named.connect(self.flow.set_name)
        self.flow.plan_changed.connect(self._plan_changed)
        self.flow.look_failed.connect(self._look_failed)
        self.flow.checked.connect(self._checked)
        self.flow.check_failed.connect(self._check_failed)
        self.flow.started.connect(self._started)
        self.flow.imported.connect(self._imported)
        self.flow.import_failed.connect(self.result_page.show_failed)

    # The window's side

    def title(self) -> str:
        """The place in words."""
        return self.tr("Import")

    def enter(self, target: object = None) -> None:
        """Show the history; with a path, that file; with ``new``, ask for one."""
        self.history.reload()
        self.layouts.reload()
        if isinstance(target, Path):
            self.open_file(target)
        elif target == "new" and self.step in {Step.FILE, Step.RESULT}:
            self.begin()

    def on_changes(self, changes: Changes) -> None:
        """Read the history again when an import came or went."""
        if changes.imports:
            self.history.reload()

    def panes(self) -> list[QWidget]:
        """What F6 visits."""
        tables = {
            Step.FILE: self.file_page.table,
            Step.COLUMNS: self.columns.table,
            Step.CHECK: self.check_page.table,
        }
        table = tables.get(self.step)
        return [table] if table is not None else [self.result_page.card]

    def restore(self, state: dict[str, Any]) -> None:  # noqa: ARG002
        """Show where the import stands."""
        self.enter()

    # Steps

    def show_step(self, step: Step) -> None:
        """Show a step."""
        self.step = step
        self._pages.setCurrentIndex(step)
        self.head.show_step(step)
        self._foot.setVisible(step in {Step.COLUMNS, Step.CHECK})
        self._follow()

    @property
    def foot(self) -> str:
        """What the foot says."""
        return self._foot.words

    def back(self) -> None:
        """Go one step back; nothing was written."""
        if self.step in {Step.COLUMNS, Step.CHECK}:
            self.show_step(Step(self.step - 1))

    def begin(self) -> None:
        """Start with another file."""
        self.flow.drop()
        self.history.note_made("")
        self.show_step(Step.FILE)
        self.enter()

    def choose(self) -> None:
        """Ask for a file."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("A file to import"))
        if name:
            self.open_file(Path(name))

    # What the flow tells

    def open_file(self, path: Path) -> None:
        """Look at a file and show its columns; no error of it seems to be that of the one before."""
        self.flow.drop()
        self.states.show_loading(self.tr("Looking at the file"))
        self.flow.look(PreviewRequest(path))

    def _read_as(self, kind: str, part: str, _unused: str) -> None:
        self.states.show_loading(self.tr("Looking at the file"))
        self.flow.read_as(kind, part)

    def _read_text_as(self, word: ReadAs) -> None:
        """Look again; what cannot be read so is said, and the file stays as it was shown."""
        self._foot.say(self.tr("Looking at the file"))
        self.flow.read_text_as(word)

    def _plan_changed(self, fresh: bool) -> None:
        plan = self.flow.plan
        if plan is None:
            return
        self.states.show_content()
        self.columns.show_plan(plan, fresh=fresh)
        self._foot.say(self.tr("Nothing is written yet. Reading the whole file…"))
        self.show_step(Step.COLUMNS)
        if fresh:
            self.columns.table.setFocus()

    def _look_failed(self, error: WorkbenchError) -> None:
        self.states.show_content()
        if self.step is Step.COLUMNS and self.flow.plan is not None:
            self.columns.reading.show_plan(self.flow.plan)
            self._foot.say(str(error))
            return
        self.show_step(Step.FILE)
        self.file_page.states.show_error(error, self.history.reload)

    def _checked(self) -> None:
        plan = self.flow.plan
        if plan is not None and plan.checked is not None:
            self.check_page.show_checked(plan.checked, accounts=plan.accounts)
        self._follow()

    def _check_failed(self, words: str) -> None:
        self._foot.say(words)
        self.workspace.registry.set_enabled("import.start", False, words)

    def next_problem(self) -> None:
        """Show the rows that cannot be taken, then walk through them."""
        if self.step is Step.COLUMNS:
            self.show_step(Step.CHECK)
            self.check_page.table.setFocus()
        elif self.step is Step.CHECK:
            self.check_page.next_problem()

    def _started(self, job: Job) -> None:
        plan = self.flow.plan
        self.result_page.show_running(plan.path.name if plan else "")
        self.show_step(Step.RESULT)
        job.progressed.connect(self.result_page.show_progress)

    def _imported(self, result: AccountsImported | RecordsImported) -> None:
        self.history.note_made(result.import_id)
        self.result_page.show_done(result)
        self.show_step(Step.RESULT)
        self.history.reload()

    def start_review(self) -> None:
        """Review the candidates of what was just imported."""
        result = self.flow.result
        target = result.import_id if isinstance(result, RecordsImported) else None
        self.workspace.navigator.go(Place.REVIEW, target)

    def _follow(self) -> None:
        """Enable what makes sense at this step, and say in the foot what is known."""
        plan = self.flow.plan
        self._actions.follow(plan)
        if plan is not None and plan.issue is not None:
            self._foot.say(f"{plan.issue.message} {plan.issue.hint}")
        elif plan is not None and plan.checked is not None:
            words = nothing_words(plan.checked) or check_words(plan.checked, accounts=plan.accounts)
            self._foot.say(self.tr("Nothing is written yet. {words}").format(words=words))
