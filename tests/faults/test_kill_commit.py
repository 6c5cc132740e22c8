"""kill -9 during commits: nothing acknowledged is lost, nothing torn, no file at odds with another."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a writer to kill it")

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def run(folder: Path, kills: int, mode: str) -> dict[str, int]:
    path = os.pathsep.join([str(ROOT), str(HERE.parent / "workbench" / "vault")])
    done = subprocess.run(
        [sys.executable, str(HERE / "kill_commit_program.py"), str(folder), str(kills), mode],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_sixty_kills_lose_and_tear_nothing(tmp_path):
    count = run(tmp_path / "v", 60, "vault")
    assert count["kills"] == 60
    assert count["acknowledged"] >= 60
    assert count["hot"] >= 5, "too few kills hit a commit to mean anything"
    assert (count["lost"], count["torn"], count["mismatches"], count["false_alarms"]) == (0, 0, 0, 0)


def test_the_harness_sees_a_write_that_is_not_atomic(tmp_path):
    count = run(tmp_path / "v", 5, "two connections")
    assert count["mismatches"] > 0
