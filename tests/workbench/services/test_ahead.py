import threading
import weakref

import pytest

from workbench.services.reader.ahead import ahead


def test_items_come_in_order_from_another_thread():
    makers = set()

    def numbers():
        for n in range(50):
            makers.add(threading.current_thread().name)
            yield n

    assert list(ahead(numbers())) == list(range(50))
    assert makers == {"ahead"}


def test_an_error_comes_after_the_items_before_it():
    def broken():
        yield 1
        raise ZeroDivisionError

    got = ahead(broken())
    assert next(got) == 1
    with pytest.raises(ZeroDivisionError):
        next(got)


def test_at_most_two_are_made_beyond_the_one_in_use():
    made = []

    def numbers():
        for n in range(100):
            made.append(n)
            yield n

    got = ahead(numbers())
    next(got)
    threading.Event().wait(0.2)
    assert len(made) <= 4


def test_making_begins_at_once_and_nothing_keeps_an_item_in_use():
    begun = threading.Event()

    class Item:
        pass

    def items():
        begun.set()
        for _ in range(3):
            yield Item()

    got = ahead(items())
    assert begun.wait(5)
    kept = [weakref.ref(next(got)) for _ in range(3)]
    assert list(got) == []
    assert [ref() for ref in kept] == [None, None, None]
