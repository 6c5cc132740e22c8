"""Whose first name is a woman's: of the adults who change their surname nearly all are women."""

from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools
from workbench.matching.weights import RESOURCES

MOSTLY = 0.9
"""The share of a name's bearers from which it is called a woman's (1990 census counts by sex)."""


@cache
def _womens_names(folder: Path) -> frozenset[str]:
    table = pl.read_csv(folder / "first_names.tsv", separator="\t", schema_overrides={"name": pl.String})
    women = pl.col("female") >= MOSTLY * (pl.col("female") + pl.col("male"))
    return frozenset(table.filter(women & (pl.col("female") > 0))["name"])


def womens(people: pl.DataFrame, folder: Path = RESOURCES) -> Bools:
    """Per person (columns ``first`` and ``canonical``) whether the first name, or the one it is a nickname
    of, is a woman's; an initial or a name outside the tables is not.
    """
    names = pl.Series(sorted(_womens_names(folder)), dtype=pl.String)
    told = people.select(pl.any_horizontal(pl.col("first", "canonical").is_in(names.implode()))).to_series()
    return np.asarray(told.fill_null(value=False).to_numpy(), dtype=np.bool_)
