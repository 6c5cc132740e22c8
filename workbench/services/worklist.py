"""The worklist: ids by filter and sort, rows by page, how many each view holds, what completion offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.model.conditions import Condition, ListField
from workbench.model.work import AccountOrder, AccountRow
from workbench.services.worklist_language import (
    DAY_WORDS,
    DAYS,
    FIELDS,
    STATUS_WORDS,
    Parsed,
    Problem,
    parse,
)
from workbench.vault.vault import Vault

ME = "me"
"""Stands for the person who works in the vault, as in ``assignee:me``."""


@dataclass(frozen=True, slots=True)
class AccountList:
    """The accounts a filter line shows, in order.  ``total`` counts those of the vault.

    ``near`` are the rows that a person will look at first, one after another as in ``ids`` from ``near_from``
    on; ``place`` is where the account looked at stands (-1: it is not listed, or none was named).
    """

    ids: tuple[str, ...]
    total: int
    problems: tuple[Problem, ...]
    near: tuple[AccountRow, ...] = ()
    near_from: int = 0
    place: int = -1


@dataclass(frozen=True, slots=True)
class Looked:
    """Where a person looks in a list: at an account or, where it is not listed, at a place.

    ``before`` and ``behind`` are how many rows to have ready on either side.
    """

    account_id: str = ""
    place: int = 0
    before: int = 40
    behind: int = 60


@dataclass(frozen=True, slots=True)
class Completion:
    """What may be typed at a place of the filter line: it replaces the text from ``start`` on."""

    start: int
    options: tuple[str, ...]


def parsed(vault: Vault, line: str, today: date) -> Parsed:
    """The filter line read, ``me`` being the person at work."""
    found = parse(line, today)
    conditions = tuple(_with_actor(condition, vault.actor) for condition in found.conditions)
    return replace(found, conditions=conditions)


def _with_actor(condition: Condition, actor: str) -> Condition:
    if condition.field is not ListField.ASSIGNEE:
        return condition
    return replace(condition, values=tuple(actor if v.lower() == ME else v for v in condition.values))


def open_list(
    vault: Vault,
    line: str,
    order: AccountOrder,
    *,
    descending: bool,
    today: date,
    looked: Looked | None = None,
) -> AccountList:
    """The accounts of a filter line; what of it cannot be read is left out and told.

    With ``looked`` the rows near it come along, so that a window has them when it first paints the list.
    """
    found = parsed(vault, line, today)
    name = looked.account_id if looked else ""
    listed, place = vault.catalog.account_list(order, found.filter(), descending=descending, looked_at=name)
    ids, total = tuple(listed), vault.catalog.count()
    if looked is None:
        return AccountList(ids, total, found.problems)
    start = place if place >= 0 else min(looked.place, len(ids))
    first = max(0, start - looked.before)
    near = vault.catalog.account_rows(ids[first : start + looked.behind])
    return AccountList(ids, total, found.problems, tuple(near), first, place)


def rows(vault: Vault, account_ids: Sequence[str]) -> list[AccountRow]:
    """The list rows of these accounts in this order; those that are gone are left out."""
    return vault.catalog.account_rows(account_ids)


def counts(vault: Vault, lines: Mapping[str, str], today: date) -> dict[str, int]:
    """How many accounts each of the filter lines shows, by its name."""
    found = vault.catalog.counts([parsed(vault, line, today).filter() for line in lines.values()])
    return dict(zip(lines, found, strict=True))


def ids_of(vault: Vault, line: str, today: date, order: AccountOrder = AccountOrder.NUMBER) -> list[str]:
    """Every account of a filter line, for work on all of them."""
    return vault.catalog.account_ids(order, parsed(vault, line, today).filter())


def complete(vault: Vault, line: str, cursor: int) -> Completion:
    """What may stand at ``cursor``: field names, or the values of the field before it."""
    start = max(line.rfind(" ", 0, cursor), -1) + 1
    typed = line[start:cursor]
    if typed.startswith("-"):
        start, typed = start + 1, typed[1:]
    name, colon, value = typed.partition(":")
    if not colon:
        options = tuple(f"{field}:" for field in FIELDS if field.startswith(typed.lower()))
        return Completion(start, options if typed else ())
    done, comma, last = value.rpartition(",")
    prefix = f"{name}:{done}{comma}"
    values = [v for v in _values(vault, name.lower()) if v.lower().startswith(last.lower().strip('"'))]
    return Completion(start, tuple(prefix + (f'"{v}"' if " " in v else v) for v in values[:50]))


def _values(vault: Vault, name: str) -> Sequence[str]:
    if name == ListField.STATUS.value:
        return [word for word in STATUS_WORDS if len(word) > 3 or word == "new"]
    if name in {field.value for field in DAYS}:
        return DAY_WORDS
    if name == ListField.CLIENT.value:
        return [client.name for client in vault.registry.clients()]
    if name == ListField.TAG.value:
        return ["none", *vault.catalog.distinct_tags()]
    if name == ListField.ASSIGNEE.value:
        return [ME, "none", *vault.catalog.distinct_assignees()]
    return ("none", "any")
