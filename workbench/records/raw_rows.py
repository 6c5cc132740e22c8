"""Every kind of file as chunks of raw rows, the same way."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import polars as pl

from workbench.records import row_problems as why
from workbench.records.blocks import line_blocks, without_titles
from workbench.records.containers import open_bytes
from workbench.records.dbf import dbf_rows
from workbench.records.delimited import DelimitedReader, Table
from workbench.records.fixed_width import FixedWidthReader
from workbench.records.headers import canonical
from workbench.records.limits import MIB, Limits
from workbench.records.mapping import FixedField, Mapping
from workbench.records.raw_chunk import ROW, RawChunk
from workbench.records.row_problems import RejectedRow, column_at_fault, rejected
from workbench.records.shape import TEXTS, Container, FileShape
from workbench.records.workbook import workbook_rows

_CELL_ROWS = 20_000
BLOCK_ROWS = 65_536
"""Rows of a block of text, about: what one thread normalises while another matches the block before."""


def table_columns(shape: FileShape, mapping: Mapping) -> tuple[str, ...]:
    """The canonical names of the table's columns: the mapping's own where the file names none."""
    if mapping.fields:
        return tuple(canonical(f.name) for f in mapping.fields)
    if not shape.header and mapping.layout:
        return tuple(canonical(c) for c in mapping.layout)
    return tuple(canonical(c) for c in shape.columns)


def raw_chunks(
    path: Path, shape: FileShape, mapping: Mapping, limits: Limits
) -> Generator[RawChunk, None, None]:
    """The rows of ``path`` with the columns that ``mapping`` uses; bounded memory for text."""
    columns = table_columns(shape, mapping)
    wanted = tuple(dict.fromkeys(canonical(c) for c in mapping.used_columns()))
    if shape.container not in TEXTS:
        yield from _cell_chunks(path, shape, columns, wanted, limits)
        return
    with open_bytes(path, shape.container, shape.member, limits) as (stream, total):
        blocks = without_titles(line_blocks(stream, shape, _sized(limits, shape)), shape.title_lines)
        if shape.fixed_width:
            fields = _fixed_fields(shape, mapping)
            chosen = [f for f in fields if canonical(f.name) in wanted]
            yield from FixedWidthReader(chosen, shape.record_lengths, total).chunks(blocks)
        else:
            table = Table(columns, wanted, shape.delimiter or "\t", shape.quoted, shape.header)
            yield from DelimitedReader(table, limits, total).chunks(blocks)


def _sized(limits: Limits, shape: FileShape) -> Limits:
    """``limits`` with blocks of about BLOCK_ROWS rows by the lines looked at: larger ones only take memory,
    smaller ones time.
    """
    width = sum(len(line) + 1 for line in shape.sample_lines) // max(1, len(shape.sample_lines))
    if not width:
        return limits
    return replace(limits, block_bytes=min(limits.block_bytes, max(MIB, BLOCK_ROWS * width)))


def _fixed_fields(shape: FileShape, mapping: Mapping) -> tuple[FixedField, ...]:
    """The mapping's fields under canonical names, or those the file's blanks propose."""
    if mapping.fields:
        return tuple(FixedField(canonical(f.name), f.start, f.length) for f in mapping.fields)
    ends = (*shape.breaks[1:], max(shape.record_lengths))
    return tuple(
        FixedField(canonical(name), start + 1, end - start)
        for name, start, end in zip(shape.columns, shape.breaks, ends, strict=True)
    )


def _cell_chunks(
    path: Path, shape: FileShape, columns: Sequence[str], wanted: Sequence[str], limits: Limits
) -> Iterator[RawChunk]:
    dbf = shape.container is Container.DBF
    rows = dbf_rows(path) if dbf else workbook_rows(path, shape, limits)
    if not dbf:
        rows = islice(rows, shape.title_lines + int(shape.header), None)
    batch: list[list[str]] = []
    first = 1
    for row in rows:
        batch.append(row)
        if len(batch) == _CELL_ROWS:
            yield _cell_chunk(batch, first, columns, wanted, shape)
            first += len(batch)
            batch = []
    if batch:
        yield _cell_chunk(batch, first, columns, wanted, shape)


def _cell_chunk(
    rows: Sequence[Sequence[str]], first: int, columns: Sequence[str], wanted: Sequence[str], shape: FileShape
) -> RawChunk:
    good: list[tuple[int, Sequence[str]]] = []
    rejects: list[RejectedRow] = []
    for number, row in enumerate(rows, start=first):
        problem = _cell_problem(row, len(columns))
        if problem:
            rejects.append(rejected(number, problem, "\t".join(row), column_at_fault(problem, row, columns)))
        else:
            good.append((number, row))
    chosen = set(wanted)
    data = {
        column: pl.Series([row[i] or None for _, row in good], dtype=pl.String)
        for i, column in enumerate(columns)
        if column in chosen
    }
    frame = pl.DataFrame({ROW: pl.Series([n for n, _ in good], dtype=pl.UInt32), **data})
    return RawChunk(
        frame, len(rows), tuple(rejects), lambda at: "\t".join(good[at][1]), first + len(rows) - 1,
        shape.row_estimate,
    )  # fmt: skip


def _cell_problem(row: Sequence[str], columns: int) -> str:
    if len(row) != columns:
        return why.wrong_fields(columns, len(row))
    return why.NUL if any("\0" in cell for cell in row) else ""
