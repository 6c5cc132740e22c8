"""The history of a case: one change per commit, with the values it replaced."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """One thing a commit touched.  ``before`` is the superseded value, None where there was none."""

    kind: str
    object_id: str
    operation: str
    before: object | None = None


@dataclass(frozen=True, slots=True)
class CaseChange:
    """One commit to a case: the audit entry with the values it replaced.  ``seq`` counts from 1."""

    seq: int
    at: datetime
    actor: str
    action: str
    reason: str
    items: tuple[ChangedItem, ...]
