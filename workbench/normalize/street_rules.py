"""The scalar rules of a street: its words in USPS form, and the unit that may trail it."""

import re
from functools import cache

from rapidfuzz.distance import OSA

from workbench.normalize import reference
from workbench.normalize.highway_rules import highway_form
from workbench.normalize.units import UNIT_WORDS


def _words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


_ORDINAL_WORDS = _words(
    "FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH THIRTEENTH FOURTEENTH "
    "FIFTEENTH SIXTEENTH SEVENTEENTH EIGHTEENTH NINETEENTH TWENTIETH"
)
_NTH = {word: number for number, word in enumerate(_ORDINAL_WORDS, start=1)}
_TENS = {"TWENTY": 20, "THIRTY": 30, "FORTY": 40, "FIFTY": 50, "SIXTY": 60, "SEVENTY": 70, "EIGHTY": 80}
_TENTHS = {"THIRTIETH": 30, "FORTIETH": 40, "FIFTIETH": 50, "SIXTIETH": 60, "SEVENTIETH": 70, "EIGHTIETH": 80}

_NUMBERED_ROADS = frozenset(_words("COUNTY CO STATE FOREST TOWNSHIP TWP RANCH FARM FIRE SERVICE PRIVATE PVT"))
_NEVER_BEFORE_UNIT = frozenset(_words("HWY RTE LOOP EXPY FWY SPUR BYP EXT"))
_NO_UNIT_BEHIND = frozenset(
    _words(
        "CALLE CARR CARRETERA KM MILE MILEPOST MARKER PSC CMR RR HC BOX UNIT TRACT PARCEL LOT BLOCK BLK CAMP "
        "FORT EXIT GATE NUMBER NO NUM ZONE AREA DISTRICT PRECINCT WARD PHASE SECTION SEC COUNTY "
        "STATE US RANCH"
    )
)
"""Words whose number is part of a street's name."""
_LONG_SUFFIXES = _words(
    "STREET AVENUE BOULEVARD CIRCLE TERRACE HIGHWAY PARKWAY CRESCENT CROSSING SQUARE DRIVE COURT PLACE TRAIL"
)
_BARE_NUMBER = re.compile(r"^(?:[0-9]{1,5}[A-Z]?|[A-Z][0-9]{1,4})$")
_NUMBER = re.compile(r"^[0-9]{1,9}$")
"""A number that is reckoned with; a file may hold thousands of digits in a row."""
_ORDINAL = re.compile(r"^([0-9]{1,9})(?:ST|ND|RD|TH)$")
_LEADING = {"SAINT": "ST", "SAINTE": "STE", "MOUNT": "MT", "FORT": "FT"}


_USUAL = re.compile(r"^(?:[NSEW] )?((?:[A-Z]{3,} ){1,3})([A-Z]{2,})$")
_RULED = frozenset((*UNIT_WORDS, *_NTH, *_TENS, *_TENTHS, *_LEADING, *_words("COUNTY CNTY CTY CTH")))
"""Words of a street that some rule may read as more than a part of its name, beside the directions."""


def ordinal(number: int) -> str:
    """21 as ``21ST``."""
    ending = "TH" if 10 <= number % 100 <= 20 else {1: "ST", 2: "ND", 3: "RD"}.get(number % 10, "TH")
    return f"{number}{ending}"


def _numbered(tokens: list[str]) -> list[str]:
    """Ordinals in figures when they are the street's name: before a suffix, or alone."""
    suffixes = reference.mapping("street_suffixes")
    out: list[str] = []
    at = 0
    while at < len(tokens):
        token, rest = tokens[at], tokens[at + 1 :]
        step = 1
        form = token
        if token in _TENS and rest and _NTH.get(rest[0], 10) < 10:
            form, step = ordinal(_TENS[token] + _NTH[rest[0]]), 2
        elif (
            _NUMBER.match(token)
            and rest
            and rest[0] in {"ST", "ND", "RD", "TH"}
            and rest[1:2]
            and rest[1] in suffixes
        ):
            form, step = ordinal(int(token)), 2
        elif token in _NTH:
            form = ordinal(_NTH[token])
        elif token in _TENTHS:
            form = ordinal(_TENTHS[token])
        elif _NUMBER.match(token) and rest:
            form = ordinal(int(token))
        elif _ORDINAL.match(token):
            token = form = ordinal(int(_ORDINAL.sub(r"\1", token)))
        after = tokens[at + step :]
        named = form != token and (not after or after[0] in suffixes)
        out.append(form if named else token)
        at += step if named else 1
    return out


def _directed(tokens: list[str]) -> list[str]:
    """Directionals abbreviated at both ends and ``N W`` joined, never leaving a street without a name."""
    directions = reference.mapping("directionals")
    suffixes = reference.mapping("street_suffixes")
    forms = {"NE", "NW", "SE", "SW"}
    for at in (0, len(tokens) - 2):
        pair = tokens[at : at + 2] if at >= 0 else []
        if len(tokens) > 3 and len(pair) == 2 and all(p in directions for p in pair):
            joined = directions[pair[0]] + directions[pair[1]]
            if joined in forms:
                tokens = [*tokens[:at], joined, *tokens[at + 2 :]]
    if len(tokens) > 2 and tokens[0] in {"SO", "NO"} and not tokens[1][:1].isdigit():
        tokens = [tokens[0][0], *tokens[1:]]
    if len(tokens) > 1 and tokens[0] in directions and not (len(tokens) == 2 and tokens[1] in suffixes):
        tokens = [directions[tokens[0]], *tokens[1:]]
    if len(tokens) > 2 and tokens[-1] in directions:
        tokens = [*tokens[:-1], directions[tokens[-1]]]
    return tokens


