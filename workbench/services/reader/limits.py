"""What the reading child may use, and how the operating system is told."""

import contextlib
import sys

import msgspec

GIB = 1 << 30


class ChildLimits(msgspec.Struct, frozen=True):
    """Bounds of one reading job; the parent watches them on every system, POSIX kernels enforce them too.

    ``memory_bytes`` is resident memory; ``cpu_seconds`` the processor time of the whole job;
    ``file_bytes`` the largest file it may write (its library file); ``stall_seconds`` the longest
    silence before the job counts as stuck.
    """

    memory_bytes: int = 2 * GIB
    cpu_seconds: int = 6 * 3600
    file_bytes: int = 64 * GIB
    stall_seconds: int = 900


ADDRESS_SPACE_FACTOR = 8
"""Allocators reserve far more address space than they use; the hard stop is for absurd requests only."""


def apply_limits(limits: ChildLimits, *, writes_file: bool) -> None:
    """Bind this process to ``limits`` with setrlimit; on Windows the parent's watch stands alone."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (does not exist on Windows)

    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_FSIZE: limits.file_bytes if writes_file else 0,
    }
    if sys.platform.startswith("linux"):  # macOS accepts RLIMIT_AS and does not enforce it
        wanted[resource.RLIMIT_AS] = limits.memory_bytes * ADDRESS_SPACE_FACTOR
    for which, value in wanted.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (value, value))
