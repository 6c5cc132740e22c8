"""The columns of the worklist: what each shows and sorts by."""

from datetime import date
from functools import partial

from ui.messages.formats import money, past_day, relative_day
from ui.messages.translating import translate
from ui.messages.words import status_chip
from ui.models.paged_rows import Column
from ui.style.tokens import ChipKind
from workbench.model.account import AccountStatus
from workbench.model.work import AccountOrder, AccountRow

_Chips = dict[AccountStatus, tuple[ChipKind, str]]

DEFAULT = ("name", "number", "balance", "status", "next", "due", "leads")
"""The columns shown until somebody chooses others."""


def columns(today: date) -> dict[str, Column[AccountRow]]:
    """Every column by key, in the order they are offered."""
    chips = {status: status_chip(status) for status in AccountStatus}
    made = (
        Column("name", translate("Worklist", "Name"), 212, _name, order=AccountOrder.NAME),
        Column("number", translate("Worklist", "Account"), 92, _number, order=AccountOrder.NUMBER),
        Column("balance", translate("Worklist", "Balance"), 98, _balance, right=True,
               order=AccountOrder.BALANCE),
        Column("status", translate("Worklist", "Status"), 156, partial(_status_words, chips=chips),
               chip=partial(_status_chip, chips=chips), order=AccountOrder.STATUS),
        Column("next", translate("Worklist", "Next action"), 118, _next),
        Column("due", translate("Worklist", "Due"), 120, partial(_due, today=today),
               order=AccountOrder.NEXT_ACTION),
        Column("leads", translate("Worklist", "Leads"), 54, _leads, right=True,
               order=AccountOrder.PENDING_LEADS),
        Column("client", translate("Worklist", "Client"), 140, _client, order=AccountOrder.CLIENT),
        Column("creditor", translate("Worklist", "Creditor"), 140, _creditor, order=AccountOrder.CREDITOR),
        Column("city", translate("Worklist", "City"), 120, _city, order=AccountOrder.CITY),
        Column("state", translate("Worklist", "State"), 56, _state, order=AccountOrder.STATE),
        Column("zip", translate("Worklist", "ZIP"), 70, _zip),
        Column("promise", translate("Worklist", "Promise due"), 116, partial(_promise, today=today),
               order=AccountOrder.PROMISE),
        Column("assignee", translate("Worklist", "Assigned to"), 110, _assignee,
               order=AccountOrder.ASSIGNEE),
        Column("tags", translate("Worklist", "Tags"), 120, _tags),
        Column("activity", translate("Worklist", "Last activity"), 112, partial(_activity, today=today),
               order=AccountOrder.LAST_ACTIVITY),
        Column("placed", translate("Worklist", "Placed"), 96, _placed, order=AccountOrder.PLACED),
    )  # fmt: skip
    return {column.key: column for column in made}


def sentence(row: AccountRow, today: date) -> str:
    """A row as a screen reader says it."""
    words = translate(
        "Worklist", "{name}, account {number}, {balance}, {status}, next {next} {due}, {leads} leads"
    )
    return words.format(
        name=row.debtor_name, number=row.account_number, balance=_balance(row),
        status=status_chip(row.status)[1], next=row.next_action or translate("Worklist", "nothing"),
        due=_due(row, today), leads=row.pending_leads,
    )  # fmt: skip


def _name(row: AccountRow) -> str:
    return row.debtor_name


def _number(row: AccountRow) -> str:
    return row.account_number


def _balance(row: AccountRow) -> str:
    return money(row.balance_cents, row.currency)


def _status_words(row: AccountRow, chips: _Chips) -> str:
    return chips[row.status][1]


def _status_chip(row: AccountRow, chips: _Chips) -> tuple[ChipKind, str]:
    return chips[row.status]


def _next(row: AccountRow) -> str:
    return row.next_action or "—"


def _due(row: AccountRow, today: date) -> str:
    return relative_day(row.next_action_on, today)


def _leads(row: AccountRow) -> str:
    return f"{row.pending_leads:,}" if row.pending_leads else "—"


def _client(row: AccountRow) -> str:
    return row.client


def _creditor(row: AccountRow) -> str:
    return row.creditor


def _city(row: AccountRow) -> str:
    return row.city


def _state(row: AccountRow) -> str:
    return row.state


def _zip(row: AccountRow) -> str:
    return row.zip_code


def _promise(row: AccountRow, today: date) -> str:
    return relative_day(row.promise_due_on, today)


def _assignee(row: AccountRow) -> str:
    return row.assignee


def _tags(row: AccountRow) -> str:
    return ", ".join(row.tags)


def _activity(row: AccountRow, today: date) -> str:
    return past_day(row.last_activity_at.astimezone().date() if row.last_activity_at else None, today)


def _placed(row: AccountRow) -> str:
    return row.placed_on.isoformat() if row.placed_on else "—"
