"""Where a North American number's area code is: whether a phone fits a state.

From ``resources/reference/zones.toml``; area codes made after the table are unknown, not wrong.  A number
moves with its owner, so that a code of another state is a hint and no proof.
"""

from collections.abc import Mapping
from functools import cache

import polars as pl

from workbench.normalize import reference


@cache
def _states() -> Mapping[str, str]:
    """Area code to state, "" for codes of no place."""
    table = reference.toml("zones")
    states = {code: row.split(" ", 1)[0] for code, row in table["area_codes"].items()}
    return {**states, **dict.fromkeys(table["not_geographic"]["codes"], "")}


def area_state(number: str) -> str | None:
    """Two letters of the state of ten digits' area code, "" for one of no place; None where it is unknown."""
    return _states().get(number[:3]) if len(number) == 10 else None


def fits_state(number: str, state: str) -> bool | None:
    """Whether the area code is of this state; None where code or state say nothing."""
    found = area_state(number)
    return found == state if found and state else None


def area_states(expr: pl.Expr) -> pl.Expr:
    """``area_state`` of every number; null where it is unknown."""
    codes = expr.str.head(3).replace_strict(
        list(_states()), list(_states().values()), default=None, return_dtype=pl.String
    )
    return pl.when(expr.str.len_bytes() == 10).then(codes)
