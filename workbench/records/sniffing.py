"""What a file is: its container, encoding, delimiter or widths, header, columns and size."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from workbench.records.archives import choose_member
from workbench.records.containers import identify, list_members
from workbench.records.dbf import sniff_dbf
from workbench.records.dialect import Dialect, detect_dialect, fixed_lengths, named_dialect, proposed_breaks
from workbench.records.errors import LimitExceededError, MappingError, MemberChoiceError
from workbench.records.header_row import TITLE_LINES, find_header
from workbench.records.headers import numbered_columns, unique_columns
from workbench.records.library import default_library
from workbench.records.limits import Limits
from workbench.records.read_as import AS_FOUND, ReadAs, check_read_as
from workbench.records.sampling import TextSample, sample_text
from workbench.records.shape import TEXTS, Container, FileShape, Member
from workbench.records.tokens import logical_records
from workbench.records.workbook import sniff_workbook

SAMPLE_ROWS = 50
_LINE_SHOWN = 2_000
_DELIMITED_FOR_SURE = 0.9
_CHARACTERS_A_FIELD = 60
"""Lines of one length whose "fields" were longer than this on average are fixed-width records whose names
happen to hold a comma.
"""


class _Told(NamedTuple):
    """A person's word, and the names that columns commonly have."""

    read_as: ReadAs
    vocabulary: frozenset[str]


def sniff(
    path: Path,
    *,
    member: str | None = None,
    sheet: str | None = None,
    limits: Limits | None = None,
    read_as: ReadAs = AS_FOUND,
) -> FileShape:
    """The shape of the table in ``path``; of its largest member or first sheet unless one is named.

    ``read_as`` overrules what the file's look says.  Reads some megabytes at most.  Raises
    UnreadableFileError, EncryptedFileError, UnsafeFileError, LimitExceededError, MemberChoiceError, or
    MappingError for a ``read_as`` that cannot be.
    """
    bounds = limits or Limits()
    check_read_as(read_as)
    container = identify(path, bounds)
    if member is not None and container is not Container.ZIP:
        raise MemberChoiceError("A member was named, but the file is no archive.")
    vocabulary = default_library().vocabulary
    if container is Container.DBF:
        return sniff_dbf(path)
    if container not in TEXTS:
        return sniff_workbook(path, container, sheet, vocabulary, bounds, header_row=read_as.header_row)
    members: tuple[Member, ...] = ()
    if container is Container.ZIP:
        members = list_members(path, bounds)
        member = choose_member(members, member).name
    sample = sample_text(path, container, member, bounds, read_as.encoding)
    base = FileShape(
        container=container,
        file_bytes=path.stat().st_size,
        member=member,
        members=members,
        encoding=sample.encoding.name,
        ascii_sample=sample.encoding.ascii_only,
        terminator=sample.terminator,
    )
    return _with_table(base, sample, vocabulary, bounds, read_as)


def _with_table(
    base: FileShape, sample: TextSample, vocabulary: frozenset[str], limits: Limits, read_as: ReadAs
) -> FileShape:
    told = _Told(read_as, vocabulary)
    if read_as.breaks:
        return _fixed_as_told(base, sample, read_as)
    if read_as.delimiter:
        dialect = named_dialect(sample.lines, read_as.delimiter, read_as.quoted)
        return _delimited(base, sample, dialect, told, limits)
    dialect = detect_dialect(sample.lines) or Dialect("\t", quoted=False, fields=1, agreement=0.0)
    lengths = fixed_lengths(sample.lines)
    if lengths and (dialect.agreement < _DELIMITED_FOR_SURE or _padded(sample.lines, dialect, lengths[0])):
        return _fixed(base, sample, lengths)
    if read_as.quoted is not None:
        dialect = named_dialect(sample.lines, dialect.delimiter, read_as.quoted)
    return _delimited(base, sample, dialect, told, limits)


