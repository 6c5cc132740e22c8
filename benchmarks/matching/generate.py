"""Writes one world: ``records.tsv`` (voter-like), ``debtors.csv`` and ``truth.csv``.

``python -m benchmarks.matching.generate OUT --seed 11 --rows 1000000 --debtors 5000 [--no-households]``

40 % of the debtors are absent.  With households, half of the debtors have one to three relatives in the
file, at their old or new address (for the absent: the old one), fathers and sons of one name among them,
and the rest of the file lives in households too.  ``--generations`` also marks debtors as the junior or senior
of a namesake who is in the file (nothing else about the world of a seed changes).
"""

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.matching.noise import dates, missing, mistyped, nicknamed, shortened
from benchmarks.matching.population import Names, People, homes, load_names, near_homes, people, relatives
from workbench.normalize.nicknames import nickname_pairs

ABSENT = 0.40
MOVED = 0.75
HOME = ("house", "street", "unit", "zip")


def world(
    seed: int, rows: int, debtors: int, *, households: bool, generations: bool = False
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """(records, debtors, truth) of one seed; truth has debtor_id, record_id and kind same or relative."""
    rng = np.random.default_rng(seed)
    names = load_names(rng, nickname_pairs())
    persons = people(rng, names, debtors)
    old = {part: persons[part].copy() for part in HOME}
    moved = rng.random(debtors) < MOVED
    fresh = near_homes(rng, persons["zip"])
    for part in HOME:
        persons.columns[part] = np.where(moved, fresh[part], persons[part])
    present = rng.random(debtors) >= ABSENT
    owner = np.flatnonzero(present)
    parts, owners, kinds = [persons.take(owner)], [owner], [np.full(owner.size, "same", object)]
    if households:
        at = np.repeat(
            np.arange(debtors), np.where(rng.random(debtors) < 0.5, rng.integers(1, 4, debtors), 0)
        )
        old_home = ~present[at] | (rng.random(at.size) < 0.5)
        based = People(dict(persons.columns))
        kin = relatives(rng, names, based, at)
        for part in HOME:
            kin.columns[part] = np.where(old_home, old[part][at], persons[part][at])
        if generations:
            _mark_generations(np.random.default_rng([seed, 1]), persons, kin, at)
            parts = [persons.take(owner)]
        parts, owners = [*parts, kin], [*owners, at]
        kinds.append(np.full(at.size, "relative", object))
    rest = rows - sum(part.size for part in parts)
    background = _background(rng, names, rest, households=households)
    everybody = People({c: np.concatenate([p[c] for p in (*parts, background)]) for c in background.columns})
    records = _records(rng, names, everybody)
    phones = _phones(rng, rows)
    order = rng.permutation(rows)
    ids = np.array([f"V{n:09d}" for n in rng.permutation(rows)], object)
    linked = sum(part.size for part in parts)
    truth = pl.DataFrame(
        {
            "debtor_id": [f"D{n:06d}" for n in np.concatenate(owners)],
            "record_id": ids[:linked],
            "kind": np.concatenate(kinds),
        }
    )
    told = np.full(debtors, "", object)
    told[owner] = np.where(
        rng.random(owner.size) < np.where(moved[owner], 0.25, 0.5), phones[: owner.size], ""
    )
    listed = _debtors(rng, names, persons, old, told)
    records = records.with_columns(pl.Series("voter_id", ids), pl.Series("phone", phones))[order]
    return records.select("voter_id", pl.exclude("voter_id")), listed, truth


def _mark_generations(
    rng: np.random.Generator, persons: People, kin: People, at: npt.NDArray[np.int64]
) -> None:
    """Four of five debtors with a marked namesake in the file are the other of the two."""
    alike = (kin["first"] == persons["first"][at]) & (kin["last"] == persons["last"][at])
    marked = np.flatnonzero(alike & (kin["suffix"] != "") & (rng.random(at.size) < 0.8))
    persons.columns["suffix"][at[marked]] = np.where(kin["suffix"][marked] == "SR", "JR", "SR")


def _background(rng: np.random.Generator, names: Names, count: int, *, households: bool) -> People:
    """People nobody looks for; with households, two out of five live with the one before them as kin."""
    out = people(rng, names, count)
    if households:
        at = np.flatnonzero(rng.random(count) < 0.4)
        at = at[at > 0]
        kin = relatives(rng, names, out, at - 1)
        for column, values in kin.columns.items():
            out.columns[column][at] = values
    return out


def _phones(rng: np.random.Generator, rows: int) -> np.ndarray:
    """A phone for a third of the rows, for one in 200 that of a shelter or office shared by many."""
    own = np.array([f"919{n:07d}" for n in rng.integers(2_000_000, 9_999_999, rows)], object)
    shared = np.array([f"91955501{n:02d}" for n in range(20)], object)
    phones = np.where(rng.random(rows) < 0.005, shared[rng.integers(0, 20, rows)], own)
    return np.where(rng.random(rows) < 0.33, phones, "")


def _street_words(street: np.ndarray) -> np.ndarray:
    """Street names by number, from surnames."""
    table = pl.read_csv(
        Path(__file__).resolve().parents[2] / "resources/matching/surnames.tsv", separator="\t"
    )
    words = table["name"].to_numpy().astype(object)[200 : 200 + 4000]
    kinds = np.array(["ST", "AVE", "RD", "DR", "LN", "CT"], object)
    return words[street] + " " + kinds[street % 6]


def _home_columns(
    rng: np.random.Generator, home: dict[str, np.ndarray], error: float
) -> dict[str, np.ndarray]:
    """house, street, unit, city and zip as texts."""
    street = mistyped(rng, _street_words(home["street"].astype(np.int64)), error)
    zips = home["zip"].astype(np.int64)
    return {
        "house": home["house"].astype(str).astype(object),
        "street": street,
        "unit": np.where(home["unit"] == 0, "", home["unit"].astype(str).astype(object)),
        "city": np.array([f"TOWN {chr(65 + z // 26)}{chr(65 + z % 26)}" for z in range(80)], object)[
            zips // 2
        ],
        "zip": np.array([f"27{z:03d}" for z in range(200)], object)[zips],
    }


def _records(rng: np.random.Generator, names: Names, who: People) -> pl.DataFrame:
    """The file's columns: half of the rows have a whole birth date, the rest a year."""
    first = mistyped(rng, nicknamed(rng, names, who["first"], 0.05), 0.015)
    last = mistyped(rng, who["last"], 0.015)
    middle = missing(rng, shortened(rng, who["middle"], 0.4), 0.2)
    home = _home_columns(rng, {part: who[part] for part in HOME}, 0.01)
    date = dates(rng, who["year"], who["month"], who["day"], 0.01)
    whole = rng.random(who.size) < 0.5
    unit = np.where(home["unit"] == "", "", " APT " + home["unit"])
    return pl.DataFrame(
        {
            "last_name": last,
            "first_name": first,
            "middle_name": middle,
            "name_suffix": missing(rng, who["suffix"], 0.3),
            "birth_date": np.where(whole, date, ""),
            "birth_year": np.array([d[:4] for d in date], object),
            "street_address": home["house"] + " " + home["street"] + unit,
            "city": home["city"],
            "state": np.full(who.size, "NC", object),
            "zip": home["zip"],
        },
        schema_overrides={"voter_id": pl.String},
    )


def _debtors(
    rng: np.random.Generator, names: Names, persons: People, old: dict[str, np.ndarray], told: np.ndarray
) -> pl.DataFrame:
    """What the client's file says of the debtors: older and worse than the public record."""
    count = persons.size
    first = shortened(rng, mistyped(rng, nicknamed(rng, names, persons["first"], 0.22), 0.03), 0.015)
    changed = (rng.random(count) < 0.08) & persons["female"]
    last = np.where(changed, people(rng, names, count)["last"], persons["last"])
    middle = missing(rng, shortened(rng, persons["middle"], 0.6), 0.45)
    whole = rng.random(count)
    date = dates(rng, persons["year"], persons["month"], persons["day"], 0.035)
    home = _home_columns(rng, old, 0.03)
    prior = _home_columns(rng, homes(rng, count), 0.03)
    has_prior = rng.random(count) < 0.25
    own = np.array([f"919{n:07d}" for n in rng.integers(2_000_000, 9_999_999, count)], object)
    phone = np.where(told != "", told, np.where(rng.random(count) < 0.6, own, ""))
    frame = {
        "debtor_id": [f"D{n:06d}" for n in range(count)],
        "first": first,
        "middle": middle,
        "last": mistyped(rng, last, 0.03),
        "suffix": missing(rng, persons["suffix"], 0.3),
        "birth_date": np.where(whole < 0.7, date, ""),
        "birth_year": np.where(whole < 0.85, np.array([d[:4] for d in date], object), ""),
        "phone": phone,
        **home,
        **{f"prior_{part}": np.where(has_prior, values, "") for part, values in prior.items()},
    }
    return pl.DataFrame(frame)


def write_world(
    out: Path, seed: int, rows: int, debtors: int, *, households: bool, generations: bool = False
) -> None:
    """Write the three files of a world."""
    records, listed, truth = world(seed, rows, debtors, households=households, generations=generations)
    out.mkdir(parents=True, exist_ok=True)
    empty = pl.col(pl.String).replace("", None)
    records.with_columns(empty).write_csv(out / "records.tsv", separator="\t")
    listed.with_columns(empty).write_csv(out / "debtors.csv")
    truth.write_csv(out / "truth.csv")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--debtors", type=int, default=5_000)
    parser.add_argument("--no-households", action="store_true")
    parser.add_argument("--generations", action="store_true")
    given = parser.parse_args()
    write_world(
        given.out,
        given.seed,
        given.rows,
        given.debtors,
        households=not given.no_households,
        generations=given.generations,
    )


if __name__ == "__main__":
    main()
