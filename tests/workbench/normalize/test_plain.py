"""The plain key: near spellings stay near whatever the rules make of them; and the pieces of an address."""

import example_files
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.party import PostalAddress
from workbench.normalize.address_detail import StreetPieces, address_detail, street_pieces
from workbench.normalize.addresses import parse_address
from workbench.normalize.plain import NEAR, likeness, plain_key, plain_keys

_LINES = [
    row["line"] for row in example_files.rows("addresses") if sum(c.isalpha() for c in row["line"]) >= 9
]
_NUMBERED = [line for line in _LINES if any(c.isdigit() for c in plain_key(line, placed=False))]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(_NUMBERED), st.integers(0, 60), st.sampled_from(["drop", "double", "other"]))
def test_one_wrong_letter_leaves_a_line_near(line: str, at: int, kind: str) -> None:
    places = [i for i, char in enumerate(line) if char.isascii() and char.isalpha()]
    i = places[at % len(places)]
    typed = {"drop": "", "double": line[i] * 2, "other": "q"}[kind]
    mistyped = line[:i] + typed + line[i + 1 :]
    assert likeness(plain_key(line, placed=False), plain_key(mistyped, placed=False)) >= NEAR


@pytest.mark.parametrize(
    ("one", "other"),
    [("118 Maple St", "119 Maple St"), ("118 Maple St", "118 Birch St"), ("118 Maple St Apt 4", "118 Maple St Apt 5"),
     ("118 Oak St", "118 Elm St"), ("PO Box 12", "12 Maple St"), ("General Delivery", "General Delivery")],
)  # fmt: skip
def test_other_places_are_not_near(one: str, other: str) -> None:
    assert likeness(plain_key(one, placed=False), plain_key(other, placed=False)) < NEAR


def test_the_key_is_the_line_without_its_place() -> None:
    address = PostalAddress("118 Maple St.", "Apt #4", "Sampleton", "IL", "62704")
    raw = parse_address(address).raw or ""
    assert plain_key(raw) == "118MAPLESTAPT4"
    assert plain_key("118 Maple St, Apt 4", placed=False) == "118MAPLESTAPT4"


def test_column_of_keys_agrees() -> None:
    raws = [*_LINES, "118 Maple St, Apt 4, Sampleton IL 62704", "Ñandú 5, X", None, "*"]
    frame = pl.DataFrame({"raw": raws, "placed": [i % 2 == 0 for i in range(len(raws))]})
    keys = frame.select(plain_keys(pl.col("raw"), pl.col("placed"))).to_series().to_list()
    expected = [None if r is None else plain_key(r, placed=p) or None for r, p in frame.rows()]
    assert keys == expected


@pytest.mark.parametrize(
    ("street", "pieces"),
    [
        ("N MAPLE ST W", StreetPieces("N", "MAPLE", "ST", "W")),
        ("MAPLE ST", StreetPieces("", "MAPLE", "ST")),
        ("NORTH ST", StreetPieces("", "NORTH", "ST")),
        ("E ST", StreetPieces("", "E", "ST")),
        ("BROADWAY", StreetPieces("", "BROADWAY")),
        ("US HWY 64 E", StreetPieces("", "US HWY 64", "", "E")),
        ("AVE B", StreetPieces("", "AVE B")),
        ("RR 2", StreetPieces("", "RR 2")),
        ("", StreetPieces()),
    ],
)
def test_pieces_of_streets(street: str, pieces: StreetPieces) -> None:
    assert street_pieces(street) == pieces


def test_pieces_are_the_street_again() -> None:
    for row in example_files.rows("addresses"):
        assert " ".join(p for p in street_pieces(row["street"]) if p) == row["street"]


def test_the_box_beside_a_street_is_kept() -> None:
    detail = address_detail("PO Box 4, 118 N Main St Apt 2, Sampleton IL 62704")
    assert (detail.house, detail.street.name, detail.unit, detail.box) == ("118", "MAIN", "2", "4")
    assert address_detail("RR 2 Box 15, Sampleton IL 62704").box == "15"
    assert address_detail(PostalAddress("PO Box 12")).box == "12"
