"""How a person says a file is to be read, where what was found is not right."""

import codecs
import itertools

import msgspec

from workbench.records.errors import MappingError

ENCODINGS = (
    *("utf-8", "utf-8-sig", "cp1252", "cp1250", "cp437", "cp850", "mac-roman"),
    *("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"),
)
"""What a person can choose; all but the wide ones keep ASCII in its place."""

MOST_DELIMITER = 1


class ReadAs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Each field overrules what the file's look said; its default leaves it to that.

    ``delimiter`` is one character.  ``header_row`` is the place of the header among the lines that are not
    blank, 1 for the first; 0 for a table without one.  ``breaks`` are the 0-based starts of the fields of a
    fixed-width table, the first of them 0; they make the file one, whatever else it looks like.
    """

    encoding: str = ""
    delimiter: str = ""
    quoted: bool | None = None
    header_row: int | None = None
    breaks: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self != ReadAs()


AS_FOUND = ReadAs()


def check_read_as(read_as: ReadAs) -> None:
    """Raise MappingError for what cannot be done: an unknown encoding, a delimiter of two characters …"""
    if read_as.encoding and not _known(read_as.encoding):
        raise MappingError(
            f"Unknown encoding {read_as.encoding!r}.", hint="One of: " + ", ".join(ENCODINGS) + "."
        )
    single = len(read_as.delimiter.encode("utf-8", "replace")) <= MOST_DELIMITER
    if not single or read_as.delimiter in {"\n", "\r", '"', "\0"}:
        raise MappingError(
            "The delimiter must be one ASCII character, and no quote or line end.",
            hint="For example a comma, a semicolon, a tab or a pipe.",
        )
    if read_as.header_row is not None and read_as.header_row < 0:
        raise MappingError("The row of the header cannot be negative.", hint="0 means: no header.")
    breaks = read_as.breaks
    if breaks and (breaks[0] != 0 or any(b <= a for a, b in itertools.pairwise(breaks))):
        raise MappingError(
            "The boundaries of the fields must begin with 0 and rise.", hint="Give each boundary once."
        )


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return encoding in ENCODINGS
