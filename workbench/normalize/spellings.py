"""What is worked out of texts that come again and again, over as many columns as there are."""

from collections.abc import Callable
from threading import Lock

import numpy as np
import polars as pl


class Spellings:
    """What is worked out once a spelling, remembered over many columns; several threads may ask.

    ``rule`` makes a frame of a column of distinct spellings, row by row.  Once there are more than ``most``
    of them it begins anew.
    """

    def __init__(self, rule: Callable[[pl.Series], pl.DataFrame], most: int = 1 << 17) -> None:
        self._rule = rule
        self._most = most
        self._lock = Lock()
        self._begin()

    def _begin(self) -> None:
        """Remember nothing but what the absent value gives, which stands first."""
        self._numbers = pl.Categorical(pl.Categories.random())
        self._kept = pl.Series([None], dtype=self._numbers)  # numbers last as long as a column of them
        self._known = self._rule(pl.Series([None], dtype=pl.String()))

    def of(self, values: pl.Series) -> pl.DataFrame:
        """What the rule makes of each of ``values``."""
        with self._lock:
            if self._known.height > self._most:
                self._begin()
            at = values.cast(self._numbers).to_physical() + 1
            fresh = (at >= self._known.height).fill_null(value=False).arg_true()
            if len(fresh):
                numbers, where = at.gather(fresh).to_numpy() - self._known.height, fresh.to_numpy()
                place = np.zeros(int(numbers.max()) + 1, dtype=np.int64)
                place[numbers] = where  # new numbers follow each other; any row of a spelling will do
                self._known = pl.concat([self._known, self._rule(values.gather(place))], rechunk=True)
            known = self._known
        return known.select_seq(pl.all().gather(at.fill_null(0)))
