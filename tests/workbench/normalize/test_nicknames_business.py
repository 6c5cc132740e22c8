"""Nickname families and firms among names."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.normalize.business import (
    is_business,
    is_business_name,
    normal_business,
    normal_business_name,
)
from workbench.normalize.nicknames import (
    are_nicknames,
    canonical_first,
    canonical_name,
    is_given_name,
    nickname_pairs,
)

FAMILIES = [
    ("ROBERT", ["BOB", "BOBBY", "ROB", "ROBBIE"]),
    ("WILLIAM", ["BILL", "BILLY", "WILL", "WILLIE"]),
    ("ELIZABETH", ["BETTY", "BETH", "LIZ", "BETSY"]),
    ("KATHERINE", ["KATHY", "KATE", "KATIE", "CATHERINE", "KATHRYN"]),
    ("MARGARET", ["PEGGY", "MAGGIE", "MEG"]),
    ("JAMES", ["JIM", "JIMMY"]),
    ("RICHARD", ["DICK", "RICK", "RICHIE"]),
]


@pytest.mark.parametrize(("name", "nicknames"), FAMILIES)
def test_families_share_a_representative(name: str, nicknames: list[str]) -> None:
    assert {canonical_name(n) for n in [name, *nicknames]} == {canonical_name(name)}


@pytest.mark.parametrize(("a", "b"), [("JOHN", "JAMES"), ("MARY", "ELIZABETH"), ("ROBERT", "WILLIAM")])
def test_families_stay_apart(a: str, b: str) -> None:
    assert canonical_name(a) != canonical_name(b)


def test_representatives_are_fixed_points() -> None:
    names = set(nickname_pairs()["a"])
    assert all(canonical_name(canonical_name(n)) == canonical_name(n) for n in names)


def test_column_uses_the_first_word_only() -> None:
    frame = pl.DataFrame({"f": ["BOB", "BOB LEE", "ZZYX", None]})
    assert frame.select(canonical_first(pl.col("f"))).to_series().to_list() == [
        "ROBERT",
        "ROBERT",
        "ZZYX",
        None,
    ]


def test_pairs_hold_both_ways() -> None:
    assert are_nicknames("BOB", "ROBERT")
    assert are_nicknames("ROBERT", "BOB")
    assert are_nicknames("BOB", "ROB")
    assert not are_nicknames("BOB", "BOB")
    assert not are_nicknames("JOHN", "MARY")
    pairs = nickname_pairs()
    assert set(pairs.rows()) == {(b, a) for a, b in pairs.rows()}


def test_given_names_are_known() -> None:
    assert is_given_name("MARY")
    assert not is_given_name("JONES")


PEOPLE = ["SMITH JOHN", "BANKS TERRY", "CHURCH JOHN A", "JOHN CHURCH", "PARK JIN", "KIM PARK", "JOHN A BANK",
          "MARY TOWN", "COSTA MARIA", "COLE INCA", "", "LAND ROBERT"]  # fmt: skip
FIRMS = ["ABC LLC", "A B C L L C", "Smith & Co", "MT ZION CHURCH", "FIRST BAPTIST", "CHATHAM COUNTY",
         "COUNTY OF WAKE", "BANK OF SAMPLETOWN", "SMITH FAMILY TRUST", "SAMPLE HOLDINGS", "ACME, INC.",
         "UNITED STATES OF AMERICA", "TOWN OF SAMPLE", "XYZ PROPERTIES"]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), [(n, False) for n in PEOPLE] + [(n, True) for n in FIRMS])
def test_is_business(name: str, expected: bool) -> None:
    assert is_business_name(name) is expected


def test_business_column_agrees_and_is_false_for_null() -> None:
    names = [*PEOPLE, *FIRMS, None]
    found = pl.DataFrame({"n": names}).select(is_business(pl.col("n"))).to_series().to_list()
    assert found == [n is not None and is_business_name(n) for n in names]


_name_words = st.sampled_from(
    ["ROE", "JOHN", "A", "&", "MARY", "LIVING", "REVOCABLE", "FAMILY", "TRUST", "TR", "DTD", "2004", "BANK", "LLC", "THE", "OF",
     "LODGE", "POST", "12", "CHURCH", "Muñoz", "TRUSTEE"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_name_words, max_size=6).map(" ".join) | st.none(), min_size=1, max_size=6))
def test_column_of_firms_agrees_with_the_scalar(names: list[str | None]) -> None:
    frame = pl.DataFrame({"n": names}, schema={"n": pl.String})
    found = frame.select(is_business(pl.col("n"))).to_series().to_list()
    assert found == [n is not None and is_business_name(n) for n in names]


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("The Sample & Sons Co., Inc.", "SAMPLE AND SONS"),
        ("ACME LLC", "ACME"),
        ("Acme L.L.C.", "ACME"),
        ("SAMPLE AND SONS", "SAMPLE AND SONS"),
        ("retired", None),
        ("Self-Employed", None),
        ("", None),
    ],
)
def test_normal_business(name: str, normal: str | None) -> None:
    assert normal_business_name(name) == normal
    assert pl.DataFrame({"n": [name]}).select(normal_business(pl.col("n"))).item() == normal
