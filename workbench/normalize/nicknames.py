"""Nicknames: pairs for comparison, one representative of each family for blocking.

From ``resources/reference/nicknames.csv``, which ``make_nicknames.py`` makes from the ``nicknames`` package
(Apache-2.0).
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import polars as pl

from workbench.normalize import reference


@cache
def _canonical() -> Mapping[str, str]:
    """Every name of the table to its family's representative."""
    found: dict[str, str] = {}
    for name, nickname, name_canonical, nickname_canonical in reference.rows("nicknames"):
        found[name] = name_canonical
        found[nickname] = nickname_canonical
    return MappingProxyType(found)


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Names that stand for each other, both ways round: name and nickname, and two nicknames of one name."""
    families: dict[str, list[str]] = {}
    for name, nickname, *_ in reference.rows("nicknames"):
        families.setdefault(name, [name]).append(nickname)
    return frozenset((a, b) for family in families.values() for a in family for b in family if a != b)


def nickname_pairs() -> pl.DataFrame:
    """Every ordered pair of names that stand for each other: columns ``a``, ``b``, sorted."""
    return pl.DataFrame(sorted(_pairs()), schema={"a": pl.String, "b": pl.String}, orient="row")


def are_nicknames(a: str, b: str) -> bool:
    """Whether two folded first names are a name and its nickname, or two nicknames of one name."""
    return (a, b) in _pairs()


def is_given_name(word: str) -> bool:
    """Whether a folded word is a given name the nickname table knows."""
    return word in _canonical()


def canonical_name(first: str) -> str:
    """Representative of the nickname family of a folded first name's first word, else that word."""
    word = first.split(" ", 1)[0]
    return _canonical().get(word, word)


def canonical_first(expr: pl.Expr) -> pl.Expr:
    """``canonical_name`` of every folded first name; null stays null."""
    table = _canonical()
    word = expr.str.split(" ").list.first()
    return word.replace(list(table), list(table.values()))
