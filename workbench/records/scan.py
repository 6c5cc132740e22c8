"""Which lines of a block of delimited text are whole records of the right number of fields.

All whole-array work on bytes: a million rows of five hundred bytes are scanned in about two seconds.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Positions = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_LF, _SPACE, _QUOTE, _NUL, _SUB = 0x0A, 0x20, 0x22, 0x00, 0x1A
_REPLACEMENT = b"\xef\xbf\xbd"


@dataclass(frozen=True, slots=True)
class Lines:
    """``starts`` and ``ends`` (LF excluded) of each line of ``data``."""

    data: bytes
    starts: Positions
    ends: Positions

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, number: int) -> str:
        """The 0-based line as text."""
        return self.data[self.starts[number] : self.ends[number]].decode("utf-8", "replace")

    def lengths(self) -> Positions:
        """Bytes of each line."""
        return self.ends - self.starts

    def holding(self, needle: bytes) -> Mask:
        """Which lines hold ``needle``; cheap when it is rare."""
        found = np.zeros(len(self), dtype=np.bool_)
        at = self.data.find(needle)
        while at >= 0:
            line = int(np.searchsorted(self.ends, at, side="left"))
            found[line] = True
            at = self.data.find(needle, int(self.ends[line]))
        return found

    def blank(self) -> Mask:
        """Lines of nothing but spaces, or of the end-of-file mark of old systems."""
        short = np.flatnonzero(self.lengths() < 4096)
        empty: Mask = self.lengths() == 0
        first = np.frombuffer(self.data, dtype=np.uint8)[np.minimum(self.starts, len(self.data) - 1)]
        for number in short[(first[short] == 0x20) | (first[short] == _SUB) | (first[short] == 0x0D)]:
            text = self.data[self.starts[number] : self.ends[number]]
            empty[number] = not text.strip(b" \r\x1a")
        return empty

    def joined(self, chosen: Mask) -> bytes:
        """The chosen lines, each ended by LF."""
        if bool(chosen.all()):
            return self.data
        edges = np.flatnonzero(np.diff(np.concatenate(([0], chosen.view(np.int8), [0]))))
        runs = edges.reshape(-1, 2)
        view = memoryview(self.data)
        return b"".join(view[self.starts[a] : self.ends[b - 1] + 1] for a, b in runs)


def find_lines(data: bytes) -> Lines:
    """The lines of ``data``, which ends with LF."""
    ends = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == _LF).astype(np.int64)
    starts = np.concatenate((np.zeros(1, dtype=np.int64), ends[:-1] + 1))
    return Lines(data, starts, ends)


def undecodable(lines: Lines) -> Mask:
    """Lines in which some byte had no meaning in the file's encoding."""
    if lines.data.isascii():  # quicker than to look for three bytes
        return np.zeros(len(lines), dtype=np.bool_)
    return lines.holding(_REPLACEMENT)


def tight(lines: Lines, delimiter: str, *, quoted: bool) -> bool:
    """Whether surely no field begins or ends with a blank, so that there is nothing to trim.

    Told of plain ASCII without quotes and without blanks other than the space; of all else it is not sure.
    """
    data = lines.data
    others = [blank for blank in (b"\t", b"\x0b", b"\x0c", b"\r") if blank != delimiter.encode()]
    if delimiter == " " or not data.isascii() or any(blank in data for blank in others):
        return False
    if quoted and b'"' in data:
        return False
    octets = np.frombuffer(data, dtype=np.uint8)
    space, edge = octets == _SPACE, (octets == ord(delimiter)) | (octets == _LF)
    within = (space[1:] & edge[:-1]).any() or (space[:-1] & edge[1:]).any()
    return not within and not data.startswith(b" ")


def field_counts(lines: Lines, delimiter: str, *, quoted: bool) -> tuple[npt.NDArray[np.int32], Mask]:
    """Fields of each line, and which lines need a closer look because of their quotes.

    A line needs one when its quotes are odd in number, or stand where a quote neither opens nor closes
    a field.  Its count is then meaningless.
    """
    octets = np.frombuffer(lines.data, dtype=np.uint8)
    delimiters = np.flatnonzero(octets == ord(delimiter))
    odd = np.zeros(len(lines), dtype=np.bool_)
    if quoted and b'"' in lines.data:
        quotes = np.flatnonzero(octets == _QUOTE)
        fields = _wholly_quoted(quotes, delimiters, lines)
        if fields:
            return np.full(len(lines), fields, dtype=np.int32), odd
        odd = (_per_line(quotes, lines) & 1).astype(np.bool_)
        if odd.any():
            quotes = quotes[~odd[np.searchsorted(lines.ends, quotes)]]
        stray = _stray(octets, quotes, ord(delimiter))
        odd[np.searchsorted(lines.ends, stray)] = True
        is_quote = np.zeros(len(octets), dtype=np.uint8)
        is_quote[quotes] = 1
        inside = np.cumsum(is_quote, dtype=np.uint8)[delimiters] & 1
        delimiters = delimiters[inside == 0]
    return (_per_line(delimiters, lines) + 1).astype(np.int32), odd


def _wholly_quoted(quotes: Positions, delimiters: Positions, lines: Lines) -> int:
    """The number of fields when every one is quoted and holds no quote or delimiter, else 0."""
    fields, rest = divmod(len(quotes), 2 * len(lines))
    if rest or not fields or len(delimiters) != (fields - 1) * len(lines):
        return 0
    opening, closing = quotes[0::2].reshape(len(lines), fields), quotes[1::2].reshape(len(lines), fields)
    between = delimiters.reshape(len(lines), fields - 1)
    regular = (
        np.array_equal(opening[:, 0], lines.starts)
        and np.array_equal(closing[:, -1], lines.ends - 1)
        and np.array_equal(closing[:, :-1] + 1, between)
        and np.array_equal(opening[:, 1:] - 1, between)
    )
    return fields if regular else 0


def _stray(octets: npt.NDArray[np.uint8], quotes: Positions, delimiter: int) -> Positions:
    """Opening quotes not at the start of a field, and closing ones not at its end; ``""`` is neither.

    Every line has an even number of ``quotes``, so they open and close by turns.
    """
    allowed = np.zeros(256, dtype=np.bool_)
    allowed[[delimiter, _LF, _QUOTE]] = True
    opening, closing = quotes[0::2], quotes[1::2]
    fine_opening = allowed[octets[opening - 1]] | (opening == 0)
    fine_closing = allowed[octets[closing + 1]]  # a line always ends with LF
    return np.concatenate((opening[~fine_opening], closing[~fine_closing]))


def _per_line(places: Positions, lines: Lines) -> Positions:
    upto = np.searchsorted(places, lines.ends)
    return np.diff(upto, prepend=0)
