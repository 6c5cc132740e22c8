"""What is looked after when a vault was opened: overdue promises, and copies a killed program left behind."""

from ui.messages.translating import translate
from ui.shell.workspace import Workspace
from workbench.base.progress import Progress
from workbench.services.access import VaultAccess
from workbench.services.negotiation import settle_promises_in_pieces
from workbench.services.opened_copies import remove_leftovers
from workbench.services.written import Written


def start_housekeeping(workspace: Workspace) -> None:
    """Start it as a job; a vault opened read-only only has its leftovers removed."""
    work = _clean if workspace.read_only else _look_after
    workspace.jobs.start(translate("Shell", "Looking after promises"), work, owner=workspace)


def _clean(_access: VaultAccess, _progress: Progress) -> None:
    remove_leftovers()


def _look_after(access: VaultAccess, progress: Progress) -> Written | None:
    """What the sweep settled, told but not offered to Ctrl+Z: nobody did it; None when nothing was due."""
    remove_leftovers()
    done = settle_promises_in_pieces(access, progress)
    return Written(done.words, done.changes) if done.commits else None
