"""The parties of one placement row, the ways to reach them, and the evidence for each."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from workbench.base.ids import new_id
from workbench.model.evidence import Evidence
from workbench.model.party import ContactKind, ContactPoint, Party, PartyRole, PersonName, PostalAddress
from workbench.normalize.addresses import parse_address
from workbench.normalize.contacts import address_key
from workbench.normalize.one_line import one_line_address
from workbench.normalize.places import place_parts
from workbench.records.placement_columns import PlacedAddress, PlacedPerson, Source
from workbench.records.placement_names import names_of
from workbench.records.placement_normals import Normals, several
from workbench.records.placement_values import RowValues, ssn_texts, zip_text

SOURCE_KIND = "client file"
"""The kind of source that every statement of a placement file is (the field's list of lead sources)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row comes from: what every piece of its evidence repeats."""

    client: str
    row_number: int
    import_id: str
    file_digest: str
    recorded_at: datetime
    as_of: date | None = None


@dataclass(slots=True)
class Draft:
    """What is being gathered from one row."""

    values: RowValues
    normals: Normals
    origin: Origin
    birth_of: Callable[[RowValues, Source], tuple[date | None, int | None]]
    parties: list[Party] = field(default_factory=list)
    points: list[ContactPoint] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def state(self, subject_id: str, statement: str) -> None:
        """Add the client's ``statement`` about a party, contact point or account."""
        origin = self.origin
        self.evidence.append(
            Evidence(
                new_id(),
                subject_id,
                SOURCE_KIND,
                origin.client,
                statement,
                origin.recorded_at,
                import_id=origin.import_id,
                file_digest=origin.file_digest,
                row_number=origin.row_number,
                as_of=origin.as_of,
            )
        )

    def point(self, point: ContactPoint, heading: str) -> None:
        """Add a contact point unless the party has it already."""
        same = (point.party_id, point.kind, point.normalized or point.raw.casefold())
        if all((p.party_id, p.kind, p.normalized or p.raw.casefold()) != same for p in self.points):
            self.points.append(point)
            self.state(point.contact_id, f"{heading}: {point.raw}")


def add_person(draft: Draft, person: PlacedPerson) -> Party | None:
    """Add what the row says of one party; None when it names nobody there.

    A joint name adds the further people as co-debtors, who share the addresses.
    """
    names = names_of(draft.values, person, draft.normals.firms)
    if not names:
        return None
    party = _party(draft, person, names[0])
    _add_contacts(draft, person, party)
    for name in names[1:]:
        joint = Party(new_id(), PartyRole.CO_DEBTOR, name)
        draft.parties.append(joint)
        draft.state(joint.party_id, f"named together with the {party.role.replace('_', '-')}")
        _add_addresses(draft, person, joint)
    return party


def _party(draft: Draft, person: PlacedPerson, name: PersonName) -> Party:
    values = draft.values
    nine, last4 = ssn_texts(values, person.ssn) if person.ssn else ("", "")
    if nine and nine not in draft.normals.ssns:
        values.leave_unread(person.ssn, values.text(person.ssn), "an SSN that was never issued")
        nine, last4 = "", ""
    born, year = draft.birth_of(values, person.birth_date) if person.birth_date else (None, None)
    aliases = (names_of(values, PlacedPerson(whole=source), draft.normals.firms) for source in person.aliases)
    party = Party(
        new_id(),
        PartyRole(person.role),
        name,
        aliases=tuple(alias for found in aliases for alias in found),
        birth_date=born,
        birth_year=year,
        ssn=nine,
        ssn_last4=last4,
    )
    draft.parties.append(party)
    for said in _statements(party):
        draft.state(party.party_id, said)
    return party


def _statements(party: Party) -> list[str]:
    """What the client says of a party, a fact each: a fact that is left out later takes none of them back."""
    born = party.birth_date.isoformat() if party.birth_date else party.birth_year
    facts = [f"{party.role.replace('_', '-')}: {party.name.whole}"]
    facts += [f"born {born}"] if born else []
    facts += [f"SSN ending {party.ssn_last4}"] if party.ssn_last4 else []
    return facts


def _add_contacts(draft: Draft, person: PlacedPerson, party: Party) -> None:
    """Every phone, e-mail and address of the party."""
    _add_addresses(draft, person, party)
    for phone in person.phones:
        text = draft.values.value(phone.column)
        for raw in several(text) if text else ():
            number = draft.normals.phones.get(raw)
            if number is None:
                draft.values.leave_unread(phone.column, raw, "not a telephone number")
                continue
            kind = draft.values.value(phone.kind)
            point = ContactPoint(
                new_id(), party.party_id, ContactKind.PHONE, raw, number, label=phone.label, line_type=kind
            )
            draft.point(point, phone.column[0])
    for source in person.emails:
        text = draft.values.value(source)
        for raw in several(text) if text else ():
            email = draft.normals.emails.get(raw)
            if email is None:
                draft.values.leave_unread(source, raw, "not an e-mail address")
                continue
            draft.point(ContactPoint(new_id(), party.party_id, ContactKind.EMAIL, raw, email), source[0])


def _add_addresses(draft: Draft, person: PlacedPerson, party: Party) -> None:
    for columns in person.addresses:
        address = postal_address(draft.values, columns)
        if address is None:
            continue
        point = ContactPoint(
            new_id(),
            party.party_id,
            ContactKind.ADDRESS,
            address.one_line(),
            address_key(parse_address(address)),
            address=address,
            label=columns.label,
            current=columns.current,
        )
        heading = next(source[0] for source in columns.sources() if source)
        draft.point(point, heading)


def postal_address(values: RowValues, columns: PlacedAddress) -> PostalAddress | None:
    """The address of a row in parts; None when neither a street line nor a ZIP is given."""
    whole = values.value(columns.whole)
    if whole:
        found = one_line_address(whole)
        second = values.value(columns.line2)
        return replace(found, line2=", ".join(part for part in (found.line2, second) if part))
    place = values.value(columns.city_state_zip)
    city, state, zip_code = _place(place) if place else ("", "", "")
    address = PostalAddress(
        values.value(columns.line1),
        values.value(columns.line2),
        values.value(columns.city) or city,
        values.value(columns.state) or state,
        zip_text(values, columns.zip) or zip_code,
    )
    return address if address.line1 or address.line2 or address.zip_code else None


def _place(text: str) -> tuple[str, str, str]:
    """City, state and ZIP of one last line; what cannot be told apart stays with the city."""
    city, state, zip_code = place_parts(text)
    return (city or "", state or "", zip_code or "") if state else (text, "", "")


def add_employer_point(draft: Draft, debtor: Party, employer: Party) -> None:
    """The debtor's place of employment as a way to reach the debtor, with the employer's address."""
    where = next((p.address for p in draft.points if p.party_id == employer.party_id and p.address), None)
    name = employer.name.whole
    point = ContactPoint(
        new_id(),
        debtor.party_id,
        ContactKind.EMPLOYER,
        name,
        draft.normals.employers.get(name, ""),
        address=where,
    )
    draft.point(point, "employer")
