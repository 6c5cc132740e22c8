"""Hostile and broken record files, built by code: name, bytes, and what must come of each.

``must`` is ``error`` (one clear sentence), ``rows`` (``good`` rows taken and ``bad`` ones listed), or ``either``
(what damage leaves is not to be foretold: an error, or rows that reconcile).  The table beneath is twenty rows.
"""

import bz2
import gzip
import io
import lzma
import stat
import struct
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

CANARY = "TESTERTON"
HEAD = "id,first,last,address,city,zip\n"
LINES = [f"{n:06d},Ann{chr(65 + n)},Testerton,{n + 1} Elm St,Springfield,0{1000 + n}\n" for n in range(20)]
TEXT = HEAD + "".join(LINES)
DATA = TEXT.encode()
MIB = 1 << 20


@dataclass(frozen=True)
class Hostile:
    """One file."""

    name: str
    data: bytes
    must: str = "either"
    good: int = -1
    bad: int = -1


def rows(name: str, data: bytes, good: int, bad: int = 0) -> Hostile:
    return Hostile(name, data, "rows", good, bad)


def error(name: str, data: bytes) -> Hostile:
    return Hostile(name, data, "error")


def either(name: str, data: bytes) -> Hostile:
    return Hostile(name, data)


def with_line(line: str | bytes, at: int = 10) -> bytes:
    """The table with one more line."""
    lines = [x.encode() for x in LINES]
    lines.insert(at, line.encode() if isinstance(line, str) else line)
    return HEAD.encode() + b"".join(lines)


def corpus() -> Iterator[Hostile]:
    yield rows("sound.csv", DATA, 20)
    for part in (
        truncated, encodings, nuls, ragged, quotes, wide, big, mislabelled, encrypted, zips, formulas, characters,
        empty, marks, line_ends, workbooks, dbfs, gzips, sheets,
    ):  # fmt: skip
        yield from part()


def truncated() -> Iterator[Hostile]:
    for at in (1, 5, len(HEAD) - 1, len(HEAD), len(HEAD) + 3):
        yield either(f"cut-at-{at}.csv", DATA[:at])
    for at in (200, 333, 480, 600, 701):
        whole = DATA[:at].count(b"\n") - 1
        yield (
            Hostile(f"cut-at-{at}.csv", DATA[:at], "rows", -1, -1)
            if whole > 2
            else either("cut.csv", DATA[:at])
        )


def encodings() -> Iterator[Hostile]:
    odd = TEXT.replace("AnnC", "Zoë").replace("AnnD", "Ünal")
    for name in ("cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-32", "mac-roman", "cp437", "utf-16-be"):
        data = odd.encode(name)
        yield (
            Hostile(f"encoding-{name}.csv", data, "rows", -1, -1)
            if name != "utf-32"
            else either("u32.csv", data)
        )
    yield either("shift-jis.csv", TEXT.replace("Ann", "太郎").encode("shift-jis"))
    yield rows("one-bad-utf8-line.csv", "".join([HEAD, *LINES]).replace("AnnC", "Zoë").encode(), 20)
    yield either("utf16-odd-length.csv", TEXT.encode("utf-16")[:-1])
    yield either("utf7-like.csv", TEXT.replace("Ann", "+AOk-").encode())
    yield error("random-bytes.csv", bytes((n * 197 + 31) % 251 for n in range(20_000)))


def nuls() -> Iterator[Hostile]:
    yield rows("nul-in-a-row.csv", with_line("000099,A\0nn,Testerton,9 Elm St,Springfield,01234\n"), 20, 1)
    yield rows("nul-line.csv", with_line("\0" * 40 + "\n"), 20, 1)
    yield error("all-nul.csv", b"\0" * 5_000)
    yield either("nul-tail.csv", DATA + b"\0" * 4_096)
    yield either("nul-head.csv", b"\0\0\0" + DATA)


