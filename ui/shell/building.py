"""From an opened vault to the frame that shows it.

Loaded when a vault is opened, not when the program starts: with everything it needs it takes half a second.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.shell.frame import Frame
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import OpenState, Workspace
from ui.tasks.vault_thread import VaultThread
from workbench.services.vaults import Vault

WHERE = "where"
"""The draft under which the vault keeps where the person was."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What is read of a vault before it is shown; ``where`` is what the navigator remembered."""

    state: OpenState
    where: dict[str, Any]


def read_opening(vault: Vault) -> Opening:
    """Read what the frame needs to begin with."""
    return Opening(OpenState(vault), vault.registry.draft(WHERE) or {})


def build_frame(
    thread: VaultThread,
    opening: Opening,
    window: QWidget,
    makers: Mapping[Place, Callable[[Workspace], Screen]],
) -> Frame:
    """The frame of a new workspace over the vault of ``thread``."""
    return Frame(Workspace(thread, opening.state, window), makers)
