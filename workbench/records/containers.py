"""What a file is packed as, by its first bytes and never by its name alone; and its bytes, unpacked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from workbench.records.archives import (
    choose_member,
    data_members,
    open_gzip,
    open_member,
    open_zip,
)
from workbench.records.errors import EncryptedFileError, LimitExceededError, UnreadableFileError
from workbench.records.limits import Limits
from workbench.records.shape import Container, Member

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = (b"<html", b"<!doctype", b"<table", b"<?xml")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_DBF_VERSIONS = frozenset({0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xCB, 0xF5, 0xFB})
_REFUSED = {
    b"%PDF": "a PDF document",
    b"PAR1": "a Parquet file",
    b"SQLite format 3\0": "an SQLite database",
    b"7z\xbc\xaf'\x1c": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ": "an xz file",
    b"\x28\xb5\x2f\xfd": "a Zstandard file",
}


class ByteStream(Protocol):
    """What readers need of a source of bytes."""

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes; b"" at the end."""
        ...


def identify(path: Path, limits: Limits) -> Container:
    """The container of ``path``.

    Raises UnreadableFileError for what is no record file at all (a folder, an empty file, a PDF),
    EncryptedFileError for a workbook with a password, LimitExceededError for one that is too large.
    """
    if not path.is_file():
        raise UnreadableFileError(
            "There is no ordinary file at this place.", hint="Check the name; a folder cannot be imported."
        )
    size = path.stat().st_size
    if size == 0:
        raise UnreadableFileError("The file is empty.", hint="Copy or download it again.")
    with path.open("rb") as stream:
        head = stream.read(4096)
    container = _by_magic(path, head, limits)
    _check_size(container, size, limits)
    return container


def _by_magic(path: Path, head: bytes, limits: Limits) -> Container:
    for magic, what in _REFUSED.items():
        if head.startswith(magic):
            raise UnreadableFileError(
                f"The file is {what}, not a table of records.", hint="Export it as CSV."
            )
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower().startswith(_HTML):
        raise UnreadableFileError(
            "The file is HTML or XML text, whatever its name says.",
            hint="Open it and save it as CSV or XLSX.",
        )
    if head.startswith(_OLE):
        return _ole(path)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(path, limits)
    if head.startswith(b"\x1f\x8b"):
        return Container.GZIP
    return Container.DBF if _looks_like_dbf(head, path.stat().st_size) else Container.PLAIN


def _check_size(container: Container, size: int, limits: Limits) -> None:
    if container in {Container.XLSX, Container.XLS, Container.ODS}:
        if size > limits.workbook_file_bytes:
            raise LimitExceededError("workbook_file_bytes", limits.workbook_file_bytes, size)
    elif size > limits.text_file_bytes:
        raise LimitExceededError("text_file_bytes", limits.text_file_bytes, size)


def _ole(path: Path) -> Container:
    with path.open("rb") as stream:
        start = stream.read(4 * 1024 * 1024)
        stream.seek(max(0, path.stat().st_size - 4 * 1024 * 1024))
        text = start + stream.read(4 * 1024 * 1024)
    if _ENCRYPTED_PACKAGE in text:
        raise EncryptedFileError(
            "The workbook is protected by a password.", hint="Save a copy without a password."
        )
    if any(name in text for name in _WORKBOOK_STREAMS):
        return Container.XLS
    raise UnreadableFileError(
        "The file is an old Office document without a workbook.", hint="Save it as CSV."
    )


def _zip_kind(path: Path, limits: Limits) -> Container:
    with open_zip(path, limits) as archive:
        names = {i.filename for i in archive.infolist()}
        if "[Content_Types].xml" in names and any(n.startswith("xl/") for n in names):
            if "xl/workbook.bin" in names:
                raise UnreadableFileError("The file is a binary workbook (XLSB).", hint="Save it as XLSX.")
            return Container.XLSX
        if "mimetype" in names and "content.xml" in names:
            return Container.ODS
    return Container.ZIP


def _looks_like_dbf(head: bytes, size: int) -> bool:
    """By the fixed fields of the 32-byte header: version, a date, header and record length that fit."""
    if len(head) < 65 or head[0] not in _DBF_VERSIONS:
        return False
    month, day = head[2], head[3]
    records = int.from_bytes(head[4:8], "little")
    header_bytes = int.from_bytes(head[8:10], "little")
    record_bytes = int.from_bytes(head[10:12], "little")
    plausible_date = 0 <= month <= 12 and 0 <= day <= 31
    return (
        plausible_date
        and header_bytes >= 65
        and record_bytes > 1
        and (header_bytes + records * record_bytes <= size + record_bytes)
    )


def list_members(path: Path, limits: Limits) -> tuple[Member, ...]:
    """The files inside a zip, for the person to choose from."""
    with open_zip(path, limits) as archive:
        return data_members(archive)


@contextmanager
def open_bytes(
    path: Path, container: Container, member: str | None, limits: Limits
) -> Iterator[tuple[ByteStream, int | None]]:
    """The text bytes of a plain, gzip or zipped file, and their total where it is known."""
    if container is Container.ZIP:
        with open_zip(path, limits) as archive:
            chosen = choose_member(data_members(archive), member)
            stream = open_member(archive, chosen.name, limits)
            try:
                yield stream, chosen.size
            finally:
                stream.close()
    elif container is Container.GZIP:
        gzipped = open_gzip(path, limits)
        try:
            yield gzipped, None
        finally:
            gzipped.close()
    else:
        with path.open("rb") as raw:
            yield raw, path.stat().st_size
