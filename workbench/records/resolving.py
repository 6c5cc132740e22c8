"""A profile's mapping, written in canonical names, made to fit one file's own columns."""

from collections.abc import Mapping as MappingType

import msgspec

from workbench.records.mapping import AddressSources, Condition, Mapping, PersonSources, Source

Actual = MappingType[str, str | None]
"""From a template's column to the file's, None where the file has none."""

_SINGLE = (
    *("first", "middle", "last", "suffix", "former_last", "whole"),
    *("birth_date", "birth_year", "age", "ssn", "employer"),
)


def resolve_mapping(template: Mapping, actual: Actual) -> Mapping:
    """``template`` in the file's columns, without the sources and people the file does not have.

    A person whose condition asks for a missing column is left out; a negated such condition holds.
    """
    people = (_person(p, actual) for p in template.people if _possible(p, actual))
    return msgspec.structs.replace(
        template,
        record_id=_source(template.record_id, actual),
        as_of=_source(template.as_of, actual),
        people=tuple(p for p in people if p.named),
    )


def _source(columns: Source, actual: Actual) -> Source:
    return tuple(name for c in columns if (name := actual.get(c)) is not None)


def _possible(person: PersonSources, actual: Actual) -> bool:
    return all(actual.get(c.column) is not None or c.negate for c in person.when)


def _person(person: PersonSources, actual: Actual) -> PersonSources:
    single = {name: _source(getattr(person, name), actual) for name in _SINGLE}
    return msgspec.structs.replace(
        person,
        **single,
        phones=tuple(s for p in person.phones if (s := _source(p, actual))),
        emails=tuple(s for e in person.emails if (s := _source(e, actual))),
        deceased=_condition(person.deceased, actual),
        person_if=_condition(person.person_if, actual),
        firm_if=_condition(person.firm_if, actual),
        when=tuple(c for w in person.when if (c := _condition(w, actual)) is not None),
        address=_address(person.address, actual),
        mailing=_address(person.mailing, actual),
    )


def _condition(condition: Condition | None, actual: Actual) -> Condition | None:
    column = actual.get(condition.column) if condition is not None else None
    if condition is None or column is None:
        return None
    return msgspec.structs.replace(condition, column=column)


def _address(parts: AddressSources, actual: Actual) -> AddressSources:
    changed = {
        name: _source(value, actual)
        for name in parts.__struct_fields__
        if isinstance(value := getattr(parts, name), tuple)
    }
    return msgspec.structs.replace(parts, **changed)
