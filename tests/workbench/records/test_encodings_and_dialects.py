"""What a text file is written in: encodings, line ends, delimiters, quoting, header."""

import gzip
import io
import zipfile

import pytest

from workbench.records.errors import EncryptedFileError, MemberChoiceError, UnreadableFileError
from workbench.records.shape import Container
from workbench.records.sniffing import sniff

ROWS = "First Name,Last Name,City,Zip\nZoë,Testerton,Cañon City,01234\nJosé,O’Example,Springfield,00501\n"


def names(found) -> list[tuple[object, object]]:
    return [(p.get("first"), p.get("last")) for p in found.people]


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_encodings_are_told_apart(load, encoding, codec):
    """The curly apostrophe is 0x92 in Windows-1252: one of the bytes that Latin-1 has no letter for."""
    found = load(ROWS, encoding=encoding)
    assert found.shape.encoding == codec
    assert names(found) == [("ZOE", "TESTERTON"), ("JOSE", "OEXAMPLE")]
    assert [p["address_zip"] for p in found.people] == ["01234", "00501"]


def test_utf_16_big_endian_with_a_mark(load):
    found = load(b"\xfe\xff" + ROWS.encode("utf-16-be"))
    assert found.shape.encoding == "utf-16-be"
    assert found.shape.columns[0] == "First Name"


