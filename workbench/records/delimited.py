"""Delimited text to rows: good lines at once through polars, odd ones one by one."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from workbench.records.blocks import Block
from workbench.records.joining import Joiner
from workbench.records.limits import Limits
from workbench.records.raw_chunk import ROW, RawChunk
from workbench.records.row_problems import RAW_KEPT, RejectedRow, column_at_fault, rejected
from workbench.records.scan import find_lines, tight
from workbench.records.sorting import Expected, sort_lines
from workbench.records.tokens import split_record


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` are all of the file's, canonical and in order; ``wanted`` those to be read."""

    columns: tuple[str, ...]
    wanted: tuple[str, ...]
    delimiter: str
    quoted: bool
    header: bool


class DelimitedReader:
    """Turns blocks of one table into chunks; keeps the row number and an unfinished record between them."""

    def __init__(self, table: Table, limits: Limits, total: int | None) -> None:
        self._table = table
        self._limits = limits
        self._total = total
        self._expected = Expected(table.delimiter, table.quoted, len(table.columns))
        self._joiner = Joiner(table.delimiter, len(table.columns), limits)
        self._rest = b""
        self._next_row = 1
        self._header_ahead = table.header

    def chunks(self, blocks: Iterator[Block]) -> Iterator[RawChunk]:
        """One chunk a block, and one more for a record that the end of the file left open."""
        done = 0
        for block in blocks:
            done = block.source_bytes
            yield self._chunk(block, last=False)
        if self._rest:
            yield self._chunk(Block(b"", done), last=True)

    def _chunk(self, block: Block, *, last: bool) -> RawChunk:
        shift = self._rest.count(b"\n")
        lines = find_lines(self._rest + block.data)
        judged = sort_lines(
            lines,
            frozenset(n + shift for n in block.oversize),
            self._expected,
            self._joiner,
            self._limits,
            header=self._header_ahead,
            last=last,
        )
        self._header_ahead = False
        self._rest = lines.data[int(lines.starts[judged.stop]) :] if judged.stop < len(lines) else b""
        numbers = self._next_row + np.cumsum(judged.is_row) - 1
        read = int(judged.is_row.sum())
        self._next_row += read
        places = np.flatnonzero(judged.good)
        frame = read_lines(lines.joined(judged.good), self._table)
        if judged.repaired:
            frame = pl.concat([frame, _from_fields([f for _, f in judged.repaired], self._table)])
            places = np.concatenate((places, [n for n, _ in judged.repaired])).astype(np.int64)
        return RawChunk(
            frame.with_columns(pl.Series(ROW, numbers[places], dtype=pl.UInt32)),
            read,
            tuple(self._rejected(int(numbers[n]), why, lines.text(n)) for n, why in sorted(judged.problems)),
            lambda at: lines.text(int(places[at])),
            block.source_bytes,
            self._total,
            not judged.repaired and tight(lines, self._table.delimiter, quoted=self._table.quoted),
        )

    def _rejected(self, number: int, reason: str, text: str) -> RejectedRow:
        """The rejection, with the column at fault where one is."""
        whole = text[:RAW_KEPT]
        fields = split_record(whole, self._table.delimiter, quoted=self._table.quoted)
        cut = fields if fields is not None else whole.split(self._table.delimiter)
        return rejected(number, reason, text, column_at_fault(reason, cut, self._table.columns))


def read_lines(data: bytes, table: Table) -> pl.DataFrame:
    """The wanted columns of lines that all have every column; values are text, "" is null."""
    wanted = [(at, column) for at, column in enumerate(table.columns, start=1) if column in set(table.wanted)]
    if not data or not wanted:
        return pl.DataFrame(schema={column: pl.String() for _, column in wanted})
    header = table.delimiter.join(f"f{at}" for at in range(1, len(table.columns) + 1))
    frame = pl.read_csv(
        io.BytesIO(b"".join((header.encode(), b"\n", data))),
        separator=table.delimiter,
        quote_char='"' if table.quoted else None,
        infer_schema=False,
        columns=[f"f{at}" for at, _ in wanted],
    )
    frame.columns = [column for _, column in wanted]
    return frame


def _from_fields(rows: Sequence[Sequence[str]], table: Table) -> pl.DataFrame:
    """As :func:`read_lines`, from fields already cut."""
    wanted = set(table.wanted)
    return pl.DataFrame(
        {
            column: pl.Series([row[i] or None for row in rows], dtype=pl.String)
            for i, column in enumerate(table.columns)
            if column in wanted
        }
    )
