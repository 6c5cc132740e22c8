"""One record of delimited text into its fields, strictly enough that a stray quote harms only its row."""

from collections.abc import Sequence


def split_record(record: str, delimiter: str, *, quoted: bool) -> list[str] | None:
    """The fields of ``record``; None when a quoted field is not closed.

    A quote opens a field only as its first character, and closes it only before a delimiter or the end;
    any other quote is a character like the rest.  ``""`` inside a quoted field is one quote.
    """
    if not quoted or '"' not in record:
        return record.split(delimiter)
    fields: list[str] = []
    position, end = 0, len(record)
    while True:
        if record.startswith('"', position):
            close = _closing_quote(record, position + 1, delimiter)
            if close < 0:
                return None
            fields.append(record[position + 1 : close].replace('""', '"'))
            position = close + 1
        else:
            stop = record.find(delimiter, position)
            stop = end if stop < 0 else stop
            fields.append(record[position:stop])
            position = stop
        if position >= end:
            return fields
        position += 1


def _closing_quote(record: str, start: int, delimiter: str) -> int:
    """Index of the quote that closes a field whose content begins at ``start``; -1 when there is none."""
    position = start
    while True:
        position = record.find('"', position)
        if position < 0:
            return -1
        following = record[position + 1 : position + 2]
        if following in ("", delimiter):
            return position
        position += 2 if following == '"' else 1


def join_record(fields: Sequence[str], delimiter: str, *, quoted: bool) -> str:
    """``fields`` as one record that :func:`split_record` and polars read back as they are."""
    if not quoted:
        return delimiter.join(fields)
    return delimiter.join('"' + f.replace('"', '""') + '"' for f in fields)


def logical_records(lines: Sequence[str], delimiter: str, *, quoted: bool, most: int) -> list[list[str]]:
    """The first ``most`` records of ``lines``, joining lines while a quoted field is open."""
    records: list[list[str]] = []
    index = 0
    while index < len(lines) and len(records) < most:
        text = lines[index]
        index += 1
        if not text.strip():
            continue
        fields = split_record(text, delimiter, quoted=quoted)
        joined = index
        while fields is None and joined < min(len(lines), index + 20):
            text = f"{text}\n{lines[joined]}"
            joined += 1
            fields = split_record(text, delimiter, quoted=quoted)
        if fields is None:
            fields = lines[index - 1].split(delimiter)
        else:
            index = joined
        records.append(fields)
    return records
