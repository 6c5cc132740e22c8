"""The scalar rules of units: apartments, suites, lots and what else follows a street."""

import re

from workbench.normalize.text import fold_text

_DESIGNATORS = (
    "APARTMENT|APTMT|APMT|APTS?|UNIT|UNT|SUITE|STE|ROOM|RM|LOT|TRAILER|TRLR|SPACE|SPC|FLOOR|FLR|FL|BUILDING|"
    "BLDG|BLDNG|SLIP|HANGAR|HNGR|STUDIO|PMB|DEPT|PENTHOUSE|PH"
)
_PLACES = (
    "REAR|FRONT|FRNT|BASEMENT|BSMT|UPPER|UPPR|UPSTAIRS|LOWER|LOWR|DOWNSTAIRS|PENTHOUSE|PH|OFFICE|OFC|SIDE|"
    "LOBBY|LBBY|GARAGE"
)
UNIT_WORDS = frozenset(f"{_DESIGNATORS}|APT|NUMBER|{_PLACES}".replace("?", "").split("|"))
"""Words of units that need no digit beside them."""
_ABBREVIATED = {
    "FRONT": "FRNT", "BASEMENT": "BSMT", "UPPER": "UPPR", "UPSTAIRS": "UPPR", "LOWER": "LOWR",
    "DOWNSTAIRS": "LOWR", "PENTHOUSE": "PH", "OFFICE": "OFC", "LOBBY": "LBBY",
}  # fmt: skip
_SIDES = {"NORTH": "N", "SOUTH": "S", "EAST": "E", "WEST": "W"}
_STOREYS = {
    "FIRST": "1", "SECOND": "2", "THIRD": "3", "FOURTH": "4", "FIFTH": "5", "SIXTH": "6", "SEVENTH": "7",
    "EIGHTH": "8", "NINTH": "9", "TENTH": "10", "GROUND": "GRND", "LOWER": "LOWR", "UPPER": "UPPR",
    "TOP": "TOP",
}  # fmt: skip
_LABEL = rf"(?:{_DESIGNATORS})(?: (?:NO|NUM|NUMBER))?"
_SECOND = "[0-9][A-Z0-9]*|[A-Z]|NORTH|SOUTH|EAST|WEST"
_VALUE = rf"(?:(?:[A-Z]{{0,2}}-?[0-9][A-Z0-9-]*|[A-Z]{{1,2}})(?:[ -](?:{_SECOND}))?|{_PLACES})"
_NUMBERED = "CONDO|CABIN|TOWER|TWR|SP|SITE|MOBILE HOME|APTO|APARTAMENTO|EDIF|PISO"
"""Designators that are streets' names too: only before a number."""
_DESIGNATED = (
    rf"{_LABEL}[ #-]+{_VALUE}|(?:{_NUMBERED})[ #-]+[A-Z]?-?[0-9][A-Z0-9-]*"
    rf"|(?:{_DESIGNATORS})[0-9][A-Z0-9-]*|# *[A-Z0-9][A-Z0-9 -]*"
)

UNIT_AT_END = rf"^(.+?)( (?:{_DESIGNATED})| ?# *[A-Z0-9][A-Z0-9 -]*)$"
"""A folded line that ends in a designated unit: what precedes it, the unit with its designator."""

UNIT_BEHIND = rf" (?:{_DESIGNATED})$| ?# *[A-Z0-9][A-Z0-9 -]*$"
"""The unit with its designator at the end of a folded line, for a search; found at 0 it stands alone."""

LABELLED = rf"^(?i:#|(?:{_DESIGNATORS}|{_NUMBERED})(?:[ #.-]|[0-9]|$))"
"""A unit column's value that has its designator already: ``TRLR 15``, ``Apt. 4``, ``#4``."""

UNIT_ALONE = rf"^(?:{_DESIGNATED})$"
"""A folded line that is a designated unit and nothing else."""

