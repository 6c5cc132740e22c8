"""Work handed to another thread, its results in the order it was handed in."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Turns(Generic[A, B]):
    """``work`` done by ``threads`` threads, which begin with the first item and end with ``rest``.

    At most ``waiting`` items more than there are threads are under way: handing in another waits for the
    oldest.  What the work raises is raised where its result is taken.
    """

    def __init__(self, work: Callable[[A], B], threads: int, waiting: int = 1) -> None:
        self._work = work
        self._threads = threads
        self._most = threads + waiting
        self._pool: ThreadPoolExecutor | None = None
        self._under_way: deque[tuple[list[A], Future[B]]] = deque()  # an item is kept until it is begun

    def hand_in(self, item: A) -> Iterator[B]:
        """Take an item in; the results that are due."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="matching")
        while len(self._under_way) >= self._most:
            yield self._under_way.popleft()[1].result()
        kept = [item]
        self._under_way.append((kept, self._pool.submit(self._begin, kept)))

    @property
    def under_way(self) -> int:
        """How many items are being worked on or wait for it."""
        return len(self._under_way)

    def _begin(self, kept: list[A]) -> B:
        """Do the work on an item that nobody needs to keep any longer."""
        return self._work(kept.pop())

    def rest(self, items: Iterator[A]) -> Iterator[B]:
        """The results of all that is under way, then of the last ``items``.

        What no thread has begun is done here meanwhile.
        """
        begun = [future for _, future in self._under_way if not future.cancel()]
        left = [kept for kept, future in self._under_way if future.cancelled()]
        self._under_way.clear()
        own = [self._begin(kept) for kept in (*left, *([item] for item in items))]
        for future in begun:
            yield future.result()
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None
        yield from own
