"""Why two descriptions may be one person, as data: every number shown is computed from these rows."""

from dataclasses import dataclass
from enum import StrEnum


class Band(StrEnum):
    """How a lead is offered; the limits are settings, the hard caps are not."""

    STRONG = "strong"
    REVIEW = "review"
    WEAK = "weak"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """One compared field.

    ``bits`` is log2(m/u), same person against a stranger; ``relative_bits`` is log2(r/u), a relative
    against a stranger.  Positive speaks for.  ``frequency`` says how common the shared value is
    (``SMITH: 1 in 85``), empty where that does not apply.
    """

    field: str
    level: str
    debtor_value: str
    record_value: str
    bits: float
    relative_bits: float
    frequency: str = ""

    @property
    def against(self) -> bool:
        """Whether this field speaks against the same person."""
        return self.bits < 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole reasoning for one lead; additive:

    ``bits == start_bits + sum(f.bits for f in fields) + relative_adjustment`` (to rounding), where
    ``start_bits`` = log2 p_same − log2 p_stranger and ``relative_adjustment`` ≤ 0 is what the
    possibility of a relative costs.  ``p_same`` and ``p_relative`` are after sharing among the
    candidates of one debtor, "not in this file" included; ``band`` is after the hard caps.
    """

    start_bits: float
    fields: tuple[FieldEvidence, ...]
    relative_start_bits: float
    relative_adjustment: float
    bits: float
    p_same: float
    p_relative: float
    band: Band
    caps: tuple[str, ...]
    namesakes: int
    candidates: int
    sentence: str
    weights_version: str
