"""Keeps the memory of this process, which holds keys and people, out of files that a crash would leave."""

import contextlib
import sys


def leave_none() -> None:
    """Let a crash leave no core file; what is started from here inherits that.  Windows has no such limit.

    Called first by the program.  A system that is told to keep dumps by a service of its own (Linux
    ``core_pattern`` with a pipe) is asked by the same limit and may not heed it.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (does not exist on Windows)

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