def ragged() -> Iterator[Hostile]:
    yield rows("short-row.csv", with_line("000099,Ann,Testerton\n"), 20, 1)
    yield rows("long-row.csv", with_line("000099,Ann,Testerton,a,b,c,d,e\n"), 20, 1)
    yield rows("delimiters-only.csv", with_line(",,,,,\n"), 20, 1)
    yield rows("blank-lines.csv", with_line("\n\n   \n\n"), 20)
    yield rows("no-name.csv", with_line("000099,,,9 Elm St,Springfield,01234\n"), 20, 1)
    yield rows("repeated-row.csv", with_line(LINES[3]), 20)
    yield either(
        "every-row-ragged.csv", HEAD.encode() + b"".join(b"1" + b",x" * n + b"\n" for n in range(40))
    )
    yield either("header-again.csv", DATA + DATA)


def quotes() -> Iterator[Hostile]:
    stray = '000099,"Ann,Testerton,9 Elm St,Springfield,01234\n'
    for at in (0, 10, 20):
        yield rows(f"unclosed-quote-at-{at}.csv", with_line(stray, at), 20, 1)
    yield either("unclosed-quote-in-header.csv", DATA.replace(b"id,first", b'id,"first', 1))
    yield either("unclosed-quote-everywhere.csv", DATA.replace(b",Ann", b',"Ann'))
    yield rows("quote-inside.csv", with_line('000099,An"n,Testerton,9 Elm St,Springfield,01234\n'), 21)
    yield rows("quoted-line-break.csv", with_line('000099,Ann,Testerton,"9 Elm\nSt",Springfield,01234\n'), 21)
    yield either("quotes-only.csv", b'"' * 3_001 + b"\n")


def wide() -> Iterator[Hostile]:
    yield error(
        "million-columns.csv",
        b",".join(b"c%d" % n for n in range(1_000_000)) + b"\n" + b"," * 999_999 + b"\n",
    )
    yield rows("million-cells-in-a-row.csv", with_line("," * 1_000_000 + "\n"), 20, 1)
    yield error(
        "five-thousand-columns.csv",
        b",".join(b"c%d" % n for n in range(5_000)) + b"\n" + b"," * 4_999 + b"\n",
    )
    yield either("one-column.csv", b"last\n" + b"Testerton\n" * 5)


def big() -> Iterator[Hostile]:
    yield rows("field-of-50-mb.csv", with_line(b"000099,Ann," + b"x" * 50 * MIB + b",a,b,01234\n"), 20, 1)
    yield rows(
        "quoted-field-of-9-mb.csv", with_line(b'000099,Ann,"' + b"x" * 9 * MIB + b'",a,b,01234\n'), 20, 1
    )
    yield error("no-line-end.csv", b"first,last," * 600_000)
    yield error("header-cell-of-5-mb.csv", b"x" * 5 * MIB + b"," + DATA)


def mislabelled() -> Iterator[Hostile]:
    yield rows("workbook-as.csv", xlsx(), 2)
    yield rows("text-as.xlsx", DATA, 20)
    yield rows("text-as.dbf", DATA, 20)
    yield rows("zip-as.txt", zipped(("data.csv", DATA)), 20)
    yield rows("gzip-as.csv", gzip.compress(DATA), 20)
    yield rows("dbf-as.txt", dbf(), 2)
    for name, magic in {
        "pdf": b"%PDF-1.7\n", "png": b"\x89PNG\r\n\x1a\n", "exe": b"MZ\x90\0", "elf": b"\x7fELF", "sqlite": b"SQLite format 3\0",
        "parquet": b"PAR1", "7z": b"7z\xbc\xaf'\x1c", "rar": b"Rar!\x1a\x07", "zstd": b"\x28\xb5\x2f\xfd", "jpeg": b"\xff\xd8\xff\xe0",
    }.items():  # fmt: skip
        yield error(f"{name}-as.csv", magic + bytes((n * 7919) % 256 for n in range(3_000)))
    yield error("bzip2-as.csv", bz2.compress(DATA))
    yield error("xz-as.csv", lzma.compress(DATA))
    yield error("html-as.xls", b"<html><table><tr><td>first</td></tr></table></html>")
    yield error("xml-as.csv", b"<?xml version='1.0'?><people><p first='Ann'/></people>")
    yield either("json-as.csv", b'[{"first": "Ann", "last": "Testerton"}]\n' * 20)
    yield either("prose-as.csv", b"It was a dark night; the rain fell.\nNobody came, and nobody went.\n" * 40)


