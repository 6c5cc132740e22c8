"""Who said what about a party or a contact point, and when: nothing in a case stands without it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement by one source.

    ``subject_id`` is the party, contact point or account it speaks of; ``origin`` names whose data it
    is (resellers of one origin count once); ``row_number`` is 1-based over data rows of the file.
    """

    evidence_id: str
    subject_id: str
    source_kind: str
    origin: str
    statement: str
    recorded_at: datetime
    import_id: str = ""
    file_digest: str = ""
    row_number: int | None = None
    record_id: str = ""
    as_of: date | None = None
    purpose: str = ""
    actor: str = ""
