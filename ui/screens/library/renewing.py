"""The offer to bring record files of an earlier version up to date, and its job."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.messages.formats import count
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.tokens import ChipKind
from ui.widgets.states import StateStack
from workbench.base.errors import WorkbenchError
from workbench.services.library_renewal import Renewed, renew_library

ACTION = "library.renew"
STRIP = "outdated"


class Renewing(QObject):
    """A line above the results while there are such files; ``again`` searches once more."""

    def __init__(
        self, workspace: Workspace, body: QWidget, states: StateStack, again: Callable[[], None]
    ) -> None:
        super().__init__(states)
        self._workspace = workspace
        self._states = states
        self._again = again
        words = self.tr("Bring record files up to date")
        workspace.registry.add(ACTION, words, self.renew, menu="file", place=Place.LIBRARY, widget=body)

    def offer(self, files: int) -> None:
        """Offer it for so many files, or for none."""
        writable = not self._workspace.read_only
        why = (
            self.tr("The vault is open read-only.") if files else self.tr("Every record file is up to date.")
        )
        self._workspace.registry.set_enabled(ACTION, files > 0 and writable, why)
        self._states.clear_strip(STRIP)
        if files and writable:
            said = self.tr(
                "Record files of an earlier version: {count}. They are found by exact values only."
            )
            said = said.format(count=count(files))
            self._states.set_strip(ChipKind.INFO, said, self.tr("Bring up to date"), self.renew, key=STRIP)

    def renew(self) -> None:
        """Write these files anew, so that they are found by everything."""
        said = self.tr("Bringing record files up to date")
        self._states.clear_strip(STRIP)
        self._workspace.jobs.start(said, renew_library, self._renewed, owner=self, failed=self._failed)

    def _renewed(self, renewed: Renewed) -> None:
        self._workspace.messages.say(renewed.words)
        self._again()

    def _failed(self, error: WorkbenchError) -> None:
        self._workspace.messages.fail(error)
        self._again()
