"""Builds and runs the window: the one place that knows every screen."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.screens.unlock.screen import UnlockScreen
from ui.shell.failures import FailureLog, Failures
from ui.shell.looks import apply_looks, keep_looks
from ui.shell.places import Place
from ui.shell.session.watch import SessionWatch
from ui.shell.window import MainWindow
from ui.style.theme import current_theme
from ui.tasks.collecting import Collecting, spare_what_is_there
from ui.tasks.opening import VaultOpener
from workbench.services import machine

if TYPE_CHECKING:
    from ui.shell.frame import Frame
    from ui.shell.screen import Screen
    from ui.shell.workspace import Workspace

SWITCH_INTERVAL = 0.0005
"""Seconds a thread may hold the interpreter: with Python's own 5 ms the window stalled for 175."""

LISTEN_AFTER = 1000
"""Milliseconds after the window was shown until the system is asked to tell of sleep and locked screens."""


def run_window(vault: Path | None) -> int:
    """Show the window until it is closed; the exit status.  ``vault`` is offered in the unlock box."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Locate Workbench")
    sys.setswitchinterval(SWITCH_INTERVAL)
    theme = current_theme()
    apply_looks(application, theme)
    theme.changed.connect(partial(keep_looks, theme))
    failures = Failures(FailureLog(log_file()), application)
    window = build_window(vault)
    failures.told.connect(window.tell)
    failures.install()
    window.capture.set_on(machine.load().block_capture)
    window.show()
    collecting = Collecting(application)
    session = SessionWatch(application)
    session.left.connect(window.session_left)
    QTimer.singleShot(LISTEN_AFTER, session.start)
    application.aboutToQuit.connect(window.clipboard.clear)
    try:
        return application.exec()
    finally:
        session.close()
        collecting.stop()
        failures.uninstall()


def log_file() -> Path:
    """Where failures are noted: type and place only."""
    return platformdirs.user_log_path("locate-workbench", appauthor=False) / "failures.log"


def build_window(vault: Path | None) -> MainWindow:
    """The one window, locked."""
    opener = VaultOpener()
    window = MainWindow(opener, UnlockScreen(opener, vault), makers(), extend)
    opener.setParent(window)
    return window


def makers() -> "dict[Place, Callable[[Workspace], Screen]]":
    """How to make the screen of each place."""
    return {
        Place.HOME: _home,
        Place.WORKLIST: _worklist,
        Place.CASE: _case,
        Place.IMPORT: _imports,
        Place.REVIEW: _review,
        Place.LIBRARY: _library,
        Place.AUDIT: _audit,
        Place.SETTINGS: _settings,
        Place.HELP: _help,
    }


def extend(frame: "Frame") -> None:
    """Add to a new frame what is made when it is first asked for: command palette and key sheet."""
    from ui.shell.applied_settings import apply_vault  # noqa: PLC0415
    from ui.shell.overlays import add_overlays  # noqa: PLC0415
    from ui.shell.preloading import Preloading  # noqa: PLC0415
    from ui.shell.privacy_actions import add_privacy  # noqa: PLC0415
    from workbench.services import settings  # noqa: PLC0415

    add_overlays(frame)
    add_privacy(frame)
    workspace = frame.workspace
    workspace.vault.read(settings.everything, partial(apply_vault, workspace), owner=frame)
    case = partial(frame.navigator.screen_at, Place.CASE)
    Preloading(
        ("ui.screens.case", "ui.screens.review"),
        lambda: not workspace.vault.idle,
        frame,
        then=(case, lambda: case().prepare(), lambda: polish(case())),
    )
    spare_what_is_there()


def polish(screen: "Screen") -> None:
    """Give every part of a screen its style now: on first sight it would take as long as all the rest."""
    for part in screen.findChildren(QWidget):
        part.ensurePolished()


# A screen's code is loaded when it is first visited, so that the unlock box is there within a second.


def _home(workspace: "Workspace") -> "Screen":
    from ui.screens.home.screen import HomeScreen  # noqa: PLC0415

    return HomeScreen(workspace)


def _worklist(workspace: "Workspace") -> "Screen":
    from ui.screens.worklist.screen import WorklistScreen  # noqa: PLC0415

    return WorklistScreen(workspace)


def _case(workspace: "Workspace") -> "Screen":
    from ui.screens.case.screen import CaseScreen  # noqa: PLC0415

    return CaseScreen(workspace)


def _imports(workspace: "Workspace") -> "Screen":
    from ui.screens.imports.screen import ImportScreen  # noqa: PLC0415

    return ImportScreen(workspace)


def _review(workspace: "Workspace") -> "Screen":
    from ui.screens.review.screen import ReviewScreen  # noqa: PLC0415

    return ReviewScreen(workspace)


def _library(workspace: "Workspace") -> "Screen":
    from ui.screens.library.screen import LibraryScreen  # noqa: PLC0415

    return LibraryScreen(workspace)


def _audit(workspace: "Workspace") -> "Screen":
    from ui.screens.audit.screen import AuditScreen  # noqa: PLC0415

    return AuditScreen(workspace)


def _settings(workspace: "Workspace") -> "Screen":
    from ui.screens.settings.screen import SettingsScreen  # noqa: PLC0415

    return SettingsScreen(workspace)


def _help(workspace: "Workspace") -> "Screen":
    from ui.screens.help.screen import HelpScreen  # noqa: PLC0415

    return HelpScreen(workspace)
