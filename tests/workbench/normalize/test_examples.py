"""Every committed example of a kind of value is read as it should be; what is not is listed, and only that."""

import example_files
import polars as pl
import pytest
from example_files import READERS, results

from workbench.model.party import PostalAddress
from workbench.normalize.addresses import address_columns, parse_address
from workbench.normalize.names import name_columns, parse_name, whole_name_columns

READ_WRONG: dict[str, frozenset[str]] = {
    "names": frozenset({"OKAFOR NGOZI"}),
    "firms": frozenset(
        {"HARPER QUILL FAMILY TRUST", "MASON LODGE", "TRUST, FAITH", "Grant Market", "College, Penny"}
    ),
    "addresses": frozenset(
        {
            "445 One Hundred Tenth Ave",
            "45 Rear Pine St",
            "12345 0 Main St",
            "600 Lake Ave Tr 7",
            "600 Lake Ave 2nd Fl Rear",
            "600 Lake Ave Apt 3 Upper",
            "Rural Box 22",
            "12C-77 Sycamore Blvd",
            "412 Larchmont Drve",
        }
    ),
}
"""By file, the texts that are known to be read wrong; one that is read right must leave the list."""


@pytest.mark.parametrize("name", READERS)
def test_examples(name: str) -> None:
    wrong = {list(row.values())[1]: found for row, found, expected in results(name) if found != expected}
    assert set(wrong) == READ_WRONG.get(name, frozenset()), wrong


def test_there_are_three_hundred_examples_and_more() -> None:
    assert sum(1 for name in READERS for _ in example_files.rows(name)) > 300


@pytest.mark.parametrize("order", ["auto", "first_last", "last_first"])
def test_columns_of_names_agree_with_single_ones(order) -> None:
    texts = [row["text"] for row in example_files.rows("names")]
    found = pl.DataFrame({"text": texts}).select(*whole_name_columns(pl.col("text"), order)).to_dicts()
    for text, row in zip(texts, found, strict=True):
        single = parse_name(text, order)
        parts = (single.first, single.middle, single.last, single.suffix, single.former_last)
        assert parts == tuple(row[c] or "" for c in ("first", "middle", "last", "suffix", "former_last")), (
            text
        )


def test_columns_of_split_names_agree_with_single_ones() -> None:
    examples = list(results("split_names"))
    columns = ("first", "middle", "last", "suffix", "former")
    frame = pl.DataFrame([{c: row[f"in_{c}"] or None for c in columns} for row, _, _ in examples])
    found = frame.select(*name_columns(**{c: pl.col(c) for c in columns})).to_dicts()
    for made, (row, single, _) in zip(found, examples, strict=True):
        assert tuple(made[c] or "" for c in ("first", "middle", "last", "suffix", "former_last")) == single, (
            row
        )


def test_columns_of_addresses_agree_with_single_ones() -> None:
    """Lines of every kind, whole addresses and two lines among them."""
    lines = [(row["line"], "") for row in example_files.rows("addresses")]
    lines += [(row["text"].replace("\\n", ", "), "") for row in example_files.rows("one_line")]
    lines += [(row["line1"], row["line2"]) for row in example_files.rows("two_lines")]
    frame = pl.DataFrame({"one": [a for a, _ in lines], "two": [b or None for _, b in lines]})
    found = frame.select(*address_columns(line1=pl.col("one"), line2=pl.col("two"))).to_dicts()
    for (one, two), row in zip(lines, found, strict=True):
        single = parse_address(PostalAddress(one, two))
        assert tuple(row.values())[1:] == tuple(single)[1:], (one, two)
