"""How much a foreign file may ask for; each figure can be raised by the person who trusts the file."""

from dataclasses import dataclass

MIB = 1024 * 1024
GIB = 1024 * MIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one import (docs/threat-model.md); an error always names the field it met.

    ``ratio_free_bytes``: an archive member smaller than this may compress as well as it likes.
    ``record_lines``: a quoted field that is still open after so many lines was never meant as one.
    """

    text_file_bytes: int = 8 * GIB
    workbook_file_bytes: int = 200 * MIB
    archive_entries: int = 2_000
    inflated_bytes: int = 8 * GIB
    archive_ratio: int = 200
    ratio_free_bytes: int = 50 * MIB
    workbook_inflated_bytes: int = 2 * GIB
    cells: int = 50_000_000
    shared_strings_bytes: int = 512 * MIB
    field_bytes: int = 1 * MIB
    record_bytes: int = 4 * MIB
    record_lines: int = 100
    columns: int = 4_096
    xml_depth: int = 64
    block_bytes: int = 16 * MIB
