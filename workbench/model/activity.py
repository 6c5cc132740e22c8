"""What was done on an account; append-only, a correction is a new entry that names the old one."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class ActivityKind(StrEnum):
    """The three things a specialist records, and what the program records by itself."""

    LOCATE = "locate"
    CONTACT = "contact"
    NOTE = "note"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Activity:
    """One entry of the timeline.

    ``attempt``, ``conversation`` and ``right_party`` are set by the result code's own flags, never
    inferred from its text.  ``zone`` is the IANA zone that mattered at ``at``.  ``corrects`` is the id
    of the entry this one takes back or mends.
    """

    activity_id: str
    kind: ActivityKind
    at: datetime
    actor: str
    text: str = ""
    action_code: str = ""
    result_code: str = ""
    channel: str = ""
    contact_id: str = ""
    party_id: str = ""
    attempt: bool = False
    conversation: bool = False
    right_party: bool = False
    zone: str = ""
    cost_cents: int = 0
    corrects: str = ""
    details: dict[str, str] = field(default_factory=dict)
