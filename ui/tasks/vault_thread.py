"""The one thread that owns the open vault: everything read or written goes through it, one after another.

Reads and writes of a person keep their order; pieces of long jobs wait until nobody else wants the vault.
"""

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import PriorityQueue
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

import shiboken6
from PySide6.QtCore import QObject, Signal

from ui.messages.defects import as_workbench_error
from ui.tasks.delivery import Delivery
from workbench.base.errors import CancelledError, WorkbenchError
from workbench.services.written import Written

if TYPE_CHECKING:
    from workbench.services.vaults import Vault

T = TypeVar("T")
_PERSON, _JOB, _END = 0, 1, 2


@runtime_checkable
class HasWritten(Protocol):
    """A result that has more to say than its ``written``."""

    @property
    def written(self) -> Written:
        """What was written."""
        ...


@dataclass(order=True)
class _Item:
    priority: int
    number: int
    work: "Callable[[Vault], Any] | None" = field(compare=False)
    future: "Future[Any]" = field(compare=False, default_factory=Future)


class VaultThread(QObject):
    """An open vault and its thread; made by ``VaultOpener``.

    ``wrote`` carries the ``Written`` of every finished write, ``failed`` the errors that no caller took,
    ``busy`` whether anything is under way.  Callbacks run in the GUI thread and only while their owner lives.
    """

    wrote = Signal(object)
    failed = Signal(object)
    busy = Signal(bool)

    def __init__(self, open_vault: "Callable[[], Vault]", opened: "Future[Vault]") -> None:
        """Start the thread; ``open_vault`` runs in it, and ``opened`` gets the vault or the error."""
        super().__init__()
        self._delivery = Delivery(self)
        self._queue: PriorityQueue[_Item] = PriorityQueue()
        self._numbers = itertools.count()
        self._latest: dict[tuple[int, str], int] = {}
        self._pending = 0
        self._closing = False
        self._gate = threading.Lock()  # nothing is queued behind the end
        self._open_vault = open_vault
        self._opened = opened
        self._thread = threading.Thread(target=self._work, name="vault")
        self._thread.start()

    # Asking

    def read(
        self,
        work: "Callable[[Vault], T]",
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Callable[[WorkbenchError], None] | None = None,
        key: str = "",
    ) -> None:
        """Run ``work`` in the vault's thread and give its result to ``done`` here.

        The result is dropped when ``owner`` is gone by then, or when the same owner has asked for something
        newer under the same ``key``.  Without ``failed`` an error goes to the ``failed`` signal.
        """
        number = next(self._numbers)
        if key:
            self._latest[id(owner), key] = number
        item = _Item(_PERSON, number, work)

        def settle() -> None:
            if not key or self._latest.get((id(owner), key)) == number:
                self._settle(item.future, done, owner, failed)

        self._submit(item, settle)

    def write(
        self,
        work: "Callable[[Vault], T]",
        done: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        failed: Callable[[WorkbenchError], None] | None = None,
    ) -> None:
        """Run ``work``, which changes the vault, and tell everybody what it changed.

        ``work`` returns a Written, or something that has one as ``written``.  It is never dropped: what was
        asked for is written even when the owner is gone.
        """
        item = _Item(_PERSON, next(self._numbers), work)

        def settle() -> None:
            self._announce(item.future)
            self._settle(item.future, done or _ignored, owner, failed)

        self._submit(item, settle)

    def piece(self, work: "Callable[[Vault], T]") -> T:
        """Run a piece of a long job in the vault's thread and wait for it; called from the job's own thread.

        CancelledError when the vault closes first.
        """
        item = _Item(_JOB, next(self._numbers), work)
        with self._gate:
            if self._closing:
                raise CancelledError
            self._queue.put(item)
        result: T = item.future.result()
        return result

    @property
    def idle(self) -> bool:
        """Whether every read and write so far has been answered."""
        return self._pending == 0

    # Ending

    def close(self) -> None:
        """Close the vault once everything asked so far is written; returns at once."""
        with self._gate:
            if not self._closing:
                self._closing = True
                self._queue.put(_Item(_END, next(self._numbers), None))

    @property
    def alive(self) -> bool:
        """Whether the vault is not closed yet."""
        return self._thread.is_alive()

    @property
    def wait_closed(self) -> Callable[[], None]:
        """Call it to wait until the vault is closed; any thread may."""
        return self._thread.join

    # Inside

    def _submit(self, item: _Item, settle: Callable[[], None]) -> None:
        if self._closing:
            return
        self._pending += 1
        if self._pending == 1:
            self.busy.emit(True)

        def finished(_future: "Future[Any]") -> None:
            self._delivery.post(settled)

        def settled() -> None:
            self._pending -= 1
            if self._pending == 0:
                self.busy.emit(False)
            settle()

        item.future.add_done_callback(finished)
        self._queue.put(item)

    def _settle(
        self,
        future: "Future[Any]",
        done: Callable[[Any], None],
        owner: QObject,
        failed: Callable[[WorkbenchError], None] | None,
    ) -> None:
        error = future.exception()
        alive = shiboken6.isValid(owner)
        if error is None:
            if alive:
                done(future.result())
            return
        expected = as_workbench_error(error)
        if failed is not None and alive:
            failed(expected)
        else:
            self.failed.emit(expected)

    def _announce(self, future: "Future[Any]") -> None:
        if future.exception() is None:
            result = future.result()
            if isinstance(result, Written):
                self.wrote.emit(result)
            elif isinstance(result, HasWritten):
                self.wrote.emit(result.written)

    def _work(self) -> None:
        try:
            vault = self._open_vault()
        except BaseException as error:  # noqa: BLE001  (whatever opening raises is the opener's to tell)
            self._closing = True
            self._opened.set_exception(error)
            return
        self._opened.set_result(vault)
        try:
            self._serve(vault)
        finally:
            vault.close()

    def _serve(self, vault: "Vault") -> None:
        while True:
            item = self._queue.get()
            if item.work is None:
                return
            if item.priority == _JOB and self._closing:
                item.future.set_exception(CancelledError())
                continue
            try:
                item.future.set_result(item.work(vault))
            except BaseException as error:  # noqa: BLE001  (handed to whoever asked)
                item.future.set_exception(error)


def _ignored(_result: object) -> None:
    pass
