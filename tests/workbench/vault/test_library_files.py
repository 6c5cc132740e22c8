"""Library files: people in, the same people out, found by name, place, phone and e-mail."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from case_world import NOW, a_case, a_lead, an_id, make_vault, reopen

from workbench.model.importing import ImportCounts, ImportKind, ImportRecord
from workbench.normalize.tables import PERSON_SCHEMA, empty
from workbench.vault.errors import DatabaseExistsError, LibraryDamagedError, LibraryMissingError
from workbench.vault.library_file import LibraryCounts, LibraryFile, LibraryWriter, NothingToSearchError
from workbench.vault.registry import UnknownImportError
from workbench.vault.values import Reject
from workbench.vault.verify import verify

ROOT = Path(__file__).parents[3]
KEY = bytes(range(32))

PEOPLE = [
    {"row_number": 1, "record_id": "A1", "role": "subject", "name_raw": "Munoz, José", "first": "JOSE",
     "last": "MUNOZ", "birth_year": 1984, "birth_year_slack": 1, "phones": ["2175550101", "2175550102"],
     "emails": ["jo@example.com"], "address_raw": "118 Maple St Apt 2", "address_house": "118",
     "address_street": "MAPLE ST", "address_unit": "2", "address_city": "SPRINGFIELD", "address_state": "IL",
     "address_zip": "62704", "as_of": date(2026, 1, 2), "employer": "ACME"},
    {"row_number": 2, "record_id": "A2", "role": "subject", "name_raw": "JANE MUNOZ", "first": "JANE",
     "last": "MUNOZ", "birth_date": date(1984, 2, 29), "birth_year": 1984, "birth_year_slack": 0,
     "ssn4": "1234", "phones": ["2175550101"], "emails": [], "address_house": "9", "address_street": "ELM AVE",
     "address_zip": "62701", "mailing_house": "118", "mailing_street": "MAPLE ST", "mailing_zip": "62704",
     "deceased": True},
    {"row_number": 2, "record_id": "A2", "role": "relative", "first": "PIA", "last": "OKORO",
     "former_last": "MUNOZ", "birth_year": 1990, "phones": [], "emails": []},
    {"row_number": 5, "record_id": None, "role": "owner", "name_raw": "Harbour Trust", "last": None,
     "phones": None, "emails": ['odd"\\name@example.com'], "address_house": "118", "address_street": "OAK RD"},
]  # fmt: skip


def people(rows=PEOPLE):
    return pl.DataFrame(rows, schema=PERSON_SCHEMA)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("library") / f"{an_id(7)}.records"
    with LibraryWriter(path, KEY) as writer:
        writer.write(people(PEOPLE[:2]))
        assert writer.write(people(PEOPLE[2:])) == 4
        writer.write_rejects([Reject(3, "no name", "x,y"), Reject(4, "too long")])
        writer.write_meta({"profile": "nc_voters"})
        writer.finish()
    with LibraryFile(path, KEY) as opened:
        yield opened


def ids(found):
    return sorted((person.record_id, person.role) for person in found)


def test_frames_come_back_equal(library):
    expected = people().with_columns(
        pl.col("phones").fill_null([]),
        pl.col("emails").list.eval(pl.element().str.replace_all(r'["\\]', "")),
    )
    back = pl.concat(list(library.frames(3)))
    assert back.equals(expected)
    assert back.schema == pl.Schema(PERSON_SCHEMA)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"name": "Munoz"}, ["A1", "A2", "A2"]),
        ({"name": "munoz", "first_initial": "j", "birth_year": 1984}, ["A1", "A2"]),
        ({"name": "MUNOZ", "birth_year": 1990}, ["A2"]),
        ({"name": "MUNOZ", "first_initial": "P"}, ["A2"]),
        ({"name": "MUN"}, []),
        ({"house": "118", "street": "Maple St"}, ["A1", "A2"]),
        ({"house": "118", "street": "MAPLE"}, ["A1", "A2"]),
        ({"house": "118"}, ["A1", "A2", "row 5"]),
        ({"house": "118", "zip_code": "62704"}, ["A1", "A2"]),
        ({"house": "118", "birth_year": 1984, "first_initial": "J"}, ["A1", "A2"]),
        ({"phone": "2175550101"}, ["A1", "A2"]),
        ({"phone": "2175550102"}, ["A1"]),
        ({"phone": "2175550101", "name": "MUNOZ", "house": "9"}, ["A2"]),
        ({"email": "JO@example.com"}, ["A1"]),
        ({"phone": "5550101"}, []),
        ({"name": "MUNOZ", "limit": 1}, ["A1"]),
        ({"name": "' OR 1=1 --"}, []),
    ],
)
def test_search(library, asked, found):
    assert [record for record, _ in ids(library.search(**asked))] == found


def test_a_search_for_nothing_is_refused(library):
    for asked in ({}, {"street": "MAPLE ST"}, {"birth_year": 1984}, {"zip_code": "62704", "name": " "}):
        with pytest.raises(NothingToSearchError):
            library.search(**asked)


def test_a_person_as_read(library):
    (person,) = library.row(1)
    assert (person.import_id, person.name, person.birth) == (an_id(7), "Munoz, José", "1984")
    assert person.addresses == ("118 Maple St Apt 2, SPRINGFIELD IL 62704",)
    assert person.phones == ("2175550101", "2175550102")
    assert person.facts == {"employer": "ACME"}
    assert person.as_of == date(2026, 1, 2)
    assert [p.role for p in library.row(2)] == ["subject", "relative"]
    assert library.row(2)[0].birth == "1984-02-29"
    assert library.row(2)[0].addresses == ("9 ELM AVE, 62701", "118 MAPLE ST, 62704")
    assert library.row(3) == ()


def test_rejects_meta_and_counts(library):
    assert list(library.rejects()) == [Reject(3, "no name", "x,y"), Reject(4, "too long")]
    assert library.counts() == LibraryCounts(4, 2)
    assert library.meta()["profile"] == "nc_voters"
    assert library.fault() == ""


def test_an_empty_file_is_a_file(tmp_path):
    with LibraryWriter(tmp_path / "e.records", KEY) as writer:
        writer.write(empty(PERSON_SCHEMA))
        writer.finish()
    with LibraryFile(tmp_path / "e.records", KEY) as opened:
        assert opened.counts() == LibraryCounts(0, 0)
        assert list(opened.frames()) == []


def test_an_unfinished_file_is_removed_or_refused(tmp_path):
    path = tmp_path / "u.records"
    with LibraryWriter(path, KEY) as writer:
        writer.write(people())
    assert not path.exists()
    writer = LibraryWriter(path, KEY)
    writer.write(people())
    writer._raw.execute("COMMIT")
    writer._raw.close()
    with pytest.raises(LibraryDamagedError, match="never finished"):
        LibraryFile(path, KEY)
    with pytest.raises(DatabaseExistsError):
        LibraryWriter(path, KEY)


def test_other_columns_are_refused(tmp_path):
    with (
        LibraryWriter(tmp_path / "u.records", KEY) as writer,
        pytest.raises(ValueError, match="PERSON_SCHEMA"),
    ):
        writer.write(people().drop("role"))


def test_the_look_ups_are_filled_in_blocks(tmp_path, monkeypatch):
    from workbench.vault import library_writer

    monkeypatch.setattr(library_writer, "_BLOCK", 3)
    rows = [{**PEOPLE[0], "row_number": n, "record_id": f"B{n}", "last": f"L{n % 4}"} for n in range(1, 11)]
    with LibraryWriter(tmp_path / "b.records", KEY) as writer:
        writer.write(people(rows))
        writer.finish()
    with LibraryFile(tmp_path / "b.records", KEY) as opened:
        assert len(opened.search(phone="2175550101")) == 10
        assert len(opened.search(name="L1")) == 3


def test_no_value_is_readable_on_the_disk(tmp_path, library):
    path = tmp_path / "p.records"
    with LibraryWriter(path, KEY) as writer:
        writer.write(people())
        writer.finish()
    assert [entry.name for entry in tmp_path.iterdir()] == ["p.records"]
    assert b"MUNOZ" not in path.read_bytes()


CHILD = """
import sys
from pathlib import Path
import polars as pl
from workbench.normalize.tables import PERSON_SCHEMA
from workbench.vault.library_file import LibraryWriter
key = bytes.fromhex(sys.stdin.read())
with LibraryWriter(Path(sys.argv[1]), key) as writer:
    writer.write(pl.DataFrame([{"row_number": 1, "record_id": "C", "role": "subject", "last": "MUNOZ",
                                "phones": [], "emails": []}], schema=PERSON_SCHEMA))
    writer.finish()
