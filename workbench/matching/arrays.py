"""Array types and hashing shared by the comparison modules.

A *code* is a 64-bit hash of a text within this process: codes are equal when texts are equal, and 0
stands for absent.  Codes are never stored and never leave the process.
"""

from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt
import polars as pl

Codes: TypeAlias = npt.NDArray[np.uint64]
Index: TypeAlias = npt.NDArray[np.int64]
Days: TypeAlias = npt.NDArray[np.uint32]
"""Dates as YYYYMMDD, four bits a digit; 0 where absent."""
Years: TypeAlias = npt.NDArray[np.int16]
Levels: TypeAlias = npt.NDArray[np.int8]
Bools: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float64]


Held = TypeVar("Held", bound=np.generic)


def taken(values: npt.NDArray[Held], at: npt.NDArray[np.integer]) -> npt.NDArray[Held]:
    """The ``values`` at these places, all of which there are.

    Numbers of four and eight bytes take half as long as by ``values.take(at)``, which looks whether each is
    a place (numpy 2.4, 115,000 places: 0.11 for 0.22 ms).
    """
    return values.take(at, mode="clip")


def coded(expr: pl.Expr, seed: int = 0) -> pl.Expr:
    """Expression: the code of a text; null where the text is null."""
    return pl.when(expr.is_not_null()).then(expr.hash(seed) | 1)


def code_columns(frame: pl.DataFrame, columns: dict[str, pl.Expr]) -> dict[str, Codes]:
    """The codes of texts made of the columns of a frame, all at once."""
    made = frame.select_seq(coded(text).fill_null(0).alias(name) for name, text in columns.items())
    return {name: made[name].to_numpy() for name in columns}


def codes(values: pl.Series) -> Codes:
    """The codes of a column of texts, 0 where null."""
    return values.to_frame("v").select_seq(coded(pl.col("v")).fill_null(0)).to_series().to_numpy()


def same(left: Codes, right: Codes) -> Bools:
    """Where both are present and equal."""
    return np.asarray((left == right) & (left != 0), dtype=np.bool_)


def texts(values: pl.Series, at: Index) -> list[str]:
    """The texts at these places, "" where null."""
    if not at.size:
        return []
    found = values[at]
    return (found.fill_null("") if found.null_count() else found).to_list()
