"""The library search: a line, what it was understood as, who is found, and the record beside the list."""

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.paged_rows import PagedRows
from ui.screens.library import library_words as words
from ui.screens.library.noting import SearchNotes
from ui.screens.library.record_desk import RecordDesk
from ui.screens.library.renewing import Renewing
from ui.screens.library.search_bar import SearchBar
from ui.shell.navigator import RecordsTarget
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.announcing import announce
from ui.widgets.buttons import action_button
from ui.widgets.labels import plain_label
from ui.widgets.splitters import Splitter
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.services.finding_for_case import CaseSearch, search_of_case
from workbench.services.finding_people import Answer, find_people
from workbench.services.library_search_answer import LIMIT, MOST, Hit

BESIDE_FROM = 1000
"""Width of the screen (at 100 %) from which the record stands beside the list, and not below it."""


class LibraryScreen(Screen):
    """``enter`` takes a RecordsTarget (a case's own search), a line, or nothing."""

    place: ClassVar[Place] = Place.LIBRARY

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.answer: Answer | None = None
        self.limit = LIMIT
        self.case: list[str] = []
        self.known: words.Known = {}
        self.bar = SearchBar()
        self.model: PagedRows[Hit] = PagedRows(
            words.columns(self.known, self.case), words.sentence, words.key_of, self
        )
        self.table = TableView(self.tr("People found"))
        self.table.setModel(self.model)
        widths = [column.width for column in self.model.columns]
        self.table.set_columns(widths, stretch=3, fitted=True, giving=[(2, 96), (5, 92), (3, 200)])
        self._says = plain_label(tone="text2")
        self.notes = SearchNotes(workspace, self)
        self._body = QWidget()
        self.desk = RecordDesk(workspace, self._body, self)
        self._add_actions()
        self._lay_out()
        self._listen()
        if workspace.read_only:
            said = self.tr("Opened read-only: searches are not entered in the audit.")
            self.states.set_strip(ChipKind.WARN, said, key="read_only")

    # Building

    def _add_actions(self) -> None:
        add = partial(self.workspace.registry.add, place=Place.LIBRARY, widget=self._body)
        add("library.focus", self.tr("Search line"), self.bar.setFocus, keys=("/", "Ctrl+F"))
        self._more = add("library.more", self.tr("Show more"), self.more, keys=("M",), menu="view")
        add("library.anyone", self.tr("Search for anyone"), self.for_anyone, keys=("X",))

    def _lay_out(self) -> None:
        self._splitter = Splitter(self.table, self.desk.panel)
        self._splitter.set_stretch(1, 0)
        self.states = StateStack(self._splitter)
        self.renewing = Renewing(self.workspace, self._body, self.states, self._run)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Search the record files"), role=Role.H1))
        head.addStretch(1)
        self.more_button = action_button(self._more)
        head.addWidget(self._says)
        head.addWidget(self.more_button)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.states)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self.bar)
        outer.addWidget(self._body, 1)

    def _listen(self) -> None:
        self.bar.line.changed.connect(self.search)
        self.bar.line.line.left_down.connect(self.table.setFocus)
        self.bar.line.line.returnPressed.connect(self.table.setFocus)
        self.table.opened.connect(self.desk.open_row)
        self.table.current_changed.connect(self._current_changed)
        self.model.wanted.connect(self._bring)
        self._follow()

    # The window's side

    def title(self) -> str:
        """The place in words."""
        return self.tr("Search the record files")

    def enter(self, target: object = None) -> None:
        """Search for the debtor of a case, for a line, or show what was searched for last."""
        if isinstance(target, RecordsTarget):
            self._search_for_case(target.account_id)
        elif isinstance(target, str) and target:
            self.for_anyone(target)
        else:
            self._run()

    def leave(self) -> None:
        """Enter in the audit what was looked at."""
        self.notes.settle()

    def on_changes(self, changes: Changes) -> None:
        """Files came or went, or a lead was judged: search again while somebody looks."""
        if self.isVisible() and (changes.imports or changes.leads or changes.accounts):
            self._run()

    def panes(self) -> list[QWidget]:
        """The line, the list, the record."""
        return [self.bar.line.line, self.table, self.desk.panel]

    def remember(self) -> dict[str, Any]:
        """The line, whose case it is for, and the record looked at."""
        return {
            "line": self.bar.line.text(),
            "case": self.case[0] if self.case else "",
            "hit": self.model.id_at(self.table.current_row()),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Search for that again."""
        self.bar.line.set_text(str(state.get("line", "")))
        self._set_case(str(state.get("case", "")), "")
        self._run(keep=str(state.get("hit", "")))

    # Searching

    def search(self, line: str) -> None:
        """Search for a line."""
        if line != self.bar.line.text():
            self.bar.line.set_text(line)
        self.limit = LIMIT
        self._run()

    def more(self) -> None:
        """Show more of what was found."""
        if self.answer is not None and self.answer.more and self.limit < MOST:
            self.limit = min(MOST, self.limit * 3)
            self._run(keep=self.model.id_at(self.table.current_row()))

    def for_anyone(self, line: str = "") -> None:
        """Search for a line, no longer for the debtor of a case."""
        self._set_case("", "")
        self.search(line)
        self.bar.setFocus()

    def _search_for_case(self, account_id: str) -> None:
        self.states.show_loading(self.tr("Reading the case"))
        work = partial(search_of_case, account_id=account_id)
        self.workspace.vault.read(work, self._case_read, owner=self, failed=self._failed, key="answer")

    def _case_read(self, asked: CaseSearch) -> None:
        self._set_case(asked.account_id, asked.account_number)
        self.search(asked.line)

    def _set_case(self, account_id: str, number: str) -> None:
        self.case[:] = [account_id] if account_id else []
        self.states.clear_strip("case")
        if account_id:
            said = self.tr("Searching for the debtor of account {number}.").format(number=number)
            if not number:
                said = self.tr("Searching for the debtor of a case.")
            self.states.set_strip(
                ChipKind.INFO, said, self.tr("Back to the case"), self.desk.back_to_case, key="case"
            )
        self.workspace.registry.set_enabled(
            "library.anyone", bool(account_id), self.tr("This search is not for a case.")
        )

    def _run(self, *, keep: str = "") -> None:
        self.states.show_loading(self.tr("Searching"))
        work = partial(find_people, line=self.bar.line.text(), limit=self.limit)
        done = partial(self._show, keep=keep)
        self.workspace.vault.read(work, done, owner=self, failed=self._failed, key="answer")

    def _failed(self, error: WorkbenchError) -> None:
        self.answer = None
        self._follow()
        self.states.show_error(error, self._run)

    def _show(self, answer: Answer, *, keep: str) -> None:
        self.answer = answer
        self.known.clear()
        self.known.update(answer.links)
        self.bar.show_understood(answer.understood)
        self.model.set_ids([hit.key for hit in answer.hits], answer.hits)
        self.table.set_current_row(max(0, self.model.place_of(keep)))
        self.states.clear_strip("notes")
        if answer.notes and answer.understood.searchable:
            self.states.set_strip(ChipKind.WARN, "   ".join(answer.notes), key="notes")
        self.renewing.offer(len(answer.outdated))
        self._show_state(answer)
        self._current_changed(self.table.current_row())
        self.notes.found(answer, self.case[0] if self.case else "")

    def _show_state(self, answer: Answer) -> None:
        if answer.hits:
            self.states.show_content()
        else:
            action = None if answer.files else self.workspace.registry.action("file.import")
            self.states.show_empty(words.nobody(answer), action)
        said = words.how_many(answer)
        self._says.setText(said)
        announce(self, said or self.states.words)

    def _bring(self, keys: list[str]) -> None:
        wanted = set(keys)
        self.model.put_rows(hit for hit in (self.answer.hits if self.answer else ()) if hit.key in wanted)

    # The record

    def _current_changed(self, _row: int) -> None:
        self.desk.show_current()
        self._follow()

    def _follow(self) -> None:
        more = self.answer is not None and self.answer.more and self.limit < MOST
        self.workspace.registry.set_enabled("library.more", more, self.tr("Everything found is shown."))
        self.more_button.setVisible(more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The record stands below the list where there is no room beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE_FROM * current_theme().scale
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._splitter.orientation() != way:
            self._splitter.setOrientation(way)
