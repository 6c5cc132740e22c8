"""Runs the program's commands as a terminal does: arguments in, exit status and two streams out."""

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench.cli.main import run

ROOT = Path(__file__).parents[2]
PASSPHRASE = "seven fictional otters knit calm ledgers"


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Program:
    """The whole program below its window.  Reading still happens in real child processes.

    Commands run in this process, which saves starting Python for each; ``process`` runs one for real.
    ``temp`` is the only temporary folder the program is given.
    """

    def __init__(self, temp: Path, monkeypatch):
        self.temp = temp
        self._monkeypatch = monkeypatch
        self._monkeypatch.chdir(temp)
        for name in ("TMPDIR", "TEMP", "TMP"):
            self._monkeypatch.setenv(name, str(temp))
        self._monkeypatch.setattr("tempfile.tempdir", None)

    def __call__(self, *arguments, passphrase: str | None = PASSPHRASE) -> Outcome:
        self._monkeypatch.delenv("WORKBENCH_PASSPHRASE", raising=False)
        if passphrase is not None:
            self._monkeypatch.setenv("WORKBENCH_PASSPHRASE", passphrase)
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                status = run([str(a) for a in arguments], open_window=self.no_window)
            except SystemExit as end:
                status = end.code
        return Outcome(status, out.getvalue(), err.getvalue())

    def ok(self, *arguments, **options) -> Outcome:
        """Run and insist on success."""
        outcome = self(*arguments, **options)
        assert outcome.status == 0, outcome.err
        return outcome

    def process(self, *arguments, passphrase: str = PASSPHRASE) -> Outcome:
        """Run ``main.py`` in a process of its own."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env=os.environ | {"WORKBENCH_PASSPHRASE": passphrase},
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    @staticmethod
    def no_window(vault):
        raise AssertionError("a headless command opened the window")


@pytest.fixture
def program(tmp_path, monkeypatch):
    temp = tmp_path / "temp"
    temp.mkdir()
    return Program(temp, monkeypatch)


@pytest.fixture
def samples():
    return ROOT / "resources" / "samples"
