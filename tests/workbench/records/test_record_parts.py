"""The inner parts that must agree with a plain, slow reading of the same thing."""

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.records.encodings import Utf8Transcoder
from workbench.records.groups import grouped_people
from workbench.records.headers import canonical
from workbench.records.prefetch import one_ahead
from workbench.records.scan import field_counts, find_lines
from workbench.records.seen import SeenRows
from workbench.records.tokens import join_record, split_record

CELLS = st.text(alphabet='ab", \n|', max_size=6)


@given(st.lists(CELLS, min_size=1, max_size=5))
@settings(max_examples=200, deadline=None)
def test_joined_records_come_apart_the_same(cells):
    assert split_record(join_record(cells, ",", quoted=True), ",", quoted=True) == cells


@given(st.lists(st.text(alphabet='ab",|', max_size=9), min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_whole_array_scan_agrees_with_reading_each_line(texts):
    lines = find_lines("".join(t + "\n" for t in texts).encode())
    for quoted in (True, False):
        counts, odd = field_counts(lines, ",", quoted=quoted)
        for number, text in enumerate(texts):
            if not odd[number]:
                fields = split_record(text, ",", quoted=quoted)
                assert fields is not None
                assert len(fields) == counts[number]


def test_wholly_quoted_lines_take_the_short_way_to_the_same_counts():
    lines = find_lines(b'"a","","c"\n"1","2","3"\n')
    counts, odd = field_counts(lines, ",", quoted=True)
    assert (counts.tolist(), odd.any()) == ([3, 3], False)


@given(st.lists(st.integers(0, 30), max_size=200), st.integers(1, 40))
@settings(max_examples=100, deadline=None)
def test_first_times_are_those_of_a_set(values, size):
    seen, known, fresh, expected = SeenRows(), set(), [], []
    for start in range(0, len(values), size):
        fresh += seen.first_time(np.array(values[start : start + size], dtype=np.uint64)).tolist()
    for value in values:
        expected.append(value not in known)
        known.add(value)
    assert fresh == expected


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_windows_1252_is_pythons(data):
    got = Utf8Transcoder("cp1252", ascii_sample=False).convert(data, final=True)
    assert got.decode() == data.decode("cp1252", "replace")


def test_one_ahead_keeps_order_and_passes_errors_on():
    def items():
        yield from range(5)
        raise ValueError("the fifth")

    got: list[int] = []
    with pytest.raises(ValueError, match="the fifth"):
        got.extend(one_ahead(items()))
    assert got == [0, 1, 2, 3, 4]


def test_one_ahead_ends_with_its_user():
    closed = threading.Event()

    def items():
        try:
            yield from range(1_000_000)
        finally:
            closed.set()

    ahead = one_ahead(items())
    assert next(ahead) == 0
    ahead.close()
    assert closed.is_set()
    assert not any(t.name == "records-reader" for t in threading.enumerate())


def test_spellings_of_one_column_are_one():
    assert {canonical(n) for n in ("Last Name", " LAST_NAME", "last-name", "last.name ")} == {"last_name"}


def test_flattened_vendor_groups_of_other_spellings():
    groups = grouped_people(
        [
            "first",
            "last",
            "BD_PHONE_1",
            "Mobile-2",
            "Landline_1",
            "Email 1",
            "associate_1 name",
            "Phone 1 DNC",
        ]
    )
    assert groups.phones == (("BD_PHONE_1",), ("Mobile-2",), ("Landline_1",))
    assert groups.emails == (("Email 1",),)
    assert [(p.role, p.whole) for p in groups.people] == [("associate", ("associate_1 name",))]
