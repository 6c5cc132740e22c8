"""What printed reports and spreadsheets add to a table: titles, headers again, totals, notes, hidden sheets …"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence

import hostile_corpus as corpus
import xlsxwriter
from hostile_corpus import DATA, HEAD, LINES, TEXT, Hostile, either, error, rows, with_line, zipped

CELLS = [line.strip().split(",") for line in (HEAD, *LINES)]


def reports() -> Iterator[Hostile]:
    """Text."""
    yield rows("page-headers.csv", (HEAD + "".join(LINES[:7]) + HEAD + "".join(LINES[7:])).encode(), 20, 1)
    yield rows("page-headers-upper.csv", with_line(HEAD.upper()), 20, 1)
    yield rows("total.csv", DATA + b"TOTAL,20,,,,\n", 20, 1)
    yield rows("grand-total.csv", DATA + b",,Grand Total,,,\n", 20, 1)
    yield rows("total-records.csv", DATA + b"Total records: 20,,,,,\n", 20, 1)
    yield rows("titles.csv", b"County of Sampleton,,,,,\nRun 11/01/2026,,,,,\n\n" + DATA, 20)
    yield rows("short-titles.csv", b"County of Sampleton\nRun 11/01/2026\n" + DATA, 20)
    yield rows("footer.csv", DATA + b'\n"* For official use only."\nEnd of report\n', 20, 2)
    yield rows("separator-named.csv", b"sep=,\n" + DATA, 20)
    yield rows("numbers-for-names.csv", with_line("000099,17,4711,9 Elm St,Springfield,01234\n"), 20, 1)
    yield rows("redacted.csv", with_line("000099,REDACTED,REDACTED,,,\n"), 20, 1)
    yield rows("utf16-le-unmarked.csv", TEXT.encode("utf-16-le"), 20)
    yield rows("utf16-be-unmarked.csv", TEXT.encode("utf-16-be"), 20)
    mixed = (line.replace("Ann", "Zoë").encode(("utf-8", "cp1252")[at % 2]) for at, line in enumerate(LINES))
    yield rows("encodings-by-line.csv", HEAD.encode() + b"".join(mixed), 20)
    yield rows("mark-in-header.csv", TEXT.replace("last", "\ufefflast").encode(), 20)
    yield rows("unseen-in-header.csv", TEXT.replace("last", "la\u200bst").encode(), 20)
    wide = HEAD.strip() + "," + "x" * 100_000 + "\n" + "".join(line.strip() + ",v\n" for line in LINES)
    yield rows("header-of-100000.csv", wide.encode(), 20)
    three = HEAD.strip() + "".join(f",c{n}" for n in range(300)) + "\n"
    yield rows("300-columns.csv", (three + "".join(x.strip() + "," * 300 + "\n" for x in LINES)).encode(), 20)
    yield rows("header-named-twice.csv", DATA.replace(b"address", b"last", 1), 20)
    for name, mark in {"caret": "^", "tilde": "~", "x13": "\x13", "x14": "\x14", "x1f": "\x1f"}.items():
        yield rows(f"between-{name}.txt", TEXT.replace(",", mark).encode(), 20)
    yield rows("pipes-within-tabs.txt", TEXT.replace(",", "\t").replace("Elm", "Elm|x").encode(), 20)


def packed_again() -> Iterator[Hostile]:
    """Archives in archives."""
    yield error("gzip-in.zip", zipped(("a.csv.gz", b"\x1f\x8b\x08" + bytes(range(200)) * 9)))
    yield error("workbook-in.zip", zipped(("a.xlsx", corpus.xlsx())))


def _book(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book)
    return out.getvalue()


def _fill(
    sheet: xlsxwriter.worksheet.Worksheet, cells: Sequence[Sequence[str]] = CELLS, row: int = 0
) -> None:
    for down, line in enumerate(cells, start=row):
        for across, text in enumerate(line):
            sheet.write_string(down, across, text)


def _hidden(book: xlsxwriter.Workbook) -> None:
    hidden, shown = book.add_worksheet("Old"), book.add_worksheet("People")
    _fill(hidden, [["first", "last"], ["Ghost", "Testerton"]])
    _fill(shown)
    shown.activate()
    shown.set_first_sheet()
    hidden.hide()


def _several(book: xlsxwriter.Workbook) -> None:
    for name in ("Read me", "People", "Codes"):
        sheet = book.add_worksheet(name)
        if name == "Read me":
            sheet.write(0, 0, "This workbook was made by the county.")
        else:
            _fill(sheet, CELLS if name == "People" else [["code", "meaning"], ["A", "active"]])


def _merged(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("A")
    sheet.merge_range(0, 0, 0, 5, "Voter list of Sampleton")
    _fill(sheet, row=1)


def _total(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("A")
    _fill(sheet)
    sheet.write(21, 0, "Total")
    sheet.write_formula(21, 1, "=COUNTA(B2:B21)", None, 20)


def _formulas(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("A")
    _fill(sheet)
    for row in range(1, 21):
        sheet.write_formula(row, 3, '=CONCATENATE("9 ","Elm St")', None, "9 Elm St")
    sheet.write_formula(5, 4, "=1/0", None, "#DIV/0!")


def _of_dimension(dimension: str) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_book(_several))) as book,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as lying,
    ):
        for entry in book.infolist():
            data = book.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                data = re.sub(rb'ref="[^"]*"', f'ref="{dimension}"'.encode(), data, count=1)
            lying.writestr(entry.filename, data)
    return out.getvalue()


def sheets_of_reports() -> Iterator[Hostile]:
    """Workbooks."""
    for name, fill in {"hidden-first": _hidden, "several": _several, "merged": _merged}.items():
        yield rows(f"{name}.xlsx", _book(fill), 20)
    yield rows("total.xlsx", _book(_total), 20, 1)
    yield rows("formulas-of-20.xlsx", _book(_formulas), 20)
    yield rows("dimension-too-small.xlsx", _of_dimension("A1"), 20)
    yield rows("dimension-too-large.xlsx", _of_dimension("A1:XFD1048576"), 20)
    yield either("dimension-of-words.xlsx", _of_dimension("hello"))


def all_of_them() -> Iterator[Hostile]:
    """The whole of this part."""
    for part in (reports, packed_again, sheets_of_reports):
        yield from part()
