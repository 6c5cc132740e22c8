"""Values that only storage knows: list rows, tombstones, changes of a case, rejected rows."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from workbench.model.account import AccountStatus
from workbench.model.importing import ImportKind


@dataclass(frozen=True, slots=True)
class WorkState:
    """What is to happen next on an account, who does it, and its tags; kept in the case file."""

    next_action: str = ""
    next_action_on: date | None = None
    assignee: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One line of a worklist, from the catalog.  Amounts in cents; ``commit_seq`` counts commits."""

    account_id: str
    account_number: str
    client: str
    creditor: str
    status: AccountStatus
    balance_cents: int
    currency: str
    debtor_name: str
    city: str
    state: str
    birth_year: int | None
    next_action: str
    next_action_on: date | None
    assignee: str
    tags: tuple[str, ...]
    last_activity_at: datetime | None
    phones: int
    addresses: int
    pending_leads: int
    placed_on: date | None
    created_at: datetime | None
    commit_seq: int


class AccountOrder(StrEnum):
    """What a list of accounts can be sorted by; each is a covering index of the catalog."""

    NUMBER = "number"
    CLIENT = "client"
    NAME = "name"
    STATUS = "status"
    BALANCE = "balance"
    NEXT_ACTION = "next_action"
    LAST_ACTIVITY = "last_activity"
    PENDING_LEADS = "pending_leads"


@dataclass(frozen=True, slots=True)
class AccountFilter:
    """Which accounts a list shows; what is None (or empty) does not limit.

    ``due_by`` takes accounts whose next action is on or before that day; ``without_next_action`` takes
    those that have none.  ``text`` is searched as the user types it: number, names, addresses, phones.
    """

    client: str | None = None
    statuses: frozenset[AccountStatus] = field(default_factory=frozenset)
    assignee: str | None = None
    tag: str | None = None
    due_by: date | None = None
    without_next_action: bool = False
    with_pending_leads: bool = False
    balance_at_least: int | None = None
    balance_at_most: int | None = None
    text: str = ""


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


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was not taken: 1-based data row, the reason in words, the row's own text."""

    row_number: int
    reason: str
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """A client and its policy (JSON text; what it may hold is the compliance package's matter)."""

    client_id: str
    name: str
    policy: str = "{}"


@dataclass(frozen=True, slots=True)
class User:
    """A person who works in this vault; ``role`` is one of the product's role names."""

    user_id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """A mapping the user confirmed for files of one header fingerprint; ``toml`` is its text."""

    fingerprint: str
    kind: ImportKind
    toml: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Resource:
    """A named, versioned text kept in vault.db: a rule pack or a letter template."""

    kind: str
    name: str
    version: str
    body: str
