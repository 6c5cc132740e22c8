"""The reading child may crash, stall, gorge or babble: the parent says so in words and goes on.

Each child here is a stand-in that misbehaves for real; the parent's end is the product's own.
"""

import os
import sys
import textwrap

import psutil
import pytest

from workbench.base.errors import CancelledError, UserError
from workbench.base.progress import NoProgress
from workbench.services.reader import process
from workbench.services.reader.limits import ChildLimits
from workbench.services.reader.process import ReaderStoppedError, run_job
from workbench.services.reader.protocol import SniffJob, Source
from workbench.services.sniffing import sniff

JOB = SniffJob(Source("nothing"))


@pytest.fixture
def child(monkeypatch):
    """Replace the child's program by these lines."""

    def use(lines: str) -> None:
        monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", textwrap.dedent(lines)])

    return use


def run(limits=None, progress=None):
    return list(run_job(JOB, progress or NoProgress(), limits))


def test_a_crash_is_an_error_message(child):
    child("import os; os.abort()")
    with pytest.raises(ReaderStoppedError, match=r"reader stopped"):
        run()


def test_a_crash_after_a_torn_message_is_an_error_message(child):
    child("import sys, os; sys.stdout.buffer.write(b'\\0\\0\\1\\0half'); sys.stdout.flush(); os.abort()")
    with pytest.raises(ReaderStoppedError):
        run()


def test_a_message_of_absurd_length_is_not_read(child):
    child("import sys; sys.stdout.buffer.write(b'\\xff' * 64)")
    with pytest.raises(ReaderStoppedError):
        run()


def test_memory_is_bounded_on_every_system(child):
    child("import time\nx = bytearray(400 << 20)\nfor i in range(0, len(x), 4096): x[i] = 1\ntime.sleep(60)")
    with pytest.raises(ReaderStoppedError, match="memory"):
        run(ChildLimits(memory_bytes=150 << 20))


def test_processor_time_is_bounded(child):
    child("while True: pass")
    with pytest.raises(ReaderStoppedError, match="processor time"):
        run(ChildLimits(cpu_seconds=1))


def test_silence_is_bounded(child):
    child("import time; time.sleep(60)")
    with pytest.raises(ReaderStoppedError, match="no sign of progress"):
        run(ChildLimits(stall_seconds=1))


def test_a_cancelled_job_ends_and_leaves_no_process(child):
    child("import time; time.sleep(60)")

    class AtOnce(NoProgress):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        run(progress=AtOnce())
    assert not [p for p in psutil.Process().children(recursive=True) if p.status() != psutil.STATUS_ZOMBIE]


def test_leaving_early_ends_the_child(child, monkeypatch):
    started = []
    real = process.subprocess.Popen
    monkeypatch.setattr(
        process.subprocess, "Popen", lambda *a, **k: started.append(real(*a, **k)) or started[-1]
    )
    child(
        """
        import sys, time, msgspec
        body = msgspec.msgpack.encode({"type": "sniffed", "summary": {}})
        sys.stdout.buffer.write(len(body).to_bytes(4, "big") + body); sys.stdout.flush(); time.sleep(60)
        """
    )
    messages = run_job(JOB, NoProgress())
    next(messages)
    assert started[0].poll() is None
    messages.close()
    assert started[0].poll() is not None


def test_the_child_never_sees_the_passphrase(child, monkeypatch):
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "seven fictional otters")
    child("import os, sys; sys.exit(7 if any('otters' in v for v in os.environ.values()) else 3)")
    with pytest.raises(ReaderStoppedError, match="exit status 3"):
        run()
    assert "otters" in os.environ["WORKBENCH_PASSPHRASE"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits; Windows has the parent's watch alone")
def test_the_real_child_may_write_no_file_and_leaves_no_core(tmp_path, monkeypatch):
    """Under the same limits a write beyond the bound fails; the control without them succeeds."""
    program = textwrap.dedent(
        """
        import sys
        from workbench.services.reader.limits import ChildLimits, apply_limits
        if sys.argv[2] == "bound":
            apply_limits(ChildLimits(), writes_file=False)
        import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with open(sys.argv[1], "wb") as stream:
            stream.write(b"x" * 10)
        """
    )
    import subprocess

    def write(how):
        target = tmp_path / how
        done = subprocess.run(
            [sys.executable, "-c", program, str(target), how],
            capture_output=True,
            check=False,
            env=process.child_environment(),
        )
        return done.returncode, target.stat().st_size

    assert write("free") == (0, 10)
    status, size = write("bound")
    assert status != 0
    assert size == 0


def test_what_the_child_cannot_read_is_said_without_the_name_of_the_file(tmp_path):
    file = tmp_path / "Vorpalbane.csv"
    file.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(UserError) as caught:
        sniff(file, member=None, sheet=None, progress=NoProgress())
    assert "Vorpalbane" not in str(caught.value)
