"""Qt calls must not use up the references to None, True and False (PySide6 6.12 on Python 3.11)."""

import subprocess
import sys

PROGRAM = """
import ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
    thing.signalsBlocked()
print("alive")
"""


def test_a_long_session_does_not_end_the_interpreter():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.stdout == "alive\n", done.stderr[-400:]
