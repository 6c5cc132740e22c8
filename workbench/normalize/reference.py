"""The reference tables under ``resources/reference``: read once, never changed."""

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from math import log10
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "reference"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Data rows of ``name``.csv, header left out; lines that begin with # are comments."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        lines = [line for line in source if not line.startswith("#")]
    return tuple(tuple(row) for row in csv.reader(lines[1:]) if row)


@cache
def mapping(name: str) -> Mapping[str, str]:
    """First column of ``name``.csv to its second."""
    return MappingProxyType({row[0]: row[1] for row in rows(name)})


@cache
def surname_weights() -> Mapping[str, float]:
    """How much more often a word is a surname than a given name, as a decimal logarithm, from the two census
    tables that matching uses; 1 in a million stands in where one of them lacks the word.
    """
    given: dict[str, float] = {}
    family: dict[str, float] = {}
    for name, found in (("first_names", given), ("surnames", family)):
        with (_FOLDER.parent / "matching" / f"{name}.tsv").open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source, delimiter="\t"):
                found[row["name"]] = sum(float(row[c]) for c in ("ppm", "male", "female") if row.get(c))
    both = given.keys() | family.keys()
    return MappingProxyType(
        {word: log10(max(family.get(word, 1.0), 1.0) / max(given.get(word, 1.0), 1.0)) for word in both}
    )


@cache
def words(name: str) -> frozenset[str]:
    """The first column of ``name``.csv."""
    return frozenset(row[0] for row in rows(name))


@cache
def toml(name: str) -> Mapping[str, Any]:
    """The tables of ``name``.toml."""
    return MappingProxyType(tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8")))
