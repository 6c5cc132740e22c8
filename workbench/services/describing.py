"""What one change did to a case, in words: added values by what they are, replaced ones field by field."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from workbench.base.money import Money
from workbench.model.account import Account
from workbench.model.activity import Activity
from workbench.model.arrangement import Arrangement
from workbench.model.case import CaseContent
from workbench.model.document import Document
from workbench.model.evidence import Evidence
from workbench.model.history import CaseChange, ChangedItem
from workbench.model.lead import Lead
from workbench.model.ledger import LedgerEntry
from workbench.model.party import ContactPoint, Party
from workbench.model.restriction import GateDecision, Restriction
from workbench.model.work import WorkState

Key = tuple[str, str]

_MONEY = frozenset({"cents", "total", "principal", "interest", "fees", "costs", "cost_cents"})
_SILENT = frozenset({"status_before", "normalized", "stated_balance"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """``thing`` is what was touched; ``name`` the field that went from ``before`` to ``after``.

    Something new has no name and no ``before``.  All of it is text of the case: personal data.
    """

    thing: str
    name: str
    before: str
    after: str


def describe(
    history: Sequence[CaseChange], content: CaseContent, work: WorkState
) -> dict[int, tuple[FieldChange, ...]]:
    """The details of every change of ``history`` by its number; ``content`` and ``work`` are the present."""
    values = _present(content, work)
    told: dict[int, tuple[FieldChange, ...]] = {}
    for change in reversed(history):
        told[change.seq] = tuple(_details(change, values))
        for item in change.items:
            if item.before is not None:
                values[item.kind, item.object_id] = item.before
    return told


def _present(content: CaseContent, work: WorkState) -> dict[Key, Any]:
    groups: tuple[tuple[str, str, Sequence[Any]], ...] = (
        ("account", "account_id", (content.account,)),
        ("party", "party_id", content.parties),
        ("contact", "contact_id", content.contact_points),
        ("arrangement", "arrangement_id", content.arrangements),
        ("restriction", "restriction_id", content.restrictions),
        ("lead", "lead_id", content.leads),
        ("evidence", "evidence_id", content.evidence),
        ("activity", "activity_id", content.activities),
        ("ledger", "entry_id", content.ledger),
        ("decision", "decision_id", content.decisions),
        ("document", "document_id", content.documents),
    )
    found: dict[Key, Any] = {("work", ""): work}
    for kind, name, values in groups:
        found |= {(kind, getattr(value, name)): value for value in values}
    return found


def _details(change: CaseChange, values: Mapping[Key, Any]) -> Iterator[FieldChange]:
    for item in change.items:
        yield from _item(item, values.get((item.kind, item.object_id)))


def _item(item: ChangedItem, after: object) -> Iterator[FieldChange]:
    if after is None:
        return
    thing = thing_words(item.kind, after)
    if item.before is None:
        yield FieldChange(thing, "", "", _summary(after))
        return
    for name, old, new in _differences(item.before, after):
        yield FieldChange(thing, name, old, new)


def _differences(before: object, after: object, prefix: str = "") -> Iterator[tuple[str, str, str]]:
    assert is_dataclass(after), "values of a case are dataclasses"
    for field in fields(after):
        old, new = getattr(before, field.name, None), getattr(after, field.name)
        if old == new or field.name in _SILENT:
            continue
        words = f"{prefix}{field.name.replace('_', ' ')}"
        if is_dataclass(old) and is_dataclass(new):
            yield from _differences(old, new, f"{words}: ")
        else:
            yield words, text_of(old, field.name), text_of(new, field.name)


def text_of(value: object, name: str = "") -> str:
    """A value as a person reads it; "" for none."""
    if value is None or value in ("", (), {}):
        return ""
    if name in _MONEY and isinstance(value, int):
        return str(Money(value)).removesuffix(" USD")
    for kind, tell in _TEXTS.items():
        if isinstance(value, kind):
            return tell(value)
    return _parts(value) if is_dataclass(value) else str(value)


def _parts(value: Any) -> str:  # noqa: ANN401  (any dataclass)
    whole = getattr(value, "whole", None)
    return str(whole) if whole else ", ".join(text_of(getattr(value, f.name)) for f in fields(value))


def _local(value: datetime) -> str:
    return value.astimezone().strftime("%Y-%m-%d %H:%M")


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _code(value: StrEnum) -> str:
    return value.value.replace("_", " ")


def _list(value: tuple[object, ...]) -> str:
    return ", ".join(text_of(part) for part in value)


def _pairs(value: dict[str, str]) -> str:
    return ", ".join(f"{key}: {text}" for key, text in value.items() if text)


_TEXTS: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {bool: _yes, StrEnum: _code, datetime: _local, date: date.isoformat, tuple: _list, dict: _pairs}
)
"""How values of each type read; a datetime is looked for before a date, which it is too."""


def thing_words(kind: str, value: object) -> str:
    """What ``value`` is, without what it says: "Phone", "Promise", "Payment"."""
    named = getattr(value, "kind", None) or getattr(value, "role", None)
    words = (
        str(named) if kind in {"party", "contact", "arrangement", "restriction", "ledger"} and named else kind
    )
    words = {"work": "next action", "decision": "contact gate", "activity": "timeline"}.get(words, words)
    words = words.replace("_", " ")
    return words[:1].upper() + words[1:]


def _account(value: Account) -> str:
    balance = text_of(value.balance.total, "total")
    return f"{value.account_number}, {value.client}, {balance} {value.balance.currency}"


def _contact(value: ContactPoint) -> str:
    return value.raw


def _party(value: Party) -> str:
    return value.name.whole


def _arrangement(value: Arrangement) -> str:
    due = f", {value.due_on.isoformat()}" if value.due_on else ""
    return f"{text_of(value.cents, 'cents')} {value.currency}{due}"


def _restriction(value: Restriction) -> str:
    return value.verbatim or text_of(value.details) or text_of(value.received_at)


def _entry(value: LedgerEntry) -> str:
    note = f": {value.note}" if value.note else ""
    return f"{text_of(value.cents, 'cents')} {value.currency} {value.part.value}{note}"


def _activity(value: Activity) -> str:
    codes = " ".join(code for code in (value.action_code, value.result_code) if code)
    return " · ".join(part for part in (codes, value.text) if part)


def _work(value: WorkState) -> str:
    return " ".join(part for part in (value.next_action, text_of(value.next_action_on)) if part)


def _lead(value: Lead) -> str:
    return f"{value.person.name}: {value.status.value}"


def _evidence(value: Evidence) -> str:
    return value.statement


def _document(value: Document) -> str:
    return value.name


def _decision(value: GateDecision) -> str:
    return value.verdict


_SUMMARIES: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        Account: _account,
        ContactPoint: _contact,
        Party: _party,
        Arrangement: _arrangement,
        Restriction: _restriction,
        LedgerEntry: _entry,
        Activity: _activity,
        WorkState: _work,
        Lead: _lead,
        Evidence: _evidence,
        Document: _document,
        GateDecision: _decision,
    }
)


def _summary(value: object) -> str:
    tell = _SUMMARIES.get(type(value))
    return tell(value) if tell else ""
