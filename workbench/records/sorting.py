"""The lines of one block sorted into rows that polars can read at once, repaired ones and rejected ones."""

from dataclasses import dataclass, field

import numpy as np

from workbench.records import row_problems as why
from workbench.records.joining import Joiner, Outcome
from workbench.records.limits import Limits
from workbench.records.scan import Lines, Mask, field_counts, undecodable
from workbench.records.tokens import split_record


@dataclass(slots=True)
class SortedLines:
    """``good``: lines that are whole rows; ``is_row``: lines that begin a row.

    ``repaired`` are the fields, and ``problems`` the reasons, of rows read one by one, by line.  ``stop`` is
    the first line left for the next block.
    """

    good: Mask
    is_row: Mask
    stop: int
    repaired: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)

    def leave(self, start: int, stop: int) -> None:
        """Lines ``start`` to ``stop`` (excluded) begin no row."""
        self.good[start:stop] = False
        self.is_row[start:stop] = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What a row of the table must be."""

    delimiter: str
    quoted: bool
    fields: int


def sort_lines(
    lines: Lines, oversize: frozenset[int], expected: Expected, joiner: Joiner, limits: Limits,
    *, header: bool, last: bool,
) -> SortedLines:  # fmt: skip
    """Judge every line; with ``header`` the first record is left out, being none of the rows."""
    counts, odd = field_counts(lines, expected.delimiter, quoted=expected.quoted)
    is_row = ~lines.blank()
    known = _known_reasons(lines, oversize, limits)
    suspect = odd | (counts != expected.fields) | (lines.lengths() > limits.field_bytes)
    suspect[list(known)] = True
    result = SortedLines(is_row & ~suspect, is_row, len(lines))
    follows = _leave_header(lines, result, joiner) if header else 0
    for number in np.flatnonzero(suspect & is_row).tolist():
        if number < follows:
            continue
        follows = number + 1
        if number in known:
            result.problems.append((number, known[number]))
        elif odd[number]:
            follows = _join(lines, number, expected, joiner, result, last=last)
        elif counts[number] != expected.fields:
            result.problems.append((number, why.wrong_fields(expected.fields, int(counts[number]))))
        elif _has_long_field(lines.text(number), expected, limits):
            result.problems.append((number, why.OVERSIZE_FIELD))
        else:
            result.good[number] = True
        if result.stop < len(lines):
            break
    return result


def _known_reasons(lines: Lines, oversize: frozenset[int], limits: Limits) -> dict[int, str]:
    """Lines that are refused whatever their fields."""
    known = dict.fromkeys(np.flatnonzero(undecodable(lines)).tolist(), why.UNDECODABLE)
    known |= dict.fromkeys(np.flatnonzero(lines.holding(b"\0")).tolist(), why.NUL)
    too_long = np.flatnonzero(lines.lengths() > limits.record_bytes).tolist()
    return known | dict.fromkeys((*oversize, *too_long), why.OVERSIZE_RECORD)


def _leave_header(lines: Lines, result: SortedLines, joiner: Joiner) -> int:
    """Leave out the first record that is not blank; gives the line after it."""
    rows = np.flatnonzero(result.is_row)
    if len(rows) == 0:
        return 0
    number = int(rows[0])
    joined = joiner.join(lines, number, last=True)
    stop = joined.stop if joined.outcome is Outcome.WHOLE else number + 1
    result.leave(number, stop)
    return stop


def _join(
    lines: Lines, number: int, expected: Expected, joiner: Joiner, result: SortedLines, *, last: bool
) -> int:
    """Read the record at ``number`` by itself; gives the line after it."""
    joined = joiner.join(lines, number, last=last)
    if joined.outcome is Outcome.NEEDS_MORE:
        result.leave(number, len(lines))
        result.stop = number
        return len(lines)
    if joined.outcome is Outcome.WHOLE:
        result.leave(number + 1, joined.stop)
        result.repaired.append((number, joined.fields))
        return joined.stop
    reason = why.UNCLOSED
    if joined.outcome is Outcome.WRONG_COUNT:
        reason = why.wrong_fields(expected.fields, joined.found)
    result.problems.append((number, reason))
    return number + 1


def _has_long_field(text: str, expected: Expected, limits: Limits) -> bool:
    fields = split_record(text, expected.delimiter, quoted=expected.quoted) or [text]
    return max(len(f) for f in fields) > limits.field_bytes
