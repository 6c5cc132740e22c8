"""Mappings: as TOML and back, checked against the file, found by header fingerprint; purposes refused."""

import pytest

from workbench.records.errors import MappingError, RefusedPurposeError
from workbench.records.headers import mapping_fingerprint
from workbench.records.library import UnknownProfileError, default_library
from workbench.records.mapping import validate
from workbench.records.mapping_text import mapping_from_toml, mapping_to_toml
from workbench.records.profile import check_purpose

OWN = """
record_id = "Ref"
nulls = ["-"]

[[people]]
last = "Familienname"
first = ["Vor", "Zwischen"]
phones = ["Ruf", ["Vorwahl", "Nummer"]]
address = { line1 = "Wo", city_state_zip = "Ort" }
deceased = { column = "tot", one_of = ["ja"] }
"""
FILE = "Ref;Familienname;Vor;Zwischen;Ruf;Vorwahl;Nummer;Wo;Ort;tot\nR1;Testerton;Ann;Q;-;919;5550123;9 Elm St;Springfield NC 27312;JA\n"


def test_a_mapping_of_ones_own_reads_a_file_nobody_knows(load):
    found = load(FILE, mapping=mapping_from_toml(OWN))
    assert found.match.profile_id == "generic"
    assert found.people == [
        {
            "record_id": "R1", "role": "subject", "first": "ANN", "middle": "Q", "last": "TESTERTON",
            "phones": ["9195550123"], "deceased": True, "address_house": "9", "address_street": "ELM ST",
            "address_city": "SPRINGFIELD", "address_state": "NC", "address_zip": "27312",
        }
    ]  # fmt: skip


def test_the_mapping_knows_a_header_that_looks_like_data(load):
    mapping = mapping_from_toml('[[people]]\nlast = "Nachname"\nfirst = "Vorname"\n')
    found = load("Nachname,Vorname\nTesterton,Ann\nTesterton,Bea\n", mapping=mapping)
    assert not found.shape.header
    assert [p["first"] for p in found.people] == ["ANN", "BEA"]


def test_toml_round_trip_of_every_profile():
    for profile in default_library().profiles:
        if profile.template.people:
            assert mapping_from_toml(mapping_to_toml(profile.template)) == profile.template, profile.id


def test_round_trip_of_awkward_names():
    mapping = mapping_from_toml('[[people]]\nlast = "a \\"quoted\\" \\\\ name\\twith tab"\n')
    assert mapping_from_toml(mapping_to_toml(mapping)) == mapping


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[people]\n", "not valid TOML"),
        ('[[people]]\nsurname = "x"\n', "surname"),
        ("[[people]]\nlast = 3\n", "people[0].last"),
        ('[[people]]\nlast = "x"\norder = "backwards"\n', "order"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_named(text, says):
    with pytest.raises(MappingError, match=says.replace("[", r"\[").replace("]", r"\]")):
        mapping_from_toml(text)


def test_a_column_the_file_lacks_is_named():
    mapping = mapping_from_toml('[[people]]\nlast = "Surname"\nfirst = "Given"\n')
    validate(mapping, ("surname", "GIVEN"))
    with pytest.raises(MappingError, match=r"1 column.*: Given"):
        validate(mapping, ("surname",))


def test_a_mapping_must_name_someone():
    with pytest.raises(MappingError, match="no column for a person's name"):
        validate(mapping_from_toml('record_id = "id"\n'), ("id",))
    with pytest.raises(MappingError, match="order of dates"):
        validate(mapping_from_toml('dates = "ydm"\n[[people]]\nlast = "x"\n'), ("x",))


def test_fingerprint_is_of_names_not_of_their_spelling():
    assert mapping_fingerprint(["Last Name", "ZIP"]) == mapping_fingerprint([" last_name", "zip "])
    assert mapping_fingerprint(["Last Name", "ZIP"]) != mapping_fingerprint(["ZIP", "Last Name"])


def test_washington_voters_are_refused_with_the_citation():
    washington = default_library().profile("voter_washington")
    for purpose in ("debt_collection", "Debt Collection", "commercial", "research"):
        with pytest.raises(RefusedPurposeError, match=r"RCW 29A\.08\.720"):
            check_purpose(washington, purpose)
    check_purpose(washington, "political")


def test_federal_contributions_are_refused_unless_another_purpose_is_named():
    contributions = default_library().profile("fec_itcont")
    for purpose in ("debt_collection", "commercial", "skip tracing"):
        with pytest.raises(RefusedPurposeError, match=r"52 U\.S\.C\. 30111"):
            check_purpose(contributions, purpose)
    check_purpose(contributions, "counsel_approved_research")


def test_other_layouts_refuse_nothing():
    refusing = {
        p.id for p in default_library().profiles if p.legal.refused_purposes or p.legal.allowed_purposes
    }
    assert refusing == {"voter_washington", "fec_itcont"}
    check_purpose(default_library().profile("voter_north_carolina"), "debt_collection")


def test_unknown_profile_lists_the_known_ones():
    with pytest.raises(UnknownProfileError, match="voter_north_carolina"):
        default_library().profile("voter_atlantis")
