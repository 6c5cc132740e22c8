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
             "surname appears as middle name", "surname nearly the same", "similar surname",
             "vaguely similar surname", "first and last name swapped", "different surname",
             "different surname, perhaps changed"),
    "first": ("", "same first name", "nickname", "middle name used as first name", "first initial agrees",
              "first name nearly the same", "similar first name", "vaguely similar first name",
              "first and last name swapped", "different first name"),
    "middle": ("", "same middle name", "middle name nearly the same", "middle initial agrees",
               "different middle name", "different middle initial"),
    "suffix": ("", "same suffix", "suffix on one side only", "suffixes conflict",
               "suffix on one side only (the debtor)"),
    "birth": ("", "same birth date", "birth date with day and month swapped", "birth date one digit off",
              "same birth month and year", "same birth year, other day", "different birth date",
              "birth dates a generation apart", "same birth year", "age agrees", "birth year one off",
              "different birth year", "birth years a generation apart"),
    "address": ("", "same address", "same building", "address one typing error away", "same street",
                "same ZIP, different street", "same town, other ZIP", "different address"),
    "phone": ("", "same phone", "phone shared by many people", "different phone"),
    "ssn4": ("", "same SSN digits", "SSN digits one off", "different SSN digits",
             "SSN digits are a placeholder"),
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
    "suffix": ("one_missing", "debtor_only"),
    "employer": ("different",),
}
"""Levels that say too little for the sentence; they stay in the explanation's rows."""


_WITH_NAME: Final = ("same birth date", "same birth year")
"""Birth facts that read well in one breath with the name."""


def one_in(share: float) -> str:
    """A frequency in words: ``1 in 85``."""
    return f"1 in {max(round(1 / share), 1):,}" if share > 0 else ""


def sentences(pairs: Compared, debtors: pl.DataFrame, rows: pl.DataFrame, common: Floats) -> pl.Series:
    """One plain sentence per pair; ``common`` is how frequent each debtor's surname is."""
    frame = _phrases(pairs).with_columns(
        ours=debtors["first"].gather(pairs.d),
        theirs=rows["first"].gather(pairs.r),
        remark=pl.when(pl.Series(common[pairs.d] >= COMMON)).then(
            debtors["last"].gather(pairs.d) + " is common here"
        ),
    )
    frame = frame.with_columns(_first_words().alias("first"))
    whole = (pl.col("last") == "same surname") & (pl.col("first") == "same first name")
    frame = frame.with_columns(
        pl.when(whole).then(pl.lit("same name")).otherwise("last").alias("last"),
        pl.when(whole).then(None).otherwise("first").alias("first"),
    )
    joined = pl.col("birth").is_in(_WITH_NAME) & pl.col("last").is_in(["same name", "same surname"])
    noun = pl.col("last").str.strip_prefix("same ")
    frame = frame.with_columns(
        pl.when(joined).then(pl.col("birth") + " and " + noun).otherwise("birth").alias("birth"),
        pl.when(joined).then(None).otherwise("last").alias("last"),
    )
    text = pl.concat_str([*_ORDER, "remark"], separator="; ", ignore_nulls=True)
    return frame.select(text.str.slice(0, 1).str.to_uppercase() + text.str.slice(1) + ".").to_series()


def _phrases(pairs: Compared) -> pl.DataFrame:
    """One column per field: its phrase, null where there is nothing to say."""
    phrases = []
    for field in _ORDER:
        silent = _SILENT.get(field, ())
        words = [None if FIELDS[field][n] in silent else word or None for n, word in enumerate(WORDS[field])]
        levels = pl.Series(pairs.levels[:, COLUMN[field]].astype(np.int64))
        phrases.append(pl.Series(field, words, dtype=pl.String()).gather(levels).alias(field))
    return pl.DataFrame(phrases)


def _first_words() -> pl.Expr:
    """The phrase of the first name: says which nickname is whose, and a swap only once."""
    ours, theirs = pl.col("ours"), pl.col("theirs")
    shorter = theirs.str.len_chars() <= ours.str.len_chars()
    nick = pl.when(shorter).then(theirs).otherwise(ours).str.to_titlecase()
    name = pl.when(shorter).then(ours).otherwise(theirs).str.to_titlecase()
    nickname = pl.concat_str([nick, pl.lit(" is a nickname of "), name])
    swapped = pl.col("last") == "first and last name swapped"
    return (
        pl.when(pl.col("first") == "nickname")
        .then(nickname)
        .when(~swapped.fill_null(value=False))
        .then("first")
    )
