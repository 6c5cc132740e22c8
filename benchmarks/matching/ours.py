"""Our side of the benchmark: the file through the product's own reader into the matcher, leads out.

``python -m benchmarks.matching.ours WORLD OUT.json [--ready]``; with ``--ready`` the rows are made by a
plain scan instead of the reader (says what matching alone costs).
"""

import argparse
import json
import time
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from workbench.services.reader.loading import loading

with loading():  # as the child does
    import polars as pl

    from workbench.normalize.tables import DEBTOR_ADDRESS_SCHEMA, DEBTOR_SCHEMA, PERSON_SCHEMA, Debtors
    from workbench.records.looking import look
    from workbench.records.reading import read_people
    from workbench.services.reader.ahead import ahead


def debtors(path: Path) -> Debtors:
    """The debtors of a world."""
    table = pl.read_csv(path, infer_schema=False)
    people = table.select(
        "debtor_id",
        pl.col("debtor_id").alias("account_id"),
        pl.concat_str(["first", "middle", "last"], separator=" ", ignore_nulls=True).alias("name_raw"),
        "first",
        "middle",
        "last",
        "suffix",
        pl.col("birth_date").str.to_date(),
        pl.col("birth_year").cast(pl.Int16),
        phones=pl.when(pl.col("phone").is_not_null()).then(pl.concat_list("phone")),
    )
    homes = [_homes(table, "", current=True), _homes(table, "prior_", current=False)]
    return Debtors(_full(people, DEBTOR_SCHEMA), _full(pl.concat(homes), DEBTOR_ADDRESS_SCHEMA))


def _homes(table: pl.DataFrame, prefix: str, *, current: bool) -> pl.DataFrame:
    """The addresses in columns with this prefix."""
    parts = ("house", "street", "unit", "city", "zip")
    return table.filter(pl.col(f"{prefix}house").is_not_null()).select(
        "debtor_id",
        *(pl.col(f"{prefix}{part}").alias(f"address_{part}") for part in parts),
        address_raw=pl.concat_str([f"{prefix}house", f"{prefix}street"], separator=" "),
        address_state=pl.lit("NC"),
        current=pl.lit(current),
    )


def _full(frame: pl.DataFrame, schema: dict[str, pl.DataType]) -> pl.DataFrame:
    """The frame with every column of the schema."""
    return frame.select(
        (pl.col(name) if name in frame.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in schema.items()
    )


def ready_chunks(path: Path, rows: int = 250_000) -> Iterator[pl.DataFrame]:
    """Person rows by a plain scan: the address is split by one regular expression."""
    address = pl.col("street_address").str.extract_groups(r"^(\d+) (.*?)(?: APT (\w+))?$").struct
    scan = pl.scan_csv(
        path, separator="\t", infer_schema=False, row_index_name="row_number", row_index_offset=1
    )
    lazy = scan.select(
        "row_number",
        pl.col("voter_id").alias("record_id"),
        pl.lit("subject").alias("role"),
        pl.concat_str(["first_name", "middle_name", "last_name"], separator=" ", ignore_nulls=True).alias(
            "name_raw"
        ),
        pl.col("first_name").alias("first"),
        pl.col("middle_name").alias("middle"),
        pl.col("last_name").alias("last"),
        pl.col("name_suffix").alias("suffix"),
        pl.col("birth_date").str.to_date(),
        pl.col("birth_year").cast(pl.Int16),
        phones=pl.when(pl.col("phone").is_not_null()).then(pl.concat_list("phone")),
        address_raw=pl.col("street_address"),
        address_house=address.field("1"),
        address_street=address.field("2"),
        address_unit=address.field("3"),
        address_city=pl.col("city"),
        address_state=pl.col("state"),
        address_zip=pl.col("zip"),
    )
    for frame in lazy.collect_batches(chunk_size=rows, maintain_order=True):
        yield _full(frame, PERSON_SCHEMA)


def read_chunks(path: Path) -> Iterator[pl.DataFrame]:
    """Person rows by the product's reader, as its child reads them: from now on, in threads."""
    shape, match = look(path)
    return map(attrgetter("people"), ahead(read_people(path, shape, match.mapping)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--ready", action="store_true")
    parser.add_argument("--times", type=int, default=1, help="stream the same rows this many times")
    given = parser.parse_args()
    start = time.perf_counter()
    path = given.world / "records.tsv"
    for again in range(given.times):
        chunks = ready_chunks(path) if given.ready else read_chunks(path)
        if not again:  # imported here, as the child does: while the first rows are read
            from workbench.matching import Matcher, load_weights

            matcher = Matcher(debtors(given.world / "debtors.csv"), load_weights(None))
        for chunk in chunks:
            matcher.add(chunk if not again else chunk.with_columns(pl.col("record_id") + f"-{again}"))
            del chunk  # while the next is waited for
    read = time.perf_counter() - start
    result = matcher.finish()
    leads = result.leads.select(
        "debtor_id", "record_id", "rank", "p_same", "p_relative", "band", "bits", "sentence"
    )
    leads.write_csv(given.out.with_suffix(".csv"))
    stats = result.stats
    given.out.write_text(
        json.dumps(
            {
                "seconds": time.perf_counter() - start,
                "seconds_adding": read,
                "rows": stats.rows,
                "pairs": stats.pairs,
                "candidates": stats.candidates,
                "leads": leads.height,
                "skipped_blocks": len(stats.skipped),
            }
        )
    )


if __name__ == "__main__":
    main()
