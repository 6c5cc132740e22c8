"""Legacy workbooks (XLS): read after a look through; damaged, endless and locked ones are refused in words."""

import struct

import pytest

from workbench.base.errors import UserError
from workbench.records.errors import EncryptedFileError, LimitExceededError, UnreadableFileError
from workbench.records.limits import Limits
from workbench.records.looking import look
from workbench.records.reading import read_people
from workbench.records.shape import Container
from workbench.records.xls_scan import scan_xls

ROWS = [
    ["id", "last name", "first name", "zip"],
    ["00042", "Testerton", "Zoë", "01234"],
    ["00043", "Exampleby", "Ann", 27312],
]


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def bof(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def cell(row: int, column: int, value) -> bytes:
    if isinstance(value, int):
        return record(0x0203, struct.pack("<HHHd", row, column, 0, value))
    text = value.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + text)


def biff(rows, *, locked: bool = False) -> bytes:
    """A workbook's stream of one sheet, named People."""
    name = b"People"
    sheet = bof(0x10) + record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, len(rows[0]), 0))
    sheet += b"".join(cell(r, c, v) for r, row in enumerate(rows) for c, v in enumerate(row)) + record(0x0A)
    password = record(0x2F, b"\0" * 6) if locked else b""
    head = bof(5) + password + record(0x42, struct.pack("<H", 1200))
    place = len(head) + 4 + 8 + len(name) + 4
    return head + record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name) + record(0x0A) + sheet


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file of one stream: header, one sector of table, one of directory, then the stream."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // 512)
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + b"\0" * 6
    )
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)

    def entry(called: str, kind: int, child: int, start: int, size: int) -> bytes:
        wide = (called + "\0").encode("utf-16-le")
        return (
            wide.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(wide), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + b"\0" * 36
            + struct.pack("<IIi", start, size, 0)
        )

    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 2, len(stream))
    return (
        head + struct.pack("<128I", *table) + directory.ljust(512, b"\0") + stream.ljust(count * 512, b"\0")
    )


@pytest.fixture
def write(tmp_path):
    def make(data: bytes):
        path = tmp_path / "people.xls"
        path.write_bytes(data)
        return path

    return make


def test_a_legacy_sheet_is_read(write):
    path = write(compound(biff(ROWS)))
    shape, match = look(path)
    assert (shape.container, shape.sheet, shape.header) == (Container.XLS, "People", True)
    (chunk,) = read_people(path, shape, match.mapping)
    assert chunk.people["last"].to_list() == ["TESTERTON", "EXAMPLEBY"]
    assert chunk.people["address_zip"].to_list() == ["01234", "27312"]


def test_a_locked_one_says_so(write):
    with pytest.raises(EncryptedFileError, match="password"):
        look(write(compound(biff(ROWS, locked=True))))


def test_more_cells_than_allowed(write):
    path = write(compound(biff(ROWS * 40)))
    with pytest.raises(LimitExceededError, match="cells = 100"):
        scan_xls(path, Limits(cells=100))
    scan_xls(path, Limits())


def test_a_chain_without_end(write):
    data = bytearray(compound(biff(ROWS)))
    struct.pack_into("<I", data, 512 + 4 * 4, 2)  # the stream comes back to its first sector
    with pytest.raises(UnreadableFileError, match="damaged"):
        look(write(bytes(data)))


@pytest.mark.parametrize(
    "place", [30, 44, 48, 76, 512, 512 + 8, 1024 + 128 + 64, 1024 + 128 + 116, 1536, 1538, 1600]
)
@pytest.mark.parametrize("value", [0xFF, 0x7F])
def test_damage_at_any_place_ends_in_words_or_rows(write, place, value):
    data = bytearray(compound(biff(ROWS)))
    data[place : place + 2] = bytes([value, value])
    path = write(bytes(data))
    try:
        shape, match = look(path)
        sum(chunk.read for chunk in read_people(path, shape, match.mapping))
    except UserError:
        return


def test_cut_off_anywhere(write):
    data = compound(biff(ROWS))
    for length in range(8, len(data) - 1, 331):
        with pytest.raises(UserError):
            look(write(data[:length]))
