"""Blocking keys: pairs that share none of them are never compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from workbench.matching.arrays import coded
from workbench.matching.people import sounds

KINDS: Final = (
    "sound_initial",
    "canonical_name",
    "house_street",
    "last5_year",
    "birth_date",
    "phone",
    "ssn4_initial",
    "sorted_name",
    "zip_first3",
    "first_year",
    "email",
    "ssn4_zip",
    "ssn4_first",
)
"""Every kind of key; a pair remembers the kinds it shares as bits of a mask in this order."""


@dataclass(frozen=True, slots=True)
class KeySource:
    """What keys are made of, all with a column ``at`` (position of the person).

    ``names`` has one row per person and surname (canonical, first, middle, surname, birth_date, ssn4),
    ``years`` one per person, surname and possible birth year, ``homes`` one per person and address
    (first, ssn4, house, street, zip), ``phones`` and ``emails`` one per value.  ``count`` is the number of
    people.
    """

    count: int
    names: pl.DataFrame
    years: pl.DataFrame
    homes: pl.DataFrame
    phones: pl.DataFrame
    emails: pl.DataFrame


def name_rows(people: pl.DataFrame) -> pl.DataFrame:
    """One row per person and surname; ``people`` has ``at`` and the name columns."""
    columns = ["at", "first", "canonical", "middle", "surname", "sound", "birth_date", "ssn4"]
    columns += ["birth_year", "birth_year_slack"]
    rows = people.select_seq(columns)
    others = people.filter(pl.col("surnames").is_not_null())
    if not others.height:
        return rows
    more = (
        others.with_columns_seq(pl.col("surnames").alias("surname")).explode("surname").drop_nulls("surname")
    )
    more = more.with_columns_seq(sounds(more["surname"]).alias("sound"))
    return pl.concat([rows, more.select_seq(columns)])


def year_rows(names: pl.DataFrame) -> pl.DataFrame:
    """One row per person, surname and birth year the person may have: a computed one is a year off."""
    columns = ["at", "canonical", "surname", pl.col("birth_year").cast(pl.Int32).alias("year")]
    exact = names.select_seq(columns).drop_nulls("year")
    loose = names.filter(pl.col("birth_year_slack") > 0).select_seq(columns).drop_nulls("year")
    if not loose.height:
        return exact
    return pl.concat([exact, *(loose.with_columns_seq(pl.col("year") + step) for step in (-1, 1))])


def home_rows(people: pl.DataFrame, prefixes: tuple[str, ...]) -> pl.DataFrame:
    """One row per person and address, of the columns ``<prefix>_house`` … of ``people``."""
    parts = ("house", "street", "zip")
    frames = []
    for prefix in prefixes:
        home = people.select_seq("at", "first", "ssn4", *(pl.col(f"{prefix}_{p}").alias(p) for p in parts))
        if home["house"].null_count() < home.height or home["zip"].null_count() < home.height:
            frames.append(home)
    return (
        pl.concat(frames)
        if frames
        else people.head(0).select_seq(
            "at", "first", "ssn4", *(pl.lit(None, pl.String()).alias(p) for p in parts)
        )
    )


def keyed(source: KeySource) -> Iterator[tuple[str, pl.DataFrame]]:
    """(kind, frame of ``at`` and ``key``) for every kind, each pair of them once and none null."""
    col = pl.col
    initial = coded(col("canonical").str.slice(0, 1), 1)
    yield "sound_initial", _rows(source.names, coded(col("sound"), 2) ^ initial)
    yield "canonical_name", _rows(source.names, coded(col("canonical"), 3) ^ coded(col("surname"), 4))
    street = pl.coalesce(col("street").str.slice(0, 6), pl.lit("-"))
    yield "house_street", _rows(source.homes, coded(col("house"), 5) ^ coded(street, 6))
    last5 = coded(col("surname").str.slice(0, 5), 7)
    yield "last5_year", _rows(source.years, last5 ^ col("year").hash(8))
    yield "birth_date", _rows(source.names, col("birth_date").cast(pl.Int32).hash(9), "birth_date")
    yield "phone", _rows(source.phones, coded(col("value"), 10))
    ssn = coded(col("ssn4"), 11) ^ coded(col("surname").str.slice(0, 1), 12)
    yield "ssn4_initial", _rows(source.names, ssn, "ssn4")
    both = coded(col("first"), 13) + coded(col("surname"), 13)
    yield "sorted_name", _rows(source.names, both)
    yield "zip_first3", _rows(source.homes, coded(col("zip"), 14) ^ coded(col("first").str.slice(0, 3), 15))
    named = coded(col("canonical"), 17) ^ col("year").hash(18)
    yield "first_year", _rows(source.years, named)
    yield "email", _rows(source.emails, coded(col("value"), 19))
    # Both names changed, or both replaced by errors: the number and the ZIP are left.
    yield "ssn4_zip", _rows(source.homes, coded(col("ssn4"), 20) ^ coded(col("zip"), 21), "ssn4")
    # A changed surname and a move at once: the number and the first name are left.
    yield "ssn4_first", _rows(source.names, coded(col("ssn4"), 22) ^ coded(col("canonical"), 23), "ssn4")


def _rows(frame: pl.DataFrame, key: pl.Expr, needs: str | None = None) -> pl.DataFrame:
    """The rows that have this key; ``needs`` names a column that is often empty."""
    if needs is not None:
        if frame[needs].null_count() == frame.height:
            frame = frame.head(0)
        elif frame[needs].null_count():
            frame = frame.filter(pl.col(needs).is_not_null())
    keys = frame.select_seq(pl.col("at").cast(pl.UInt32), key.alias("key"))
    return keys.drop_nulls("key") if keys["key"].null_count() else keys


def key_words(kind: str, debtor: dict[str, object]) -> str:
    """What a debtor's key of this kind is made of, in words a person can read; holds personal data."""
    columns = {
        "sound_initial": ("surname", "canonical"),
        "canonical_name": ("canonical", "surname"),
        "last5_year": ("surname", "birth_year"),
        "birth_date": ("birth_date",),
        "phone": ("phones",),
        "ssn4_initial": ("ssn4", "surname"),
        "sorted_name": ("first", "surname"),
        "first_year": ("canonical", "birth_year"),
        "email": ("emails",),
        "ssn4_zip": ("ssn4",),
        "ssn4_first": ("ssn4", "canonical"),
    }.get(kind, ("first", "surname"))
    return " ".join(str(debtor[column]) for column in columns)
