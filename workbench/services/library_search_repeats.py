"""Rows that say the very same of somebody: yearly rolls of one register, copies of one origin.

They are one hit.  Whoever looks at it is told every file that says so; nothing that only one of them says
(a phone, an address, an employer) is ever hidden, for such a row is no repeat.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from workbench.services.library_search_candidates import Source
from workbench.vault.library_lookups import Span, StoredRow
from workbench.vault.library_rows import COLUMNS

_OF_THE_FILE = frozenset(
    ["row_number", "record_id", "name_raw", "as_of", "address_raw", "mailing_raw", "birth_year_slack"]
)
"""What tells of the row and of how it was written, not of the person."""
_SAID = tuple(column for column in COLUMNS if column not in _OF_THE_FILE)
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another row that says the same: where, as of when, and for which purpose it was imported."""

    import_id: str
    file_name: str
    row_number: int
    record_id: str
    as_of: date | None
    imported_at: datetime
    purpose: str


def said_of(row: StoredRow) -> tuple[Any, ...] | None:
    """What a row says of its person; None without a birth, where a father and his son read alike."""
    if not row.values["birth_year"]:
        return None
    return tuple(row.values[column] or "" for column in _SAID)


def same_elsewhere(source: Source, row: StoredRow) -> Iterator[Elsewhere]:
    """Every row of ``source`` that says the same as ``row``, itself too if it is of that file."""
    of, said = row.values, said_of(row)
    if said is None or not of["last"]:
        return
    first = of["first"] or ""
    named = source.lookups.named(
        (of["last"],),
        Span.word(first) if first else None,
        years=(of["birth_year"], of["birth_year"]),
        limit=_MOST,
    )
    people = [one.person for one in named if first.startswith(one.first)]
    for other in source.lookups.rows(list(dict.fromkeys(people))):
        if said_of(other) == said:
            yield _elsewhere(source, other)


def _elsewhere(source: Source, row: StoredRow) -> Elsewhere:
    record, of = source.record, row.values
    return Elsewhere(
        import_id=record.import_id,
        file_name=record.file_name,
        row_number=of["row_number"],
        record_id=of["record_id"] or "",
        as_of=date.fromisoformat(of["as_of"]) if of["as_of"] else None,
        imported_at=record.imported_at,
        purpose=record.purpose,
    )
