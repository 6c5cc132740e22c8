"""Delimiter, quoting and fixed width, decided from the lines of a text."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.records.tokens import logical_records

DELIMITERS = ("\t", "|", ",", ";", "^", "~", "\x13", "\x14", "\x1f")
"""Usual ones first: where two fit alike, the first is taken.  The last three are control characters that
some exports of litigation and vendor systems use.
"""
_ENOUGH_AGREEMENT = 0.3
_FIXED_SHARE = 0.9
_FIXED_LEAST = 40


@dataclass(frozen=True, slots=True)
class Dialect:
    """``agreement`` is the share of lines with exactly ``fields`` fields."""

    delimiter: str
    quoted: bool
    fields: int
    agreement: float

    @property
    def score(self) -> float:
        """What delimiters are compared by: lines that agree weigh more than many fields."""
        return self.agreement**2 * math.log2(1 + self.fields)


def line_terminator(text: str) -> str:
    r"""``\r\n``, ``\n`` or ``\r``: the one that ends most lines."""
    crlf = text.count("\r\n")
    newline = text.count("\n") - crlf
    carriage = text.count("\r") - crlf
    if crlf >= max(newline, carriage) and crlf:
        return "\r\n"
    return "\r" if carriage > newline else "\n"


def split_lines(text: str, terminator: str) -> list[str]:
    """Lines without their ends; a lone CR is part of a line unless it is the file's terminator."""
    plain = text.replace("\r\n", "\n")
    if terminator == "\r":
        plain = plain.replace("\r", "\n")
    return plain.split("\n")


def detect_dialect(lines: Sequence[str]) -> Dialect | None:
    """The delimiter and quoting of ``lines`` (blank ones left out); None when none fits."""
    found = [d for d in (_for_delimiter(lines, delimiter) for delimiter in DELIMITERS) if d is not None]
    best = max(found, key=lambda d: d.score, default=None)
    return best if best is not None and best.agreement >= _ENOUGH_AGREEMENT else None


def named_dialect(lines: Sequence[str], delimiter: str, quoted: bool | None) -> Dialect:
    """The dialect of a delimiter that a person named; its quoting as told, else as the lines show."""
    found = _for_delimiter(lines, delimiter)
    if quoted is None and found is not None:
        return found
    chosen = (found.quoted if found else delimiter in ",;") if quoted is None else quoted
    records = logical_records(lines, delimiter, quoted=chosen, most=len(lines))
    return Dialect(delimiter, chosen, *_agreement([len(r) for r in records]))


def _for_delimiter(lines: Sequence[str], delimiter: str) -> Dialect | None:
    if not any(delimiter in line for line in lines):
        return None
    raw = _agreement([line.count(delimiter) + 1 for line in lines])
    if not any('"' in line for line in lines):
        chosen, quoted = raw, delimiter in ",;"
    else:
        records = logical_records(lines, delimiter, quoted=True, most=len(lines))
        parsed = _agreement([len(r) for r in records])
        quoted = _quoting_pays(lines, delimiter, raw, parsed)
        chosen = parsed if quoted else raw
    if chosen[0] < 2:
        return None
    return Dialect(delimiter, quoted, *chosen)


def _agreement(counts: Sequence[int]) -> tuple[int, float]:
    """The commonest count and the share of lines that have it; the larger count wins a tie.

    Lines without a delimiter are no rows of a table where enough others agree: a short list under a title.
    """
    tally = Counter(counts)
    count, lines = max(tally.items(), key=lambda item: (item[1], item[0]))
    tally.pop(1, None)
    if count == 1 and tally:
        other, enough = max(tally.items(), key=lambda item: (item[1], item[0]))
        if enough >= _ENOUGH_AGREEMENT * len(counts):
            return other, enough / len(counts)
    return count, lines / len(counts)


def _quoting_pays(
    lines: Sequence[str], delimiter: str, raw: tuple[int, float], parsed: tuple[int, float]
) -> bool:
    """Whether quotes are punctuation: where most lines have whole quoted fields they are; else when reading
    them so makes more records agree; else as is usual with the delimiter.
    """
    mark = re.escape(delimiter)
    whole = re.compile(rf'(?:^|{mark})"[^"]*"(?={mark}|$)')
    systematic = sum(1 for line in lines if whole.search(line))
    if systematic * 2 >= len(lines) and parsed[1] >= _ENOUGH_AGREEMENT:
        return True
    if abs(parsed[1] - raw[1]) > 1e-9:
        return parsed[1] > raw[1]
    return delimiter in ",;"


def fixed_lengths(lines: Sequence[str]) -> tuple[int, ...]:
    """The record length when nearly all lines share one that is long enough to be a table; else ()."""
    lengths = Counter(len(line) for line in lines)
    length, count = max(lengths.items(), key=lambda item: item[1], default=(0, 0))
    if length < _FIXED_LEAST or count < _FIXED_SHARE * len(lines):
        return ()
    return (length,)


def proposed_breaks(lines: Sequence[str]) -> tuple[int, ...]:
    """0-based starts of fields of fixed-width ``lines``: where text begins after a column blank in all."""
    width = min(len(line) for line in lines)
    blank = [all(line[i] == " " for line in lines) for i in range(width)]
    starts = [i for i in range(1, width) if blank[i - 1] and not blank[i]]
    return (0, *starts)
