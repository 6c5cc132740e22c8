"""What a person may set about matching; the hard caps are not among it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MatchSettings:
    """Limits of one matching run.

    ``strong`` and ``review`` are least P(same) of the bands; ``least_same`` and ``least_relative`` are
    what a candidate must reach to be a lead at all.  ``shared_limit``: a phone or e-mail of more people
    than this counts for nothing.  ``block_rows`` and ``block_pairs``: a block with more record rows, or
    more record × debtor pairs, is skipped and reported.  ``slice_rows`` bounds the work in memory.
    """

    strong: float = 0.95
    review: float = 0.50
    least_same: float = 0.01
    least_relative: float = 0.50
    leads_per_debtor: int = 5
    relatives_per_debtor: int = 5
    ambiguous_bits: float = 3.0
    years_apart: int = 15
    shared_limit: int = 6
    block_rows: int = 20_000
    block_pairs: int = 400_000
    slice_rows: int = 65_536
