"""What is to be done on an account, and one account as a worklist shows, sorts and filters it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from workbench.model.account import AccountStatus
from workbench.model.conditions import Condition


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
    zip_code: str
    promise_due_on: date | None
    promises_broken: int
    created_at: datetime | None
    commit_seq: int


class AccountOrder(StrEnum):
    """What a list of accounts can be sorted by; the first eight have an index that covers them."""

    NUMBER = "number"
    CLIENT = "client"
    NAME = "name"
    STATUS = "status"
    BALANCE = "balance"
    NEXT_ACTION = "next_action"
    LAST_ACTIVITY = "last_activity"
    PENDING_LEADS = "pending_leads"
    CITY = "city"
    STATE = "state"
    ASSIGNEE = "assignee"
    CREDITOR = "creditor"
    PLACED = "placed"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class AccountFilter:
    """Which accounts a list shows; what is None (or empty) does not limit.

    ``due_by`` takes accounts whose next action is on or before that day; ``without_next_action`` takes
    those that have none.  ``text`` is searched as the user types it: number, names, addresses, phones;
    ``conditions`` must all hold too.
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
    conditions: tuple[Condition, ...] = ()
