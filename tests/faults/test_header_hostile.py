"""Headers made to do harm, with a right checksum: each is refused by an error of ours, quickly, with nothing derived."""

import random
import struct
from hashlib import sha256

import pytest

from workbench.vault import header
from workbench.vault import kdf as kdf_module
from workbench.vault.errors import HeaderDamagedError, KdfRefusedError, VaultTooNewError
from workbench.vault.header_codec import MAGIC, decode
from workbench.vault.kdf import KdfCost

REFUSALS = (HeaderDamagedError, KdfRefusedError, VaultTooNewError)


@pytest.fixture(scope="module")
def body(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "vault"
    header.create(folder, "seven quiet herons over Tarn", KdfCost(8 * 1024, 1, 1))
    return (folder / header.HEADER_NAME).read_bytes()[16:-64]


def framed(content: bytes, minor: int = 0) -> bytes:
    """``content`` as a header's body with a right length and checksum."""
    start = struct.pack(">8sHHI", MAGIC, 1, minor, len(content)) + content
    return start + sha256(start).digest() + b"\0" * 32


def mutated(content: bytes, draw: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(draw.randrange(1, 6)):
        at = draw.randrange(len(data))
        kind = draw.randrange(4)
        if kind == 0:
            data[at] = draw.choice((0, 1, 0x7F, 0x80, 0xFF, draw.randrange(256)))
        elif kind == 1:
            del data[at : at + draw.randrange(1, 40)]
        elif kind == 2:
            data[at:at] = draw.randbytes(draw.randrange(1, 40))
        else:
            data[at:at] = data[at : at + draw.randrange(1, 200)]
        if not data:
            break
    return bytes(data)


@pytest.mark.parametrize("minor", [0, 7])
def test_ten_thousand_mutations_decode_or_are_refused(body, minor, monkeypatch):
    monkeypatch.setattr(kdf_module, "hash_secret_raw", lambda *_a: pytest.fail("derived"))
    draw = random.Random(minor)
    refused = 0
    for _ in range(5_000):
        try:
            decode(framed(mutated(body, draw), minor))
        except REFUSALS:
            refused += 1
    assert refused > 1_000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0",
        b"\0" * 65_536,
        b"\xff" * 65_536,
        struct.pack(">HH", 7, 0xFFFF),
        struct.pack(">HH", 7, 0) * 16_000,
    ],
)
def test_extremes(content):
    with pytest.raises(REFUSALS):
        decode(framed(content))


def test_a_length_beyond_the_limit_is_not_believed():
    with pytest.raises(HeaderDamagedError, match="length"):
        decode(struct.pack(">8sHHI", MAGIC, 1, 0, 2**32 - 1) + b"\0" * 200)


def test_every_field_twice_or_missing_is_refused(body):
    items, at = [], 0
    while at < len(body):
        _tag, length = struct.unpack_from(">HH", body, at)
        items.append(body[at : at + 4 + length])
        at += 4 + length
    assert len(items) == 8
    for index in range(6):
        with pytest.raises(HeaderDamagedError):
            decode(framed(b"".join(items[:index] + items[index + 1 :])))
        with pytest.raises(HeaderDamagedError):
            decode(framed(b"".join([*items, items[index]])))
    with pytest.raises(HeaderDamagedError):
        decode(framed(b"".join(items[:6])))
    with pytest.raises(HeaderDamagedError):
        decode(framed(b"".join([*items, items[7]])))


def test_control_the_unchanged_body_decodes(body):
    assert len(decode(framed(body)).header.slots) == 2
    assert len(decode(framed(body, minor=7)).header.slots) == 2
