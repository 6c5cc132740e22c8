"""How common the debtors' values are: the larger of this file's frequency and the census's.

The file's frequency leaves one bearer out (the debtor may be that one); census frequencies come from the
1990 name counts, which stay the newest with first names by sex.
"""

from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
import polars as pl

from workbench.matching.arrays import Codes, Floats, Index
from workbench.matching.compare import Records
from workbench.matching.debtors import DebtorIndex
from workbench.matching.lookup import Lookup
from workbench.matching.people import Places
from workbench.matching.weights import RESOURCES
from workbench.normalize.nicknames import canonical_first

_MILLION = 1e6
_INITIAL_ONLY = 0.02
"""How often a name field holds no more than an initial."""
PLACES = frozenset({"building", "zip", "town"})
"""Frequencies of addresses: per address of a debtor, where the others are per debtor."""
_NEAR = ("near94", "near88", "near80")


@cache
def _census_lasts(folder: Path) -> pl.DataFrame:
    """Columns name, f, near94, near88, near80 as shares of the population."""
    table = pl.read_csv(
        folder / "surnames.tsv", separator="\t", null_values=[""], schema_overrides={"name": pl.String}
    )
    return table.select("name", *(pl.col(n) / _MILLION for n in _NEAR), f=pl.col("ppm") / _MILLION)


@cache
def _census_firsts(folder: Path) -> pl.DataFrame:
    """Columns name, canonical, f, near94, near88, near80 as shares; the sexes count alike."""
    table = pl.read_csv(folder / "first_names.tsv", separator="\t", schema_overrides={"name": pl.String})
    return table.select(
        "name",
        canonical_first(pl.col("name")).alias("canonical"),
        ((pl.col("male") + pl.col("female")) / (2 * _MILLION)).alias("f"),
        *(pl.col(n) / _MILLION for n in _NEAR),
    )


class _Counter:
    """How many record rows bear each of the debtors' codes."""

    def __init__(self, codes: Codes) -> None:
        distinct, self._at = np.unique(codes, return_inverse=True)
        self._none = int(np.count_nonzero(distinct == 0))
        self._known = Lookup(distinct[self._none :])
        self._counts = np.zeros(distinct.size, dtype=np.int64)

    def counted(self, codes: Codes) -> Index:
        """The counts of a slice of records, for ``add``."""
        _, which = self._known.find(codes)
        return np.bincount(which + self._none, minlength=self._counts.size)

    def add(self, counted: Index) -> None:
        """Add up."""
        self._counts += counted

    def counts(self) -> Index:
        """Per debtor (or per address), the rows counted so far."""
        return self._counts[self._at]

    def shares(self, population: int) -> Floats:
        """The same as shares of ``population``, one bearer left out."""
        return np.asarray(np.maximum(self.counts() - 1, 0) / population, dtype=np.float64)


class LocalCounts:
    """What a file's own rows say of the debtors' values, counted on the way; several threads may add."""

    def __init__(self, index: DebtorIndex) -> None:
        self.rows = 0
        self._lock = Lock()
        self._people = {
            name: _Counter(getattr(index.people, name)) for name in ("first", "canonical", "last", "employer")
        }
        self._places = {name: _Counter(_place_codes(index.places, name)) for name in PLACES}

    def add(self, records: Records) -> None:
        """Count a slice."""
        counted = [
            *(
                (counter, counter.counted(getattr(records.people, name)))
                for name, counter in self._people.items()
            ),
            *(
                (counter, counter.counted(_place_codes(records.homes[0], name)))
                for name, counter in self._places.items()
            ),
        ]
        with self._lock:
            self.rows += records.people.frame.height
            for counter, counts in counted:
                counter.add(counts)

    def shares(self, population: int) -> dict[str, Floats]:
        """Local frequencies, named like the census's; per debtor, or per address of a debtor.

        ``population`` is at least the rows of the file: a file of one family does not make a name common.
        """
        found = {name: counter.shares(population) for name, counter in (self._people | self._places).items()}
        found["first_nickname"] = np.maximum(found.pop("canonical") - found["first"], 0.0)
        return found


def _place_codes(places: Places, name: str) -> Codes:
    """What makes an address the same building, ZIP or town; 0 where not known."""
    if name != "building":
        return places.zip if name == "zip" else places.town
    known = (places.house != 0) & (places.zip != 0)
    mixed = places.house * np.uint64(3) ^ places.street * np.uint64(5) ^ places.zip * np.uint64(7)
    return np.where(known, mixed, np.uint64(0))


def census_frequencies(index: DebtorIndex, folder: Path = RESOURCES) -> dict[str, Floats]:
    """Per debtor, the census frequencies of the debtor's names and of names nearly like them.

    A name outside the tables gets 0: the weights' floors apply.
    """
    frame = index.people.frame.select(pl.col("first", "canonical", "middle", "surname"))
    firsts, lasts = _census_firsts(folder), _census_lasts(folder)
    families = firsts.group_by("canonical").agg(pl.col("f").sum())
    found = {f"first_{n}": _looked_up(frame["first"], firsts, "name", n) for n in _NEAR}
    found |= {f"last_{n}": _looked_up(frame["surname"], lasts, "name", n) for n in _NEAR}
    found["first"] = _looked_up(frame["first"], firsts, "name", "f")
    found["middle"] = _looked_up(frame["middle"], firsts, "name", "f")
    found["last"] = _looked_up(frame["surname"], lasts, "name", "f")
    initials = firsts.group_by(pl.col("name").str.slice(0, 1)).agg(pl.col("f").sum())
    found["middle_initial"] = _looked_up(frame["middle"].str.slice(0, 1), initials, "name", "f")
    initial = _looked_up(frame["first"].str.slice(0, 1), initials, "name", "f")
    found["first_initial_only"] = initial * _INITIAL_ONLY
    family = _looked_up(frame["canonical"], families, "canonical", "f")
    found["first_nickname"] = np.maximum(family - found["first"], 0.0)
    return found


def _looked_up(values: pl.Series, table: pl.DataFrame, key: str, column: str) -> Floats:
    """The column's value for each of ``values``, 0 where the table has none."""
    joined = values.to_frame(key).join(table.select(key, column), on=key, how="left", maintain_order="left")
    return joined[column].fill_null(0.0).to_numpy()
