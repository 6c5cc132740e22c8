"""Look-ups and spellings of a library file: what shares a key, what a file of an earlier version answers."""

import shutil
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from case_world import reopen
from hypothesis import given
from hypothesis import strategies as st

from workbench.normalize.tables import PERSON_SCHEMA
from workbench.services.finding_people import find_people
from workbench.vault.library_file import LibraryFile, LibraryWriter
from workbench.vault.library_lookups import At, EmployedBy, Named, Span, Spans
from workbench.vault.library_terms import TermCounts, TermKind, bucket_of, term_keys, terms_in, write_terms

DATA = Path(__file__).parents[2] / "data"
KEY = bytes(range(32))
NAME = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=4, max_size=12)


@st.composite
def misspelt(draw):
    """A name and the same with one letter dropped, put in, changed or swapped with the next."""
    name = draw(NAME)
    at = draw(st.integers(0, len(name) - 2))
    letter = draw(st.sampled_from("AEZ"))
    wrong = draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            ]
        )
    )
    return name, wrong


@given(misspelt())
def test_words_one_letter_apart_share_a_key(pair):
    name, wrong = pair
    if len(wrong) > 3:
        assert set(term_keys(TermKind.LAST, name)) & set(term_keys(TermKind.LAST, wrong))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("CATHERINE", "KATHRYN", True),  # one sound
        ("GARCIA LOPEZ", "LOPEZ", True),  # a word of it
        ("GARCIA LOPEZ", "GARCIALOPEZ", True),
        ("MUNOZ", "OKORO", False),
        ("LEE", "LEA", True),  # of one sound, though too short for a wrong letter
        ("ABE", "AXE", False),
    ],
)
def test_what_shares_a_key(one, other, shared):
    assert bool(set(term_keys(TermKind.LAST, one)) & set(term_keys(TermKind.LAST, other))) == shared


def test_kinds_do_not_meet():
    assert not set(term_keys(TermKind.LAST, "MUNOZ")) & set(term_keys(TermKind.FIRST, "MUNOZ"))


class Tables:
    """Keeps what is written."""

    def __init__(self):
        self.rows = {}

    def executemany(self, statement, values):
        self.rows[statement.split("(")[0].split()[-1]] = list(values)


def test_buckets_hold_every_key_once():
    counts = TermCounts()
    frame = pl.DataFrame(
        [{"row_number": 1, "role": "s", "last": last} for last in ("MUNOZ", "MUNIZ", "MUNOZ")],
        schema=PERSON_SCHEMA,
    )
    counts.add(frame)
    counts.add(frame)
    assert counts.terms(TermKind.LAST).rows() == [("MUNIZ", 2), ("MUNOZ", 4)]
    tables = Tables()
    write_terms(tables, counts)
    assert tables.rows["term"] == [(1, 1, "MUNIZ", 2), (2, 1, "MUNOZ", 4)]
    buckets = dict(tables.rows["term_bucket"])
    for number, name in ((1, "MUNIZ"), (2, "MUNOZ")):
        for key in term_keys(TermKind.LAST, name):
            assert terms_in(buckets[bucket_of(key)], [key]).count(number) == 1


ROWS = [
    {"row_number": 1, "role": "subject", "first": "MARY ANN", "last": "MUNOZ", "birth_year": 1984,
     "birth_date": date(1984, 3, 2), "address_city": "KNOXVILLE", "address_state": "TN",
     "mailing_city": "OAK RIDGE", "mailing_state": "TN", "employer": "ACME MILLS"},
    {"row_number": 2, "role": "subject", "first": "MARYANNE", "last": "MUNIZ", "birth_year": 1990,
     "address_city": "KNOXVILLE", "address_state": "TN", "address_house": "118", "address_street": "ELM ST"},
]  # fmt: skip


