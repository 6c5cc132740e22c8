"""The terms of one placed account: numbers, balance and dates of its row."""

from datetime import date, datetime
from typing import Any

from workbench.base.ids import new_id
from workbench.model.account import Account, Balance
from workbench.records.placement_columns import DATE_FIELDS, PlacementMapping
from workbench.records.placement_dates import DateReader
from workbench.records.placement_values import RowRefusedError, RowValues, account_text, cents, part_cents

PARTS = ("principal", "interest", "fees", "costs")


def account_of(
    values: RowValues, mapping: PlacementMapping, dates: DateReader, *, client: str, now: datetime
) -> Account:
    """The account that the row states; RowRefusedError when it has no number or no usable balance.

    A row that names no client is ``client``'s, or where that is "" the original creditor's.
    """
    number = account_text(values, mapping.account_number)
    if not number:
        raise RowRefusedError("the account number is missing", mapping.account_number)
    creditor = values.value(mapping.original_creditor)
    days: dict[str, date | None] = {
        name: dates.account_date(values, getattr(mapping, name), future=name == "statute_expires_on")
        for name in DATE_FIELDS
        if getattr(mapping, name)
    }
    extra = {column: text for column in mapping.extra if (text := values.text((column,)))}
    notes = values.text(mapping.notes)
    fields: dict[str, Any] = days
    return Account(
        new_id(),
        number,
        values.value(mapping.client) or client or creditor,
        balance_of(values, mapping),
        original_creditor=creditor,
        original_account_number=_other_number(values, mapping),
        debt_kind=values.value(mapping.debt_kind),
        created_at=now,
        extra=extra | ({"notes": notes} if notes else {}),
        **fields,
    )


def _other_number(values: RowValues, mapping: PlacementMapping) -> str:
    """The original creditor's account number; one that lost its digits is left out, not refused."""
    try:
        return account_text(values, mapping.original_account_number)
    except RowRefusedError:
        source = mapping.original_account_number
        values.leave_unread(source, values.text(source), "in scientific notation")
        return ""


def balance_of(values: RowValues, mapping: PlacementMapping) -> Balance:
    """The balance in cents; RowRefusedError when there is none.

    A total that is missing is made of its parts; one that differs from their sum stands as the client's
    word, and the difference is noted.
    """
    currency = _currency(values, mapping)
    parts = {name: part_cents(values, getattr(mapping, name)) for name in PARTS if getattr(mapping, name)}
    stated = [amount for amount in parts.values() if amount is not None]
    try:
        total = cents(values, mapping.balance) if mapping.balance else None
    except ValueError as error:
        raise RowRefusedError(f"the balance cannot be read: {error}", mapping.balance) from None
    if total is None:
        if not stated:
            raise RowRefusedError("the balance is missing", mapping.balance)
        total = sum(stated)
        values.notes.append("balance: made of its parts")
    elif stated and sum(stated) != total:
        values.notes.append("balance: its parts do not add up to it")
    if total < 0:
        raise RowRefusedError("the balance is below zero: nothing is owed", mapping.balance)
    if total == 0:
        values.notes.append("balance: nothing is owed")
    return Balance(total, currency=currency, **parts)


def _currency(values: RowValues, mapping: PlacementMapping) -> str:
    """The ISO 4217 code, USD where the file says nothing; refused when it is no code."""
    text = values.value(mapping.currency).upper()
    if text in {"", "$", "US$", "US DOLLAR", "US DOLLARS", "DOLLARS"}:
        return "USD"
    if len(text) != 3 or not text.isascii() or not text.isalpha():
        raise RowRefusedError("the currency is not a three-letter code", mapping.currency)
    return text
