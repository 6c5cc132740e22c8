"""The child's end: one job in, messages out, then gone.

Run as ``python -m workbench.services.reader.child``.  Standard output carries messages only; whatever a
library prints goes to standard error, which the parent discards.
"""

import os
import sys
import threading
import time
from typing import BinaryIO, Protocol

import msgspec

from workbench.base.errors import MachineError, WorkbenchError
from workbench.services.reader.frames import read_message, write_message
from workbench.services.reader.limits import apply_limits
from workbench.services.reader.loading import loading
from workbench.services.reader.protocol import (
    Failed,
    FromChild,
    Job,
    PlacementsJob,
    PreviewJob,
    Progressed,
    RecordsJob,
    ToChild,
)

PROGRESS_INTERVAL = 0.1


class Outlet:
    """Where a job writes its messages; also its Progress (the parent kills, so it never cancels)."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._last = 0.0
        self._lock = threading.Lock()  # progress comes from the reading thread, results from the main one

    def send(self, message: FromChild) -> None:
        """Write one message."""
        with self._lock:
            write_message(self._pipe, message)

    def report(self, done: int, total: int | None, stage: str) -> None:
        """Send progress, at most one message per PROGRESS_INTERVAL seconds."""
        now = time.monotonic()
        if now - self._last >= PROGRESS_INTERVAL:
            self._last = now
            self.send(Progressed(done, total, stage))

    def cancelled(self) -> bool:
        """Never: cancelling is the end of this process."""
        return False


def main() -> int:
    """Do the one job on standard input; exit status 0 once its last message is written."""
    outlet = Outlet(_take_stdout())
    body = read_message(sys.stdin.buffer)
    if body is None:
        return 2
    order = msgspec.msgpack.decode(body, type=ToChild)
    job = order.job
    apply_limits(order.limits, writes_file=isinstance(job, RecordsJob) and job.library is not None)
    do_reporting(job, outlet)
    return 0


class Hearer(Protocol):
    """What takes a job's messages, and is its Progress."""

    def send(self, message: FromChild) -> None:
        """Take one message."""
        ...

    def report(self, done: int, total: int | None, stage: str) -> None:
        """Take the progress."""
        ...

    def cancelled(self) -> bool:
        """Whether the job shall end."""
        ...


def do_reporting(job: Job, outlet: Hearer) -> None:
    """Do ``job``; whatever stops it is its last message."""
    try:
        _do(job, outlet)
    except MachineError as error:
        outlet.send(Failed("machine", error.message, error.hint))
    except WorkbenchError as error:
        outlet.send(Failed("user", error.message, error.hint))
    except OSError as error:
        outlet.send(Failed("user", *_not_opened(error)))
    except Exception as error:
        if os.environ.get("WORKBENCH_DEBUG"):
            raise
        outlet.send(Failed("defect", type(error).__name__, ""))


def _not_opened(error: OSError) -> tuple[str, str]:
    """Why the system would not give the file, and what to do; never its name."""
    if isinstance(error, FileNotFoundError):
        return "The file is no longer there.", "Check the name, or the drive it is on."
    if isinstance(error, PermissionError):
        return (
            "The file cannot be opened: another program holds it, or you may not read it.",
            "Close it in the other program, or ask for the right to read it.",
        )
    reason = (error.strerror or "unknown").lower()
    return f"The file cannot be read: {reason}.", "Copy it to this computer's own disk and try again."


def _do(job: Job, outlet: Hearer) -> None:
    """Do ``job``; what it needs is imported with it, so that a sniff starts in half the time of a match."""
    if isinstance(job, RecordsJob):
        with loading():
            from workbench.services.reader.job_records import read_record_file  # noqa: PLC0415

        read_record_file(job, outlet.send, outlet)
    elif isinstance(job, PlacementsJob):
        with loading():
            from workbench.services.reader.job_placements import read_placement_file  # noqa: PLC0415

        read_placement_file(job, outlet.send, outlet)
    elif isinstance(job, PreviewJob):
        with loading():
            from workbench.services.reader.job_preview import preview_file  # noqa: PLC0415

        preview_file(job, outlet.send)
    else:
        with loading():
            from workbench.services.reader.job_sniff import sniff_file  # noqa: PLC0415

        sniff_file(job, outlet.send)


def _take_stdout() -> BinaryIO:
    """The real standard output for messages; descriptor 1 becomes standard error for everyone else."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


if __name__ == "__main__":
    sys.exit(main())
