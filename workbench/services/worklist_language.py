"""The filter line of lists: ``status:skip due:today balance>500 "maple st"``; errors are explained.

Words and quoted phrases search numbers, names, addresses and phones; ``field:value,value`` takes one of the
values, ``-field:value`` leaves them out, ``balance>500`` and ``placed<2026-01-01`` compare, ``100..500`` is a
range, ``none`` and ``any`` ask whether there is a value.  What cannot be read is told with its place and is
left out; nothing typed is lost.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from workbench.base.money import parse_cents
from workbench.model.account import AccountStatus
from workbench.model.conditions import Condition, ListField
from workbench.model.work import AccountFilter

_S = AccountStatus
CLOSED = frozenset({_S.PAID_IN_FULL, _S.SETTLED_IN_FULL, _S.RETURNED_TO_CLIENT, _S.WRITTEN_OFF})
"""Accounts nobody works any more."""

STATUS_WORDS: Mapping[str, frozenset[AccountStatus]] = {
    "open": frozenset(_S) - CLOSED,
    "closed": CLOSED,
    "new": frozenset({_S.NEW}),
    "skip": frozenset({_S.SKIP}),
    "promise": frozenset({_S.PROMISE_PENDING}),
    "broken": frozenset({_S.PROMISE_DELINQUENT}),
    "plan": frozenset({_S.PLAN_ACTIVE, _S.PLAN_DELINQUENT}),
    "returned_payment": frozenset({_S.RETURNED_PAYMENT}),
    "disputed": frozenset({_S.DISPUTED}),
    "validation": frozenset({_S.VALIDATION}),
    "cease": frozenset({_S.CEASE}),
    "attorney": frozenset({_S.ATTORNEY}),
    "bankruptcy": frozenset({_S.BANKRUPTCY}),
    "deceased": frozenset({_S.DECEASED}),
    "military": frozenset({_S.MILITARY}),
    "hardship": frozenset({_S.HARDSHIP}),
    "legal": frozenset({_S.LEGAL, _S.JUDGMENT, _S.GARNISHMENT}),
    "judgment": frozenset({_S.JUDGMENT}),
    "garnishment": frozenset({_S.GARNISHMENT}),
    "paid": frozenset({_S.PAID_IN_FULL}),
    "settled": frozenset({_S.SETTLED_IN_FULL}),
    "returned": frozenset({_S.RETURNED_TO_CLIENT}),
    "written_off": frozenset({_S.WRITTEN_OFF}),
    "time_barred": frozenset({_S.TIME_BARRED}),
    **{status.value.lower(): frozenset({status}) for status in _S},
}
DAY_WORDS = ("today", "tomorrow", "yesterday", "overdue", "week", "month", "none", "any")
FIELDS = tuple(field.value for field in ListField)
MONEY = frozenset({ListField.BALANCE})
COUNTS = frozenset({ListField.LEADS, ListField.PHONES, ListField.ADDRESSES, ListField.BROKEN})
DAYS = frozenset({ListField.DUE, ListField.PLACED, ListField.ACTIVITY, ListField.PROMISE, ListField.LOCATED})
_TOKEN = re.compile(r'(?P<not>-?)(?P<field>[A-Za-z_]+)(?P<op>:|>=|<=|>|<|=)(?P<value>(?:"[^"]*"?|[^\s"])*)')
_WORD = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>\S+)')
_VALUE = re.compile(r'"([^"]*)"?|([^,]+)')
_RELATIVE = re.compile(r"([+-]?)(\d{1,4})d?")


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of the line that cannot be read: from ``start`` to ``end``, what is wrong, what is expected."""

    start: int
    end: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a filter line asks for, with what of it could not be read."""

    conditions: tuple[Condition, ...]
    text: str
    problems: tuple[Problem, ...]

    def filter(self) -> AccountFilter:
        """The same as a filter of the catalog."""
        return AccountFilter(text=self.text, conditions=self.conditions)


class _WrongValueError(Exception):
    """A value that its field cannot have; ``args`` are message and hint."""


def parse(line: str, today: date) -> Parsed:
    """Read a filter line as of ``today``; never raises."""
    conditions: list[Condition] = []
    words: list[str] = []
    problems: list[Problem] = []
    position = 0
    while position < len(line):
        if line[position].isspace():
            position += 1
            continue
        found = _TOKEN.match(line, position)
        if found:
            _take(found, today, conditions, problems)
            position = found.end()
            continue
        word = _WORD.match(line, position)
        assert word is not None, "a character that is no space begins a word"
        words.append(word.group("phrase") if word.group("phrase") is not None else word.group("word"))
        position = word.end()
    return Parsed(tuple(conditions), " ".join(w for w in words if w), tuple(problems))


def _take(found: "re.Match[str]", today: date, conditions: list[Condition], problems: list[Problem]) -> None:
    name = found.group("field").lower()
    if name not in FIELDS:
        near = get_close_matches(name, FIELDS, 1)
        hint = f"Did you mean {near[0]}?" if near else f"Fields: {', '.join(FIELDS)}."
        problems.append(Problem(found.start("field"), found.end("field"), f"There is no field {name}.", hint))
        return
    field = ListField(name)
    try:
        made = _condition(field, found.group("op"), found.group("value"), today)
    except _WrongValueError as wrong:
        message, hint = wrong.args
        problems.append(Problem(found.start(), found.end(), message, hint))
        return
    negated = bool(found.group("not"))
    conditions.append(Condition(made.field, made.values, made.low, made.high, made.present, negated))


def _condition(field: ListField, operator: str, value: str, today: date) -> Condition:
    values = [quoted or plain for quoted, plain in _VALUE.findall(value) if quoted or plain]
    if not values:
        raise _WrongValueError(f"{field.value} has no value.", _expected(field))
    if operator not in {":", "="} and field not in MONEY | COUNTS | DAYS:
        raise _WrongValueError(f"{field.value} cannot be compared.", f"Write {field.value}:value.")
    if len(values) == 1 and values[0].lower() in {"none", "any"} and field is not ListField.STATUS:
        return Condition(field, present=values[0].lower() == "any")
    if field is ListField.EDITION:
        raise _WrongValueError(f"{field.value} takes any or none.", _expected(field))
    if field is ListField.STATUS:
        return Condition(field, tuple(sorted(s.value for v in values for s in _statuses(v))))
    if field in MONEY | COUNTS | DAYS:
        return _bounded(field, operator, values, today)
    return Condition(field, tuple(values))


def _statuses(word: str) -> frozenset[AccountStatus]:
    known = STATUS_WORDS.get(word.lower().replace(" ", "_").replace("-", "_"))
    if known is None:
        near = get_close_matches(word.lower(), STATUS_WORDS, 1)
        hint = f"Did you mean {near[0]}?" if near else _expected(ListField.STATUS)
        raise _WrongValueError(f"There is no status {word}.", hint)
    return known


def _bounded(field: ListField, operator: str, values: list[str], today: date) -> Condition:
    if len(values) > 1:
        raise _WrongValueError(f"{field.value} takes one value.", "For a range write 100..500.")
    low_text, dots, high_text = values[0].partition("..")
    if dots:
        low = _bound(field, low_text, today)[0] if low_text else None
        high = _bound(field, high_text, today)[1] if high_text else None
        return Condition(field, low=low, high=high)
    low, high = _bound(field, values[0], today)
    if operator == ">":
        return Condition(field, low=_next(high))
    if operator == ">=":
        return Condition(field, low=low)
    if operator == "<":
        return Condition(field, high=_before(low))
    if operator == "<=":
        return Condition(field, high=high)
    return Condition(field, low=low, high=high)


def _bound(field: ListField, text: str, today: date) -> tuple[int | str | None, int | str | None]:
    """The least and the greatest value that ``text`` means; ``overdue`` has no least one."""
    if field in DAYS:
        return _days(field, text, today)
    try:
        number = _cents(text) if field in MONEY else int(text)
    except ValueError:
        kind = "amount" if field in MONEY else "number"
        raise _WrongValueError(f"{text} is no {kind}.", _expected(field)) from None
    return number, number


def _cents(text: str) -> int:
    thousands = text.lower().endswith("k")
    cents = parse_cents(text[:-1] if thousands else text)
    return cents * 1000 if thousands else cents


def _days(field: ListField, text: str, today: date) -> tuple[str | None, str | None]:
    word = text.lower()
    past = field in {ListField.PLACED, ListField.ACTIVITY, ListField.LOCATED}
    reach = {"week": 6, "month": 30}
    if word in reach:
        span = timedelta(days=reach[word])
        return (today - span).isoformat() if past else None, (today if past else today + span).isoformat()
    if word == "overdue":
        return None, (today - timedelta(days=1)).isoformat()
    fixed = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if word in fixed:
        day = (today + timedelta(days=fixed[word])).isoformat()
        # What is due today is what has to be done today: overdue never drops off a list.
        return (None if word == "today" and field is ListField.DUE else day), day
    if relative := _RELATIVE.fullmatch(word):
        distance = timedelta(days=int(relative.group(2)))
        back = relative.group(1) == "-" or (past and not relative.group(1))
        day = (today - distance if back else today + distance).isoformat()
        return day, day
    try:
        day = date.fromisoformat(word).isoformat()
    except ValueError:
        raise _WrongValueError(f"{text} is no day.", _expected(field)) from None
    return day, day


def _next(value: int | str | None) -> int | str | None:
    if isinstance(value, str):
        return (date.fromisoformat(value) + timedelta(days=1)).isoformat()
    return None if value is None else value + 1


def _before(value: int | str | None) -> int | str | None:
    if isinstance(value, str):
        return (date.fromisoformat(value) - timedelta(days=1)).isoformat()
    return None if value is None else value - 1


def _expected(field: ListField) -> str:
    if field is ListField.STATUS:
        return "Statuses: open, closed, new, skip, promise, broken, disputed, paid …"
    if field in MONEY:
        return f"An amount: {field.value}>500, {field.value}:100..500, {field.value}<1k."
    if field in COUNTS:
        return f"A whole number: {field.value}>0, {field.value}:none."
    if field in DAYS:
        name = field.value
        return f"A day: {name}:today, {name}:overdue, {name}<2026-12-31, {name}:none."
    if field is ListField.EDITION:
        return "edition:any: a newer edition of a file says otherwise of somebody accepted, not read yet."
    return f"A text: {field.value}:word, {field.value}:none."
