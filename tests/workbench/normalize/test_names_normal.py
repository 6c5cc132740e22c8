"""Names in columns, whole names, joint owners."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.normalize.name_rules import NameOrder, split_parts, unusual_parts, whole_parts
from workbench.normalize.names import (
    PARTS,
    name_columns,
    parse_name,
    split_owners,
    whole_name_columns,
)
from workbench.normalize.owners import owners_of
from workbench.normalize.tables import NAME_SCHEMA

WHOLE: list[tuple[str, NameOrder, tuple[str, str, str, str]]] = [
    ("SMITH JOHN A", "last_first", ("JOHN", "A", "SMITH", "")),
    ("SMITH, JOHN A JR", "auto", ("JOHN", "A", "SMITH", "JR")),
    ("SMITH JR, JOHN", "auto", ("JOHN", "", "SMITH", "JR")),
    ("SMITH, JR, JOHN", "auto", ("JOHN", "", "SMITH", "JR")),
    ("SMITH, JOHN, III", "last_first", ("JOHN", "", "SMITH", "III")),
    ("JOHN SMITH, JR", "first_last", ("JOHN", "", "SMITH", "JR")),
    ("SMITH JR JOHN", "last_first", ("JOHN", "", "SMITH", "JR")),
    ("SMITH JOHN 2ND", "last_first", ("JOHN", "", "SMITH", "II")),
    ("SMITH JOHN A V", "last_first", ("JOHN", "A", "SMITH", "V")),
    ("SMITH JOHN V", "last_first", ("JOHN", "V", "SMITH", "")),
    ("JOHN A SMITH", "first_last", ("JOHN", "A", "SMITH", "")),
    ("JOHN A SMITH", "auto", ("JOHN", "A", "SMITH", "")),
    ("SMITH JOHN A", "auto", ("JOHN", "A", "SMITH", "")),
    ("Robert Zapple", "auto", ("ROBERT", "", "ZAPPLE", "")),
    ("ZAPPLE ROBERT", "auto", ("ROBERT", "", "ZAPPLE", "")),
    ("DE LA CRUZ MARIA", "last_first", ("MARIA", "", "DELACRUZ", "")),
    ("Maria de la Cruz", "first_last", ("MARIA", "", "DELACRUZ", "")),
    ("DELA CRUZ, MARIA", "auto", ("MARIA", "", "DELACRUZ", "")),
    ("VAN DER BERG ANNA M", "last_first", ("ANNA", "M", "VANDERBERG", "")),
    ("MC DONALD RONALD", "last_first", ("RONALD", "", "MCDONALD", "")),
    ("ST. JOHN MARY", "last_first", ("MARY", "", "STJOHN", "")),
    ("LE JOHN", "last_first", ("JOHN", "", "LE", "")),
    ("VAN TIEN T", "last_first", ("TIEN", "T", "VAN", "")),
    ("GARCIA-LOPEZ JUAN", "last_first", ("JUAN", "", "GARCIA LOPEZ", "")),
    ("GARCIA LOPEZ, JUAN", "auto", ("JUAN", "", "GARCIA LOPEZ", "")),
    ("Mr. John Smith MD", "first_last", ("JOHN", "", "SMITH", "")),
    ("Dr Jane Roe, DDS", "first_last", ("JANE", "", "ROE", "")),
    ('Robert "Bob" Smith', "first_last", ("ROBERT", "", "SMITH", "")),
    ("SMITH JOHN A ESTATE OF", "last_first", ("JOHN", "A", "SMITH", "")),
    ("ESTATE OF JOHN SMITH", "first_last", ("JOHN", "", "SMITH", "")),
    ("SMITH JOHN TRUSTEE", "last_first", ("JOHN", "", "SMITH", "")),
    ("SMITH JOHN LIFE ESTATE", "last_first", ("JOHN", "", "SMITH", "")),
    ("SMITH JOHN ET AL", "last_first", ("JOHN", "", "SMITH", "")),
    ("SMITH JOHN C/O MARY ROE", "last_first", ("JOHN", "", "SMITH", "")),
    ("SMITH", "last_first", ("", "", "SMITH", "")),
    ("MUÑOZ JOSÉ", "last_first", ("JOSE", "", "MUNOZ", "")),
    ("O'NEIL PAT", "last_first", ("PAT", "", "ONEIL", "")),
    ("", "auto", ("", "", "", "")),
]

OWNERS: list[tuple[str, list[str]]] = [
    ("SMITH JOHN & MARY", ["SMITH JOHN", "SMITH MARY"]),
    ("SMITH JOHN A & MARY B", ["SMITH JOHN A", "SMITH MARY B"]),
    ("SMITH JOHN A & JONES MARY B", ["SMITH JOHN A", "JONES MARY B"]),
    ("SMITH JOHN AND MARY", ["SMITH JOHN", "SMITH MARY"]),
    ("SMITH JOHN & WF MARY", ["SMITH JOHN", "SMITH MARY"]),
    ("SMITH JOHN ETUX MARY", ["SMITH JOHN", "SMITH MARY"]),
    ("SMITH JOHN ET UX", ["SMITH JOHN"]),
    ("SMITH JOHN H/W MARY", ["SMITH JOHN", "SMITH MARY"]),
    ("SMITH, JOHN & MARY", ["SMITH, JOHN", "SMITH, MARY"]),
    ("SMITH, JOHN & JONES, MARY", ["SMITH, JOHN", "JONES, MARY"]),
    ("DE LA CRUZ JOSE & MARIA", ["DE LA CRUZ JOSE", "DE LA CRUZ MARIA"]),
    ("SMITH JOHN ETAL", ["SMITH JOHN"]),
    ("SMITH JOHN & SMITH JOHN", ["SMITH JOHN"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "order", "expected"), WHOLE)
def test_whole_names(text: str, order: NameOrder, expected: tuple[str, str, str, str]) -> None:
    assert whole_parts(text, order)[:4] == expected


def test_former_surname_behind_nee() -> None:
    assert whole_parts("ROE JANE NEE SMITH", "last_first").former_last == "SMITH"


@pytest.mark.parametrize(("text", "owners"), OWNERS)
def test_owners(text: str, owners: list[str]) -> None:
    assert owners_of(text) == owners


def test_owners_in_first_last_order() -> None:
    assert owners_of("John & Mary de Vries", "first_last") == ["JOHN DE VRIES", "MARY DE VRIES"]
    assert owners_of("JOHN SMITH & MARY JONES", "first_last") == ["JOHN SMITH", "MARY JONES"]


def test_owner_column_is_a_list() -> None:
    frame = pl.DataFrame({"o": ["SMITH JOHN & MARY", None, ""]})
    owners = frame.select(split_owners("o")).to_series()
    assert owners.dtype == pl.List(pl.String)
    assert owners.to_list() == [["SMITH JOHN", "SMITH MARY"], None, None]


SPLIT = [
    ({"f": "John A", "m": None, "l": "Smith Jr", "s": ""}, ("JOHN", "A", "SMITH", "JR")),
    (
        {"f": "MARY ANN", "m": "NMN", "l": "O'BRIEN-JONES", "s": None},
        ("MARY ANN", None, "OBRIEN JONES", None),
    ),
    (
        {"f": "Dr. Jose", "m": "de Jesús", "l": "de la Cruz", "s": "2nd"},
        ("JOSE", "DE JESUS", "DELACRUZ", "II"),
    ),
    ({"f": None, "m": None, "l": "  ", "s": "x"}, (None, None, None, None)),
]


@pytest.mark.parametrize(("row", "expected"), SPLIT)
def test_split_names(row: dict[str, str | None], expected: tuple[str | None, ...]) -> None:
    frame = pl.DataFrame([row], schema=dict.fromkeys("fmls", pl.String))
    named = frame.select(*name_columns(first="f", middle="m", last="l", suffix="s"))
    assert named.schema == pl.Schema(NAME_SCHEMA)
    assert named.row(0)[1:5] == expected


def test_raw_name_is_as_written() -> None:
    frame = pl.DataFrame({"f": [" Bo ", None], "l": ["d'Arc", ""]})
    assert frame.select(*name_columns(first="f", last="l"))["name_raw"].to_list() == ["Bo d'Arc", None]


def test_former_name_equal_to_the_last_is_none() -> None:
    frame = pl.DataFrame({"l": ["ROE", "ROE"], "x": ["Roe", "Doe"]})
    assert frame.select(*name_columns(first=None, last="l", former="x"))["former_last"].to_list() == [
        None,
        "DOE",
    ]


def test_expressions_run_once_even_with_null_literals(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    from workbench.normalize import names

    rule = names._split_names
    monkeypatch.setattr(names, "_split_names", lambda given: calls.append(1) or rule(given))
    frame = pl.DataFrame({"f": ["A"], "l": ["B"]})
    blank_as_null = pl.when(pl.col("f") != "").then("f")
    frame.select(*name_columns(first=blank_as_null, last="l"))
    assert calls == [1]


_plain = st.text(alphabet="ABJTWROSVHDE", min_size=1, max_size=6)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["SMITH", "john", "MARY", "JT", "WROS", "EST", "OF", "LIFE", "MAN"]) | _plain, min_size=1,
                max_size=5).map(" ".join), st.sampled_from(["first_last", "last_first", "auto"]))  # fmt: skip
def test_the_short_way_agrees_with_the_rules(text: str, order: NameOrder) -> None:
    assert whole_parts(text, order) == unusual_parts(text, order)


_words = st.sampled_from(
    ["SMITH", "John", "DE", "la", "CRUZ", "JR", "III", "V", "A", "O'Neil", "Garcia-Lopez", "DR", "MD", ",", "&",
     "TRUSTEE", "ET AL", "St.", "VAN", "NMN", "(X)", "Muñoz", "-", "2ND", "MARY", "GARCIA", "LOPEZ", "Y", "SAINT", "NEE",
     "AKA", "TRUST", "LIVING", "THE", "EST", "N/A", "De La"]
)  # fmt: skip
_names = st.lists(_words, max_size=6).map(" ".join)
_orders = st.sampled_from(["first_last", "last_first", "last_comma_first", "auto"])


@settings(max_examples=40, deadline=None)
@given(st.lists(_names | st.none(), min_size=1, max_size=5), _orders)
def test_whole_column_and_parse_name_agree(values: list[str | None], order: NameOrder) -> None:
    frame = pl.DataFrame({"n": values}, schema={"n": pl.String})
    rows = frame.select(*whole_name_columns("n", order)).select(PARTS).rows()
    for value, row in zip(values, rows, strict=True):
        name = parse_name(value or "", order)
        parts = (name.first, name.middle, name.last, name.suffix, name.former_last)
        assert tuple(p or None for p in parts) == row


@settings(max_examples=40, deadline=None)
@given(st.tuples(_names, _names, _names, _names, _names))
def test_split_columns_and_split_parts_agree(row: tuple[str, str, str, str, str]) -> None:
    frame = pl.DataFrame([row], schema=["f", "m", "l", "s", "x"], orient="row")
    made = (
        frame.select(*name_columns(first="f", middle="m", last="l", suffix="s", former="x"))
        .select(PARTS)
        .row(0)
    )
    assert tuple(p or None for p in split_parts(*row)) == made


@settings(max_examples=40, deadline=None)
@given(_names, _orders)
def test_parts_are_folded_and_stable(text: str, order: NameOrder) -> None:
    parts = whole_parts(text, order)
    for part in parts:
        assert part == part.strip().upper()
        assert part.isascii()
    again = split_parts(parts.first, parts.middle, parts.last, parts.suffix)
    assert again.last == parts.last
