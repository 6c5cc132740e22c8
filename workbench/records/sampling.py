"""Pieces of a text to judge it by: its beginning, and for a plain file some blocks from further on."""

from dataclasses import dataclass
from pathlib import Path

from workbench.records.containers import ByteStream, open_bytes
from workbench.records.dialect import line_terminator, split_lines
from workbench.records.encodings import Encoding, decode_sample, detect_encoding, is_wide
from workbench.records.errors import LimitExceededError, UnreadableFileError
from workbench.records.limits import MIB, Limits
from workbench.records.shape import Container

_HEAD_BYTES = 1 * MIB
_BLOCKS = 16
_BLOCK_BYTES = 64 * 1024
_HEAD_LINES = 400
_BLOCK_LINES = 40
_CONTROLS = frozenset(range(32)) - {0x09, 0x0A, 0x0C, 0x0D, 0x13, 0x14, 0x1A, 0x1F}
"""Not the line ends and blanks, nor what stands between fields in some exports."""

_PACKED = ("PK\x03\x04", "\x1f\N{REPLACEMENT CHARACTER}\x08", "\x1f\x8b\x08", "\x1f\u2039\x08")
"""How a zip or gzip begins, as text."""


@dataclass(frozen=True, slots=True)
class TextSample:
    """``head`` are the first lines, ``lines`` those and some from further on; none is blank or cut.

    ``total_bytes`` is None when the unpacked size is unknown; ``bytes_per_line`` is the mean seen.
    """

    encoding: Encoding
    terminator: str
    head: tuple[str, ...]
    lines: tuple[str, ...]
    total_bytes: int | None
    bytes_per_line: float


def sample_text(
    path: Path, container: Container, member: str | None, limits: Limits, encoding_name: str = ""
) -> TextSample:
    """Read some MiB at most of the text in ``path``, in the named encoding or the one its bytes show.

    Raises UnreadableFileError for binary content, LimitExceededError for a first line beyond the limit.
    """
    with open_bytes(path, container, member, limits) as (stream, total):
        head = _first_lines(stream, limits)
        whole = len(stream.read(1)) == 0
    if not head:
        raise UnreadableFileError("The file has no content once unpacked.", hint="Copy it again.")
    blocks = [head] + ([] if whole or container is not Container.PLAIN else _further_blocks(path))
    encoding = Encoding(encoding_name) if encoding_name else detect_encoding(blocks)
    text = decode_sample(head, encoding.name)
    _refuse_binary(text)
    terminator = line_terminator(text)
    lines = split_lines(text, terminator)
    if not whole:
        if len(lines) == 1:
            raise LimitExceededError(
                "record_bytes", limits.record_bytes, f"a first line over {_HEAD_BYTES:,}"
            )
        lines = lines[:-1]
    lines = lines[:_HEAD_LINES]
    bytes_per_line = len(text.encode("utf-8", "replace")) / max(1, text.count(terminator) or 1)
    kept = tuple(line for line in lines if line.strip(" \t\x1a"))
    if not kept:
        raise UnreadableFileError("The file holds nothing but blank lines.")
    further = [] if is_wide(encoding.name) else _further_lines(blocks[1:], encoding.name, terminator)
    size = len(head) if whole else total
    return TextSample(encoding, terminator, kept, (*kept, *further), size, _width(encoding) * bytes_per_line)


def _first_lines(stream: ByteStream, limits: Limits) -> bytes:
    """The first mebibyte; more, up to the longest record allowed, while there is no line end in it."""
    head = stream.read(_HEAD_BYTES)
    while b"\n" not in head and b"\r" not in head and len(head) <= limits.record_bytes:
        more = stream.read(_HEAD_BYTES)
        if not more:
            break
        head += more
    return head


def _width(encoding: Encoding) -> int:
    return 4 if "32" in encoding.name else 2 if is_wide(encoding.name) else 1


def _further_blocks(path: Path) -> list[bytes]:
    """Evenly spread blocks; each may begin and end within a line or character."""
    size = path.stat().st_size
    blocks = []
    with path.open("rb") as stream:
        for number in range(1, _BLOCKS + 1):
            stream.seek(_HEAD_BYTES + (size - _HEAD_BYTES) * number // (_BLOCKS + 1))
            blocks.append(stream.read(_BLOCK_BYTES))
    return [b for b in blocks if b]


def _further_lines(blocks: list[bytes], encoding: str, terminator: str) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        whole_lines = split_lines(decode_sample(block, encoding), terminator)[1:-1]
        lines.extend(line for line in whole_lines[:_BLOCK_LINES] if line.strip())
    return lines


def _refuse_binary(text: str) -> None:
    """Text has hardly any control characters or undecodable bytes; a few NULs are rows to reject."""
    piece = text[:65536]
    odd = sum(1 for c in piece if ord(c) in _CONTROLS or c == "\N{REPLACEMENT CHARACTER}")
    if text.startswith(_PACKED):
        raise UnreadableFileError(
            "The archive holds another packed file or a workbook, which is not read in there.",
            hint="Unpack it, and import what is in it.",
        )
    if odd > 0.10 * len(piece):
        raise UnreadableFileError(
            "The file is not text: too much of it is control characters.", hint="Export it as CSV or XLSX."
        )
