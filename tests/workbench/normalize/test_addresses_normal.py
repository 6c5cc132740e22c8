"""Addresses in columns, parts and one line."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.party import PostalAddress
from workbench.normalize import addresses
from workbench.normalize.addresses import address_columns, line_from_parts, parse_address
from workbench.normalize.one_line import one_line_address, split_one_line
from workbench.normalize.places import city_form, place_parts, state_form, zip_form
from workbench.normalize.tables import ADDRESS_FIELDS
from workbench.normalize.units import unit_form

LINES: list[tuple[str, tuple[str | None, str | None, str | None]]] = [
    ("123  NORTH MAPLE STREET APT 4B  ", ("123", "N MAPLE ST", "4B")),
    ("123 N. Maple St., #4-B", ("123", "N MAPLE ST", "4B")),
    ("123 N MAPLE ST APARTMENT NO 04B", ("123", "N MAPLE ST", "4B")),
    ("123 N MAPLE ST APT4B", ("123", "N MAPLE ST", "4B")),
    ("123 N MAPLE ST 4B", ("123", "N MAPLE ST", "4B")),
    ("123 N MAPLE ST#4", ("123", "N MAPLE ST", "4")),
    ("123 MAIN ST BLDG 3 APT 12", ("123", "MAIN ST", "3 12")),
    ("77 W 42 ST STE 500", ("77", "W 42ND ST", "500")),
    ("1 PARK AVE 2ND FLOOR", ("1", "PARK AVE", "2")),
    ("12 MAIN ST REAR", ("12", "MAIN ST", "REAR")),
    ("12 MAIN ST BASEMENT", ("12", "MAIN ST", "BSMT")),
    ("500 OAK DR LOT 12", ("500", "OAK DR", "12")),
    ("123 MAIN ST APT", ("123", "MAIN ST", None)),
    ("0123 First Ave", ("123", "1ST AVE", None)),
    ("1 TWENTY FIRST ST N", ("1", "21ST ST N", None)),
    ("4 N W 5 AVE", ("4", "NW 5TH AVE", None)),
    ("12 FIRST BAPTIST CHURCH RD", ("12", "FIRST BAPTIST CHURCH RD", None)),
    ("123 1/2 MAIN ST", ("123", "MAIN ST", "1/2")),
    ("123½ MAIN ST", ("123", "MAIN ST", "1/2")),
    ("123A MAIN ST", ("123", "MAIN ST", "A")),
    ("12 B MAPLE ST", ("12", "MAPLE ST", "B")),
    ("12 B ST", ("12", "B ST", None)),
    ("8 Avenue B", ("8", "AVE B", None)),
    ("45-12 149TH PL", ("4512", "149TH PL", None)),
    ("123-125 MAIN ST", ("123", "MAIN ST", None)),
    ("12 ST JOHN ST", ("12", "ST JOHN ST", None)),
    ("12 SAINT JOHN STREET", ("12", "ST JOHN ST", None)),
    ("123 NORTH ST", ("123", "NORTH ST", None)),
    ("5 E ST", ("5", "E ST", None)),
    ("1 COURT STREET", ("1", "COURT ST", None)),
    ("2 PARK PLACE WEST", ("2", "PARK PL W", None)),
    ("5 BROADWAY", ("5", "BROADWAY", None)),
    ("9 AVENUE OF THE AMERICAS", ("9", "AVENUE OF THE AMERICAS", None)),
    ("12 MAPLE TRL 5", ("12", "MAPLE TRL", "5")),
    ("99 US HIGHWAY 64 EAST", ("99", "US HWY 64 E", None)),
    ("99 U.S. HWY 64 E", ("99", "US HWY 64 E", None)),
    ("500 NC 42 W", ("500", "NC HWY 42 W", None)),
    ("500 NC HIGHWAY 42 WEST", ("500", "NC HWY 42 W", None)),
    ("12 STATE ROUTE 9", ("12", "SR 9", None)),
    ("15 COUNTY ROAD 5 LOT 2", ("15", "CR 5", "2")),
    ("12 NE 5 ST", ("12", "NE 5TH ST", None)),
    ("P.O. Box 012", ("PO BOX 12", None, None)),
    ("POB 77", ("PO BOX 77", None, None)),
    ("BOX 12", ("PO BOX 12", None, None)),
    ("PO BOX 4 123 MAIN ST", ("123", "MAIN ST", None)),
    ("123 MAIN ST PO BOX 4", ("123", "MAIN ST", None)),
    ("12 BOXWOOD LN APT 4", ("12", "BOXWOOD LN", "4")),
    ("RR 2 BOX 14", ("14", "RR 2", None)),
    ("Rural Route 2, Box 14", ("14", "RR 2", None)),
    ("HC 1 BOX 5", ("5", "HC 1", None)),
    ("REMOVED", (None, None, None)),
    ("CONFIDENTIAL", (None, None, None)),
    ("GENERAL DELIVERY", (None, None, None)),
    ("*", (None, None, None)),
    ("12", (None, None, None)),
    ("", (None, None, None)),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_lines(line: str, expected: tuple[str | None, ...]) -> None:
    parts = parse_address(PostalAddress(line))
    assert (parts.house, parts.street, parts.unit) == expected


TWO_LINES = [
    (("12 MAIN ST", "APT 3"), ("12", "MAIN ST", "3")),
    (("12 MAIN ST", "3"), ("12", "MAIN ST", "3")),
    (("C/O PAT SAMPLE", "12 OAK RD"), ("12", "OAK RD", None)),
    (("12 MAIN ST", "PO BOX 5"), ("12", "MAIN ST", None)),
    (("PO BOX 5", "12 MAIN ST"), ("12", "MAIN ST", None)),
    (("", "12 MAIN ST"), ("12", "MAIN ST", None)),
    (("SAMPLE TOWERS", "PO BOX 5"), ("PO BOX 5", None, None)),
    (("12 MAIN ST", "ATTN BILLING"), ("12", "MAIN ST", None)),
]


@pytest.mark.parametrize(("lines", "expected"), TWO_LINES)
def test_two_lines(lines: tuple[str, str], expected: tuple[str | None, ...]) -> None:
    parts = parse_address(PostalAddress(*lines))
    assert (parts.house, parts.street, parts.unit) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [("27312", "27312"), ("27312.0", "27312"), ("273121234", "27312"), ("27312-1234", "27312"), ("27312-", "27312"),
     ("2134", "02134"), ("601", "00601"), ("21341234", "02134"), ("00000", None), ("99999", None), ("K1A 0B1", None),
     ("12", None), ("", None)],
)  # fmt: skip
def test_zip(text: str, code: str | None) -> None:
    assert zip_form(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("North Carolina", "NC"),
        ("nc", "NC"),
        ("N.C.", "NC"),
        ("Fla.", "FL"),
        ("D.C.", "DC"),
        ("Ontario", None),
    ],
)
def test_state(text: str, code: str | None) -> None:
    assert state_form(text) == code


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("CHAPEL HILL, NC 27514-1234", ("CHAPEL HILL", "NC", "27514")),
        ("SAINT LOUIS MO 63101", ("ST LOUIS", "MO", "63101")),
        ("Winston-Salem, North Carolina", ("WINSTON SALEM", "NC", None)),
        ("TRENTON, NJ", ("TRENTON", "NJ", None)),
        ("NEW YORK", ("NEW YORK", None, None)),
        ("KANSAS CITY", ("KANSAS CITY", None, None)),
        ("UNKNOWN", (None, None, None)),
        ("", (None, None, None)),
    ],
)
def test_place_in_one_field(text: str, place: tuple[str | None, str | None, str | None]) -> None:
    assert place_parts(text) == place


@pytest.mark.parametrize(
    ("city", "state", "expected"),
    [
        ("Triangle VA", "NC", ("TRIANGLE VA", "NC")),
        ("Triangle VA", "VA", ("TRIANGLE", "VA")),
        ("Triangle VA", "", ("TRIANGLE", "VA")),
        ("Triangle, VA", "NC", ("TRIANGLE", "NC")),
    ],
)
def test_a_town_keeps_what_only_looks_like_its_state(
    city: str, state: str, expected: tuple[str, str]
) -> None:
    parsed = parse_address(PostalAddress("1 Oak St", "", city, state, ""))
    assert (parsed.city, parsed.state) == expected
    frame = pl.DataFrame({"l": ["1 Oak St"], "c": [city], "s": [state]})
    columns = frame.select(*address_columns(line1="l", city="c", state="s"))
    assert columns.select("address_city", "address_state").row(0) == expected


def test_city_spellings_meet() -> None:
    assert city_form("Ft. Worth") == city_form("FORT WORTH") == "FT WORTH"


ONE_LINE = [
    ("12 Maple St, Apt 4, Springfield IL 62704", ("12", "MAPLE ST", "4", "SPRINGFIELD", "IL", "62704")),
    ("12 Maple St, Springfield, IL 62704-1234", ("12", "MAPLE ST", None, "SPRINGFIELD", "IL", "62704")),
    ("12 MAPLE ST SPRINGFIELD IL 62704", ("12", "MAPLE ST", None, "SPRINGFIELD", "IL", "62704")),
    ("12 Maple St\nSpringfield, Illinois 62704\nUSA", ("12", "MAPLE ST", None, "SPRINGFIELD", "IL", "62704")),
    ("PO Box 12, Raleigh, North Carolina 27601", ("PO BOX 12", None, None, "RALEIGH", "NC", "27601")),
    ("12 Maple St", ("12", "MAPLE ST", None, None, None, None)),
    ("9 Sheppard Ct", ("9", "SHEPPARD CT", None, None, None, None)),
    ("9 Maple Grove Ct", ("9", "MAPLE GROVE CT", None, None, None, None)),
    ("9 Sheppard Ct 37360", ("9", "SHEPPARD CT", None, None, "TN", "37360")),
    ("9 Sheppard Ct, Hartford CT", ("9", "SHEPPARD CT", None, "HARTFORD", "CT", None)),
    ("9 Sheppard St Hartford CT", ("9", "SHEPPARD ST", None, "HARTFORD", "CT", None)),
    ("9 Sheppard Ct Hartford CT 06103", ("9", "SHEPPARD CT", None, "HARTFORD", "CT", "06103")),
    ("100 Highway 9 Durham CT 06422", ("100", "HWY 9", None, "DURHAM", "CT", "06422")),
]


@pytest.mark.parametrize(("text", "expected"), ONE_LINE)
def test_one_line(text: str, expected: tuple[str | None, ...]) -> None:
    assert tuple(parse_address(text))[1:] == expected


def test_one_line_column_agrees_with_the_scalar() -> None:
    texts = [text for text, _ in ONE_LINE] + [None]
    rows = pl.DataFrame({"a": texts}).select(*split_one_line("a")).rows()
    for text, row in zip(texts, rows, strict=True):
        given = one_line_address(text) if text else PostalAddress("")
        assert row == tuple(
            t or None for t in (given.line1, given.line2, given.city, given.state, given.zip_code)
        )


def test_split_columns_make_a_line() -> None:
    row = {"h": "12.0", "f": "1/2", "d": "N", "s": "MAPLE", "t": "STREET", "p": "", "ut": None, "u": "4B"}
    frame = pl.DataFrame([row], schema=dict.fromkeys(row, pl.String))
    line = line_from_parts(
        house="h", house_suffix="f", predir="d", street="s", street_type="t", postdir="p", unit_type="ut", unit="u"
    )  # fmt: skip
    made = frame.select(*address_columns(line1=line)).row(0)
    assert made[1:4] == ("12", "N MAPLE ST", "4B")


def test_columns_have_the_names_and_types_of_the_schema() -> None:
    frame = pl.DataFrame({"l": ["12 MAIN ST"], "c": ["X"]})
    made = frame.select(*address_columns("mailing", line1="l", city="c"))
    assert made.schema == pl.Schema({f"mailing_{name}": pl.String() for name in ADDRESS_FIELDS})


def test_no_columns_give_nulls() -> None:
    assert pl.DataFrame({"x": [1, 2]}).select("x", *address_columns(line1=None)).row(1) == (2, *[None] * 7)


def test_rule_runs_once_for_all_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    rule = addresses._assembled
    monkeypatch.setattr(addresses, "_assembled", lambda *given: calls.append(1) or rule(*given))
    frame = pl.DataFrame({"h": ["12"], "s": ["MAIN ST"]})
    state = pl.when(pl.col("s").is_not_null()).then(pl.lit("NC"))
    line = line_from_parts(house="h", street="s")
    made = frame.select(pl.col("h"), *address_columns(line1=line, state=state))
    assert made.row(0)[-2] == "NC"
    assert calls == [1]


_words = st.sampled_from(
    ["123", "0045", "12A", "45-12", "1/2", "N", "North", "W", "MAIN", "Saint", "ST", "Street", "AVE", "Avenue", "B",
     "FIRST", "5", "APT", "4B", "#", "#7", "UNIT", "LOT", "FL", "2ND", "PO", "BOX", "RR", "HC", "HWY", "US", "NC",
     "COUNTY", "RD", "-", "REAR", ",", "REMOVED", "C/O", "Muñoz", "118-120", "8938-40", "12/14", "&", "NO", "P.0.", "RFD",
     "STAR", "PSC", "URB", "CALLE", "ROSA", "N6W23001", "W204", "N11912", "ONE", "OAKS", "STREEET", "BLDG", "LEVEL",
     "LOWER", "K", "@", "149TH"]
)  # fmt: skip
_lines = st.lists(_words, max_size=7).map(" ".join)
_cities = st.sampled_from(["", "Raleigh", "CARY, NC 27511", "Saint Paul MN", "NC", "12"])
_zips = st.sampled_from(["", "27601.0", "2760", "276011234", "x", "27601-1234"])
_addresses = st.builds(
    PostalAddress, _lines, st.just("") | _lines, _cities, st.sampled_from(["", "nc", "Ohio", "?"]), _zips
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_addresses, min_size=1, max_size=6))
def test_column_and_scalar_agree(given_addresses: list[PostalAddress]) -> None:
    columns = ["line1", "line2", "city", "state", "zip_code"]
    frame = pl.DataFrame(
        [[getattr(a, c) for c in columns] for a in given_addresses], schema=columns, orient="row"
    )
    rows = frame.select(
        *address_columns(line1="line1", line2="line2", city="city", state="state", zip_code="zip_code")
    ).rows()
    assert rows == [tuple(parse_address(a)) for a in given_addresses]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=16))
def test_any_text_gives_the_same_either_way(text: str) -> None:
    frame = pl.DataFrame({"l": [f"12 {text}", text], "m": [None, text], "c": [text, text]})
    rows = frame.select(*address_columns(line1="l", line2="m", city="c", state="c", zip_code="c")).rows()
    given_addresses = [
        PostalAddress(f"12 {text}", "", text, text, text),
        PostalAddress(text, text, text, text, text),
    ]
    assert rows == [tuple(parse_address(a)) for a in given_addresses]


@pytest.mark.parametrize(
    "line", ["{n} ELM ST", "12 {n} ST", "12 {n} ST ST", "{n}-{n} ELM", "{n}/{n} ELM", "12 {n}TH ST"]
)
def test_thousands_of_digits_are_read_like_any_text(line: str) -> None:
    """Python refuses to reckon with more than 4,300 digits; one such value must not fail a whole file."""
    text = line.format(n="9" * 5000)
    frame = pl.DataFrame({"l": [text]})
    rows = frame.select(*address_columns(line1="l", line2=None, city=None, state=None, zip_code=None)).rows()
    assert rows == [tuple(parse_address(PostalAddress(text)))]


_streets = st.tuples(
    st.sampled_from(["", "N", "South", "NW"]),
    st.sampled_from(
        [
            "MAPLE",
            "Saint John",
            "5",
            "42ND",
            "FIRST",
            "Twenty Second",
            "Park",
            "NORTH",
            "B",
            "US HWY 64",
            "NC 42",
        ]
    ),
    st.sampled_from(["", "ST", "Avenue", "Blvd", "PLACE", "Trail"]),
    st.sampled_from(["", "E", "Northwest"]),
).map(lambda words: " ".join(w for w in words if w))


@settings(deadline=None)
@given(_streets)
def test_a_normal_street_is_its_own_normal_form(street: str) -> None:
    once = parse_address(PostalAddress(f"12 {street}"))
    again = parse_address(PostalAddress(f"12 {once.street}"))
    assert (again.house, again.street) == (once.house, once.street)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=12))
def test_unit_form_is_stable(text: str) -> None:
    once = unit_form(text)
    assert " " not in once
    assert once == once.strip()
