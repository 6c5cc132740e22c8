"""The same account placed again: what is new goes in, nothing is lost, nothing comes twice."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from workbench.base.clock import FixedClock
from workbench.model.account import AccountStatus
from workbench.model.case import CaseContent
from workbench.model.party import ContactKind, ContactPoint, ContactStatus, Party, PartyRole, PersonName
from workbench.records.placement import PlacementRow, read_placements
from workbench.records.placement_difference import apply_update, placement_difference
from workbench.records.placement_guess import placement_mapping

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "placements.csv"
FULL = {
    "Account": "00042",
    "Name": "Ada Example",
    "Balance": "100.00",
    "Principal": "90.00",
    "Interest": "10.00",
    "Open Date": "03/04/2020",
    "DOB": "05/17/1984",
    "SSN": "6788",
    "Address": "118 Maple St",
    "City": "Springfield",
    "Zip": "27312",
    "Cell": "919-555-0101",
    "Employer": "Sample Mills",
    "Cosigner": "Bea Example",
    "Desk": "7",
}


def placed(*, digest: str = "1", **changes: str) -> PlacementRow:
    """FULL as a row of the file ``digest``, with ``changes``; "" blanks a column."""
    cells = FULL | {key.replace("_", " "): value for key, value in changes.items()}
    clock = FixedClock(datetime(2026, 9, 20 + int(digest), tzinfo=UTC))
    mapping = placement_mapping(list(cells), [])
    rows = read_placements(
        [(1, cells)], mapping, default_client="C", import_id=digest, file_digest=digest, clock=clock
    )
    (row,) = rows
    assert isinstance(row, PlacementRow)
    return row


@pytest.fixture
def case() -> CaseContent:
    return placed().content()


def test_the_same_row_again_adds_nothing(case):
    assert not placement_difference(case, placed())
    assert not placement_difference(case, placed(digest="2"))


def test_every_row_of_the_sample_file_adds_nothing_the_second_time():
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        header, *cells = csv.reader(file)
    mapping = placement_mapping(header, cells[:50])

    def accounts(digest: str) -> list[PlacementRow]:
        rows = ((i, dict(zip(header, row, strict=True))) for i, row in enumerate(cells, start=1))
        clock = FixedClock(datetime(2026, 9, 20, tzinfo=UTC))
        found = read_placements(
            rows, mapping, default_client="", import_id=digest, file_digest=digest, clock=clock
        )
        return [row for row in found if isinstance(row, PlacementRow)]

    first, again = accounts("1"), accounts("2")
    assert len(first) == len(again) == 200
    assert [row.notes for row in first if row.notes] == []
    assert not any(placement_difference(a.content(), b) for a, b in zip(first, again, strict=True))


def test_a_changed_balance_is_told_with_what_it_was(case):
    update = placement_difference(
        case, placed(digest="2", Balance="80.00", Principal="75.00", Interest="5.00")
    )
    assert update.account is not None
    assert update.account.balance.total == 8000
    assert [(c.field, c.before, c.after) for c in update.changes] == [
        ("balance.total", "100.00 USD", "80.00 USD"),
        ("balance.principal", "90.00 USD", "75.00 USD"),
        ("balance.interest", "10.00 USD", "5.00 USD"),
    ]
    assert "balance.total: 80.00 USD (was 100.00 USD)" in update.words
    assert [e.statement for e in update.evidence] == ["placed with a balance of 80.00 USD"]


def test_parts_of_an_old_total_do_not_outlive_it(case):
    same = placement_difference(case, placed(Principal="", Interest=""))
    assert same.account is None
    fewer = placement_difference(case, placed(Balance="80.00", Principal="", Interest=""))
    assert fewer.account is not None
    assert fewer.account.balance.principal is None


def test_the_account_keeps_its_id_status_and_history(case):
    worked = replace(case, account=replace(case.account, status=AccountStatus.SKIP))
    update = placement_difference(worked, placed(digest="2", Open_Date="03/05/2020"))
    assert update.account is not None
    assert update.account.account_id == case.account.account_id
    assert update.account.status is AccountStatus.SKIP
    assert update.account.created_at == case.account.created_at
    assert update.account.opened_on == date(2020, 3, 5)


def test_a_blank_takes_nothing_away(case):
    blank = {"Open_Date": "", "DOB": "", "SSN": "", "Cell": "", "Employer": "", "Cosigner": "", "Desk": ""}
    assert not placement_difference(case, placed(digest="2", **blank, Address="", City="", Zip=""))


def test_extra_columns_are_merged(case):
    update = placement_difference(case, placed(digest="2", Desk="8"))
    assert update.account is not None
    assert update.account.extra == {"Desk": "8"}
    assert [(c.field, c.before) for c in update.changes] == [("extra.Desk", "7")]


def test_new_ways_to_reach_are_added_to_the_party_of_the_case(case):
    update = placement_difference(case, placed(digest="2", Home_Phone="919-555-0102", Cell="(919) 555-0101"))
    (phone,) = update.contact_points
    assert (phone.normalized, phone.party_id) == ("9195550102", case.parties[0].party_id)
    assert [e.subject_id for e in update.evidence if "Home Phone" in e.statement] == [phone.contact_id]
    assert "1 phone(s) new" in update.words


def test_a_number_proved_wrong_does_not_come_back(case):
    disproved = tuple(
        replace(p, status=ContactStatus.WRONG) if p.kind is ContactKind.PHONE else p
        for p in case.contact_points
    )
    assert not placement_difference(replace(case, contact_points=disproved), placed(digest="2"))


def test_what_a_human_added_stays(case):
    found = ContactPoint("x" * 32, case.parties[0].party_id, ContactKind.PHONE, "9195550177", "9195550177")
    mother = Party("m" * 32, PartyRole.RELATIVE, PersonName("Cora Example"))
    worked = replace(case, contact_points=(*case.contact_points, found), parties=(*case.parties, mother))
    update = placement_difference(worked, placed(digest="2", Balance="80.00", Home_Phone="919-555-0102"))
    after = apply_update(worked, update)
    assert set(worked.parties) <= set(after.parties)
    assert set(worked.contact_points) <= set(after.contact_points)
    assert set(worked.evidence) <= set(after.evidence)
    assert after.account.balance.total == 8000
    assert not placement_difference(after, placed(digest="2", Balance="80.00", Home_Phone="919-555-0102"))


def test_missing_facts_are_filled_in():
    bare = placed(DOB="", SSN="").content()
    update = placement_difference(bare, placed(digest="2"))
    (debtor,) = update.parties
    assert debtor.party_id == bare.parties[0].party_id
    assert (debtor.birth_date, debtor.ssn_last4) == (date(1984, 5, 17), "6788")
    assert update.conflicts == ()
    assert not placement_difference(apply_update(bare, update), placed(digest="2"))


def test_a_fact_that_differs_is_reported_and_kept_as_evidence_only(case):
    other = placed(digest="2", DOB="05/18/1984")
    update = placement_difference(case, other)
    assert update.conflicts == ("debtor.birth_date",)
    assert update.parties == ()
    assert [e.statement for e in update.evidence] == ["born 1984-05-18"]
    assert not placement_difference(apply_update(case, update), other)


def test_a_full_number_joins_its_last_four_only_when_they_agree(case):
    agreeing = placement_difference(case, placed(digest="2", SSN="123-45-6788"))
    assert [p.ssn for p in agreeing.parties] == ["123456788"]
    differing = placement_difference(case, placed(digest="2", SSN="123-45-6780"))
    assert differing.parties == ()
    assert differing.conflicts == ("debtor.ssn_last4",)


def test_another_name_of_the_debtor_becomes_an_alias(case):
    update = placement_difference(case, placed(digest="2", Name="Ada Sample"))
    (debtor,) = update.parties
    assert debtor.name.whole == "Ada Example"
    assert [alias.whole for alias in debtor.aliases] == ["Ada Sample"]
    after = apply_update(case, update)
    assert not placement_difference(after, placed(digest="2", Name="Ada Sample"))
    assert not placement_difference(after, placed())


def test_the_same_name_in_another_order_is_no_alias(case):
    assert placement_difference(case, placed(digest="2", Name="EXAMPLE, ADA")).parties == ()


def test_a_new_co_debtor_and_employer_are_new_parties(case):
    update = placement_difference(
        case, placed(digest="2", Cosigner="Dora Example", Employer="Other Sample Co")
    )
    assert {(p.role, p.name.whole) for p in update.parties} == {
        (PartyRole.CO_DEBTOR, "Dora Example"),
        (PartyRole.EMPLOYER, "Other Sample Co"),
    }
    assert {p.kind for p in update.contact_points} == {ContactKind.EMPLOYER}
    assert update.contact_points[0].party_id == case.parties[0].party_id


def test_ids_of_the_update_are_those_of_the_case(case):
    update = placement_difference(case, placed(digest="2", Balance="80.00", Cosigner="Dora Example"))
    known = {case.account.account_id, *(p.party_id for p in (*case.parties, *update.parties))}
    assert {p.party_id for p in update.contact_points} <= known
    points = {p.contact_id for p in (*case.contact_points, *update.contact_points)}
    assert {e.subject_id for e in update.evidence} <= known | points
