"""Rows of the placement file, the vendor's batch return and the parcel roll."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sample_debtors import Debtor
from sample_world import TODAY, Person, Place, World

Row = dict[str, str]


def us_date(day: date) -> str:
    """``MM/DD/YYYY``."""
    return day.strftime("%m/%d/%Y")


def dotted_phone(digits: str, style: int) -> str:
    """A phone number in one of the ways people write it; empty stays empty."""
    if not digits:
        return ""
    area, exchange, line = digits[:3], digits[3:6], digits[6:]
    styles = (f"({area}) {exchange}-{line}", f"{area}-{exchange}-{line}", f"{area}.{exchange}.{line}", digits)
    return styles[style % 4]


def dollars(cents: int) -> str:
    """``1234.56``."""
    return f"{cents // 100}.{cents % 100:02d}"


def placement_row(world: World, debtor: Debtor) -> Row:
    """One account as the client's spreadsheet has it."""
    dice, placed = world.dice, debtor.placed
    style = dice.number(0, 3)
    row = _terms(world) | {
        "Client Account No": debtor.number,
        "First Name": placed.first,
        "Middle Name": placed.middle if dice.chance(80) else placed.middle[:1],
        "Last Name": placed.last,
        "Suffix": placed.suffix.title(),
        "Maiden Name": debtor.maiden,
        **_identity(debtor.person, placed.born),
        **_home("", placed.home),
        "Home Phone": dotted_phone(world.new_phone() if dice.chance(25) else "", style),
        "Cell Phone": dotted_phone(placed.phone, style),
        "Email": _email(placed) if dice.chance(35) else "",
    }
    if debtor.prior is not None:
        row |= _home("Prev ", debtor.prior)
    if dice.chance(45):
        row["Employer"] = dice.pick(world.lists["trade"]["employers"])
        row["Employer Phone"] = dotted_phone(world.new_phone(), style)
        row["Work Phone"] = row["Employer Phone"] if dice.chance(40) else ""
    if debtor.co_debtor is not None:
        mate = debtor.co_debtor
        row["Co-Debtor Name"] = f"{mate.last}, {mate.first} {mate.middle[:1]}".strip()
        row["Co-Debtor DOB"] = us_date(mate.born)
        row["Co-Debtor Phone"] = dotted_phone(mate.phone, style)
    row["Notes"] = "Mail returned 08/2026" if dice.chance(20) else ""
    return row


def _identity(person: Person, born: date) -> Row:
    """Birth date and last four of the SSN, alike on each account of a person; some are not known.

    Now and then the birth date is a year off, or its day and month are exchanged.
    """
    mark = zlib.crc32(f"person {person.key}".encode())
    told = born
    if mark % 33 == 0:
        told = born.replace(year=born.year + 1, day=min(born.day, 28))
    elif mark % 29 == 0 and born.day <= 12:
        told = born.replace(month=born.day, day=born.month)
    return {
        "DOB": us_date(told) if mark % 7 else "",
        "SSN Last 4": f"{mark % 9999 + 1:04d}" if mark % 11 > 1 else "",
    }


def _email(person: Person) -> str:
    """An address at a domain kept for examples; accents and blanks left out."""
    name = f"{person.first}.{person.last}{person.born.year % 100:02d}".lower()
    return "".join(c for c in name if c.isascii() and c != " ") + "@example.com"


def _home(prefix: str, place: Place) -> Row:
    street = "Prev Address" if prefix else "Address 1"
    row = {street: place.line().title(), f"{prefix}City": place.city.title()}
    if prefix:
        row[street] = place.with_unit().title()
    else:
        row["Address 2"] = f"Apt {place.unit}" if place.unit else ""
    return row | {f"{prefix}State": place.state, f"{prefix}Zip": place.zip_code}


def _terms(world: World) -> Row:
    """Money and dates in an order that makes sense: opened, paid, delinquent, charged off, placed."""
    dice = world.dice
    creditor, kind = dice.pick(world.lists["trade"]["creditors"])
    clients = world.lists["trade"]["clients"]
    principal = dice.number(180, 14_000) * 100 + dice.number(0, 99)
    interest = principal * dice.number(0, 18) // 100
    fees, costs = dice.pick((0, 0, 2500, 3900)), dice.pick((0, 0, 0, 8500))
    opened = TODAY - timedelta(days=dice.number(900, 3200))
    paid = opened + timedelta(days=dice.number(90, 400))
    delinquent = paid + timedelta(days=31)
    charged_off = delinquent + timedelta(days=180)
    return {
        "Client": creditor if creditor in clients else clients[0],
        "Original Creditor": creditor,
        "Original Account No": f"{dice.number(1, 99_999_999):012d}",
        "Debt Type": kind,
        "Placement Date": us_date(TODAY - timedelta(days=dice.number(3, 60))),
        "Open Date": us_date(opened),
        "Itemization Date": us_date(charged_off),
        "Date of First Delinquency": us_date(delinquent),
        "Charge Off Date": us_date(charged_off),
        "Last Payment Date": us_date(paid) if dice.chance(80) else "",
        "Current Balance": dollars(principal + interest + fees + costs),
        "Principal": dollars(principal),
        "Interest": dollars(interest),
        "Fees": dollars(fees),
        "Costs": dollars(costs),
    }


