"""Work one item ahead in another thread: reading overlaps with what is made of it."""

import queue
import threading
from collections.abc import Generator, Iterator
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")
_WAIT = 0.1


class _Reader(threading.Thread, Generic[T]):
    """Makes the items, and ends when told to."""

    def __init__(self, items: Generator[T, None, None]) -> None:
        super().__init__(name="records-reader", daemon=True)
        self._items = items
        self._stopped = threading.Event()
        self.line: queue.Queue[tuple[T | None, BaseException | None]] = queue.Queue(maxsize=1)

    def run(self) -> None:
        """Make every item, then say how it ended."""
        error: BaseException | None = None
        try:
            for item in self._items:
                if not self._put(item, None):
                    break
                del item  # while the next is made
        except BaseException as caught:  # noqa: BLE001 - raised again by the thread that uses the items
            error = caught
        finally:
            self._items.close()
        self._put(None, error)

    def stop(self) -> None:
        """End the making."""
        self._stopped.set()
        self.join()

    def _put(self, item: T | None, error: BaseException | None) -> bool:
        while not self._stopped.is_set():
            with suppress(queue.Full):
                self.line.put((item, error), timeout=_WAIT)
                return True
        return False


def one_ahead(items: Generator[T, None, None]) -> Iterator[T]:
    """``items`` in order, each made while the one before is used; two exist at a time.

    An exception of ``items`` is raised here in its place.  Closing this iterator ends the thread.
    """
    reader = _Reader(items)
    reader.start()
    try:
        while True:
            item, error = reader.line.get()
            if error is not None:
                raise error
            if item is None:
                return
            made = [item]
            del item
            yield made.pop()  # nothing here keeps it while it is used
    finally:
        reader.stop()
