"""What a newer edition of a record file says of accepted people, above a case's leads until it was read."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.messages.formats import iso_day
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.tokens import ChipKind
from ui.widgets.states import StateStack
from workbench.services import edition_notes
from workbench.services.edition_notes import News

_STRIP = "editions"


class EditionStrip(QObject):
    """Reads and shows it; E, or its button, notes that it was read."""

    def __init__(self, workspace: Workspace, tab: QWidget, states: StateStack) -> None:
        super().__init__(tab)
        self._workspace = workspace
        self._states = states
        self._account_id = ""
        self.action = workspace.registry.add(
            "leads.read_editions", self.tr("Newer edition read"), self.read, keys=("E",), widget=tab,
            place=Place.CASE,
        )  # fmt: skip

    def load(self, account_id: str) -> None:
        """Read what there is for a case."""
        self._account_id = account_id
        work = partial(edition_notes.news_of, account_id=account_id)
        self._workspace.vault.read(work, self._show, owner=self, key="editions")

    def read(self) -> None:
        """Note that it was read; the marks on rows and contact points stay."""
        work = partial(edition_notes.read_news, account_id=self._account_id)
        self._workspace.vault.write(work, owner=self)

    def _show(self, news: tuple[News, ...]) -> None:
        reason = self.tr("No newer edition says otherwise of anybody accepted.")
        if self._workspace.read_only:
            reason = self.tr("The vault is open read-only.")
        self._workspace.registry.set_enabled(
            "leads.read_editions", bool(news) and not self._workspace.read_only, reason
        )
        if not news:
            self._states.clear_strip(_STRIP)
            return
        words = "\n".join(dict.fromkeys(self._words(one) for one in news))
        button = "" if self._workspace.read_only else self.tr("Read  E")
        self._states.set_strip(ChipKind.INFO, words, button, self.read, key=_STRIP)

    def _words(self, news: News) -> str:
        words = self.tr("The newer edition {file} of {day} says otherwise of {person}: {words}.")
        if news.gone:
            words = self.tr("The newer edition {file} of {day} no longer has {person}, who was accepted.")
        return words.format(file=news.file_name, day=iso_day(news.day), person=news.person, words=news.words)
