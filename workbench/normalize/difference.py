"""Where two texts differ, character by character; pure."""

import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_LEAST_ALIKE = 0.45
"""Below this likeness two texts have nothing in common worth pointing at."""
_ISLAND = 3
"""Fewer equal characters than this between two differences are chance."""
_NEARLY = 0.75
"""From this likeness on even one equal character at either end is no chance."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text: the same as on the other side, or not."""

    text: str
    same: bool


def differences(left: str, right: str) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """``left`` and ``right`` cut into pieces that agree and pieces that do not; joined they are the texts.

    Case and accents do not count.  Texts that have little in common differ as a whole.
    """
    one, other = _compared(left), _compared(right)
    if one == other:
        return _whole(left, same=True), _whole(right, same=True)
    if Indel.normalized_similarity(one, other) < _LEAST_ALIKE:
        return _whole(left, same=False), _whole(right, same=False)
    same_left, same_right = [False] * len(left), [False] * len(right)
    near = Indel.normalized_similarity(one, other) >= _NEARLY
    for operation in Indel.opcodes(one, other):
        if operation.tag == "equal":
            size = operation.src_end - operation.src_start
            edge = near and _at_an_edge(operation.src_start, operation.src_end, len(one))
            if size >= _ISLAND or edge:
                for i in range(size):
                    same_left[operation.src_start + i] = True
                    same_right[operation.dest_start + i] = True
    return _cut(left, same_left), _cut(right, same_right)


def _compared(text: str) -> str:
    """One character for each of ``text``, without case and accents."""
    return "".join((unicodedata.normalize("NFKD", char)[:1] or char).casefold()[:1] or char for char in text)


def _at_an_edge(start: int, end: int, length: int) -> bool:
    return start == 0 or end == length


def _whole(text: str, *, same: bool) -> tuple[Segment, ...]:
    return (Segment(text, same),) if text else ()


def _cut(text: str, same: list[bool]) -> tuple[Segment, ...]:
    pieces: list[Segment] = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or same[i] != same[start]:
            pieces.append(Segment(text[start:i], same[start]))
            start = i
    return tuple(pieces)
