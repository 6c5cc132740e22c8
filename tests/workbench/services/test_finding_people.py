"""Search of the record library: who is found, in which order, why, and what the accounts know of them."""

from contextlib import suppress
from datetime import date

import polars as pl
import pytest

from workbench.matching.tombstones import person_key
from workbench.model.importing import ImportCounts, ImportKind, ImportRecord
from workbench.model.lead import LeadStatus, RejectReason
from workbench.normalize.tables import PERSON_SCHEMA
from workbench.services import auditing, leads, library_search
from workbench.services.finding_for_case import search_of_case
from workbench.services.finding_people import elsewhere, find_people, note_search, person_key_of
from workbench.services.library_search import Question
from workbench.services.library_search_reasons import Agreement
from workbench.vault.kdf import KdfCost
from workbench.vault.library_file import NothingToSearchError
from workbench.vault.library_rows import COLUMNS, as_frame
from workbench.vault.library_writer import LibraryWriter
from workbench.vault.session import ReadOnlyVaultError
from workbench.vault.vault import create_vault, open_vault

SECRET = "seven fictional otters knit"


def person(number, first, last, **more):
    return {
        "row_number": number, "record_id": f"R{number}", "role": "subject", "first": first, "last": last,
        "name_raw": f"{first or ''} {last or ''}".strip(), "phones": [], "emails": [], **more,
    }  # fmt: skip


HOME = {"address_house": "118", "address_street": "MAPLE ST", "address_city": "KNOXVILLE",
        "address_state": "TN", "address_zip": "37917"}  # fmt: skip
PEOPLE = [
    person(1, "JOSE", "MUNOZ", birth_date=date(1984, 3, 2), birth_year=1984, birth_year_slack=0,
           phones=["8655550142"], as_of=date(2026, 1, 2), **HOME),
    person(2, "JOSEPH", "MUNOZ", birth_year=1984, birth_year_slack=0, middle="ANTONIO"),
    person(3, "JOSE", "MUNIZ", birth_year=1983, birth_year_slack=1, employer="ACME MILLS"),
    person(4, "J", "MUNOZ", birth_year=1990, birth_year_slack=0, address_city="OAK RIDGE",
           address_state="TN", address_zip="37830"),
    person(5, "MARIA", "OKORO", former_last="MUNOZ", birth_date=date(1984, 2, 3), birth_year=1984),
    person(6, "ANA MARIA", "GARCIA LOPEZ", birth_year=1970, mailing_house="118", mailing_street="MAPLE ST",
           mailing_city="KNOXVILLE", mailing_state="TN", mailing_zip="37917"),
    person(7, "KATHRYN", "CLARKE", suffix="JR", emails=["kc@example.com"], employer="ACME FREIGHT",
           address_house="118", address_street="N MAPEL AVE", address_zip="37917"),
    person(8, "MUNOZ", "JOSE"),
    person(9, "ZEBEDIAH", "SMITH", deceased=True),
]  # fmt: skip


