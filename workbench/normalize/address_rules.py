"""The scalar rules of an address line: house, street and unit; boxes, rural routes, what is no address."""

import re
from typing import NamedTuple

from workbench.normalize.street_rules import street_form
from workbench.normalize.text import fold_text

KEPT = "#/-"
"""Punctuation an address line keeps when folded."""

_DESIGNATORS = (
    "APARTMENT|APTMT|APMT|APTS?|UNIT|UNT|SUITE|STE|ROOM|RM|LOT|TRAILER|TRLR|TRL|SPACE|SPC|FLOOR|FLR|FL|BUILDING|"
    "BLDG|BLDNG|SLIP|HANGAR|HNGR|STUDIO|PMB|DEPT|PENTHOUSE|PH|NUMBER|NUM|NO|#"
)
UNIT_START = rf"^(?:#|(?:{_DESIGNATORS[:-2]})[ #]*[A-Z0-9-]*\d|(?:{_DESIGNATORS[:-2]})[ #]+[A-Z]$)"
"""A folded second line that is a unit."""

_UNIT = re.compile(
    rf" (?:{_DESIGNATORS[:-2]})[ #]+((?:[A-Z]{{0,2}}-?\d[A-Z0-9-]*|[A-Z]{{1,2}})(?:[ #-]+(?:\d[A-Z0-9]*|[A-Z]))?)(?= |$)"
    r"| #[ #]*([A-Z0-9-]+(?: (?:\d[A-Z0-9]*|[A-Z])(?= |$))?)"
)
_NAMED_UNIT = re.compile(
    r" (REAR|FRONT|FRNT|BASEMENT|BSMT|UPPER|UPPR|UPSTAIRS|LOWER|LOWR|DOWNSTAIRS|PENTHOUSE|PH|OFFICE|OFC|SIDE|LOBBY|LBBY)$"
)
_NAMED = {
    "FRONT": "FRNT", "BASEMENT": "BSMT", "UPPER": "UPPR", "UPSTAIRS": "UPPR", "LOWER": "LOWR",
    "DOWNSTAIRS": "LOWR", "PENTHOUSE": "PH", "OFFICE": "OFC", "LOBBY": "LBBY",
}  # fmt: skip
_FLOOR_FIRST = re.compile(r" (\d+)(?:ST|ND|RD|TH)? (?:FLOOR|FLR|FL)$")
_BOX = re.compile(
    r"(?:^| )(?:P[ -]*O[ -]*(?:BOX|BX|B)|POB|POST OFFICE BOX|POST BOX|PO DRAWER|P O DRAWER|POBOX|CALLER)[ #]*([A-Z]?\d[A-Z0-9-]*|[A-Z])(?= |$)"
    r"|^(?:BOX|BX)[ #]*([A-Z]?\d[A-Z0-9-]*)(?= |$)|^P[ -]*O[ #]+(\d+)(?= |$)"
)
_RURAL = re.compile(
    r"^(?:(RR|R R|RFD|R F D|RURAL ROUTE|RURAL RTE|RURAL RT|RURAL DELIVERY|RD|RT|RTE|ROUTE|R)|(HC|H C|HIGHWAY CONTRACT|HC ROUTE|STAR ROUTE|STAR RT))"
    r"[ #]*(\d+[A-Z]?)[ #]*(?:BOX|BX)[ #]*(\d+[A-Z]?)"
)
NO_ADDRESS = re.compile(
    r"^(?:REMOVED|CONFIDENTIAL.*|GENERAL DELIVERY|GEN DEL(?:IVERY)?|HOMELESS.*|UNKNOWN.*|UNK|NONE|N/?A|NO ADDRESS.*|"
    r"PROTECTED.*|REDACTED.*|WITHHELD.*|TRANSIENT|SAME|SAME AS .*|NOT (?:AVAILABLE|GIVEN|PROVIDED|KNOWN)|BAD ADDRESS|"
    r"UNDELIVERABLE.*|MOVED.*|RETURNED MAIL|NO (?:FIXED|PERMANENT) .*|X+|0+|ADDRESS CONFIDENTIAL.*|EXEMPT.*|TBD|NULL|"
    r"UNASSIGNED.*|NO SITUS.*|ACP|SAFE AT HOME.*)$"
)
HOUSE = r"^(\d+(?:-\d+)?)([A-Z]?) (.+)$"
"""A folded line that begins with a house number: number, letter, the rest."""

_HOUSE = re.compile(HOUSE)
_FRACTION = re.compile(r"^(\d/\d)(?: (.+))?$")


