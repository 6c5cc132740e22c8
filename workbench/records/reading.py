"""A public-record file as people: a stream of chunks that reconcile."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from workbench.base.clock import SystemClock
from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.records.conditions import header_again
from workbench.records.headers import canonical, unique_columns
from workbench.records.limits import Limits
from workbench.records.mapping import Mapping, validate
from workbench.records.people import PeopleMaker
from workbench.records.prefetch import one_ahead
from workbench.records.raw_chunk import ROW, RawChunk
from workbench.records.raw_rows import raw_chunks, table_columns
from workbench.records.row_problems import HEADER_AGAIN, NO_NAME, RejectedRow, rejected
from workbench.records.seen import SeenRows
from workbench.records.shape import FileShape

CHUNK_ROWS = 98_304
"""More than the rows of a block, so that a block of narrow lines is one chunk and not one and a bit."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of the file as people.

    ``people`` has exactly PERSON_SCHEMA; a row may give several people, or a firm (role "company", no
    first or last name).  ``read == accepted + len(rejected) + duplicates``, in rows of the file.  A
    duplicate is a row all of whose mapped columns, its id among them, equal those of an earlier row.
    """

    people: pl.DataFrame
    read: int
    accepted: int
    rejected: tuple[RejectedRow, ...]
    duplicates: int


def read_people(
    path: Path,
    shape: FileShape,
    mapping: Mapping,
    *,
    chunk_rows: int = CHUNK_ROWS,
    limits: Limits | None = None,
    progress: Progress | None = None,
    today: date | None = None,
) -> Iterator[Chunk]:
    """The people of ``path``, at most ``chunk_rows`` rows at a time, in order, in bounded memory.

    A thread reads rows and finds repeats ahead of the caller's, which normalises them.  ``today`` is what
    ages are counted back from (default: the present day).  Raises MappingError before the first chunk;
    UnreadableFileError, LimitExceededError … when the file turns out damaged or too large; CancelledError
    when ``progress`` says so.  Bad rows are values of the chunks.
    """
    watcher = progress or NoProgress()
    shape = as_mapped(shape, mapping)
    validate(mapping, table_columns(shape, mapping))
    maker = PeopleMaker(mapping, today or SystemClock().now().date())
    raw = raw_chunks(path, shape, mapping, limits or Limits())
    pieces = _pieces(raw, maker, SeenRows(), chunk_rows, watcher)
    for piece in one_ahead(pieces):
        made, last, done, total = [_people_chunk(maker, piece)], piece.last, piece.raw.done, piece.raw.total
        del piece
        yield made.pop()  # nothing here keeps it while it is used
        if last:
            watcher.report(done, total, "reading")


def as_mapped(shape: FileShape, mapping: Mapping) -> FileShape:
    """``shape`` with its first row as the header, where the mapping's columns are found there.

    A header in words that no profile knows can pass for data; the mapping knows better.
    """
    if shape.header or mapping.layout or mapping.fields or not shape.sample or shape.fixed_width:
        return shape
    columns = unique_columns(shape.sample[0])
    if not {canonical(c) for c in mapping.used_columns()} <= {canonical(c) for c in columns}:
        return shape
    return replace(shape, header=True, columns=columns, sample=shape.sample[1:])


@dataclass(frozen=True, slots=True)
class _Piece:
    """Rows of one raw chunk from ``start`` on that are not repeats; ``rejects`` belong to it.

    ``read`` counts its rows; ``last`` of its chunk.
    """

    raw: RawChunk
    start: int
    kept: pl.DataFrame
    fresh: "np.typing.NDArray[np.bool_]"
    read: int
    rejects: tuple[RejectedRow, ...]
    last: bool


def _pieces(
    chunks: Iterator[RawChunk], maker: PeopleMaker, seen: SeenRows, chunk_rows: int, watcher: Progress
) -> Generator[_Piece, None, None]:
    """Raw chunks in pieces, whatever needs their order done: repeats found, the style of dates decided.

    The rows a chunk rejected belong to its first piece.
    """
    for raw in chunks:
        rejects = raw.rejected
        for start in range(0, max(1, raw.frame.height), chunk_rows):
            check_cancelled(watcher)
            piece = raw.frame.slice(start, chunk_rows)
            fresh = seen.first_time(_hashes(piece))
            kept = piece.filter(pl.Series(fresh)) if not fresh.all() else piece
            maker.decide_styles(kept)
            last = start + chunk_rows >= raw.frame.height
            yield _Piece(raw, start, kept, fresh, piece.height + len(rejects), rejects, last)
            rejects = ()


def _people_chunk(maker: PeopleMaker, piece: _Piece) -> Chunk:
    """The people of a piece."""
    people = maker.people(piece.kept, tight=piece.raw.tight)
    nameless = _nameless(piece.kept, people, piece.raw, piece.start, piece.fresh, mapping=maker.mapping)
    duplicates = piece.fresh.size - piece.kept.height
    accepted = piece.kept.height - len(nameless)
    return Chunk(people, piece.read, accepted, (*piece.rejects, *nameless), duplicates)


def name_columns_of(mapping: Mapping) -> tuple[str, ...]:
    """The columns in which the first person's name stands."""
    first = mapping.people[0] if mapping.people else None
    return (*first.last, *first.whole, *first.first) if first is not None else ()


def _hashes(piece: pl.DataFrame) -> "np.typing.NDArray[np.uint64]":
    columns = [c for c in piece.columns if c != ROW]
    return piece.select(columns).hash_rows(seed=7).to_numpy()


def _nameless(
    kept: pl.DataFrame,
    people: pl.DataFrame,
    raw: RawChunk,
    start: int,
    fresh: "np.typing.NDArray[np.bool_]",
    *,
    mapping: Mapping,
) -> tuple[RejectedRow, ...]:
    """Rows from which no one came, by the columns where the mapping looks for a name."""
    if people["row_number"].equals(kept[ROW]):
        return ()
    missing = ~kept[ROW].is_in(people["row_number"].unique().implode())
    if not missing.any():
        return ()
    places = np.flatnonzero(fresh)[missing.to_numpy()]
    gone = kept.filter(missing)
    again = header_again(mapping.people[0]) if mapping.people else None
    repeats = [False] * gone.height if again is None else gone.select(again).to_series().to_list()
    columns = name_columns_of(mapping)
    return tuple(
        rejected(number, HEADER_AGAIN, raw.raw(start + int(place)))
        if repeat
        else rejected(number, NO_NAME, raw.raw(start + int(place)), columns)
        for number, place, repeat in zip(gone[ROW].to_list(), places, repeats, strict=True)
    )
