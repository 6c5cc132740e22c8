"""The plain text of an address beside its parts: compared when two spellings were taken apart differently.

A typing error in a word that a rule rests on (``PO BXO 12``, ``118 MAPLE ST ATP 4``) leaves that line to
another rule, and the parts of two spellings that anybody would call one are nothing alike.  The plain key is
the line as written, so that such a pair is still as near as its letters are.
"""

import re

import polars as pl
from rapidfuzz.distance import Indel

from workbench.normalize.text import fold_series, fold_text

NEAR = 0.88
"""Likeness of two plain keys from which they are one line mistyped: one character in nine."""

_PLACE = re.compile(r", [^,]*$")
_LETTERS = re.compile(r"[^0-9]+")


def plain_key(raw: str, *, placed: bool = True) -> str:
    """The lines of an address's ``raw`` text without blanks: ``118 Maple St, Apt 4`` is 118MAPLESTAPT4.

    ``placed``: the text ends in a city, state or ZIP behind a comma, which is left out.
    """
    return fold_text(_PLACE.sub("", raw) if placed else raw).replace(" ", "")


def plain_keys(raw: pl.Expr, placed: pl.Expr) -> pl.Expr:
    """``plain_key`` of columns; null for nothing."""
    lines = pl.when(placed).then(raw.str.replace(_PLACE.pattern, "")).otherwise(raw)
    folded = lines.map_batches(fold_series, return_dtype=pl.String, is_elementwise=True)
    return folded.str.replace_all(" ", "", literal=True)


def likeness(one: str, other: str) -> float:
    """How alike two plain keys are, 0 to 1: twice the characters they share in order, over all they have.

    Numbers are no typing errors: keys with different numbers, or with none, are not alike at all.
    """
    numbers = _LETTERS.sub("", one)
    if not numbers or numbers != _LETTERS.sub("", other):
        return 0.0
    return Indel.normalized_similarity(one, other)