@pytest.fixture(scope="module")
def lookups(tmp_path_factory):
    path = tmp_path_factory.mktemp("lookups") / "a.records"
    with LibraryWriter(path, KEY) as writer:
        writer.write(pl.DataFrame(ROWS, schema=PERSON_SCHEMA))
        writer.finish()
    with LibraryFile(path, KEY) as opened:
        yield opened.lookups()


def test_names_by_word_beginning_year_and_place(lookups):
    mary = Named("MUNOZ", "MARY ANN", 1984, 1)
    assert lookups.named(("MUNOZ",), Span.word("MARY"), limit=9) == [mary]
    assert lookups.named(Span.beginning("MUN"), Span.beginning("MARY"), limit=9) == [
        Named("MUNIZ", "MARYANNE", 1990, 2), mary,
    ]  # fmt: skip
    assert lookups.named(("MUNOZ", "MUNIZ"), years=(1990, 1991), limit=9)[0].person == 2
    number = {place.city: place.number for place in lookups.places()}
    assert set(number) == {"KNOXVILLE", "OAK RIDGE"}
    assert lookups.named(Span.beginning("MUN"), places=[number["OAK RIDGE"]], limit=9) == [mary]
    assert len(lookups.named(Span.beginning("MUN"), places=[number["KNOXVILLE"]], limit=9)) == 2


def test_crowds_are_whole(lookups):
    assert lookups.bearers(Span.beginning("MUN"), None, limit=9) == [2, 1, 1]
    assert lookups.bearers(("MUNOZ",), (1990, 1991), limit=9) == []
    assert lookups.bearers(Span.beginning("MUN"), None, limit=1) == [2]
    assert lookups.everybody(At("118")) == [2]
    assert lookups.everybody(At("118", zips=("37917",))) == []
    assert lookups.everybody(EmployedBy(("ACME MILLS",))) == [1]


def test_streets_of_a_house_in_ranges_and_zips(lookups):
    assert lookups.streets(At("118"), Spans.beginning(["A", "EL"])) == ["ELM ST"]
    assert lookups.streets(At("118"), Spans.beginning(["F"])) == []
    assert lookups.streets(At("118", zips=("37917",)), Spans.beginning(["E"])) == []
    assert lookups.streets(At("118", zip_begins="379"), Spans.beginning(["E"])) == []


def test_the_other_tables(lookups):
    assert lookups.tolerant
    assert lookups.born(19840302, limit=9) == [1]
    assert lookups.streets(At("118"), Spans.beginning(["E"])) == ["ELM ST"]
    assert lookups.living_at(At("118", ("ELM ST",)), limit=9) == [("ELM ST", 2)]
    assert [t.text for t in lookups.like(TermKind.EMPLOYER, "ACMEE")] == ["ACME MILLS"]
    assert lookups.employed_by(EmployedBy(("ACME MILLS",)), limit=9) == [("ACME MILLS", 1)]
    assert {t.text for t in lookups.like(TermKind.LAST, "MUNEZ")} == {"MUNOZ", "MUNIZ"}
    assert [row.values["first"] for row in lookups.rows([2, 1, 7])] == ["MARYANNE", "MARY ANN"]


def test_a_file_of_version_1_answers_what_it_can(tmp_path):
    folder = Path(shutil.copytree(DATA / "vault_v1", tmp_path / "v"))
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    with reopen(folder) as vault:
        old = vault.library.lookups(vault.library.ids()[0])
        assert not old.tolerant
        assert [n.person for n in old.named(("QUILLFEATHER",), Span.word("ADA"), limit=9)] == [1]
        assert old.named(("QUILLFEATHER",), Span.word("BEN"), limit=9) == []
        assert (old.like(TermKind.LAST, "QUILFEATHER"), old.places(), old.born(19840302, limit=9)) == (
            [],
            (),
            [],
        )
        answer = find_people(vault, "quillfeather ada")
        assert [hit.record.record_id for hit in answer.hits] == ["R1"]
        assert answer.outdated == (answer.hits[0].file_name,)
        assert find_people(vault, "quilfeather ada").hits == ()
