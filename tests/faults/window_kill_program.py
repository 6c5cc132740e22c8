"""A window over a real vault that writes notes and types a draft until it is killed; run by test_window_kill.

Arguments: folder, "told" or "asked".  Prints "note N" once the window was told that note N is saved (told) or
as soon as it was asked for (asked: the negative control, which acknowledges too early), and "draft N" when N
was typed, with the seconds since the start.
"""

import os
import sys
import time
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from case_world import PASSPHRASE, a_note, an_id
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.shell.frame import Frame
from ui.shell.workspace import OpenState, Workspace
from ui.tasks.opening import VaultOpener
from workbench.services.written import written


def add_note(vault, number):
    if slow_down:
        time.sleep(0.02)
    with vault.edit_case(an_id(1)) as edit:
        edit.add_activity(a_note(1000 + number, f"note {number}"))
    return written(edit, f"note {number}")


class Typist:
    """Asks for one note after another and types a draft all the while."""

    def __init__(self, workspace, early):
        self.workspace, self.early = workspace, early
        self.number = self.typed = 0
        self.started = time.monotonic()
        self.timer = QTimer(workspace)
        self.timer.timeout.connect(self.type)
        self.timer.start(50)
        workspace.undo_log.noted.connect(self.noted)
        self.ask()

    def ask(self):
        self.number += 1
        if self.early:
            print("note", self.number, flush=True)
        self.workspace.vault.write(partial(add_note, number=self.number), owner=self.workspace)

    def noted(self, written):
        if written.words.startswith("note"):
            if not self.early:
                print(written.words, flush=True)
            self.ask()

    def type(self):
        self.typed += 1
        self.workspace.drafts.keep("typed", self.typed)
        print("draft", self.typed, f"{time.monotonic() - self.started:.3f}", flush=True)


def run(folder, mode):
    application = QApplication([])
    opener, window, kept = VaultOpener(), QMainWindow(), []

    def opened(thread):
        def build(state):
            workspace = Workspace(thread, state, window)
            window.setCentralWidget(Frame(workspace, {}))
            window.show()
            kept.append(Typist(workspace, mode == "asked"))

        thread.read(OpenState, build, owner=window)

    opener.open(folder, PASSPHRASE, done=opened, failed=print, owner=window)
    application.exec()


if __name__ == "__main__":
    slow_down = sys.argv[2] == "asked"
    run(Path(sys.argv[1]), sys.argv[2])
