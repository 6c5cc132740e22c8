"""Placement rows read as accounts: numbers, money, dates, people; and rows that cannot be taken."""

from datetime import UTC, date, datetime

import pytest

from workbench.base.clock import FixedClock
from workbench.model.importing import RowProblem
from workbench.model.party import ContactKind, PartyRole
from workbench.records.placement import PlacementRow, RepeatedRow, read_placements
from workbench.records.placement_columns import (
    PlacedAddress,
    PlacedPerson,
    PlacedPhone,
    PlacementMapping,
)
from workbench.records.placement_guess import placement_mapping

CLOCK = FixedClock(datetime(2026, 9, 20, 12, tzinfo=UTC))
BASIC = {"Account": "00042", "Name": "Ada Example", "Balance": "100.00"}


def read(*rows, mapping: PlacementMapping | None = None, client: str = "Sample Client"):
    """The answers for ``rows``, each a change to BASIC; the mapping is guessed from the headings."""
    cells = [BASIC | row for row in rows]
    columns = list(dict.fromkeys(c for row in cells for c in row))
    guessed = placement_mapping(columns, [[row.get(c, "") for c in columns] for row in cells])
    return list(
        read_placements(
            enumerate(cells, start=1),
            mapping or guessed,
            default_client=client,
            import_id="i" * 32,
            file_digest="d" * 64,
            clock=CLOCK,
        )
    )


def taken(**cells) -> PlacementRow:
    (answer,) = read({key.replace("_", " "): value for key, value in cells.items()})
    assert isinstance(answer, PlacementRow), answer
    return answer


def refused(**cells) -> str:
    (answer,) = read({key.replace("_", " "): value for key, value in cells.items()})
    assert isinstance(answer, RowProblem)
    return answer.reason


def points(row: PlacementRow, kind: ContactKind, role: PartyRole = PartyRole.DEBTOR):
    ids = {party.party_id for party in row.parties if party.role is role}
    return [p for p in row.contact_points if p.kind is kind and p.party_id in ids]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("00042", "00042"),
        (" 0B-7 ", "0B-7"),
        ("'00042", "00042"),
        ('="00042"', "00042"),
        ("417203.0", "417203"),
        ("4.50-A", "4.50-A"),
        ("0x1F", "0x1F"),
        ("１２", "１２"),
    ],
)
def test_account_number_is_text(cell, number):
    assert taken(Account=cell).account.account_number == number


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("1,234.50", 123450),
        ("$1,234.50", 123450),
        (" $ 12 ", 1200),
        ("1234.5", 123450),
        (".99", 99),
        ("US$ 7.00", 700),
        ("100.00 USD", 10000),
        ("0.00", 0),
        ("110.00000000000001", 11000),
        ("2.9999999999999996", 300),
    ],
)
def test_money_is_whole_cents(cell, cents):
    assert taken(Balance=cell).account.balance.total == cents


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Account": ""}, "account number is missing"),
        ({"Account": "N/A"}, "account number is missing"),
        ({"Account": "4.17E+15"}, "scientific notation"),
        ({"Name": "  "}, "name is missing"),
        ({"Name": "---"}, "name is missing"),
        ({"Balance": ""}, "balance is missing"),
        ({"Balance": "call us"}, "balance cannot be read"),
        ({"Balance": "12.345"}, "balance cannot be read"),
        ({"Balance": "(45.00)"}, "below zero"),
        ({"Balance": "45.00 CR"}, "below zero"),
        ({"Currency": "dollar bills"}, "three-letter code"),
        ({"Account": "", "Name": "", "Balance": ""}, "row is empty"),
    ],
)
def test_bad_row_is_refused_with_its_reason_and_without_its_values(cells, reason):
    (answer,) = read(cells)
    assert isinstance(answer, RowProblem)
    assert reason in answer.reason
    assert answer.row_number == 1
    assert not any(value in answer.reason for value in cells.values() if len(value) > 2)


