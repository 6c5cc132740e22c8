"""The bytes of ``vault.hdr``: what is in them, and nothing about secrets.

    magic 8 · major u16 · minor u16 · length u32 · body · SHA-256 of all before · HMAC-SHA-256 of all before

The frame (magic, two version numbers, length, the SHA-256) is the same for ever, so that any version tells a
damaged header from a newer one.  The body is a sequence of tag u16 · length u16 · value; numbers big-endian.
A reader of the same minor version refuses unknown tags, an older one passes them over and does not write.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from hashlib import sha256

from workbench.vault.errors import HeaderDamagedError, VaultTooNewError
from workbench.vault.kdf import SALT_SIZE, VERSION, KdfCost
from workbench.vault.keys import KEY_SIZE, NONCE_SIZE, TAG_SIZE

MAGIC = b"SKTV\x1a\r\n\0"
MAJOR, MINOR = 1, 0
MAX_BODY = 64 * 1024
MAX_SLOTS = 16
DIGEST_SIZE = 32
_FRAME = struct.Struct(">8sHHI")
_ITEM = struct.Struct(">HH")
_KDF = struct.Struct(f">BBIII{SALT_SIZE}s")
_KNOWN_FEATURES = 0
MAX_FILE = _FRAME.size + MAX_BODY + 2 * DIGEST_SIZE
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Tag(IntEnum):
    """Items of the body, each exactly once but for slots."""

    VAULT_ID = 1
    EPOCH = 2
    CREATED = 3
    REQUIRED = 4
    OPTIONAL = 5
    GENERATION = 6
    SLOT = 7


class SlotKind(IntEnum):
    """What opens a slot."""

    PASSPHRASE = 1
    RECOVERY = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the master key: ``sealed`` is the key encrypted under what the secret derives to.

    ``cost`` is None for a recovery key, which is random already and needs no slow derivation.
    """

    kind: SlotKind
    slot_id: str
    created: datetime
    cost: KdfCost | None
    salt: bytes
    nonce: bytes = b""
    sealed: bytes = b""

    def bound(self) -> bytes:
        """Everything of the slot but the sealed key, as bytes, for authentication with it."""
        cost = self.cost
        numbers = (2, VERSION, cost.memory_kib, cost.passes, cost.lanes) if cost else (0, 0, 0, 0, 0)
        kdf = _KDF.pack(*numbers, self.salt)
        return struct.pack(">B16sQ", self.kind, bytes.fromhex(self.slot_id), _micros(self.created)) + kdf


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; ``generation`` counts its rewrites, ``epoch`` the master keys of this vault."""

    vault_id: str
    epoch: int
    created: datetime
    generation: int
    slots: tuple[Slot, ...]
    minor: int = MINOR


@dataclass(frozen=True, slots=True)
class Decoded:
    """A header whose checksum holds; ``mac`` over ``authenticated`` has yet to be compared."""

    header: Header
    authenticated: bytes
    mac: bytes


_NUMBERS = {
    Tag.VAULT_ID: 16, Tag.EPOCH: 4, Tag.CREATED: 8, Tag.REQUIRED: 4, Tag.OPTIONAL: 4, Tag.GENERATION: 8,
}  # fmt: skip
_TAGS = frozenset(map(int, Tag))
_SLOT_HEAD = struct.Struct(">B16sQ")
_SLOT = struct.Struct(f">{_SLOT_HEAD.size}s{_KDF.size}s{NONCE_SIZE}s{KEY_SIZE + TAG_SIZE}s")


def encode(header: Header) -> bytes:
    """The bytes up to and with the SHA-256; the HMAC of them is still to be added."""
    items = [
        (Tag.VAULT_ID, bytes.fromhex(header.vault_id)),
        (Tag.EPOCH, struct.pack(">I", header.epoch)),
        (Tag.CREATED, struct.pack(">Q", _micros(header.created))),
        (Tag.REQUIRED, struct.pack(">I", _KNOWN_FEATURES)),
        (Tag.OPTIONAL, struct.pack(">I", 0)),
        (Tag.GENERATION, struct.pack(">Q", header.generation)),
        *((Tag.SLOT, slot.bound() + slot.nonce + slot.sealed) for slot in header.slots),
    ]
    body = b"".join(_ITEM.pack(tag, len(value)) + value for tag, value in items)
    framed = _FRAME.pack(MAGIC, MAJOR, MINOR, len(body)) + body
    return framed + sha256(framed).digest()


def decode(data: bytes) -> Decoded:
    """The header in ``data``; HeaderDamagedError, VaultTooNewError or KdfRefusedError when it has none.

    Order: magic, length, SHA-256, version, fields, bounds of the key derivation.  The version comes after the
    checksum, so that a flipped bit in it is damage and not a newer program.
    """
    if len(data) < _FRAME.size or not data.startswith(MAGIC):
        raise HeaderDamagedError("it does not begin like a vault header")
    _magic, major, minor, length = _FRAME.unpack_from(data)
    if length > MAX_BODY or len(data) != _FRAME.size + length + 2 * DIGEST_SIZE:
        raise HeaderDamagedError("its length is wrong")
    framed, rest = data[: _FRAME.size + length], data[_FRAME.size + length :]
    if sha256(framed).digest() != rest[:DIGEST_SIZE]:
        raise HeaderDamagedError("its checksum is wrong")
    if major > MAJOR:
        raise VaultTooNewError
    if major < MAJOR:
        raise HeaderDamagedError("it names a version that never was")
    header = _header(framed[_FRAME.size :], minor)
    for slot in header.slots:
        if slot.cost is not None:
            slot.cost.require_acceptable()
    return Decoded(header, data[:-DIGEST_SIZE], data[-DIGEST_SIZE:])


def _header(body: bytes, minor: int) -> Header:
    single: dict[int, bytes] = {}
    slots: list[Slot] = []
    for tag, value in _items(body):
        if tag == Tag.SLOT:
            slots += _slot(value, minor)
        elif tag in single or (tag not in _TAGS and minor <= MINOR):
            raise _malformed()
        else:
            single[tag] = value
    if not 1 <= len(slots) <= MAX_SLOTS or len({slot.slot_id for slot in slots}) != len(slots):
        raise _malformed()
    number = {tag: _number(single, tag, size) for tag, size in _NUMBERS.items()}
    if number[Tag.REQUIRED] & ~_KNOWN_FEATURES:
        raise VaultTooNewError
    return Header(
        vault_id=f"{number[Tag.VAULT_ID]:032x}",
        epoch=number[Tag.EPOCH],
        created=_instant(number[Tag.CREATED]),
        generation=number[Tag.GENERATION],
        slots=tuple(slots),
        minor=minor,
    )


def _items(body: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(body):
        if at + _ITEM.size > len(body):
            raise _malformed()
        tag, length = _ITEM.unpack_from(body, at)
        at += _ITEM.size
        if at + length > len(body):
            raise _malformed()
        yield tag, body[at : at + length]
        at += length


def _slot(value: bytes, minor: int) -> list[Slot]:
    """The slot in ``value``; none when a later minor version put a kind there that is unknown here."""
    if len(value) != _SLOT.size:
        if minor > MINOR:
            return []
        raise _malformed()
    head, kdf, nonce, sealed = _SLOT.unpack(value)
    kind, slot_id, created = _SLOT_HEAD.unpack(head)
    algorithm, version, memory, passes, lanes, salt = _KDF.unpack(kdf)
    if (kind, algorithm, version) == (SlotKind.PASSPHRASE, 2, VERSION):
        cost = KdfCost(memory, passes, lanes)
    elif (kind, algorithm, version, memory, passes, lanes) == (SlotKind.RECOVERY, 0, 0, 0, 0, 0):
        cost = None
    elif minor > MINOR:
        return []
    else:
        raise _malformed()
    return [Slot(SlotKind(kind), slot_id.hex(), _instant(created), cost, salt, nonce, sealed)]


def _number(single: dict[int, bytes], tag: Tag, size: int) -> int:
    value = single.get(tag, b"")
    if len(value) != size:
        raise _malformed()
    return int.from_bytes(value, "big")


def _malformed() -> HeaderDamagedError:
    return HeaderDamagedError("its fields are not in the expected form")


def _micros(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _instant(micros: int) -> datetime:
    try:
        return _EPOCH + timedelta(microseconds=micros)
    except OverflowError:
        raise _malformed() from None
