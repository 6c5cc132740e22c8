"""Fixed-width layouts: recognised by record length and by what stands at probed places."""

from datetime import date

import pytest

from workbench.records.library import default_library

HOME = {
    "address_house": "118",
    "address_street": "N MAPLE ST",
    "address_city": "SPRINGFIELD",
    "address_zip": "27312",
}
NAME = {"first": "WILHELMINA", "middle": "Q", "last": "TESTERTON"}


def record(profile_id: str, extra: dict[int, str] | None = None, **values: str) -> str:
    """One record with each value in its field, and ``extra`` texts at 1-based places."""
    profile = default_library().profile(profile_id)
    fields = {f.name: f for f in profile.template.fields}
    text = [" "] * profile.recognise.record_lengths[0]
    for name, value in values.items():
        field = fields[name]
        assert len(value) <= field.length, name
        text[field.start - 1 : field.start - 1 + len(value)] = value
    for start, value in (extra or {}).items():
        text[start - 1 : start - 1 + len(value)] = value
    return "".join(text)


CASES = {
    "voter_michigan_lst": (
        {
            "last_name": "TESTERTON", "first_name": "WILHELMINA", "middle_name": "Q", "birth_year": "1984",
            "registration_date": "01022003", "house_number": "118", "direction_prefix": "N", "street_name": "MAPLE",
            "street_type": "ST", "city": "SPRINGFIELD", "state": "MI", "zip": "27312", "voter_id": "0000000000042",
        },
        {},
        {**NAME, **HOME, "role": "subject", "record_id": "0000000000042", "birth_year": 1984,
         "address_state": "MI"},
    ),
    "voter_texas_685": (
        {
            "vuid": "1000000042", "last_name": "TESTERTON", "first_name": "WILHELMINA", "middle_name": "Q",
            "former_last_name": "EXAMPLEBY", "date_of_birth": "19840517", "permanent_house_number": "118",
            "permanent_directional_prefix": "N", "permanent_street_name": "MAPLE", "permanent_street_type": "ST",
            "permanent_city": "SPRINGFIELD", "permanent_zipcode": "27312", "status_code": "V",
        },
        {1: "101"},
        {**NAME, **HOME, "role": "subject", "record_id": "1000000042", "former_last": "EXAMPLEBY",
         "birth_date": date(1984, 5, 17), "birth_year": 1984, "address_state": "TX"},
    ),
    "parcel_nj_modiv": (
        {
            "district": "1101", "block": "00012", "lot": "00034", "owner_name": "TESTERTON, WILHELMINA Q",
            "property_location": "118 N MAPLE ST", "street": "9 ELM AVE", "city_state": "SPRINGFIELD, NJ", "zip": "27312",
        },
        {38: "010226"},
        {**NAME, "role": "owner", "record_id": "1101 00012 00034", "address_house": "118",
         "address_street": "N MAPLE ST", "address_state": "NJ", "mailing_house": "9",
         "mailing_street": "ELM AVE", "mailing_city": "SPRINGFIELD", "mailing_state": "NJ",
         "mailing_zip": "27312"},
    ),
    "lien_fl_flrd": (
        {
            "doc_number": "J00000000042", "name": "TESTERTON WILHELMINA Q", "name_format": "P", "addr1": "118 N MAPLE ST",
            "city": "SPRINGFIELD", "state": "FL", "zip": "27312",
        },
        {1: "F", 199: "00001"},
        {**NAME, **HOME, "role": "lien_debtor", "record_id": "J00000000042", "address_state": "FL"},
    ),
    "death_ssa_dmf": (
        {
            "ssn": "219098888", "last_name": "TESTERTON", "first_name": "WILHELMINA", "middle_name": "Q",
            "date_of_death": "03042010", "date_of_birth": "05171934", "zip": "27312",
        },
        {},
        {**NAME, "role": "subject", "record_id": "row 1", "ssn4": "8888", "birth_date": date(1934, 5, 17),
         "birth_year": 1934, "deceased": True, "address_state": "NC",
         "address_zip": "27312", "as_of": date(2010, 3, 4)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("profile_id", CASES)
def test_layout_is_recognised_and_read(load, profile_id):
    values, extra, person = CASES[profile_id]
    found = load("\n".join([record(profile_id, extra, **values)] * 3) + "\n")
    assert found.shape.fixed_width
    assert (found.match.profile_id, found.match.automatic) == (profile_id, True), found.match
    assert found.people == [person]
    assert (found.read, found.duplicates, found.problems) == (3, 2, [])


def test_shorter_texas_records_are_the_older_layout(load):
    values, extra, person = CASES["voter_texas_685"]
    found = load("\n".join([record("voter_texas_679", extra, **values)] * 2))
    assert found.match.profile_id == "voter_texas_679"
    assert found.people == [person]


def officer(number: int, name: str, kind: str) -> dict[str, str]:
    prefix = f"officer{number}"
    home = {f"{prefix}_addr": "118 N MAPLE ST", f"{prefix}_city": "SPRINGFIELD"}
    return {
        f"{prefix}_name": name,
        f"{prefix}_type": kind,
        f"{prefix}_zip": "27312",
        f"{prefix}_state": "FL",
    } | home


def test_florida_corporation_gives_firm_agent_and_officers(load):
    row = record(
        "business_fl_cordata",
        {206: "DOMP"},
        doc_number="P00000000042",
        name="SAMPLE FOUNDRY, INC.",
        status="A",
        principal_addr1="9 ELM AVE",
        principal_city="SPRINGFIELD",
        principal_state="FL",
        principal_zip="27312",
        file_date="01022003",
        agent_name="TESTERTON           WILHELMINA    Q",
        agent_type="P",
        **officer(1, "EXAMPLEBY           JOHN          Q JR", "P"),
        **officer(2, "SAMPLE HOLDINGS LLC", "C"),
        **officer(6, "CHURCH              MARY", "P"),
    )
    found = load(f"{row}\r\n{row}\r\n")
    assert found.match.profile_id == "business_fl_cordata"
    assert [(p["role"], p.get("first"), p.get("last"), p.get("employer")) for p in found.people] == [
        ("company", None, None, None),
        ("registered_agent", "WILHELMINA", "TESTERTON", None),
        ("officer", "JOHN", "EXAMPLEBY", "SAMPLE FOUNDRY"),
        ("company", None, None, "SAMPLE FOUNDRY"),
        ("officer", "MARY", "CHURCH", "SAMPLE FOUNDRY"),
    ]
    assert found.people[0]["address_street"] == "ELM AVE"
    assert HOME.items() <= found.people[2].items()


def test_record_short_of_trailing_blanks_is_whole_and_a_longer_one_is_rejected(load):
    values, extra, person = CASES["lien_fl_flrd"]
    good = record("lien_fl_flrd", extra, **values)
    others = [good.replace("00000042", f"{n:08d}") for n in range(50, 80)]
    short = good.replace("00000042", "00000090").rstrip()[:190]
    found = load("\n".join([*others, short, good + "XX", good]))
    assert found.problems == [(32, "206 characters expected, 208 found")]
    assert (found.read, found.accepted) == (33, 32)
    assert found.people[-1] == person


def test_characters_beyond_ascii_keep_the_columns_straight(load):
    values, extra, person = CASES["lien_fl_flrd"]
    accented = values | {"name": "TESTERTÖN WILHELMINA Q"}
    text = "\n".join([record("lien_fl_flrd", extra, **accented)] * 2)
    for encoding in ("cp1252", "utf-8"):
        assert load(text, encoding=encoding).people == [person]


def test_every_fixed_layout_has_a_case():
    fixed = {p.id for p in default_library().profiles if p.recognise.record_lengths}
    assert fixed == {*CASES, "voter_texas_679", "business_fl_cordata"}
