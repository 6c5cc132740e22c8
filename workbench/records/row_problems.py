"""Reasons for not taking a row, in words that carry nothing of the row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workbench.model.importing import RowProblem

RAW_KEPT = 65_536
"""Characters of a rejected row that are kept for the reject file."""

NO_NAME = "no name in this row"
HEADER_AGAIN = "the header again"
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


def in_columns(reason: str, columns: Sequence[str]) -> str:
    """``reason`` with the columns it is about; as it is when they are not known."""
    if not columns:
        return reason
    word = "column" if len(columns) == 1 else "columns"
    return f"{reason} ({word} {', '.join(columns)})"


def rejected(row_number: int, reason: str, raw: str, columns: Sequence[str] = ()) -> RejectedRow:
    """The rejection of the 1-based data row ``row_number``, naming ``columns``; an overlong text is cut."""
    return RejectedRow(RowProblem(row_number, in_columns(reason, columns)), raw[:RAW_KEPT])


def column_at_fault(reason: str, fields: Sequence[str], columns: Sequence[str]) -> tuple[str, ...]:
    """The column of the first field that is why a row is rejected for ``reason``; () when none is."""
    test = _AT_FAULT.get(reason)
    if test is None or not fields:
        return ()
    if reason == OVERSIZE_FIELD:
        at = max(range(len(fields)), key=lambda i: len(fields[i]))
        return (columns[at],) if at < len(columns) else ()
    return tuple(c for c, f in zip(columns, fields, strict=False) if test(f))[:1]


_AT_FAULT: dict[str, Callable[[str], bool]] = {
    NUL: lambda field: "\0" in field,
    UNDECODABLE: lambda field: "\N{REPLACEMENT CHARACTER}" in field,
    UNCLOSED: lambda field: field.startswith('"') and field.count('"') % 2 == 1,
    OVERSIZE_FIELD: lambda _field: True,
}