def test_the_rest_goes_in_around_bad_rows():
    answers = read({"Account": "1"}, {"Balance": "x"}, {"Account": "3"}, {"Name": ""}, {"Account": "5"})
    assert [(a.row_number, isinstance(a, PlacementRow)) for a in answers] == [
        (1, True),
        (2, False),
        (3, True),
        (4, False),
        (5, True),
    ]


def test_an_account_number_that_comes_again_is_named_with_the_first_row():
    first, second, other = read({}, {"Name": "Bob Example"}, {"Client": "Another"})
    assert isinstance(first, PlacementRow)
    assert isinstance(second, RepeatedRow)
    assert second.reason == "the same account number as in row 1"
    assert isinstance(other, PlacementRow)  # the same number of another client is another account


def test_a_refused_row_does_not_take_the_number():
    bad, good = read({"Balance": "x"}, {})
    assert isinstance(bad, RowProblem)
    assert isinstance(good, PlacementRow)


def test_client_of_the_row_then_of_the_import_then_the_creditor():
    assert taken(Client="Row Client").account.client == "Row Client"
    assert taken(Client="").account.client == "Sample Client"
    (row,) = read({"Original Creditor": "First Sample Bank"}, client="")
    assert row.account.client == "First Sample Bank"


def test_parts_that_add_up_are_taken_without_a_word():
    row = taken(Balance="110.00", Principal="100.00", Interest="10", Fees="")
    assert (row.account.balance.principal, row.account.balance.interest, row.account.balance.fees) == (
        10000,
        1000,
        None,
    )
    assert row.notes == ()


def test_total_stands_where_parts_differ_and_says_so():
    row = taken(Balance="120.00", Principal="100.00")
    assert row.account.balance.total == 12000
    assert row.notes == ("balance: its parts do not add up to it",)


def test_missing_total_is_made_of_the_parts():
    *_, row = read(
        {"Account": "1", "Costs": "1.00"},
        {"Balance": "", "Principal": "100.00", "Interest": "5.50", "Costs": "abc"},
    )
    assert row.account.balance.total == 10550
    assert row.account.balance.costs is None
    assert "balance: made of its parts" in row.notes
    assert row.account.extra["unread Costs"] == "abc"


DATES = [
    ("03/04/2020", date(2020, 3, 4)),
    ("3/4/20", date(2020, 3, 4)),
    ("2020-03-04", date(2020, 3, 4)),
    ("2020-03-04 00:00:00", date(2020, 3, 4)),
    ("20200304", date(2020, 3, 4)),
    ("4-Mar-2020", date(2020, 3, 4)),
    ("March 4, 2020", date(2020, 3, 4)),
    ("43894", date(2020, 3, 4)),
    ("25/04/2020", date(2020, 4, 25)),
    ("", None),
    ("00/00/0000", None),
    ("N/A", None),
]


@pytest.mark.parametrize(("cell", "day"), DATES)
def test_dates_as_files_write_them(cell, day):
    row = taken(Open_Date=cell)
    assert row.account.opened_on == day
    assert row.notes == ()


@pytest.mark.parametrize("cell", ["02/30/2020", "13/13/2020", "soon", "01/01/1900", "05/05/2031", "2020"])
def test_a_date_that_cannot_be_is_kept_aside_and_the_row_taken(cell):
    rows = read(*({"Account": str(i), "Open Date": "03/04/2020"} for i in range(9)), {"Open Date": cell})
    row = rows[-1]
    assert row.account.opened_on is None
    assert row.account.extra["unread Open Date"] == cell
    assert row.notes[0].startswith("Open Date: ")
    assert cell not in row.notes[0]


def test_only_a_statute_date_may_lie_ahead():
    row = taken(Statute_Date="05/05/2031", Placed_Date="05/05/2031")
    assert row.account.statute_expires_on == date(2031, 5, 5)
    assert row.account.placed_on is None