"""


def a_record(import_id, **more):
    return ImportRecord(
        import_id, ImportKind.RECORDS, "voters.txt", "ab" * 32, "nc", "skip tracing",
        ImportCounts(3, 1, 2, 0), NOW, "owner", **more,
    )  # fmt: skip


def write_slot(slot):
    with LibraryWriter(slot.path, slot.key) as writer:
        writer.write(people())
        writer.finish()


def test_a_child_process_writes_a_slot_and_the_vault_registers_it(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        slot = vault.library.reserve()
        assert slot.key.hex() not in repr(slot)
        subprocess.run(
            [sys.executable, "-c", CHILD, str(slot.path)],
            input=slot.key.hex(), text=True, check=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        vault.library.register(slot, a_record(slot.import_id), [Reject(2, "no name", "x")])
    with reopen(tmp_path / "v") as vault:
        with vault.library.open(slot.import_id) as opened:
            assert [p.record_id for p in opened.search(name="Munoz")] == ["C"]
        assert vault.registry.problems(slot.import_id) == (Reject(2, "no name", "x"),)
        assert vault.registry.imports() == (a_record(slot.import_id),)
        assert verify(vault).problems == ()


def test_a_slot_that_is_not_registered_leaves_nothing(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        kept, dropped, crashed = (vault.library.reserve() for _ in range(3))
        for slot in (kept, dropped, crashed):
            write_slot(slot)
        vault.library.discard(dropped)
        assert not dropped.path.exists()
        assert crashed.path.exists()
        vault.library.register(kept, a_record(kept.import_id))
        assert crashed.path.exists()
    with reopen(tmp_path / "v") as vault:
        assert not crashed.path.exists()
        assert vault.library.ids() == [kept.import_id]
        assert not (vault.folder / "library" / "building").exists()


def test_an_unfinished_file_cannot_be_registered(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        slot = vault.library.reserve()
        writer = LibraryWriter(slot.path, slot.key)
        writer._raw.execute("COMMIT")
        writer._raw.close()
        with pytest.raises(LibraryDamagedError):
            vault.library.register(slot, a_record(slot.import_id))
        assert vault.registry.imports() == ()


def test_undoing_an_import_removes_file_key_and_pending_leads(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())
        slot = vault.library.reserve()
        write_slot(slot)
        vault.library.register(slot, a_record(slot.import_id))
        vault.catalog.add_pending([a_lead(1, import_id=slot.import_id), a_lead(2)])
        assert vault.library.delete(slot.import_id).undone_at == NOW
        assert not slot.path.exists()
        assert [lead.lead_id for lead in vault.catalog.pending_leads()] == [a_lead(2).lead_id]
        with pytest.raises(UnknownImportError):
            vault.library.open(slot.import_id)
        assert vault.registry.import_by_digest(ImportKind.RECORDS, "ab" * 32) is None
        assert verify(vault).problems == ()


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (lambda path: path.unlink(), LibraryMissingError),
        (lambda path: path.write_bytes(b""), LibraryDamagedError),
        (lambda path: path.write_bytes(path.read_bytes()[:-4096]), LibraryDamagedError),
        (lambda path: path.write_bytes(bytes(4096) + path.read_bytes()[4096:]), LibraryDamagedError),
    ],
)
def test_a_damaged_file_is_named(tmp_path, damage, error):
    with make_vault(tmp_path / "v") as vault:
        slot = vault.library.reserve()
        write_slot(slot)
        vault.library.register(slot, a_record(slot.import_id))
        damage(slot.path)
        with pytest.raises(error) as caught:
            vault.library.open(slot.import_id)
        assert caught.value.file == slot.path.name
        assert slot.path.name in verify(vault).problems[0].file


def test_a_change_in_the_middle_is_found_by_verify(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        slot = vault.library.reserve()
        write_slot(slot)
        vault.library.register(slot, a_record(slot.import_id))
        data = bytearray(slot.path.read_bytes())
        data[len(data) // 2] ^= 1
        slot.path.write_bytes(data)
        assert [p.file for p in verify(vault, deep=False).problems] == [f"library/{slot.path.name}"]


@pytest.mark.parametrize("mark", ["\x1f", "\x1e", "\x1e\x1f", '"', "\t", "\n", ","])
def test_frames_are_cut_right_whatever_a_value_holds(tmp_path, mark):
    """The marks that values are joined by send them the slow way; nothing else is special."""
    rows = [
        {"row_number": n, "record_id": f"R{n}", "role": "subject", "name_raw": f"A{mark}{n}", "last": "OTTER"}
        for n in range(1, 8)
    ]
    path = tmp_path / f"{an_id(8)}.records"
    with LibraryWriter(path, KEY) as writer:
        writer.write(people(rows))
        writer.finish()
    with LibraryFile(path, KEY) as opened:
        for size in (3, 100):
            found = pl.concat(opened.frames(size))
            assert found["name_raw"].to_list() == [row["name_raw"] for row in rows]
            assert found["row_number"].to_list() == list(range(1, 8))
