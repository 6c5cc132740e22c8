"""A sqlite3 that is not SQLCipher must be noticed before a byte of anyone is written.

The controls show what happens without the check: the same library stores the canary in plain text.
"""

import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CANARY = "Zebulon Canary 000-00-1234"
SYSTEM_SQLITE = ctypes.util.find_library("sqlite3") if sys.platform.startswith("linux") else None
KEY = "b'k' * 32"

REPLACE_MODULE = """
import sqlite3, sqlite3.dbapi2, sys
sys.modules["sqlcipher3"] = sqlite3
sys.modules["sqlcipher3.dbapi2"] = sqlite3.dbapi2
"""
ATTEMPTS = {
    "self-test": "selftest.assert_cipher()",
    "create": f"cipher.connect(folder / 'a.db', {KEY}, create=True).execute('CREATE TABLE t AS SELECT ? AS a', (canary,))",
    "engine": f"cipher.engine(folder / 'old.db', {KEY}).connect()",
}
GUARDED = """
import sys
from pathlib import Path
from workbench.vault import cipher, selftest
from workbench.vault.errors import CipherUnavailableError
folder, canary = Path(sys.argv[1]), sys.argv[2]
(folder / "old.db").write_bytes(bytes(range(1, 256)) * 16)
try:
    {attempt}
except CipherUnavailableError as error:
    print("refused:", error)
"""
UNGUARDED = """
import sys
import sqlcipher3.dbapi2 as dbapi
connection = dbapi.connect(sys.argv[1] + "/plain.db")
connection.execute("PRAGMA key = \\"x'" + "01" * 32 + "'\\"")
connection.execute("CREATE TABLE t (a)")
connection.execute("INSERT INTO t VALUES (?)", (sys.argv[2],))
connection.commit()
connection.close()
print("stored")
"""


def run(code: str, folder: Path, *, preload: str = "") -> str:
    environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    if preload:
        environment["LD_PRELOAD"] = preload
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), CANARY], cwd=ROOT, env=environment, text=True,
        capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout


def holds_canary(folder: Path) -> bool:
    return any(CANARY.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_module_replaced_by_the_standard_one(tmp_path, attempt):
    said = run(REPLACE_MODULE + GUARDED.format(attempt=ATTEMPTS[attempt]), tmp_path)
    assert said.startswith("refused: The encrypting database library is not in effect")
    assert [path.name for path in tmp_path.iterdir()] == ["old.db"]


def test_control_the_standard_module_stores_in_plain_text(tmp_path):
    assert run(REPLACE_MODULE + UNGUARDED, tmp_path) == "stored\n"
    assert holds_canary(tmp_path)


@pytest.mark.skipif(SYSTEM_SQLITE is None, reason="no shared sqlite3 library here to load first")
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_another_library_loaded_first(tmp_path, attempt):
    said = run(GUARDED.format(attempt=ATTEMPTS[attempt]), tmp_path, preload=SYSTEM_SQLITE)
    assert said.startswith("refused: The encrypting database library is not in effect")
    assert [path.name for path in tmp_path.iterdir()] == ["old.db"]


@pytest.mark.skipif(SYSTEM_SQLITE is None, reason="no shared sqlite3 library here to load first")
def test_control_the_other_library_stores_in_plain_text(tmp_path):
    assert run(UNGUARDED, tmp_path, preload=SYSTEM_SQLITE) == "stored\n"
    assert holds_canary(tmp_path)


def test_control_the_real_library_passes_every_attempt_and_hides_the_canary(tmp_path):
    for attempt in ("self-test", "create"):
        assert run(GUARDED.format(attempt=ATTEMPTS[attempt]), tmp_path) == ""
    assert run(UNGUARDED, tmp_path) == "stored\n"
    assert not holds_canary(tmp_path)
