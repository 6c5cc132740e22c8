"""Runs the program as a user's terminal does: a process of its own, its exit status, its two streams."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

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
    """The program in its own process; ``temp`` is the only temporary folder it is given."""

    passphrase = PASSPHRASE

    def __init__(self, temp: Path):
        self.temp = temp

    def __call__(self, *arguments, passphrase: str | None = PASSPHRASE) -> Outcome:
        environment = {k: v for k, v in os.environ.items() if k != "WORKBENCH_PASSPHRASE"}
        environment |= {"TMPDIR": str(self.temp), "TEMP": str(self.temp), "TMP": str(self.temp)}
        if passphrase is not None:
            environment["WORKBENCH_PASSPHRASE"] = passphrase
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env=environment,
            stdin=subprocess.DEVNULL,
            cwd=self.temp,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def ok(self, *arguments, **options) -> Outcome:
        """Run and insist on success."""
        outcome = self(*arguments, **options)
        assert outcome.status == 0, outcome.err
        return outcome


@pytest.fixture
def program(tmp_path):
    temp = tmp_path / "temp"
    temp.mkdir()
    return Program(temp)


@pytest.fixture
def samples():
    return ROOT / "resources" / "samples"
