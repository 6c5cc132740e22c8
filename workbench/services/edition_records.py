"""The record of a person in a newer edition of its file: found again, and what it says otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from workbench.model.lead import Lead, RecordPerson
from workbench.normalize.identity import KEY_PARTS, Identity, birth_parts, identity_of
from workbench.normalize.text import fold_text
from workbench.services.display import phone_words
from workbench.vault.library_file import LibraryFile

_LOOKED_AT = 5000
_ONE_NAME = 80.0
"""Likeness of two first names (of 100) under which one record names somebody else: JANE for JOHN is 50."""


def find(library: LibraryFile, person: RecordPerson) -> RecordPerson | None:
    """The record as the file has it: by its id and first name, else by name and birth at one address.

    One with an id is looked for under its phones, e-mails and house too: names and births get corrected.
    """
    own = identity_of(person)
    return next(
        (
            other
            for wanted in _lookups(person, own)
            for other in library.search(**wanted, limit=_LOOKED_AT)
            if _same_record(person, own, other)
        ),
        None,
    )


def _lookups(person: RecordPerson, own: Identity) -> Iterator[dict[str, Any]]:
    """Where a record can stand in a file, the most telling look-up first."""
    first, last = own.name
    initial = _parts(person)[0][:1] or first[:1]
    if last:
        yield {"name": last, "first_initial": initial, "birth_year": own.year or None}
    if not is_id(person.record_id):
        return
    if last and own.year:
        yield {"name": last, "first_initial": initial}
    yield from ({"phone": phone} for phone in person.phones)
    yield from ({"email": email} for email in person.emails)
    house, street = _parts(person)[1:]
    if house and street:
        yield {"house": house, "street": street}


def _parts(person: RecordPerson) -> tuple[str, str, str]:
    """First name, house and street as the file has them, where the key tells them."""
    parts = person.person_key.split("|")
    return (parts[0], parts[4], parts[5]) if len(parts) >= KEY_PARTS else ("", "", "")


def _same_record(person: RecordPerson, own: Identity, other: RecordPerson) -> bool:
    theirs = identity_of(other)
    if is_id(person.record_id):
        # An id may be a parcel's: who owns it now is another person.
        alike = fuzz.ratio(own.name[0], theirs.name[0]) >= _ONE_NAME
        return other.record_id == person.record_id and alike
    return own.firmly(theirs) or own.loosely(theirs)


def is_id(record_id: str) -> bool:
    """Whether a record's id is the layout's own, and no row number."""
    return bool(record_id) and not record_id.startswith("row ")


def as_found(lead: Lead) -> Lead:
    """A lead without what ``proposed_again`` made of it: a judgment may have been taken back since."""
    key = "|".join(lead.person.person_key.split("|")[:KEY_PARTS])
    return replace(lead, joins=None, edition_note="", person=replace(lead.person, person_key=key))


def key_of(lead: Lead) -> tuple[str, str, str]:
    """Equal for leads of one record, in whichever edition: the party, the role, the record's id or person."""
    person = lead.person
    what = person.record_id if is_id(person.record_id) else person.person_key
    return lead.party_id, person.role, what


def brings(person: RecordPerson, known: Sequence[RecordPerson]) -> list[str]:
    """Addresses, phones and e-mails that none of the ``known`` descriptions has, as words."""
    said = {fold_text(value) for one in known for _, value in _values(one)}
    return [f"{title} {_shown(value)}" for title, value in _values(person) if fold_text(value) not in said]


def _values(person: RecordPerson) -> Iterator[tuple[str, str]]:
    """What reaches the person, each with its kind."""
    yield from (("address", value) for value in person.addresses)
    yield from (("phone", value) for value in person.phones)
    yield from (("e-mail", value) for value in person.emails)


def _shown(value: str) -> str:
    return phone_words(value) if value.isdigit() else value


def changed(before: RecordPerson, after: RecordPerson) -> list[str]:
    """What a newer row says otherwise, as words: ``address 1 Oak St → 2 Elm St``."""
    found: list[str] = []
    if fold_text(before.name) != fold_text(after.name):
        found.append(f"name {before.name or 'none'} → {after.name or 'none'}")
    # A year from an age is written with its slack by a match, and without by the library: it is the same.
    if birth_parts(before.birth)[:2] != birth_parts(after.birth)[:2]:
        found.append(f"birth {before.birth or 'none'} → {after.birth or 'none'}")
    for title, olds, news in (
        ("address", before.addresses, after.addresses),
        ("phone", before.phones, after.phones),
        ("e-mail", before.emails, after.emails),
    ):
        left, right = ({fold_text(value): _shown(value) for value in values} for values in (olds, news))
        out = [value for key, value in left.items() if key not in right]
        come = [value for key, value in right.items() if key not in left]
        if out and come:
            found.append(f"{title} {', '.join(out)} → {', '.join(come)}")
        else:
            found += [f"new {title} {value}" for value in come]
            found += [f"{title} {value} is no longer there" for value in out]
    return found
