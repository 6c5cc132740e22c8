"""Unused objects go in the window's thread, whoever made them."""

import gc
import threading

import pytest

from ui.tasks.collecting import Collecting, spare_nothing, spare_what_is_there


class Cycle:
    """Refers to itself, and notes in which thread it goes."""

    def __init__(self, gone):
        self.me = self
        self.gone = gone

    def __del__(self):
        self.gone.append(threading.current_thread().name)


@pytest.fixture
def collecting(qapp):
    collecting = Collecting()
    yield collecting
    collecting.stop()
    collecting.deleteLater()


def make_much():
    """Enough objects for Python to search for unused ones by itself."""
    return [[] for _ in range(100_000)]


def in_a_thread(gone):
    def work():
        Cycle(gone)
        make_much()

    thread = threading.Thread(target=work, name="other")
    thread.start()
    thread.join()


def test_what_another_thread_leaves_goes_in_the_windows(collecting, qtbot):
    gone = []
    in_a_thread(gone)
    assert gone == []
    kept = make_much()
    qtbot.waitUntil(lambda: bool(gone), timeout=5_000)
    assert gone == ["MainThread"]
    assert kept


def test_left_to_python_it_goes_in_the_other_thread():
    """Negative control."""
    gone = []
    gc.collect()
    in_a_thread(gone)
    assert gone == ["other"]


def test_python_has_it_back_afterwards(qapp):
    collecting = Collecting()
    assert not gc.isenabled()
    collecting.stop()
    assert gc.isenabled()
    collecting.deleteLater()


def test_what_was_spared_goes_once_nothing_is_spared():
    gone = []
    Cycle(gone)
    spare_what_is_there()
    gc.collect()
    assert gone == []
    spare_nothing()
    gc.collect()
    assert gone == ["MainThread"]
