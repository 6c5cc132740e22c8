"""Keeps the interpreter alive under PySide6 6.12 on Python 3.11.

Built for the stable ABI of a Python whose constants are immortal (3.12), PySide6 6.12 hands None, True and
False to Python 3.11 without a reference of their own: each call that returns nothing costs one, and after
some ten thousand calls the interpreter ends with "deallocating None".  From 3.12 on there is nothing to do.
"""

import ctypes
import sys

_PLENTY = 1 << 40


def hold_none() -> None:
    """Give None, True and False more references than a program can use up; CPython before 3.12 only."""
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        for constant in (None, True, False, NotImplemented, ...):
            count = ctypes.c_ssize_t.from_address(id(constant))  # ob_refcnt is an object's first field
            if count.value < _PLENTY:
                count.value += _PLENTY
