"""Workbooks and dBASE tables give the same people as text does."""

import datetime as dt
import struct

import pytest
import xlsxwriter

from workbench.records.errors import MemberChoiceError, UnreadableFileError
from workbench.records.limits import Limits
from workbench.records.recognition import recognise
from workbench.records.shape import Container
from workbench.records.sniffing import sniff


def workbook(path, sheets) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            day = book.add_format({"num_format": "yyyy-mm-dd"})
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    sheet.write(r, c, value, *([day] if isinstance(value, dt.date) else []))


PEOPLE = [
    ["id", "last name", "first name", "zip", "birth date", "phone"],
    ["00042", "Testerton", "Zoë", "01234", dt.date(1984, 5, 17), 9195550123],
    [],
    ["00043", "Testerton", "Ann", 27312, "05/06/1990", "919-555-0124"],
    ["00044", "", "", "", "", ""],
]


def test_sheet_is_read_like_text(load, tmp_path):
    workbook(tmp_path / "in.xlsx", {"Notes": [["read me"]], "People": PEOPLE})
    found = load((tmp_path / "in.xlsx").read_bytes(), "people.xlsx")
    assert (found.shape.container, found.shape.sheet, found.shape.sheets) == (
        Container.XLSX,
        "People",
        ("Notes", "People"),
    )
    assert found.people == [
        {"record_id": "00042", "role": "subject", "first": "ZOE", "last": "TESTERTON", "address_zip": "01234",
         "address_state": "MA", "birth_date": dt.date(1984, 5, 17), "birth_year": 1984, "phones": ["9195550123"]},
        {"record_id": "00043", "role": "subject", "first": "ANN", "last": "TESTERTON", "address_zip": "27312",
         "address_state": "NC", "birth_date": dt.date(1990, 5, 6), "birth_year": 1990, "phones": ["9195550124"]},
    ]  # fmt: skip
    assert found.problems == [(3, "no name in this row (columns last name, first name)")]
    assert found.reconciles()
    assert "xlsx (People)" in found.shape.in_words()


def test_named_sheet(tmp_path):
    path = tmp_path / "people.xlsx"
    workbook(path, {"One": PEOPLE, "Two": [["voter_id", "surname"], ["1", "Testerton"], ["2", "Testerton"]]})
    assert sniff(path, sheet="Two").columns == ("voter_id", "surname")
    with pytest.raises(MemberChoiceError):
        sniff(path, sheet="Three")


def test_known_layout_in_a_workbook(tmp_path):
    path = tmp_path / "new_hampshire.xlsx"
    columns = [
        "id_voter",
        "nm_last",
        "nm_first",
        "ad_num",
        "ad_str1",
        "ad_city",
        "ad_st",
        "ad_zip5",
        "birth_date",
    ]
    workbook(
        path,
        {
            "v": [
                columns,
                ["1", "Testerton", "Ann", "9", "Elm St", "Springfield", "NH", "03101", "05/17/1984"],
            ]
        },
    )
    assert recognise(sniff(path)).profile_id == "voter_new_hampshire"


def dbf(fields: list[tuple[str, str, int]], rows: list[list[str]]) -> bytes:
    header = struct.pack(
        "<BBBBIHH20x", 3, 126, 9, 15, len(rows), 33 + 32 * len(fields), 1 + sum(f[2] for f in fields)
    )
    for name, kind, length in fields:
        header += struct.pack("<11sc4xBB14x", name.encode(), kind.encode(), length, 0)
    body = b"".join(
        b" " + b"".join(v.encode("cp1252").ljust(f[2]) for v, f in zip(row, fields, strict=True))
        for row in rows
    )
    return header + b"\r" + body + b"\x1a"


def test_dbf(load):
    data = dbf(
        [
            ("OWN_NAME", "C", 30),
            ("SITEADDR", "C", 30),
            ("ZIP", "C", 5),
            ("SALEDATE", "D", 8),
            ("LAST_NAME", "C", 20),
        ],
        [["x", "9 ELM ST", "01234", "20250304", "TESTERTON"], ["x", "11 ELM ST", "01234", "", "Ünal"]],
    )
    found = load(data, "parcels.dbf")
    assert found.shape.container is Container.DBF
    assert [p["last"] for p in found.people] == ["TESTERTON", "UNAL"]
    assert found.people[0]["address_zip"] == "01234"


def test_cut_off_dbf_is_an_error_in_words(tmp_path):
    data = dbf([("LAST_NAME", "C", 20)], [["TESTERTON"]] * 20)
    path = tmp_path / "cut.dbf"
    for length in range(33, 70, 3):
        path.write_bytes(data[:length])
        try:
            sniff(path)
        except UnreadableFileError:
            continue


def test_workbook_limits_are_those_given(tmp_path):
    path = tmp_path / "people.xlsx"
    workbook(path, {"People": PEOPLE})
    with pytest.raises(Exception, match="cells = 5"):
        sniff(path, limits=Limits(cells=5))
    with pytest.raises(Exception, match="workbook_file_bytes"):
        sniff(path, limits=Limits(workbook_file_bytes=100))
