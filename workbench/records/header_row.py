"""Whether the first row of a table names its columns or is data already."""

import re
from collections.abc import Callable, Sequence

from workbench.records.headers import canonical

TITLE_LINES = 20
"""How many lines above a header are looked past: a title, a date, the report's filters."""

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


def find_header(
    rows_from: Callable[[int], Sequence[Sequence[str]]], lines: int, fields: int, vocabulary: frozenset[str]
) -> tuple[int, bool]:
    """How many lines stand above the table, and whether its first row is a header.

    ``rows_from`` gives the rows that begin at a line; ``fields`` is what most rows have.  Lines are looked
    past only while they are no row of the table: of another number of cells, or half empty; and only when
    a header follows, so that data is never taken for a title.
    """
    rows = rows_from(0)
    if is_header(rows[0], rows[1:], vocabulary):
        return 0, True
    for line in range(min(TITLE_LINES, lines - 1)):
        if not _is_title(rows[0], fields):
            return 0, False
        rows = rows_from(line + 1)
        if not _is_title(rows[0], fields) and is_header(rows[0], rows[1:], vocabulary):
            return line + 1, True
    return 0, False


def _is_title(row: Sequence[str], fields: int) -> bool:
    """Whether ``row`` has another number of cells than the table, or half of its cells are empty."""
    filled = sum(1 for cell in row if cell.strip())
    return fields > 1 and (len(row) != fields or filled == 0 or (fields > 2 and filled * 2 <= fields))


def _numbers_below(cells: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    for position, cell in enumerate(cells):
        below = [row[position].strip() for row in rest[:50] if position < len(row) and row[position].strip()]
        enough = cell and below and len(below) >= min(2, len(rest))
        if enough and all(_DIGITS.fullmatch(value) for value in below):
            return True
    return False
