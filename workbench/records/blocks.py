"""A file of any size as blocks of whole lines in UTF-8, each line ended by one LF."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.records.containers import ByteStream
from workbench.records.encodings import Utf8Transcoder, is_wide, strip_bom
from workbench.records.limits import Limits
from workbench.records.shape import FileShape

_LF, _CR = b"\n", b"\r"
KEPT_OF_OVERSIZE = 1024
"""How much of a line beyond the limit is kept, to be shown beside its rejection."""


@dataclass(frozen=True, slots=True)
class Block:
    """``data`` ends with LF.  ``source_bytes`` is how much of the file is behind it.

    ``oversize`` are 0-based numbers of lines that were longer than a record may be and were cut.
    """

    data: bytes
    source_bytes: int
    oversize: frozenset[int] = frozenset()


class _LineEnds:
    """Makes every line end LF; keeps a CR at a block's edge until it is known what follows."""

    def __init__(self, *, lone_cr: bool) -> None:
        self._lone_cr = lone_cr
        self._held = b""

    def convert(self, data: bytes, *, final: bool) -> bytes:
        data = self._held + data
        self._held = b""
        if _CR not in data:
            return data
        if data.endswith(_CR) and not final:
            data, self._held = data[:-1], _CR
        data = data.replace(b"\r\n", _LF)
        return data.replace(_CR, _LF) if self._lone_cr else data


def line_blocks(stream: ByteStream, shape: FileShape, limits: Limits) -> Iterator[Block]:
    """The text of ``stream`` from its first line; memory stays within a few blocks.

    A line longer than ``limits.record_bytes`` is cut to its beginning and named in ``oversize``.
    """
    wide = is_wide(shape.encoding)
    transcoder = Utf8Transcoder(shape.encoding, ascii_sample=shape.ascii_sample)
    ends = _LineEnds(lone_cr=shape.terminator == "\r")
    carry = _Carry(limits.record_bytes)
    consumed = 0
    while True:
        raw = stream.read(limits.block_bytes)
        final = not raw
        if consumed == 0:
            raw = strip_bom(raw, shape.encoding)
        consumed += len(raw)
        text = transcoder.convert(raw, final=final) if wide else raw
        lines, oversize = carry.whole_lines(ends.convert(text, final=final), final=final)
        if lines:
            data = lines if wide else transcoder.convert(lines, final=final)
            yield Block(data, consumed, oversize)
        if final:
            return


def without_titles(blocks: Iterator[Block], lines: int) -> Iterator[Block]:
    """``blocks`` without the first ``lines`` lines that are not blank, and the blank ones before them."""
    for block in blocks:
        data, gone = block.data, 0
        while lines and data:
            first, _, data = data.partition(_LF)
            lines -= bool(first.strip(b" \t\r\x1a"))
            gone += 1
        if data:
            yield Block(data, block.source_bytes, frozenset(n - gone for n in block.oversize if n >= gone))


class _Carry:
    """Holds back the unfinished last line of a block, and cuts a line that grows beyond ``most`` bytes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._rest = b""
        self._skipping = False

    def whole_lines(self, data: bytes, *, final: bool) -> tuple[bytes, frozenset[int]]:
        """Whole lines so far, and which of them were cut."""
        if self._skipping:
            stop = data.find(_LF)
            if stop < 0 and not final:
                return b"", frozenset()
            self._skipping = False
            data = data[stop + 1 :] if stop >= 0 else b""
            cut, self._rest = self._rest, b""
            lines, oversize = self.whole_lines(data, final=final)
            return cut + _LF + lines, frozenset({0, *(n + 1 for n in oversize)})
        data = self._rest + data
        stop = data.rfind(_LF) + 1
        lines, self._rest = data[:stop], data[stop:]
        if final and self._rest:
            lines, self._rest = lines + self._rest + _LF, b""
        if len(self._rest) > self._most:
            self._rest, self._skipping = self._rest[:KEPT_OF_OVERSIZE], True
        return lines, frozenset()
