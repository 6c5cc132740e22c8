"""The same look through an ODS: its repeat counts can turn one cell into a billion."""

from pathlib import Path

from workbench.records.archives import open_member, open_zip
from workbench.records.errors import EncryptedFileError, LimitExceededError
from workbench.records.limits import Limits
from workbench.records.xlsx_scan import Attributes, XmlWatcher, parse_xml

_VALUES = ("office:value", "office:date-value", "office:boolean-value", "office:string-value")


class TableWatcher(XmlWatcher):
    """Sums, per table, rows times the last filled column, repeats included."""

    def __init__(self, part: str, limits: Limits) -> None:
        super().__init__(part, limits)
        self._rows = 0
        self._row_repeat = 1
        self._column = 0
        self._last_filled = 0
        self._cell_repeat = 1
        self._cells = 0

    def element(self, name: str, attributes: Attributes) -> None:
        """Tables, rows and cells; a cell is filled by a value or by text inside it."""
        if name == "table":
            self._cells = 0
        elif name == "table-row":
            self._row_repeat = _repeat(attributes, "table:number-rows-repeated")
            self._column = self._last_filled = 0
        elif name in {"table-cell", "covered-table-cell"}:
            self._cell_repeat = _repeat(attributes, "table:number-columns-repeated")
            self._column += self._cell_repeat
            self.restart_text()
            if any(key in attributes for key in _VALUES):
                self._fill()
        elif name == "p":
            self._fill()
        elif name == "encryption-data":
            raise EncryptedFileError("The workbook is protected by a password.", hint="Save a copy without.")

    def closed(self, name: str) -> None:
        """At the end of a row its cells are known."""
        if name == "table-row" and self._last_filled:
            self._cells += self._row_repeat * self._last_filled
            if self._cells > self.limits.cells:
                raise LimitExceededError("cells", self.limits.cells, self._cells, where=self.part)

    def _fill(self) -> None:
        self._last_filled = self._column
        if self._column > self.limits.columns:
            raise LimitExceededError("columns", self.limits.columns, self._column, where=self.part)


def scan_ods(path: Path, limits: Limits) -> None:
    """Raise unless the workbook's content is well-formed and modest; errors as of ``scan_xlsx``."""
    with open_zip(path, limits) as archive:
        total = sum(i.file_size for i in archive.infolist())
        if total > limits.workbook_inflated_bytes:
            raise LimitExceededError("workbook_inflated_bytes", limits.workbook_inflated_bytes, total)
        names = {i.filename for i in archive.infolist()}
        for name in ("META-INF/manifest.xml", "content.xml"):
            if name in names:
                parse_xml(open_member(archive, name, limits).read, TableWatcher(name, limits))


def _repeat(attributes: Attributes, key: str) -> int:
    text = attributes.get(key, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 1
