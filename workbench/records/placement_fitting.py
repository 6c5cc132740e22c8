"""A mapping written in somebody's spelling of the columns, made to fit the file's own."""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from workbench.records.headers import canonical
from workbench.records.placement_columns import (
    ACCOUNT_FIELDS,
    PlacedAddress,
    PlacedPerson,
    PlacementMapping,
    Source,
)

Spelling = Callable[[Source], Source]

_NAMES = ("whole", "first", "middle", "last", "suffix", "former_last", "birth_date", "ssn")
_PLACES = ("line1", "line2", "city", "state", "zip", "city_state_zip", "whole")


def fitted(mapping: PlacementMapping, columns: Iterable[str]) -> PlacementMapping:
    """``mapping`` with every column under the name it has among ``columns``; unknown ones stay as they are.

    Names are the same when they differ in case, blanks, underscores, hyphens and dots only.
    """
    exact = {canonical(column): column for column in columns}
    if set(mapping.used_columns()) <= set(exact.values()):
        return mapping

    def own(source: Source) -> Source:
        return tuple(exact.get(canonical(column), column) for column in source)

    account: dict[str, Any] = {name: own(getattr(mapping, name)) for name in ACCOUNT_FIELDS}
    return replace(
        mapping,
        **account,
        extra=own(mapping.extra),
        debtor=_person(mapping.debtor, own),
        others=tuple(_person(person, own) for person in mapping.others),
    )


def _person(person: PlacedPerson, own: Spelling) -> PlacedPerson:
    names: dict[str, Any] = {name: own(getattr(person, name)) for name in _NAMES}
    return replace(
        person,
        **names,
        aliases=tuple(own(source) for source in person.aliases),
        emails=tuple(own(source) for source in person.emails),
        phones=tuple(replace(p, column=own(p.column), kind=own(p.kind)) for p in person.phones),
        addresses=tuple(_address(address, own) for address in person.addresses),
    )


def _address(address: PlacedAddress, own: Spelling) -> PlacedAddress:
    parts: dict[str, Any] = {name: own(getattr(address, name)) for name in _PLACES}
    return replace(address, **parts)
