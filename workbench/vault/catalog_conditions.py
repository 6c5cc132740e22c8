"""Turns conditions of a list into SQL over the catalog; nothing of a condition's text is ever SQL."""

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Text, and_, cast, func, not_, or_, select

from workbench.model.conditions import Condition, ListField
from workbench.vault import schema_catalog as s
from workbench.vault.projection import EDITION_NEWS

_a = s.account.c
_NUMBERS = {
    ListField.BALANCE: _a.balance,
    ListField.LEADS: _a.pending_leads,
    ListField.PHONES: _a.phones,
    ListField.ADDRESSES: _a.addresses,
    ListField.BROKEN: _a.promises_broken,
}
_DAYS = {
    ListField.DUE: _a.next_action_on,
    ListField.PLACED: _a.placed_on,
    ListField.ACTIVITY: func.substr(_a.last_activity_at, 1, 10),
    ListField.PROMISE: _a.promise_due_on,
    ListField.LOCATED: _a.located_on,
}
_TEXTS = {
    ListField.NEXT: _a.next_action,
    ListField.CLIENT: _a.client,
    ListField.CREDITOR: _a.creditor,
    ListField.CITY: _a.city,
    ListField.STATE: _a.state,
    ListField.ASSIGNEE: _a.assignee,
    ListField.ZIP: _a.zip,
}
_FILES = frozenset({ListField.IMPORT, ListField.EDITION})
_WHOLE = frozenset({ListField.STATE, ListField.ASSIGNEE})


def sql_of(conditions: Iterable[Condition]) -> Iterator[ColumnElement[bool]]:
    """One SQL condition for each of ``conditions``."""
    for condition in conditions:
        made = _one(condition)
        yield not_(func.coalesce(made, False)) if condition.negated else made


def _one(condition: Condition) -> ColumnElement[bool]:
    field = condition.field
    if field is ListField.STATUS:
        return _a.status.in_(condition.values)
    if field is ListField.TAG:
        return _tags(condition)
    if field in _FILES:
        return _files(condition)
    if field in _NUMBERS:
        return _range(_NUMBERS[field], condition)
    if field in _DAYS:
        return _day(_DAYS[field], condition)
    return _text(field, condition)


def _tags(condition: Condition) -> ColumnElement[bool]:
    if condition.present is not None:
        return _a.tags != "" if condition.present else _a.tags == ""
    return or_(*(_a.tags.contains(f"|{tag}|", autoescape=True) for tag in condition.values))


def _files(condition: Condition) -> ColumnElement[bool]:
    """Whether leads of these imports wait; whether nobody has read yet what a newer edition says."""
    p, i = s.pending_lead.c, s.identifier.c
    if condition.field is ListField.IMPORT:
        return _a.account_id.in_(select(p.account_id).where(p.import_id.in_(condition.values)))
    found = _a.account_id.in_(select(i.account_id).where(i.kind == EDITION_NEWS))
    return found if condition.present else not_(found)


def _range(column: ColumnElement[int], condition: Condition) -> ColumnElement[bool]:
    bounds = []
    if condition.low is not None:
        bounds.append(column >= condition.low)
    if condition.high is not None:
        bounds.append(column <= condition.high)
    if condition.present is not None:
        bounds.append(column > 0 if condition.present else column == 0)
    return and_(*bounds)


def _day(column: ColumnElement[str], condition: Condition) -> ColumnElement[bool]:
    if condition.present is not None:
        return column.is_not(None) if condition.present else column.is_(None)
    bounds = []
    if condition.low is not None:
        bounds.append(column >= cast(condition.low, Text))
    if condition.high is not None:
        bounds.append(column <= cast(condition.high, Text))
    return and_(*bounds)


def _text(field: ListField, condition: Condition) -> ColumnElement[bool]:
    column = _TEXTS[field]
    if condition.present is not None:
        return column != "" if condition.present else column == ""
    if field is ListField.ZIP:
        return or_(*(column.startswith(value, autoescape=True) for value in condition.values))
    if field in _WHOLE:
        return or_(*(func.lower(column) == value.lower() for value in condition.values))
    return or_(*(column.icontains(value, autoescape=True) for value in condition.values))