_PLAIN_VALUE = "(?:[0-9]+[A-Z]?|[A-Z][0-9]*)"
UNIT_FIRST = rf"^((?:(?:{_DESIGNATORS})[ #-]+|# *){_PLAIN_VALUE}) ([0-9]+[A-Z]? (?!BO?X)[A-Z0-9]+(?: .*)?)$"
"""A folded line that begins with a designated unit before its house number."""

NO_UNIT = r" (?:ST|RD|DR|LN|CT|PL|WY|TR|CV|PT|AV|SQ)$"
"""The end of a folded line that is a street's, whatever precedes it: ``STUDIO DR``, ``LOT RD``."""

_STREET = re.compile(NO_UNIT)
_AT_END = re.compile(UNIT_AT_END)
_ALONE = re.compile(UNIT_ALONE)
_BARE = re.compile(r"^(?:[A-Z]{0,2}-?[0-9]+-?[A-Z]?|[A-Z])$")
_LABEL_ALONE_AT_END = re.compile(r" (?:APARTMENT|APT|UNIT|SUITE|TRLR)$")
_FLOOR_FIRST = re.compile(
    rf"^(.+?) (?:([0-9]+)(?:ST|ND|RD|TH)?|({'|'.join(_STOREYS)})) (?:FLOOR|FLR|FL|LEVEL|LVL)$"
)
_PLACE_AT_END = re.compile(rf"^(.+ .+) ({_PLACES})$")
_LABEL_OFF = re.compile(rf"^(?:(?:{_LABEL}|{_NUMBERED})(?:[ #-]+|(?=[0-9]))|[# ]+)")


def unit_form(text: str) -> str:
    """A unit without designator, blanks, hyphens and leading zeros: ``Apt # 04-B`` is ``4B``."""
    if not text:
        return ""
    bare = _LABEL_OFF.sub("", fold_text(text, keep="#-/")).strip("# -")
    words = [_SIDES.get(word, word) for word in bare.replace("#", " ").replace("-", " ").split()]
    bare = bare if len(words) == 1 and bare in _SIDES else "".join(words)
    return _ABBREVIATED.get(bare, bare.lstrip("0"))


def _alone(folded: str) -> bool:
    """Whether a folded line matches UNIT_ALONE and is no street."""
    return _ALONE.match(folded) is not None and not _STREET.search(folded)


def is_unit(folded: str) -> bool:
    """Whether a folded line is a designated unit, or several, and nothing else."""
    return _alone(folded) or (folded != "" and _behind_text(f"X {folded}")[0] == "X")


def is_bare_unit(folded: str) -> bool:
    """Whether a folded line may be a unit without a designator: ``4B``, ``12``, ``C``."""
    return _BARE.match(folded) is not None


def unit_at_end(folded: str) -> tuple[str, str]:
    """(text before a designated unit, unit with designator); the unit is "" when the line ends in none."""
    found = None if _STREET.search(folded) else _AT_END.match(folded)
    return (found.group(1).rstrip(), found.group(2).strip()) if found else (folded, "")


def units_taken(folded: str) -> tuple[str, str]:
    """(text before all units at its end, the units): building before apartment, ``3 12``."""
    return ("", unit_form(folded)) if _alone(folded) else _behind_text(folded)


def _behind_text(folded: str) -> tuple[str, str]:
    """``units_taken`` of a line that is more than one unit."""
    units: list[str] = []
    text, label = unit_at_end(_LABEL_ALONE_AT_END.sub("", folded))
    while label:
        units.insert(0, unit_form(label))
        text, label = unit_at_end(text)
    if not units:
        floor = _FLOOR_FIRST.match(text)
        place = _PLACE_AT_END.match(text)
        if floor:
            return floor.group(1), (floor.group(2) or _STOREYS[floor.group(3)]).lstrip("0")
        if place:
            return place.group(1), unit_form(place.group(2))
    return text, " ".join(u for u in units if u)
