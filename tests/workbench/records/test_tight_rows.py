"""Rows in which nothing is to be trimmed are not trimmed, and come out as if they were."""

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.records.conditions import trimmed
from workbench.records.raw_chunk import ROW
from workbench.records.scan import find_lines, tight
from workbench.records.seen import SeenRows

FIELD = st.text(st.sampled_from("AZ09 \t\"'.,é\x0b\r|"), max_size=4)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(FIELD, FIELD, FIELD), min_size=1, max_size=4), st.sampled_from("|\t,"), st.booleans()
)
def test_what_is_called_tight_has_nothing_to_trim(rows, delimiter, quoted):
    lines = find_lines("".join(delimiter.join(row) + "\n" for row in rows).encode())
    if tight(lines, delimiter, quoted=quoted):
        fields = [field for n in range(len(lines)) for field in lines.text(n).split(delimiter)]
        assert [field.strip() for field in fields] == fields
        assert not quoted or '"' not in "".join(fields)


@pytest.mark.parametrize(
    "data", ["a|b\nc|d e\n", "a||b\n", "|\n", 'a|b "c\n'], ids=["words", "empty", "nothing", "unquoted"]
)
def test_usual_rows_are_tight(data):
    assert tight(find_lines(data.encode()), "|", quoted=False)


@pytest.mark.parametrize(
    "data",
    [" a|b\n", "a|b \n", "a |b\n", "a| b\n", "a|b\n c|d\n", "a|\tb\n", "a|b\r\n", "a|\N{NO-BREAK SPACE}b\n"],
)
def test_a_blank_at_an_edge_is_seen(data):
    assert not tight(find_lines(data.encode()), "|", quoted=False)


@pytest.mark.parametrize("nulls", [(), ("none", "X")])
def test_tight_rows_come_out_as_trimmed_ones(nulls):
    frame = pl.DataFrame({ROW: [1, 2, 3], "a": ["NONE", "A B", None], "b": ["x", "X.", "none"]})
    assert trimmed(frame, nulls, tight=True).equals(trimmed(frame, nulls))


def test_a_row_is_fresh_the_first_time_in_and_over_calls():
    seen = SeenRows()
    hashes = [np.array(part, dtype=np.uint64) for part in ([5, 9, 2], [2, 7, 7, 1], [1, 1], [8, 3])]
    found = [seen.first_time(part).tolist() for part in hashes]
    assert found == [[True] * 3, [False, True, False, True], [False, False], [True, True]]
