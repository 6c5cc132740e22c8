"""What of macOS's own objects Qt has no words for.  None of this was tried here: no Mac was at hand."""

import ctypes
from typing import Any

_ID = ctypes.c_void_p
_SHARE_NOTHING, _SHARE_TO_READ = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly
CONCEALED = b"org.nspasteboard.ConcealedType"


class _Objects:
    """Objective-C by way of its C functions."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL("/usr/lib/libobjc.dylib")
        for function in (self._library.sel_registerName, self._library.objc_getClass):
            function.restype = _ID
            function.argtypes = [ctypes.c_char_p]

    def named(self, name: bytes) -> int:
        """The class of that name."""
        return int(self._library.objc_getClass(name) or 0)

    def send(self, target: int, selector: bytes, *values: object, kinds: tuple[Any, ...] = ()) -> int:
        """What ``target`` answers to ``selector``; ``kinds`` are the C types of the ``values``.

        ``objc_msgSend`` has the type of the method that it calls, so it is cast anew for each.
        """
        call = ctypes.CFUNCTYPE(_ID, _ID, _ID, *kinds)(("objc_msgSend", self._library))
        return int(call(target, self._library.sel_registerName(selector), *values) or 0)


def share_window(view: int, *, hidden: bool) -> None:
    """Keep the window of an NSView out of what other programs may read of the screen, or let it in again."""
    objects = _Objects()
    window = objects.send(view, b"window")
    if window:
        sharing = _SHARE_NOTHING if hidden else _SHARE_TO_READ
        objects.send(window, b"setSharingType:", sharing, kinds=(ctypes.c_ulong,))


def conceal_pasteboard() -> None:
    """Mark what is in the general pasteboard as concealed, for programs that keep its history.

    Qt would give the type a name of its own, which nobody knows.
    """
    objects = _Objects()
    text = objects.send(
        objects.named(b"NSString"), b"stringWithUTF8String:", CONCEALED, kinds=(ctypes.c_char_p,)
    )
    types = objects.send(objects.named(b"NSArray"), b"arrayWithObject:", text, kinds=(_ID,))
    board = objects.send(objects.named(b"NSPasteboard"), b"generalPasteboard")
    if text and types and board:
        objects.send(board, b"addTypes:owner:", types, None, kinds=(_ID, _ID))
        objects.send(board, b"setString:forType:", text, text, kinds=(_ID, _ID))
