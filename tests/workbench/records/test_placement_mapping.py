"""Headings of placement files as agencies and clients write them, and what they are taken for."""

import tomllib
from pathlib import Path

import msgspec
import pytest

from workbench.records.errors import MappingError
from workbench.records.placement_columns import PlacementMapping, validate_placement
from workbench.records.placement_guess import placement_mapping
from workbench.records.placement_text import placement_from_toml, placement_to_toml


def guess(header: str, *rows: str) -> PlacementMapping:
    """The mapping of a header written with ``|`` between columns; rows alike."""
    return placement_mapping(header.split("|"), [row.split("|") for row in rows])


def flat(mapping: PlacementMapping) -> dict[str, str]:
    """Every target with its columns: ``debtor.last``, ``debtor.phone.home``, ``co_debtor.address.city`` …"""
    found = {}
    for name in mapping.__struct_fields__:
        value = getattr(mapping, name)
        if isinstance(value, tuple) and value and name not in {"extra", "others"}:
            found[name] = "+".join(value)
    for place, person in enumerate(mapping.people):
        who = (
            person.role if person.role not in [p.role for p in mapping.people[:place]] else f"{person.role}2"
        )
        for name in ("whole", "first", "middle", "last", "suffix", "former_last", "birth_date", "ssn"):
            if getattr(person, name):
                found[f"{who}.{name}"] = "+".join(getattr(person, name))
        for phone in person.phones:
            key = f"{who}.phone.{phone.label}"
            found[key] = f"{found[key]},{phone.column[0]}" if key in found else phone.column[0]
        for i, source in enumerate(person.aliases):
            found[f"{who}.alias{i or ''}"] = source[0]
        for i, source in enumerate(person.emails):
            found[f"{who}.email{i or ''}"] = source[0]
        for i, address in enumerate(person.addresses):
            for part in ("line1", "line2", "city", "state", "zip", "city_state_zip", "whole"):
                if getattr(address, part):
                    found[f"{who}.address{i or ''}.{part}"] = "+".join(getattr(address, part))
    return found