@pytest.mark.parametrize(
    ("cell", "born", "year"),
    [
        ("05/17/1984", date(1984, 5, 17), 1984),
        ("5/17/84", date(1984, 5, 17), 1984),
        ("05/17/45", date(1945, 5, 17), 1945),
        ("1984", None, 1984),
        ("01/01/1900", None, None),
        ("05/17/2030", None, None),
        ("", None, None),
    ],
)
def test_birth_dates(cell, born, year):
    rows = read(*({"Account": str(i), "DOB": "03/04/1970"} for i in range(9)), {"DOB": cell})
    assert (rows[-1].debtor.birth_date, rows[-1].debtor.birth_year) == (born, year)


@pytest.mark.parametrize(
    ("cell", "nine", "four"),
    [
        ("123-45-6788", "123456788", "6788"),
        ("123456788", "123456788", "6788"),
        ("12345678", "012345678", "5678"),
        ("1234567", "001234567", "4567"),
        ("XXX-XX-6788", "", "6788"),
        ("***6788", "", "6788"),
        ("6788", "", "6788"),
        ("88", "", "0088"),
        ("0088.0", "", "0088"),
        ("", "", ""),
        ("0000", "", ""),
        ("000-00-0000", "", ""),
    ],
)
def test_social_security_numbers_get_their_zeros_back(cell, nine, four):
    rows = read(*({"Account": str(i), "SSN": "123-45-6789"} for i in range(9)), {"SSN": cell})
    if cell == "12345678":
        nine, four = "", ""  # 012-34-5678 is an advertisement's number
    assert (rows[-1].debtor.ssn, rows[-1].debtor.ssn_last4) == (nine, four)


@pytest.mark.parametrize("cell", ["666-12-1234", "987-65-4321", "12345", "12-3456789-0"])
def test_a_number_never_issued_is_kept_aside(cell):
    rows = read(*({"Account": str(i), "SSN": "123-45-6789"} for i in range(9)), {"SSN": cell})
    assert rows[-1].debtor.ssn == ""
    assert rows[-1].account.extra["unread SSN"] == cell


@pytest.mark.parametrize(
    ("cell", "code", "noted"),
    [
        ("02110", "02110", False),
        ("2110", "02110", True),
        ("501", "00501", True),
        ("2110.0", "02110", True),
        ("27312-1234", "27312-1234", False),
        ("273121234", "27312-1234", False),
        ("21101234", "02110-1234", True),
        ("K1A 0B1", "K1A 0B1", False),
        ("1234567890", "1234567890", False),
    ],
)
def test_zip_codes_get_their_zeros_back_and_it_is_said(cell, code, noted):
    rows = read(
        *({"Account": str(i), "Address": "1 Elm St", "City": "X", "Zip": "27312"} for i in range(9)),
        {"Address": "1 Elm St", "City": "X", "Zip": cell},
    )
    (address,) = points(rows[-1], ContactKind.ADDRESS)
    assert address.address.zip_code == code
    assert any("ZIP restored" in note for note in rows[-1].notes) == noted


NAMES = [
    ("Ada B Example", ("Ada", "B", "Example", "")),
    ("EXAMPLE, ADA B", ("ADA", "B", "EXAMPLE", "")),
    ("Example, Robert Lee Jr.", ("Robert", "Lee", "Example", "JR")),
    ("Robert Lee Example III", ("Robert", "Lee", "Example", "III")),
    ("EXAMPLE ROBERT L", ("ROBERT", "L", "EXAMPLE", "")),
    ("Muñoz, José", ("José", "", "Muñoz", "")),
    ("Maria Garcia-Lopez", ("Maria", "", "Garcia-Lopez", "")),
]


@pytest.mark.parametrize(("cell", "parts"), NAMES)
def test_whole_names_in_either_order_keep_their_letters(cell, parts):
    name = taken(Name=cell).debtor.name
    assert (name.first, name.middle, name.last, name.suffix) == parts
    assert name.whole == cell


