"""kill -9 of the window: what it said was saved is there, and a draft is at most five seconds old."""

import os
import random
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from case_world import a_case, an_id, make_vault, reopen

from workbench.vault.verify import verify

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def lines_until_killed(folder: Path, mode: str, seconds: float) -> list[str]:
    """What the program said, killed ``seconds`` after it has told of a note and of a draft."""
    path = os.pathsep.join([str(ROOT), str(HERE.parent / "workbench" / "vault")])
    complaints = folder.with_suffix(".stderr")
    with complaints.open("w") as stderr:
        program = subprocess.Popen(
            [sys.executable, str(HERE / "window_kill_program.py"), str(folder), mode],
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    lines: list[str] = []
    seen = {word: threading.Event() for word in ("note", "draft")}

    def listen():
        for line in program.stdout:
            lines.append(line.strip())
            if event := seen.get(line.partition(" ")[0]):
                event.set()

    listener = threading.Thread(target=listen)
    listener.start()
    begun = all(event.wait(60) for event in seen.values())
    if begun:
        time.sleep(seconds)
    program.kill()
    program.wait()
    listener.join()
    program.stdout.close()
    assert begun, f"no note or no draft in a minute: {lines[:5]} {complaints.read_text()}"
    return lines


def state_after(folder: Path) -> tuple[set[str], int, list[str]]:
    with reopen(folder) as vault:
        notes = {a.text for a in vault.read_case(an_id(1)).activities}
        draft = vault.registry.draft("typed") or 0
        problems = [p.what for p in verify(vault).problems]
    return notes, draft, problems


@pytest.mark.slow
def test_a_killed_window_loses_nothing_it_said_was_saved(tmp_path):
    folder = tmp_path / "v"
    with make_vault(folder) as vault:
        vault.create_case(a_case(1))
    for kill in range(4):
        path = tmp_path / f"v{kill}"
        shutil.copytree(folder, path)
        lines = lines_until_killed(path, "told", 3 + random.Random(kill).random())
        said = {line for line in lines if line.startswith("note")}
        assert len(said) > 5
        notes, draft, problems = state_after(path)
        assert said <= notes, "a note was said to be saved and is gone"
        assert problems == []
        typed = [line.split() for line in lines if line.startswith("draft")]
        last = float(typed[-1][2])
        kept = next((float(at) for _, number, at in typed if int(number) >= draft), last)
        assert draft > 0
        assert last - kept <= 5, "the draft kept is older than five seconds"


@pytest.mark.slow
def test_the_harness_sees_a_window_that_speaks_too_early(tmp_path):
    folder = tmp_path / "v"
    with make_vault(folder) as vault:
        vault.create_case(a_case(1))
    for kill in range(8):
        path = tmp_path / f"v{kill}"
        shutil.copytree(folder, path)
        lines = lines_until_killed(path, "asked", 0.3 + random.Random(kill).random())
        notes, _draft, _problems = state_after(path)
        if not {line for line in lines if line.startswith("note")} <= notes:
            return
    pytest.fail("acknowledging before writing was never seen to lose anything")
