"""Long jobs: each in a thread of its own, with progress and cancel, reaching the vault in short pieces."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from ui.messages.defects import as_workbench_error
from ui.tasks.delivery import Delivery
from ui.tasks.vault_thread import HasWritten, VaultThread
from workbench.base.changes import Changes
from workbench.base.errors import CancelledError, WorkbenchError
from workbench.base.progress import Progress
from workbench.services.access import VaultAccess
from workbench.services.written import Written

if TYPE_CHECKING:
    from workbench.services.vaults import Vault

T = TypeVar("T")
_REPORT_EVERY = 0.1  # seconds


class _Access:
    """A job's way to the vault."""

    def __init__(self, vault: VaultThread) -> None:
        self._vault = vault

    def call(self, work: "Callable[[Vault], T]") -> T:
        return self._vault.piece(work)


class Job(QObject):
    """One job under way.  ``progressed`` carries (done, total or None, stage) at most ten times a second."""

    progressed = Signal(int, object, str)

    def __init__(self, words: str, *, cancellable: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.words = words
        self.cancellable = cancellable
        self._cancelled = threading.Event()
        self._last = 0.0

    def cancel(self) -> None:
        """Ask the job to stop; it does within a second."""
        self._cancelled.set()

    def report(self, done: int, total: int | None, stage: str) -> None:
        """Progress of the work; called from the job's own thread."""
        now = time.monotonic()
        if now - self._last >= _REPORT_EVERY or done == total:
            self._last = now
            self.progressed.emit(done, total, stage)

    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._cancelled.is_set()


class Jobs(QObject):
    """Starts jobs and knows which run.

    ``started`` and ``ended`` carry the Job; ``wrote`` a result's Written, ``changed`` a result's Changes,
    ``failed`` an error that nobody took.
    """

    started = Signal(object)
    ended = Signal(object)
    wrote = Signal(object)
    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, vault: VaultThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._delivery = Delivery(self)
        self._running: dict[Job, threading.Thread] = {}

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way, oldest first."""
        return tuple(self._running)

    def start(
        self,
        words: str,
        work: Callable[[VaultAccess, Progress], T],
        done: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        failed: Callable[[WorkbenchError], None] | None = None,
        cancellable: bool = True,
    ) -> Job:
        """Run ``work(access, progress)`` in a thread of its own; ``done`` gets its result here.

        Callbacks come only while ``owner`` lives; a result with a Written or Changes is told to everybody all
        the same.  A cancelled job ends with CancelledError in ``failed``, or silently without it.
        """
        job = Job(words, cancellable=cancellable, parent=self)
        future: Future[T] = Future()

        def target() -> None:
            try:
                future.set_result(work(_Access(self._vault), job))
            except BaseException as error:  # noqa: BLE001  (told to the caller)
                future.set_exception(error)
            self._delivery.post(partial(self._end, job, future, done, failed, owner))

        thread = threading.Thread(target=target, name="job")
        self._running[job] = thread
        self.started.emit(job)
        thread.start()
        return job

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in self._running:
            job.cancel()

    def wait(self) -> None:
        """Wait until no job's thread runs any more; their results are not delivered by this."""
        for thread in list(self._running.values()):
            thread.join()

    def _end(
        self,
        job: Job,
        future: "Future[Any]",
        done: Callable[[Any], None] | None,
        failed: Callable[[WorkbenchError], None] | None,
        owner: QObject,
    ) -> None:
        self._running.pop(job).join()
        self.ended.emit(job)
        job.deleteLater()
        error = future.exception()
        alive = shiboken6.isValid(owner)
        if error is None:
            self._announce(future.result())
            if done is not None and alive:
                done(future.result())
            return
        expected = as_workbench_error(error)
        if failed is not None and alive:
            failed(expected)
        elif not isinstance(expected, CancelledError):
            self.failed.emit(expected)

    def _announce(self, result: object) -> None:
        if isinstance(result, HasWritten):
            result = result.written
        if isinstance(result, Written):
            self.wrote.emit(result)
        elif isinstance(changes := getattr(result, "changes", None), Changes):
            self.changed.emit(changes)
