"""Values that only storage knows: tombstones, identifiers, rejected rows, stored texts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class TombstoneKind(StrEnum):
    """What was ruled out: a record's person for a party, or a contact value for everybody."""

    PERSON = "person"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A wrong party or a disproved contact value that is not to be proposed again.

    For PERSON ``value`` is the record's ``person_key`` (its record id where it has none) and
    ``account_id``, ``party_id`` and ``debtor_key`` say whom the person is not.  For a contact value
    ``value`` is its normalised form.  ``as_of`` is the rejected record's own date.
    """

    kind: TombstoneKind
    value: str
    account_id: str
    party_id: str
    decided_at: datetime | None = None
    reason: str = ""
    debtor_key: str = ""
    import_id: str = ""
    record_id: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """Who in the book has an identifier, e.g. ``("phone", "2175550101")``."""

    kind: str
    value: str
    account_id: str
    party_id: str


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was not taken: 1-based data row, the reason in words, the row's own text."""

    row_number: int
    reason: str
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A named, versioned text kept in vault.db: a rule pack or a letter template."""

    kind: str
    name: str
    version: str
    body: str
