"""What is particular to single layouts: generations of names, owners, relatives, padding, homestead."""

import pytest

NC_2018 = [
    "county_id",
    "county_desc",
    "voter_reg_num",
    "status_cd",
    "voter_status_desc",
    "reason_cd",
    "voter_status_reason_desc",
    "absent_ind",
    "name_prefx_cd",
    "last_name",
    "first_name",
    "midl_name",
    "name_sufx_cd",
    "res_street_address",
    "res_city_desc",
    "state_cd",
    "zip_code",
    "mail_addr1",
    "mail_addr2",
    "mail_addr3",
    "mail_addr4",
    "mail_city",
    "mail_state",
    "mail_zipcode",
    "full_phone_number",
    "race_code",
    "ethnic_code",
    "party_cd",
    "gender_code",
    "birth_age",
    "birth_place",
    "drivers_lic",
    "registr_dt",
    "precinct_abbrv",
    "Confidential_ind",
    "birth_year",
    "ncid",
    "vtd_abbrv",
    "vtd_desc",
]
NC_2022 = [
    "county_id",
    "county_desc",
    "voter_reg_num",
    "ncid",
    "last_name",
    "first_name",
    "middle_name",
    "name_suffix_lbl",
    "status_cd",
    "voter_status_desc",
    "reason_cd",
    "voter_status_reason_desc",
    "res_street_address",
    "res_city_desc",
    "state_cd",
    "zip_code",
    "mail_addr1",
    "mail_addr2",
    "mail_addr3",
    "mail_addr4",
    "mail_city",
    "mail_state",
    "mail_zipcode",
    "full_phone_number",
    "confidential_ind",
    "registr_dt",
    "race_code",
    "ethnic_code",
    "party_cd",
    "gender_code",
    "birth_year",
    "age_at_year_end",
    "birth_state",
]
NC_VALUES = {
    "ncid": "ZX000042", "voter_reg_num": "000000000042", "last_name": "TESTERTON", "first_name": "WILHELMINA",
    "midl_name": "Q", "middle_name": "Q", "name_sufx_cd": "JR", "name_suffix_lbl": "JR", "status_cd": "A",
    "res_street_address": "118  MAPLE ST   ", "res_city_desc": "SPRINGFIELD", "state_cd": "NC",
    "zip_code": "27312.0", "full_phone_number": "9195550123", "birth_year": "1984", "registr_dt": "01/02/2003",
}  # fmt: skip


def table(columns: list[str], *rows: dict[str, str], delimiter: str = "\t", quote: str = "") -> str:
    lines = [columns, *([row.get(c, "") for c in columns] for row in rows)]
    return "\r\n".join(delimiter.join(f"{quote}{value}{quote}" for value in line) for line in lines) + "\r\n"


