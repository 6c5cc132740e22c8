"""What can be done with the record looked at: its case, a copy; and the panel that shows it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.screens.library import library_words as words
from ui.screens.library.record_panel import RecordPanel
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.widgets.copying import copy_text
from workbench.services.finding_people import Link, SourceNote, elsewhere
from workbench.services.library_search_answer import Hit
from workbench.services.library_search_repeats import Elsewhere
from workbench.services.proposing import Proposed, propose

if TYPE_CHECKING:
    from ui.screens.library.screen import LibraryScreen


LOOKED_AT = 120
"""Milliseconds for which a record is current before other files are asked about it: none for a held key."""


class RecordDesk(QObject):
    """Follows the current record of the screen; its keys work in ``zone``."""

    def __init__(self, workspace: Workspace, zone: QWidget, screen: "LibraryScreen") -> None:
        super().__init__(screen)
        self._workspace, self._screen = workspace, screen
        add = partial(workspace.registry.add, place=Place.LIBRARY, widget=zone)
        case = add("library.open_case", self.tr("Open case"), self.open_case, keys=("O",), menu="account")
        copy = add("library.copy", self.tr("Copy"), self.copy, keys=("Ctrl+C",), menu="edit")
        made = add("library.propose", self.tr("Propose as a lead"), self.propose, keys=("P",), menu="account")
        self.panel = RecordPanel([case, made, copy])
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(LOOKED_AT)
        self._still.timeout.connect(self._ask_elsewhere)

    def current(self) -> Hit | None:
        """The record looked at."""
        return self._screen.model.row_at(self._screen.table.current_row())

    def links(self) -> tuple[Link, ...]:
        """The accounts that know it, the one searched for first."""
        hit = self.current()
        found = self._screen.known.get(hit.key, ()) if hit is not None else ()
        return tuple(sorted(found, key=lambda link: link.account_id not in self._screen.case))

    def show_current(self) -> None:
        """Show the record looked at, and what can be done with it."""
        hit = self.current() if self._screen.answer is not None else None
        links = self.links() if hit is not None else ()
        self.panel.show_hit(hit, self._note(hit), links, self._screen.case)
        self._still.start()
        enable = self._workspace.registry.set_enabled
        enable("library.copy", hit is not None, self.tr("No record is shown."))
        enable("library.propose", *self._proposable(hit, links))
        enable("library.open_case", bool(links), self.tr("No account has a lead about this person."))

    def _ask_elsewhere(self) -> None:
        """Ask which other rows say the same as the record looked at, once the eye rests on it."""
        hit = self.current() if self._screen.answer is not None else None
        if hit is not None:
            work = partial(elsewhere, hits=[hit])
            self._workspace.vault.read(work, self._show_elsewhere, owner=self, key="elsewhere")

    def _show_elsewhere(self, said: dict[str, tuple[Elsewhere, ...]]) -> None:
        hit = self.current()
        if hit is not None and hit.key in said:
            self.panel.show_elsewhere(said[hit.key])

    def _proposable(self, hit: Hit | None, links: tuple[Link, ...]) -> tuple[bool, str]:
        """Whether the record can be proposed for the account that is searched for, and why not."""
        if hit is None:
            return False, self.tr("No record is shown.")
        if not self._screen.case:
            return False, self.tr("Search from a case (Q there): a lead is one of an account.")
        if any(link.account_id in self._screen.case for link in links):
            return False, self.tr("The account has a lead about this person already.")
        return not self._workspace.read_only, self.tr("The vault is open read-only.")

    def propose(self) -> None:
        """Make the record a lead of the account that is searched for, and go where it is judged."""
        hit = self.current()
        if hit is not None and self._screen.case:
            self._screen.notes.settle()
            work = partial(
                propose, account_id=self._screen.case[0], import_id=hit.record.import_id,
                row_number=hit.record.row_number,
            )  # fmt: skip
            self._workspace.jobs.start(self.tr("Proposing a lead"), work, self._proposed, owner=self)

    def _proposed(self, done: Proposed) -> None:
        self._workspace.navigator.open_case(done.lead.account_id, tab="leads")

    def open_case(self) -> None:
        """Open the case that has a lead about the record."""
        links = self.links()
        if links:
            self._screen.notes.settle()
            self._workspace.navigator.open_case(links[0].account_id, tab="leads")

    def back_to_case(self) -> None:
        """Open the case that is searched for."""
        if self._screen.case:
            self._workspace.navigator.open_case(self._screen.case[0])

    def copy(self) -> None:
        """Put the record into the clipboard, as text with its source."""
        hit = self.current()
        if hit is not None:
            self._screen.notes.settle()
            copy_text(words.as_text(hit, self._note(hit)))
            self._workspace.messages.say(self.tr("The record is in the clipboard, with its source."))

    def open_row(self, _row: int) -> None:
        """Enter on a record: its case, or the record itself."""
        if self.links():
            self.open_case()
        else:
            self.panel.setFocus()

    def _note(self, hit: Hit | None) -> SourceNote | None:
        answer = self._screen.answer
        return answer.sources.get(hit.profile_id) if answer is not None and hit is not None else None
