"""The reference tables under ``resources/reference``: read once, never changed."""

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
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
def words(name: str) -> frozenset[str]:
    """The first column of ``name``.csv."""
    return frozenset(row[0] for row in rows(name))


@cache
def toml(name: str) -> Mapping[str, Any]:
    """The tables of ``name``.toml."""
    return MappingProxyType(tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8")))
