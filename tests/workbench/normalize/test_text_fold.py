"""Folding: what every comparison rests on."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.normalize.distinct import map_distinct, map_distinct_parts
from workbench.normalize.text import fold, fold_series, fold_text

CASES = [
    ("Muñoz", "MUNOZ"),
    ("O'Brien", "OBRIEN"),
    ("O’Neil", "ONEIL"),
    ("O´Neil", "ONEIL"),
    ("smith-jones", "SMITH JONES"),
    ("Łukasz Groß", "LUKASZ GROSS"),
    ("Møller Ærø", "MOLLER AERO"),
    ("Đặng", "DANG"),
    ("ﬁrst", "FIRST"),
    ("a\tb\nc", "A B C"),
    ("a\x00b\u202ec\u200dd", "ABCD"),
    ("  st.  john ", "ST JOHN"),
    ("½", "1 2"),
    ("***", ""),
    ("", ""),
    ("Иванов", ""),
]


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_fold_text(text: str, folded: str) -> None:
    assert fold_text(text) == folded


def test_kept_punctuation_stays() -> None:
    assert fold_text("smith–jones, apt #4/b", keep="-#/") == "SMITH-JONES APT #4/B"


def test_column_gives_null_for_nothing() -> None:
    frame = pl.DataFrame({"a": ["", " * ", None, "x"]})
    assert frame.select(fold(pl.col("a"))).to_series().to_list() == [None, None, None, "X"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=12) | st.none(), max_size=8), st.sampled_from(["", "-", "#/-", ",&"]))
def test_column_and_scalar_agree(values: list[str | None], keep: str) -> None:
    expected = [None if v is None else fold_text(v, keep=keep) or None for v in values]
    assert fold_series(pl.Series("a", values, dtype=pl.String), keep=keep).to_list() == expected


@settings(deadline=None)
@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_text(text)
    assert fold_text(once) == once
    assert once.isascii()
    assert once == " ".join(once.split())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=4) | st.none(), max_size=10))
def test_rules_run_once_a_distinct_value(values: list[str | None]) -> None:
    series = pl.Series("a", values, dtype=pl.String)
    seen: list[str] = []

    def rule(text: str) -> str | None:
        seen.append(text)
        return text[::-1] or None

    assert map_distinct(series, rule).to_list() == [None if v is None else v[::-1] or None for v in values]
    assert sorted(seen) == sorted({v for v in values if v is not None})


def test_parts_of_a_column_without_values() -> None:
    schema: dict[str, pl.DataType] = {"x": pl.String(), "y": pl.Int16()}
    for series in (pl.Series([None, None], dtype=pl.String), pl.Series([], dtype=pl.String)):
        parts = map_distinct_parts(series, lambda text: (text, 1), schema)
        assert parts.schema == schema
        assert parts.rows() == [(None, None)] * len(series)