@pytest.mark.parametrize("columns", [NC_2018, NC_2022], ids=["2018", "2022"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_north_carolina_in_both_generations_of_names(load, columns, quote):
    removed = NC_VALUES | {
        "ncid": "ZX000043",
        "status_cd": "R",
        "res_street_address": "REMOVED",
        "res_city_desc": "",
        "zip_code": "",
    }
    dead = removed | {"ncid": "ZX000044", "voter_status_reason_desc": "DECEASED"}
    found = load(table(columns, NC_VALUES, removed, dead, quote=quote), encoding="cp1252")
    assert (found.match.profile_id, found.match.automatic) == ("voter_north_carolina", True)
    assert found.people[0] == {
        "record_id": "ZX000042", "role": "subject", "first": "WILHELMINA", "middle": "Q", "last": "TESTERTON",
        "suffix": "JR", "birth_year": 1984, "phones": ["9195550123"], "address_house": "118",
        "address_street": "MAPLE ST", "address_city": "SPRINGFIELD", "address_state": "NC", "address_zip": "27312",
    }  # fmt: skip
    assert "address_street" not in found.people[1]
    assert [p.get("deceased") for p in found.people] == [None, None, True]


MICHIGAN_SAMPLE = (
    "LAST_NAME,FIRST_NAME,MIDDLE_NAME,NAME_SUFFIX,BIRTH_YEAR,GENDER,DATE_OF_REGISTRATION,HOUSE_NUM_CHARACTER,"
    "RESIDENCE_STREET_NUMBER,HOUSE_SUFFIX,PRE_DIRECTION,STREET_NAME,STREET_TYPE,SUFFIX_DIRECTION,"
    "RESIDENCE_EXTENSION,CITY,STATE,ZIP,STATE_VOTER_REF,COUNTYCODE,JURISDICTION,UOCAVA_STATUS\n"
    "TESTERTON,WILHELMINA,Q,,1984,F,01022003,,118,,N,MAPLE,STREET,,APT 4,SPRINGFIELD,MI,48201,0042,82,1,C\n"
)


def test_michigan_under_its_older_names(load):
    found = load(MICHIGAN_SAMPLE)
    assert (found.match.profile_id, found.match.automatic) == ("voter_michigan", True)
    person = found.people[0]
    assert (person["address_street"], person["address_unit"], person["birth_year"]) == (
        "N MAPLE ST",
        "4",
        1984,
    )
    assert person["record_id"] == "0042"


def nal(**values: str) -> dict[str, str]:
    return {"CO_NO": "78", "ASMNT_YR": "2026", "JV": "100000", "PHY_ADDR1": "118 MAPLE ST", "PHY_CITY": "SPRINGFIELD",
            "PHY_ZIPCD": "32001", "OWN_ADDR1": "9 ELM AVE", "OWN_CITY": "SPRINGFIELD", "OWN_STATE": "FLORIDA",
            "OWN_ZIPCD": "32002"} | values  # fmt: skip


def test_florida_parcels_joint_owners_homestead_and_cut_names(load):
    columns = ["CO_NO", "PARCEL_ID", "ASMNT_YR", "DOR_UC", "JV", "OWN_NAME", "OWN_ADDR1", "OWN_CITY", "OWN_STATE",
               "OWN_ZIPCD", "FIDU_NAME", "S_LEGAL", "PHY_ADDR1", "PHY_CITY", "PHY_ZIPCD", "EXMPT_01"]  # fmt: skip
    found = load(
        table(
            columns,
            nal(PARCEL_ID="01", OWN_NAME="TESTERTON JOHN Q & MARY", EXMPT_01="25000"),
            nal(PARCEL_ID="02", OWN_NAME="TESTERTON WILHELMINA ALEXANDRI", EXMPT_01="0"),
            nal(PARCEL_ID="03", OWN_NAME="SAMPLE HOLDINGS LLC", EXMPT_01=""),
            delimiter=",",
        )
    )
    assert found.match.profile_id == "fl_dor_nal"
    people = [(p["role"], p.get("first"), p.get("middle"), p.get("last")) for p in found.people]
    assert people == [
        ("owner_occupant", "JOHN", "Q", "TESTERTON"),
        ("owner_occupant", "MARY", None, "TESTERTON"),
        ("owner", "WILHELMINA", "A", "TESTERTON"),
        ("company", None, None, None),
    ]
    away = found.people[2]
    assert (away["address_street"], away["mailing_street"], away["mailing_state"]) == (
        "MAPLE ST",
        "ELM AVE",
        "FL",
    )
    assert found.accepted == 3


FAA_HEADER = (
    "N-NUMBER,SERIAL NUMBER,MFR MDL CODE,ENG MFR MDL,YEAR MFR,TYPE REGISTRANT,NAME,STREET,STREET2,CITY,STATE,ZIP CODE,"
    "REGION,COUNTY,COUNTRY,LAST ACTION DATE,CERT ISSUE DATE,CERTIFICATION,TYPE AIRCRAFT,TYPE ENGINE,STATUS CODE,"
    "MODE S CODE,FRACT OWNER,AIR WORTH DATE,OTHER NAMES(1),OTHER NAMES(2),OTHER NAMES(3),OTHER NAMES(4),"
    "OTHER NAMES(5),EXPIRATION DATE,UNIQUE ID,KIT MFR, KIT MODEL,MODE S CODE HEX,"
)


def faa(number: str, kind: str, name: str, other: str = "") -> str:
    cells = [number, "X1", "0000000", "00000", "1974", kind, name, "118 N MAPLE ST", "", "SPRINGFIELD", "NC",
             "273121234", "7", "037", "US", "20250304", "20200102", "1N", "4", "1", "V", "50000001", "", "", other,
             "", "", "", "", "20270101", "00000042", "", "", "A00001"]  # fmt: skip
    return ",".join(c.ljust(34 if i == 6 else 10) for i, c in enumerate(cells)) + ","


def test_faa_master_with_mark_padding_and_trailing_comma(load):
    text = "\r\n".join(
        [FAA_HEADER, faa("100TE", "1", "TESTERTON WILHELMINA Q"), faa("200TE", "3", "TESTERTON AVIATION INC"),
         faa("300TE", "4", "CHURCH JOHN A", "TESTERTON ANN")]
    )  # fmt: skip
    found = load(text, encoding="utf-8-sig")
    assert (found.match.profile_id, found.shape.encoding) == ("faa_master", "utf-8-sig")
    assert [(p["record_id"], p["role"], p.get("last")) for p in found.people] == [
        ("100TE", "owner", "TESTERTON"),
        ("200TE", "company", None),
        ("300TE", "owner", "CHURCH"),
        ("300TE", "co_owner", "TESTERTON"),
    ]
    assert (found.people[0]["address_zip"], str(found.people[0]["as_of"])) == ("27312", "2025-03-04")


def vendor_columns() -> list[str]:
    phones = [c for n in range(1, 8) for c in (f"Phone{n}", f"Phone{n} Type")]
    relative = [
        c
        for n in range(1, 3)
        for c in (
            f"Relative{n} Name",
            f"Relative{n} Age",
            *(f"Relative{n} Phone{k}{t}" for k in (1, 2) for t in ("", " Type")),
        )
    ]
    return ["Input First Name", "Input Last Name", "Input Mailing Address", "Input Custom Field 1", "ResultCode",
            "Matched First Name", "Matched Last Name", "DNC/Litigator Scrub", "Age", "Deceased", *phones, "Email1",
            "Confirmed Mailing Address", "Confirmed Mailing City", "Confirmed Mailing State",
            "Confirmed Mailing Zip", *relative, "Person2 First Name", "Person2 Last Name", "Person2 Phone1",
            "Person2 Relative1 Name", "Person2 Relative1 Phone1"]  # fmt: skip


def test_vendor_return_keeps_everybodys_phones_apart(load):
    row = {
        "Input First Name": "Wilma", "Input Last Name": "Oldname", "Input Mailing Address": "1 Gone St",
        "Matched First Name": "Wilhelmina", "Matched Last Name": "Testerton", "Age": "42", "Deceased": "",
        "Phone1": "(919) 555-0101", "Phone1 Type": "Mobile", "Phone7": "919-555-0107", "Email1": "W@example.com",
        "Confirmed Mailing Address": "118 N Maple St", "Confirmed Mailing City": "Springfield",
        "Confirmed Mailing State": "NC", "Confirmed Mailing Zip": "27312",
        "Relative1 Name": "John Q Testerton", "Relative1 Age": "70", "Relative1 Phone2": "919.555.0122",
        "Relative2 Name": "Ann Exampleby", "Person2 First Name": "Mary", "Person2 Last Name": "Other",
        "Person2 Phone1": "9195550131", "Person2 Relative1 Name": "Karl Other", "Person2 Relative1 Phone1": "9195550141",
    }  # fmt: skip
    found = load(table(vendor_columns(), row, delimiter=","))
    assert (found.match.profile_id, found.match.automatic) == ("vendor_directskip", True)
    assert [(p["role"], p["first"], p["last"], p.get("phones")) for p in found.people] == [
        ("subject", "WILHELMINA", "TESTERTON", ["9195550101", "9195550107"]),
        ("relative", "JOHN", "TESTERTON", ["9195550122"]),
        ("relative", "ANN", "EXAMPLEBY", None),
        ("person", "MARY", "OTHER", ["9195550131"]),
        ("relative", "KARL", "OTHER", ["9195550141"]),
    ]
    assert found.people[0]["birth_year"] == 1984
    assert found.people[0]["address_street"] == "N MAPLE ST"
    assert "address_street" not in found.people[1]


def test_an_unknown_list_is_read_by_the_usual_names(load):
    found = load(
        "Acct;Surname;Given Name;Home Phone;Cell Phone;E-Mail;Street Address;City;State;Zip Code;Date of Birth\n"
        "7;Testerton;Ann;919-555-0123;9195550124;A@Example.com;9 Elm St Apt 4;Springfield;NC;01234;5/17/1984\n"
    )
    assert found.match.profile_id == "generic"
    person = found.people[0]
    assert person["phones"] == ["9195550123", "9195550124"]
    assert (person["address_unit"], person["address_zip"], person["birth_year"]) == ("4", "01234", 1984)


def test_a_layout_that_is_only_like_a_known_one_is_offered_not_taken(load):
    found = load(
        "voter_id,last_name,first_name,residential_address,residential_city,residential_zip_code\n1,Testerton,Ann,9 Elm St,Springfield,80201\n"
    )
    assert found.match.profile_id == "generic"
    assert "voter_colorado" in dict(found.match.others)
    assert found.people[0]["address_street"] == "ELM ST"


def test_washington_is_known_even_when_its_header_has_changed(load):
    """Two of its required names are gone: still too like it to be read as a list of no known kind."""
    found = load(
        "StateVoterID|FName|LName|RegStNum|Street|RegCity|Last Name|Name\n1|Ann|Testerton|9|Elm St|Olympia|x|y\n"
    )
    assert found.match.profile_id == "voter_washington"
    assert not found.match.automatic


def test_a_move_is_the_persons_the_familys_or_the_firms(load):
    """A family move rests on the surname alone; where nothing new is known the address sent stays."""
    columns = ["ID", "FIRST_NAME", "LAST_NAME", "ADDRESS1", "CITY", "STATE", "ZIP", "NCOA_RETURN_CODE", "MOVE_TYPE",
               "MOVE_DATE", "NEW_ADDRESS1", "NEW_CITY", "NEW_STATE", "NEW_ZIP"]  # fmt: skip
    sent = {
        "LAST_NAME": "Testerton",
        "ADDRESS1": "118 Maple St",
        "CITY": "Springfield",
        "STATE": "NC",
        "ZIP": "27312",
    }
    new = {"NEW_ADDRESS1": "9 Elm Ave", "NEW_CITY": "Shelbyville", "NEW_STATE": "TN", "NEW_ZIP": "37160"}
    found = load(
        table(
            columns,
            sent
            | new
            | {
                "ID": "1",
                "FIRST_NAME": "Ann",
                "NCOA_RETURN_CODE": "A",
                "MOVE_TYPE": "I",
                "MOVE_DATE": "201210",
            },
            sent | new | {"ID": "2", "FIRST_NAME": "Bea", "NCOA_RETURN_CODE": "91", "MOVE_TYPE": "F"},
            sent | {"ID": "3", "FIRST_NAME": "Cleo", "NCOA_RETURN_CODE": "02"},
            delimiter=",",
        )
    )
    assert (found.match.profile_id, found.match.automatic) == ("ncoalink_return", True)
    said = [(p["role"], p["first"], p["address_street"], p.get("mailing_street")) for p in found.people]
    assert said == [
        ("subject", "ANN", "ELM AVE", "MAPLE ST"),
        ("family_move", "BEA", "ELM AVE", "MAPLE ST"),
        ("subject", "CLEO", "MAPLE ST", None),
    ]
    assert "as_of" not in found.people[0]  # a month, not a day of December 2020


def test_a_phone_found_by_address_belongs_to_whoever_it_names(load):
    columns = ["APN", "Property Address", "Property City", "Property State", "Property Zip"]
    columns += [f"BD_PHONE_{n}{part}" for n in (1, 2) for part in ("", "_FIRST", "_LAST", "_TYPE", "_DNC")]
    row = {"APN": "7", "Property Address": "118 Maple St", "Property City": "Springfield", "Property State": "NC",
           "BD_PHONE_1": "9195550101", "BD_PHONE_1_FIRST": "Ann", "BD_PHONE_1_LAST": "Testerton", "BD_PHONE_1_TYPE": "mobile",
           "BD_PHONE_2": "9195550102", "BD_PHONE_2_FIRST": "Karl", "BD_PHONE_2_LAST": "Exampleby"}  # fmt: skip
    found = load(table(columns, row, delimiter=","))
    assert found.match.profile_id == "vendor_batchdata"
    assert [(p["first"], p["last"], p["phones"]) for p in found.people] == [
        ("ANN", "TESTERTON", ["9195550101"]),
        ("KARL", "EXAMPLEBY", ["9195550102"]),
    ]
    assert {p["address_street"] for p in found.people} == {"MAPLE ST"}


def test_the_previous_name_of_a_new_york_voter_is_a_person_of_its_own(load):
    row = [""] * 45
    places = {0: "TESTERTON", 1: "WILHELMINA", 4: "118", 8: "MAPLE ST", 10: "SPRINGFIELD", 11: "12207", 17: "19840517", 18: "F",
              21: "31", 32: "12 OLD RD", 33: "WILHELMINA MAIDENLY", 35: "20030102", 39: "A", 43: "NY000000000000000042"}  # fmt: skip
    for at, value in places.items():
        row[at] = value
    found = load(
        "\n".join([",".join(row), ",".join(row).replace("0042", "0043").replace("WILHELMINA MAIDENLY", "")])
    )
    assert found.match.profile_id == "voter_new_york"
    assert [(p["role"], p["last"], p["address_street"], p["birth_year"]) for p in found.people] == [
        ("subject", "TESTERTON", "MAPLE ST", 1984),
        ("former_name", "MAIDENLY", "OLD RD", 1984),
        ("subject", "TESTERTON", "MAPLE ST", 1984),
    ]