def _padded(lines: Sequence[str], dialect: Dialect, length: int) -> bool:
    """Whether delimiters are but commas in names of a fixed-width table: few, and blanks in plenty."""
    blanks = sum(line.count("  ") for line in lines) / len(lines)
    return dialect.fields * _CHARACTERS_A_FIELD < length == len(lines[0]) and blanks * 20 > length


def _fixed(
    base: FileShape, sample: TextSample, lengths: tuple[int, ...], breaks: tuple[int, ...] = ()
) -> FileShape:
    whole = [line for line in sample.lines if len(line) in lengths]
    breaks = breaks or proposed_breaks(whole)
    ends = (*breaks[1:], max(lengths))
    rows = tuple(
        tuple(line[a:b].strip() for a, b in zip(breaks, ends, strict=True)) for line in whole[:SAMPLE_ROWS]
    )
    return replace(
        base,
        record_lengths=lengths,
        breaks=breaks,
        columns=numbered_columns(len(breaks)),
        sample=rows,
        sample_lines=tuple(whole[:SAMPLE_ROWS]),
        row_estimate=_estimate(sample, header=False),
    )


def _fixed_as_told(base: FileShape, sample: TextSample, read_as: ReadAs) -> FileShape:
    """A person's boundaries; records may be of several lengths, since trailing blanks are often cut."""
    lengths = tuple(sorted({len(line) for line in sample.lines}))
    if read_as.breaks[-1] >= lengths[-1]:
        raise MappingError(
            f"The last boundary is at {read_as.breaks[-1]}, but no record is longer than {lengths[-1]}.",
            hint="Remove the boundaries beyond the record's end.",
        )
    return _fixed(base, sample, lengths, read_as.breaks)


def _delimited(
    base: FileShape, sample: TextSample, dialect: Dialect, told: "_Told", limits: Limits
) -> FileShape:
    ahead = SAMPLE_ROWS + TITLE_LINES + 1
    rows = logical_records(sample.head, dialect.delimiter, quoted=dialect.quoted, most=ahead)
    widest = max(len(rows[0]), dialect.fields)
    if widest > limits.columns:
        raise LimitExceededError("columns", limits.columns, widest, where="the first rows")
    titles, header = _titles(sample, dialect, told)
    if titles:
        rows = logical_records(sample.head[titles:], dialect.delimiter, quoted=dialect.quoted, most=ahead)
    columns = unique_columns(rows[0]) if header else numbered_columns(dialect.fields)
    data = rows[1:] if header else rows
    return replace(
        base,
        delimiter=dialect.delimiter,
        quoted=dialect.quoted,
        header=header,
        title_lines=titles,
        columns=columns,
        sample=tuple(tuple(row) for row in data[:SAMPLE_ROWS]),
        sample_lines=tuple(line[:_LINE_SHOWN] for line in sample.head[:SAMPLE_ROWS]),
        row_estimate=_estimate(sample, header=header),
    )


def _titles(sample: TextSample, dialect: Dialect, told: "_Told") -> tuple[int, bool]:
    """Lines above the table, and whether its first row is a header: as told, else as found."""
    read_as, vocabulary = told.read_as, told.vocabulary
    if read_as.header_row == 0:
        return 0, False
    if read_as.header_row is not None:
        if read_as.header_row > len(sample.head):
            raise MappingError(
                f"The header cannot be row {read_as.header_row}: the file has {len(sample.head)} rows.",
                hint="Choose an earlier one.",
            )
        return read_as.header_row - 1, True

    def rows_from(line: int) -> list[list[str]]:
        lines = sample.head[line:]
        return logical_records(lines, dialect.delimiter, quoted=dialect.quoted, most=SAMPLE_ROWS + 1)

    return find_header(rows_from, len(sample.head), dialect.fields, vocabulary)


def _estimate(sample: TextSample, *, header: bool) -> int | None:
    if sample.total_bytes is None:
        return None
    return max(0, round(sample.total_bytes / max(1.0, sample.bytes_per_line)) - int(header))
