"""Which encoding a text is in, decided from its bytes; and how its bytes become UTF-8."""

import codecs
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOM_BYTES = {name: mark for mark, name in _BOMS} | {"utf-8": codecs.BOM_UTF8}
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Encoding:
    """A Python codec name, and whether all bytes seen were ASCII."""

    name: str
    ascii_only: bool = False


def detect_encoding(blocks: Sequence[bytes]) -> Encoding:
    """Encoding of a text from samples of it, the first of which is its beginning.

    A byte-order mark decides; then zero bytes on one side of every pair (UTF-16); then UTF-8, which
    must hold strictly in every sample (a character cut at a sample's edge is allowed); else Windows-1252.
    """
    head = blocks[0] if blocks else b""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return Encoding(name)
    wide = _wide_without_mark(head[:4096])
    if wide:
        return Encoding(wide)
    if all(block.isascii() for block in blocks):
        return Encoding("utf-8", ascii_only=True)
    return Encoding("utf-8" if all(_is_utf8(block) for block in blocks) else "cp1252")


def _wide_without_mark(head: bytes) -> str | None:
    if len(head) < 8:
        return None
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.6 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _is_utf8(block: bytes) -> bool:
    start = next((i for i in range(min(4, len(block))) if block[i] & 0xC0 != 0x80), 0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(block[start:], final=False)
    except UnicodeDecodeError:
        return False
    return True


def is_wide(encoding: str) -> bool:
    """Whether a line end is more than one byte in ``encoding``."""
    return encoding.startswith(("utf-16", "utf-32"))


def strip_bom(head: bytes, encoding: str) -> bytes:
    """``head`` without the byte-order mark of ``encoding``."""
    return head.removeprefix(_BOM_BYTES.get(encoding, b""))


def decode_sample(block: bytes, encoding: str) -> str:
    """Text of a sample for looking at; what cannot be decoded becomes U+FFFD."""
    codec = "utf-8" if encoding == "utf-8-sig" else encoding
    return strip_bom(block, encoding).decode(codec, "replace")


class Utf8Transcoder:
    """Turns raw bytes of one encoding into UTF-8, block by block.

    UTF-16 and UTF-32 are decoded as a stream.  For the others the caller hands in whole lines.  Bytes
    that have no meaning become U+FFFD, so that the row that holds them can be told; in a text of which
    only ASCII was seen, a line that is not UTF-8 is taken as Windows-1252 first.
    """

    def __init__(self, encoding: str, *, ascii_sample: bool) -> None:
        self._encoding = "utf-8" if encoding == "utf-8-sig" else encoding
        self._ascii_sample = ascii_sample
        self._wide = (
            codecs.getincrementaldecoder(self._encoding)("replace") if is_wide(self._encoding) else None
        )

    def convert(self, block: bytes, *, final: bool) -> bytes:
        """UTF-8 of ``block``."""
        if self._wide is not None:
            return self._wide.decode(block, final).encode("utf-8", "replace")
        if block.isascii():
            return block
        if self._encoding == "cp1252":
            return _from_cp1252(block)
        if self._encoding != "utf-8":
            return block.decode(self._encoding, "replace").encode()
        try:
            block.decode("utf-8")
        except UnicodeDecodeError:
            return b"\n".join(self._line(line) for line in block.split(b"\n"))
        return block

    def _line(self, line: bytes) -> bytes:
        if line.isascii():
            return line
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            if self._ascii_sample:
                return _from_cp1252(line)
            return line.decode("utf-8", "replace").encode()
        return line


_CP1252 = tuple(bytes([octet]).decode("cp1252", "replace").encode() for octet in range(256))
_FEW = 50_000


def _from_cp1252(block: bytes) -> bytes:
    """UTF-8 of Windows-1252: where few bytes are not ASCII, only those are touched."""
    places = np.flatnonzero(np.frombuffer(block, dtype=np.uint8) >= 0x80)
    if len(places) > _FEW:
        return block.decode("cp1252", "replace").encode()
    parts: list[bytes] = []
    start = 0
    for place in places.tolist():
        parts += (block[start:place], _CP1252[block[place]])
        start = place + 1
    parts.append(block[start:])
    return b"".join(parts)
