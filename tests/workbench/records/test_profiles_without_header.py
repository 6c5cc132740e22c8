"""Layouts without a header: recognised by field count and by what the columns look like."""

import csv
import io
from datetime import date

import pytest

from workbench.records.library import default_library

HOME = {
    "address_house": "118",
    "address_street": "N MAPLE ST",
    "address_city": "SPRINGFIELD",
    "address_zip": "27312",
}
BORN = {"birth_date": date(1984, 5, 17), "birth_year": 1984}
NAME = {"first": "WILHELMINA", "middle": "Q", "last": "TESTERTON"}
SUBJECT = {"role": "subject", **NAME}

CASES = {
    "voter_florida": (
        "\t",
        {
            "county_code": "ALA", "voter_id": "0123456789", "name_last": "Testerton", "name_first": "Wilhelmina",
            "name_middle": "Q", "requested_public_records_exemption": "N",
            "residence_address_line_1": "118 N Maple St", "residence_city": "Springfield",
            "residence_zipcode": "273121234", "birth_date": "05/17/1984", "registration_date": "01/02/2003",
            "voter_status": "ACT", "daytime_area_code": "919", "daytime_phone_number": "5550123",
            "email_address": "W@EXAMPLE.COM",
        },
        {**SUBJECT, **HOME, **BORN, "record_id": "0123456789", "address_state": "FL",
         "phones": ["9195550123"], "emails": ["w@example.com"]},
    ),
    "voter_pennsylvania": (
        "\t",
        {
            "voter_id": "012345678-51", "surname": "Testerton", "first_name": "Wilhelmina", "middle_name": "Q",
            "gender": "F", "dob": "05/17/1984", "registration_date": "01/02/2003", "voter_status": "A",
            "house_number": "118", "street_name": "N MAPLE ST", "city": "SPRINGFIELD", "state": "PA", "zip": "27312",
            "date_last_changed": "03/04/2025", "home_phone": "9195550123", "county": "PHILADELPHIA",
        },
        {**SUBJECT, **HOME, **BORN, "record_id": "012345678-51", "address_state": "PA",
         "phones": ["9195550123"], "as_of": date(2025, 3, 4)},
    ),
    "voter_new_york": (
        ",",
        {
            "lastname": "TESTERTON", "firstname": "WILHELMINA", "middlename": "Q", "raddnumber": "118",
            "rpredirection": "N", "rstreetname": "MAPLE ST", "rcity": "SPRINGFIELD", "rzip5": "27312", "dob": "19840517",
            "gender": "F", "countycode": "31", "regdate": "20030102", "status": "A", "sboeid": "NY000000000000000042",
        },
        {**SUBJECT, **HOME, **BORN, "record_id": "NY000000000000000042", "address_state": "NY"},
    ),
    "voter_new_jersey": (
        "|",
        {
            "county": "Mercer", "voter_id": "V0123456", "last_name": "TESTERTON", "first_name": "WILHELMINA",
            "middle_name": "Q", "street_number": "118", "street_name": "N MAPLE ST", "city": "SPRINGFIELD", "zip": "27312",
            "dob": "05/17/1984", "status": "Active",
        },
        {**SUBJECT, **HOME, **BORN, "record_id": "V0123456", "address_state": "NJ"},
    ),
    "voter_arkansas": (
        ",",
        {
            "county": "Sample", "voter_id": "123456", "cde_registrant_status": "A", "date_of_birth": "05/17/1984",
            "date_of_registration": "01/02/2003", "text_name_last": "TESTERTON", "text_name_first": "WILHELMINA",
            "text_name_middle": "Q", "text_registrant_address_nbr": "118", "cde_street_dir_prefix": "N",
            "text_street_name": "MAPLE", "desc_street_type": "ST", "text_res_city": "SPRINGFIELD", "cde_res_state": "AR",
            "text_res_zip5": "27312", "text_phone_area_code": "919", "text_phone_exchange": "555",
            "text_phone_last_four": "0123",
        },
        {**SUBJECT, **HOME, **BORN, "record_id": "123456", "address_state": "AR", "phones": ["9195550123"]},
    ),
    "voter_connecticut": (
        ",",
        {
            "town_id": "12", "voter_id": "123456", "name_last": "TESTERTON", "name_first": "WILHELMINA", "name_middle": "Q",
            "house_number": "118", "street_name": "N MAPLE ST", "residence_city": "SPRINGFIELD", "residence_state": "CT",
            "residence_zipcode": "27312", "birth_date": "05/17/1984", "phone_number": "9195550123",
        },
        {**SUBJECT, **HOME, **BORN, "record_id": "123456", "address_state": "CT", "phones": ["9195550123"]},
    ),
    "voter_iowa": (
        ",",
        {
            "regn_num": "123456", "first_name": "WILHELMINA", "middle_name": "Q", "last_name": "TESTERTON",
            "eff_regn_date": "01/02/2003", "house_num": "118", "pre_dir": "N", "street_name": "MAPLE", "street_type": "ST",
            "city_1": "SPRINGFIELD", "state_1": "IA", "zip_code_1": "27312", "birthdate": "05/17/1984",
        },
        {**SUBJECT, **HOME, **BORN, "record_id": "123456", "address_state": "IA"},
    ),
    "voter_nevada": (
        ",",
        {
            "voterid": "123456", "county": "Sample", "first_name": "WILHELMINA", "middle_name": "Q", "last_name": "TESTERTON",
            "birth_date": "05/17/1984", "registration_date": "01/02/2003", "address_1": "118 N MAPLE ST",
            "city": "SPRINGFIELD", "state_addr": "NV", "zip": "27312", "phone": "9195550123",
        },
        {**SUBJECT, **HOME, **BORN, "record_id": "123456", "address_state": "NV", "phones": ["9195550123"]},
    ),
    "voter_virginia": (
        ",",
        {
            "inv_no": "1", "identification_number": "900000042", "last_name": "TESTERTON", "first_name": "WILHELMINA",
            "middle_name": "Q", "city": "SPRINGFIELD", "state": "VA", "zip": "27312", "address_line_1": "118 N MAPLE ST",
            "dob": "05/17/1984", "registration_date": "01/02/2003",
        },
        {**SUBJECT, **HOME, **BORN, "record_id": "900000042", "address_state": "VA"},
    ),
    "fcc_uls_en": (
        "|",
        {
            "record_type": "EN", "unique_system_identifier": "4000042", "call_sign": "W0TEST", "entity_type": "L",
            "entity_name": "Testerton, Wilhelmina Q", "first_name": "Wilhelmina", "mi": "Q", "last_name": "Testerton",
            "street_address": "118 N MAPLE ST", "city": "SPRINGFIELD", "state": "NC", "zip_code": "273121234",
        },
        {**NAME, **HOME, "role": "licensee", "record_id": "4000042", "address_state": "NC"},
    ),
    "fec_itcont": (
        "|",
        {
            "cmte_id": "C00000042", "amndt_ind": "N", "entity_tp": "IND", "name": "TESTERTON, WILHELMINA Q",
            "city": "SPRINGFIELD", "state": "NC", "zip_code": "273121234", "employer": "SAMPLE FOUNDRY INC",
            "transaction_dt": "06152025", "transaction_amt": "25", "sub_id": "1010101010101010101",
        },
        {**NAME, "role": "donor", "record_id": "1010101010101010101", "employer": "SAMPLE FOUNDRY",
         "address_city": "SPRINGFIELD", "address_state": "NC", "address_zip": "27312",
         "as_of": date(2025, 6, 15)},
    ),
    "licence_fl_dbpr": (
        ",",
        {
            "field_0": "01", "field_1": "0501", "field_2": "TESTERTON, WILHELMINA Q", "field_5": "118 N MAPLE ST",
            "field_8": "SPRINGFIELD", "field_9": "FL", "field_10": "27312", "field_13": "C", "field_14": "A",
            "field_17": "10/31/2027", "field_20": "CL0000042",
        },
        {**NAME, **HOME, "role": "licensee", "record_id": "CL0000042", "address_state": "FL"},
    ),
}  # fmt: skip


