"""An invented population: names by census frequency, households, homes.  No real person is in it.

Everything is drawn from one numpy Generator, so a seed gives the same people on every machine.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "matching"
ZIPS = 120
STREETS = 4000
Text = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Names:
    """Names with their shares; ``rare`` surnames fill the share the census table leaves out."""

    lasts: Text
    last_share: npt.NDArray[np.float64]
    male: npt.NDArray[np.float64]
    female: npt.NDArray[np.float64]
    firsts: Text
    nicknames: dict[str, list[str]]


def load_names(rng: np.random.Generator, nicknames: pl.DataFrame) -> Names:
    """The shipped frequency tables, and invented rare surnames for the remaining share."""
    lasts = pl.read_csv(RESOURCES / "surnames.tsv", separator="\t")
    names = lasts["name"].to_numpy().astype(object)
    share = lasts["ppm"].to_numpy() / 1e6
    heads, tails = rng.choice(names[:8000], 60_000), rng.choice(names[:8000], 60_000)
    rare = np.unique(
        np.array(
            [h[: 2 + len(h) // 3] + t[-(1 + len(t) // 2) :] for h, t in zip(heads, tails, strict=True)],
            object,
        )
    )
    known = set(names)
    rare = np.array([name for name in rare if name not in known], object)
    rest = np.full(rare.size, (1 - share.sum()) / rare.size)
    firsts = pl.read_csv(RESOURCES / "first_names.tsv", separator="\t")
    male, female = firsts["male"].to_numpy(), firsts["female"].to_numpy()
    pairs: dict[str, list[str]] = {}
    for a, b in nicknames.iter_rows():
        pairs.setdefault(a, []).append(b)
    return Names(
        lasts=np.concatenate([names, rare]),
        last_share=np.concatenate([share, rest]) / (share.sum() + rest.sum()),
        male=male / male.sum(),
        female=female / female.sum(),
        firsts=firsts["name"].to_numpy().astype(object),
        nicknames=pairs,
    )


@dataclass(slots=True)
class People:
    """A table of people, one array per column; "" is absent, year/month/day are numbers."""

    columns: dict[str, npt.NDArray[np.generic]]

    def __getitem__(self, name: str) -> npt.NDArray[np.generic]:
        return self.columns[name]

    @property
    def size(self) -> int:
        """How many people."""
        return len(self.columns["first"])

    def take(self, at: npt.NDArray[np.int64]) -> "People":
        """These people, copied."""
        return People({name: values[at].copy() for name, values in self.columns.items()})


def people(rng: np.random.Generator, names: Names, count: int) -> People:
    """``count`` unrelated people with homes."""
    female = rng.random(count) < 0.515
    pick = np.where(
        female,
        rng.choice(names.firsts.size, count, p=names.female),
        rng.choice(names.firsts.size, count, p=names.male),
    )
    second = np.where(
        female,
        rng.choice(names.firsts.size, count, p=names.female),
        rng.choice(names.firsts.size, count, p=names.male),
    )
    columns = {
        "first": names.firsts[pick],
        "middle": names.firsts[second],
        "last": names.lasts[rng.choice(names.lasts.size, count, p=names.last_share)],
        "suffix": np.full(count, "", object),
        "female": female,
        "year": (2005 - np.minimum(rng.gamma(3.2, 10.5, count), 75)).astype(np.int64),
        "month": rng.integers(1, 13, count),
        "day": rng.integers(1, 29, count),
    }
    return People(columns | homes(rng, count))


def homes(rng: np.random.Generator, count: int) -> dict[str, npt.NDArray[np.generic]]:
    """``count`` homes: house, street, unit (a fifth), ZIP; towns are two ZIPs each."""
    zips = np.minimum(rng.gamma(2.0, ZIPS / 6, count), ZIPS - 1).astype(np.int64)
    return {
        "house": rng.integers(1, 4000, count),
        "street": (zips * 37 + rng.integers(0, 90, count)) % STREETS,
        "unit": np.where(rng.random(count) < 0.2, rng.integers(1, 40, count), 0),
        "zip": zips,
    }


def near_homes(rng: np.random.Generator, zips: npt.NDArray[np.generic]) -> dict[str, npt.NDArray[np.generic]]:
    """New homes of movers: a fifth stay in their ZIP, a quarter go to a neighbouring one, the rest anywhere."""
    fresh = homes(rng, zips.size)
    way = rng.random(zips.size)
    there = np.where(way < 0.2, zips, np.where(way < 0.45, zips.astype(np.int64) // 2 * 2, fresh["zip"]))
    fresh["zip"] = there.astype(np.int64)
    fresh["street"] = (fresh["zip"].astype(np.int64) * 37 + rng.integers(0, 90, zips.size)) % STREETS
    return fresh


def relatives(rng: np.random.Generator, names: Names, of: People, at: npt.NDArray[np.int64]) -> People:
    """One relative for each place in ``at`` of ``of``, living at that person's home.

    45 % partners, 10 % a parent or child of the same name (half of them with JR or SR), the rest other kin,
    1 % twins.
    """
    kin, base = people(rng, names, at.size), of.take(at)
    kind = rng.random(at.size)
    same_last = rng.random(at.size) < 0.85
    kin.columns["last"] = np.where(same_last, base["last"], kin["last"])
    for home in ("house", "street", "unit", "zip"):
        kin.columns[home] = base[home].copy()
    namesake = (kind >= 0.45) & (kind < 0.55)
    older = rng.random(at.size) < 0.5
    generation = rng.integers(18, 40, at.size) * np.where(older, -1, 1)
    close = np.rint(rng.normal(0, 5, at.size)).astype(np.int64)
    other = np.where(rng.random(at.size) < 0.5, generation, close)
    gap = np.where(kind < 0.45, close, np.where(namesake, generation, other))
    kin.columns["year"] = np.clip(base["year"].astype(np.int64) + gap, 1918, 2006)
    kin.columns["first"] = np.where(namesake, base["first"], kin["first"])
    kin.columns["last"] = np.where(namesake, base["last"], kin["last"])
    kin.columns["middle"] = np.where(namesake & (rng.random(at.size) < 0.35), base["middle"], kin["middle"])
    marked = namesake & (rng.random(at.size) < 0.5)
    kin.columns["suffix"] = np.where(marked, np.where(older, "SR", "JR"), kin["suffix"])
    twins = kind > 0.991
    for part in ("year", "month", "day"):
        kin.columns[part] = np.where(twins, base[part], kin[part])
    return kin
