"""Makes ``resources/matching/surnames.tsv`` and ``first_names.tsv`` from the 1990 name counts of the US Census
Bureau (public domain; files dist.all.last, dist.male.first, dist.female.first).

``python -m benchmarks.matching.name_tables FOLDER_OF_THE_THREE_FILES``

Columns: shares in parts per million (below 200 ppm smoothed by the slope of the cumulative share, for the
source rounds to 10 ppm), and ``near94 near88 near80``: how many people bear another name within that
Jaro-Winkler band, so that a near miss of MARIA is worth less than one of ZEBEDIAH.
"""

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "matching"
SURNAMES = 20_000
Floats = npt.NDArray[np.float64]


def counts(path: Path, window: int) -> tuple[list[str], Floats]:
    """Names by rank and their shares in ppm, the rounded tail smoothed over ``window`` ranks each way."""
    rows = [line.split() for line in path.read_text(encoding="ascii").splitlines()]
    share = np.array([float(row[1]) for row in rows])
    cumulative = np.array([float(row[2]) for row in rows])
    ppm = share * 1e4
    for at in np.flatnonzero(share < 0.02):
        low, high = max(0, at - window), min(len(rows) - 1, at + window)
        ppm[at] = (cumulative[high] - cumulative[low]) / (high - low) * 1e4
    return [row[0] for row in rows], np.minimum.accumulate(ppm)


def near(names: list[str], ppm: Floats) -> Floats:
    """Per name, the ppm of other names in each of the bands .94, .88 and .80."""
    out = np.zeros((len(names), 3))
    for start in range(0, len(names), 500):
        part = names[start : start + 500]
        scores = cdist(part, names, scorer=JaroWinkler.normalized_similarity, dtype=np.float64, workers=-1)
        scores[np.arange(len(part)), np.arange(start, start + len(part))] = 0
        bands = (scores >= 0.94, (scores >= 0.88) & (scores < 0.94), (scores >= 0.80) & (scores < 0.88))
        for column, band in enumerate(bands):
            out[start : start + 500, column] = band @ ppm
    return out


def write(name: str, columns: dict[str, Floats], names: list[str]) -> None:
    """Write one table."""
    lines = ["\t".join(["name", *columns])]
    for at, spelling in enumerate(names):
        lines.append("\t".join([spelling, *(f"{values[at]:.4g}" for values in columns.values())]))
    (RESOURCES / name).write_text("\n".join(lines) + "\n", encoding="ascii")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    lasts, ppm = counts(folder / "dist.all.last", 400)
    lasts, ppm = lasts[:SURNAMES], ppm[:SURNAMES]
    bands = near(lasts, ppm)
    write(
        "surnames.tsv",
        {"ppm": ppm, "near94": bands[:, 0], "near88": bands[:, 1], "near80": bands[:, 2]},
        lasts,
    )
    sexes = [dict(zip(*counts(folder / f"dist.{sex}.first", 40), strict=True)) for sex in ("male", "female")]
    firsts = sorted(set().union(*sexes), key=lambda n: (-sexes[0].get(n, 0) - sexes[1].get(n, 0), n))
    male, female = (np.array([sex.get(name, 0.0) for name in firsts]) for sex in sexes)
    bands = near(firsts, (male + female) / 2)
    columns = {
        "male": male,
        "female": female,
        "near94": bands[:, 0],
        "near88": bands[:, 1],
        "near80": bands[:, 2],
    }
    write("first_names.tsv", columns, firsts)


if __name__ == "__main__":
    main()
