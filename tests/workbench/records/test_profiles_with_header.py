"""Every layout with a header is recognised from its own column names, and gives its person."""

import csv
import io
from datetime import date

import pytest

from workbench.records.library import default_library
from workbench.records.mapping import AddressSources, PersonSources
from workbench.records.profile import Profile

HEADED = [p for p in default_library().profiles if p.recognise.required and not p.groups and not p.nameless]
VALUES = {
    "first": "Wilhelmina",
    "middle": "Q",
    "last": "Testerton",
    "suffix": "JR",
    "former_last": "Exampleby",
    "birth_date": "05/17/1984",
    "birth_year": "1984",
    "ssn": "",
    "employer": "Sample Foundry LLC",
}
HOME = {
    "line1": "118 N MAPLE STREET",
    "whole": "118 N MAPLE STREET, SPRINGFIELD, NC 27312",
    "city": "SPRINGFIELD",
    "state": "NC",
    "zip": "27312-1234",
    "city_state_zip": "SPRINGFIELD NC 27312",
}


def one_row(profile: Profile, person: PersonSources) -> dict[str, str]:
    """A row in the profile's own names that says everything of one person."""
    row: dict[str, str] = {}

    def put(source: tuple[str, ...], value: str) -> None:
        if source:
            row.setdefault(source[0], value)

    if person.person_if is not None:
        row[person.person_if.column] = person.person_if.one_of[0]
    for target, value in VALUES.items():
        put(getattr(person, target), value)
    whole = "WILHELMINA TESTERTON" if person.order == "first_last" else "TESTERTON WILHELMINA"
    put(person.whole, whole)
    for phone in person.phones[:1]:
        parts = (
            ("919", "555", "0123")
            if len(phone) == 3
            else ("919", "5550123")
            if len(phone) == 2
            else ("919-555-0123",)
        )
        row.update(zip(phone, parts, strict=True))
    for email in person.emails[:1]:
        put(email, "W.Testerton@Example.com")
    _put_address(put, person.address)
    put(profile.template.record_id[:1], "ID0042")
    for condition in person.when:
        if not condition.negate:
            row.setdefault(condition.column, condition.one_of[0] if condition.one_of else "25000")
    return row


def _put_address(put, address: AddressSources) -> None:
    if address.street:
        put(address.house, "118")
        put(address.pre, "N")
        put(address.kind, "STREET")
        put(address.street, f"{'' if address.pre else 'N '}MAPLE{'' if address.kind else ' STREET'}")
    for part in ("line1", "whole", "city", "state", "zip", "city_state_zip"):
        if part != "line1" or not address.street:
            put(getattr(address, part), HOME[part])


def as_csv(profile: Profile, row: dict[str, str], delimiter: str = ",") -> str:
    rules = profile.recognise
    columns = list(
        dict.fromkeys((*rules.required, *rules.optional, *profile.template.used_columns(), "zz_extra"))
    )
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow([c.upper().replace("_", " ") for c in columns])
    writer.writerow([row.get(c, "") for c in columns])
    return out.getvalue()


@pytest.mark.parametrize("profile", HEADED, ids=lambda p: p.id)
def test_layout_is_recognised_and_read(load, profile):
    """Column order, case and separators differ from the profile's; an unknown column is no harm."""
    person = profile.template.people[0]
    firm = person.role == "company"
    row = one_row(profile, person)
    found = load(as_csv(profile, row))
    assert (found.match.profile_id, found.match.automatic) == (profile.id, True), found.match
    assert found.problems == []
    subject = next(p for p in found.people if p["role"] == person.role)
    if profile.template.record_id:
        assert "ID0042" in str(subject["record_id"])
    if not firm:
        assert (subject.get("first"), subject.get("last")) == ("WILHELMINA", "TESTERTON")
    if person.birth_date:
        assert subject["birth_date"] == date(1984, 5, 17)
    if person.birth_year or person.birth_date:
        assert subject["birth_year"] == 1984
    if person.phones:
        assert subject["phones"] == ["9195550123"]
    if person.emails:
        assert subject["emails"] == ["w.testerton@example.com"]
    if person.employer:
        assert subject["employer"] == "SAMPLE FOUNDRY"
    address = person.address
    if address.line1 or address.street or address.whole:
        assert (subject["address_house"], subject["address_street"]) == ("118", "N MAPLE ST")
    if address.zip:
        assert subject["address_zip"] == "27312"
    if address.city or address.whole:
        assert subject["address_city"] == "SPRINGFIELD"


@pytest.mark.parametrize("delimiter", ["\t", "|", ";"])
def test_delimiter_does_not_matter_to_a_header(load, delimiter):
    profile = default_library().profile("voter_ohio")
    found = load(as_csv(profile, one_row(profile, profile.template.people[0]), delimiter))
    assert found.shape.delimiter == delimiter
    assert found.match.profile_id == "voter_ohio"


def test_every_profile_states_where_its_data_comes_from():
    for profile in default_library().profiles:
        assert profile.origin
        assert profile.kind
        assert profile.title
