"""Hostile workbooks end in words; given to the spreadsheet library unseen, some abort the process."""

import io
import random
import subprocess
import sys
import zipfile

import pytest

from workbench.base.errors import UserError
from workbench.records.errors import (
    EncryptedFileError,
    LimitExceededError,
    UnreadableFileError,
    UnsafeFileError,
)
from workbench.records.limits import Limits
from workbench.records.reading import read_people
from workbench.records.recognition import recognise
from workbench.records.sniffing import sniff

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
    ' Target="{target}"/>{more}</Relationships>'
)
STRINGS_REL = (
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"'
    ' Target="sharedStrings.xml"/>'
)
BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def cell(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADER = f'<row r="1">{cell("A1", "first")}{cell("B1", "last")}</row>'
PERSON = f'<row r="2">{cell("A2", "Ann")}{cell("B2", "Testerton")}</row>'


def workbook(
    rows: str = HEADER + PERSON, *, prolog: str = "", strings: str = "", dimension: str = ""
) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELS.format(kind="officeDocument", target="xl/workbook.xml", more=""))
        archive.writestr("xl/workbook.xml", BOOK)
        more = STRINGS_REL if strings else ""
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            RELS.format(kind="worksheet", target="worksheets/sheet1.xml", more=more),
        )
        if strings:
            archive.writestr("xl/sharedStrings.xml", strings)
        sheet = f'<?xml version="1.0"?>{prolog}<worksheet {NS}>{dimension}<sheetData>{rows}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return buffer.getvalue()


FAR_CORNER = workbook(HEADER + PERSON + f'<row r="1048576">{cell("XFD1048576", "x")}</row>')
FAR_COLUMN = workbook(HEADER + f'<row r="2">{cell("A2", "Ann")}{cell("XFD2", "x")}</row>')
MANY_STRINGS = workbook(
    strings=f'<sst {NS} count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>'
)
ENTITIES = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">]>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
DEEP = "<a>" * 5000 + "</a>" * 5000

CASES = {
    "far corner": (FAR_CORNER, LimitExceededError, "cells"),
    "far column": (FAR_COLUMN, LimitExceededError, "columns"),
    "string count lie": (MANY_STRINGS, UnsafeFileError, "states 4,294,967,295 strings"),
    "entity expansion": (workbook(prolog=ENTITIES), UnsafeFileError, "entities"),
    "external entity": (workbook(prolog=EXTERNAL), UnsafeFileError, "entities"),
    "huge cell": (
        workbook(f'<row r="1">{cell("A1", "x" * 2_000_000)}</row>'),
        LimitExceededError,
        "field_bytes",
    ),
    "huge shared string": (
        workbook(strings=f'<sst {NS} uniqueCount="1"><si><t>{"x" * 2_000_000}</t></si></sst>'),
        LimitExceededError,
        "field_bytes",
    ),
    "deep nesting": (workbook(DEEP), LimitExceededError, "xml_depth"),
    "broken XML": (workbook("<row><c></row>"), UnreadableFileError, "damaged"),
    "no rows": (workbook(""), UnreadableFileError, "no rows"),
}


def read_all(path, limits: Limits | None = None) -> int:
    shape = sniff(path, limits=limits)
    return sum(chunk.read for chunk in read_people(path, shape, recognise(shape).mapping, limits=limits))


@pytest.mark.parametrize("name", CASES)
def test_refused_in_words(tmp_path, name):
    data, kind, says = CASES[name]
    path = tmp_path / "people.xlsx"
    path.write_bytes(data)
    with pytest.raises(kind, match=says):
        read_all(path)


def test_plain_workbook_of_the_same_making_is_read(tmp_path):
    path = tmp_path / "people.xlsx"
    path.write_bytes(workbook())
    assert read_all(path) == 1
    path.write_bytes(workbook(dimension='<dimension ref="A1:XFD1048576"/>'))
    assert read_all(path) == 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on memory")
@pytest.mark.parametrize("data", [FAR_CORNER, MANY_STRINGS], ids=["far corner", "string count lie"])
def test_control_the_library_alone_does_not_survive_it(tmp_path, data):
    path = tmp_path / "people.xlsx"
    path.write_bytes(data)
    code = (
        "import resource, sys, python_calamine as c\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
        "b = c.CalamineWorkbook.from_path(sys.argv[1]); b.get_sheet_by_name('S').to_python()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, timeout=60, check=False
    )
    assert run.returncode != 0


def test_workbook_cut_off_anywhere_is_refused(tmp_path):
    data = workbook()
    path = tmp_path / "people.xlsx"
    steps = {*range(1, len(data), max(1, len(data) // 120)), len(data) - 1}
    for length in sorted(steps):
        path.write_bytes(data[:length])
        with pytest.raises(UserError):
            read_all(path)


def test_workbook_with_random_damage_never_crashes(tmp_path):
    data = workbook()
    dice = random.Random(20260915)
    path = tmp_path / "people.xlsx"
    refused = 0
    for _ in range(120):
        damaged = bytearray(data)
        for _ in range(3):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        path.write_bytes(bytes(damaged))
        try:
            read_all(path)
        except UserError:
            refused += 1
    assert refused > 60


def test_names_that_lie_do_not_matter(tmp_path):
    for name, data in (
        ("people.csv", workbook()),
        ("people.xls", b"first,last\nAnn,Testerton\n"),
        ("people.dat", workbook()),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert read_all(path) == 1


def test_password_is_recognised(tmp_path):
    path = tmp_path / "people.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 504
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 999
    )
    with pytest.raises(EncryptedFileError, match="password"):
        sniff(path)


def ods(rows: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    return buffer.getvalue()


def ods_row(*values: str, repeat: int = 1, last: int = 1) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{last if v == values[-1] else 1}">'
        f"<text:p>{v}</text:p></table:table-cell>"
        for v in values
    )
    return f'<table:table-row table:number-rows-repeated="{repeat}">{cells}</table:table-row>'


def test_ods_with_harmless_and_with_monstrous_repeats(tmp_path):
    path = tmp_path / "people.ods"
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    path.write_bytes(ods(ods_row("first", "last") + ods_row("Ann", "Testerton") + empty))
    assert read_all(path) == 1
    path.write_bytes(ods(ods_row("first", "last") + ods_row("Ann", "Testerton", repeat=1_000_000_000)))
    with pytest.raises(LimitExceededError, match="cells"):
        read_all(path)
    path.write_bytes(ods(ods_row("first", "last", last=1_000_000)))
    with pytest.raises(LimitExceededError, match="columns"):
        read_all(path)