@pytest.mark.parametrize(
    ("cell", "first", "second"),
    [
        ("EXAMPLE, JOHN & MARY", ("JOHN", "EXAMPLE"), ("MARY", "EXAMPLE")),
        ("John and Mary Example", ("JOHN", "EXAMPLE"), ("MARY", "EXAMPLE")),
    ],
)
def test_joint_names_are_two_people_who_share_the_address(cell, first, second):
    row = taken(Name=cell, Address="12 Elm St", City="Springfield", Zip="27312")
    debtor, other = row.parties
    assert (debtor.name.first, debtor.name.last) == first
    assert (other.name.first, other.name.last) == second
    assert other.role is PartyRole.CO_DEBTOR
    homes = [p for p in row.contact_points if p.kind is ContactKind.ADDRESS]
    assert {p.party_id for p in homes} == {debtor.party_id, other.party_id}


def test_a_firm_keeps_its_name_whole():
    name = taken(Name="Example & Sons Plumbing LLC").debtor.name
    assert (name.whole, name.first, name.last) == ("Example & Sons Plumbing LLC", "", "")


def test_split_name_with_former_name_and_alias():
    (row,) = read(
        {
            "Name": "",
            "First Name": "Ada",
            "Last Name": "Example",
            "Suffix": "",
            "Maiden Name": "Sample",
            "AKA": "Addie Example",
        }
    )
    assert row.debtor.name.former_last == "Sample"
    assert [alias.first for alias in row.debtor.aliases] == ["Addie"]


def test_phones_are_ten_digits_with_label_and_line_type():
    row = taken(
        Home_Phone="(919) 555-0101 x12", Cell="9195550102", Phone_1="919-555-0103", Phone_1_Type="Mobile"
    )
    assert [(p.normalized, p.label, p.line_type) for p in points(row, ContactKind.PHONE)] == [
        ("9195550101", "home", ""),
        ("9195550102", "cell", ""),
        ("9195550103", "other", "Mobile"),
    ]


def test_two_numbers_in_a_cell_are_two_and_a_repeat_is_one():
    row = taken(Home_Phone="919-555-0101 / 919-555-0102", Cell="(919) 555-0101")
    assert [p.normalized for p in points(row, ContactKind.PHONE)] == ["9195550101", "9195550102"]


def test_what_is_no_phone_or_email_is_kept_aside():
    rows = read(
        *({"Account": str(i), "Cell": "919-555-0101", "Email": "a@example.com"} for i in range(9)),
        {"Cell": "555-01", "Email": "none@none.com"},
    )
    assert points(rows[-1], ContactKind.PHONE) == []
    assert rows[-1].account.extra == {"unread Cell": "555-01", "unread Email": "none@none.com"}


def test_addresses_current_previous_and_in_one_line():
    row = taken(
        Address="118 Maple St.",
        Address_2="Apt 4B",
        City="Springfield",
        State="NC",
        Zip="27312",
        Prev_Address="9 Oak Ave, Shelbyville, NC 27313",
    )
    now, before = points(row, ContactKind.ADDRESS)
    assert (now.normalized, now.current) == ("118|MAPLE ST|4B|27312", True)
    assert now.raw == "118 Maple St., Apt 4B, Springfield NC 27312"
    assert (before.normalized, before.current) == ("9|OAK AVE||27313", False)
    assert before.address.city == "Shelbyville"


def test_city_state_zip_in_one_column():
    row = taken(Address="118 Maple St", City_State_Zip="Springfield, NC 27312")
    (home,) = points(row, ContactKind.ADDRESS)
    assert home.normalized == "118|MAPLE ST||27312"


def test_employer_is_a_party_and_a_way_to_reach_the_debtor():
    row = taken(Employer="Quarry Sample Foods Inc", Employer_Phone="919-555-0155", Work_Phone="919-555-0156")
    (place,) = points(row, ContactKind.EMPLOYER)
    assert place.raw == "Quarry Sample Foods Inc"
    assert place.normalized == "QUARRY SAMPLE FOODS"
    assert [p.normalized for p in points(row, ContactKind.PHONE, PartyRole.EMPLOYER)] == ["9195550155"]
    assert [p.label for p in points(row, ContactKind.PHONE)] == ["work"]


