"""Which rows of a file were there before, in eight bytes a row."""

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]


class SeenRows:
    """Remembers 64-bit row hashes as a few sorted arrays that are merged when they grow alike.

    Two different rows of ten million share a hash once in some 400,000 files; such a row would be counted
    as a duplicate.
    """

    def __init__(self) -> None:
        self._runs: list[Hashes] = []

    def first_time(self, hashes: Hashes) -> npt.NDArray[np.bool_]:
        """True where a hash is seen for the first time, in this call or any before."""
        if len(hashes) == 0:
            return np.zeros(0, dtype=np.bool_)
        distinct, first_at = _distinct(hashes)
        unseen = np.ones(len(distinct), dtype=np.bool_)
        for run in self._runs:  # both are sorted: a search begins where the last one ended
            places = np.minimum(np.searchsorted(run, distinct), len(run) - 1)
            unseen &= run[places] != distinct
        fresh = np.zeros(len(hashes), dtype=np.bool_)
        fresh[first_at[unseen]] = True
        self._add(distinct[unseen])
        return fresh

    def _add(self, run: Hashes) -> None:
        if len(run) == 0:
            return
        while self._runs and len(self._runs[-1]) <= 2 * len(run):
            run = np.sort(np.concatenate((self._runs.pop(), run)), kind="stable")
        self._runs.append(run)


def _distinct(hashes: Hashes) -> tuple[Hashes, npt.NDArray[np.intp]]:
    """The distinct hashes, sorted, and where each stands first; quick where none repeats."""
    order = np.argsort(hashes)
    ordered = hashes[order]
    if (ordered[1:] == ordered[:-1]).any():
        return np.unique(hashes, return_index=True)
    return ordered, order
