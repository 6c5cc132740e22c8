"""Every committed example of a kind of value is read as it should be; what is not is listed, and only that."""

import example_files
import pytest
from example_files import READERS, results

READ_WRONG: dict[str, frozenset[str]] = {
    "names": frozenset({"OKAFOR NGOZI"}),
    "firms": frozenset({"HARPER QUILL FAMILY TRUST"}),
    "addresses": frozenset(
        {
            "445 One Hundred Tenth Ave",
            "45 Rear Pine St",
            "12345 0 Main St",
            "600 Lake Ave Tr 7",
            "600 Lake Ave 2nd Fl Rear",
            "600 Lake Ave Apt 3 Upper",
            "Rural Box 22",
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
