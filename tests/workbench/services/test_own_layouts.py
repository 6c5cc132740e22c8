"""What a person once said of a file is known the next time: through the services and headless."""

import json
from pathlib import Path

import pytest

from workbench.base.errors import UserError
from workbench.base.progress import NoProgress
from workbench.cli.main import run
from workbench.records.own_profile import Own, alike, looks_of, own_of, similarity, with_own
from workbench.records.read_as import ReadAs
from workbench.services import own_layouts as own
from workbench.services.access import DirectAccess
from workbench.services.import_check import check_records
from workbench.services.import_records import RecordsRequest
from workbench.services.previewing import PreviewRequest, preview

HEAD = "FLD_1,FLD_2,FLD_3,FLD_4"
ROW = "Quillfeather,Zebediah,02899,9 Elm St"
MAPPING = """
[[people]]
last = "FLD_1"
first = "FLD_2"
address = { line1 = "FLD_4", zip = "FLD_3" }
"""


@pytest.fixture
def file(tmp_path):
    def make(name, head, *rows, encoding="utf-8"):
        path = tmp_path / name
        path.write_text("\n".join([head, *rows]) + "\n", encoding=encoding)
        return path

    return make


def people(vault, path, **request):
    checked = check_records(DirectAccess(vault), path, RecordsRequest(**request), NoProgress())
    return checked.people, checked.notes


def test_a_correction_is_learned_by_the_import_and_follows_a_little_drift(vault, take, file):
    with pytest.raises(UserError):
        people(vault, file("before.csv", HEAD, ROW))
    take(ROW, head=HEAD, mapping_toml=MAPPING)
    assert people(vault, file("same.csv", HEAD, ROW.replace("Zebediah", "Ann"))) == (1, ())
    added = "FLD_1,FLD_2,FLD_3,FLD_4,NEW"
    assert people(vault, file("added.csv", added, ROW + ",x")) == (1, ())
    moved = "FLD_4,FLD_3,FLD_2,FLD_1"
    assert people(vault, file("moved.csv", moved, "9 Elm St,02899,Zebediah,Quillfeather"))[0] == 1
    _, notes = people(vault, file("dropped.csv", "FLD_1,FLD_2,FLD_3", "Quillfeather,Zebediah,02899"))
    assert notes == ("The column FLD_4 of the saved layout is not in this file.",)


def test_a_renamed_column_is_followed_and_said(vault, take, file):
    head = "SURNAME X,GIVEN X,POSTAL X,STREET X,REST X,OTHER X,MORE X"
    mapping = '[[people]]\nlast = "SURNAME X"\nfirst = "GIVEN X"\naddress = { zip = "POSTAL X" }\n'
    take("Quillfeather,Zebediah,02899,a,b,c,d", head=head, mapping_toml=mapping)
    count, notes = people(
        vault, file("renamed.csv", head.replace("POSTAL X", "POSTAL-XX"), "Q,Z,02899,a,b,c,d")
    )
    assert count == 1
    assert notes == ("Saved for the column POSTAL X, which is read from POSTAL-XX here.",)


def test_another_list_is_not_taken_for_a_saved_one(vault, take, file):
    """A negative control: too little in common, or no name left."""
    take(ROW, head=HEAD, mapping_toml=MAPPING)
    for head in ("FLD_1,A,B,C,D,E", "A,B,C,D"):
        with pytest.raises(UserError):
            people(vault, file("other.csv", head, ",".join("x" * head.count(","))))


def test_a_corrected_known_layout_stays_corrected(vault, take, file):
    """The person's word on this very header goes before what the program knows."""
    head = "ncid,last_name,first_name,res_street_address,res_city_desc,voter_reg_num,status_cd,county_id,zip_code,maiden"
    row = "AA1,Quillfeather,Zebediah,9 Elm St,Springfield,1,A,1,02899,Oldname"
    path = file("nc.csv", head, row)
    seen = preview(DirectAccess(vault), PreviewRequest(path), NoProgress())
    assert seen.seen.basis == "profile"
    corrected = seen.mapping.replace('last = "last_name"', 'last = "maiden"')
    own.keep_layout(vault, seen, corrected, name="Maiden names", purpose="legal_process")
    again = preview(DirectAccess(vault), PreviewRequest(file("nc2.csv", head, row, row)), NoProgress())
    assert (again.seen.basis, again.seen.own, again.seen.purpose) == (
        "saved",
        "Maiden names",
        "legal_process",
    )
    assert 'last = "maiden"' in again.mapping


def test_a_saved_layout_is_no_way_round_a_refusal(vault, file):
    head = "StateVoterID|FName|LName|RegStNum|RegStName|RegCity|MName|Birthdate|RegState|StatusCode"
    path = file("wa.txt", head, "1|Zebediah|Quillfeather|9|Elm|Olympia||01/20/1980|WA|A")
    seen = preview(DirectAccess(vault), PreviewRequest(path), NoProgress())
    assert any("RCW 29A.08.720" in note for note in seen.seen.notes)
    own.keep_layout(vault, seen, seen.mapping, name="Mine")
    with pytest.raises(UserError, match="RCW 29A"):
        people(vault, path)
    with pytest.raises(UserError, match="RCW 29A"):
        people(vault, path, profile="Mine")
    assert people(vault, path, purpose="political")[0] == 1


