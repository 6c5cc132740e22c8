"""Which of a few known codes the codes of a long column are."""

import numpy as np

from workbench.matching.arrays import Codes, Index, taken

_ROOM = 32
"""Places of the sieve for each known code: a code that is none of them passes it once in so many times."""
_MOST = 22
"""Bits of the largest sieve."""
_APART = 2
"""Bits by which there are more places to begin at than known codes: most are found where they begin."""


class Lookup:
    """Sorted, distinct, non-zero codes, looked for in columns of any length.

    A sieve over the last bits of a code, small enough for the processor's cache, lets through little but what
    is there; the first bits of a code then say where to look for it.  Codes are taken for evenly spread: of
    others it finds the same, only slower.
    """

    def __init__(self, known: Codes) -> None:
        places = 1 << min(max(known.size * _ROOM, 64).bit_length(), _MOST)
        self._last = np.uint64(places - 1)
        self._sieve = np.zeros(places, dtype=np.bool_)
        self._sieve[known & self._last] = True
        self._shift = np.uint64(64 - min(max(known.size, 2).bit_length() + _APART, _MOST))
        begins = np.arange(1 << (64 - int(self._shift)), dtype=np.uint64) << self._shift
        self._start = np.searchsorted(known, begins)
        self._steps = int(np.diff(self._start, append=known.size).max(initial=0))
        self._known = np.concatenate([known, np.zeros(self._steps, dtype=np.uint64)])  # no code is 0

    def find(self, codes: Codes) -> tuple[Index, Index]:
        """Where in ``codes`` a known one stands, in order, and which of the known it is."""
        at = np.flatnonzero(taken(self._sieve, (codes & self._last).view(np.int64)))
        asked = taken(codes, at)
        which = taken(self._start, (asked >> self._shift).view(np.int64))
        left = np.flatnonzero(taken(self._known, which) != asked)
        if not left.size:
            return at, which
        first, asked = which[left] + 1, asked[left]
        which[left] = -1
        for place in (first + step for step in range(self._steps - 1)):
            here = np.flatnonzero(taken(self._known, place) == asked)
            which[left[here]] = place[here]
        found = np.flatnonzero(which >= 0)
        return at[found], which[found]