def test_rare_latin_letter_far_into_an_ascii_file_is_read_as_windows_1252(load):
    """What the samples saw was ASCII, so the one odd line is not a reason to lose its row."""
    line = "Ann,Testerton,{n:05d}," + "x" * 1_000 + "\n"
    lines = [line.format(n=n) for n in range(6_000)]
    between_samples = (1_048_576 + (6_000 * 1_020 - 1_048_576) * 3 // 34) // 1_020
    lines[between_samples] = "Zo\xeb,Testerton,17003,\n"
    found = load("first,last,zip,note\n" + "".join(lines), encoding="cp1252")
    assert found.shape.ascii_sample
    assert (found.read, found.problems) == (6_000, [])
    assert "ZOE" in {p["first"] for p in found.people}


def test_invalid_utf_8_among_real_utf_8_rejects_the_row(load):
    """The samples saw multi-byte letters, so the file is UTF-8; its one broken row lies between them."""
    line = "Zoë,Testerton,{n:05d}," + "x" * 1_000 + "\n"
    lines = [line.format(n=n).encode() for n in range(6_000)]
    at = (1_048_576 + (6_000 * 1_021 - 1_048_576) * 3 // 34) // 1_021
    lines[at] = b"Bad\xff\xfe,Testerton,17003,\n"
    found = load(b"first,last,zip,note\n" + b"".join(lines))
    assert found.shape.encoding == "utf-8"
    assert found.problems == [
        (at + 1, "holds bytes that are not valid in the file's encoding (column first)")
    ]
    assert found.reconciles()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_line_ends(load, end, encoding):
    found = load(ROWS.replace("\n", end), encoding=encoding)
    assert found.shape.terminator == end
    assert found.read == 2
    assert found.people[1]["address_city"] == "SPRINGFIELD"


def test_mixed_line_ends(load):
    found = load("first,last\r\nAnn,Testerton\nBea,Testerton\r\nCleo,Testerton")
    assert names(found) == [("ANN", "TESTERTON"), ("BEA", "TESTERTON"), ("CLEO", "TESTERTON")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_with_other_ones_inside_values(load, delimiter):
    others = "".join(d for d in ",;|" if d != delimiter)
    text = delimiter.join(["first", "last", "address"]) + "\n"
    text += "".join(
        delimiter.join([f"Ann{chr(65 + n)}", "Testerton", f"{n + 1} Elm St{others} Apt 4"]) + "\n"
        for n in range(20)
    )
    found = load(text)
    assert found.shape.delimiter == delimiter
    assert len(found.people) == 20
    assert found.problems == []


def test_quoted_fields_with_delimiters_quotes_and_line_ends(load):
    found = load(
        'first,last,address\r\nAnn,Testerton,"9 Elm St, Apt 4"\r\n"Bea ""Bee""",Testerton,"9 Elm St\r\nApt 5"\r\n'
        "Cleo,Testerton,9 Elm St\r\n"
    )
    assert found.shape.quoted
    assert (found.read, found.problems) == (3, [])
    assert [p["address_unit"] for p in found.people if "address_unit" in p] == ["4", "5"]


def test_lone_quote_in_a_quoted_file_costs_one_row(load):
    lines = [f'"Ann{n}","Testerton","{n} Elm St"' for n in range(1, 51)]
    lines[10] = '"Ann11","Testerton","11 Elm St'
    lines[30] = '"Ann31,"Testerton","31 Elm St"'
    found = load('"first","last","address"\n' + "\n".join(lines))
    assert found.problems == [
        (11, "a quoted field is not closed (column address)"),
        (31, "3 fields expected, 2 found"),
    ]
    assert (found.read, len(found.people)) == (50, 48)
    assert found.raws[0] == lines[10]


def test_inches_and_nicknames_in_an_unquoted_file(load):
    lines = [f'Ann{n}|Testerton|{n} "Old" Elm St' for n in range(1, 40)]
    lines[5] = 'Ann6|Testerton|"6 Elm St'
    found = load("first|last|address\n" + "\n".join(lines))
    assert (found.shape.quoted, found.read, found.problems) == (False, 39, [])


def test_header_is_told_from_data(load):
    assert load("first,last\nAnn,Testerton\nBea,Testerton\n").shape.header
    assert not load("Ann,Testerton,27312\nBea,Testerton,27313\n", mapping=_by_position()).shape.header


def _by_position():
    from workbench.records.mapping import Mapping, PersonSources

    person = PersonSources(first=("column_1",), last=("column_2",))
    return Mapping(people=(person,), layout=("column_1", "column_2", "column_3"))


def test_repeated_and_empty_column_names_stay_apart(load):
    found = load("last,first,PHONE,phone,\nTesterton,Ann,9195550123,9195550124,x\n")
    assert found.shape.columns == ("last", "first", "PHONE", "phone (2)", "column_5")
    assert found.people[0]["phones"][0] == "9195550123"


def test_summary_in_words(load):
    found = load("first|last\nZo\xeb|Testerton\n", encoding="cp1252")
    assert found.shape.in_words() == "pipe, unquoted, Windows-1252, header row 1, 2 columns, about 1 rows"
    assert found.shape.to_dict()["summary"] == found.shape.in_words()
    assert "Testerton" not in repr(found.shape)


def test_gzip_and_zip_are_read_through(load):
    assert load(gzip.compress(ROWS.encode())).shape.container is Container.GZIP
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "see data")
        archive.writestr("county/data.txt", ROWS)
    found = load(buffer.getvalue())
    assert (found.shape.container, found.shape.member) == (Container.ZIP, "county/data.txt")
    assert [m.name for m in found.shape.members] == ["readme.txt", "county/data.txt"]
    assert len(found.people) == 2


def test_member_must_exist(tmp_path):
    path = tmp_path / "data.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data.txt", ROWS)
    with pytest.raises(MemberChoiceError):
        sniff(path, member="other.txt")
    assert sniff(path, member="data.txt").member == "data.txt"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", UnreadableFileError),
        (b"\n\n  \n", UnreadableFileError),
        (b"%PDF-1.7\n...", UnreadableFileError),
        (b"<html><table><tr><td>last</td></tr></table>", UnreadableFileError),
        (bytes(range(256)) * 40, UnreadableFileError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnreadableFileError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path, data, kind):
    path = tmp_path / "records.csv"
    path.write_bytes(data)
    with pytest.raises(kind):
        sniff(path)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UnreadableFileError):
        sniff(tmp_path)
