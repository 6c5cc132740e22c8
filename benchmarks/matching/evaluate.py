"""How good proposed pairs are: top-1 F1, recall at a precision, recall@5, who is in which band."""

from typing import Any

import polars as pl

BANDS = (("strong", 0.95), ("review", 0.50), ("weak", 0.0))
"""Bands by P(same) alone, for a side that has none of its own."""


def judged(pairs: pl.DataFrame, truth: pl.DataFrame) -> pl.DataFrame:
    """``pairs`` with ``kind``: same, relative or stranger."""
    return pairs.join(truth, on=["debtor_id", "record_id"], how="left").with_columns(
        pl.col("kind").fill_null("stranger")
    )


def ranking(found: pl.DataFrame) -> pl.DataFrame:
    """Judged pairs, each debtor's best first."""
    return found.sort("debtor_id", "p", "record_id", descending=[False, True, False])


def curve(best: pl.DataFrame, present: int) -> pl.DataFrame:
    """Precision, recall and F1 at every threshold on p; ties of p enter together."""
    return (
        best.sort("p", descending=True)
        .with_columns(hit=(pl.col("kind") == "same").cast(pl.Int64))
        .with_columns(hits=pl.col("hit").cum_sum(), said=pl.int_range(1, pl.len() + 1))
        .filter(pl.col("p") != pl.col("p").shift(-1).fill_null(-1.0))
        .with_columns(precision=pl.col("hits") / pl.col("said"), recall=pl.col("hits") / present)
        .with_columns(f1=2 * pl.col("hits") / (pl.col("said") + present))
    )


def measures(pairs: pl.DataFrame, truth: pl.DataFrame) -> dict[str, Any]:
    """``pairs``: debtor_id, record_id, p (and ``band`` where the side has bands of its own); truth: kind.

    Top-1: every debtor's best pair, threshold on p swept for the best F1 and for the recalls.  A debtor
    with several true records is found by any of them.
    """
    present = truth.filter(pl.col("kind") == "same")["debtor_id"].n_unique()
    ranked = ranking(judged(pairs, truth))
    best = ranked.unique("debtor_id", keep="first", maintain_order=True)
    along = curve(best, present)
    five = ranked.group_by("debtor_id", maintain_order=True).head(5).filter(pl.col("kind") == "same")
    band = banded(ranked).filter(pl.col("band") == "strong")
    kinds = dict(band.group_by("kind").len().iter_rows())
    return {
        "f1": along["f1"].max(),
        "threshold": along.sort("f1", descending=True)["p"][0],
        "recall_p99": along.filter(pl.col("precision") >= 0.99)["recall"].max() or 0.0,
        "recall_p95": along.filter(pl.col("precision") >= 0.95)["recall"].max() or 0.0,
        "recall_5": five["debtor_id"].n_unique() / present,
        "strong": band.height,
        "strong_strangers": kinds.get("stranger", 0),
        "strong_relatives": kinds.get("relative", 0),
        "strong_wrong": (band.height - kinds.get("same", 0)) / max(band.height, 1),
    }


def banded(found: pl.DataFrame) -> pl.DataFrame:
    """Pairs with ``band``: the side's own, else by p."""
    if "band" in found.columns:
        return found
    band = pl.lit(BANDS[-1][0])
    for name, least in reversed(BANDS[:-1]):
        band = pl.when(pl.col("p") >= least).then(pl.lit(name)).otherwise(band)
    return found.with_columns(band=band)


def calibration(pairs: pl.DataFrame, truth: pl.DataFrame) -> list[dict[str, Any]]:
    """Per band: pairs, how many are a stranger or a relative, and errors expected beside errors found.

    An error is a pair that is not the same person; in the band *relative* one that is not a relative, and
    there the probability is ``p_relative``.
    """
    frame = banded(judged(pairs, truth))
    kin = pl.col("band") == "relative"
    p = pl.when(kin).then("p_relative").otherwise("p") if "p_relative" in frame.columns else pl.col("p")
    wanted = pl.when(kin).then(pl.lit("relative")).otherwise(pl.lit("same"))
    frame = frame.with_columns(expected=1 - p, error=pl.col("kind") != wanted, spread=p * (1 - p))
    table = frame.group_by("band").agg(
        pairs=pl.len(),
        strangers=(pl.col("kind") == "stranger").mean(),
        relatives=(pl.col("kind") == "relative").mean(),
        expected=pl.col("expected").mean(),
        actual=pl.col("error").mean(),
        chance=pl.col("spread").sum().sqrt() / pl.len(),
    )
    order = {"strong": 0, "review": 1, "weak": 2, "relative": 3}
    return table.sort(pl.col("band").replace_strict(order)).to_dicts()
