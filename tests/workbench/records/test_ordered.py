"""Work by several threads, results in order, few in memory."""

import threading

import pytest

from workbench.records.ordered import in_order


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(threads):
    later = threading.Event()

    def work(n):
        if n == 0 and threads > 1:
            assert later.wait(5)  # the first one ends after the second
        elif n == 1:
            later.set()
        return n * n

    assert list(in_order(iter(range(30)), work, threads)) == [n * n for n in range(30)]


def test_an_error_comes_in_its_place_and_nothing_after_it():
    def work(n):
        if n == 2:
            raise ZeroDivisionError
        return n

    got = in_order(iter(range(9)), work, 2)
    assert [next(got), next(got)] == [0, 1]
    with pytest.raises(ZeroDivisionError):
        next(got)
    assert list(got) == []


def test_what_making_an_item_raises_comes_after_the_items_before_it():
    def items():
        yield from range(3)
        raise KeyError

    got = in_order(items(), lambda n: n, 2)
    assert [next(got), next(got), next(got)] == [0, 1, 2]
    with pytest.raises(KeyError):
        next(got)


def test_few_items_are_made_ahead_and_closing_takes_no_more():
    made = []

    def items():
        for n in range(100):
            made.append(n)
            yield n

    got = in_order(items(), lambda n: n, 2)
    next(got)
    assert len(made) <= 3
    got.close()
    assert len(made) <= 3
