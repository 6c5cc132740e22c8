"""Cells that a spreadsheet will not run: text that would start a formula gets an apostrophe.

Source: OWASP ASVS 1.2.10 and CWE-1236; the leading characters are = + - @ TAB CR LF NUL and the
full-width forms that spreadsheets fold onto them.
"""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

_STARTS_FORMULA = frozenset("=+-@\t\r\n\0＝＋－＠")

Cell = str | int | float | None


def safe_text(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in _STARTS_FORMULA else text


def write_csv(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write header and rows as RFC 4180 CSV, text cells made safe; the number of rows written.

    Numbers are written as they are: a negative number is not a formula.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([safe_text(cell) if isinstance(cell, str) else cell for cell in row])
        count += 1
    return count
