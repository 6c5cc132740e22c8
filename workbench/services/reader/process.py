"""The parent's end: starts the reading child, watches it, and turns its end into words.

The child gets its job on standard input and nothing else: no passphrase in its environment, no vault
path, no key but that of the library file it is to write.
"""

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil

from workbench.base.errors import CancelledError, MachineError, UserError, WorkbenchError
from workbench.base.progress import Progress
from workbench.services.reader.frames import BrokenPipeMessageError, read_message, write_message
from workbench.services.reader.limits import ChildLimits
from workbench.services.reader.protocol import Failed, FromChild, Job, Progressed, ToChild

WATCH_SECONDS = 0.1
GRACE_SECONDS = 2.0
CHILD_FLAG = "--reader-child"
_SECRET_VARIABLES = ("WORKBENCH_PASSPHRASE",)
_FRUGAL = {
    "_RJEM_MALLOC_CONF": "narenas:1,dirty_decay_ms:1000,muzzy_decay_ms:0",
    "MALLOC_ARENA_MAX": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
"""To the allocators of polars and the C library, where these are jemalloc and glibc's: one pool of memory,
given back after a second (0.3 s: 15 MB less and 0.15 s more of processor time a million rows; three seconds:
20 MB more, 0.1 s less).  And to numpy's matrices, which nobody needs: no threads that wait for them.
"""


class ReaderStoppedError(UserError):
    """The child died on the file: a crash of a parser or a limit reached; nothing was changed."""

    code = "reader_stopped"


def run_job(job: Job, progress: Progress, limits: ChildLimits | None = None) -> Iterator[FromChild]:
    """Run ``job`` in a fresh child process and yield its messages, progress taken out.

    Raises UserError as the child reported it, ReaderStoppedError when the child crashed or reached a
    limit, CancelledError within a second of the person's wish.  Leaving the iterator early ends the child.
    """
    limits = limits or ChildLimits()
    child = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=_errors_to(),
        env=child_environment(),
    )
    watch = _Watch(child, limits, progress)
    watch.start()
    try:
        yield from _messages(child, ToChild(job=job, limits=limits), progress, watch)
    finally:
        watch.stop()
        _end(child)


def _messages(
    child: subprocess.Popen[bytes], order: ToChild, progress: Progress, watch: "_Watch"
) -> Iterator[FromChild]:
    assert child.stdin is not None
    assert child.stdout is not None
    decoder = msgspec.msgpack.Decoder(FromChild)
    with contextlib.suppress(OSError):  # a child that died at once is reported by its exit below
        write_message(child.stdin, order)
        child.stdin.close()
    torn = False
    while True:
        try:
            body = read_message(child.stdout)
            message = decoder.decode(body) if body is not None else None
        except (BrokenPipeMessageError, msgspec.DecodeError):
            torn, message = True, None
        if message is None:
            break
        watch.heard()
        if isinstance(message, Progressed):
            progress.report(message.done, message.total, message.stage)
        elif isinstance(message, Failed):
            raise _failure(message)
        else:
            yield message
    _judge_end(child, watch, torn=torn)


def _judge_end(child: subprocess.Popen[bytes], watch: "_Watch", *, torn: bool) -> None:
    """Raise what the end of the child means, unless it ended well."""
    if torn:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(GRACE_SECONDS)
        child.kill()
    code = child.wait()
    if watch.verdict is not None:
        raise watch.verdict
    if code != 0 or torn:
        raise _crash(code)


def _failure(message: Failed) -> WorkbenchError:
    if message.kind == "machine":
        return MachineError(message.message, hint=message.hint)
    if message.kind == "user":
        return UserError(message.message, hint=message.hint)
    return ReaderStoppedError(
        f"Reading the file failed ({message.message}).",
        hint="This is a defect of the program; nothing was changed.",
    )


def _crash(code: int) -> WorkbenchError:
    how = f"signal {-code}" if code < 0 else f"exit status {code}"
    return ReaderStoppedError(
        f"The file could not be read: its reader stopped ({how}), as damaged or hostile files make it do.",
        hint="Nothing was changed. Save the file anew from its program, or as CSV, and try again.",
    )


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_FLAG]
    return [sys.executable, "-m", "workbench.services.reader.child"]


def child_environment() -> dict[str, str]:
    """The environment of a child: this process's without its secrets, and frugal with memory."""
    kept = _FRUGAL | {k: v for k, v in os.environ.items() if k not in _SECRET_VARIABLES}
    root = str(Path(__file__).resolve().parents[3])
    kept["PYTHONPATH"] = os.pathsep.join(p for p in (root, kept.get("PYTHONPATH", "")) if p)
    return kept


def _errors_to() -> int | None:
    """A parser's own words may quote the file, so they are shown only to someone who asked to debug."""
    return None if os.environ.get("WORKBENCH_DEBUG") else subprocess.DEVNULL


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


class _Watch(threading.Thread):
    """Ends the child when it passes a limit, falls silent, or the person cancels."""

    def __init__(self, child: subprocess.Popen[bytes], limits: ChildLimits, progress: Progress) -> None:
        super().__init__(name="reader-watch", daemon=True)
        self._child = child
        self._limits = limits
        self._progress = progress
        self._over = threading.Event()
        self._last_heard = time.monotonic()
        self.verdict: WorkbenchError | None = None

    def heard(self) -> None:
        """Note that the child spoke."""
        self._last_heard = time.monotonic()

    def stop(self) -> None:
        """End the watch."""
        self._over.set()
        self.join()

    def run(self) -> None:
        """Look every WATCH_SECONDS until told to stop or the child is gone."""
        try:
            process = psutil.Process(self._child.pid)
            while not self._over.wait(WATCH_SECONDS):
                self.verdict = self._judge(process)
                if self.verdict is not None:
                    self._child.kill()
                    return
        except psutil.NoSuchProcess:
            return

    def _judge(self, process: psutil.Process) -> WorkbenchError | None:
        if self._progress.cancelled():
            return CancelledError()
        limits = self._limits
        if process.memory_info().rss > limits.memory_bytes:
            return _limit(f"needs more than {limits.memory_bytes / (1 << 30):.1f} GiB of memory to read")
        times = process.cpu_times()
        if times.user + times.system > limits.cpu_seconds:
            return _limit(f"needs more than {limits.cpu_seconds:,} seconds of processor time to read")
        if time.monotonic() - self._last_heard > limits.stall_seconds:
            return _limit(f"gave no sign of progress for {limits.stall_seconds:,} seconds")
        return None


def _limit(what: str) -> WorkbenchError:
    return ReaderStoppedError(
        f"The file {what}.", hint="Nothing was changed. Split the file, or save it as CSV, and try again."
    )