class LineParts(NamedTuple):
    """What one or two address lines say; None for what is absent."""

    house: str | None = None
    street: str | None = None
    unit: str | None = None


def unit_form(text: str) -> str:
    """A unit without designator, blanks, hyphens and leading zeros: ``# 04-B`` is ``4B``."""
    bare = re.sub(rf"^(?:{_DESIGNATORS})[ #]*(?=[A-Z0-9])", "", fold_text(text, keep=KEPT)) if text else ""
    bare = re.sub(r"[ #-]+", "", bare)
    return bare.lstrip("0") if bare.strip("0") else ""


def house_form(text: str) -> str:
    """A house number as digits: ``0123`` 123, a range ``12-14`` its first, Queens ``45-12`` 4512."""
    first, _, second = text.partition("-")
    first = first.lstrip("0")
    if not second:
        return first
    is_range = len(first) == len(second.lstrip("0")) and 0 < int(second) - int(first or 0) <= 12
    if is_range or len(second) > 3 or len(second) < 2 or not first:
        return first
    return first + second


def _unit_taken(text: str) -> tuple[str, str]:
    """(text before the unit, unit) of folded words that do not begin with the house number."""
    found = [m for m in _UNIT.finditer(" " + text) if m.start() > 0 or text.startswith("#")]
    if found:
        units = [unit_form(m.group(1) or m.group(2)) for m in found]
        return text[: max(found[0].start() - 1, 0)].strip(), " ".join(u for u in units if u)
    floor = _FLOOR_FIRST.search(text)
    if floor:
        return text[: floor.start()], floor.group(1).lstrip("0")
    named = _NAMED_UNIT.search(text)
    if named and text[: named.start()].count(" "):
        return text[: named.start()], _NAMED.get(named.group(1), named.group(1))
    return text, ""


def _lettered(text: str) -> tuple[str, str]:
    """(words, letter) of ``B MAPLE ST``: the letter belongs to the house, but not in ``B ST``."""
    letter, _, rest = text.partition(" ")
    if len(letter) == 1 and letter.isalpha() and letter not in "NSEWO" and rest.count(" "):
        return rest, letter
    return text, ""


def rest_parts(text: str) -> LineParts:
    """The parts of a folded line after its house number, or of a line that has none."""
    if not text or NO_ADDRESS.match(text):
        return LineParts()
    rural = _RURAL.match(text)
    if rural:
        return LineParts(rural.group(4), f"{'RR' if rural.group(1) else 'HC'} {rural.group(3).lstrip('0')}")
    box = _BOX.search(text)
    if box:
        around = f"{text[: box.start()]} {text[box.end() :]}".strip()
        number = (box.group(1) or box.group(2) or box.group(3)).replace("-", "")
        return line_parts(around) if _HOUSE.match(around) else LineParts(f"PO BOX {number.lstrip('0')}")
    fraction = _FRACTION.match(text)
    if fraction:
        text = fraction.group(2) or ""
    text, letter = _lettered(text)
    text, unit = _unit_taken(text)
    street, trailing = street_form(
        " ".join(text.replace("-", " ").replace("#", " ").replace("/", " ").split())
    )
    unit = unit or unit_form(trailing) or letter or (fraction.group(1) if fraction else "")
    return LineParts(None, street or None, unit or None)


def line_parts(folded: str) -> LineParts:
    """The parts of one folded address line (``fold_text(line, keep=KEPT)``)."""
    found = _HOUSE.match(folded)
    if not found:
        return rest_parts(folded)
    parts = rest_parts(found.group(3))
    if parts.street is None and parts.house is None and parts.unit is None:
        return parts
    unit = parts.unit or found.group(2) or None
    return LineParts(parts.house or house_form(found.group(1)) or None, parts.street, unit)


def two_line_parts(first: str, second: str) -> LineParts:
    """The parts of two folded lines: a unit, a street behind a name or ``C/O``, or something to leave out."""
    if not second:
        return line_parts(first)
    if not first or re.match(UNIT_START, second):
        return line_parts(f"{first} {second}".strip())
    one, two = line_parts(first), line_parts(second)
    is_box = bool(one.house and one.house.startswith("PO BOX"))
    if two.house and two.street and (is_box or not (one.house and one.street)):
        return two
    if one.house is None and two.house:
        return two
    short = re.fullmatch(r"(?:[A-Z]{0,2}-?\d+-?[A-Z]?|[A-Z])", second)
    if one.unit is None and one.street and short:
        return LineParts(one.house, one.street, unit_form(second) or None)
    return one