def vendor_row(world: World, debtor: Debtor) -> Row:
    """What came back for one debtor: our own data echoed, then the person the vendor found."""
    placed = debtor.placed
    row = {
        "Input First Name": placed.first,
        "Input Last Name": placed.last,
        "Input Mailing Address": placed.home.with_unit().title(),
        "Input Mailing City": placed.home.city.title(),
        "Input Mailing State": placed.home.state,
        "Input Mailing Zip": placed.home.zip_code,
        "Input Custom Field 1": debtor.number,
        "ResultCode": "No Match" if debtor.vendor == "none" else "Match",
    }
    if debtor.vendor == "none":
        return row
    return row | _found(world, vendor_person(world, debtor), debtor)


def vendor_person(world: World, debtor: Debtor) -> Person:
    """The person returned: the debtor, the father of the same name, or a stranger of that name."""
    if debtor.vendor == "father":
        return debtor.relatives[0]
    if debtor.vendor == "wrong":
        born = world.birthday(66, 84) if debtor.person.born.year > 1975 else world.birthday(20, 30)
        stranger = world.person(world.away_home(), last=debtor.person.last, born=born)
        return replace(stranger, first=debtor.person.first, sex=debtor.person.sex)
    return debtor.listed or debtor.person


def _found(world: World, person: Person, debtor: Debtor) -> Row:
    dice = world.dice
    row = {
        "Matched First Name": person.first,
        "Matched Last Name": person.last,
        "Age": str((TODAY - person.born).days // 365 - (1 if dice.chance(15) else 0)),
        "Confirmed Mailing Address": person.home.with_unit().title(),
        "Confirmed Mailing City": person.home.city.title(),
        "Confirmed Mailing State": person.home.state,
        "Confirmed Mailing Zip": person.home.zip_code,
        "Email1": _email(person) if dice.chance(40) else "",
    }
    numbers = [n for n in (person.phone, *(world.new_phone() for _ in range(dice.number(0, 4)))) if n]
    for i, number in enumerate(numbers, start=1):
        row[f"Phone{i}"] = dotted_phone(number, 0)
        row[f"Phone{i} Type"] = dice.pick(("Mobile", "Mobile", "Residential", "OtherPhone"))
    family = [r for r in debtor.relatives if r is not person]
    family += [world.person(person.home, last=person.last) for _ in range(dice.number(0, 2))]
    for i, relative in enumerate(family[:5], start=1):
        row[f"Relative{i} Name"] = f"{relative.first} {relative.last}"
        row[f"Relative{i} Age"] = str((TODAY - relative.born).days // 365)
        if relative.phone:
            row[f"Relative{i} Phone1"] = dotted_phone(relative.phone, 0)
            row[f"Relative{i} Phone1 Type"] = "Mobile"
    return row


def parcel_rows(
    world: World, debtors: Sequence[Debtor], neighbours: Sequence[Person]
) -> list[tuple[str, Row]]:
    """2,000 parcels in random order, each with the account number of the debtor who owns it or ""."""
    owned = [(d.number, _parcel(world, d.person, d.parcel == "home")) for d in debtors if d.parcel]
    others = []
    for i in range(2000 - len(owned)):
        person = neighbours[i] if i < 150 else world.person(world.florida_home())
        others.append(("", _parcel(world, person, i >= 150 and world.dice.chance(70))))
    rows = owned + others
    world.dice.shuffle(rows)
    for i, (_, row) in enumerate(rows):
        row["PARCEL_ID"] = f"{i // 400 + 1:02d}-{i // 40 % 10 + 11:02d}-{i % 40 + 10:02d}-{i * 13:05d}"
        row["SEQ_NO"] = f"{i + 1:07d}"
    return rows


def _parcel(world: World, owner: Person, lives_there: bool) -> Row:
    """One parcel; its owner lives there under homestead, or elsewhere (the mailing address tells)."""
    dice = world.dice
    site = owner.home if lives_there else world.florida_home()
    value = dice.number(60, 900) * 1000
    row = {
        "CO_NO": "78",
        "FILE_T": "R",
        "ASMNT_YR": "2026",
        "DOR_UC": "001",
        "JV": str(value),
        "TV_NSD": str(value * 9 // 10),
        "SALE_YR1": str(dice.number(1998, 2025)),
        "SALE_MO1": f"{dice.number(1, 12):02d}",
        "OWN_NAME": _owner_name(world, owner, lives_there)[:30],
        "OWN_ADDR1": owner.home.line(),
        "OWN_ADDR2": f"APT {owner.home.unit}" if owner.home.unit else "",
        "OWN_CITY": owner.home.city,
        "OWN_STATE": owner.home.state,
        "OWN_ZIPCD": owner.home.zip_code,
        "PHY_ADDR1": site.line(),
        "PHY_CITY": site.city,
        "PHY_ZIPCD": site.zip_code,
    }
    if lives_there:
        row |= {"JV_HMSTD": str(value), "AV_HMSTD": str(value * 8 // 10), "EXMPT_01": "25000"}
    return row


def _owner_name(world: World, owner: Person, lives_there: bool) -> str:
    """Surname first as the roll writes it; joint owners after ``&``; a few firms and trusts."""
    dice = world.dice
    name = " ".join(p for p in (owner.last, owner.first, owner.middle, owner.suffix) if p).upper()
    kind = dice.number(1, 100)
    if kind <= 30:
        joint = f"{name} & {world.first_name('F' if owner.sex == 'M' else 'M').upper()}"
        return joint if dice.chance(70) else f"{joint} {world.last_name().upper()}"
    if kind <= 34:
        return f"{name} TRUSTEE"
    if kind <= 37 and not lives_there:
        return f"EST OF {name}"
    if kind <= 40 and not lives_there:
        return f"{owner.last.upper()} SAMPLE HOLDINGS LLC"
    return name
