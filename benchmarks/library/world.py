"""Invented people in the shape of record files, for the benchmark of library search; nobody of them lives.

Names follow the census counts the matcher ships with; 12 % of the surnames are a long tail of made-up ones
(140,000 of them), because a real file of a million rows has some 100,000 distinct surnames and a search that
tolerates errors pays for distinct ones.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl

from workbench.normalize.tables import PERSON_SCHEMA

ROOT = Path(__file__).resolve().parents[2]
CHUNK = 100_000
TAIL = 0.12
TAIL_NAMES = 140_000
SYLLABLES = [c + v + e for c in "BCDFGHKLMNPRSTVWZ" for v in "AEIO" for e in ("", "N", "R")]
KINDS = np.array(["ST", "AVE", "RD", "DR", "LN", "CT", "BLVD", "WAY"], object)
CITIES = 400
STATES = np.array(["TN", "NC", "GA", "KY", "VA", "AL", "OH", "FL"], object)
FIRMS = ("MILLS", "FREIGHT", "FOODS", "BUILDERS", "DENTAL", "LOGISTICS", "PAPER", "COUNTY SCHOOLS")


def _tail(rng: np.random.Generator) -> np.ndarray:
    parts = np.array(SYLLABLES, object)
    picks = rng.integers(0, len(parts), (3, TAIL_NAMES))
    return np.asarray(parts[picks[0]] + parts[picks[1]] + parts[picks[2]])


class World:
    """Tables that every file of one seed draws from."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng(seed)
        lasts = pl.read_csv(ROOT / "resources/matching/surnames.tsv", separator="\t", null_values=[""],
                            schema_overrides={"name": pl.String}).drop_nulls("name")  # fmt: skip
        firsts = pl.read_csv(ROOT / "resources/matching/first_names.tsv", separator="\t",
                             schema_overrides={"name": pl.String})  # fmt: skip
        self.lasts = lasts["name"].to_numpy().astype(object)
        self.last_share = np.cumsum(lasts["ppm"].to_numpy() / lasts["ppm"].sum())
        self.firsts = firsts["name"].to_numpy().astype(object)
        both = (firsts["male"] + firsts["female"]).to_numpy()
        self.first_share = np.cumsum(both / both.sum())
        self.tail = _tail(rng)
        words = np.concatenate([self.lasts[200:2_200], self.tail[:8_000]])
        self.streets = words + " " + KINDS[np.arange(words.size) % len(KINDS)]
        self.cities = np.array(
            [f"{self.tail[20_000 + n]} {('CITY', 'SPRINGS', 'FALLS', 'TON')[n % 4]}" for n in range(CITIES)],
            object,
        )
        self.firms = np.array(
            [f"{self.lasts[n % 5_000]} {FIRMS[n % len(FIRMS)]}" for n in range(30_000)], object
        )

    def frames(self, seed: int, rows: int) -> Iterator[pl.DataFrame]:
        """``rows`` people as frames of PERSON_SCHEMA.

        The first chunk is drawn; the others are its names, births, homes, phones and employers dealt anew to
        one another, and every fifth of them is drawn again: drawing takes as long as writing.
        """
        rng = np.random.default_rng(seed)
        drawn: pl.DataFrame | None = None
        for number, start in enumerate(range(0, rows, CHUNK)):
            if drawn is None or number % 5 == 0:
                drawn = self._frame(rng, start, min(CHUNK, rows - start))
                yield drawn
            else:
                yield _dealt(rng, drawn, start, min(CHUNK, rows - start))

    def _frame(self, rng: np.random.Generator, start: int, n: int) -> pl.DataFrame:
        last = self.lasts[np.searchsorted(self.last_share, rng.random(n)).clip(0, self.lasts.size - 1)]
        # The tail is skewed too: the square of a uniform draw makes its first names the commoner ones.
        rare = self.tail[(rng.random(n) ** 2 * TAIL_NAMES).astype(int)]
        last = np.where(rng.random(n) < TAIL, rare, last)
        first = self.firsts[np.searchsorted(self.first_share, rng.random(n)).clip(0, self.firsts.size - 1)]
        middle = self.firsts[np.searchsorted(self.first_share, rng.random(n)).clip(0, self.firsts.size - 1)]
        city = rng.integers(0, CITIES, n)
        house = (10 ** rng.uniform(0.5, 4.0, n)).astype(int).astype(str).astype(object)
        phone = np.array([f"865{x:07d}" for x in rng.integers(2_000_000, 9_999_999, n)], object)
        phones = [[p] if has else [] for p, has in zip(phone, rng.random(n) < 0.6, strict=True)]
        emails = [[f"{f}.{x}@example.com".lower()] if has else [] for f, x, has in
                  zip(first, last, rng.random(n) < 0.05, strict=True)]  # fmt: skip
        born = np.datetime64("1930-01-01") + rng.integers(0, 28_000, n).astype("timedelta64[D]")
        frame = pl.DataFrame(
            {
                "row_number": np.arange(start + 1, start + n + 1),
                "record_id": [f"R{start + i:09d}" for i in range(n)],
                "role": ["subject"] * n,
                "name_raw": first + " " + middle + " " + last,
                "first": first,
                "middle": middle,
                "last": last,
                "birth_date": born,
                "birth_year_slack": np.zeros(n, int),
                "phones": phones,
                "emails": emails,
                "employer": np.where(
                    rng.random(n) < 0.2, self.firms[rng.integers(0, self.firms.size, n)], ""
                ),
                "address_house": house,
                "address_street": self.streets[(rng.random(n) ** 2 * self.streets.size).astype(int)],
                "address_city": self.cities[city],
                "address_state": STATES[city % len(STATES)],
                "address_zip": np.array([f"37{z:03d}" for z in range(CITIES)], object)[city],
            },
            strict=False,
        ).with_columns(
            birth_year=pl.col("birth_date").dt.year(), employer=pl.col("employer").replace("", None)
        )
        absent = [
            pl.lit(None, kind).alias(name)
            for name, kind in PERSON_SCHEMA.items()
            if name not in frame.columns
        ]
        return frame.with_columns(absent).select(
            pl.col(name).cast(kind) for name, kind in PERSON_SCHEMA.items()
        )


_TOGETHER = (
    ("last",),
    ("first",),
    ("middle",),
    ("birth_date", "birth_year", "birth_year_slack"),
    ("phones", "emails"),
    ("employer",),
    ("address_house",),
    ("address_street",),
    ("address_city", "address_state", "address_zip"),
)
"""Columns that stay with each other when people are dealt anew."""


def _dealt(rng: np.random.Generator, drawn: pl.DataFrame, start: int, n: int) -> pl.DataFrame:
    """``n`` other people of the same parts, numbered from ``start``."""
    parts = [drawn.select(group)[rng.permutation(drawn.height)[:n]] for group in _TOGETHER]
    dealt = drawn.head(n).with_columns(column for part in parts for column in part)
    numbers = pl.Series("row_number", np.arange(start + 1, start + n + 1)).cast(pl.UInt32)
    return dealt.with_columns(
        numbers,
        record_id=pl.format("R{}", numbers.cast(pl.String).str.zfill(9)),
        name_raw=pl.concat_str("first", "middle", "last", separator=" "),
    ).select(drawn.columns)
