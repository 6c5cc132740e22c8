"""What can be wrong with a foreign file, told apart so that callers and people can act on it.

No message carries a value from the file: only its kind, sizes, row numbers and limits.
"""

from workbench.base.errors import UserError


class UnreadableFileError(UserError):
    """The file is damaged, empty, or not of a kind that can be read."""

    code = "unreadable_file"


class EncryptedFileError(UserError):
    """The file or the archive's member is protected by a password."""

    code = "encrypted_file"


class UnsafeFileError(UserError):
    """The file holds something no record file needs: entity declarations, path tricks, lies about itself."""

    code = "unsafe_file"


class LimitExceededError(UserError):
    """The file asks for more than a limit allows; ``limit`` names the field of :class:`Limits`."""

    code = "limit_exceeded"

    def __init__(self, limit: str, allowed: int, found: int | str, *, where: str = "") -> None:
        place = f" ({where})" if where else ""
        found_text = f"{found:,}" if isinstance(found, int) else found
        super().__init__(
            f"The file exceeds the limit {limit} = {allowed:,}: found {found_text}{place}.",
            hint=f"If the file is trusted, raise {limit} in the import limits.",
        )
        self.limit = limit


class MemberChoiceError(UserError):
    """The archive or workbook has no such member or sheet, or several and none was named."""

    code = "member_choice"


class MappingError(UserError):
    """A mapping does not fit: unknown target, missing column, malformed TOML."""

    code = "mapping"


class RefusedPurposeError(UserError):
    """The law that governs this file forbids the stated purpose."""

    code = "refused_purpose"


class UnrecognisedLayoutError(UserError):
    """Neither a profile nor the synonyms find a name in the file; a mapping must be given."""

    code = "unrecognised_layout"


class NamelessLayoutError(UserError):
    """The layout is known, and names no one; says what to import in its place."""

    code = "nameless_layout"
