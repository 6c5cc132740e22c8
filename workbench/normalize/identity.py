"""Whether records of different files plainly describe one person, so that they can stand behind one lead.

The rule is narrower than matching: it joins what is proposed for one debtor already, and must never join
father and son.  Two records are *firmly* one person when the names agree (nickname undone, suffixes and
middle names no conflict) and a birth fact does: the whole date, or the year together with an address, a
phone or an e-mail.
A record without a birth fact is *loosely* one with another of that name at the same address or phone, unless
two different people of that name are there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz

from workbench.model.lead import RecordPerson
from workbench.normalize.names import parse_name
from workbench.normalize.nicknames import canonical_name
from workbench.normalize.text import fold_text

_ONE_NAME = 80.0
"""Likeness of two spellings (of 100) from which they can be one middle name: ELISABETH, ELIZABETH."""
_NO_MIDDLE = frozenset(
    {"MR", "MRS", "MS", "MISS", "DR", "REV", "HON", "TR", "TTEE", "TRUSTEE", "ESTATE", "ETAL", "ETUX", "JT"}
)
"""Words beside a name that are no middle name."""
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
    middle: str = ""

    def could_be(self, other: "Identity") -> bool:
        """Whether the names allow one person: same first and last name, no suffixes or middle names that
        conflict.
        """
        return self.name == other.name and all(self.name) and not self.torn_from(other)

    def torn_from(self, other: "Identity") -> bool:
        """Whether suffixes or middle names conflict."""
        suffixes = {self.suffix, other.suffix} - {""}
        return len(suffixes) > 1 or not middles_agree(self.middle, other.middle)

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


def middles_agree(one: str, other: str) -> bool:
    """Whether two middle names, folded, can be one person's: alike, an initial, or one missing."""
    short, long = sorted((one, other), key=len)
    return not short or long.startswith(short) or (len(short) > 1 and fuzz.ratio(one, other) >= _ONE_NAME)


def middle_of(person: RecordPerson) -> str:
    """The one word of a record's name that its key does not account for, folded; "" for none or several."""
    parts = person.person_key.split("|")
    if len(parts) < KEY_PARTS:
        words = fold_text(parse_name(person.name).middle).split()
    else:
        used = {*fold_text(" ".join(parts[:3])).split(), *_NO_MIDDLE}
        tokens = (fold_text(token).split() for token in person.name.replace(",", " ").split())
        words = ["".join(token) for token in tokens if not any(_is_of(w, used, parts[1]) for w in token)]
    return words[0] if len(words) == 1 else ""


def _is_of(word: str, used: set[str], last: str) -> bool:
    """Whether a word of a name stands in the key already, or in its surname as spelled together."""
    return word in used or (len(word) > 2 and bool(last) and (word in last or last in word))


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
    who = (canonical_name(first), last)
    return Identity(who, suffix, day, year or 0, slack, frozenset(where), middle_of(person))


def one_person(people: Sequence[Identity]) -> list[int]:
    """A number for each of ``people``, equal for those that are one person.

    Whose suffixes or middle names conflict are apart, whatever third record is like both: it stays with the
    first of them.
    """
    group = list(range(len(people)))
    dated = [i for i, person in enumerate(people) if person.year]
    undated = [i for i, person in enumerate(people) if not person.year]
    for one, other in combinations(dated, 2):
        if people[one].firmly(people[other]):
            _join(group, one, other, people)
    for one, other in combinations(undated, 2):
        if people[one].loosely(people[other]):
            _join(group, one, other, people)
    for number in {group[i] for i in undated}:
        members = [people[i] for i in undated if group[i] == number]
        near = {group[i] for i in dated if any(m.loosely(people[i]) for m in members)}
        if len(near) == 1:
            _join(group, number, near.pop(), people)
    return group


def _join(group: list[int], one: int, other: int, people: Sequence[Identity]) -> None:
    """Make the groups of two places one, unless people of them conflict."""
    first, second = group[one], group[other]
    if first == second:
        return
    ours, theirs = (
        {(p.suffix, p.middle): p for p, n in zip(people, group, strict=True) if n == own}.values()
        for own in (first, second)
    )
    if any(here.torn_from(there) for here in ours for there in theirs):
        return
    for place, number in enumerate(group):
        if number == second:
            group[place] = first
