"""XLSX, XLS and ODS sheets to rows of text, after they were looked through."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import python_calamine as calamine

from workbench.records.errors import EncryptedFileError, MappingError, MemberChoiceError, UnreadableFileError
from workbench.records.header_row import TITLE_LINES, find_header
from workbench.records.headers import numbered_columns, unique_columns
from workbench.records.limits import Limits
from workbench.records.ods_scan import scan_ods
from workbench.records.shape import Container, FileShape
from workbench.records.xls_scan import scan_xls
from workbench.records.xlsx_scan import scan_xlsx

_SAMPLE = 50
_PANIC = "PanicException"


def look_through(path: Path, container: Container, limits: Limits) -> None:
    """Refuse a workbook that would make the library allocate without bound, or that it cannot read."""
    if container is Container.XLSX:
        scan_xlsx(path, limits)
    elif container is Container.XLS:
        scan_xls(path, limits)
    elif container is Container.ODS:
        scan_ods(path, limits)


def sniff_workbook(
    path: Path,
    container: Container,
    sheet: str | None,
    vocabulary: frozenset[str],
    limits: Limits,
    *,
    header_row: int | None = None,
) -> FileShape:
    """The shape of one sheet: the named one, else the first that has two rows, else the first; hidden last.

    ``header_row`` is the person's word on the header's place among the filled rows; 0: there is none.
    """
    look_through(path, container, limits)
    book = _open(path)
    names = tuple(book.sheet_names)
    chosen = _choose(book, names, sheet)
    rows = list(islice(_rows(book, chosen), _SAMPLE + TITLE_LINES + 1))
    if not rows:
        raise UnreadableFileError("The sheet holds no rows.", hint="Choose another sheet.")
    titles, header = _titles(rows, vocabulary, header_row)
    rows = rows[titles:]
    data = rows[1:] if header else rows
    return FileShape(
        container=container,
        file_bytes=path.stat().st_size,
        sheet=chosen,
        sheets=names,
        header=header,
        title_lines=titles,
        columns=unique_columns(rows[0]) if header else numbered_columns(len(rows[0])),
        sample=tuple(tuple(row) for row in data[:_SAMPLE]),
        row_estimate=max(0, book.get_sheet_by_name(chosen).height - titles - int(header)),
    )


def _titles(
    rows: Sequence[Sequence[str]], vocabulary: frozenset[str], header_row: int | None
) -> tuple[int, bool]:
    """Filled rows above the table, and whether its first row is a header: as told, else as found."""
    if header_row == 0:
        return 0, False
    if header_row is not None:
        if header_row > len(rows):
            raise MappingError(
                f"The header cannot be row {header_row}: the sheet has {len(rows)} filled rows there.",
                hint="Choose an earlier one.",
            )
        return header_row - 1, True
    return find_header(lambda line: rows[line:], len(rows), len(rows[0]), vocabulary)


def workbook_rows(path: Path, shape: FileShape, limits: Limits) -> Iterator[list[str]]:
    """Every filled row of the sheet as text, the header and what stands above it included."""
    look_through(path, shape.container, limits)
    book = _open(path)
    yield from _rows(book, _choose(book, tuple(book.sheet_names), shape.sheet))


def _open(path: Path) -> calamine.CalamineWorkbook:
    try:
        return calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError:
        raise EncryptedFileError(
            "The workbook is protected by a password.", hint="Save a copy without a password."
        ) from None
    except BaseException as error:  # noqa: BLE001 - the library's panics are no Exceptions
        raise _damaged(error) from None


def _damaged(error: BaseException) -> BaseException:
    """The library's own failures and panics as ours; anything else as it is."""
    if isinstance(error, (calamine.CalamineError, OSError, ValueError)) or type(error).__name__ == _PANIC:
        return UnreadableFileError(
            "The workbook is damaged or of a kind that cannot be read.", hint="Save it again, or as CSV."
        )
    return error


def _choose(book: calamine.CalamineWorkbook, names: Sequence[str], wanted: str | None) -> str:
    if wanted is not None:
        if wanted in names:
            return wanted
        raise MemberChoiceError("The workbook has no sheet of that name.", hint="Choose one of those listed.")
    if not names:
        raise UnreadableFileError("The workbook has no sheet.")
    shown = [s.name for s in book.sheets_metadata if s.visible == calamine.SheetVisibleEnum.Visible]
    ordered = [*(n for n in names if n in shown), *(n for n in names if n not in shown)]
    return next((n for n in ordered if len(list(islice(_rows(book, n), 2))) == 2), ordered[0])


def _rows(book: calamine.CalamineWorkbook, sheet: str) -> Iterator[list[str]]:
    try:
        for row in book.get_sheet_by_name(sheet).iter_rows():
            values = [cell_text(value) for value in row]
            if any(values):
                yield values
    except BaseException as error:  # noqa: BLE001 - the library's panics are no Exceptions
        raise _damaged(error) from None


def cell_text(value: object) -> str:
    """A cell's value as the file would write it in CSV: whole numbers without ``.0``, dates as ISO."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    return str(value)
