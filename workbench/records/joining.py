"""Records of several lines: a quoted field that holds line breaks, told from a quote that never closes."""

from dataclasses import dataclass
from enum import Enum, auto

from workbench.records.limits import Limits
from workbench.records.scan import Lines
from workbench.records.tokens import split_record

_MOST_FAILURES = 200


class Outcome(Enum):
    """How looking for the end of a record ended."""

    WHOLE = auto()
    WRONG_COUNT = auto()
    UNCLOSED = auto()
    NEEDS_MORE = auto()


@dataclass(frozen=True, slots=True)
class Joined:
    """``fields`` of the record when WHOLE, which takes the lines up to ``stop`` (excluded)."""

    outcome: Outcome
    stop: int
    fields: tuple[str, ...] = ()
    found: int = 0


class Joiner:
    """Joins lines while a quoted field is open.

    It gives up after ``limits.record_lines`` lines or ``limits.record_bytes`` bytes, so that a lone quote
    costs its own row and no other; and after two hundred failures it tries no more, since the file's
    quotes then mean something else.
    """

    def __init__(self, delimiter: str, fields: int, limits: Limits) -> None:
        self._delimiter = delimiter
        self._fields = fields
        self._limits = limits
        self._failures = 0

    def join(self, lines: Lines, number: int, *, last: bool) -> Joined:
        """The record that begins at line ``number``; NEEDS_MORE unless ``last`` when the block ends first."""
        text = lines.text(number)
        fields = split_record(text, self._delimiter, quoted=True)
        stop = number + 1
        if fields is not None:
            return self._judge(fields, stop, alone=True)
        if self._failures >= _MOST_FAILURES:
            return Joined(Outcome.UNCLOSED, stop)
        parts, size = [text], len(text)
        while stop < len(lines) and stop - number < self._limits.record_lines:
            line = lines.text(stop)
            stop += 1
            parts.append(line)
            size += len(line) + 1
            if size > self._limits.record_bytes:
                break
            if '"' in line:
                fields = split_record("\n".join(parts), self._delimiter, quoted=True)
                if fields is not None:
                    return self._judge(fields, stop, alone=False)
        room = stop - number < self._limits.record_lines and size <= self._limits.record_bytes
        if room and stop == len(lines) and not last:
            return Joined(Outcome.NEEDS_MORE, number)
        self._failures += 1
        return Joined(Outcome.UNCLOSED, number + 1)

    def _judge(self, fields: list[str], stop: int, *, alone: bool) -> Joined:
        if len(fields) == self._fields:
            return Joined(Outcome.WHOLE, stop, tuple(fields))
        if alone:
            return Joined(Outcome.WRONG_COUNT, stop, found=len(fields))
        self._failures += 1
        return Joined(Outcome.UNCLOSED, stop)
