"""The vault's settings brought to bear on its window."""

from typing import Any

from ui.shell.window import MainWindow
from ui.shell.workspace import Workspace
from workbench.services import settings


def apply_vault(workspace: Workspace, values: dict[str, Any]) -> None:
    """Bring the vault's settings to bear on its window: locking, clipboard, letters, keys."""
    registry = workspace.registry
    registry.set_single_letters(bool(values[settings.SINGLE_LETTERS.key]))
    registry.set_keys(values[settings.KEYS.key])
    window = workspace.window
    if isinstance(window, MainWindow):
        window.set_idle_minutes(int(values[settings.IDLE_MINUTES.key]))
        window.locks_with_session = bool(values[settings.LOCK_WITH_SCREEN.key])
        window.clipboard.seconds = int(values[settings.CLIPBOARD_SECONDS.key])
