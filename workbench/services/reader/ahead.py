"""Work one step ahead: items are made in a thread, the next one while the present one is used."""

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Failed:
    """What ended the making of items."""

    error: BaseException | None


class _Maker(threading.Thread, Generic[T]):
    """Makes items into a queue that holds one."""

    def __init__(self, items: Iterator[T]) -> None:
        super().__init__(name="ahead", daemon=True)
        self._items = items
        self.made: queue.Queue[T | _Failed] = queue.Queue(maxsize=1)

    def run(self) -> None:
        """Make every item, then say how it ended."""
        try:
            for item in self._items:
                self.made.put(item)
                del item  # while the next is made
        except BaseException as error:  # noqa: BLE001  (raised again where the items are used)
            self.made.put(_Failed(error))
        else:
            self.made.put(_Failed(None))


def ahead(items: Iterator[T]) -> Iterator[T]:
    """The ``items``, made in a thread that begins at once: at most two are in memory beside the one in use.

    What making an item raises is raised here.  Meant for a process with one job: a consumer that stops early
    leaves the thread waiting until the process ends.
    """
    maker = _Maker(items)
    maker.start()
    return _made(maker)


def _made(maker: _Maker[T]) -> Iterator[T]:
    """The items as they are made."""
    while not isinstance(item := maker.made.get(), _Failed):
        made = [item]
        del item
        yield made.pop()  # nothing here keeps it while it is used
    if item.error is not None:
        raise item.error
