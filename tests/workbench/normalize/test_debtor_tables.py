"""Parties and contact points as the frames matching reads."""

from datetime import date

import polars as pl

from workbench.model.party import (
    ContactKind,
    ContactPoint,
    ContactStatus,
    Party,
    PartyRole,
    PersonName,
    PostalAddress,
)
from workbench.normalize.debtors import debtors_table
from workbench.normalize.tables import DEBTOR_ADDRESS_SCHEMA, DEBTOR_SCHEMA

TODAY = date(2026, 1, 15)


def debtor(name: PersonName, **facts: object) -> Party:
    return Party("p1", PartyRole.DEBTOR, name, **facts)  # type: ignore[arg-type]


def point(kind: ContactKind, raw: str = "", **facts: object) -> ContactPoint:
    return ContactPoint("c", "p1", kind, raw, "", **facts)  # type: ignore[arg-type]


def one(party: Party, *contacts: ContactPoint) -> dict[str, object]:
    return debtors_table([("a1", party, contacts)], today=TODAY).people.row(0, named=True)


def test_no_debtors_have_the_schema() -> None:
    made = debtors_table([], today=TODAY)
    assert made.people.schema == pl.Schema(DEBTOR_SCHEMA)
    assert made.addresses.schema == pl.Schema(DEBTOR_ADDRESS_SCHEMA)


def test_a_whole_name_is_read_and_parts_win_over_it() -> None:
    row = one(debtor(PersonName("Sample Jr, Robert A")))
    assert (row["first"], row["middle"], row["last"], row["suffix"]) == ("ROBERT", "A", "SAMPLE", "JR")
    row = one(debtor(PersonName("SAMPLE ROBERT", first="Bob", last="de la Cruz")))
    assert (row["first"], row["last"], row["name_raw"]) == ("BOB", "DELACRUZ", "SAMPLE ROBERT")


def test_an_alias_of_the_same_first_name_is_a_former_surname() -> None:
    name = PersonName("", first="Jane", last="Roe")
    aliases = (PersonName("", first="June", last="Other"), PersonName("", first="JANE", last="O'Doe"))
    assert one(debtor(name, aliases=aliases))["former_last"] == "ODOE"


def test_birth_facts_lose_their_fillers() -> None:
    name = PersonName("Pat Sample")
    row = one(debtor(name, birth_date=date(1984, 5, 17)))
    assert (row["birth_date"], row["birth_year"], row["birth_year_slack"]) == (date(1984, 5, 17), 1984, 0)
    row = one(debtor(name, birth_date=date(1900, 1, 1), birth_year=1984))
    assert (row["birth_date"], row["birth_year"]) == (None, 1984)
    row = one(debtor(name, birth_year=1850))
    assert (row["birth_year"], row["birth_year_slack"]) == (None, None)


def test_last_four_from_either_number() -> None:
    name = PersonName("Pat Sample")
    assert one(debtor(name, ssn="123456788"))["ssn4"] == "6788"
    assert one(debtor(name, ssn_last4="6788"))["ssn4"] == "6788"
    assert one(debtor(name, ssn="999999999"))["ssn4"] is None


def test_disproved_contacts_are_left_out() -> None:
    row = one(
        debtor(PersonName("Pat Sample")),
        point(ContactKind.PHONE, "919-555-0101"),
        point(ContactKind.PHONE, "919-555-0102", status=ContactStatus.WRONG),
        point(ContactKind.PHONE, "(919) 555-0101"),
        point(ContactKind.EMAIL, "Pat@Example.com"),
        point(ContactKind.EMPLOYER, "Acme, Inc."),
    )
    assert (row["phones"], row["emails"], row["employer"]) == (["9195550101"], ["pat@example.com"], "ACME")


def test_addresses_are_best_first() -> None:
    contacts = (
        point(ContactKind.ADDRESS, address=PostalAddress("1 Elm St"), status=ContactStatus.RETURNED),
        point(ContactKind.ADDRESS, address=PostalAddress("2 Elm St", "Apt 3", "Sampleton", "IL", "62704")),
        point(ContactKind.ADDRESS, address=PostalAddress("3 Elm St"), status=ContactStatus.GOOD),
        point(ContactKind.ADDRESS, "4 Elm St, Sampleton IL 62704", current=False),
        point(ContactKind.ADDRESS, address=PostalAddress("5 Elm St"), status=ContactStatus.WRONG),
    )
    found = debtors_table([("a1", debtor(PersonName("Pat Sample")), contacts)], today=TODAY).addresses
    assert found["address_house"].to_list() == ["3", "2", "1", "4"]
    assert found["current"].to_list() == [True, True, False, False]
    assert found.row(1)[3:] == ("ELM ST", "3", "SAMPLETON", "IL", "62704", True)
