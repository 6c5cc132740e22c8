"""The code of screens is loaded ahead, but never while the vault is busy."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from ui.shell.preloading import Preloading
application, parent, busy = QCoreApplication([]), QObject(), [True]
loading = Preloading(["ui.screens.help"], lambda: busy[0], parent)
loaded = lambda: "ui.screens.help.screen" in sys.modules
def later():
    print(loaded(), loading.done)
    busy.clear(); busy.append(False)
    watch.start(20)
def look():
    if loading.done:
        print(loaded(), loading.done)
        application.quit()
watch = QTimer(); watch.timeout.connect(look)
QTimer.singleShot(300, later)
QTimer.singleShot(20_000, application.quit)
application.exec()
"""


def test_modules_are_loaded_once_nobody_waits():
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, cwd=root, timeout=60
    )
    assert done.stdout.split() == ["False", "False", "True", "True"]


def test_it_ends_with_its_parent(qtbot):
    import shiboken6
    from PySide6.QtCore import QObject

    from ui.shell.preloading import Preloading

    parent = QObject()
    loading = Preloading(["ui.screens.help"], lambda: True, parent)
    parent.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(loading))


def test_what_comes_after_the_code_is_done_step_by_step(qtbot):
    from PySide6.QtCore import QObject

    from ui.shell.preloading import Preloading

    parent, steps = QObject(), []
    loading = Preloading(
        ["ui.screens.help"], lambda: False, parent, then=(lambda: steps.append(1), lambda: steps.append(2))
    )
    assert not loading.done
    qtbot.waitUntil(lambda: loading.done)
    assert steps == [1, 2]
    assert not loading._timer.isActive()
    parent.deleteLater()
