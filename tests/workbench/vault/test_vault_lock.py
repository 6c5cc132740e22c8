"""One writer at a time; a killed one leaves nothing to clean up."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.vault.errors import VaultInUseError, VaultNotFoundError
from workbench.vault.lock import VaultLock

ROOT = Path(__file__).parents[3]
HOLDER = """
import sys
from pathlib import Path
from workbench.vault.lock import VaultLock
lock = VaultLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def held_elsewhere(folder: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout.readline() == "held\n"
    return process


def test_second_in_this_process_is_refused(tmp_path):
    first, second = VaultLock(tmp_path), VaultLock(tmp_path)
    with first:
        assert first.held
        for lock in (second, first):
            with pytest.raises(VaultInUseError):
                lock.acquire()
        assert not second.held
    assert not first.held
    for _again in range(3):
        with second:
            assert second.held


def test_another_process_excludes_until_it_is_killed(tmp_path):
    for _round in range(2):
        with held_elsewhere(tmp_path) as process:
            with pytest.raises(VaultInUseError):
                VaultLock(tmp_path).acquire()
            process.kill()
            process.wait()
        with VaultLock(tmp_path):
            pass


@pytest.mark.skipif(os.name != "posix", reason="Windows refuses to delete an open lock file")
def test_deleting_the_lock_file_lets_nobody_in(tmp_path):
    with held_elsewhere(tmp_path) as process:
        (tmp_path / "vault.lock").unlink()
        with pytest.raises(VaultInUseError):
            VaultLock(tmp_path).acquire()
        process.kill()
    with VaultLock(tmp_path):
        pass


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_lock_file_is_private_and_empty(tmp_path):
    with VaultLock(tmp_path):
        status = (tmp_path / "vault.lock").stat()
    assert stat.S_IMODE(status.st_mode) == 0o600
    assert status.st_size == 0


def test_release_without_holding_does_nothing(tmp_path):
    lock = VaultLock(tmp_path)
    lock.release()
    with held_elsewhere(tmp_path) as process:
        lock.release()
        with pytest.raises(VaultInUseError):
            lock.acquire()
        process.kill()


def test_no_folder_no_lock(tmp_path):
    with pytest.raises(VaultNotFoundError):
        VaultLock(tmp_path / "nowhere").acquire()
    assert not (tmp_path / "nowhere").exists()
