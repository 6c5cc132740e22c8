"""Imports: what came in, when, from which file, with which result."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workbench.model.presence import Presence


class ImportKind(StrEnum):
    """The two kinds of file a specialist brings in."""

    ACCOUNTS = "accounts"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that was not taken: 1-based data row and the reason in words, without the row's values."""

    row_number: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """``read == accepted + rejected + duplicate`` always holds."""

    read: int
    accepted: int
    rejected: int
    duplicate: int

    def __post_init__(self) -> None:
        if self.read != self.accepted + self.rejected + self.duplicate:
            raise ValueError("import counts do not reconcile")


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import as the registry in vault.db keeps it.  ``file_digest`` is SHA-256 in hex.

    ``edition_of`` is the import of the earlier edition of the same file, "" for none.  The
    ``presence…`` are what matching it with all debtors told last time; no debtors: it never was.
    """

    import_id: str
    kind: ImportKind
    file_name: str
    file_digest: str
    profile_id: str
    purpose: str
    counts: ImportCounts
    imported_at: datetime
    actor: str
    undone_at: datetime | None = None
    edition_of: str = ""
    presence: float = 0.0
    presence_debtors: int = 0
    presence_at_home: float = 0.0
    presence_relatives: float = 0.0

    @property
    def told(self) -> Presence:
        """Who the file seemed to hold when it was last matched with all debtors."""
        return Presence(self.presence, self.presence_debtors, self.presence_at_home, self.presence_relatives)

    def telling(self, told: Presence) -> "ImportRecord":
        """The same import, about which a match told that."""
        return replace(
            self,
            presence=told.share,
            presence_debtors=told.debtors,
            presence_at_home=told.at_home,
            presence_relatives=told.relatives,
        )