def encrypted() -> Iterator[Hostile]:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000
    yield error("encrypted.xlsx", ole + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2_000)
    yield error("old-word-document.doc", ole + "WordDocument".encode("utf-16-le") + b"\0" * 2_000)
    yield error("broken.xls", ole + "Workbook".encode("utf-16-le") + b"\0" * 4_000)
    yield error("ole-header-only.xls", ole[:8])
    data = bytearray(zipped(("data.csv", DATA)))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + offset] |= 1
    yield error("password.zip", bytes(data))


def zips() -> Iterator[Hostile]:
    for number, name in enumerate(
        (
            "../out.csv",
            "a/../../out.csv",
            "/etc/out.csv",
            "\\\\server\\x.csv",
            "C:\\x.csv",
            "a\\..\\x.csv",
            "..",
            "x/..",
        )
    ):
        yield error(f"path-{number}.zip", zipped(("data.csv", DATA), (name, DATA)))
    yield error("same-name.zip", zipped(("Data.csv", DATA), ("data.CSV", DATA)))
    yield error("ratio-bomb.zip", zipped(("bomb.csv", DATA + b"\n" * 60 * MIB)))
    yield error("many-entries.zip", zipped(*((f"{n}.csv", b"x") for n in range(2_001))))
    yield error("zip-in-zip.zip", zipped(("inner.zip", zipped(("data.csv", DATA)))))
    yield error("empty.zip", zipped())
    yield error("folders-only.zip", zipped(("folder/", b"")))
    yield error("macos-only.zip", zipped(("__MACOSX/._data.csv", DATA)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.csv")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/hostname")
    yield error("link.zip", out.getvalue())
    sound = zipped(("data.csv", DATA), ("notes.txt", b"nothing here\n"))
    yield rows("two-members.zip", sound, 20)
    for at in (4, 40, len(sound) // 2, len(sound) - 10):
        yield error(f"cut-{at}.zip", sound[:at])
    lied = bytearray(zipped(("data.csv", DATA)))
    at = lied.index(b"PK\x01\x02")
    lied[at + 24 : at + 28] = struct.pack("<I", 7)
    yield either("lies-about-size.zip", bytes(lied))
    crc = bytearray(zipped(("data.csv", DATA)))
    at = crc.index(b"PK\x01\x02")
    crc[at + 16 : at + 20] = b"\1\2\3\4"
    yield error("wrong-sum.zip", bytes(crc))
    yield either("prefixed.zip", b"#!/bin/sh\n" + sound)


def formulas() -> Iterator[Hostile]:
    for number, cell in enumerate(
        ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", '"=HYPERLINK(""http://x"",""y"")"')
    ):
        yield rows(
            f"formula-{number}.csv", with_line(f"000099,{cell},Testerton,9 Elm St,Springfield,01234\n"), 21
        )
    formula = (
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>T(1)</f><v>Testerton</v></c></row>'
    )
    yield rows("formula.xlsx", xlsx(HEADER + formula + person(3)), 2)


def characters() -> Iterator[Hostile]:
    for number, first in enumerate((
        "\u202eann\u202c", "\u2066A\u2069nn", "\u200bAnn", "A\u0301" * 400, "👩\u200d👩\u200d👧 Ann", "\ufeffAnn", "\x1b[31mAnn",
        "\ue000Ann", "\U0001f468Ann", "Ann\x85", "Ann\u2028", "ﷺ" * 50,
    )):  # fmt: skip
        yield rows(
            f"odd-name-{number}.csv", with_line(f"000099,{first},Testerton,9 Elm St,Springfield,01234\n"), 21
        )
    yield either("lone-surrogates.csv", b"\xff\xfe" + (HEAD + LINES[0]).encode("utf-16-le") + b"\x00\xd8\n\0")


def empty() -> Iterator[Hostile]:
    for name, data in {
        "nothing": b"", "one-newline": b"\n", "newlines": b"\n\r\n\n", "spaces": b"   \n  \n", "bom8": b"\xef\xbb\xbf",
        "bom16": b"\xff\xfe", "bom32": b"\xff\xfe\0\0", "sub": b"\x1a", "tabs": b"\t\t\t\n",
    }.items():  # fmt: skip
        yield error(f"empty-{name}.csv", data)
    yield either("one-letter.csv", b"x")
    yield either("header-only.csv", HEAD.encode())
    yield either("header-and-blanks.csv", HEAD.encode() + b"\n\n\n")


def marks() -> Iterator[Hostile]:
    yield rows("bom-twice.csv", b"\xef\xbb\xbf\xef\xbb\xbf" + DATA, 20)
    yield either("bom-of-another.csv", b"\xff\xfe" + DATA)
    yield either("bom-in-the-middle.csv", DATA[:300] + b"\xef\xbb\xbf" + DATA[300:])
    yield rows("bom-and-utf16.csv", b"\xfe\xff" + TEXT.encode("utf-16-be"), 20)


def line_ends() -> Iterator[Hostile]:
    for name, end in {"cr": "\r", "crlf": "\r\n", "lf": "\n"}.items():
        yield rows(f"ends-{name}.csv", TEXT.replace("\n", end).encode(), 20)
    mixed = "".join(line.replace("\n", "\r\n" if n % 2 else "\n") for n, line in enumerate([HEAD, *LINES]))
    yield rows("ends-mixed.csv", mixed.encode(), 20)
    yield either("ends-three-ways.csv", mixed.replace("\n0", "\r0", 4).encode())
    yield either("ends-lfcr.csv", TEXT.replace("\n", "\n\r").encode())
    yield either("ends-crcrlf.csv", TEXT.replace("\n", "\r\r\n").encode())
    yield either("ends-formfeed.csv", TEXT.replace("\n", "\f").encode())
    yield either("ends-nel.csv", TEXT.replace("\n", "\x85").encode())
    yield rows("ends-without.csv", DATA.rstrip(b"\n"), 20)
    yield rows("ends-with-sub.csv", DATA + b"\x1a", 20)


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def text_cell(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADER = f'<row r="1">{text_cell("A1", "first")}{text_cell("B1", "last")}</row>'


def person(row: int) -> str:
    return f'<row r="{row}">{text_cell(f"A{row}", f"Ann{row}")}{text_cell(f"B{row}", "Testerton")}</row>'


def xlsx(
    sheet: str = "", *, prolog: str = "", without: str = "", book: str = "", raw: bytes | None = None
) -> bytes:
    """A workbook of two people, with one thing changed."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": book or f'<workbook {NS} xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"{prolog}<worksheet {NS}><sheetData>{sheet or HEADER + person(2) + person(3)}</sheetData></worksheet>",
    }  # fmt: skip
    parts.pop(without, None)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, raw if raw is not None and name.endswith("sheet1.xml") else text)
    return out.getvalue()


def workbooks() -> Iterator[Hostile]:
    yield rows("sound.xlsx", xlsx(), 2)
    yield error("deep.xlsx", xlsx("<a>" * 50_000 + "</a>" * 50_000))
    laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
    yield error("entities.xlsx", xlsx(prolog=laughs))
    yield error(
        "outside-entity.xlsx", xlsx(prolog="<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>")
    )
    yield error(
        "far-cell.xlsx", xlsx(HEADER + person(2) + '<row r="3"><c r="XFD1048576"><v>1</v></c></row>' * 60)
    )
    yield either("far-row.xlsx", xlsx(HEADER + person(2) + person(1_048_576)))
    yield error("broken-xml.xlsx", xlsx(raw=b"<worksheet><sheetData><row>"))
    yield error("binary-sheet.xlsx", xlsx(raw=bytes(range(256)) * 20))
    yield error("no-sheet.xlsx", xlsx(without="xl/worksheets/sheet1.xml"))
    yield error("no-book.xlsx", xlsx(without="xl/workbook.xml"))
    yield either("no-relations.xlsx", xlsx(without="xl/_rels/workbook.xml.rels"))
    yield error("empty-sheet.xlsx", xlsx("<row/>"))
    yield either("odd-reference.xlsx", xlsx(HEADER + '<row r="2"><c r="??"><v>1</v></c></row>' + person(3)))
    yield either(
        "string-out-of-range.xlsx", xlsx(HEADER + '<row r="2"><c r="A2" t="s"><v>999999</v></c></row>')
    )
    yield either("ragged.xlsx", xlsx(HEADER + person(2) + f'<row r="3">{text_cell("D3", "far")}</row>'))
    sound = xlsx()
    for at in (100, len(sound) // 2, len(sound) - 30):
        yield error(f"cut-{at}.xlsx", sound[:at])


def dbf(
    fields: tuple[tuple[str, str, int], ...] = (("FIRST", "C", 10), ("LAST", "C", 12)), **change: int
) -> bytes:
    """A dBASE table of two people; ``change`` overrules figures of its header."""
    size = 1 + sum(f[2] for f in fields)
    head = {
        "version": 3,
        "records": 2,
        "header": 33 + 32 * len(fields),
        "size": size,
        "month": 9,
        "codepage": 0,
    } | change
    out = struct.pack(
        "<BBBBIHH17xB2x",
        head["version"],
        126,
        head["month"],
        15,
        head["records"],
        head["header"],
        head["size"],
        head["codepage"],
    )
    for name, kind, length in fields:
        out += struct.pack("<11sc4xBB14x", name.encode(), kind.encode(), length, 0)
    body = b"".join(
        b" "
        + b"".join(
            v.encode().ljust(f[2])[: f[2]]
            for v, f in zip((first, "Testerton", "x", "y"), fields, strict=False)
        )
        for first in ("Ann", "Bea")
    )
    return out + b"\r" + body + b"\x1a"


def dbfs() -> Iterator[Hostile]:
    yield rows("sound.dbf", dbf(), 2)
    sound = dbf()
    for at in (31, 40, 70, 98, 110, len(sound) - 8):
        yield either(f"cut-{at}.dbf", sound[:at])
    for name, change in {
        "many-records": {"records": 2**31}, "no-records": {"records": 0}, "size-zero": {"size": 0}, "size-one": {"size": 1},
        "long-header": {"header": 60_000}, "short-header": {"header": 34}, "month-77": {"month": 77}, "version-99": {"version": 99},
        "codepage-255": {"codepage": 255},
    }.items():  # fmt: skip
        yield either(f"{name}.dbf", dbf(**change))
    yield either("odd-type.dbf", dbf((("FIRST", "?", 10), ("LAST", "C", 12))))
    yield either("nul-name.dbf", dbf((("", "C", 10), ("LAST", "C", 12))))
    yield either("same-names.dbf", dbf((("LAST", "C", 10), ("LAST", "C", 12))))


def gzips() -> Iterator[Hostile]:
    sound = gzip.compress(DATA)
    yield rows("sound.csv.gz", sound, 20)
    for at in (3, 12, len(sound) // 2, len(sound) - 3):
        yield error(f"cut-{at}.gz", sound[:at])
    yield either("garbage-behind.gz", sound + b"garbage behind it" * 10)
    yield rows("nulls-behind.gz", sound + b"\0" * 64, 20)
    yield rows("two-streams.gz", gzip.compress(DATA[:400]) + gzip.compress(DATA[400:]), 20)
    yield error("wrong-sum.gz", sound[:-8] + b"\1\2\3\4" + sound[-4:])
    yield error("gzip-in-gzip.gz", gzip.compress(sound))
    yield error("gzip-of-nothing.gz", gzip.compress(b""))
    yield error("bomb.gz", gzip.compress(b"\n" * 70 * MIB))


def sheets() -> Iterator[Hostile]:
    """OpenDocument."""
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    ns = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    for name, content in {
        "broken": "<office:document-content", "nothing": "",
        "repeats": f'<office:document-content {ns}><office:body><office:spreadsheet><table:table table:name="S"><table:table-row>'
        '<table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>",
        "deep": "<a>" * 5_000,
    }.items():  # fmt: skip
        yield error(f"{name}.ods", zipped(("mimetype", mime.encode()), ("content.xml", content.encode())))


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, data in members:
                archive.writestr(name, data)
    return out.getvalue()
