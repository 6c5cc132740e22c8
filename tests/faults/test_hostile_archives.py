"""Hostile archives: bombs, path tricks, links, passwords, lies and cuts are refused and name their limit."""

import gzip
import io
import stat
import struct
import warnings
import zipfile

import pytest

from workbench.base.errors import UserError
from workbench.records.errors import (
    EncryptedFileError,
    LimitExceededError,
    UnreadableFileError,
    UnsafeFileError,
)
from workbench.records.limits import MIB, Limits
from workbench.records.reading import read_people
from workbench.records.recognition import recognise
from workbench.records.sniffing import sniff

ROWS = b"id,first,last\n" + b"".join(b"%d,Ann,Testerton\n" % n for n in range(100))
SMALL = Limits(ratio_free_bytes=MIB, archive_ratio=20, inflated_bytes=8 * MIB, archive_entries=10)


def archive(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
            for name, data in members:
                out.writestr(name, data)
    return buffer.getvalue()


def read_all(path, limits: Limits | None = None) -> int:
    shape = sniff(path, limits=limits)
    return sum(chunk.read for chunk in read_people(path, shape, recognise(shape).mapping, limits=limits))


@pytest.fixture
def write(tmp_path):
    def write(data: bytes):
        path = tmp_path / "records.zip"
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize(
    "name",
    [
        "../out.csv",
        "a/../../out.csv",
        "/etc/out.csv",
        "\\\\server\\share\\x.csv",
        "C:\\x.csv",
        "a\\..\\x.csv",
    ],
)
def test_names_that_lead_out_are_refused(write, name):
    with pytest.raises(UnsafeFileError, match="leads out"):
        read_all(write(archive(("data.csv", ROWS), (name, ROWS))))


def test_two_entries_of_one_name(write):
    with pytest.raises(UnsafeFileError, match="one name"):
        read_all(write(archive(("Data.csv", ROWS), ("data.CSV", ROWS))))


def test_links(write):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        info = zipfile.ZipInfo("link.csv")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        out.writestr(info, "/etc/hostname")
    with pytest.raises(UnsafeFileError, match="link"):
        read_all(write(buffer.getvalue()))


def test_too_many_entries(write):
    data = archive(*((f"{n}.csv", ROWS) for n in range(11)))
    with pytest.raises(LimitExceededError, match="archive_entries = 10"):
        read_all(write(data), SMALL)


def test_bomb_by_ratio_and_by_size(write):
    with pytest.raises(LimitExceededError, match="archive_ratio"):
        read_all(write(archive(("a.csv", ROWS + b"\n" * 4 * MIB))), SMALL)
    with pytest.raises(LimitExceededError, match="inflated_bytes"):
        read_all(write(archive(*((f"{n}.csv", ROWS + b"\n" * 3 * MIB) for n in range(3)))), SMALL)


def test_bomb_that_lies_about_its_size(write):
    """The directory says 1,000 bytes; what flows out is counted all the same."""
    data = bytearray(archive(("a.csv", ROWS + b"\n" * 4 * MIB)))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1_000)
    with pytest.raises(UserError):
        read_all(write(bytes(data)), SMALL)


def test_gzip_bomb(write):
    with pytest.raises(LimitExceededError, match="archive_ratio"):
        read_all(write(gzip.compress(ROWS + b"1,Ann,Testerton\n" * 500_000)), SMALL)


def test_archive_of_archives_is_no_table(write):
    inner = archive(("a.csv", ROWS))
    with pytest.raises(UnreadableFileError):
        read_all(write(archive(("inner.zip", inner))))


def test_password(write):
    data = bytearray(archive(("a.csv", ROWS)))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + offset] |= 1
    with pytest.raises(EncryptedFileError, match="password"):
        read_all(write(bytes(data)))


def test_unknown_compression(write):
    data = bytearray(archive(("a.csv", ROWS)))
    for magic, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(magic) + offset] = 98
    with pytest.raises(UnreadableFileError, match="method 98"):
        read_all(write(bytes(data)))


def test_empty_archive(write):
    with pytest.raises(UnreadableFileError, match="no file"):
        read_all(write(archive()))


@pytest.mark.parametrize("pack", [archive(("a.csv", ROWS)), gzip.compress(ROWS)], ids=["zip", "gzip"])
def test_archive_cut_off_anywhere(write, pack):
    for length in range(3, len(pack), max(1, len(pack) // 60)):
        with pytest.raises(UserError):
            read_all(write(pack[:length]))


@pytest.mark.parametrize("pack", [archive(("a.csv", ROWS)), gzip.compress(ROWS)], ids=["zip", "gzip"])
def test_sound_archive_is_read(write, pack):
    assert read_all(write(pack)) == 100
