"""What a file is, before anything is read from it as people."""

from dataclasses import dataclass, field
from enum import StrEnum


class Container(StrEnum):
    """How the rows are packed."""

    PLAIN = "plain"
    GZIP = "gzip"
    ZIP = "zip"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    DBF = "dbf"


WORKBOOKS = frozenset({Container.XLSX, Container.XLS, Container.ODS})
TEXTS = frozenset({Container.PLAIN, Container.GZIP, Container.ZIP})

_DELIMITERS = {"\t": "tab", "|": "pipe", ",": "comma", ";": "semicolon", "^": "caret", "~": "tilde"}
_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with BOM",
    "utf-16-le": "UTF-16 (little-endian)",
    "utf-16-be": "UTF-16 (big-endian)",
    "utf-32-le": "UTF-32 (little-endian)",
    "utf-32-be": "UTF-32 (big-endian)",
    "cp1252": "Windows-1252",
}


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive and its size in bytes when unpacked, as the archive states it."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class FileShape:
    """The physical form of one table in one file.

    ``encoding`` is a Python codec name, "" where the container has its own.  ``ascii_sample`` says that
    the bytes looked at were pure ASCII, so that a later row which is not UTF-8 is taken as Windows-1252.
    ``delimiter`` is None for fixed width and for workbooks.  ``record_lengths`` holds the one or more
    lengths in characters of fixed-width records, ``breaks`` the proposed 0-based starts of its fields.
    ``columns`` are the header's names, made unique, or ``column_1`` … without a header.  ``sample`` are
    the first data rows; ``sample_lines`` the first lines of a text as they stand (fixed-width records whole).
    ``title_lines`` counts the lines above the table (a title, a date) that are not blank and no rows of it.
    ``row_estimate`` is None when the size cannot be known without unpacking.
    """

    container: Container
    file_bytes: int
    member: str | None = None
    members: tuple[Member, ...] = ()
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    ascii_sample: bool = False
    delimiter: str | None = None
    quoted: bool = False
    record_lengths: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()
    header: bool = False
    title_lines: int = 0
    columns: tuple[str, ...] = ()
    terminator: str = ""
    sample: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    sample_lines: tuple[str, ...] = field(default=(), repr=False)
    row_estimate: int | None = None

    @property
    def fixed_width(self) -> bool:
        """Whether rows are cut by position."""
        return bool(self.record_lengths)

    def in_words(self) -> str:
        """``pipe, Windows-1252, header row 1, about 500,000 rows``."""
        words = []
        if self.container is not Container.PLAIN:
            inside = self.member or self.sheet
            words.append(f"{self.container} ({inside})" if inside else str(self.container))
        if self.fixed_width:
            words.append("fixed width " + " or ".join(str(n) for n in self.record_lengths))
        elif self.delimiter is not None:
            words.append(_DELIMITERS.get(self.delimiter, "delimited"))
            words.append("quoted" if self.quoted else "unquoted")
        if self.encoding:
            words.append(_ENCODINGS.get(self.encoding, self.encoding))
        words.append(f"header row {self.title_lines + 1}" if self.header else "no header")
        words.append(f"{len(self.columns):,} columns")
        if self.row_estimate is not None:
            words.append(f"about {_rounded(self.row_estimate):,} rows")
        return ", ".join(words)

    def to_dict(self) -> dict[str, object]:
        """Plain values for JSON; without the sample, which is personal data."""
        return {
            "container": str(self.container),
            "file_bytes": self.file_bytes,
            "member": self.member,
            "members": [{"name": m.name, "size": m.size} for m in self.members],
            "sheet": self.sheet,
            "sheets": list(self.sheets),
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "quoted": self.quoted,
            "record_lengths": list(self.record_lengths),
            "breaks": list(self.breaks),
            "header": self.header,
            "header_row": self.title_lines + 1 if self.header else 0,
            "columns": list(self.columns),
            "terminator": self.terminator,
            "row_estimate": self.row_estimate,
            "summary": self.in_words(),
        }


def _rounded(count: int) -> int:
    """To two leading digits above a hundred: an estimate should look like one."""
    if count < 100:
        return count
    step = int(10 ** (len(str(count)) - 2))
    return (count + step // 2) // step * step
