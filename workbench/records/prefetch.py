"""Work one item ahead in another thread: reading overlaps with what is made of it."""

import queue
import threading
from collections.abc import Generator, Iterator
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")
_WAIT = 0.1


def one_ahead(items: Generator[T, None, None]) -> Iterator[T]:
    """``items`` in order, each made while the one before is used; two exist at a time.

    An exception of ``items`` is raised here in its place.  Closing this iterator ends the thread.
    """
    line: queue.Queue[tuple[T | None, BaseException | None]] = queue.Queue(maxsize=1)
    stopped = threading.Event()

    def put(item: T | None, error: BaseException | None) -> bool:
        while not stopped.is_set():
            with suppress(queue.Full):
                line.put((item, error), timeout=_WAIT)
                return True
        return False

    def work() -> None:
        error: BaseException | None = None
        try:
            for item in items:
                if not put(item, None):
                    break
        except BaseException as caught:  # noqa: BLE001 - raised again by the thread that uses the items
            error = caught
        finally:
            items.close()
        put(None, error)

    worker = threading.Thread(target=work, name="records-reader", daemon=True)
    worker.start()
    try:
        while True:
            item, error = line.get()
            if error is not None:
                raise error
            if item is None:
                return
            yield item
    finally:
        stopped.set()
        worker.join()
