"""The 200 debtors of the sample placement and what became of each: one named trait apiece.

A debtor exists three times: ``person`` is the truth, ``placed`` is what the client's file says (usually
an old address) and ``listed`` is how the voter file has them, None where it does not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sample_world import SHARED_PHONE, Person, Place, World, years_apart


@dataclass
class Debtor:
    """One account's debtor while the sample is being made."""

    number: str
    trait: str
    person: Person
    placed: Person
    listed: Person | None
    maiden: str = ""
    prior: Place | None = None
    relatives: list[Person] = field(default_factory=list)
    co_debtor: Person | None = None
    removed: bool = False
    vendor: str = ""
    parcel: str = ""


PLAN: tuple[tuple[str, int], ...] = (
    ("mover", 36),
    ("nickname", 12),
    ("typo", 12),
    ("stayer", 12),
    ("son_with_suffix", 4),
    ("son_without_suffix", 4),
    ("former_name_known", 5),
    ("former_name_unknown", 5),
    ("accent", 4),
    ("hyphen", 4),
    ("same_age_sibling", 4),
    ("apartment", 6),
    ("shared_phone", 4),
    ("name_order", 4),
    ("removed_voter", 4),
    ("vendor_only", 8),
    ("parcel_only", 4),
    ("absent", 28),
    ("absent_relatives", 30),
    ("absent_father", 6),
    ("second_account", 4),
)
"""How many debtors of each trait; 200 in all, of whom 64 (32 %) are in no file."""

ABSENT = frozenset({"absent", "absent_relatives", "absent_father"})


def _typo(world: World, word: str) -> str:
    """``word`` with two neighbours swapped, a letter dropped or one doubled; never its first letter."""
    at = world.dice.number(1, max(1, len(word) - 2))
    kind = world.dice.number(1, 3)
    if kind == 1 and word[at] != word[at + 1 : at + 2]:
        return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    if kind == 2:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at] + word[at:]


def _nickname(world: World, debtor: Debtor) -> None:
    formal = world.dice.pick(sorted(world.lists["nicknames"]))
    short = world.lists["nicknames"][formal]
    sex = "F" if formal in world.lists["female"] else "M"
    debtor.person = replace(debtor.person, first=formal, sex=sex)
    debtor.placed = replace(debtor.placed, first=short, middle="", sex=sex)
    debtor.listed = debtor.person


def _misspelt(world: World, debtor: Debtor) -> None:
    placed = debtor.placed
    if world.dice.chance(60):
        debtor.placed = replace(placed, last=_typo(world, placed.last))
    else:
        debtor.placed = replace(placed, first=_typo(world, placed.first))


def _stayer(_world: World, debtor: Debtor) -> None:
    debtor.person = replace(debtor.person, home=debtor.placed.home)
    debtor.listed = debtor.person


def _father_of(world: World, person: Person, suffix: str) -> Person:
    """A father with his son's whole name."""
    born = years_apart(person.born, -world.dice.number(22, 31))
    father = world.person(person.home, last=person.last, sex="M", born=born)
    return replace(father, first=person.first, middle=person.middle, suffix=suffix)


def _son(world: World, debtor: Debtor) -> None:
    """Father and son of one name, the father still at the address the client knows."""
    suffixed = debtor.trait == "son_with_suffix"
    first = world.first_name("M")
    middle = debtor.person.middle or "Lee"
    born = years_apart(debtor.person.born, 1988 - debtor.person.born.year)
    young = replace(debtor.person, first=first, middle=middle, sex="M", born=born)
    debtor.person = replace(young, suffix="JR" if suffixed else "")
    debtor.placed = replace(debtor.person, home=debtor.placed.home)
    debtor.listed = debtor.person
    debtor.relatives.append(_father_of(world, debtor.placed, "SR" if suffixed else ""))


def _married(world: World, debtor: Debtor) -> None:
    """The voter file has the new surname, the client the old one; or the client was told of both."""
    old, new = debtor.person.last, world.last_name()
    woman = replace(debtor.person, first=world.first_name("F"), sex="F")
    debtor.person = replace(woman, last=new, former=old, middle=woman.middle or "Rae")
    debtor.listed = debtor.person
    if debtor.trait == "former_name_known":
        debtor.placed, debtor.maiden = replace(debtor.person, home=debtor.placed.home), old
        debtor.listed = replace(debtor.person, last=old)
    else:
        debtor.placed = replace(debtor.person, last=old, home=debtor.placed.home)


def _accent(world: World, debtor: Debtor) -> None:
    """A surname with an accent, each of the list once; half the time the client wrote it without."""
    last = world.lists["accented"].pop(0)
    plain = last.translate(str.maketrans("ñúáóé", "nuaoe")).replace("Ñ", "N").replace("Ú", "U")
    debtor.person = replace(debtor.person, last=last)
    debtor.placed = replace(debtor.placed, last=plain if world.dice.chance(50) else last)
    debtor.listed = debtor.person


def _hyphen(world: World, debtor: Debtor) -> None:
    double = f"{debtor.person.last}-{world.last_name()}"
    short = debtor.person.last if world.dice.chance(50) else double.replace("-", " ")
    debtor.person = replace(debtor.person, last=double)
    debtor.placed = replace(debtor.placed, last=short)
    debtor.listed = debtor.person


