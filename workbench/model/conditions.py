"""What a list of accounts asks for, as values: the filter line makes them, the vault turns them into SQL."""

from dataclasses import dataclass
from enum import StrEnum


class ListField(StrEnum):
    """What of an account a list can ask for."""

    STATUS = "status"
    BALANCE = "balance"
    DUE = "due"
    NEXT = "next"
    CLIENT = "client"
    CREDITOR = "creditor"
    TAG = "tag"
    LEADS = "leads"
    ZIP = "zip"
    STATE = "state"
    CITY = "city"
    ASSIGNEE = "assignee"
    PLACED = "placed"
    ACTIVITY = "activity"
    PHONES = "phones"
    ADDRESSES = "addresses"
    PROMISE = "promise"
    BROKEN = "broken"
    LOCATED = "located"
    IMPORT = "import"
    EDITION = "edition"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on one field; several conditions must all hold.

    ``values``: one of them (status codes; text fields compare without case, client, city and next by what
    they contain, zip by how it begins).  ``low`` and ``high`` bound a number (cents for a balance) or an ISO
    day, both included.  ``present`` asks whether there is a value at all.  ``negated`` turns it round.
    """

    field: ListField
    values: tuple[str, ...] = ()
    low: int | str | None = None
    high: int | str | None = None
    present: bool | None = None
    negated: bool = False