def add_file(vault, rows, name="voters.txt", purpose="debt_collection"):
    slot = vault.library.reserve()
    with LibraryWriter(slot.path, slot.key) as writer:
        writer.write(pl.DataFrame(rows, schema=PERSON_SCHEMA))
        writer.finish()
    counts = ImportCounts(len(rows), len(rows), 0, 0)
    record = ImportRecord(
        slot.import_id, ImportKind.RECORDS, name, slot.import_id * 2, "nc", purpose, counts,
        vault.clock.now(), "mara",
    )  # fmt: skip
    vault.library.register(slot, record)
    return record


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A vault with one file of the people above."""
    folder = tmp_path_factory.mktemp("finding") / "v"
    made, _ = create_vault(folder, SECRET, kdf=KdfCost(8 * 1024, 1, 1))
    with made:
        add_file(made, PEOPLE)
        yield made


def rows(answer):
    return [hit.record.row_number for hit in answer.hits]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("munoz jose", [1, 8, 2, 4, 3]),
        ("jose munoz", [1, 8, 2, 4, 3]),
        ("munoz, jose", [1, 2, 4, 3]),
        ("jose munoz 1984", [1, 2, 3]),
        ("munoz j 1984", [1, 2, 3]),
        ("j* munoz 1990", [4]),
        ("mun*", [1, 2, 3, 4, 5]),
        ("munoz jose antonio", [1, 2, 8, 4, 3]),
        ("jose munoz dob:1984-02-03", [1, 2, 3]),
        ("dob:1984-03-02", [1]),
        ("first:jose dob:1984-03-02", [1]),
        ("last:okoro", [5]),
        ("muñoz maria", [5]),
        ("lopez ana", [6]),
        ("garcia-lopez", [6]),
        ("catherine clark", [7]),
        ("clarke kathryn jr", [7]),
        ("865-555-0142", [1]),
        ("865-555-0142 okoro", []),
        ("kc@example.com", [7]),
        ('"118 maple st"', [1, 6, 7]),
        ('"118 maple st" knoxville', [1, 6]),
        ('"118 n maple ave" 37917', [1, 6, 7]),
        ("house:118 zip:379", [1, 7, 6]),
        ('"118 maple st" garcia', [6]),
        ("munoz city:knoxville", [1]),
        ("munoz city:knoxvile", [1]),
        ("munoz state:TN", [1, 4]),
        ("munoz zip:378", [4]),
        ("employer:acme", [3, 7]),
        ('employer:"acme frieght"', [7]),
        ("muniz employer:acme", [3]),
        ("smith zebediah", [9]),
        ("smyth zebedia", [9]),
        ("nobody atall", []),
        ("kathryn clarke | dob:1984-03-02", [1, 7]),
    ],
)
def test_who_is_found_in_which_order(library, line, found):
    assert rows(find_people(library, line)) == found


@pytest.mark.parametrize(
    ("line", "row", "why"),
    [
        ("munoz jose", 1, "exact: last name, first name"),
        ("munoz jose", 2, "first name nickname: JOSEPH"),
        ("munoz jose", 4, "first name only the initial is on record: J"),
        ("munoz jose", 3, "last name one letter off: MUNIZ"),
        ("muzon jose", 1, ""),
        ("munzo jose", 1, "last name two letters swapped: MUNOZ"),
        ("jose muniz 1984", 3, "birth by an age, so a year either way: 1983"),
        ("catherine clark", 7, "last name one letter off: CLARKE; first name nickname: KATHRYN"),
        ("munoz maria", 5, "last name is the former one; now OKORO"),
        ("lopez ana", 6, "last name part of a double one: GARCIA LOPEZ"),
        ('"118 maple st" garcia', 6, ("last name part of a double one: GARCIA LOPEZ;"
          " place is the mailing address: 118 MAPLE ST KNOXVILLE")),
        ('"118 maple st" clarke', 7, "street two letters swapped: N MAPEL AVE"),
        ("okoro dob:1984-03-02", 5, "birth day and month swapped: 1984-02-03"),
        ("okoro dob:1984-02-08", 5, "birth one digit off: 1984-02-03"),
    ],
)  # fmt: skip
def test_why_somebody_is_found(library, line, row, why):
    said = [hit.why() for hit in find_people(library, line).hits if hit.record.row_number == row]
    assert said == ([why] if why else [])


def test_a_hit_says_where_and_when(library):
    (hit,) = find_people(library, "865-555-0142").hits
    assert (hit.file_name, hit.purpose, hit.record.as_of) == (
        "voters.txt",
        "debt_collection",
        date(2026, 1, 2),
    )
    assert hit.record.addresses == ("118 MAPLE ST, KNOXVILLE TN 37917",)
    assert [r.agreement for r in hit.reasons] == [Agreement.EXACT]
    assert hit.exact


def test_the_key_of_a_person_is_that_of_the_matcher(library):
    (import_id,) = library.library.ids()
    stored = library.library.lookups(import_id).rows(range(1, len(PEOPLE) + 1))
    frame = as_frame([[row.values[column] for column in COLUMNS] for row in stored])
    assert [person_key_of(row) for row in stored] == frame.select(person_key()).to_series().to_list()


def test_a_limit_tells_that_there_is_more(library):
    first = find_people(library, "munoz jose", limit=2)
    assert (rows(first), first.more) == ([1, 8], True)
    assert not find_people(library, "munoz jose", limit=50).more


def test_no_result_says_what_would_widen_it(library):
    answer = find_people(library, "nobody atall 1984 city:knoxville")
    assert answer.hits == ()
    assert len(answer.widen) == 4
    assert find_people(library, "munoz").widen == ()


def test_what_cannot_be_looked_up_is_no_error(library):
    answer = find_people(library, "city:knoxville")
    assert (answer.hits, answer.files, answer.people) == ((), 1, 9)
    assert answer.understood.problems


@pytest.fixture
def vault(tmp_path):
    made, _ = create_vault(tmp_path / "v", SECRET, kdf=KdfCost(8 * 1024, 1, 1))
    with made:
        yield made


def test_an_empty_library_answers_nothing(vault):
    answer = find_people(vault, "munoz")
    assert (answer.files, answer.hits, answer.notes) == (0, (), ())


def test_the_newest_file_comes_first_and_an_undone_one_not_at_all(vault):
    old = add_file(vault, PEOPLE[:1], "old.txt")
    assert [h.file_name for h in find_people(vault, "munoz jose").hits] == ["old.txt"]
    moved = {**PEOPLE[0], "address_house": "5"}
    new = add_file(vault, [moved], "new.txt")
    order = [h.record.import_id for h in find_people(vault, "munoz jose").hits]
    assert order == [
        r.import_id for r in sorted((old, new), key=lambda r: (r.imported_at, r.import_id), reverse=True)
    ]
    vault.library.delete(new.import_id)
    assert [h.file_name for h in find_people(vault, "munoz jose").hits] == ["old.txt"]


def test_what_several_files_say_alike_is_one_hit_that_names_them(vault):
    again = {**PEOPLE[0], "row_number": 7, "record_id": "X9", "as_of": date(2025, 1, 2)}
    files = {
        add_file(vault, [row], name).import_id for row, name in ((again, "2025.txt"), (PEOPLE[0], "2026.txt"))
    }
    line = "munoz jose | 865-555-0142"
    (hit,) = find_people(vault, line).hits
    [[other]] = elsewhere(vault, [hit]).values()
    assert {hit.record.import_id, other.import_id} == files
    rows = {hit.record.row_number: hit.record.as_of, other.row_number: other.as_of}
    assert rows == {1: date(2026, 1, 2), 7: date(2025, 1, 2)}
    assert hit.alternatives == (0, 1)


@pytest.mark.parametrize(
    "more",
    [
        {"phones": ["8655550142", "8655550199"]},
        {"employer": "ACME MILLS"},
        {"address_house": "119"},
        {"suffix": "JR"},
        {"deceased": True},
        {"role": "spouse"},
        {"birth_date": None},
    ],
)
def test_a_row_that_says_something_else_stays_a_hit_of_its_own(vault, more):
    add_file(vault, [PEOPLE[0], {**PEOPLE[0], "row_number": 7, **more}])
    found = find_people(vault, "munoz jose").hits
    assert sorted(hit.record.row_number for hit in found) == [1, 7]
    assert [*elsewhere(vault, found).values()] == [(), ()]


def test_without_a_birth_a_namesake_at_one_address_is_not_taken_for_a_repeat(vault):
    nobody_knows = person(1, "JOSE", "MUNOZ", **HOME)
    add_file(vault, [nobody_knows, {**nobody_knows, "row_number": 2}])
    assert len(find_people(vault, "munoz jose").hits) == 2


def test_repeats_do_not_crowd_others_out(vault):
    for number in range(4):
        add_file(vault, [{**row, "last": "MUNOZ", "birth_year": 1950} for row in PEOPLE[:6]], f"{number}.txt")
    found = find_people(vault, "munoz", limit=6)
    assert (len(found.hits), found.more) == (6, False)
    assert [len(others) for others in elsewhere(vault, found.hits).values()] == [3] * 6


def test_a_damaged_file_is_named_and_the_others_are_searched(vault):
    add_file(vault, PEOPLE[:1], "good.txt")
    bad = add_file(vault, PEOPLE[:1], "bad.txt")
    path = vault.library.path(bad.import_id)
    path.write_bytes(path.read_bytes()[:-4096])
    answer = find_people(vault, "munoz")
    assert [h.file_name for h in answer.hits] == ["good.txt"]
    assert answer.notes[0].startswith("bad.txt was not searched")


def test_a_page_that_went_bad_is_found_out_and_keeps_nobody_from_the_other_files(vault):
    good = add_file(vault, PEOPLE[:1], "good.txt")
    bad = add_file(vault, PEOPLE[:1], "bad.txt")
    path = vault.library.path(bad.import_id)
    whole = path.read_bytes()
    named = 0
    for at in range(0, len(whole), 4096):
        vault.library.close()
        path.write_bytes(whole[:at] + bytes(4096) + whole[at + 4096 :])
        answer = find_people(vault, "munoz jose")
        repeats = [same.import_id for found in elsewhere(vault, answer.hits).values() for same in found]
        assert good.import_id in {*(hit.record.import_id for hit in answer.hits), *repeats}
        named += any(note.startswith("bad.txt was not searched") for note in answer.notes)
    assert named


@pytest.mark.parametrize(
    "line", ["\ud800", "munoz \udcff", "'; DROP TABLE person;--", "%", "_", "*", "9" * 5000]
)
def test_any_line_is_answered_and_noted(vault, line):
    add_file(vault, PEOPLE)
    note_search(vault, find_people(vault, line))
    for question in (
        Question(last=line), Question(phone=line), Question(email=line, birth_year=10**30),
        Question(house=line, street="Elm"),
    ):  # fmt: skip
        with suppress(NothingToSearchError):
            library_search.search(vault, question, limit=3)
        library_search.note_search(vault, question, [])


PLACED = "000417,Lantern Bank,100.00,100.00,Jose,Munoz,1984-03-02,,118 Maple St,Knoxville,TN,37917,8655550142"
RECORD = "V1,Munoz,Jose,,1984-03-02,118 Maple St,Knoxville,TN,37917,8655550142"


def test_a_case_asks_for_its_debtor_and_its_leads_are_marked(vault, place, take):
    place(PLACED)
    take(RECORD, "V2,Okoro,Pia,,1990-01-01,9 Elm Ave,Knoxville,TN,37917,")
    (row,) = vault.catalog.account_rows(vault.catalog.account_ids())
    asked = search_of_case(vault, row.account_id)
    assert asked.line == 'munoz, jose 1984 | 865-555-0142 | "118 maple st" 37917'
    assert asked.account_number == "000417"
    answer = find_people(vault, asked.line)
    (hit,) = answer.hits
    assert hit.alternatives == (0, 1, 2)
    [[link]] = answer.links.values()
    assert (link.account_number, link.status) == ("000417", LeadStatus.PENDING)
    (lead,) = vault.catalog.pending_leads()
    leads.reject(vault, lead.lead_id, RejectReason.OTHER_PERSON)
    [[link]] = find_people(vault, asked.line).links.values()
    assert link.status is LeadStatus.REJECTED


def test_a_search_is_in_the_audit_chain_without_what_was_asked(vault):
    add_file(vault, PEOPLE)
    note_search(vault, find_people(vault, "munoz jose 1984"), "account-1")
    (line, *_) = auditing.trail(vault).lines
    assert (line.action, line.subject) == ("Record files searched", "account-1")
    assert line.reason == "by born, name, in any order; 3 found in 1 files"
    with vault.session.reading() as conn:
        body = vault.audit.entries(conn)[-1].body
    assert "munoz" not in body.lower()
    assert auditing.trail(vault).fault == ""


def test_a_vault_opened_read_only_is_searched_and_writes_no_entry(vault, tmp_path):
    add_file(vault, PEOPLE)
    vault.close()
    with open_vault(tmp_path / "v", SECRET, read_only=True) as reader:
        answer = find_people(reader, "munoz jose")
        assert rows(answer)[0] == 1
        with pytest.raises(ReadOnlyVaultError):
            note_search(reader, answer)
