"""What the tabs of negotiation, money, documents and history share: they read one view of one account."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shell.workspace import Workspace
from ui.style.tokens import ChipKind
from ui.widgets.states import StateStack
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.services.vaults import Vault

V = TypeVar("V")


class AccountTab(QWidget, Generic[V]):
    """Loads ``reading(vault, account_id)`` when it is shown or its account changed, for ``show_view``."""

    def __init__(self, workspace: Workspace, reading: Callable[[Vault, str], V]) -> None:
        super().__init__()
        self.workspace = workspace
        self.account_id = ""
        self.view: V | None = None
        self._reading = reading
        self._stale = True
        self.states: StateStack

    def set_content(self, content: QWidget) -> None:
        """The widget that shows the view."""
        self.states = StateStack(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.states)
        if self.workspace.read_only:
            words = self.tr("Opened read-only: nothing can be added or changed.")
            self.states.set_strip(ChipKind.WARN, words, key="read-only")

    def show_case(self, account_id: str) -> None:
        """Show this account; loads at once when the tab is visible, else when it is shown."""
        if account_id != self.account_id:
            self.account_id = account_id
            self.view = None
            self.account_changed()
        self._stale = True
        if self.isVisible():
            self.load()

    def load(self) -> None:
        """Read the view anew."""
        if not self.account_id:
            return
        self._stale = False
        self.states.show_loading()
        work = partial(_read, reading=self._reading, account_id=self.account_id)
        self.workspace.vault.read(work, self._loaded, owner=self, failed=self._failed, key="view")

    def on_changes(self, changes: Changes) -> None:
        """Read anew when this account was changed."""
        if self.account_id in changes.accounts:
            self._stale = True
            if self.isVisible():
                self.load()

    def enter(self) -> None:
        """The tab is being shown."""
        if self._stale or self.view is None:
            self.load()

    def take_focus(self) -> None:
        """Put the focus where work begins; an error or an empty list offers its button instead."""
        if self.states.state in {"error", "empty"}:
            self.states.setFocus()
            self.states.focusNextChild()
        else:
            self.main_widget().setFocus()

    def focus_on(self, target: str) -> None:
        """Begin with ``target``, one of the names in :meth:`targets`; unknown ones are ignored."""
        start = self.targets().get(target)
        if start is not None:
            start()

    def targets(self) -> dict[str, Callable[[], None]]:
        """What a link into this tab can begin with, by name."""
        return {}

    def main_widget(self) -> QWidget:
        """The widget in which work begins."""
        raise NotImplementedError

    def account_changed(self) -> None:
        """Another account is to be shown: close forms, forget selections."""

    def show_view(self, view: V) -> None:
        """Show what was read."""
        raise NotImplementedError

    def _loaded(self, view: V) -> None:
        self.view = view
        self.states.show_content()
        self.show_view(view)

    def _failed(self, error: WorkbenchError) -> None:
        self.states.show_error(error, self.load)


def _read(vault: Vault, reading: Callable[[Vault, str], V], account_id: str) -> V:
    return reading(vault, account_id)