def test_co_debtor_with_facts_of_their_own():
    row = taken(
        CoSigner_Name="Example, Bea",
        CoSigner_DOB="01/02/1980",
        CoSigner_SSN="1234",
        CoSigner_Phone="9195550199",
    )
    other = row.parties[-1]
    assert (other.role, other.name.first, other.ssn_last4) == (PartyRole.CO_DEBTOR, "Bea", "1234")
    assert other.birth_date == date(1980, 1, 2)
    assert [p.normalized for p in points(row, ContactKind.PHONE, PartyRole.CO_DEBTOR)] == ["9195550199"]


def test_nobody_is_made_of_an_empty_co_debtor():
    assert len(taken(CoSigner_Name="", CoSigner_Phone="9195550199").parties) == 1


def test_every_party_and_contact_point_has_its_evidence():
    row = taken(DOB="05/17/1984", Cell="919-555-0101", Employer="Sample Mills", Placed_Date="09/01/2026")
    subjects = {e.subject_id for e in row.evidence}
    assert subjects == {
        row.account.account_id,
        *(p.party_id for p in row.parties),
        *(p.contact_id for p in row.contact_points),
    }
    for evidence in row.evidence:
        assert (evidence.source_kind, evidence.origin) == ("client file", "Sample Client")
        assert (evidence.row_number, evidence.import_id, evidence.file_digest) == (1, "i" * 32, "d" * 64)
        assert evidence.as_of == date(2026, 9, 1)


def test_what_the_mapping_does_not_know_is_kept_with_the_account():
    row = taken(Desk="7", Notes="mail returned", Empty="")
    assert row.account.extra == {"Desk": "7", "notes": "mail returned"}


def test_columns_joined_by_a_mapping():
    mapping = PlacementMapping(
        account_number=("Account",),
        balance=("Balance",),
        debtor=PlacedPerson(
            whole=("Name",),
            phones=(PlacedPhone(("Area", "Number"), "home"),),
            addresses=(PlacedAddress(line1=("House", "Street"), zip=("Zip",)),),
        ),
    )
    cells = {"Area": "919", "Number": "555-0101", "House": "118", "Street": "Maple St", "Zip": "27312"}
    (row,) = read(cells, mapping=mapping)
    assert [p.normalized for p in row.contact_points] == ["118|MAPLE ST||27312", "9195550101"]


def test_a_mapping_may_spell_the_columns_otherwise():
    mapping = PlacementMapping(
        account_number=("ACCOUNT",),
        balance=("balance",),
        notes=("client_memo",),
        debtor=PlacedPerson(
            whole=("NAME",),
            phones=(PlacedPhone(("cell phone",)),),
            addresses=(PlacedAddress(line1=("HOME-ADDRESS",)),),
        ),
        others=(PlacedPerson(role="employer", whole=("works at",)),),
    )
    cells = {
        "Client Memo": "x",
        "Cell_Phone": "9195550101",
        "Home Address": "1 Elm St",
        "Works At": "Sample Mills",
    }
    (row,) = read(cells, mapping=mapping)
    assert len(row.parties) == 2
    assert len(row.contact_points) == 3
    assert row.account.extra == {"notes": "x"}


def test_more_rows_than_a_block_stay_in_order():
    answers = read(*({"Account": f"{i:05d}", "Cell": f"919555{i % 9000 + 1000}"} for i in range(4500)))
    assert [a.row_number for a in answers] == list(range(1, 4501))
    assert answers[4499].account.account_number == "04499"


def test_content_is_a_whole_case():
    row = taken(Cell="919-555-0101")
    content = row.content()
    assert content.account is row.account
    assert content.parties == row.parties
    assert content.evidence == row.evidence
