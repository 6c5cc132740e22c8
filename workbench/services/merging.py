"""Puts back what a change replaced, field by field, so that later changes to other fields stay."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from workbench.model.account import Balance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Merged:
    """``value`` has the old fields back; ``blocked`` names fields that something later changed again."""

    value: Any
    blocked: tuple[str, ...] = ()


def put_back(before: T, after: T, now: T) -> Merged:
    """``now`` with every field that went from ``before`` to ``after`` as it was before.

    A field that is neither ``after`` nor ``before`` any more is blocked and stays.  Amounts of a balance go
    back by their difference, sets of tags by what was added and removed, mappings key by key.
    """
    put: dict[str, Any] = {}
    blocked: list[str] = []
    for name, old, new, here in _changed(before, after, now):
        if name == "stated_balance" and old is None:
            continue  # what the client stated stays known
        if name == "balance":
            put[name] = _balance(old, new, here)
        elif name == "tags":
            put[name] = (*(t for t in here if t in old or t not in new), *(t for t in old if t not in here))
        elif isinstance(old, dict):
            put[name] = _mapping(old, new, here)
        elif here == new:
            put[name] = old
        elif here != old:
            blocked.append(name)
    return Merged(replace(now, **put) if put else now, tuple(blocked))  # type: ignore[type-var]


def _changed(before: Any, after: Any, now: Any) -> Iterator[tuple[str, Any, Any, Any]]:  # noqa: ANN401
    assert is_dataclass(now), "values of a case are dataclasses"
    for field in fields(now):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            yield field.name, old, new, getattr(now, field.name)


def _balance(old: Balance, new: Balance, here: Balance) -> Balance:
    if here == new:
        return old
    parts: dict[str, Any] = {
        f.name: _moved(getattr(old, f.name), getattr(new, f.name), getattr(here, f.name))
        for f in fields(Balance)
        if f.name != "currency"
    }
    return replace(here, **parts)


def _moved(old: int | None, new: int | None, here: int | None) -> int | None:
    difference = (old or 0) - (new or 0)
    return (here or 0) + difference if difference else here


def _mapping(old: dict[str, str], new: dict[str, str], here: dict[str, str]) -> dict[str, str]:
    result = dict(here)
    for key in old.keys() | new.keys():
        if old.get(key) != new.get(key) and here.get(key) == new.get(key):
            if key in old:
                result[key] = old[key]
            else:
                result.pop(key, None)
    return result
