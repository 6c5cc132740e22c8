"""Zip and gzip without their tricks: names, sizes and ratios are checked before and while unpacking."""

import gzip
import stat
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from workbench.records.errors import (
    EncryptedFileError,
    LimitExceededError,
    MemberChoiceError,
    UnreadableFileError,
    UnsafeFileError,
)
from workbench.records.limits import Limits
from workbench.records.shape import Member

_READABLE_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BAD_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    ValueError,
    OverflowError,
    UnicodeError,
    RuntimeError,
)
"""What zipfile and zlib raise on damaged input; everything else would be a defect."""


class GuardedStream:
    """A binary stream that stops with LimitExceededError once it has given ``allowed`` bytes."""

    def __init__(self, raw: BinaryIO, *, limit: str, allowed: int, where: str) -> None:
        self._raw = raw
        self._limit = limit
        self._allowed = allowed
        self._where = where
        self._given = 0

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes, b"" at the end; damage raises UnreadableFileError."""
        try:
            data = self._raw.read(size)
        except (*_BAD_ARCHIVE, OSError):
            raise UnreadableFileError(
                f"{self._where} is damaged: it cannot be unpacked to its end.",
                hint="Copy or download the file again.",
            ) from None
        self._given += len(data)
        if self._given > self._allowed:
            raise LimitExceededError(
                self._limit, self._allowed, f"more than {self._allowed:,} bytes", where=self._where
            )
        return data

    def close(self) -> None:
        """Close what is underneath."""
        self._raw.close()


def open_zip(path: Path, limits: Limits) -> zipfile.ZipFile:
    """The archive with its whole directory checked; the caller closes it.

    Raises UnreadableFileError, EncryptedFileError, UnsafeFileError, LimitExceededError.
    """
    try:
        archive = zipfile.ZipFile(path)
    except _BAD_ARCHIVE:
        raise UnreadableFileError(
            "The file begins like a zip archive but its directory is damaged or cut off.",
            hint="Copy or download the file again.",
        ) from None
    try:
        check_directory(archive.infolist(), limits)
    except BaseException:
        archive.close()
        raise
    return archive


def check_directory(infos: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse an archive whose directory breaks a limit or holds a name that could leave its folder."""
    if len(infos) > limits.archive_entries:
        raise LimitExceededError("archive_entries", limits.archive_entries, len(infos))
    if sum(i.file_size for i in infos) > limits.inflated_bytes:
        total = sum(i.file_size for i in infos)
        raise LimitExceededError("inflated_bytes", limits.inflated_bytes, total)
    seen: set[str] = set()
    for number, info in enumerate(infos, start=1):
        _check_entry(info, number, limits)
        name = info.filename.casefold()
        if name in seen:
            raise UnsafeFileError(f"The archive holds two entries of one name (entry {number}).")
        seen.add(name)


def _check_entry(info: zipfile.ZipInfo, number: int, limits: Limits) -> None:
    name = info.orig_filename.replace("\\", "/")
    parts = name.split("/")
    if ".." in parts or name.startswith("/") or "\0" in name or ":" in name:
        raise UnsafeFileError(f"Entry {number} of the archive has a name that leads out of its folder.")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise UnsafeFileError(f"Entry {number} of the archive is a link.")
    if info.flag_bits & 0x1:
        raise EncryptedFileError(
            f"Entry {number} of the archive is protected by a password.", hint="Unpack it yourself first."
        )
    allowed = allowed_bytes(info.compress_size, limits)
    if info.file_size > allowed:
        ratio = info.file_size // max(info.compress_size, 1)
        raise LimitExceededError("archive_ratio", limits.archive_ratio, ratio, where=f"entry {number}")


def allowed_bytes(compressed: int, limits: Limits) -> int:
    """How far ``compressed`` bytes may unpack: by ratio, but never less than the free allowance."""
    return min(max(compressed * limits.archive_ratio, limits.ratio_free_bytes), limits.inflated_bytes)


def data_members(archive: zipfile.ZipFile) -> tuple[Member, ...]:
    """The archive's files, without folders and without what macOS adds."""
    return tuple(
        Member(i.filename, i.file_size)
        for i in archive.infolist()
        if not i.is_dir() and not i.filename.startswith("__MACOSX/") and i.file_size > 0
    )


def choose_member(members: Sequence[Member], wanted: str | None) -> Member:
    """The wanted member; without a wish the only one, else the largest."""
    if wanted is not None:
        for member in members:
            if member.name == wanted:
                return member
        raise MemberChoiceError(
            "The archive has no member of that name.", hint="Choose one of the members listed for it."
        )
    if not members:
        raise UnreadableFileError("The archive holds no file with content.")
    return max(members, key=lambda m: m.size)


def open_member(archive: zipfile.ZipFile, name: str, limits: Limits) -> GuardedStream:
    """The unpacked bytes of one member, held to what the directory promised and the limits allow."""
    info = archive.getinfo(name)
    if info.compress_type not in _READABLE_METHODS:
        raise UnreadableFileError(
            f"The archive uses compression method {info.compress_type}, which cannot be read.",
            hint="Pack it again as an ordinary zip, or unpack it.",
        )
    try:
        raw = archive.open(info)
    except (*_BAD_ARCHIVE, OSError):
        raise UnreadableFileError("A member of the archive is damaged.", hint="Copy it again.") from None
    allowed = allowed_bytes(info.compress_size, limits)
    return GuardedStream(
        _binary(raw), limit="archive_ratio", allowed=allowed, where="a member of the archive"
    )


def open_gzip(path: Path, limits: Limits) -> GuardedStream:
    """The unpacked bytes of a gzip file, held to ratio and size while they flow."""
    raw = gzip.open(path, "rb")  # noqa: SIM115 - handed to the caller, who closes it
    allowed = allowed_bytes(path.stat().st_size, limits)
    return GuardedStream(_binary(raw), limit="archive_ratio", allowed=allowed, where="the gzip file")


def _binary(stream: object) -> BinaryIO:
    return stream  # type: ignore[return-value]  # zipfile and gzip streams read like any binary file