HEADERS = tomllib.loads((Path(__file__).parent / "placement_headers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", HEADERS, ids=lambda name: name.replace(" ", "-"))
def test_headings_of_many_kinds(name):
    header, expected = HEADERS[name]["header"], HEADERS[name]["columns"]
    mapping = guess(header)
    assert flat(mapping) == {
        key: value if isinstance(value, str) else ",".join(value) for key, value in expected.items()
    }
    validate_placement(mapping, tuple(header.split("|")))


def test_what_nothing_claims_is_kept_as_extra():
    mapping = guess("Account No|Name|Balance|Desk|Favourite colour")
    assert mapping.extra == ("Desk", "Favourite colour")


def test_the_better_of_two_columns_wins_and_the_other_is_kept():
    mapping = guess("Acct|Name|Original Balance|Charge Off Balance|Current Balance|Amount")
    assert mapping.balance == ("Current Balance",)
    assert mapping.extra == ("Original Balance", "Charge Off Balance", "Amount")


def test_confidence_tells_a_sure_guess_from_a_weak_one():
    mapping = guess("ID|Name|Amount|Last Nmae")
    sure = mapping.confidence
    assert sure["Name"] == 1.0
    assert sure["ID"] == 0.7
    assert sure["Last Nmae"] == 0.6
    assert set(sure) <= {"ID", "Name", "Amount", "Last Nmae"}


def test_values_that_belie_their_heading_are_not_believed():
    honest = guess("Account|Name|Balance|DOB|Zip", "1|Ada Example|5.00|03/04/1980|27312")
    assert honest.debtor.birth_date == ("DOB",)
    belied = guess("Account|Name|Balance|DOB|Zip", "1|Ada Example|5.00|see file|27312")
    assert belied.debtor.birth_date == ()
    assert "DOB" in belied.extra


def test_a_column_without_values_keeps_its_meaning():
    assert guess("Account|Name|Balance|DOB", "1|Ada Example|5.00|").debtor.birth_date == ("DOB",)


@pytest.mark.parametrize(
    ("values", "order"),
    [(("03/04/2020", "12/11/2021"), "mdy"), (("25/04/2020", "12/11/2021"), "dmy"), (("04/25/2020",), "mdy")],
)
def test_day_and_month_are_told_apart_by_the_values(values, order):
    assert guess("Account|Name|Balance|Open Date", *(f"1|A B|1|{v}" for v in values)).date_order == order


def test_second_address_column_is_a_line_a_whole_address_or_one_of_its_own():
    def second(header: str, value: str) -> str:
        row = "1|A B|1|12 Elm St|" + value + "|Springfield|27312"
        mapping = guess(f"Account|Name|Balance|Address|{header}|City|Zip", row)
        return ";".join(f"{k}={v}" for k, v in flat(mapping).items() if v == header)

    assert second("Address 2", "Apt 4") == "debtor.address.line2=Address 2"
    assert second("Address 2", "9 Oak Ave, Shelbyville, IL 62565") == "debtor.address1.whole=Address 2"
    assert second("Prev Address", "9 Oak Ave") == "debtor.address1.whole=Prev Address"


def test_previous_and_further_addresses_are_not_current():
    mapping = guess(
        "Account|Name|Balance|Address|City|Mailing Address|Mailing City|Old Address|Old City|Address 3|City 3"
    )
    assert [(a.label, a.current) for a in mapping.debtor.addresses] == [
        ("", True),
        ("mailing", True),
        ("previous", False),
        ("address 3", False),
    ]


def test_first_name_with_a_bare_name_is_a_split_name():
    debtor = guess("Account|Name|First|Balance").debtor
    assert (debtor.last, debtor.first, debtor.whole) == (("Name",), ("First",), ())


def test_toml_round_trip_of_every_header():
    for case in HEADERS.values():
        mapping = msgspec.structs.replace(guess(case["header"]), confidence={})
        assert placement_from_toml(placement_to_toml(mapping)) == mapping


def test_toml_keeps_odd_column_names():
    odd = 'He said "no\\yes"\t#1'
    mapping = PlacementMapping(account_number=(odd, "b"), extra=("x = 1",))
    assert placement_from_toml(placement_to_toml(mapping)) == mapping


def test_toml_as_a_person_writes_it():
    mapping = placement_from_toml(
        """
        account_number = "Acct"
        balance = ["Owed"]
        date_order = "dmy"
        [debtor]
        whole = "Who"
        phones = ["Tel", { column = "Mob", label = "cell" }]
        emails = ["Mail"]
        addresses = [{ line1 = ["No", "Street"], zip = "Zip" }]
        [[others]]
        role = "employer"
        whole = "Works at"
        """
    )
    validate_placement(
        mapping, ("acct", "OWED", "Who", "Tel", "Mob", "Mail", "No", "Street", "Zip", "Works At")
    )
    assert mapping.debtor.phones[1].label == "cell"
    assert mapping.debtor.addresses[0].line1 == ("No", "Street")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("account_number = ", "not valid TOML"),
        ('acount = "A"', "acount"),
        ('[debtor]\nlastname = "A"', "lastname"),
        ("balance = 3", "balance"),
        ('[debtor]\naddresses = [{ street = "S" }]', "street"),
    ],
)
def test_toml_that_cannot_be_used_says_where(text, said):
    with pytest.raises(MappingError, match=said):
        placement_from_toml(text)


GOOD = PlacementMapping(account_number=("A",), balance=("B",))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"account_number": ()}, "account number"),
        ({"balance": ()}, "balance"),
        ({}, "name"),
        ({"principal": ("Nowhere",)}, "Nowhere"),
        ({"debtor": {"whole": ("N",)}, "date_order": "ddmm"}, "date_order"),
        ({"debtor": {"whole": ("N",)}, "others": ({"role": "friend", "whole": ("N",)},)}, "role"),
    ],
)
def test_mapping_that_cannot_make_accounts_is_refused(change, said):
    mapping = msgspec.convert({**msgspec.to_builtins(GOOD), **change}, type=PlacementMapping)
    with pytest.raises(MappingError, match=said):
        validate_placement(mapping, ("A", "B", "N"))


def test_a_part_of_the_balance_is_enough():
    mapping = guess("Account|Name|Principal|Interest")
    validate_placement(mapping, ("Account", "Name", "Principal", "Interest"))
