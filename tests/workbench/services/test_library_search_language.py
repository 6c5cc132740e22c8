"""The search line: what is understood, what is told of the rest."""

from datetime import date

import pytest

from workbench.services.library_search_language import understand
from workbench.services.library_search_names import readings
from workbench.services.library_search_words import Asked, Birth, Word

TODAY = date(2026, 11, 28)
TOWNS = frozenset({"KNOXVILLE", "OAK RIDGE", "HOUSTON"})


def read(line):
    return understand(line, TODAY, TOWNS.__contains__)


def one(line):
    (asked,) = read(line).alternatives
    return asked


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("munoz", {"names": (Word("MUNOZ"),)}),
        ("Muñoz j 1984", {"names": (Word("MUNOZ"), Word("J")), "birth": Birth(1984)}),
        ("J* MUNOZ", {"names": (Word("J", open=True), Word("MUNOZ"))}),
        ("munoz, jose", {"names": (Word("MUNOZ"), Word("JOSE")), "comma": 1}),
        ("smith-jones ann", {"names": (Word("SMITH JONES"), Word("ANN"))}),
        ('name:"munoz jose" dob:3/2/1984',
         {"names": (Word("MUNOZ"), Word("JOSE")), "birth": Birth(1984, date(1984, 3, 2))}),
        ("last:munoz first:j", {"last": Word("MUNOZ"), "first": Word("J")}),
        ("865-555-0142", {"phone": "8655550142"}),
        ("(865) 555-0142", {"phone": "8655550142"}),
        ("865 555 0142", {"phone": "8655550142"}),
        ("Ann@Example.com", {"email": "ann@example.com"}),
        ('"118 maple st" knoxville', {"house": "118", "street": "MAPLE ST", "city": "KNOXVILLE"}),
        ("118 maple street apt 4 oak ridge tn 37830",
         {"house": "118", "street": "MAPLE ST", "unit": "4", "city": "OAK RIDGE", "state": "TN",
          "zip_code": "37830"}),
        ("1984 maple st", {"house": "1984", "street": "MAPLE ST"}),
        ('"118 maple st" munoz', {"house": "118", "street": "MAPLE ST", "names": (Word("MUNOZ"),)}),
        ('"po box 12"', {"house": "PO BOX 12"}),
        ("munoz state:tennessee zip:379", {"names": (Word("MUNOZ"),), "state": "TN", "zip_code": "379"}),
        ("smith john knoxville tn",
         {"names": (Word("SMITH"), Word("JOHN")), "city": "KNOXVILLE", "state": "TN"}),
        ('employer:"Acme Mills, Inc."', {"employer": "ACME MILLS"}),
        ("house:118 zip:37917", {"house": "118", "zip_code": "37917"}),
        ("dob:1984-03-02", {"birth": Birth(1984, date(1984, 3, 2))}),
        ("first:maria 1984-03-02", {"first": Word("MARIA"), "birth": Birth(1984, date(1984, 3, 2))}),
    ],
)  # fmt: skip
def test_what_is_understood(line, asked):
    found = read(line)
    assert found.alternatives == (Asked(**asked),)
    assert found.problems == ()
    assert found.chips


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("555-0142", "area code"),
        ("munoz foo:bar", "no field foo"),
        ("munoz nam:x", "no field nam"),
        ("m*z", "star stands at the end"),
        ("munoz dob:1984-13-45", "no birth date"),
        ("munoz phone:12", "no phone number"),
        ("munoz zip:3", "no ZIP"),
        ("munoz state:atlantis", "no state"),
        ("munoz city:", "no value"),
        ("city:knoxville", "whole town"),
        ("1984", "birth year needs a name"),
        ("first:maria", "first name needs a last name"),
        ("street:maple", "needs its house number"),
        ("j", "two letters"),
        ("12345678901234", "none I know"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(line, said):
    found = read(line)
    (problem,) = found.problems
    assert said in problem.message
    assert 0 <= problem.start < problem.end <= len(line)
    assert found.searchable == line.startswith("munoz")


def test_alternatives_are_read_each_for_itself():
    found = read('munoz, jose 1984 | 865-555-0142 or "118 maple st" knoxville')
    assert [bool(a.names) for a in found.alternatives] == [True, False, False]
    assert [chip.alternative for chip in found.chips] == [0, 0, 0, 1, 2, 2]


@pytest.mark.parametrize("line", ["", "   ", "|", '"', '""', "or", "| |"])
def test_nothing_is_nothing(line):
    assert read(line) == type(read(line))(line)


def test_a_town_that_reads_as_a_name_is_pointed_out():
    assert read("smith knoxville").hints == (
        "Knoxville is read as part of the name; for the town write city:knoxville.",
    )
    assert read("houston").hints == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("munoz", [("MUNOZ", None, None)]),
        ("jose munoz", [("MUNOZ", "JOSE", None), ("JOSE", "MUNOZ", None)]),
        ("munoz jose", [("MUNOZ", "JOSE", None), ("JOSE", "MUNOZ", None)]),
        ("munoz j", [("MUNOZ", "J", None)]),
        ("munoz jose a", [("MUNOZ", "JOSE", "A"), ("MUNOZ JOSE", "A", None), ("JOSE A", "MUNOZ", None)]),
        ("de la cruz maria", [("DELACRUZ", "MARIA", None), ("MARIA", "DELACRUZ", None)]),
        ("garcia lopez, maria", [("GARCIA LOPEZ", "MARIA", None)]),
        ("last:munoz jose", [("MUNOZ", "JOSE", None)]),
        ("865-555-0142", []),
    ],
)
def test_a_name_is_read_in_any_order(line, expected):
    found = [(r.last.text, r.first and r.first.text, r.middle and r.middle.text) for r in readings(one(line))]
    assert found[: len(expected)] == expected
    assert len(found) == len(expected)


def test_a_suffix_is_no_name():
    (first, *_) = readings(one("john smith jr"))
    assert (first.last.text, first.first.text, first.suffix) == ("SMITH", "JOHN", "JR")
