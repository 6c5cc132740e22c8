"""dBASE tables to rows of text."""

import struct
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.records.errors import UnreadableFileError
from workbench.records.headers import unique_columns
from workbench.records.shape import Container, FileShape

if TYPE_CHECKING:
    import dbfread

_TEXT_TYPES = frozenset("CNFDLI")
_DAMAGE = (
    ValueError,
    struct.error,
    EOFError,
    OSError,
    LookupError,
    UnicodeError,
)
"""What a damaged table raises; that of a missing one is an OSError."""
_SAMPLE = 50


def sniff_dbf(path: Path) -> FileShape:
    """The shape of a dBASE table; deleted records and memo fields are not part of it."""
    table = _open(path)
    return FileShape(
        container=Container.DBF,
        file_bytes=path.stat().st_size,
        encoding="",
        header=True,
        columns=_columns(table),
        sample=tuple(tuple(row) for row in islice(dbf_rows(path), _SAMPLE)),
        row_estimate=table.header.numrecords,
    )


def dbf_rows(path: Path) -> Iterator[list[str]]:
    """Every record that is not deleted, as text, without a header row."""
    table = _open(path)
    encoding = "cp1252" if table.encoding in {None, "", "ascii"} else table.encoding
    try:
        for record in table:
            yield [_text(record[name], encoding) for name in _names(table)]
    except _DAMAGE:
        raise UnreadableFileError("The dBASE table is damaged.", hint="Copy or export it again.") from None


def _open(path: Path) -> "dbfread.DBF":
    import dbfread  # noqa: PLC0415  (few files need it)

    try:
        table = dbfread.DBF(str(path), raw=True, ignore_missing_memofile=True, char_decode_errors="replace")
        "".encode(table.encoding or "cp1252")
    except _DAMAGE:
        raise UnreadableFileError("The dBASE table is damaged.", hint="Copy or export it again.") from None
    return table


def _names(table: "dbfread.DBF") -> list[str]:
    return [f.name for f in table.fields if f.type in _TEXT_TYPES]


def _columns(table: "dbfread.DBF") -> tuple[str, ...]:
    return unique_columns(_names(table))


def _text(value: object, encoding: str) -> str:
    raw = value if isinstance(value, bytes) else b""
    return raw.decode(encoding, "replace").replace("\0", "").strip()
