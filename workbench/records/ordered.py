"""Items worked on by several threads at once, their results in order, only a few in memory."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def in_order(items: Iterator[A], work: Callable[[A], B], threads: int) -> Iterator[B]:
    """``work(item)`` for every item, in the items' order, by ``threads`` threads.

    At most ``threads`` items are being worked on or wait to be used, beside the one in use.  What making or
    working on an item raises is raised in its place, and nothing after it is used.  Closing the iterator
    waits for the items under way and takes no more.
    """
    under_way: deque[Future[B]] = deque()
    with ThreadPoolExecutor(threads, thread_name_prefix="records-people") as pool:
        try:
            failed: BaseException | None = None
            while failed is None:
                try:
                    item = next(items)
                except StopIteration:
                    break
                except BaseException as error:  # noqa: BLE001  (raised below, after what came before it)
                    failed = error
                    break
                under_way.append(pool.submit(work, item))
                if len(under_way) > threads:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
            if failed is not None:
                raise failed
        finally:
            for future in under_way:
                future.cancel()
