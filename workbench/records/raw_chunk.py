"""Rows as the file has them, before they are people."""

from collections.abc import Callable
from dataclasses import dataclass, field

import polars as pl

from workbench.records.row_problems import RejectedRow

ROW = "\x00row"
"""Name of the column of 1-based row numbers; no column of a file can be called so."""


@dataclass(frozen=True, slots=True)
class RawChunk:
    """``frame``: ROW (UInt32) and the wanted columns as String under their canonical names.

    ``read`` counts the data rows behind it, rejected ones included.  ``raw`` gives the file's own text of
    the row at a position of ``frame``.  ``done`` is how many bytes (or rows) of ``total`` are behind it.
    ``tight``: no text begins or ends with a blank, and none is empty.
    """

    frame: pl.DataFrame
    read: int
    rejected: tuple[RejectedRow, ...]
    raw: Callable[[int], str] = field(repr=False)
    done: int = 0
    total: int | None = None
    tight: bool = False
