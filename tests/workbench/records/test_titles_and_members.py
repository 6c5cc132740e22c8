"""What stands above a header, and which member of an archive is the table."""

import io
import zipfile

import pytest
import xlsxwriter

from workbench.records.errors import MappingError
from workbench.records.looking import look
from workbench.records.read_as import AS_FOUND, ReadAs
from workbench.records.reading import read_people
from workbench.records.sniffing import sniff

ROWS = "First Name,Last Name,City,Zip\nAnn,Testerton,Springfield,01234\nBea,Exampleby,Shelbyville,00501\n"


def last_names(path, read_as=AS_FOUND):
    shape, match = look(path, read_as=read_as)
    return shape, [p for c in read_people(path, shape, match.mapping) for p in c.people["last"].to_list()]


@pytest.mark.parametrize(
    ("above", "lines"),
    [
        ("", 0),
        ("Voter list of Sample County\n", 1),
        ("File Date,06/01/2026\n", 1),
        ("Sample County, Registrar of Voters\r\nPrinted: 06/01/2026\r\n\r\n,,,\r\n", 3),
        ('"A title, that is quoted"\n\n\n', 1),
        ("Report no. 7\n" * 4, 4),
    ],
)
def test_lines_above_a_header_are_looked_past(tmp_path, above, lines):
    path = tmp_path / "list.csv"
    path.write_bytes((above + ROWS).encode())
    shape, people = last_names(path)
    assert (shape.header, shape.title_lines, people) == (True, lines, ["TESTERTON", "EXAMPLEBY"])
    assert f"header row {lines + 1}" in shape.in_words()
    assert shape.to_dict()["header_row"] == lines + 1


def test_data_is_never_taken_for_a_title(tmp_path):
    """A ragged first row without a header after it is a row, and is listed as such."""
    path = tmp_path / "list.csv"
    path.write_text("1,Ann\n2,Testerton,9 Elm St,01234\n3,Testerton,8 Elm St,01234\n" * 3)
    assert sniff(path).title_lines == 0


def test_filled_rows_above_a_sheets_header(tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("People")
        sheet.write(0, 0, "Sample County")
        sheet.write_row(2, 0, ["As of", "2026-06-01"])
        for at, line in enumerate(ROWS.splitlines(), start=3):
            sheet.write_row(at, 0, line.split(","))
    shape, people = last_names(path)
    assert (shape.title_lines, people) == (2, ["TESTERTON", "EXAMPLEBY"])
    assert last_names(path, ReadAs(header_row=3))[0].title_lines == 2
    assert sniff(path, read_as=ReadAs(header_row=0)).header is False
    with pytest.raises(MappingError, match="cannot be row 99"):
        sniff(path, read_as=ReadAs(header_row=99))


def test_the_member_that_names_people_is_chosen(tmp_path):
    path = tmp_path / "release.zip"
    header = "ncid,last_name,first_name,res_street_address,res_city_desc,voter_reg_num,status_cd,county_id,zip_code\n"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("codes.txt", "code,words\n" + "1,x\n" * 5_000)
        archive.writestr("readme.pdf", b"%PDF-1.7" + b"x" * 60_000)
        archive.writestr("voters.txt", header + "AA1,Testerton,Ann,9 Elm St,Springfield,1,A,1,27312\n")
    shape, match = look(path)
    assert (shape.member, match.profile_id) == ("voters.txt", "voter_north_carolina")
    assert [m.name for m in shape.members] == ["codes.txt", "readme.pdf", "voters.txt"]
    assert look(path, member="codes.txt")[0].member == "codes.txt"


def test_an_archive_of_unknown_tables_gives_its_largest(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("small.csv", ROWS)
        archive.writestr("large.csv", ROWS * 5)
    path = tmp_path / "two.zip"
    path.write_bytes(buffer.getvalue())
    assert look(path)[0].member == "large.csv"


def test_a_person_overrules_what_was_found(tmp_path):
    path = tmp_path / "list.txt"
    path.write_bytes("Full Name;Phone\nJosé Testerton;1,2\nÜnal Exampleby;3,4\n".encode("cp850"))
    assert sniff(path).encoding == "cp1252"
    shape, people = last_names(path, ReadAs(encoding="cp850", delimiter=";"))
    assert (shape.encoding, shape.delimiter, people) == ("cp850", ";", ["TESTERTON", "EXAMPLEBY"])
    assert shape.sample[0][0] == "José Testerton"
    assert sniff(path, read_as=ReadAs(delimiter=",")).delimiter == ","


def test_boundaries_make_any_file_a_fixed_width_one(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("TESTERTON ANN   01234\nEXAMPLEBY BEA   00501 MORE\nSHORT\n")
    shape = sniff(path, read_as=ReadAs(breaks=(0, 10, 16)))
    assert shape.fixed_width
    assert (shape.breaks, shape.record_lengths) == ((0, 10, 16), (5, 21, 26))
    assert shape.sample[1] == ("EXAMPLEBY", "BEA", "00501 MORE")


@pytest.mark.parametrize(
    "wrong",
    [
        ReadAs(encoding="klingon"), ReadAs(encoding="rot13"), ReadAs(delimiter="::"), ReadAs(delimiter='"'),
        ReadAs(header_row=-1), ReadAs(breaks=(3, 9)), ReadAs(breaks=(0, 9, 9)), ReadAs(breaks=(0, 900)),
        ReadAs(header_row=40),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(tmp_path, wrong):
    path = tmp_path / "list.csv"
    path.write_text(ROWS)
    with pytest.raises(MappingError):
        sniff(path, read_as=wrong)
