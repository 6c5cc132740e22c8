"""A mapping for a file of no known layout, from what its columns are commonly called."""

from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from typing import Any

import msgspec

from workbench.records.groups import YES, grouped_people
from workbench.records.headers import canonical, mapping_fingerprint
from workbench.records.mapping import AddressSources, Condition, Mapping, PersonSources, Source

Synonyms = MappingType[str, tuple[str, ...]]

_NAME = ("first", "middle", "last", "suffix", "former_last")
_FACTS = ("birth_date", "birth_year", "age", "ssn", "employer")
_ADDRESS = (
    *("line1", "line2", "house", "pre", "street", "kind", "post", "unit"),
    *("city", "state", "zip", "city_state_zip"),
)
_MAILING = ("line1", "line2", "city", "state", "zip")


@dataclass(slots=True)
class _Picker:
    """Hands out columns by target, each once."""

    columns: dict[str, str]
    synonyms: Synonyms
    taken: set[str] = field(default_factory=set)

    def one(self, target: str) -> Source:
        """The column of the first synonym that is there and free; ()."""
        for name in self.synonyms.get(target, ()):
            if name in self.columns and name not in self.taken:
                self.taken.add(name)
                return (self.columns[name],)
        return ()

    def every(self, target: str) -> tuple[Source, ...]:
        """All columns of the target that are free."""
        found: list[Source] = []
        while source := self.one(target):
            found.append(source)
        return tuple(found)


def generic_mapping(columns: tuple[str, ...], synonyms: Synonyms) -> Mapping:
    """What the column names say; its ``people`` are empty when they name no one.

    A column is used once.  Numbered groups (``Phone1 …``, ``Relative1 Name``) are read as such.
    """
    groups = grouped_people(columns)
    grouped = (*groups.phones, *groups.emails, *groups.address.sources())
    claimed = [*(c for s in grouped for c in s), *(c for p in groups.people for c in p.columns())]
    pick = _Picker(
        {canonical(c): c for c in columns}, synonyms, {canonical(c) for c in (*claimed, *groups.echoes)}
    )
    record_id, as_of = pick.one("id"), pick.one("as_of")
    subject = _subject(pick)
    subject = msgspec.structs.replace(
        subject,
        phones=(*pick.every("phone"), *groups.phones),
        emails=(*pick.every("email"), *groups.emails),
        address=groups.address or subject.address,
    )
    people = (*((subject,) if subject.named else ()), *groups.people)
    return Mapping(record_id=record_id, as_of=as_of, people=people, fingerprint=mapping_fingerprint(columns))


def _subject(pick: _Picker) -> PersonSources:
    name = {target: pick.one(target) for target in _NAME}
    whole = () if name["last"] else pick.one("whole")
    facts = {target: pick.one(target) for target in _FACTS}
    deceased = pick.one("deceased")
    address: dict[str, Any] = {part: pick.one(part) for part in _ADDRESS}
    mailing: dict[str, Any] = {part: pick.one(f"mail_{part}") for part in _MAILING}
    return PersonSources(
        first=name["first"],
        middle=name["middle"],
        last=name["last"],
        suffix=name["suffix"],
        former_last=name["former_last"],
        whole=whole,
        joint=bool(whole),
        birth_date=facts["birth_date"],
        birth_year=facts["birth_year"],
        age=facts["age"],
        ssn=facts["ssn"],
        employer=facts["employer"],
        deceased=Condition(deceased[0], one_of=YES) if deceased else None,
        address=AddressSources(**address),
        mailing=AddressSources(**mailing),
    )
