"""Files kept inside a case file."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a stored file; its bytes are read separately.  ``digest`` is SHA-256 in hex."""

    document_id: str
    name: str
    media_type: str
    size: int
    digest: str
    added_at: datetime
    actor: str = ""
    note: str = ""
