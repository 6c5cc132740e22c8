"""The scalar rules of an address line: house, street and unit; boxes, rural routes, what is no address."""

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.normalize import reference
from workbench.normalize.delivery_rules import box_parts, is_route_box, route_parts
from workbench.normalize.highway_rules import RANCH_ROAD
from workbench.normalize.line_starts import ODD_HOUSE, started
from workbench.normalize.street_rules import street_form, usual_street
from workbench.normalize.units import is_bare_unit, is_unit, unit_at_end, unit_form, units_taken

KEPT = "#/-"
"""Punctuation an address line keeps when folded."""

NO_ADDRESS = re.compile(
    r"^(?:REMOVED|CONFIDENTIAL.*|GEN(?:ERAL)? DEL(?:IVERY)?|HOMELESS.*|UNKNOWN.*|UNK|NONE|N/?A"
    r"|NO (?:KNOWN |CURRENT |VALID |GOOD )?ADDRESS.*|ADDRESS UNKNOWN.*"
    r"|PROTECTED.*|REDACTED.*|WITHHELD.*|SAME|SAME AS .*|BAD ADDRESS|UNDELIVERABLE.*"
    r"|NOT (?:AVAILABLE|GIVEN|PROVIDED|KNOWN)|MOVED.*|RETURNED MAIL|NO (?:FIXED|PERMANENT) .*|X+|[0-9]+|TBD"
    r"|TRANSIENT(?: (?:NO|-|IN|RESIDENCE).*)?|REFUSED(?: .*)?"
    r"|NULL|ADDRESS CONFIDENTIAL.*|EXEMPT.*|UNASSIGNED.*|NO SITUS.*|ACP|SAFE AT HOME.*)$"
)
"""A folded line or city that is no place at all."""

HOUSE_NUMBER = rf"(?:[0-9]+(?:-[0-9]+)?[A-Z]?|[A-Z0-9]+{ODD_HOUSE})"
"""A house number with its letter, as a folded line begins with it once ``line_starts`` has seen it."""

BOXED = re.compile(r"BO?X|POB|DRAWER|CALLER|APARTADO|APDO")
"""Lines in which a number may be a box's; the unit at their end is not taken first."""

_HOUSE = re.compile(rf"^([0-9]+(?:-[0-9]+)?|[A-Z0-9]+{ODD_HOUSE})([A-Z]?) (.+)$")
_TO_BLANK = str.maketrans(KEPT, "   ")
_NAMED = re.compile(r"[A-Z]{2}[^ ]* |[NSEW] |[0-9]+[A-Z]+ ")
_FRACTION = re.compile(r"^(\d/\d)(?: (.+))?$")


class LineParts(NamedTuple):
    """What one or two address lines say; None for what is absent."""

    house: str | None = None
    street: str | None = None
    unit: str | None = None


MOST_DIGITS = 9
"""Digits of the longest number that is reckoned with; a file may hold thousands in a row."""


def house_form(text: str) -> str:
    """A house number as digits: ``0123`` 123, Queens ``45-12`` 4512, of ranges (``8938-40``) the first."""
    if text.endswith(ODD_HOUSE):
        return text.removesuffix(ODD_HOUSE)
    first, _, second = text.partition("-")
    first = first.lstrip("0")
    if not second:
        return first
    until = second.lstrip("0")
    alike = len(first) == len(until) <= MOST_DIGITS
    is_range = alike and 0 < int(until or 0) - int(first or 0) <= 12
    if is_range or len(second) not in {2, 3} or not first:
        return first
    return first if len(first) > len(second) + 1 and second > first[-len(second) :] else first + second


def _lettered(text: str) -> tuple[str, str]:
    """(words, letter) of ``B MAPLE ST``: the letter belongs to the house, but not in ``B ST``."""
    letter, _, rest = text.partition(" ")
    is_letter = len(letter) == 1 and letter.isalpha() and letter not in "NSEWOIU"
    named = _NAMED.match(rest) and rest.split(" ", 1)[0] not in reference.mapping("street_suffixes")
    return (rest, letter) if is_letter and named else (text, "")


@lru_cache(maxsize=1 << 15)
def rest_parts(text: str) -> LineParts:
    """The parts of a folded line after its house number, or of a line that has none."""
    if not text or NO_ADDRESS.match(text):
        return LineParts()
    street = "" if BOXED.search(text) else usual_street(text)
    return LineParts(None, street) if street else unusual_rest(text)


def unusual_rest(text: str) -> LineParts:
    """``rest_parts`` by all the rules; they are slow, and most streets do not need them."""
    route = route_parts(text)
    if route:
        _, unit = units_taken(route.rest)
        return LineParts(route.box or None, route.route, unit or None)
    box = box_parts(text)
    if box:
        parts = line_parts(box.rest)
        return parts if parts.house else LineParts(f"PO BOX {box.box}", parts.street, parts.unit)
    fraction = _FRACTION.match(text)
    if fraction:
        text = fraction.group(2) or ""
    text, letter = _lettered(text)
    text, unit = (text, "") if RANCH_ROAD.match(text) else units_taken(text)
    street, trailing = street_form(" ".join(text.translate(_TO_BLANK).split()))
    if NO_ADDRESS.match(street):
        street = ""
    unit = unit or unit_form(trailing) or letter or (fraction.group(1) if fraction else "")
    return LineParts(None, street or None, unit or None)


def joined_parts(rest: LineParts, house: str | None, letter: str, label: str) -> LineParts:
    """The parts of a line from those of its middle, its house number and letter, and the unit at its end.

    A box beside a house and a street is left out; without a house number it is the address.
    """
    if not (rest.house or rest.street or rest.unit):
        return LineParts()
    fraction = rest.unit if not label or "/" not in (rest.unit or "") else None
    unit = " ".join(u for u in (fraction, unit_form(label)) if u) or letter or None
    if rest.house and rest.house.startswith("PO BOX"):
        placed = house and rest.street
        return LineParts(house if placed else rest.house, rest.street if placed else None, unit)
    return LineParts(rest.house or house, rest.street, unit)


def line_parts(folded: str) -> LineParts:
    """The parts of one folded address line (``fold_text(line, keep=KEPT)``)."""
    found = _HOUSE.match(started(folded))
    number, letter, text = found.groups() if found else ("", "", started(folded))
    label = ""
    if not BOXED.search(text):
        text, label = unit_at_end(text)
    return joined_parts(rest_parts(text), house_form(number) or None, letter, label)


def two_line_parts(first: str, second: str) -> LineParts:
    """The parts of two folded lines: a unit, a street behind a name or ``C/O``, or something to leave out."""
    if not first or not second or is_unit(second) or is_route_box(first, second):
        return line_parts(f"{first} {second}".strip())
    if is_unit(first):
        return line_parts(f"{second} {first}")
    one, two = line_parts(first), line_parts(second)
    if two.house and (one.house is None or (two.street and _gives_way(one))):
        return two if two.unit or not two.street or one.house else two._replace(unit=one.unit)
    if one.unit is None and one.street and is_bare_unit(second):
        return LineParts(one.house, one.street, unit_form(second) or None)
    return one


def _gives_way(one: LineParts) -> bool:
    """Whether a first line is no place to go to when the second is a house on a street."""
    return one.street is None or bool(one.house and one.house.startswith("PO BOX"))
