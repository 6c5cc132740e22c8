"""Builds and runs the window.

So far it only says what the program can do headless: the screens are the next piece of work, and nothing
here pretends to be one.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

TITLE = "Locate Workbench"


def run_window(vault: Path | None) -> int:
    """Show the window until it is closed; the exit status.  ``vault`` is only named."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    window = build_window(vault)
    window.show()
    return application.exec()


def build_window(vault: Path | None) -> QMainWindow:
    """The one window; its title never names anything personal."""
    window = QMainWindow()
    window.setWindowTitle(TITLE)
    label = QLabel(words(vault))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName("What works so far")
    label.setMargin(32)
    window.setCentralWidget(label)
    return window


def words(vault: Path | None) -> str:
    """What the window says."""
    folder = "DIR" if vault is None else str(vault)
    return (
        "The screens are not built yet. Everything below works from a terminal:\n\n"
        f"python main.py leads --vault {folder}\n"
        f"python main.py import-accounts FILE --vault {folder}\n"
        f"python main.py import-records FILE --vault {folder}\n\n"
        "python main.py --help lists every command."
    )