def test_how_a_file_is_read_is_kept_with_the_layout(vault, file):
    text = ("Vor;Zuname", "José;Quillfeather", "Ünal;Quillfeather")
    path = file("one.txt", "Sample;list;2026", *text, encoding="cp850")
    word = ReadAs(encoding="cp850", delimiter=";", header_row=2)
    access = DirectAccess(vault)
    seen = preview(access, PreviewRequest(path, "records", read_as=word), NoProgress())
    assert seen.seen.columns == ["Vor", "Zuname"]
    toml = '[[people]]\nfirst = "Vor"\nlast = "Zuname"\n'
    own.keep_layout(vault, seen, toml, name="Sample", read_as=word)
    again = preview(
        access, PreviewRequest(file("two.txt", "Other;list;x", *text, encoding="cp850")), NoProgress()
    )
    assert (again.seen.own, again.seen.read_as) == ("Sample", word)
    assert again.seen.rows[0] == ["José", "Quillfeather"]


def test_a_known_layout_that_names_no_one_says_what_to_import(vault):
    slices = Path(__file__).parents[2] / "data" / "record_slices" / "slices"
    with pytest.raises(UserError, match="names no one") as refused:
        people(vault, slices / "fl_dor_sdf.csv")
    assert "NAL" in refused.value.hint


def test_names_are_checked_and_layouts_renamed_and_deleted(vault, file):
    access = DirectAccess(vault)
    first = preview(access, PreviewRequest(file("a.csv", "first,last", "Ann,Q")), NoProgress())
    second = preview(access, PreviewRequest(file("b.csv", "last,first,zip", "Q,Ann,02899")), NoProgress())
    own.keep_layout(vault, first, first.mapping, name="One")
    with pytest.raises(UserError, match="Another saved layout"):
        own.keep_layout(vault, second, second.mapping, name="one")
    own.keep_layout(vault, second, second.mapping, name="Two")
    assert [(x.name, x.columns, x.used) for x in own.own_layouts(vault)] == [("One", 2, 2), ("Two", 3, 3)]
    one, two = own.own_layouts(vault)
    with pytest.raises(UserError):
        own.rename_layout(vault, two.fingerprint, two.kind, "x" * 81)
    own.rename_layout(vault, two.fingerprint, two.kind, "Three")
    own.delete_layout(vault, one.fingerprint, one.kind)
    assert [x.name for x in own.own_layouts(vault)] == ["Three"]
    for gone in (own.delete_layout, lambda *a: own.rename_layout(*a, "x")):
        with pytest.raises(UserError, match="no such"):
            gone(vault, one.fingerprint, one.kind)


def test_headless(vault, file, tmp_path, capsys, monkeypatch):
    """A mapping given once is used, listed, renamed, asked for by name and deleted from the command line."""
    folder = str(vault.path if hasattr(vault, "path") else vault.folder)
    vault.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "seven fictional otters knit")
    (tmp_path / "m.toml").write_text(MAPPING)

    def do(*arguments):
        code = run([*arguments, "--vault", folder], open_window=lambda *a, **k: 0)
        return code, capsys.readouterr()

    assert do("import-records", str(file("1.csv", HEAD, ROW)), "--mapping", str(tmp_path / "m.toml"))[0] == 0
    assert do("import-records", str(file("2.csv", HEAD, ROW.replace("Zeb", "Jeb"))))[0] == 0
    listed = json.loads(do("layouts", "--json")[1].out)
    assert [(x["kind"], x["used"]) for x in listed] == [("records", 4)]
    layout_id = listed[0]["fingerprint"]
    assert "Field list" in do("layouts", "--rename", layout_id[:12], "Field list")[1].out
    third = file("3.csv", HEAD + ",NEW", ROW.replace("Zeb", "Neb") + ",x")
    assert do("import-records", str(third), "--profile", "field list")[0] == 0
    assert do("layouts", "--delete", layout_id)[0] == 0
    assert do("import-records", str(file("4.csv", HEAD, ROW.replace("Zeb", "Keb"))))[0] == 1


def test_the_own_part_of_a_mapping_survives_the_round_trip():
    kept = Own(
        'A "name"', ("x", "y\\z"), ("digits", "blank"), "research", ReadAs("cp850", ";", None, 2, (0, 5))
    )
    toml = with_own(with_own(MAPPING, Own("old")), kept)
    assert own_of(toml) == kept
    assert own_of(MAPPING) == Own()
    assert looks_of([["1", "Ann", "", "a1"], ["22", "O'Bea", " ", "7"]], 4) == (
        "digits",
        "letters",
        "blank",
        "mixed",
    )
    assert alike(("digits", "letters", "blank"), ("digits", "letters", "mixed"))
    assert not alike(("digits", "letters"), ("letters", "letters"))
    assert similarity(("A b", "C"), ("a_B", "D")) == pytest.approx(1 / 3)
