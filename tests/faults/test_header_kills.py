"""kill -9 at every step of a change of slots: the old or the new secret opens, never neither.

A small program forks, lets its child change the passphrase and kills it at the n-th call of an operation that
touches the disk, for every n until the child gets through.  The control does the same to a writer that
overwrites in place, and must see a header that nothing opens.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.vault import header, slots
from workbench.vault.errors import HeaderDamagedError, WrongPassphraseError
from workbench.vault.kdf import KdfCost

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a child to kill it")

ROOT = Path(__file__).parents[2]
TINY = KdfCost(8 * 1024, 1, 1)
OLD, NEW = "seven quiet herons over Tarn", "a bicycle under the linden"

KILLER = """
import os, signal, sys
from pathlib import Path
from workbench.vault import files, header, slots
from workbench.vault.header_codec import SlotKind
from workbench.vault.kdf import KdfCost

folder, old, new, writer = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]

def in_place(path, content):
    descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    for at in range(0, len(content), 100):
        os.write(descriptor, content[at:at + 100])
    os.close(descriptor)

if writer == "in place":
    files.write_atomic = in_place

def dying(real, countdown):
    def call(*args, **kwargs):
        countdown[0] -= 1
        if countdown[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*args, **kwargs)
        return result
    return call

def change(n):
    countdown = [n]
    for owner, name in ((os, "open"), (os, "write"), (os, "fsync"), (os, "close"), (Path, "replace"), (Path, "unlink")):
        setattr(owner, name, dying(getattr(owner, name), countdown))
    keys = header.unlock(folder, old)
    slot = next(s.slot_id for s in slots.listed(folder, keys) if s.kind is SlotKind.PASSPHRASE)
    slots.change_passphrase(folder, keys, slot, new, KdfCost(8192, 1, 1))
    os._exit(0)

from zxcvbn import zxcvbn
for n in range(1, 1000):
    child = os.fork()
    if child == 0:
        change(n)
    status = os.waitpid(child, 0)[1]
    print("done" if status == 0 else "killed", flush=True)
    if sys.stdin.readline() != "next\\n":
        break
"""


def killed_at_every_step(folder: Path, writer: str):
    """Yields after each kill; the caller puts the vault back before the next."""
    process = subprocess.Popen(
        [sys.executable, "-c", KILLER, str(folder), OLD, NEW, writer], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    with process:
        for line in process.stdout:
            if line != "killed\n":
                assert line == "done\n"
                process.stdin.write("end\n")
                return
            yield
            process.stdin.write("next\n")
            process.stdin.flush()


def which_open(folder: Path) -> set[str]:
    found = set()
    for name, secret in (("old", OLD), ("new", NEW)):
        try:
            header.unlock(folder, secret)
        except (WrongPassphraseError, HeaderDamagedError):
            continue
        found.add(name)
    return found


@pytest.fixture
def vault(tmp_path):
    folder = tmp_path / "vault"
    _keys, printed = header.create(folder, OLD, TINY)
    shutil.copytree(folder, tmp_path / "pristine")
    return folder, printed


def put_back(folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(folder.parent / "pristine", folder)


def test_old_or_new_opens_after_every_kill(vault):
    folder, printed = vault
    states = []
    for _kill in killed_at_every_step(folder, "atomic"):
        states.append(which_open(folder))
        keys = header.unlock(folder, printed)
        header.settle(folder, keys)
        assert (folder / header.HEADER_NAME).read_bytes() == (folder / header.COPY_NAME).read_bytes()
        assert {entry.name for entry in folder.iterdir()} == {header.HEADER_NAME, header.COPY_NAME}
        assert 2 <= len(slots.listed(folder, keys)) <= 3
        put_back(folder)
    assert len(states) > 20
    assert set() not in states
    assert states[0] == {"old"}
    assert {"old", "new"} in states
    assert {"new"} in states


def test_control_overwriting_in_place_is_caught_locked_out(vault):
    folder, _printed = vault
    states = []
    for _kill in killed_at_every_step(folder, "in place"):
        states.append(which_open(folder))
        put_back(folder)
    assert set() in states
