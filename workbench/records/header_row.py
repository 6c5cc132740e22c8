"""Whether the first row of a table names its columns or is data already."""

import re
from collections.abc import Sequence

from workbench.records.headers import canonical

_DIGITS = re.compile(r"[\d\s.,/:$%()+-]*\d[\d\s.,/:$%()+-]*")
_LETTER = re.compile(r"[^\W\d_]")


def is_header(first: Sequence[str], rest: Sequence[Sequence[str]], vocabulary: frozenset[str]) -> bool:
    """``first`` names the columns of ``rest``.

    A header has no cell of digits alone and no e-mail address, is mostly filled and unique; and either
    two of its cells (or a third) are known names of columns, or some column that is numbers below has
    words in it.
    """
    cells = [c.strip() for c in first]
    filled = [c for c in cells if c]
    if not filled or len(filled) * 2 < len(cells):
        return False
    if any(_DIGITS.fullmatch(c) or "@" in c for c in filled):
        return False
    if sum(1 for c in filled if _LETTER.search(c)) * 10 < len(filled) * 9:
        return False
    known = sum(1 for c in filled if canonical(c) in vocabulary)
    if known >= min(2, len(filled)) and known * 10 >= len(filled):
        return True
    distinct = len({c.casefold() for c in filled}) == len(filled)
    return distinct and _numbers_below(cells, rest)


def _numbers_below(cells: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    for position, cell in enumerate(cells):
        below = [row[position].strip() for row in rest[:50] if position < len(row) and row[position].strip()]
        enough = cell and below and len(below) >= min(2, len(rest))
        if enough and all(_DIGITS.fullmatch(value) for value in below):
            return True
    return False
