"""What every screen is to the window around it."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from ui.shell.places import Place
from ui.shell.workspace import Workspace
from workbench.base.changes import Changes


class Screen(QWidget):
    """One place of the program.  Made when it is first visited; closed with the vault."""

    place: ClassVar[Place]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setProperty("surface", "window")
        workspace.hub.changed.connect(self.on_changes)

    def prepare(self) -> None:
        """Make what is shown first, before the screen is visited: nobody waits now."""

    def title(self) -> str:
        """The place in words, without anything personal."""
        raise NotImplementedError

    def enter(self, target: object = None) -> None:
        """The screen is being shown; ``target`` says what of it is asked for."""

    def leave(self) -> None:
        """Another screen is about to be shown."""

    def on_changes(self, changes: Changes) -> None:
        """Something was written; refresh what it touches."""

    def panes(self) -> list[QWidget]:
        """The panes that F6 visits, in order; each takes the focus."""
        return [self]

    def remember(self) -> dict[str, Any]:
        """Where the person is, as plain JSON values; kept in the vault at lock and close."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to what :meth:`remember` said; unknown or outdated parts are ignored."""
