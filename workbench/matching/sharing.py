"""How many people share a phone or an e-mail: counted on the way, up to a limit."""

from threading import Lock

import numpy as np
import polars as pl

from workbench.matching.arrays import Codes, Index
from workbench.matching.keys import KINDS

CONTACT_KINDS = {"phone": KINDS.index("phone"), "email": KINDS.index("email")}
"""Fields compared through shared values, and the kinds of block that find them."""


class Sharing:
    """How many people of the file share each of the debtors' phones and e-mails; several threads may add."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = Lock()
        self._people = {field: _no_bearers() for field in CONTACT_KINDS}

    def add(self, field: str, block: Index, person: Codes) -> None:
        """Record bearers of a slice: block numbers and codes of the bearers' names."""
        fresh = pl.DataFrame({"block": block, "person": person}, schema=_BEARER)
        with self._lock:
            people = pl.concat([self._people[field], fresh]).unique().sort("block", "person")
            self._people[field] = people.group_by("block", maintain_order=True).head(self._limit + 1)

    def count(self, field: str, blocks: int) -> Index:
        """Per block, the different people seen with it, up to one more than the limit."""
        return np.bincount(self._people[field]["block"].to_numpy(), minlength=blocks)


_BEARER = {"block": pl.Int64(), "person": pl.UInt64()}


def _no_bearers() -> pl.DataFrame:
    """No bearers yet."""
    return pl.DataFrame(schema=_BEARER)
