"""Messages on a pipe: four bytes of length, big-endian, then the message as MessagePack."""

import struct
from typing import IO

import msgspec

from workbench.services.reader.protocol import FromChild, ToChild

MAX_MESSAGE = 1 << 30
_LENGTH = struct.Struct(">I")
_ENCODER = msgspec.msgpack.Encoder()


class BrokenPipeMessageError(Exception):
    """The other end stopped in the middle of a message, or never spoke this protocol."""


def write_message(pipe: IO[bytes], message: FromChild | ToChild) -> None:
    """Write one message and flush it; OSError when the other end is gone."""
    body = _ENCODER.encode(message)
    pipe.write(_LENGTH.pack(len(body)) + body)
    pipe.flush()


def read_message(pipe: IO[bytes]) -> bytes | None:
    """The next message's bytes; None at a clean end; BrokenPipeMessageError at a torn one."""
    head = pipe.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise BrokenPipeMessageError
    (length,) = _LENGTH.unpack(head)
    if length > MAX_MESSAGE:
        raise BrokenPipeMessageError
    body = pipe.read(length)
    if len(body) < length:
        raise BrokenPipeMessageError
    return body