def _trailing_unit(tokens: list[str]) -> tuple[list[str], str]:
    """A unit without designator behind the street: ``MAIN ST 4B``, ``MAIN ST NO 7``, ``BRYN MAWR 211``."""
    suffixes = reference.mapping("street_suffixes")
    directions = reference.mapping("directionals")
    last = tokens[-1] if tokens else ""
    labelled = len(tokens) > 3 and tokens[-2] in {"NO", "NUM", "NUMBER"}
    at = len(tokens) - (3 if labelled else 2)
    if at > 1 and tokens[at] in directions:
        at -= 1
    if at < 1 or tokens[at] not in suffixes or last in suffixes or last in directions:
        return (tokens[:-1], last) if not labelled and _is_behind_a_name(tokens) else (tokens, "")
    short = suffixes[tokens[at]]
    if (
        short in _NEVER_BEFORE_UNIT
        or tokens[at - 1] in _NUMBERED_ROADS
        or (at == 1 and tokens[0] in directions)
    ):
        return tokens, ""
    looks_like_unit = (any(c.isdigit() for c in last) and len(last) <= 5) or len(last) == 1
    if not looks_like_unit:
        return tokens, ""
    return tokens[: -2 if labelled else -1], last


def _is_behind_a_name(tokens: list[str]) -> bool:
    """Whether the last of the words is a number behind a street's name that has no suffix."""
    before = tokens[-2] if len(tokens) > 1 else ""
    return (
        len(before) > 2
        and before.isalpha()
        and _BARE_NUMBER.match(tokens[-1]) is not None
        and before not in _NO_UNIT_BEHIND
        and before not in reference.mapping("street_suffixes")
        and before not in reference.mapping("directionals")
    )


@cache
def near_suffix(word: str) -> str:
    """The suffix that a word of six letters or so is a misspelling of; "" for none.

    One letter wrong, missing, doubled or swapped; of the shorter suffixes only letters swapped, because
    ``DRIVER`` and ``COUNT`` are words of their own.
    """
    for suffix in _LONG_SUFFIXES:
        most = 1 if len(suffix) < 9 else 2
        alike = OSA.distance(word, suffix, score_cutoff=most) <= most
        if alike and (len(suffix) > 5 or sorted(word) == sorted(suffix)):
            return reference.mapping("street_suffixes")[suffix]
    return ""


def _suffixed(tokens: list[str]) -> list[str]:
    """The suffix abbreviated, also before a number (``RANCH ROAD 620``) and in ``S AVENUE H``."""
    suffixes, directions = reference.mapping("street_suffixes"), reference.mapping("directionals")
    at = len(tokens) - 1
    if at > 1 and tokens[at] in directions and (tokens[at - 1] in suffixes or near_suffix(tokens[at - 1])):
        at -= 1
    lettered = [
        i for i in range(len(tokens) - 1) if len(tokens[i + 1]) == 1 and tokens[i] in {"AVENUE", "AVE"}
    ]
    if lettered and lettered[0] == len(tokens) - 2:
        at = lettered[0]
    elif len(tokens) == 2 and tokens[0] in suffixes and len(tokens[1]) == 1:
        at = 0
    for i in range(1, len(tokens) - 1):
        if tokens[i + 1].isdigit() and tokens[i] in suffixes:
            tokens[i] = suffixes[tokens[i]]
    if at > 0 or len(tokens) == 2:
        tokens[at] = suffixes.get(tokens[at]) or (at > 0 and near_suffix(tokens[at])) or tokens[at]
    return tokens


def usual_street(text: str) -> str:
    """The street of folded words that no rule but that of suffixes changes: ``N OAK HILL DRIVE``; else "".

    For most streets the answer of all the rules, at a tenth of their work.
    """
    found = _USUAL.match(text)
    suffix = reference.mapping("street_suffixes").get(found[2]) if found else None
    if not found or not suffix:
        return ""
    names = found[1].split()
    ruled = not _RULED.isdisjoint(names) or not reference.mapping("directionals").keys().isdisjoint(names)
    return "" if ruled else text[: found.start(2)] + suffix


def street_form(text: str) -> tuple[str, str]:
    """(street, trailing unit) of folded street words without house number and designated unit."""
    highway = highway_form(text)
    if highway:
        return highway, ""
    tokens, unit = _trailing_unit(text.split())
    if len(tokens) > 1 and tokens[0] in _LEADING and tokens[1] not in reference.mapping("street_suffixes"):
        tokens[0] = _LEADING[tokens[0]]
    tokens = _numbered(_directed(tokens))
    return " ".join(_suffixed(tokens)), unit
