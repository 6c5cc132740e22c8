"""A look through an XLSX before the spreadsheet library sees it: streaming, with nothing taken on trust.

The library allocates what the file claims; a file of 2 KB can claim 500 GB and abort the process.  So
every part is parsed once here, its cells and strings counted, and what exceeds the limits is refused.
"""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from workbench.records.archives import open_member, open_zip
from workbench.records.errors import LimitExceededError, UnreadableFileError, UnsafeFileError
from workbench.records.limits import Limits

_REF = re.compile(r"\$?([A-Za-z]{1,4})\$?(\d{1,9})")
_CHUNK = 256 * 1024
_SURPLUS_STRINGS = 1_000_000
"""More strings than this stated but not there, and the library would reserve memory for them."""

Attributes = dict[str, str]


def scan_xlsx(path: Path, limits: Limits) -> None:
    """Raise unless every XML part of the workbook is well-formed, modest and free of declarations.

    Errors: LimitExceededError (cells, columns, field_bytes, shared_strings_bytes,
    workbook_inflated_bytes, archive limits), UnsafeFileError, UnreadableFileError, EncryptedFileError.
    """
    with open_zip(path, limits) as archive:
        total = sum(i.file_size for i in archive.infolist())
        if total > limits.workbook_inflated_bytes:
            raise LimitExceededError("workbook_inflated_bytes", limits.workbook_inflated_bytes, total)
        for info in archive.infolist():
            name = info.filename.casefold()
            if name.endswith((".xml", ".rels", ".vml")):
                _scan_part(archive, info, _watcher(name, limits), limits)


class XmlWatcher:
    """What every XML part is held to: no declarations, bounded depth and runs of text."""

    def __init__(self, part: str, limits: Limits) -> None:
        self.part = part
        self.limits = limits
        self._depth = 0
        self._text = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > self.limits.xml_depth:
            raise LimitExceededError("xml_depth", self.limits.xml_depth, self._depth, where=self.part)
        self.element(name.rpartition(":")[2], attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        self._depth -= 1
        self.closed(name.rpartition(":")[2])

    def text(self, data: str) -> None:
        """Characters of the value being read."""
        self._text += len(data)
        if self._text > self.limits.field_bytes:
            raise LimitExceededError("field_bytes", self.limits.field_bytes, self._text, where=self.place())

    def restart_text(self) -> None:
        """A new value begins."""
        self._text = 0

    def element(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - for those who override
        """Overridden by parts that count; by default every element is a value of its own."""
        self.restart_text()

    def closed(self, name: str) -> None:
        """Overridden by parts that count."""

    def finish(self) -> None:
        """The part is at its end."""

    def place(self) -> str:
        """Where in the file, in words."""
        return self.part


class SheetWatcher(XmlWatcher):
    """Counts the rectangle that the filled cells of a sheet span, and the cells themselves."""

    def __init__(self, part: str, limits: Limits) -> None:
        super().__init__(part, limits)
        self._row = 0
        self._column = 0
        self._filled = False
        self._rows: tuple[int, int] | None = None
        self._columns: tuple[int, int] | None = None

    def element(self, name: str, attributes: Attributes) -> None:
        """Rows and cells by their reference, or by counting where they give none."""
        if name == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
            self.restart_text()
        elif name == "c":
            self._column, self._row = _reference(attributes.get("r"), self._column + 1, self._row)
            self._filled = False
            self.restart_text()
        elif name in {"v", "is"} and not self._filled:
            self._filled = True
            self._grow()

    def place(self) -> str:
        """The part and the row reached."""
        return f"{self.part}, row {self._row}"

    def _grow(self) -> None:
        self._rows = _widened(self._rows, self._row)
        self._columns = _widened(self._columns, self._column)
        width = self._columns[1] - self._columns[0] + 1
        cells = (self._rows[1] - self._rows[0] + 1) * width
        if cells > self.limits.cells:
            raise LimitExceededError("cells", self.limits.cells, cells, where=self.place())
        if width > self.limits.columns:
            raise LimitExceededError("columns", self.limits.columns, width, where=self.place())


class StringsWatcher(XmlWatcher):
    """Counts the shared strings and compares with what the part claims."""

    def __init__(self, part: str, limits: Limits) -> None:
        super().__init__(part, limits)
        self._stated = 0
        self._strings = 0
        self._characters = 0

    def element(self, name: str, attributes: Attributes) -> None:
        """``sst`` states, ``si`` is a string."""
        if name == "sst":
            self._stated = max(_number(attributes.get(k), 0) for k in ("count", "uniqueCount"))
        elif name == "si":
            self._strings += 1
            self.restart_text()

    def text(self, data: str) -> None:
        """Characters of a string."""
        super().text(data)
        self._characters += len(data)
        if self._characters > self.limits.shared_strings_bytes:
            raise LimitExceededError(
                "shared_strings_bytes", self.limits.shared_strings_bytes, self._characters, where=self.part
            )

    def finish(self) -> None:
        """``count`` may well exceed the strings there are, but not by a million where there are few."""
        if self._stated > self.limits.cells or (
            self._stated > _SURPLUS_STRINGS and self._stated > 1000 * max(1, self._strings)
        ):
            raise UnsafeFileError(
                f"{self.part} states {self._stated:,} strings but holds {self._strings:,}.",
                hint="Open the workbook and save it again, or export it as CSV.",
            )


def _watcher(name: str, limits: Limits) -> XmlWatcher:
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        return SheetWatcher(name, limits)
    if name.endswith("sharedstrings.xml"):
        return StringsWatcher(name, limits)
    return XmlWatcher(name, limits)


def _scan_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, watcher: XmlWatcher, limits: Limits) -> None:
    parse_xml(open_member(archive, info.filename, limits).read, watcher)


def parse_xml(read: Callable[[int], bytes], watcher: XmlWatcher) -> None:
    """Stream one XML part through ``watcher``; raises UnsafeFileError, UnreadableFileError, or its errors."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = watcher.start
    parser.EndElementHandler = watcher.end
    parser.CharacterDataHandler = watcher.text
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.EntityDeclHandler = _refuse_declaration
    try:
        while data := read(_CHUNK):
            parser.Parse(data, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise UnreadableFileError(
            f"{watcher.part} is damaged (XML error at line {error.lineno}).",
            hint="Open the workbook and save it again, or export it as CSV.",
        ) from None
    watcher.finish()


def _refuse_declaration(*_: object) -> None:
    raise UnsafeFileError(
        "The workbook declares XML entities or a document type, which no spreadsheet program writes.",
        hint="Do not open it unless you know who made it.",
    )


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 12 else default


def _reference(text: str | None, column: int, row: int) -> tuple[int, int]:
    """1-based (column, row) of ``XFD1048576``; the given ones where there is no reference."""
    match = _REF.fullmatch(text) if text else None
    if match is None:
        return column, row
    number = 0
    for letter in match[1].upper():
        number = number * 26 + ord(letter) - 64
    return number, int(match[2])


def _widened(span: tuple[int, int] | None, value: int) -> tuple[int, int]:
    return (value, value) if span is None else (min(span[0], value), max(span[1], value))