def as_rows(profile_id: str, delimiter: str, values: dict[str, str], rows: int = 3) -> str:
    """Rows of the full layout; only the last differs (in nothing but its id)."""
    layout = default_library().profile(profile_id).template.layout
    assert set(values) <= set(layout)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for _ in range(rows):
        writer.writerow([values.get(column, "") for column in layout])
    return out.getvalue()


@pytest.mark.parametrize("profile_id", CASES)
def test_layout_is_recognised_and_read(load, profile_id):
    delimiter, values, person = CASES[profile_id]
    found = load(as_rows(profile_id, delimiter, values))
    assert not found.shape.header
    assert (found.match.profile_id, found.match.automatic) == (profile_id, True), found.match
    assert found.people == [person]
    assert (found.read, found.duplicates, found.problems) == (3, 2, [])


def test_all_layouts_without_header_have_a_case():
    headless = {p.id for p in default_library().profiles if p.recognise.patterns}
    assert headless == set(CASES)


def test_older_florida_and_pennsylvania_rows_lack_the_last_column(load):
    for profile_id in ("voter_florida", "voter_pennsylvania"):
        delimiter, values, _ = CASES[profile_id]
        values = {k: v for k, v in values.items() if k != "email_address"}
        rows = [line.rpartition(delimiter)[0] for line in as_rows(profile_id, delimiter, values).splitlines()]
        found = load("\r\n".join(rows))
        assert found.match.profile_id == profile_id
        assert found.match.automatic
        assert found.people[0]["last"] == "TESTERTON"


def test_exempt_florida_voter_keeps_the_name_only(load):
    delimiter, values, _ = CASES["voter_florida"]
    starred = dict.fromkeys(
        ["residence_address_line_1", "residence_city", "residence_zipcode", "birth_date"], "*"
    )
    found = load(
        as_rows("voter_florida", delimiter, values, 5)
        + as_rows("voter_florida", delimiter, values | starred, 1)
    )
    exempt = found.people[-1]
    assert exempt["last"] == "TESTERTON"
    assert "birth_date" not in exempt
    assert "address_street" not in exempt


def test_fcc_firm_is_no_person(load):
    delimiter, values, _ = CASES["fcc_uls_en"]
    firm = values | {"entity_name": "SAMPLE RADIO CLUB INC", "first_name": "", "mi": "", "last_name": ""}
    found = load(as_rows("fcc_uls_en", delimiter, values, 3) + as_rows("fcc_uls_en", delimiter, firm, 1))
    assert [p["role"] for p in found.people] == ["licensee", "company"]
    assert "last" not in found.people[1]


def test_quotes_in_fec_rows_swallow_nothing(load):
    delimiter, values, _ = CASES["fec_itcont"]
    row = as_rows("fec_itcont", delimiter, values, 1).strip()
    rows = [row.replace("1010101010101010101", f"{n:019d}") for n in range(1, 41)]
    rows[7] = rows[7].replace("TESTERTON, WILHELMINA Q", 'TESTERTON, WILHELMINA "BILLIE')
    rows[20] = rows[20].replace("SAMPLE FOUNDRY INC", '"SAMPLE FOUNDRY INC')
    found = load("\n".join(rows))
    assert (found.shape.quoted, found.read, found.problems) == (False, 40, [])
    assert len(found.people) == 40
