"""The examples beside this file: what each kind of value should be read as, and what it is read as.

``examples/*.csv`` has one example a row, bars between the fields, invented people only; the fields after the
text are what is expected, blank for nothing.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from workbench.model.party import PostalAddress
from workbench.normalize.addresses import parse_address
from workbench.normalize.business import is_business_name
from workbench.normalize.emails import parse_email
from workbench.normalize.name_rules import split_parts, whole_parts
from workbench.normalize.owners import owners_of
from workbench.normalize.phones import read_phone

FOLDER = Path(__file__).parent / "examples"

Row = dict[str, str]
Parts = tuple[str, ...]


def rows(name: str) -> Iterator[Row]:
    """The examples of one file."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source, delimiter="|", quoting=csv.QUOTE_NONE)


def _blank(parts: tuple[str | None, ...]) -> Parts:
    return tuple(part or "" for part in parts)


def _names(row: Row) -> Parts:
    return tuple(whole_parts(row["text"], row["order"]))  # type: ignore[arg-type]


def _split(row: Row) -> Parts:
    return tuple(split_parts(*(row[f"in_{c}"] for c in ("first", "middle", "last", "suffix", "former"))))


def _owners(row: Row) -> Parts:
    return ("; ".join(owners_of(row["text"], row["order"])),)  # type: ignore[arg-type]


def _firms(row: Row) -> Parts:
    return ("yes" if is_business_name(row["name"]) else "no",)


def _addresses(row: Row) -> Parts:
    return _blank(parse_address(PostalAddress(row["line"]))[1:4])


def _two_lines(row: Row) -> Parts:
    return _blank(parse_address(PostalAddress(row["line1"], row["line2"]))[1:4])


def _one_line(row: Row) -> Parts:
    return _blank(parse_address(row["text"].replace("\\n", "\n"))[1:])


def _phones(row: Row) -> Parts:
    found = read_phone(row["text"])
    return (found.number, found.extension, found.line) if found else ("", "", "")


def _emails(row: Row) -> Parts:
    return (parse_email(row["text"]) or "",)


READERS: dict[str, tuple[Callable[[Row], Parts], Parts]] = {
    "names": (_names, ("first", "middle", "last", "suffix", "former")),
    "split_names": (_split, ("first", "middle", "last", "suffix", "former")),
    "owners": (_owners, ("owners",)),
    "firms": (_firms, ("firm",)),
    "addresses": (_addresses, ("house", "street", "unit")),
    "two_lines": (_two_lines, ("house", "street", "unit")),
    "one_line": (_one_line, ("house", "street", "unit", "city", "state", "zip")),
    "phones": (_phones, ("number", "extension", "line")),
    "emails": (_emails, ("address",)),
}
"""By file: what reads a row, and the fields that hold what is expected."""


def results(name: str) -> Iterator[tuple[Row, Parts, Parts]]:
    """(row, what it is read as, what is expected) of every example of one file."""
    read, fields = READERS[name]
    for row in rows(name):
        yield row, read(row), tuple(row[field] for field in fields)


def main() -> None:
    """The share read right, by file and kind, and what was not."""
    for name in READERS:
        seen: dict[str, list[int]] = {}
        for row, found, expected in results(name):
            seen.setdefault(row["kind"], []).append(found == expected)
            if found != expected:
                print(f"  {name}: {'|'.join(row.values())}\n      read as {found}")
        right, total = sum(map(sum, seen.values())), sum(map(len, seen.values()))
        kinds = ", ".join(f"{kind} {sum(v)}/{len(v)}" for kind, v in seen.items())
        print(f"{name}: {right} of {total} ({right / total:.0%}): {kinds}")


if __name__ == "__main__":
    main()
