"""A crash of the program leaves no file with its memory, in which keys and people stand."""

import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="Windows has no core files of this kind")
ROOT = Path(__file__).resolve().parents[2]
ASK = """
import resource, runpy, sys
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
print("before", resource.getrlimit(resource.RLIMIT_CORE)[0])
sys.argv = ["main.py", "--help"]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
except SystemExit:
    pass
print("after", *resource.getrlimit(resource.RLIMIT_CORE))
"""


def test_the_program_asks_for_no_core_files():
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("this system keeps no core files anyway")
    done = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert lines[0] != "before 0"
    assert lines[-1] == "after 0 0"
