"""Lists of accounts: every order is kept as long as nothing is written; a filter only says which rows pass.

Of 100,000 accounts an order read along its index takes 30 ms, a filter within that walk up to 120 ms more.
Kept, the order is an array of row numbers; the rows that pass a filter come from one index or one scan, as
one text of numbers, and are marked in a second array.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Column, ColumnElement, Connection, Select, func, select, text, true
from sqlalchemy.sql.visitors import iterate

from workbench.model.work import AccountFilter, AccountOrder
from workbench.vault import schema_catalog as s
from workbench.vault.catalog_conditions import sql_of
from workbench.vault.projection import client_key
from workbench.vault.search_text import match_expression
from workbench.vault.session import Session

_a = s.account.c
_ORDER = {
    AccountOrder.NUMBER: _a.number_key,
    AccountOrder.CLIENT: _a.client_key,
    AccountOrder.NAME: _a.name_key,
    AccountOrder.STATUS: _a.status,
    AccountOrder.BALANCE: _a.balance,
    AccountOrder.NEXT_ACTION: _a.next_action_on,
    AccountOrder.LAST_ACTIVITY: _a.last_activity_at,
    AccountOrder.PENDING_LEADS: _a.pending_leads,
    AccountOrder.CITY: _a.city,
    AccountOrder.STATE: _a.state,
    AccountOrder.ASSIGNEE: _a.assignee,
    AccountOrder.CREDITOR: _a.creditor,
    AccountOrder.PLACED: _a.placed_on,
    AccountOrder.PROMISE: _a.promise_due_on,
}
_NULLABLE = frozenset(
    {AccountOrder.NEXT_ACTION, AccountOrder.LAST_ACTIVITY, AccountOrder.PLACED, AccountOrder.PROMISE}
)
_IN_AN_INDEX = frozenset(_ORDER.values())
_MOST_ORDERS = 8
_Rows = npt.NDArray[np.int64]
_Names = npt.NDArray[np.object_]


class AccountLists:
    """Ids of accounts by order and filter; used in the vault's own thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._as_of = -1
        self._names: _Names = _no_names()
        self._orders: dict[tuple[AccountOrder, bool], _Rows] = {}

    def listed(
        self, order: AccountOrder, where: AccountFilter, *, descending: bool, looked_at: str = ""
    ) -> tuple[list[str], int]:
        """Ids of the accounts that pass ``where``, in ``order``; those without the value come last.

        With them the place of the account ``looked_at`` (-1: it is not listed): the ids lie all over the
        memory, and going through 100,000 of them for one takes 15 ms.
        """
        inside, changes = self._session.connection.in_transaction(), self._session.changes
        with self._session.reading() as conn:
            if inside or changes < 0 or changes != self._as_of:
                self._forget()
            rows = self._order(conn, order, descending=descending)
            query = passing_rows(where)
            if query is not None:
                passes = np.zeros(len(self._names), dtype=np.bool_)
                passes[_numbers(conn, query)] = True
                rows = rows[passes[rows]]
            found: list[str] = self._names[rows].tolist()
            place = _place(conn, rows, looked_at) if looked_at else -1
        # What is read inside a transaction may be taken back without a sign of it.
        self._as_of = -1 if inside else changes
        return found, place

    def _forget(self) -> None:
        self._names = _no_names()
        self._orders.clear()

    def _order(self, conn: Connection, order: AccountOrder, *, descending: bool) -> _Rows:
        key = (order, descending)
        rows = self._orders.pop(key, None)
        if rows is None:
            rows = self._walked(conn, order, descending=descending)
        self._orders[key] = rows  # the last one used stands last
        if len(self._orders) > _MOST_ORDERS:
            del self._orders[next(iter(self._orders))]
        return rows

    def _walked(self, conn: Connection, order: AccountOrder, *, descending: bool) -> _Rows:
        """Read along the order's covering index; the first time with the ids, joined to one text.

        100,000 ids one by one took 0.1 s of the interpreter.
        """
        ordered = in_order(order, descending=descending).subquery()
        if self._orders:
            return _numbers(conn, select(ordered.c.row))
        joined = select(func.group_concat(ordered.c.row, ","), func.group_concat(ordered.c.account_id, " "))
        numbers, ids = conn.execute(joined).one()
        rows = _parsed(numbers)
        self._names = np.empty(int(rows.max()) + 1 if len(rows) else 0, dtype=np.object_)
        self._names[rows] = ids.split(" ") if ids else []
        return rows


