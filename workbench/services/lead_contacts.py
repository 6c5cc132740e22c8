"""What a record's person brings to a case: addresses, phones, e-mails and employer as contact points."""

from collections.abc import Iterator

from workbench.base.ids import new_id
from workbench.model.lead import RecordPerson
from workbench.model.party import ContactKind, ContactPoint, PostalAddress
from workbench.normalize.contacts import normalized_contact
from workbench.normalize.places import place_parts

RECORD_LABEL = "public record"
"""Label of the contact points that accepted leads bring."""


def contact_points_of(person: RecordPerson, party_id: str) -> Iterator[ContactPoint]:
    """Each distinct contact value of ``person`` as an unverified contact point of ``party_id``."""
    seen: set[tuple[ContactKind, str]] = set()
    for kind, raw, address in _values(person):
        normalized = normalized_contact(kind, raw, address)
        if normalized and (kind, normalized) not in seen:
            seen.add((kind, normalized))
            yield ContactPoint(new_id(), party_id, kind, raw, normalized, address=address, label=RECORD_LABEL)


def _values(person: RecordPerson) -> Iterator[tuple[ContactKind, str, PostalAddress | None]]:
    for text in person.addresses:
        yield ContactKind.ADDRESS, text, postal_address(text)
    for text in person.phones:
        yield ContactKind.PHONE, text, None
    for text in person.emails:
        yield ContactKind.EMAIL, text, None
    if employer := (person.facts or {}).get(ContactKind.EMPLOYER.value):
        yield ContactKind.EMPLOYER, employer, None


def postal_address(text: str) -> PostalAddress:
    """The parts of an address on one line, ``12 Maple St, Apt 4, Springfield IL 62704``."""
    *lines, place = [p.strip() for p in text.split(",")] if "," in text else [text, ""]
    city, state, zip_code = place_parts(place)
    return PostalAddress(
        lines[0], line2=", ".join(lines[1:]), city=city or "", state=state or "", zip_code=zip_code or ""
    )
