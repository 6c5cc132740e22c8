"""Import: four steps on one screen, each reversible; nothing is written before the last one."""

from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.screens.imports.check_page import CheckPage, check_words
from ui.screens.imports.columns_page import ColumnsPage
from ui.screens.imports.file_page import FilePage
from ui.screens.imports.flow import ImportFlow
from ui.screens.imports.history_actions import HistoryActions
from ui.screens.imports.result_page import ResultPage
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.tasks.jobs import Job
from ui.widgets.buttons import action_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import plain_label
from ui.widgets.states import StateStack
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.model.importing import ImportRecord
from workbench.services import imports
from workbench.services.import_accounts import AccountsImported
from workbench.services.import_records import RecordsImported
from workbench.services.previewing import PreviewRequest


class Step(IntEnum):
    """The steps in order."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    RESULT = 3


class ImportScreen(Screen):
    """``enter`` takes a path, ``new`` (choose a file), or nothing."""

    place: ClassVar[Place] = Place.IMPORT

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.flow = ImportFlow(workspace, self)
        self.step = Step.FILE
        self._add_actions()
        self.history = HistoryActions(self)
        self.file_page = FilePage(self._choose, (self.history.problems, self.history.undo))
        self.columns = ColumnsPage()
        self.check_page = CheckPage()
        self.result_page = ResultPage(self._review, self._again, self.history.problems)
        self._lay_out()
        self._listen()
        self.show_step(Step.FILE)

    def _add_actions(self) -> None:
        add = partial(self.workspace.registry.add, menu="file", place=Place.IMPORT)
        self._choose = add(
            "import.choose", self.tr("Choose a file…"), self.choose, keys=("Ctrl+O",), widget=self
        )
        self._back = add("import.back", self.tr("Back"), self.back, widget=self)
        self._problems = add(
            "import.next_problem", self.tr("Problems"), self.next_problem, keys=("F8",), widget=self
        )
        self._save = add("import.save_mapping", self.tr("Save mapping"), self.flow.save_mapping,
                         keys=("Ctrl+S",), widget=self)  # fmt: skip
        self._import = add("import.start", self.tr("Import and find matches"), self.flow.start,
                           keys=("Ctrl+Return",), widget=self)  # fmt: skip
        self._review = add("import.review", self.tr("Start review"), self.start_review, widget=self)
        self._again = add("import.again", self.tr("Import another file"), self.begin, widget=self)

    def _lay_out(self) -> None:
        self._chips = [Chip(ChipKind.NEUTRAL, "") for _ in Step]
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Import"), role=Role.H1))
        head.addStretch(1)
        for chip in self._chips:
            head.addWidget(chip)
        self._pages = QStackedWidget()
        for page in (self.file_page, self.columns, self.check_page, self.result_page):
            self._pages.addWidget(page)
        self.states = StateStack(self._pages)
        self._foot = Card()
        self._foot_words = plain_label("", wrap=True)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        row.addWidget(action_button(self._import, primary=True))
        for action in (self._save, self._problems, self._back):
            row.addWidget(action_button(action))
        self._foot.add(self._foot_words)
        self._foot.add(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self.states, 1)
        outer.addWidget(self._foot)

    def _listen(self) -> None:
        self.file_page.dropped.connect(self.open_file)
        self.file_page.table.current_changed.connect(self._history_moved)
        card = self.columns.file
        card.another_wanted.connect(self.choose)
        card.read_as.connect(self._read_as)
        card.client_changed.connect(self.flow.set_client)
        card.purpose_changed.connect(self.flow.set_purpose)
        self.columns.target_picked.connect(self.flow.set_target)
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
        self.reload()
        if isinstance(target, Path):
            self.open_file(target)
        elif target == "new" and self.step in {Step.FILE, Step.RESULT}:
            self.begin()

    def on_changes(self, changes: Changes) -> None:
        """Read the history again when an import came or went."""
        if changes.imports:
            self.reload()

    def panes(self) -> list[QWidget]:
        """What F6 visits."""
        tables = {
            Step.FILE: self.file_page.table,
            Step.COLUMNS: self.columns.table,
            Step.CHECK: self.check_page.table,
        }
        table = tables.get(self.step)
        return [table] if table is not None else [self.result_page.card]

    def remember(self) -> dict[str, Any]:
        """Nothing: a file's path is not kept, and its rows are not either."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:  # noqa: ARG002
        """Show where the import stands."""
        self.reload()

    # Steps

    def show_step(self, step: Step) -> None:
        """Show a step."""
        self.step = step
        self._pages.setCurrentIndex(step)
        words = (self.tr("1 File"), self.tr("2 Columns"), self.tr("3 Check"), self.tr("4 Import"))
        for place, chip in enumerate(self._chips):
            kind = ChipKind.OK if place < step else ChipKind.INFO if place == step else ChipKind.NEUTRAL
            chip.set(kind, words[place], None if place <= step else "")
        self._foot.setVisible(step in {Step.COLUMNS, Step.CHECK})
        self._follow()

    def back(self) -> None:
        """Go one step back; nothing was written."""
        if self.step in {Step.COLUMNS, Step.CHECK}:
            self.show_step(Step(self.step - 1))

    def begin(self) -> None:
        """Start with another file."""
        self.flow.drop()
        self.show_step(Step.FILE)
        self.reload()

    def choose(self) -> None:
        """Ask for a file."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("A file to import"))
        if name:
            self.open_file(Path(name))

    def reload(self) -> None:
        """Read the imports so far."""
        self.workspace.vault.read(
            imports.history, self._show_history, owner=self, failed=self._history_failed, key="history"
        )

    def _show_history(self, records: Sequence[ImportRecord]) -> None:
        self.file_page.show_history(records)
        self.history.follow()

    def _history_failed(self, error: WorkbenchError) -> None:
        self.file_page.states.show_error(error, self.reload)

    def _history_moved(self, _row: int) -> None:
        self.history.follow()

    def current_import(self) -> ImportRecord | None:
        """The import that history's actions are about: the one just made, or the current one."""
        result = self.flow.result
        if self.step is Step.RESULT and result is not None:
            return next((r for r in self.file_page.records if r.import_id == result.import_id), None)
        return self.file_page.current()

    # What the flow tells

    def open_file(self, path: Path) -> None:
        """Look at a file and show its columns."""
        self.states.show_loading(self.tr("Looking at the file"))
        self.flow.look(PreviewRequest(path))

    def _read_as(self, kind: str, part: str, _unused: str) -> None:
        self.states.show_loading(self.tr("Looking at the file"))
        self.flow.read_as(kind, part)

    def _plan_changed(self, fresh: bool) -> None:
        plan = self.flow.plan
        if plan is None:
            return
        self.states.show_content()
        self.columns.show_plan(plan, fresh=fresh)
        self._foot_words.setText(self.tr("Nothing is written yet. Reading the whole file…"))
        self.show_step(Step.COLUMNS)
        if fresh:
            self.columns.table.setFocus()

    def _look_failed(self, error: WorkbenchError) -> None:
        self.states.show_content()
        self.show_step(Step.FILE)
        self.file_page.states.show_error(error, self.reload)

    def _checked(self) -> None:
        plan = self.flow.plan
        if plan is not None and plan.checked is not None:
            self.check_page.show_checked(plan.checked, accounts=plan.accounts)
        self._follow()

    def _check_failed(self, words: str) -> None:
        self._foot_words.setText(words)
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
        self.result_page.show_done(result)
        self.show_step(Step.RESULT)
        self.reload()

    def start_review(self) -> None:
        """Review the candidates of what was just imported."""
        result = self.flow.result
        target = result.import_id if isinstance(result, RecordsImported) else None
        self.workspace.navigator.go(Place.REVIEW, target)

    def _follow(self) -> None:
        """Enable what makes sense at this step, and say in the foot what is known."""
        registry, plan = self.workspace.registry, self.flow.plan
        read_only = self.tr("The vault is open read-only.") if self.workspace.read_only else ""
        problem = plan.issue if plan is not None else None
        why = problem.message if problem else read_only
        ready = plan is not None and problem is None and not read_only
        registry.set_enabled("import.start", ready, why)
        registry.set_enabled(
            "import.save_mapping", ready and bool(plan and plan.preview.seen.fingerprint), why
        )
        checked = plan.checked if plan is not None else None
        waiting = self.tr("The dry run is not finished.")
        registry.set_enabled("import.next_problem", checked is not None, waiting)
        if problem is not None:
            self._foot_words.setText(f"{problem.message} {problem.hint}")
        elif checked is not None and plan is not None:
            words = check_words(self, checked, accounts=plan.accounts)
            self._foot_words.setText(self.tr("Nothing is written yet. {words}").format(words=words))

    @property
    def foot(self) -> str:
        """What the foot says."""
        return self._foot_words.text()
