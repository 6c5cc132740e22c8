"""How good proposed pairs are: top-1 F1, recall at a precision, recall@5, who is in the strong band."""

from typing import Any

import polars as pl


def measures(pairs: pl.DataFrame, truth: pl.DataFrame, strong: float = 0.95) -> dict[str, Any]:
    """``pairs``: debtor_id, record_id, p (and ``strong`` bool where the side has bands of its own); truth: kind.

    Top-1: every debtor's best pair, threshold on p swept for the best F1 and for the recalls; ties of p
    enter together.
    """
    same = truth.filter(pl.col("kind") == "same")
    judged = pairs.join(truth, on=["debtor_id", "record_id"], how="left").with_columns(
        pl.col("kind").fill_null("stranger")
    )
    ranked = judged.sort("debtor_id", "p", "record_id", descending=[False, True, False])
    best = ranked.unique("debtor_id", keep="first", maintain_order=True).sort("p", descending=True)
    curve = (
        best.with_columns(hit=(pl.col("kind") == "same").cast(pl.Int64))
        .with_columns(hits=pl.col("hit").cum_sum(), said=pl.int_range(1, pl.len() + 1))
        .filter(pl.col("p") != pl.col("p").shift(-1).fill_null(-1.0))
        .with_columns(precision=pl.col("hits") / pl.col("said"), recall=pl.col("hits") / same.height)
        .with_columns(f1=2 * pl.col("hits") / (pl.col("said") + same.height))
    )
    five = ranked.group_by("debtor_id", maintain_order=True).head(5).filter(pl.col("kind") == "same")
    band = (
        judged.filter(pl.col("strong"))
        if "strong" in judged.columns
        else judged.filter(pl.col("p") >= strong)
    )
    kinds = dict(band.group_by("kind").len().iter_rows())
    return {
        "f1": curve["f1"].max(),
        "recall_p99": curve.filter(pl.col("precision") >= 0.99)["recall"].max() or 0.0,
        "recall_p95": curve.filter(pl.col("precision") >= 0.95)["recall"].max() or 0.0,
        "recall_5": five["debtor_id"].n_unique() / same.height,
        "strong": band.height,
        "strong_strangers": kinds.get("stranger", 0),
        "strong_relatives": kinds.get("relative", 0),
        "strong_wrong": (band.height - kinds.get("same", 0)) / max(band.height, 1),
    }
