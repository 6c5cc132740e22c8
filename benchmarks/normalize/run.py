"""What normalising a million rows costs, kind by kind, beside folding the same text and nothing else.

``python -m benchmarks.normalize.run WORLD [--rounds 3] [--chunk 100000]``; WORLD is what
``benchmarks.matching.generate`` wrote.  Processor seconds for a million rows, the least of the rounds; ``plain`` is
upper-casing and trimming the same columns, the peer that a ratio needs on a machine that others use too.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from workbench.normalize.addresses import address_columns
from workbench.normalize.business import is_business
from workbench.normalize.dates import birth_columns, column_style
from workbench.normalize.names import name_columns, split_owners, whole_name_columns
from workbench.normalize.phones import phone_list

Work = Callable[[pl.DataFrame], object]

TODAY = date(2026, 11, 23)
WHOLE = pl.concat_str(["last_name", "first_name", "middle_name"], separator=" ", ignore_nulls=True)


def _plain(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(pl.exclude("voter_id").str.to_uppercase().str.strip_chars())


def _names(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        *name_columns(first="first_name", middle="middle_name", last="last_name", suffix="name_suffix")
    )


def _whole(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(*whole_name_columns("whole", "last_first"))


def _owners(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(split_owners("whole"))


def _addresses(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(*address_columns(line1="street_address", city="city", state="state", zip_code="zip"))


def _phones(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(phone_list(pl.col("phone")))


def _firms(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(is_business(pl.col("whole")))


def works(frame: pl.DataFrame) -> dict[str, Work]:
    """Every kind by its name; how dates are written is decided once, as the reader does."""
    style = column_style(frame["birth_date"])

    def births(piece: pl.DataFrame) -> pl.DataFrame:
        return piece.select(*birth_columns(born="birth_date", year="birth_year", today=TODAY, style=style))

    return {
        "plain": _plain,
        "names": _names,
        "births": births,
        "addresses": _addresses,
        "phones": _phones,
        "whole names": _whole,
        "owners": _owners,
        "firms": _firms,
    }


def measured(pieces: Sequence[pl.DataFrame], work: Work) -> float:
    """Processor seconds of one pass over the pieces."""
    start = time.process_time()
    for piece in pieces:
        work(piece)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--chunk", type=int, default=100_000)
    given = parser.parse_args()
    frame = pl.read_csv(given.world / "records.tsv", separator="\t", infer_schema=False)
    frame = frame.with_columns(WHOLE.alias("whole"))
    pieces = [frame.slice(at, given.chunk) for at in range(0, frame.height, given.chunk)]
    found = works(pieces[0])
    best = dict.fromkeys(found, float("inf"))
    for _ in range(given.rounds):
        for name, work in found.items():
            best[name] = min(best[name], measured(pieces, work))
    scale = 1_000_000 / frame.height
    for name, seconds in best.items():
        print(f"{name:12} {seconds * scale:6.2f} s  {seconds / best['plain']:6.1f} x plain")
    total = sum(best[name] for name in ("names", "births", "addresses", "phones"))
    print(f"{'a voter row':12} {total * scale:6.2f} s  {total / best['plain']:6.1f} x plain")


if __name__ == "__main__":
    main()
