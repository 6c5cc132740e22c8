"""A look through a legacy workbook (XLS) before the spreadsheet library sees it.

An XLS file is a small file system (compound file) in which the stream ``Workbook`` (or ``Book``) holds
records of a type, a length and a body.  Only what bounds the library's work is looked at: that sector
chains end, how long the stream is, how many cells and sheets there are, and whether there is a password.
Source: [MS-CFB] and [MS-XLS], the published format descriptions.
"""

import struct
from pathlib import Path

from workbench.records.errors import EncryptedFileError, LimitExceededError, UnreadableFileError
from workbench.records.limits import Limits

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE, _LAST = 0xFFFFFFFF, 0xFFFFFFFA
_ENTRY = 128
_MINI_CUTOFF = 4096
_STREAMS = ("Workbook", "Book")
_BOF, _EOF, _FILEPASS, _BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x0085
_BOF_KINDS = frozenset({0x0009, 0x0209, 0x0409, _BOF})
_CELLS = frozenset(
    {0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6, 0x0001, 0x0002, 0x0003, 0x0004}
)
_MANY_CELLS = frozenset(
    (0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6, 0x0001, 0x0002, 0x0003, 0x0004)
)
_LONGEST_RECORD = 8_228
"""Bytes of a record's body; longer data must go on in CONTINUE records ([MS-XLS] 2.1.4)."""


def scan_xls(path: Path, limits: Limits) -> None:
    """Refuse a workbook with a password, without an end, or with more cells than allowed.

    Raises UnreadableFileError, EncryptedFileError or LimitExceededError.
    """
    try:
        stream = _workbook_stream(path.read_bytes())
        _scan_records(stream, limits)
    except (struct.error, IndexError, UnicodeError):
        raise _damaged() from None


def _damaged() -> UnreadableFileError:
    return UnreadableFileError(
        "The old workbook (XLS) is damaged or cut off.", hint="Save it again as XLSX, or as CSV."
    )


def _workbook_stream(data: bytes) -> bytes:
    """The bytes of the workbook's stream."""
    if not data.startswith(_MAGIC):
        raise _damaged()
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    if shift not in {9, 12} or mini_shift != 6:
        raise _damaged()
    sectors = _Sectors(data, 1 << shift)
    directory = sectors.chain(struct.unpack_from("<I", data, 48)[0])
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    named = {_name(entry): entry for entry in reversed(entries)}
    entry = next((named[name] for name in _STREAMS if name in named), None)
    if entry is None:
        raise _damaged()
    start, size = struct.unpack_from("<II", entry, 116)
    if size >= _MINI_CUTOFF:
        stream = sectors.chain(start)
    else:
        root_start = struct.unpack_from("<I", entries[0], 116)[0]
        small = _Sectors(b"\0" * 64 + sectors.chain(root_start), 64)
        small.table = _table(sectors.chain(struct.unpack_from("<I", data, 60)[0]))
        stream = small.chain(start)
    if len(stream) < size:
        raise _damaged()
    return stream[:size]


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(64, length) - 2)].decode("utf-16-le", "replace")


def _table(data: bytes) -> list[int]:
    return list(struct.unpack_from(f"<{len(data) // 4}I", data))


class _Sectors:
    """Sectors of one size and the table that says which follows which."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = data
        self._size = size
        self._count = max(0, (len(data) - 1) // size)
        self.table: list[int] = []
        if size > 64:
            self.table = _table(b"".join(self._sector(n) for n in self._table_sectors()))

    def _table_sectors(self) -> list[int]:
        """Where the table itself stands: 109 places in the header, then a chain of more."""
        places = [n for n in struct.unpack_from("<109I", self._data, 76) if n < _LAST]
        following = struct.unpack_from("<I", self._data, 68)[0]
        per_sector = self._size // 4 - 1
        for _ in range(self._count):
            if following >= _LAST:
                return places
            more = _table(self._sector(following))
            places += [n for n in more[:per_sector] if n < _LAST]
            following = more[per_sector]
        raise _damaged()

    def _sector(self, number: int) -> bytes:
        if number >= self._count:
            raise _damaged()
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def chain(self, start: int) -> bytes:
        """The bytes of a chain; one that comes back to itself is damage."""
        parts: list[bytes] = []
        number = start
        while number < _LAST:
            if len(parts) > self._count or number >= len(self.table):
                raise _damaged()
            parts.append(self._sector(number))
            number = self.table[number]
        return b"".join(parts)


def _scan_records(stream: bytes, limits: Limits) -> None:
    """Go through the records; what stands behind the last part of the workbook is nobody's."""
    at, cells, sheets, open_parts = 0, 0, 0, 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if open_parts == 0 and kind not in _BOF_KINDS:
            break
        if length > _LONGEST_RECORD or at + 4 + length > len(stream):
            raise _damaged()
        if kind == _FILEPASS:
            raise EncryptedFileError(
                "The workbook is protected by a password.", hint="Save a copy without a password."
            )
        open_parts += (kind in _BOF_KINDS) - (kind == _EOF)
        sheets += kind == _BOUNDSHEET
        cells += (kind in _CELLS) + (length // 2 if kind in _MANY_CELLS else 0)
        if cells > limits.cells:
            raise LimitExceededError("cells", limits.cells, f"more than {limits.cells:,}")
        at += 4 + length
    if sheets == 0:
        raise _damaged()
