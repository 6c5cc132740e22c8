"""Phones, e-mails, social security numbers and the values contact points are compared by."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.compliance.zones import area_code
from workbench.model.party import ContactKind, PostalAddress
from workbench.normalize.area_codes import area_state, area_states, fits_state
from workbench.normalize.contacts import normalized_contact
from workbench.normalize.emails import email, email_list, parse_email
from workbench.normalize.phones import (
    joined_phone,
    parse_phone,
    phone,
    phone_extension,
    phone_form,
    phone_list,
    placeholder_phones,
    shared_phones,
)
from workbench.normalize.ssn import parse_ssn, ssn, ssn4

PHONES = [
    ("9195550101", "9195550101"),
    ("(919) 555-0101", "9195550101"),
    ("919.555.0101", "9195550101"),
    ("+1 919-555-0101", "9195550101"),
    ("1 (919) 555 0101 x23", "9195550101"),
    ("919-555-0101 ext. 5", "9195550101"),
    ("9195550101.0", "9195550101"),
    ("919555-0101)", "9195550101"),
    ("5550101", None),
    ("0000000000", None),
    ("1111111111", None),
    ("9999999999", None),
    ("9199999999", None),
    ("1234567890", None),
    ("9115550101", None),
    ("9199110101", None),
    ("1195550101", None),
    ("9190550101", None),
    ("29195550101", None),
    ("", None),
    ("unlisted", None),
]


@pytest.mark.parametrize(("text", "digits"), PHONES)
def test_phone(text: str, digits: str | None) -> None:
    assert phone_form(text) == digits
    assert parse_phone(text) == digits


def test_phone_column_agrees() -> None:
    texts = [text for text, _ in PHONES] + [None]
    found = pl.DataFrame({"p": texts}).select(phone(pl.col("p"))).to_series().to_list()
    assert found == [None if t is None else phone_form(t) for t in texts]
    assert pl.DataFrame({"p": [9195550101]}).select(phone(pl.col("p"))).item() == "9195550101"


_phone_texts = st.text(alphabet="0123456789()+-. x#e", max_size=16) | st.builds(
    "{}{}{}".format,
    st.sampled_from(["+", "+52 ", "011 ", "011", "00", "001", "+1", "1", "(011) "]),
    st.text(alphabet="0123456789 -", min_size=7, max_size=14),
    st.sampled_from(["", " x12", ".0", ", ext 4", " home"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_phone_texts | st.none(), min_size=1, max_size=6))
def test_phone_column_and_scalar_agree(texts: list[str | None]) -> None:
    found = (
        pl.DataFrame({"p": texts}, schema={"p": pl.String}).select(phone(pl.col("p"))).to_series().to_list()
    )
    assert found == [None if t is None else phone_form(t) for t in texts]


def test_phone_within_words() -> None:
    assert parse_phone("call 919-555-0101 after six") == "9195550101"
    assert parse_phone("+44 20 7946 0000 London") is None


def test_numbers_of_other_countries_are_kept_with_their_country() -> None:
    assert phone_form("+52 (55) 5555-0101 x4") == "+525555550101"
    assert phone_form("011 44 20 7946 0958") == phone_form("+44 20 7946 0958") == "+442079460958"
    assert phone_form("+49 30 901820") == "+4930901820"
    assert phone_form("+1 919 555 0101") == phone_form("011 1 919 555 0101") == "9195550101"
    assert phone_form("+52 12") is None


def test_area_codes_and_states() -> None:
    numbers = ["9195550101", "8005550101", "2215550101", "+525555550101", None]
    found = pl.DataFrame({"p": numbers}).select(area_states(pl.col("p"))).to_series().to_list()
    assert found == ["NC", "", None, None, None] == [None if n is None else area_state(n) for n in numbers]
    assert fits_state("9195550101", "NC") is True
    assert fits_state("9195550101", "TX") is False
    assert fits_state("8005550101", "NC") is fits_state("9195550101", "") is None


def test_a_foreign_number_has_no_area_code() -> None:
    assert area_code("+4930901820") == ""
    assert area_code("+19195550101") == "919"


def test_extensions_are_a_column_too() -> None:
    texts = ["919-555-0101 x123", "919-555-0101 ext. 4", "9195550101", "919-555-0101 ext", None]
    found = pl.DataFrame({"p": texts}).select(phone_extension(pl.col("p"))).to_series().to_list()
    assert found == ["123", "4", None, None, None]


def test_split_phone_columns() -> None:
    frame = pl.DataFrame(
        {"a": ["919", None, "919"], "x": ["555", "555", "x"], "n": ["5550101", "5550101", "2125550101"]}
    )
    joined = frame.select(joined_phone(pl.col("a"), pl.col("n"))).to_series().to_list()
    assert joined == ["9195550101", None, "2125550101"]
    three = pl.DataFrame({"a": ["919"], "x": ["555"], "l": ["0101"]})
    assert three.select(joined_phone(pl.col("a"), pl.col("x"), pl.col("l"))).item() == "9195550101"


def test_phone_lists_keep_order_and_drop_repeats() -> None:
    frame = pl.DataFrame({"a": ["9195550102", None], "b": ["919-555-0101", "x"], "c": ["9195550102", None]})
    lists = frame.select(phone_list(*(pl.col(c) for c in "abc"))).to_series().to_list()
    assert lists == [["9195550102", "9195550101"], []]


def test_shared_phones_are_dropped() -> None:
    frame = pl.DataFrame(
        {"phones": [["1", "2"], ["1"], ["1", "3"], []]}, schema={"phones": pl.List(pl.String)}
    )
    assert shared_phones(frame, 2).to_list() == ["1"]
    assert placeholder_phones(frame, 2)["phones"].to_list() == [["2"], [], ["3"], []]
    assert placeholder_phones(frame, 3).equals(frame)


EMAILS = [
    (" <Pat.Sample@Example.COM> ", "pat.sample@example.com"),
    ("mailto:a+b@example.org", "a+b@example.org"),
    ("none@example.com", None),
    ("pat@none.com", None),
    ("pat@example", None),
    ("pat at example.com", None),
    ("@example.com", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "address"), EMAILS)
def test_email(text: str, address: str | None) -> None:
    assert parse_email(text) == address
    assert pl.DataFrame({"e": [text]}).select(email(pl.col("e"))).item() == address


_email_texts = st.text(alphabet="aB1.@-_ <>,;", max_size=14) | st.lists(
    st.sampled_from(
        ["pat", "@", "@@", ".", ",", " ", "example", "com", "<", ">", ";", "none", "mailto:", "x", "\n"]
    ),
    max_size=9,
).map("".join)


@settings(max_examples=80, deadline=None)
@given(_email_texts)
def test_email_column_and_scalar_agree(text: str) -> None:
    assert pl.DataFrame({"e": [text]}).select(email(pl.col("e"))).item() == parse_email(text)


def test_email_lists() -> None:
    frame = pl.DataFrame({"a": ["x@example.com", None], "b": ["X@EXAMPLE.COM", "y"]})
    assert frame.select(email_list(pl.col("a"), pl.col("b"))).to_series().to_list() == [["x@example.com"], []]


NUMBERS = [
    ("123-45-6788", "123456788"),
    ("123456788.0", "123456788"),
    ("12345678", None),
    ("23456788", "023456788"),
    ("000-12-3456", None),
    ("666123456", None),
    ("912345678", None),
    ("123004567", None),
    ("123450000", None),
    ("123456789", None),
    ("111111111", None),
    ("078-05-1120", None),
    ("6788", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "digits"), NUMBERS)
def test_ssn(text: str, digits: str | None) -> None:
    assert parse_ssn(text) == digits
    assert pl.DataFrame({"s": [text]}).select(ssn(pl.col("s"))).item() == digits


@pytest.mark.parametrize(
    ("text", "four"),
    [("123-45-6788", "6788"), ("XXX-XX-6788", "6788"), ("6788", "6788"), ("***6788", "6788"), ("0000", None),
     ("123", None), ("999-99-9999", None), ("", None)],
)  # fmt: skip
def test_ssn4(text: str, four: str | None) -> None:
    assert pl.DataFrame({"s": [text]}).select(ssn4(pl.col("s"))).item() == four


@pytest.mark.parametrize(
    ("kind", "raw", "address", "value"),
    [
        (ContactKind.PHONE, "(919) 555-0101", None, "9195550101"),
        (ContactKind.PHONE, "unknown", None, ""),
        (ContactKind.EMAIL, "Pat@Example.com", None, "pat@example.com"),
        (ContactKind.ADDRESS, "118 Maple Street, Apt 4B, Sampleton IL 62704", None, "118|MAPLE ST|4B|62704"),
        (ContactKind.ADDRESS, "", PostalAddress("118 Maple St", "", "Sampleton"), "118|MAPLE ST||SAMPLETON"),
        (ContactKind.ADDRESS, "", PostalAddress("PO Box 7", "", "", "", "62704"), "PO BOX 7|||62704"),
        (ContactKind.ADDRESS, "GENERAL DELIVERY", None, ""),
        (ContactKind.EMPLOYER, "Acme, Inc.", None, "ACME"),
        (ContactKind.ONLINE, " @PatSample ", None, "@patsample"),
    ],
)
def test_contact_values(kind: ContactKind, raw: str, address: PostalAddress | None, value: str) -> None:
    assert normalized_contact(kind, raw, address) == value
