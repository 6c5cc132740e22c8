"""What is checked at every start, before any vault is opened: does this program really encrypt?

A second sqlite3 library that was loaded first answers in SQLCipher's place and stores everything in plain
text without an error, so the answer is looked for in the bytes on the disk.
"""

import os
import secrets
import tempfile
from contextlib import closing
from pathlib import Path

from workbench.vault.cipher import connect
from workbench.vault.errors import CipherUnavailableError, DatabaseDamagedError
from workbench.vault.keys import hkdf, new_key

# RFC 5869, test case 3: SHA-256, no salt, no info.
_HKDF_INPUT = b"\x0b" * 22
_HKDF_OUTPUT = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"


def assert_cipher() -> None:
    """Raise CipherUnavailableError unless a canary stored in a private temporary folder is unreadable there.

    Nothing is left behind.  Takes about 3 ms.
    """
    if hkdf(_HKDF_INPUT, info=b"").hex() != _HKDF_OUTPUT:
        raise CipherUnavailableError("a known answer of the key derivation is wrong")
    with tempfile.TemporaryDirectory(prefix="locate-workbench-") as folder:
        _try_canary(Path(folder) / "canary.db")


def _try_canary(path: Path) -> None:
    key, canary = new_key(), secrets.token_hex(16)
    with closing(connect(path, key, create=True)) as connection:
        connection.execute("CREATE TABLE canary (text TEXT)")
        connection.execute("INSERT INTO canary VALUES (?)", (canary,))
    with closing(connect(path, key)) as connection:
        if connection.execute("SELECT text FROM canary").fetchall() != [(canary,)]:
            raise CipherUnavailableError("a test entry did not come back")
    if any(canary.encode() in entry.read_bytes() for entry in path.parent.iterdir()):
        raise CipherUnavailableError("a test entry was readable on the disk")
    try:
        connect(path, os.urandom(len(key))).close()
    except DatabaseDamagedError:
        return
    raise CipherUnavailableError("a wrong key was accepted")