def _place(conn: Connection, rows: _Rows, account_id: str) -> int:
    row = conn.scalar(select(_a.row).where(_a.account_id == account_id))
    found = np.flatnonzero(rows == (-1 if row is None else row))
    return int(found[0]) if len(found) else -1


def _no_names() -> _Names:
    return np.empty(0, dtype=np.object_)


def _numbers(conn: Connection, query: Select[Any]) -> _Rows:
    listed = query.subquery()
    return _parsed(conn.scalar(select(func.group_concat(listed.c.row, ","))))


def _parsed(joined: str | None) -> _Rows:
    return np.fromstring(str(joined), dtype=np.int64, sep=",") if joined else np.empty(0, dtype=np.int64)


def in_order(order: AccountOrder, *, descending: bool) -> Select[Any]:
    """Row and id of every account in an order, as its covering index has them: nothing is sorted."""
    column = _ORDER[order]
    by = [column.desc(), _a.account_id.desc()] if descending else [column.asc(), _a.account_id.asc()]
    if order in _NULLABLE:
        by[0] = by[0].nulls_last()
    return select(_a.row, _a.account_id).order_by(*by)


def passing_rows(where: AccountFilter) -> Select[Any] | None:
    """The rows that pass ``where``; None: all of them.

    Conditions on one indexed column, with or without statuses, are answered by that index alone.  For others
    SQLite would take some index and fetch each account out of turn, up to 0.1 s for 100,000: ``IS 1`` keeps
    it from the index of a condition, and the order to one scan.
    """
    columns = list(column_conditions(where))
    asked = [_columns_of(condition) for condition in columns]
    others = frozenset().union(*asked) - {_a.status}
    if where.text or not columns or not (len(others) <= 1 and others <= _IN_AN_INDEX):
        wanted = [*(condition.is_(true()) for condition in columns), *text_condition(where)]
        return select(_a.row).where(*wanted).order_by(_a.row) if wanted else None
    pairs = zip(columns, asked, strict=True)
    return select(_a.row).where(*(c if of & others or not others else c.is_(true()) for c, of in pairs))


def _columns_of(condition: ColumnElement[bool]) -> frozenset[Column[Any]]:
    return frozenset(part for part in iterate(condition) if isinstance(part, Column))


def conditions(where: AccountFilter) -> Iterator[ColumnElement[bool]]:
    """Everything that ``where`` asks of an account."""
    yield from column_conditions(where)
    yield from text_condition(where)


def column_conditions(where: AccountFilter) -> Iterator[ColumnElement[bool]]:
    """What ``where`` asks of the account's own columns."""
    if where.client is not None:
        yield _a.client_key == client_key(where.client)
    if where.statuses:
        yield _a.status.in_(sorted(status.value for status in where.statuses))
    if where.balance_at_least is not None:
        yield _a.balance >= where.balance_at_least
    if where.balance_at_most is not None:
        yield _a.balance <= where.balance_at_most
    yield from sql_of(where.conditions)
    yield from _work_conditions(where)


def text_condition(where: AccountFilter) -> Iterator[ColumnElement[bool]]:
    """What ``where`` asks of the account's text: every word begins some word of it."""
    if where.text:
        matching = text("SELECT rowid FROM account_text WHERE account_text MATCH :words")
        words = match_expression(where.text) or '""'
        yield _a.row.in_(matching.bindparams(words=words).columns(_a.row))


def _work_conditions(where: AccountFilter) -> Iterator[ColumnElement[bool]]:
    if where.assignee is not None:
        yield _a.assignee == where.assignee
    if where.tag is not None:
        yield _a.tags.contains(f"|{where.tag}|", autoescape=True)
    if where.due_by is not None:
        yield _a.next_action_on <= where.due_by.isoformat()
    if where.without_next_action:
        yield _a.next_action == ""
    if where.with_pending_leads:
        yield _a.pending_leads > 0
