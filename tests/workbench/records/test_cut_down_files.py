"""Files as people hand them on: without a part of the columns, with a header of their own, places in the lines."""

import csv
import io

import pytest

from workbench.records.library import default_library
from workbench.records.looking import look

PERSON = {
    "lastname": "Testerton", "firstname": "Wilhelmina", "dob": "05/17/1984", "last_name": "Testerton",
    "first_name": "Wilhelmina", "city": "Richmond", "state": "VA", "zip": "23220",
}  # fmt: skip


def _file(columns, *rows, delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([columns, *rows])
    return out.getvalue()


def _headless():
    return [p.id for p in default_library().profiles if p.template.layout and not p.recognise.required]


@pytest.mark.parametrize("profile_id", _headless())
def test_a_header_given_to_a_layout_without_one(profile_id, load):
    """Somebody put the layout's own names above the rows; one was left out, two were added."""
    profile = default_library().profile(profile_id)
    columns = [n.replace("_", " ").title() for n in profile.template.layout]
    used = {n.replace("_", " ").title() for n in profile.template.used_columns()}
    spare = next(n for n in reversed(columns) if n not in used)
    columns = ["Run", *(n for n in columns if n != spare), "Latitude"]
    found = load(_file(columns, ["x"] * len(columns), ["y"] * len(columns)), "made.csv")
    assert (found.match.profile_id, found.match.automatic) == (profile_id, True)


def test_a_few_usual_names_are_not_the_donors_of_a_commission(load):
    """A name, a town and an employer are in many files: the layout's other names have to be there."""
    columns = ["NAME", "CITY", "STATE", "ZIP_CODE", "EMPLOYER", "OCCUPATION"]
    found = load(_file(columns, ["Testerton, Ann", "Durham", "NC", "27701", "Acme", "Welder"]), "people.csv")
    assert found.match.profile_id == "generic"


@pytest.mark.parametrize(
    ("profile_id", "left_out"),
    [
        ("fl_dor_nal", {"co_no", "asmnt_yr"}),
        ("ca_cslb_master", {"licenseno"}),
        ("voter_dc", {"smd"}),
        ("voter_california", {"extractdate"}),
    ],
)
def test_required_columns_may_be_left_out_where_the_others_are_of_one_layout_only(
    profile_id, left_out, load, tmp_path
):
    profile = default_library().profile(profile_id)
    rules = profile.recognise
    names = dict.fromkeys((*rules.required, *rules.optional, *profile.template.used_columns()))
    columns = [n for n in names if n not in left_out]
    found = load(_file(columns, ["x"] * len(columns), ["y"] * len(columns)), "cut.csv")
    assert (found.match.profile_id, found.match.automatic) == (profile_id, True)
    bare = [n for n in columns if n not in default_library().own_names[profile_id]]
    (tmp_path / "bare.csv").write_text(_file(bare, ["x"] * len(bare), ["y"] * len(bare)), encoding="utf-8")
    _, cut = look(tmp_path / "bare.csv")
    assert not (cut.profile_id == profile_id and cut.automatic), "its own names were the reason"


WHOLE = [
    ("118 Old Mill Rd, Great Falls, MT 59401", ("118", "OLD MILL RD", None, "GREAT FALLS", "MT", "59401")),
    ("118 Old Mill Rd, Apt 4, Dayton, Ohio", ("118", "OLD MILL RD", "4", "DAYTON", "OH", None)),
    ("118 OLD MILL RD DAYTON OH 45402-1234", ("118", "OLD MILL RD", None, "DAYTON", "OH", "45402")),
    ("PO Box 12, Dayton OH 45402", ("PO BOX 12", None, None, "DAYTON", "OH", "45402")),
    ("118 Old Mill Rd", ("118", "OLD MILL RD", None, None, None, None)),
    ("118 MAPLE LA", ("118", "MAPLE LN", None, None, None, None)),
]
PARTS = ("house", "street", "unit", "city", "state", "zip")


def _address(person):
    return tuple(person.get(f"address_{part}") for part in PARTS)


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_an_address_column_that_holds_the_place_as_well(text, expected, load):
    found = load(_file(["Name", "Address", "Phone"], ["Testerton, Ann", text, "9195550123"]), "list.csv")
    assert _address(found.people[0]) == expected


def test_a_place_that_is_repeated_in_the_line(load):
    """The row's own columns say where it is; the line says it once more."""
    columns = ["Name", "Address", "City", "State", "Zip"]
    row = ["Testerton, Ann", "118 Old Mill Rd Great Falls MT 59401", "Great Falls", "MT", "59401"]
    found = load(_file(columns, row), "list.csv")
    assert _address(found.people[0]) == ("118", "OLD MILL RD", None, "GREAT FALLS", "MT", "59401")


def test_the_place_in_the_second_line(load):
    columns = ["Name", "Address 1", "Address 2"]
    found = load(_file(columns, ["Testerton, Ann", "118 Old Mill Rd", "Great Falls MT 59401"]), "list.csv")
    assert _address(found.people[0]) == ("118", "OLD MILL RD", None, "GREAT FALLS", "MT", "59401")


def test_a_state_that_is_not_written_is_the_one_of_the_zip(load):
    columns = ["Name", "Address", "City", "Zip"]
    rows = [["Testerton, Ann", "118 Old Mill Rd", "Boise", "83702"], ["Roe, Ann", "9 Elm St", "APO", "09012"]]
    found = load(_file(columns, *rows), "list.csv")
    assert [p["address_state"] for p in found.people] == ["ID", "AE"]


@pytest.mark.parametrize(
    ("line", "pieces", "expected"),
    [
        ("", ["118", "Old Mill", "RD", "7"], ("118", "OLD MILL RD", "7")),
        ("118 Old Mill Rd Apt 7", ["", "", "", ""], ("118", "OLD MILL RD", "7")),
        ("118 Old Mill Rd", ["118", "Old Mill", "RD", "TRLR 7"], ("118", "OLD MILL RD", "7")),
    ],
)
def test_pieces_of_an_address_or_its_line(line, pieces, expected, load):
    """Virginia has both; either may be blank.  A unit may bring its designator."""
    layout = default_library().profile("voter_virginia").template.layout
    house, street, kind, unit = pieces
    values = {
        **PERSON, "address_line_1": line, "house_number": house, "street_name": street,
        "streettypecodename": kind, "apt_num": unit, "identification_number": "1",
    }  # fmt: skip
    found = load(_file(layout, [values.get(n, "") for n in layout]), "va.csv")
    assert _address(found.people[0])[:3] == expected


def test_sole_owners_of_a_licence_in_either_order(load):
    columns = [
        "LicenseNo",
        "BusinessName",
        "MailingAddress",
        "BusinessPhone",
        "PrimaryStatus",
        "City",
        "ZIPCode",
    ]
    rows = [
        ["1", "SMITH ROBERT ALLEN", "9 Elm St", "8055550101", "CLEAR", "Ojai", "93023"],
        ["2", "ROBERT A SMITH", "9 Elm St", "8055550102", "CLEAR", "Ojai", "93023"],
    ]
    found = load(_file(columns, *rows), "cslb.csv")
    assert [(p["first"], p["last"]) for p in found.people] == [("ROBERT", "SMITH")] * 2


def test_a_batch_return_of_no_known_layout(load):
    """Phones and the best address under the names that batch services give them; the echo is nobody's."""
    columns = [
        "acctno", "subj_first", "subj_last", "subj_phone10", "phpl_phone1", "addr1_street", "addr1_city",
        "addr1_state", "addr1_zip", "input_phone1",
    ]  # fmt: skip
    row = [
        "7",
        "Ann",
        "Testerton",
        "9195550123",
        "9195550124",
        "9 Elm St",
        "Durham",
        "NC",
        "27701",
        "9195550199",
    ]
    found = load(_file(columns, row), "return.csv")
    (person,) = found.people
    assert person["phones"] == ["9195550123", "9195550124"]
    assert _address(person) == ("9", "ELM ST", None, "DURHAM", "NC", "27701")
