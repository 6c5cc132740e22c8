"""The debtors of one run, prepared once: positions, address rows, contact values."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from workbench.base.errors import UserError
from workbench.matching.arrays import Bools, Index
from workbench.matching.people import NameMemory, People, Places, people, places, with_name_columns
from workbench.matching.plain_address import plain_lines
from workbench.matching.womens_names import womens
from workbench.normalize.tables import Debtors


class DebtorsError(UserError):
    """The debtors handed to matching are not what they must be."""

    code = "debtors"


@dataclass(frozen=True, slots=True)
class DebtorIndex:
    """Debtors by position ``d`` (ordered by id, so that the order given does not matter).

    ``places`` are all their addresses, best first within a debtor: those of ``d`` are
    ``place_start[d] .. place_start[d + 1]``; ``current[a]`` is false for a prior address.  ``phones`` and
    ``emails`` have columns d, value: one row each.  ``woman`` says whose first name is a woman's.
    """

    people: People
    places: Places
    place_owner: Index
    place_start: Index
    current: Bools
    phones: pl.DataFrame
    emails: pl.DataFrame
    woman: Bools

    @property
    def count(self) -> int:
        """How many debtors."""
        return self.people.frame.height


def index_debtors(debtors: Debtors, memory: NameMemory | None = None) -> DebtorIndex:
    """Prepare debtors; DebtorsError when an id is missing or repeated.  Addresses of others are ignored.

    ``memory``: what is worked out of names, for those that come after.
    """
    ids = debtors.people["debtor_id"]
    if ids.null_count() or ids.n_unique() != ids.len():
        raise DebtorsError(
            "Every debtor needs an id of its own.", hint="One id is missing or appears more than once."
        )
    frame = with_name_columns(debtors.people.sort("debtor_id"), memory).with_row_index("d")
    owned = (
        debtors.addresses.with_row_index("place_order")
        .join(frame.select("debtor_id", "d"), on="debtor_id", how="inner")
        .sort("d", "place_order")
    )
    owner = owned["d"].to_numpy().astype(np.int64)
    homes = places(owned, "address")
    return DebtorIndex(
        people=people(frame),
        places=replace(homes, plain=plain_lines(homes.frame)),
        place_owner=owner,
        place_start=np.searchsorted(owner, np.arange(frame.height + 1)).astype(np.int64),
        current=owned["current"].fill_null(value=True).to_numpy(),
        phones=_values(frame, "phones"),
        emails=_values(frame, "emails"),
        woman=womens(frame),
    )


def _values(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """Columns d, value: the debtor's values, each once."""
    return (
        frame.select("d", pl.col(column).alias("value"))
        .explode("value")
        .drop_nulls()
        .unique(maintain_order=True)
    )
