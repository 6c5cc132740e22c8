"""Blocking completeness: which of the true pairs share a block that is not over its cap."""

from collections.abc import Iterable

import numpy as np
import polars as pl

from workbench.matching.blocking import Blocking, record_source
from workbench.matching.debtors import index_debtors
from workbench.matching.keys import KINDS
from workbench.matching.people import with_name_columns
from workbench.matching.settings import MatchSettings
from workbench.normalize.tables import PERSON_SCHEMA, Debtors


def kept_pairs(debtors: Debtors, chunks: Iterable[pl.DataFrame], truth: pl.DataFrame) -> pl.DataFrame:
    """``truth`` (debtor_id, record_id) with ``kept``; every row of the file counts for the caps."""
    settings = MatchSettings()
    index = index_debtors(debtors)
    blocking = Blocking(index, settings)
    wanted = truth.select("debtor_id", "record_id").join(
        index.people.frame.select("debtor_id", pl.col("d").cast(pl.Int64)), on="debtor_id"
    )
    found: list[pl.DataFrame] = []
    named = pl.col("last").is_not_null() | pl.col("first").is_not_null()
    for chunk in chunks:
        for piece in chunk.select(list(PERSON_SCHEMA)).filter(named).iter_slices(settings.slice_rows):
            rows = with_name_columns(piece).with_row_index("at")
            true = wanted.join(rows.select("record_id", pl.col("at").cast(pl.Int64)), on="record_id")
            for pairs in blocking.pairs(record_source(rows)):
                frame = pl.DataFrame({"d": pairs.debtor, "at": pairs.record, "block": pairs.block})
                hits = true.join(frame, on=["d", "at"]).select("debtor_id", "record_id", "block")
                found.append(hits.with_columns(kind=pl.lit(pairs.kind)))
    hits = pl.concat(found)
    over = [blocking.capped(kind) for kind in range(len(KINDS))]
    kinds, blocks = hits["kind"].to_list(), hits["block"].to_list()
    fine = np.array([not over[kind][block] for kind, block in zip(kinds, blocks, strict=True)], dtype=bool)
    kept = hits.filter(pl.Series(fine, dtype=pl.Boolean)).select("debtor_id", "record_id").unique()
    return truth.join(
        kept.with_columns(kept=pl.lit(value=True)), on=["debtor_id", "record_id"], how="left"
    ).with_columns(pl.col("kept").fill_null(value=False))
