"""The names of a placement row: split or whole, in either order, of one person, two, or a firm."""

import re
from dataclasses import replace

from workbench.model.party import PersonName
from workbench.normalize.name_rules import NameOrder, guessed_order
from workbench.normalize.names import parse_name
from workbench.normalize.owners import owners_of
from workbench.normalize.text import fold_text
from workbench.records.placement_columns import PlacedPerson
from workbench.records.placement_values import RowValues

_JOINT = re.compile(r"&|/|;|\band\b", re.IGNORECASE)


def names_of(values: RowValues, person: PlacedPerson, firms: frozenset[str]) -> tuple[PersonName, ...]:
    """The people that the name columns of ``person`` name, most often one; () when they are blank.

    Split columns win over a whole name.  ``SMITH, JOHN & MARY`` is two people, a firm is one with its name
    in ``whole`` only; ``firms`` are the names in the file that are firms'.
    """
    last, first = values.text(person.last), values.text(person.first)
    if last or (first and not values.text(person.whole)):
        return (_split(values, person, firms),)
    whole = " ".join(values.text(person.whole).split())
    if not any(c.isalpha() for c in whole) or whole.casefold() in {"n/a", "#n/a", "null", "unknown"}:
        return ()
    if person.role == "employer" or values.text(person.whole) in firms:
        return (PersonName(whole),)
    former = values.text(person.former_last)
    return tuple(replace(name, former_last=name.former_last or former) for name in _people(whole))


def _split(values: RowValues, person: PlacedPerson, firms: frozenset[str]) -> PersonName:
    last, first = values.text(person.last), values.text(person.first)
    middle, suffix = values.text(person.middle), values.text(person.suffix)
    whole = " ".join(part for part in (first, middle, last, suffix) if part)
    if not first and last in firms:
        return PersonName(last)
    if not first and "," in last:
        return parse_name(last)
    return PersonName(whole, first, middle, last, suffix, values.text(person.former_last))


def _people(whole: str) -> tuple[PersonName, ...]:
    """One person, or the several of a joint name."""
    if not _JOINT.search(whole):
        return (_as_written(whole),)
    owners = owners_of(whole, _order(whole))
    if len(owners) < 2:
        return (_as_written(whole),)
    return tuple(_as_written(owner, _order(owner)) for owner in owners)


def _order(whole: str) -> NameOrder:
    """The order of a name written without a comma."""
    tokens = [t for t in fold_text(_JOINT.split(whole)[-1]).split() if len(t) > 1]
    return guessed_order(tokens) if tokens and "," not in whole else "last_first"


def _as_written(whole: str, order: NameOrder = "auto") -> PersonName:
    """A name read into parts that keep the letters of the source, accents included."""
    name = parse_name(whole, order)
    tokens = (token.strip(".,;()") for token in re.split(r"[\s,]+", whole))
    letters = {fold_text(token): token for token in tokens if token}

    def written(part: str) -> str:
        return letters.get(part) or " ".join(letters.get(word, word) for word in part.split())

    return replace(
        name,
        first=written(name.first),
        middle=written(name.middle),
        last=written(name.last),
        former_last=written(name.former_last),
    )


def name_key(name: PersonName) -> tuple[str, str]:
    """(first, last) folded, by which two mentions of a party are the same; a firm by its whole name."""
    if name.last or name.first:
        return fold_text(name.first), fold_text(name.last)
    return "", fold_text(name.whole)
