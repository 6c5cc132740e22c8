"""Wrong parties stay away: rejected people and disproved phones, whatever the account."""

from dataclasses import dataclass, field

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools
from workbench.matching.compare import Compared
from workbench.normalize.nicknames import canonical_first

REJECTED_SCHEMA: dict[str, pl.DataType] = {"debtor_key": pl.String(), "person_key": pl.String()}
DISPROVED_SCHEMA: dict[str, pl.DataType] = {"value": pl.String(), "as_of": pl.Date()}


@dataclass(frozen=True, slots=True)
class Tombstones:
    """``rejected`` (REJECTED_SCHEMA): this person was rejected for this debtor; a null debtor_key is for
    every debtor.  ``disproved`` (DISPROVED_SCHEMA): this phone (ten digits) was disproved on that day.
    """

    rejected: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REJECTED_SCHEMA))
    disproved: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=DISPROVED_SCHEMA))


def debtor_key() -> pl.Expr:
    """Expression: who a debtor is on any account, ``FIRST|LAST|YEAR``: nickname undone, year may be empty."""
    return _key(canonical_first(pl.col("first")), pl.col("last"), pl.col("birth_year"))


def person_key() -> pl.Expr:
    """Expression: what a record says of a person, ``FIRST|LAST|SUFFIX|BIRTH|HOUSE|STREET``.

    A record that brings something new (a birth date, another address) has another key.
    """
    birth = pl.coalesce(pl.col("birth_date").cast(pl.String), pl.col("birth_year").cast(pl.String))
    return _key(
        pl.col("first"),
        pl.col("last"),
        pl.col("suffix"),
        birth,
        pl.col("address_house"),
        pl.col("address_street"),
    )


def _key(*parts: pl.Expr) -> pl.Expr:
    """The parts with bars between them, empty where null."""
    return pl.concat_str([part.cast(pl.String).fill_null("") for part in parts], separator="|")


def without_disproved(records: pl.DataFrame, tombstones: Tombstones) -> pl.DataFrame:
    """The records without phones that were disproved since; a record's own newer date keeps them.

    A record that does not say its date is not newer.
    """
    disproved = tombstones.disproved
    if not disproved.height or records["phones"].null_count() == records.height:
        return records
    latest = disproved.group_by(pl.col("value").alias("phones")).agg(
        pl.col("as_of").max().alias("disproved"), pl.lit(value=True).alias("known")
    )
    numbered = records.with_row_index("at")
    phones = numbered.select("at", "as_of", "phones").explode("phones").drop_nulls("phones")
    hits = phones.join(latest, on="phones", how="left", maintain_order="left")
    newer = (pl.col("as_of") > pl.col("disproved")).fill_null(value=False)
    if not hits["known"].any():
        return records
    kept = (
        hits.filter(pl.col("known").is_null() | newer)
        .group_by("at", maintain_order=True)
        .agg(pl.col("phones"))
    )
    return (
        numbered.drop("phones").join(kept, on="at", how="left", maintain_order="left").select(records.columns)
    )


def not_rejected(
    pairs: Compared, debtors: pl.DataFrame, records: pl.DataFrame, tombstones: Tombstones
) -> Bools:
    """Which pairs were not rejected: same description of the record for the same debtor, or for everybody."""
    keep = np.ones(pairs.d.size, dtype=np.bool_)
    if not tombstones.rejected.height:
        return keep
    ours, theirs = debtors.select(debtor_key()).to_series(), records.select(person_key()).to_series()
    asked = pl.DataFrame(
        {"debtor_key": ours.gather(pairs.d), "person_key": theirs.gather(pairs.r)}
    ).with_row_index()
    rejected = tombstones.rejected
    everybody = rejected.filter(pl.col("debtor_key").is_null()).select("person_key")
    hits = pl.concat(
        [
            asked.join(rejected, on=["debtor_key", "person_key"], how="semi"),
            asked.join(everybody, on="person_key", how="semi"),
        ]
    )
    keep[hits["index"].to_numpy()] = False
    return keep
