"""Numbered groups of vendor returns: ``Phone1 … Phone7``, ``Relative1 Name``, ``Person2 First Name``.

A relative is a person of its own with its own phones; the subject keeps only what stands outside every
group of somebody else.  Columns that begin with ``input`` (or ``owner fix``) echo what was sent and are
nobody's.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from workbench.records.headers import canonical
from workbench.records.mapping import AddressSources, Condition, PersonSources, Source

_ECHO = re.compile(r"(?:input|in|owner_fix)_.+")
_OTHER = re.compile(r"(relative|associate|neighbor|neighbour|person|owner)_?(\d{1,2})_(.+)")
_PHONE = re.compile(
    r"(?:bd_|phpl_|subj_)?(?:phone|ph|tel|mobile|cell|wireless|landline|home|work)(?:_?(?:phone|number|no))?_?(\d{1,2})"
    r"(?:_?number)?"
)
_EMAIL = re.compile(r"(?:bd_)?e_?mail(?:_?address)?_?(\d{1,2})")
_ROLES = {
    "relative": "relative",
    "associate": "associate",
    "neighbor": "neighbour",
    "neighbour": "neighbour",
    "person": "person",
    "owner": "owner",
}
_CONFIRMED = (
    *("confirmed_mailing", "current", "confirmed", "current_address", "best", "best_address"),
    *("addr1", "address1", "addr_1", "address_1"),
)
"""What stands before the parts of the subject's own address, the surest first."""
_NAMES = {
    "first": ("first_name", "first", "fname"),
    "middle": ("middle_name", "middle", "mi"),
    "last": ("last_name", "last", "lname"),
    "suffix": ("suffix",),
    "whole": ("name", "full_name"),
    "birth_date": ("dob", "date_of_birth", "birth_date"),
    "age": ("age",),
    "ssn": ("ssn",),
}
_ADDRESS = {
    "line1": ("address", "address_1", "address1", "street", "line1", "line_1"),
    "line2": ("address_2", "address2"),
    "city": ("city",),
    "state": ("state",),
    "zip": ("zip", "zip_code", "zipcode"),
}
_NO_ADDRESS = AddressSources()
YES = ("Y", "YES", "TRUE", "T", "1", "DECEASED", "D")


@dataclass(frozen=True, slots=True)
class Groups:
    """``phones``, ``emails`` and ``address`` of the row's own subject; the other ``people``; ``echoes``."""

    phones: tuple[Source, ...] = ()
    emails: tuple[Source, ...] = ()
    address: AddressSources = _NO_ADDRESS
    people: tuple[PersonSources, ...] = ()
    echoes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Bag:
    """Columns of one person: what follows the group's prefix, to the column's own name."""

    role: str
    columns: dict[str, str] = field(default_factory=dict)


def grouped_people(columns: Iterable[str]) -> Groups:
    """The groups that the names of ``columns`` form."""
    own = _Bag("subject")
    others: dict[str, _Bag] = {}
    echoes = []
    for column in columns:
        name = canonical(column)
        if _ECHO.fullmatch(name):
            echoes.append(column)
            continue
        prefix, role, rest = _innermost(name)
        bag = others.setdefault(prefix, _Bag(role)) if prefix else own
        bag.columns[rest] = column
    people = tuple(p for p in (_person(bag) for bag in others.values()) if p.named)
    return Groups(
        phones=_numbered(own, _PHONE),
        emails=_numbered(own, _EMAIL),
        address=_address(own),
        people=people,
        echoes=tuple(echoes),
    )


def _innermost(name: str) -> tuple[str, str, str]:
    """``person2_relative1_phone1`` as (``person2_relative1``, ``relative``, ``phone1``)."""
    prefix, role, rest = "", "subject", name
    while match := _OTHER.fullmatch(rest):
        prefix += f"{match[1]}{match[2]}_"
        role, rest = _ROLES[match[1]], match[3]
    return prefix, role, rest


def _person(bag: _Bag) -> PersonSources:
    single: dict[str, Any] = {target: _first(bag, names) for target, names in _NAMES.items()}
    deceased = _first(bag, ("deceased", "dod"))
    return PersonSources(
        role=bag.role,
        **single,
        order="auto",
        phones=_numbered(bag, _PHONE),
        emails=_numbered(bag, _EMAIL),
        deceased=Condition(deceased[0], one_of=YES) if deceased else None,
        address=_address(bag) or _plain_address(bag),
    )


def _first(bag: _Bag, names: Iterable[str]) -> Source:
    return next(((bag.columns[n],) for n in names if n in bag.columns), ())


def _numbered(bag: _Bag, pattern: re.Pattern[str]) -> tuple[Source, ...]:
    """Columns that the pattern matches whole, so that ``Phone1 Type`` is none."""
    return tuple((column,) for name, column in bag.columns.items() if pattern.fullmatch(name))


def _address(bag: _Bag) -> AddressSources:
    for prefix in _CONFIRMED:
        parts: dict[str, Any] = {
            t: _first(bag, [f"{prefix}_{n}" for n in names]) for t, names in _ADDRESS.items()
        }
        if parts["line1"]:
            return AddressSources(**parts)
    return AddressSources()


def _plain_address(bag: _Bag) -> AddressSources:
    parts: dict[str, Any] = {target: _first(bag, names) for target, names in _ADDRESS.items()}
    return AddressSources(**parts)
