"""Fixed-width records to rows: cut by whole-array copying, then read as separated text."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from workbench.records import row_problems as why
from workbench.records.blocks import Block
from workbench.records.delimited import Table, read_lines
from workbench.records.mapping import FixedField
from workbench.records.raw_chunk import ROW, RawChunk
from workbench.records.row_problems import rejected
from workbench.records.scan import Lines, Mask, find_lines, undecodable

SEPARATOR = "\x1f"
"""Put between fields; a record that holds it is rejected."""


class FixedWidthReader:
    """Cuts records of ``lengths`` characters into ``fields``; a record short only of trailing blanks counts.

    A field that begins beyond a record's end is empty.
    """

    def __init__(self, fields: Sequence[FixedField], lengths: Sequence[int], total: int | None) -> None:
        self._fields = tuple(fields)
        self._longest = max(lengths)
        self._least = max(1, min(self._longest, *(f.start for f in fields)))
        self._total = total
        self._next_row = 1
        names = tuple(f.name for f in fields)
        self._table = Table(names, names, SEPARATOR, quoted=False, header=False)

    def chunks(self, blocks: Iterator[Block]) -> Iterator[RawChunk]:
        """One chunk a block."""
        for block in blocks:
            yield self._chunk(block)

    def _chunk(self, block: Block) -> RawChunk:
        lines = find_lines(block.data)
        is_row = ~lines.blank()
        widths = _widths(lines)
        problems = self._problems(lines, widths, block.oversize)
        good = is_row.copy()
        good[list(problems)] = False
        numbers = self._next_row + np.cumsum(is_row) - 1
        read = int(is_row.sum())
        self._next_row += read
        places = np.flatnonzero(good)
        frame = read_lines(self._separated(lines, places), self._table)
        return RawChunk(
            frame.with_columns(pl.Series(ROW, numbers[places], dtype=pl.UInt32)),
            read,
            tuple(
                rejected(int(numbers[n]), reason, lines.text(n))
                for n, reason in sorted(problems.items())
                if is_row[n]
            ),
            lambda at: lines.text(int(places[at])),
            block.source_bytes,
            self._total,
        )

    def _problems(
        self, lines: Lines, widths: npt.NDArray[np.int64], oversize: frozenset[int]
    ) -> dict[int, str]:
        wrong = (widths > self._longest) | (widths < self._least)
        found = {int(n): why.wrong_length(self._longest, int(widths[n])) for n in np.flatnonzero(wrong)}
        control: Mask = lines.holding(SEPARATOR.encode()) | lines.holding(b"\r") | lines.holding(b"\t")
        found |= dict.fromkeys(np.flatnonzero(control).tolist(), why.CONTROL)
        found |= dict.fromkeys(np.flatnonzero(undecodable(lines)).tolist(), why.UNDECODABLE)
        found |= dict.fromkeys(np.flatnonzero(lines.holding(b"\0")).tolist(), why.NUL)
        return found | dict.fromkeys(oversize, why.OVERSIZE_RECORD)

    def _separated(self, lines: Lines, places: npt.NDArray[np.int64]) -> bytes:
        """The records at ``places`` with a separator after each field and LF after each record."""
        if len(places) == 0:
            return b""
        if lines.data.isascii():
            octets = np.frombuffer(lines.data, dtype=np.uint8)
            cut = self._cut(octets, lines.starts[places], lines.ends[places])
            return cut.tobytes()
        text = lines.data.decode("utf-8", "replace")
        points = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        ends = np.flatnonzero(points == 0x0A)
        starts = np.concatenate(([0], ends[:-1] + 1))
        cut = self._cut(points, starts[places], ends[places])
        return cut.tobytes().decode("utf-32-le").encode()

    def _cut(
        self, points: npt.NDArray[np.generic], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.generic]:
        parts = []
        separator = np.full((len(starts), 1), ord(SEPARATOR), dtype=points.dtype)
        for field in self._fields:
            at = starts[:, None] + np.arange(field.start - 1, field.start - 1 + field.length)
            inside = at < ends[:, None]
            values = points[np.minimum(at, len(points) - 1)]
            parts += [np.where(inside, values, points.dtype.type(0x20)), separator]
        parts[-1] = np.full((len(starts), 1), 0x0A, dtype=points.dtype)
        return np.hstack(parts)


def _widths(lines: Lines) -> npt.NDArray[np.int64]:
    """Characters of each line."""
    if lines.data.isascii():
        return lines.lengths()
    octets = np.frombuffer(lines.data, dtype=np.uint8)
    continuation = np.concatenate(([0], np.cumsum((octets & 0xC0) == 0x80)))
    extra: npt.NDArray[np.int64] = continuation[lines.ends] - continuation[lines.starts]
    return lines.lengths() - extra
