"""How long work says how far it is and asks whether to stop.  Plain callables; no Qt."""

from typing import Protocol

from workbench.base.errors import CancelledError


class Progress(Protocol):
    """Receiver of progress, passed into long work; called from that work's own thread."""

    def report(self, done: int, total: int | None, stage: str) -> None:
        """``done`` of ``total`` units of ``stage``; ``total`` is None while unknown."""
        ...

    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        ...


class NoProgress:
    """Progress that nobody watches and nobody cancels."""

    def report(self, done: int, total: int | None, stage: str) -> None:
        """Ignored."""

    def cancelled(self) -> bool:
        """Never."""
        return False


def check_cancelled(progress: Progress) -> None:
    """Raise CancelledError when the person asked to stop."""
    if progress.cancelled():
        raise CancelledError
