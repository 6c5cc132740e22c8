"""Money in and out of an account; append-only, an error is reversed by a new entry."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LedgerKind(StrEnum):
    """What moved the balance."""

    PLACEMENT = "placement"
    PAYMENT = "payment"
    ADJUSTMENT = "adjustment"
    INTEREST = "interest"
    FEE = "fee"
    COST = "cost"
    REVERSAL = "reversal"


class PaymentMethod(StrEnum):
    """How a payment came."""

    CASH = "cash"
    CHECK = "check"
    MONEY_ORDER = "money_order"
    CARD = "card"
    ACH = "ach"
    WIRE = "wire"
    TO_CLIENT = "to_client"
    OTHER = "other"


class LedgerPart(StrEnum):
    """The part of the balance an entry moves; ``total`` where the client gave no parts."""

    PRINCIPAL = "principal"
    INTEREST = "interest"
    FEES = "fees"
    COSTS = "costs"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """``cents`` is signed: positive raises what is owed, negative (a payment) lowers it.

    Entries of one act (a payment spread over parts) share ``act_id``; ``note`` is the reason of an
    adjustment or reversal, and empty where the client's own file moved the balance.
    """

    entry_id: str
    kind: LedgerKind
    part: LedgerPart
    cents: int
    effective_on: date
    recorded_at: datetime
    currency: str = "USD"
    reference: str = ""
    reverses: str = ""
    actor: str = ""
    method: str = ""
    act_id: str = ""
    note: str = ""
