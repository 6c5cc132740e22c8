"""Files written outside the vault: private from the first byte, whole or not at all."""

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from workbench.base.errors import MachineError


@contextlib.contextmanager
def export_text(path: Path) -> Iterator[TextIO]:
    """A text stream (UTF-8) that becomes ``path`` when the block ends well, replacing what was there.

    The file is readable by its owner only.  Raises MachineError when it cannot be written; after any
    exception ``path`` is as it was.
    """
    with export_bytes(path) as octets:
        stream = io.TextIOWrapper(octets, encoding="utf-8", newline="")
        yield stream
        stream.flush()
        stream.detach()


@contextlib.contextmanager
def export_bytes(path: Path) -> Iterator[BinaryIO]:
    """A binary stream that becomes ``path`` when the block ends well; otherwise as :func:`export_text`."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        descriptor = os.open(
            unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600
        )
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise MachineError(
            f"The file cannot be written ({os.strerror(error.errno or 0)}).",
            hint="Choose another folder, or free some space.",
        ) from None
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink()
