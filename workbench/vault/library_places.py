"""The distinct (city, state, ZIP) of a library file, numbered, so that a look-up table may carry a place."""

import polars as pl

PARTS = ("city", "state", "zip")
NO_PLACE = 0
"""The number of an address without city, state and ZIP."""


class PlaceNumbers:
    """Numbers places as they are met; memory grows with distinct places only."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, str], int] = {("", "", ""): NO_PLACE}
        self._fresh: list[tuple[int, str, str, str]] = []

    def numbers(self, frame: pl.DataFrame, prefix: str) -> pl.Series:
        """Per row of ``frame`` (PERSON_SCHEMA) the number of its place under ``prefix``."""
        parts = frame.select(pl.col(f"{prefix}_{part}").fill_null("").alias(part) for part in PARTS)
        distinct = parts.unique()
        numbered = distinct.with_columns(
            pl.Series("place", [self._number(row) for row in distinct.rows()], dtype=pl.Int64)
        )
        return parts.join(numbered, on=list(PARTS), how="left", maintain_order="left")["place"]

    def _number(self, place: tuple[str, ...]) -> int:
        city, state, zip_code = place
        known = self._numbers.get((city, state, zip_code))
        if known is None:
            known = self._numbers[city, state, zip_code] = len(self._numbers)
            self._fresh.append((known, city, state, zip_code))
        return known

    def fresh(self) -> list[tuple[int, str, str, str]]:
        """(number, city, state, ZIP) of the places met since this was asked last."""
        fresh, self._fresh = self._fresh, []
        return fresh
