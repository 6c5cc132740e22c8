"""An account as placed by a client: who is owed what, since when."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class AccountStatus(StrEnum):
    """The field's account status codes (docs/architecture.md, "Vocabulary")."""

    NEW = "NEW"
    SKIP = "SKP"
    PROMISE_PENDING = "PRP"
    PROMISE_DELINQUENT = "PGD"
    PLAN_ACTIVE = "PPA"
    PLAN_DELINQUENT = "PPD"
    RETURNED_PAYMENT = "NSF"
    DISPUTED = "DIS"
    VALIDATION = "VAL"
    CEASE = "CND"
    ATTORNEY = "ATY"
    BANKRUPTCY = "BKY"
    DECEASED = "DEC"
    MILITARY = "SCRA"
    HARDSHIP = "HRD"
    LEGAL = "LGL"
    JUDGMENT = "JDG"
    GARNISHMENT = "GAR"
    PAID_IN_FULL = "PIF"
    SETTLED_IN_FULL = "SIF"
    RETURNED_TO_CLIENT = "RTC"
    WRITTEN_OFF = "WOF"
    TIME_BARRED = "SOL"


@dataclass(frozen=True, slots=True)
class Balance:
    """What is owed, in cents, by part.

    ``total`` is what the client stated, moved by what was recorded since; not a sum of the parts.
    """

    total: int
    principal: int | None = None
    interest: int | None = None
    fees: int | None = None
    costs: int | None = None
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class Account:
    """The terms of one placed account.  ``account_number`` is the client's own, always text.

    ``stated_balance`` is the client's last statement where payments or adjustments of ours moved
    ``balance`` since; None: ``balance`` is the client's.
    """

    account_id: str
    account_number: str
    client: str
    balance: Balance
    status: AccountStatus = AccountStatus.NEW
    original_creditor: str = ""
    original_account_number: str = ""
    debt_kind: str = ""
    placed_on: date | None = None
    opened_on: date | None = None
    itemisation_on: date | None = None
    delinquent_on: date | None = None
    charged_off_on: date | None = None
    last_payment_on: date | None = None
    statute_expires_on: date | None = None
    created_at: datetime | None = None
    extra: dict[str, str] = field(default_factory=dict)
    stated_balance: Balance | None = None
