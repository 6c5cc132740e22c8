"""Who is looked at for a search: crowds are cut down before a row is read, and nobody is lost by it."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_finding_people import HOME, PEOPLE, SECRET, add_file, person, rows

from workbench.services import library_search_candidates as finding
from workbench.services.finding_people import find_people
from workbench.services.library_search_comparing import street
from workbench.services.library_search_streets import street_spans
from workbench.vault.kdf import KdfCost
from workbench.vault.library_lookups import Lookups
from workbench.vault.vault import create_vault

WORD = st.text("ABCDEGHIKLMNOPRSTUWY", min_size=4, max_size=9)
ELSEWHERE = {**HOME, "address_zip": "37830", "address_city": "OAK RIDGE"}
COMMON = [
    person(n, first, "SMITH", birth_year=1950 + n % 40, birth_year_slack=0, employer=f"ACME {firm}", **home)
    for n, (first, firm, home) in enumerate(
        [(f, e, h) for f in ("JOHN", "JON", "MARY", "LIZ", "ANN") for e in ("MILLS", "FOODS") * 8
         for h in (HOME, ELSEWHERE)]
    )
]  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """Two files: a crowd of Smiths at one house number, and the few people of the other tests."""
    made, _ = create_vault(tmp_path_factory.mktemp("crowd") / "v", SECRET, kdf=KdfCost(8 * 1024, 1, 1))
    with made:
        add_file(made, PEOPLE, "few.txt")
        add_file(made, COMMON, "crowd.txt")
        yield made


@pytest.fixture
def vault(tmp_path):
    made, _ = create_vault(tmp_path / "v", SECRET, kdf=KdfCost(8 * 1024, 1, 1))
    with made:
        yield made


def hits(answer):
    return [(hit.file_name, hit.record.row_number, hit.cost) for hit in answer.hits]


@st.composite
def misread(draw):
    """A street, and the same with a letter wrong anywhere, another type, and perhaps a direction."""
    name = draw(WORD)
    at, letter = draw(st.integers(0, len(name) - 1)), draw(st.sampled_from("AEKZ"))
    wrong = draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
                f"{name} {wrong_end}" if (wrong_end := draw(WORD)) else name,
                f"{name}{draw(WORD)}",
            ]
        )
    )
    head = draw(st.sampled_from(["", "N ", "SW ", "E N "]))
    return name, f"{head}{wrong} {draw(st.sampled_from(['ST', 'AVE', 'RD S']))}"


@given(misread())
@example(("KATHRYN", "CATHERINE ST"))
@example(("PHILIP", "N FILIP RD"))
@example(("CHARLOTTE", "SHARLOTTE ST"))
@example(("5TH AVE", "W 5TH ST"))
@example(("118TH ST", "218TH ST"))
def test_ranges_hold_every_street_that_agrees(pair):
    asked, found = pair
    if street(asked, found) is not None:
        ranges = json.loads(street_spans(asked).text)
        assert any(low <= found < high for low, high in ranges)


def test_ranges_leave_most_streets_out():
    ranges = json.loads(street_spans("MAPLE ST").text)
    others = ["OAK ST", "BIRCH AVE", "CEDAR RD", "ELM ST", "RIVER RD"]
    assert not [other for other in others if any(low <= other < high for low, high in ranges)]


LINES = [
    '"118 maple st"', '"118 mapel ave"', '"118 maple st" oak ridge', '"118 maple st" 37830', '"118 maple"',
    '"118 maple st" garcia', "house:118 garcia", "house:118 clark", "house:118 munoz 1984",
    "smith employer:acme", "muniz employer:acme", "munos, jose employer:acme", "smith, jon employer:acme",
    "smith 1960 employer:mills", "employer:freight clarke", "house:118 zip:378 smith",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_crowd_is_cut_down_without_losing_anybody(library, monkeypatch, line):
    whole = find_people(library, line, limit=500)
    monkeypatch.setattr(finding, "_CROWD", 0)
    monkeypatch.setattr(finding, "_FEW", 0)
    assert hits(find_people(library, line, limit=500)) == hits(whole)
    monkeypatch.setattr(finding, "_CROWD", 300)
    assert hits(find_people(library, line, limit=500)) == hits(whole)


def test_a_town_is_told_by_its_zip_before_a_row_is_read(library, monkeypatch):
    read = []
    of_rows = Lookups.rows
    monkeypatch.setattr(Lookups, "rows", lambda self, people: read.extend(people) or of_rows(self, people))
    found = find_people(library, '"118 maple st" oak ridge', limit=500)
    assert len(found.hits) == len(read) == len(COMMON) / 2


def test_reading_ends_when_no_better_one_can_come(library, monkeypatch):
    read = []
    of_rows = Lookups.rows
    monkeypatch.setattr(Lookups, "rows", lambda self, people: read.extend(people) or of_rows(self, people))
    found = find_people(library, "smith, jon", limit=10)
    assert (len(found.hits), found.more) == (10, True)
    assert {hit.record.name for hit in found.hits} == {"JON SMITH"}
    assert len(read) <= 40


def test_the_nearest_of_all_files_come_first(vault):
    """The newest file has forty people of nearly the name, the older one somebody of more nearly the name."""
    add_file(vault, [person(77, "JON", "SMYTHE")], "older.txt")
    add_file(vault, [person(n, "JOAN", "SMYTHE") for n in range(40)], "newer.txt")
    assert rows(find_people(vault, "smithe, jon", limit=5))[0] == 77
