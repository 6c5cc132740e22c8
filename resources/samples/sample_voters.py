"""The voter file of the invented county: who is in it, and its rows in North Carolina's layout."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sample_debtors import Debtor
from sample_world import SHARED_PHONE, TODAY, Person, World, household

ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Voter:
    """One row to be: ``status`` is A active, I inactive or R removed (its address is withheld)."""

    person: Person
    status: str = "A"

    @property
    def ncid(self) -> str:
        """The file's own id of this person."""
        return ncid(self.person)


def ncid(person: Person) -> str:
    """The voter id of ``person``; the letters are no county's."""
    return f"ZX{200_000 + person.key * 7}"


def build_voters(world: World, debtors: Sequence[Debtor]) -> list[Voter]:
    """Exactly ROWS voters in random order: listed debtors, their families, then everybody else."""
    voters: dict[int, Voter] = {}
    for debtor in debtors:
        for voter in _around(world, debtor):
            voters.setdefault(voter.person.key, voter)
    while len(voters) < ROWS:
        home = world.building_home() if world.dice.chance(2) else world.new_home()
        for person in household(world, home):
            voters[person.key] = Voter(_with_shared_phone(world, person), _status(world))
    rows = list(voters.values())[:ROWS]
    world.dice.shuffle(rows)
    return rows


def _around(world: World, debtor: Debtor) -> Iterator[Voter]:
    """The rows a debtor brings: relatives always, the debtor and a co-debtor where they are listed."""
    for relative in debtor.relatives:
        yield Voter(relative)
    if debtor.listed is None:
        return
    yield Voter(debtor.listed, "R" if debtor.removed else "A")
    if debtor.co_debtor is not None:
        yield Voter(replace(debtor.co_debtor, home=debtor.listed.home))
    if world.dice.chance(35):
        mate = world.person(debtor.listed.home, last=debtor.listed.last)
        yield Voter(mate)


def _with_shared_phone(world: World, person: Person) -> Person:
    """A few of those without a phone carry the registrar's stand-in number."""
    if person.phone or not world.dice.chance(4):
        return person
    return replace(person, phone=SHARED_PHONE)


def _status(world: World) -> str:
    """Nine voters in a hundred were removed, eight are inactive."""
    draw = world.dice.number(1, 100)
    return "R" if draw <= 9 else "I" if draw <= 17 else "A"


_STATUS = {
    "A": ("ACTIVE", "AV", "VERIFIED"),
    "I": ("INACTIVE", "IN", "CONFIRMATION NOT RETURNED"),
    "R": ("REMOVED", "RM", "REMOVED DUE TO SUSTAINED CHALLENGE"),
}


def voter_row(world: World, voter: Voter) -> dict[str, str]:
    """The filled columns of one row, in capitals; the rest of the layout stays empty."""
    person, places = voter.person, world.lists["places"]
    meaning, reason, why = _STATUS[voter.status]
    mark = zlib.crc32(voter.ncid.encode())  # spreads the dull columns without a draw of their own
    registered = min(person.born.year + 18 + mark % 30, 2025)
    return {
        "county_id": places["county_number"],
        "county_desc": places["county"],
        "voter_reg_num": f"{900_000 + person.key:012d}",
        "ncid": voter.ncid,
        "last_name": person.last.upper(),
        "first_name": person.first.upper(),
        "middle_name": person.middle.upper(),
        "name_suffix_lbl": person.suffix,
        "status_cd": voter.status,
        "voter_status_desc": meaning,
        "reason_cd": reason,
        "voter_status_reason_desc": why,
        **_address(voter, mark),
        "full_phone_number": person.phone,
        "confidential_ind": "N",
        "registr_dt": f"{mark % 12 + 1:02d}/{mark % 28 + 1:02d}/{registered}",
        "race_code": "U",
        "ethnic_code": "UN",
        "party_cd": ("UNA", "DEM", "REP", "LIB")[mark % 7 % 4],
        "gender_code": person.sex,
        "birth_year": str(person.born.year),
        "age_at_year_end": str(TODAY.year - person.born.year),
        "birth_state": ("NC", "NC", "VA", "SC", "")[mark % 5],
        "drivers_lic": "Y" if mark % 9 else "N",
        "precinct_abbrv": f"{mark % 31 + 1:02d}",
    }


def _address(voter: Voter, mark: int) -> dict[str, str]:
    """Residence as that state writes it: two spaces after the number, blanks at the end."""
    if voter.status == "R":
        return {"res_street_address": "REMOVED"}
    home = voter.person.home
    unit = f"  {'APT ' if mark % 3 else '#'}{home.unit}" if home.unit else ""
    residence = {
        "res_street_address": f"{home.house}  {home.street}{unit}   ",
        "res_city_desc": home.city,
        "state_cd": home.state,
        "zip_code": home.zip_code,
    }
    if mark % 23 == 0:
        box = {"mail_addr1": f"PO BOX {mark % 900 + 10}", "mail_city": home.city, "mail_state": home.state}
        residence |= box | {"mail_zipcode": home.zip_code}
    return residence