def _sibling(world: World, debtor: Debtor) -> None:
    """Somebody of the same surname and birth year at the old address, as twins are."""
    twin = world.person(
        debtor.placed.home, last=debtor.person.last, sex=debtor.person.sex, born=debtor.person.born
    )
    debtor.relatives.append(twin)


def _apartment(world: World, debtor: Debtor) -> None:
    debtor.person = replace(debtor.person, home=world.building_home())
    debtor.listed = debtor.person


def _shared_phone(_world: World, debtor: Debtor) -> None:
    debtor.placed = replace(debtor.placed, phone=SHARED_PHONE)
    debtor.listed = replace(debtor.person, phone=SHARED_PHONE)


def _name_order(world: World, debtor: Debtor) -> None:
    """First and last name in each other's column, or the middle name used as the first."""
    placed = debtor.placed
    if world.dice.chance(50):
        debtor.placed = replace(placed, first=placed.last, last=placed.first)
    else:
        middle = placed.middle or "Lynn"
        debtor.person = replace(debtor.person, middle=middle)
        debtor.placed = replace(placed, first=middle, middle="")
        debtor.listed = debtor.person


def _removed(_world: World, debtor: Debtor) -> None:
    debtor.removed = True


def _off_file(_world: World, debtor: Debtor) -> None:
    debtor.listed = None


def _florida(world: World, debtor: Debtor) -> None:
    debtor.listed = None
    debtor.person = replace(debtor.person, home=world.florida_home())
    debtor.parcel = "home"


def _relatives_stay(world: World, debtor: Debtor) -> None:
    """The debtor left; one to three of the family still vote from the old address."""
    debtor.listed = None
    for _ in range(world.dice.number(1, 3)):
        gap = world.dice.pick((-27, -24, -2, 3, 24))
        year = min(max(debtor.person.born.year + gap, 1936), 2007)
        born = years_apart(debtor.person.born, year - debtor.person.born.year)
        debtor.relatives.append(world.person(debtor.placed.home, last=debtor.person.last, born=born))


def _father_stays(world: World, debtor: Debtor) -> None:
    _son(world, debtor)
    debtor.listed = None


TRAITS: dict[str, Callable[[World, Debtor], None]] = {
    "nickname": _nickname,
    "typo": _misspelt,
    "stayer": _stayer,
    "son_with_suffix": _son,
    "son_without_suffix": _son,
    "former_name_known": _married,
    "former_name_unknown": _married,
    "accent": _accent,
    "hyphen": _hyphen,
    "same_age_sibling": _sibling,
    "apartment": _apartment,
    "shared_phone": _shared_phone,
    "name_order": _name_order,
    "removed_voter": _removed,
    "vendor_only": _off_file,
    "parcel_only": _florida,
    "absent": _off_file,
    "absent_relatives": _relatives_stay,
    "absent_father": _father_stays,
}


def account_number(position: int) -> str:
    """The client's own number; every one begins with zeros or holds some that matter."""
    return f"00{417203 + position * 37:07d}" if position % 5 else f"0B-{position:05d}"


def _debtor(world: World, position: int, trait: str) -> Debtor:
    """One debtor: a person, the old home the client knows, then what the trait changes."""
    person = world.person(world.new_home(), born=world.birthday(22, 74))
    old = world.new_home() if world.dice.chance(75) else world.away_home()
    phone = person.phone if world.dice.chance(45) else world.new_phone()
    placed = replace(person, home=old, phone=phone)
    debtor = Debtor(account_number(position), trait, person, placed, person)
    if trait in TRAITS:
        TRAITS[trait](world, debtor)
    if world.dice.chance(30):
        debtor.prior = world.new_home()
    if debtor.relatives == [] and world.dice.chance(8):
        partner_sex = "F" if debtor.person.sex == "M" else "M"
        debtor.co_debtor = world.person(debtor.placed.home, last=debtor.placed.last, sex=partner_sex)
    return debtor


def build_debtors(world: World) -> list[Debtor]:
    """All 200, in the order of their account numbers; the last four owe a second account."""
    traits = [trait for trait, count in PLAN if trait != "second_account" for _ in range(count)]
    debtors = [_debtor(world, i + 1, trait) for i, trait in enumerate(traits)]
    for i in range(4):
        first = debtors[i]
        debtors.append(
            replace(first, number=account_number(len(traits) + i + 1), trait="second_account", co_debtor=None)
        )
    _send_to_vendor(debtors)
    return debtors


def _send_to_vendor(debtors: list[Debtor]) -> None:
    """Which 60 went to the vendor and what came back; which 24 own a parcel."""
    left_out = {"removed_voter", "second_account"}
    found = [d for d in debtors if d.listed is not None and d.trait not in left_out]
    for debtor in found[::2][:40]:
        debtor.vendor = "hit"
    for debtor in found[1::2][:20]:
        debtor.parcel = "owner"
    for debtor in (d for d in debtors if d.trait == "vendor_only"):
        debtor.vendor = "hit"
    for answer, trait in (("none", "absent"), ("wrong", "absent_relatives"), ("father", "absent_father")):
        for debtor in [d for d in debtors if d.trait == trait][:4]:
            debtor.vendor = answer
