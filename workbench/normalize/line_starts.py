"""Unusual beginnings of a folded address line, rewritten so that the house number comes first.

Nothing is lost: what a rule here takes away (a second house number of a range, an
urbanisation, who the post is in care of) is in the raw text still.
"""

import re
from functools import lru_cache

from workbench.normalize import reference
from workbench.normalize.units import UNIT_FIRST

ODD_HOUSE = "@"
"""Behind a house number that is not digits and a letter (``N6W23001``, ``B12``); no folded text has one."""

ODD_START = r"^(?:[^0-9]|[0-9]+(?:[A-Z]? ?[-/]| (?:AND |TO |[0-9]+ |CALLE )))"
"""How a folded line begins that ``started`` may rewrite."""

_NUMBERS = {
    "ONE": 1,
    "TWO": 2,
    "THREE": 3,
    "FOUR": 4,
    "FIVE": 5,
    "SIX": 6,
    "SEVEN": 7,
    "EIGHT": 8,
    "NINE": 9,
    "TEN": 10,
}
_COUNTED = frozenset(("MILE", "NOTCH", "ROD", "TREE", "POINT", "SISTERS", "LAKE", "BRIDGE", "HORSE", "MAN"))
_WIDEST_RANGE = 20

_odd_start = re.compile(ODD_START)
_CARE = re.compile(
    r"^(?:C/O|C O|IN CARE OF|CARE OF|ATTN|ATTENTION) \D*?(?=\b(?:\d+[A-Z]? [A-Z0-9]|P ?O ?BOX ))"
)
_LABELLED = re.compile(r"^(?:NO|NUM|NUMBER|#) ?(?=\d+[A-Z]? [A-Z])")
_UNIT_FIRST = re.compile(UNIT_FIRST)
_HYPHENED = re.compile(r"^(\d+) ?- ?(\d+/\d+|[A-Z])(?= [A-Z0-9])")
_RANGE = re.compile(r"^(\d+)[A-Z]?(?: ?[-/] ?| AND | TO | )(\d+)[A-Z]?(?= ([A-Z0-9]+))")
_GRID = re.compile(r"^([NSEW]) ?(\d+) ?([NSEW]) ?(\d{2,6}) (?=[A-Z0-9]+)")
_RURAL_GRID = re.compile(r"^([NSEW])(\d{2,6}) (?=[A-Z])")
_COUNT = re.compile(rf"^({'|'.join(_NUMBERS)}) ([A-Z]+)(?= [A-Z]+)")
_BOX_FIRST = re.compile(
    r"^((?:BOX|BX)[ #]*\d+[A-Z]?)[ ,]+"
    r"((?:RR|R R|RFD|RURAL R(?:OUTE|TE|T)|ROUTE|RTE|RT|HC|HCR)[ #]*\d+[A-Z]?)(.*)$"
)
_URB = r"(?:URB|URBANIZACION|URBANISATION)"
_URB_BEFORE = re.compile(rf"^{_URB} .+? (?=(?:[A-Z][ -]?)?\d+[A-Z]? |CALLE )")
_URB_BEHIND = re.compile(
    rf"^((?:[A-Z]?-?\d|CALLE ).+?) (?:{_URB}|COND|RES|BDA|BO|BARRIO|COMUNIDAD|PARC) .*?"
    r"( (?:APT|APTO) ?#? ?\w+)?$"
)
_CALLE_LAST = re.compile(r"^(CALLE .+?)[ #]+(\d+)([A-Z]?)( (?:APT|APTO|UNIT)[ #]+\w+)?$")
_BLOCK = re.compile(r"^([A-Z])[ -]?(\d+) (?=CALLE )")


_MOST_DIGITS = 9
"""Digits of the longest number that is reckoned with; a file may hold thousands in a row."""


def _of_range(found: re.Match[str]) -> str:
    """What stands for two numbers at the start of a line: the first, both, or one of Queens."""
    first, second, then = found.groups()
    between = found.group()[len(first) : len(found.group()) - len(second)]
    blank = between.strip(" ") == "" or between.strip(" ").isalpha()
    near = len(first) == len(second) <= _MOST_DIGITS and 0 < int(second) - int(first) <= _WIDEST_RANGE
    short = len(first) > len(second) > 1 and second > first[-len(second) :] and "/" in between
    if short:
        return first
    if near and not (blank and then in reference.mapping("street_suffixes")):
        return first
    if (
        between == " "
        and len(first) in {2, 3}
        and len(second) == 2
        and re.match(r"\d+(?:ST|ND|RD|TH)$", then)
    ):
        return f"{first}-{second}"
    return found.group()


def _counted(found: re.Match[str]) -> str:
    """``ONE MAPLE`` as 1 MAPLE; ``TWO NOTCH`` and ``SEVEN OAKS`` are streets' names."""
    number, word = found.groups()
    named = word in _COUNTED or (number != "ONE" and word.endswith("S"))
    return found.group() if named else f"{_NUMBERS[number]} {word}"


def _puerto_rican(line: str) -> str:
    """House number first, block and number as one, the urbanisation left out."""
    line = _URB_BEHIND.sub(r"\1\2", _URB_BEFORE.sub("", line))
    line = _CALLE_LAST.sub(lambda found: f"{found[2]}{found[3]} {found[1]}{found[4] or ''}", line)
    return _BLOCK.sub(rf"\1\2{ODD_HOUSE} ", line)


@lru_cache(maxsize=1 << 12)
def started(line: str) -> str:
    """A folded line with its house number first, where it has one: ``UNIT 4 118 MAPLE ST`` and the like."""
    if not _odd_start.search(line):
        return line
    line = _LABELLED.sub("", _CARE.sub("", line))
    line = _UNIT_FIRST.sub(r"\2 \1", line)
    line = _HYPHENED.sub(lambda found: f"{found[1]}{' ' if '/' in found[2] else ''}{found[2]}", line)
    line = _RANGE.sub(_of_range, line)
    line = _GRID.sub(rf"\1\2\3\4{ODD_HOUSE} ", line)
    line = _RURAL_GRID.sub(rf"\1\2{ODD_HOUSE} ", line)
    line = _BOX_FIRST.sub(r"\2 \1\3", _COUNT.sub(_counted, line))
    return _puerto_rican(line) if "CALLE" in line or "URB" in line else line
