"""Rules run once a distinct value give what they give value by value."""

import random

import polars as pl
import pytest

from workbench.normalize.date_rules import date_style
from workbench.normalize.dates import column_style
from workbench.normalize.distinct import Distinct, listed, map_distinct
from workbench.normalize.text import fold_series, fold_text


def values(seed: int, count: int = 300) -> list[str | None]:
    rng = random.Random(seed)
    return [rng.choice(["", "a", "b", "c", None, "".join(rng.choices("xyz", k=2))]) for _ in range(count)]


@pytest.mark.parametrize("seed", range(4))
def test_every_value_gets_its_own_answer(seed):
    given = values(seed)
    series = pl.concat([pl.Series("v", given[:70]), pl.Series("v", given[70:])], rechunk=False)
    assert map_distinct(series, lambda text: f"<{text}>" if text != "b" else None).to_list() == [
        None if text in {None, "b"} else f"<{text}>" for text in given
    ]


def test_a_rule_runs_once_a_value_and_several_rules_share_the_values():
    asked: list[str] = []
    column = Distinct(pl.Series(["b", None, "a", "b"]))
    assert column.texts(lambda text: asked.append(text) or text).to_list() == ["b", None, "a", "b"]
    assert asked == ["b", "a"]
    assert column.parts(lambda text: (text.upper(),), {"up": pl.String()})["up"].to_list() == [
        "B",
        None,
        "A",
        "B",
    ]


def test_a_column_of_nothing_stays_one():
    column = Distinct(pl.Series([None, None], dtype=pl.String))
    assert column.texts(str.upper).to_list() == [None, None]
    assert column.parts(lambda text: (text,), {"v": pl.String()}).height == 2


def test_lists_of_one_column_make_its_values_once():
    calls: list[int] = []

    def rule(series: pl.Series) -> pl.Series:
        calls.append(len(series))
        return series

    column = pl.col("v").map_batches(rule, return_dtype=pl.String, is_elementwise=True)
    frame = pl.DataFrame({"v": ["1", None]}).select(listed([column]))
    assert frame["v"].to_list() == [["1"], []]
    assert calls == [2]


@pytest.mark.parametrize("case", [str.upper, str.lower, str.title])
def test_a_column_is_folded_as_its_values_are(case):
    given = ["12 Maple St", "o'brien", " A  B ", "Łódź", "", "straße", "X" * 40, "9-b #4", "\u00a0x"]
    series = pl.Series([case(text) for text in given])
    assert fold_series(series, keep="#-").to_list() == [
        fold_text(case(text), keep="#-") or None for text in given
    ]


def test_years_first_say_nothing_of_the_order_of_others():
    rng = random.Random(4)
    forms = (
        "{y}-{m:02}-{d:02}",
        "{m:02}/{d:02}/{y}",
        "{d:02}/{m:02}/{y}",
        "{y}{m:02}{d:02}",
        "{y}/{m}/{d}",
        "{y}",
    )
    for _ in range(40):
        chosen = rng.sample(forms, k=rng.randrange(1, 4))
        told = [
            rng.choice(chosen).format(
                y=rng.randrange(1930, 2005), m=rng.randrange(1, 13), d=rng.randrange(1, 29)
            )
            for _ in range(12)
        ]
        assert column_style(pl.Series(told)) == date_style(told)
