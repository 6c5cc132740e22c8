"""The invented county of the sample data: dice, places, people and households.

Every draw comes from :class:`Dice`, which uses nothing but ``random.Random(seed).random()`` (the one
sequence Python promises not to change) and whole-number arithmetic on it, so that the files come out
byte for byte alike on every machine.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

TODAY = date(2026, 9, 15)
"""The day on which every sample file was supposedly made."""

BUILDING = "LAKEMOOR TER"
"""The street of the apartment building: house 400, 120 units."""

SHARED_PHONE = "9195550100"
"""The number a registrar typed for people without a phone; shared by many."""


class Dice:
    """A repeatable source of chance."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invented data, not a secret

    def number(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included, all alike."""
        return low + int(self._random.random() * (high - low + 1))

    def chance(self, percent: int) -> bool:
        """True ``percent`` times in a hundred."""
        return self.number(1, 100) <= percent

    def pick(self, items: Sequence[T]) -> T:
        """One of ``items``, all alike."""
        return items[self.number(0, len(items) - 1)]

    def common(self, items: Sequence[T], draws: int) -> T:
        """One of ``items``, early ones likelier: the smallest of ``draws`` positions."""
        return items[min(self.number(0, len(items) - 1) for _ in range(draws))]

    def shuffle(self, items: list[T]) -> None:
        """Put ``items`` in random order, in place."""
        for i in range(len(items) - 1, 0, -1):
            j = self.number(0, i)
            items[i], items[j] = items[j], items[i]


@dataclass(frozen=True, slots=True)
class Place:
    """A home address, in capitals; ``unit`` without its designator."""

    house: int
    street: str
    city: str
    zip_code: str
    state: str = "NC"
    unit: str = ""

    def line(self) -> str:
        """House and street with single spaces, without the unit."""
        return f"{self.house} {self.street}"

    def with_unit(self) -> str:
        """House, street and unit on one line."""
        return f"{self.line()} APT {self.unit}" if self.unit else self.line()


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person, names in natural case; ``key`` tells people apart within one world."""

    key: int
    first: str
    middle: str
    last: str
    sex: str
    born: date
    home: Place
    suffix: str = ""
    former: str = ""
    phone: str = ""


@dataclass
class World:
    """The county: its lists, its dice and what has been given out so far."""

    lists: dict[str, Any]
    dice: Dice
    streets: list[tuple[str, str, str]] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    last_key: int = 0

    def new_key(self) -> int:
        """The next person's key."""
        self.last_key += 1
        return self.last_key

    def new_phone(self) -> str:
        """A ten-digit number nobody else has, always 555-01xx."""
        return self.phones.pop()

    def new_home(self) -> Place:
        """Some house of the county; may be somebody's already."""
        street, city, zip_code = self.dice.pick(self.streets)
        return Place(self.dice.number(1, 90) * 11 + self.dice.number(0, 9), street, city, zip_code)

    def away_home(self) -> Place:
        """A house outside the county, on no voter's address."""
        city, zip_code = self.dice.pick(self.lists["places"]["away"])
        return replace(self.new_home(), city=city, zip_code=zip_code)

    def florida_home(self) -> Place:
        """A house in the invented county of the parcel roll."""
        city, zip_code = self.dice.pick(self.lists["places"]["florida_towns"])
        return replace(self.new_home(), city=city, zip_code=zip_code, state="FL")

    def building_home(self) -> Place:
        """A unit of the apartment building: floors 1 to 12, doors A to K."""
        city, zip_code = self.lists["places"]["towns"][0]
        unit = f"{self.dice.number(1, 12)}{self.dice.pick('ABCDEFGHJK')}"
        return Place(400, BUILDING, city, zip_code, unit=unit)

    def first_name(self, sex: str) -> str:
        """A given name, common ones more often."""
        return self.dice.common(self.lists["male" if sex == "M" else "female"], 2)

    def last_name(self) -> str:
        """A surname, common ones more often."""
        return self.dice.common(self.lists["last"], 3)

    def birthday(self, low: int, high: int) -> date:
        """A birth date of somebody between ``low`` and ``high`` years old."""
        return TODAY - timedelta(days=self.dice.number(low * 365 + 20, high * 365))

    def person(self, home: Place, *, last: str = "", sex: str = "", born: date | None = None) -> Person:
        """A new person at ``home``; what is not given is drawn."""
        sex = sex or self.dice.pick("MF")
        first, middle = self.first_name(sex), self.first_name(sex)
        if middle == first or self.dice.chance(15):
            middle = ""
        return Person(
            key=self.new_key(),
            first=first,
            middle=middle,
            last=last or self.last_name(),
            sex=sex,
            born=born or self.birthday(19, 88),
            home=home,
            phone=self.new_phone() if self.dice.chance(67) else "",
        )


def years_apart(born: date, years: int) -> date:
    """``born`` moved by ``years``, on a day every month has."""
    return date(born.year + years, born.month, min(born.day, 28))


def household(world: World, home: Place) -> list[Person]:
    """One to four invented people at ``home``: alone, a couple, a family, or mates."""
    dice = world.dice
    first = world.person(home)
    kind = dice.number(1, 100)
    if kind <= 38 or first.born.year < 1942:
        return [first]
    if kind > 92:
        return [first, *(world.person(home) for _ in range(dice.number(1, 2)))]
    partner = world.person(
        home,
        last=first.last if dice.chance(85) else "",
        sex="F" if first.sex == "M" else "M",
        born=years_apart(first.born, dice.number(-6, 6)),
    )
    family = [first, replace(partner, phone=first.phone if dice.chance(25) else partner.phone)]
    if kind > 72 and 1945 < first.born.year < 1986:
        family.append(_grown_child(world, first, home))
    return family


def _grown_child(world: World, parent: Person, home: Place) -> Person:
    """A child of voting age still at home; one son in four has his father's whole name."""
    years = min(world.dice.number(20, 34), 2007 - parent.born.year)
    child = world.person(home, last=parent.last, born=years_apart(parent.born, years))
    if child.sex == "M" and parent.sex == "M" and world.dice.chance(25):
        suffix = "JR" if world.dice.chance(70) else ""
        child = replace(child, first=parent.first, middle=parent.middle, suffix=suffix)
    return child


def build_world(seed: int) -> World:
    """The county with its 260 streets and its pool of phone numbers, before anybody lives there."""
    lists = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
    dice = Dice(seed)
    world = World(lists=lists, dice=dice)
    places = lists["places"]
    stems = [a + b for a in places["street_first"] for b in places["street_second"]]
    dice.shuffle(stems)
    for stem in stems[:260]:
        before = f"{dice.pick('NSEW')} " if dice.chance(12) else ""
        city, zip_code = dice.common(places["towns"], 2)
        world.streets.append((f"{before}{stem.upper()} {dice.pick(places['street_types'])}", city, zip_code))
    world.phones = [
        f"{area}55501{line:02d}"
        for area in places["area_codes"]
        for line in range(100)
        if f"{area}55501{line:02d}" != SHARED_PHONE
    ]
    dice.shuffle(world.phones)
    return world
