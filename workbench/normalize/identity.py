"""Whether records of different files plainly describe one person, so that they can stand behind one lead.

The rule is narrower than matching: it joins what is proposed for one debtor already, and must never join
father and son.  Two records are *firmly* one person when the names agree (nickname undone, suffixes no
conflict) and a birth fact does: the whole date, or the year together with an address, a phone or an e-mail.
A record without a birth fact is *loosely* one with another of that name at the same address or phone, unless
two different people of that name are there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from workbench.model.lead import RecordPerson
from workbench.normalize.names import parse_name
from workbench.normalize.nicknames import canonical_name
from workbench.normalize.text import fold_text

KEY_PARTS = 6
"""Parts of a person key: FIRST|LAST|SUFFIX|BIRTH|HOUSE|STREET (``matching.tombstones``)."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What of a record tells who it is.  ``year`` 0: no birth fact; ``day`` None: no whole date."""

    name: tuple[str, str]
    suffix: str
    day: date | None
    year: int
    slack: int
    where: frozenset[str]

    def could_be(self, other: "Identity") -> bool:
        """Whether the names allow one person: same first and last name, no two different suffixes."""
        suffixes = {self.suffix, other.suffix} - {""}
        return self.name == other.name and all(self.name) and len(suffixes) < 2

    def firmly(self, other: "Identity") -> bool:
        """Whether both are one person by a birth fact that both state."""
        if not (self.could_be(other) and self.year and other.year):
            return False
        if self.day and other.day and self.day == other.day:
            return True
        near = abs(self.year - other.year) <= max(self.slack, other.slack)
        return near and bool(self.where & other.where)

    def loosely(self, other: "Identity") -> bool:
        """Whether one of them states no birth and a place or number is common to both."""
        return not (self.year and other.year) and self.could_be(other) and bool(self.where & other.where)


def birth_parts(text: str) -> tuple[date | None, int | None, int]:
    """(date, year, slack) of a record's birth as displayed: ``1984-03-09``, ``1984`` or ``1984 ± 1``."""
    year, _, slack = text.partition(" ± ")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None, int(year) if year.isdigit() else None, int(slack) if slack.isdigit() else 0
    return day, day.year, 0


def identity_of(person: RecordPerson) -> Identity:
    """The identity of a record's person; from its person key, else from the name as displayed."""
    parts = person.person_key.split("|")
    if len(parts) >= KEY_PARTS:
        first, last, suffix, _, house, street = parts[:KEY_PARTS]
        home = {f"{house}|{street}"} if house else set()
    else:
        name = parse_name(person.name)
        first, last, suffix, home = *map(fold_text, (name.first, name.last, name.suffix)), set()
    day, year, slack = birth_parts(person.birth)
    where = {*home, *map(fold_text, person.addresses), *person.phones, *person.emails} - {""}
    return Identity((canonical_name(first), last), suffix, day, year or 0, slack, frozenset(where))


def one_person(people: Sequence[Identity]) -> list[int]:
    """A number for each of ``people``, equal for those that are one person."""
    group = list(range(len(people)))
    dated = [i for i, person in enumerate(people) if person.year]
    undated = [i for i, person in enumerate(people) if not person.year]
    for one, other in combinations(dated, 2):
        if people[one].firmly(people[other]):
            _join(group, one, other)
    for one, other in combinations(undated, 2):
        if people[one].loosely(people[other]):
            _join(group, one, other)
    for number in {group[i] for i in undated}:
        members = [people[i] for i in undated if group[i] == number]
        near = {group[i] for i in dated if any(m.loosely(people[i]) for m in members)}
        if len(near) == 1:
            _join(group, number, near.pop())
    return group


def _join(group: list[int], one: int, other: int) -> None:
    """Make the groups of two places one."""
    first, second = group[one], group[other]
    for place, number in enumerate(group):
        if number == second:
            group[place] = first
