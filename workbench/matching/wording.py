"""Levels in words: one phrase per level, and one sentence per lead, built for all leads at once."""

from typing import Final

import numpy as np
import polars as pl

from workbench.matching.arrays import Floats
from workbench.matching.compare import COLUMN, Compared
from workbench.matching.levels import FIELDS

COMMON: Final = 1 / 500
"""A surname borne by at least one in this many is called common."""

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "last": ("", "same surname", "a former surname agrees", "part of a double surname agrees",
             "surname appears as middle name", "surname nearly the same", "similar surname", "vaguely similar surname",
             "first and last name swapped", "different surname"),
    "first": ("", "same first name", "nickname", "middle name used as first name", "first initial agrees",
              "first name nearly the same", "similar first name", "vaguely similar first name",
              "first and last name swapped", "different first name"),
    "middle": ("", "same middle name", "middle name nearly the same", "middle initial agrees",
               "different middle name", "different middle initial"),
    "suffix": ("", "same suffix", "suffix on one side only", "suffixes conflict"),
    "birth": ("", "same birth date", "birth date with day and month swapped", "birth date one digit off",
              "same birth month and year", "same birth year, other day", "different birth date",
              "birth dates a generation apart", "same birth year", "age agrees", "birth year one off",
              "different birth year", "birth years a generation apart"),
    "address": ("", "same address", "same building", "address one typing error away", "same street",
                "same ZIP, different street", "different address"),
    "phone": ("", "same phone", "phone shared by many people", "different phone"),
    "ssn4": ("", "same SSN digits", "SSN digits one off", "different SSN digits", "SSN digits are a placeholder"),
    "email": ("", "same e-mail", "e-mail shared by many people", "different e-mail"),
    "employer": ("", "same employer", "different employer"),
}  # fmt: skip
"""Field → a phrase per level, aligned with the levels."""

_ORDER: Final = (
    "birth",
    "last",
    "first",
    "middle",
    "suffix",
    "ssn4",
    "phone",
    "email",
    "address",
    "employer",
)
_SILENT: Final = {
    "phone": ("different",),
    "email": ("different",),
    "suffix": ("one_missing",),
    "employer": ("different",),
}
"""Levels that say too little for the sentence; they stay in the explanation's rows."""


def one_in(share: float) -> str:
    """A frequency in words: ``1 in 85``."""
    return f"1 in {max(round(1 / share), 1):,}" if share > 0 else ""


def sentences(pairs: Compared, debtors: pl.DataFrame, rows: pl.DataFrame, common: Floats) -> pl.Series:
    """One plain sentence per pair; ``common`` is how frequent each debtor's surname is."""
    phrases = []
    for field in _ORDER:
        words = [
            "" if FIELDS[field][n] in _SILENT.get(field, ()) else word for n, word in enumerate(WORDS[field])
        ]
        levels = pl.Series(pairs.levels[:, COLUMN[field]].astype(np.int64))
        phrases.append(pl.Series(field, words).gather(levels).alias(field))
    frame = pl.DataFrame(phrases).with_columns(
        ours=debtors["first"].gather(pairs.d),
        theirs=rows["first"].gather(pairs.r),
        surname=debtors["last"].gather(pairs.d),
        common=common[pairs.d] >= COMMON,
        prior=pl.Series([], dtype=pl.Boolean) if not pairs.d.size else pl.lit(value=False),
    )
    title = pl.col("ours").str.to_titlecase(), pl.col("theirs").str.to_titlecase()
    nickname = pl.concat_str([title[1], pl.lit(" and "), title[0], pl.lit(" are the same name")])
    swapped = pl.col("last") == "first and last name swapped"
    both = (pl.col("last") == "same surname") & pl.col("first").is_in(["same first name"])
    frame = frame.with_columns(
        pl.when(pl.col("first") == "nickname")
        .then(nickname)
        .when(swapped)
        .then(pl.lit(""))
        .otherwise("first")
        .alias("first"),
        pl.when("common").then(pl.col("surname") + " is common here").otherwise(pl.lit("")).alias("remark"),
    ).with_columns(
        pl.when(both).then(pl.lit("same name")).otherwise("last").alias("last"),
        pl.when(both).then(pl.lit("")).otherwise("first").alias("first"),
    )
    parts = [pl.when(pl.col(c) != "").then(pl.col(c)) for c in (*_ORDER, "remark")]
    text = pl.concat_str(parts, separator="; ", ignore_nulls=True)
    return frame.select(text.str.slice(0, 1).str.to_uppercase() + text.str.slice(1) + ".").to_series()
