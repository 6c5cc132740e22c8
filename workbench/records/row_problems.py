"""Reasons for not taking a row, in words that carry nothing of the row."""

from dataclasses import dataclass, field

from workbench.model.importing import RowProblem

RAW_KEPT = 65_536
"""Characters of a rejected row that are kept for the reject file."""

NO_NAME = "no name in this row"
NUL = "holds NUL characters"
UNDECODABLE = "holds bytes that are not valid in the file's encoding"
UNCLOSED = "a quoted field is not closed"
OVERSIZE_RECORD = "the record is longer than allowed (record_bytes)"
OVERSIZE_FIELD = "a field is longer than allowed (field_bytes)"
CONTROL = "holds control characters that cannot be part of a fixed-width record"


def wrong_fields(expected: int, found: int) -> str:
    """Too few or too many fields."""
    return f"{expected} fields expected, {found} found"


def wrong_length(expected: int, found: int) -> str:
    """A fixed-width record of another length."""
    return f"{expected} characters expected, {found} found"


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row not taken: its problem, and its own text (personal data) for the encrypted reject file."""

    problem: RowProblem
    raw: str = field(repr=False)


def rejected(row_number: int, reason: str, raw: str) -> RejectedRow:
    """The rejection of the 1-based data row ``row_number``; an overlong text is cut."""
    return RejectedRow(RowProblem(row_number, reason), raw[:RAW_KEPT])
