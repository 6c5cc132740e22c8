"""A lead: a record that may be about a party of an account, with its reasons and its judgment."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workbench.model.explanation import Explanation
from workbench.model.party import PartyRole


class LeadStatus(StrEnum):
    """Pending leads live in the catalog; judged ones in the case file."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"


class RejectReason(StrEnum):
    """Why a reviewer rejected a lead; becomes a wrong-party tombstone."""

    OTHER_PERSON = "other_person"
    SAME_NAME = "same_name"
    DECEASED = "deceased"
    TOO_OLD = "too_old"
    WRONG_COUNTY = "wrong_county"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RecordPerson:
    """The person of a public record as the file has them; every value is display text.

    ``facts`` are the row's other mapped fields worth keeping (``employer``, ``licence``, ``parcel``).
    ``person_key`` identifies this description of a person (matching's key of its comparable values): a
    rejected key is not proposed again, a record that brings something new has another key.
    """

    import_id: str
    record_id: str
    row_number: int
    role: str
    name: str
    birth: str = ""
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    facts: dict[str, str] | None = None
    as_of: date | None = None
    person_key: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """One proposed match.

    ``rank`` is 1 for the best candidate of a party.  ``debtor_key`` identifies the debtor across accounts
    (matching's key), so that what is rejected for one account of theirs is rejected for all.  ``group_id`` of
    a judged lead is the first of those it was judged with, as one person.  ``edition_note`` says what a newer
    edition of the file changed; ``gone``: the newer edition does not have the record.  ``proposed_by`` and
    ``proposed_at``: a person proposed it by hand, so it waits until somebody judges it (``withdrawn``: until
    that was taken back); ``matched``: a match finds it (too).  ``joins`` is set when the person joined the
    case as somebody near the party in the earlier edition, so never as the party; ``accepted_as`` as what an
    accepted one joined, None for the party.
    """

    lead_id: str
    account_id: str
    party_id: str
    person: RecordPerson
    explanation: Explanation
    rank: int
    status: LeadStatus = LeadStatus.PENDING
    created_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: str = ""
    reason: RejectReason | None = None
    note: str = ""
    debtor_key: str = ""
    group_id: str = ""
    edition_note: str = ""
    gone: bool = False
    proposed_by: str = ""
    proposed_at: datetime | None = None
    matched: bool = True
    withdrawn: bool = False
    joins: PartyRole | None = None
    accepted_as: PartyRole | None = None

    @property
    def proposed(self) -> bool:
        """Whether a person proposed it and nobody took that back."""
        return self.proposed_at is not None and not self.withdrawn
