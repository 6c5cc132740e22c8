"""Who is found less often: the debtors of a world by what is hard about them."""

import polars as pl
from rapidfuzz.distance import JaroWinkler

from workbench.normalize.nicknames import nickname_pairs
from workbench.normalize.tables import Debtors

DECILES = tuple(f"surname decile {n}" for n in range(1, 11))
SLICES = (
    *DECILES,
    "two surnames",
    "nickname",
    "no birth date",
    "no birth fact",
    "moved",
    "same address",
    "suffix",
    "changed surname",
    "relative in file",
    "no first name",
    "no surname",
)
"""Surname deciles run from the rarest tenth of the debtors' surnames (1) to the commonest (10)."""

_BASE = ("first", "last", "suffix", "birth_date", "birth_year", "house", "street")


def _debtor_side(debtors: Debtors) -> pl.DataFrame:
    """Per debtor what slices ask; of several addresses the first."""
    homes = debtors.addresses.unique("debtor_id", keep="first", maintain_order=True).select(
        "debtor_id", house="address_house", street="address_street"
    )
    return debtors.people.join(homes, on="debtor_id", how="left").select("debtor_id", *_BASE)


def _record_side(records: pl.DataFrame) -> pl.DataFrame:
    """The same of the records, columns with ``r_``."""
    columns = {"house": "address_house", "street": "address_street"}
    return records.select(
        "record_id", *(pl.col(columns.get(name, name)).alias(f"r_{name}") for name in _BASE)
    )


def _far(pairs: pl.DataFrame) -> pl.Series:
    """Which pairs have surnames that are not alike and share no part."""
    out = []
    for ours, theirs in pairs.select("last", "r_last").iter_rows():
        if ours is None or theirs is None:
            out.append(False)
            continue
        parts = set(ours.replace("-", " ").split()) & set(theirs.replace("-", " ").split())
        out.append(not parts and JaroWinkler.normalized_similarity(ours, theirs) < 0.80)
    return pl.Series("changed surname", out, dtype=pl.Boolean)


def slices(
    debtors: Debtors, records: pl.DataFrame, truth: pl.DataFrame, surnames: pl.DataFrame
) -> pl.DataFrame:
    """debtor_id and one boolean a slice.

    ``records`` need only be those of the true pairs; ``surnames`` says how many rows of the file bear a
    surname (last, rows).  What is about both sides holds when it holds for any true record.
    """
    ours = _debtor_side(debtors)
    same = truth.filter(pl.col("kind") == "same").select("debtor_id", "record_id")
    pairs = same.join(ours, on="debtor_id").join(_record_side(records), on="record_id")
    col = pl.col
    double = col("last").str.contains(r"[ -]") | col("r_last").str.contains(r"[ -]")
    known = nickname_pairs().select(first="a", r_first="b", nickname=pl.lit(value=True))
    pairs = pairs.join(known, on=["first", "r_first"], how="left").with_columns(_far(pairs))
    homes = col("street").is_not_null() & col("r_street").is_not_null()
    stays = homes & (col("house").eq_missing(col("r_house"))) & (col("street") == col("r_street"))
    facts = pairs.select(
        "debtor_id",
        (double).alias("two surnames"),
        (col("nickname").fill_null(value=False) & (col("first") != col("r_first"))).alias("nickname"),
        (col("birth_date").is_null() | col("r_birth_date").is_null()).alias("no birth date"),
        (col("birth_year").is_null() | col("r_birth_year").is_null()).alias("no birth fact"),
        (homes & ~stays).alias("moved"),
        stays.alias("same address"),
        (col("suffix").is_not_null() | col("r_suffix").is_not_null()).alias("suffix"),
        col("changed surname"),
        (col("first").is_null() | col("r_first").is_null()).alias("no first name"),
        (col("last").is_null() | col("r_last").is_null()).alias("no surname"),
    )
    facts = facts.group_by("debtor_id").agg(pl.all().any())
    kin = truth.filter(col("kind") == "relative").select("debtor_id").unique()
    frame = (
        _with_deciles(ours, surnames)
        .join(facts, on="debtor_id", how="left")
        .join(kin.with_columns(pl.lit(value=True).alias("relative in file")), on="debtor_id", how="left")
    )
    return frame.select("debtor_id", *(col(name).fill_null(value=False) for name in SLICES))


def _with_deciles(ours: pl.DataFrame, surnames: pl.DataFrame) -> pl.DataFrame:
    """debtor_id, double surnames of absent debtors too, and a boolean a decile of surname frequency."""
    counted = (
        ours.filter(pl.col("last").is_not_null())
        .join(surnames, on="last", how="left")
        .sort(pl.col("rows").fill_null(0), "last", "debtor_id")
        .with_row_index("place")
        .with_columns(decile=pl.col("place") * 10 // pl.len())
    )
    return (
        ours.select("debtor_id")
        .join(counted.select("debtor_id", "decile"), on="debtor_id", how="left")
        .select("debtor_id", *((pl.col("decile") == n).alias(name) for n, name in enumerate(DECILES)))
    )


def slice_figures(
    best: pl.DataFrame, members: pl.DataFrame, present: pl.Series, threshold: float
) -> list[dict[str, object]]:
    """Per slice: debtors present, found (right person first, at or above ``threshold``) and said wrongly.

    ``best`` is every debtor's best pair with ``kind`` and ``p``; ``threshold`` the p of the best F1 over all.
    """
    said = best.filter(pl.col("p") >= threshold).select("debtor_id", right=pl.col("kind") == "same")
    frame = members.join(said, on="debtor_id", how="left").with_columns(
        present=pl.col("debtor_id").is_in(present.implode())
    )
    rows: list[dict[str, object]] = []
    for name in SLICES:
        part = frame.filter(pl.col(name))
        here = part["present"].sum()
        if not here:
            continue
        hits, told = part["right"].sum(), part["right"].count()
        rows.append(
            {
                "slice": name,
                "present": here,
                "found": hits / here,
                "wrong": (told - hits) / max(told, 1),
                "f1": 2 * hits / (told + here),
            }
        )
    return rows
