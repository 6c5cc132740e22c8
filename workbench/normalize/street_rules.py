"""The scalar rules of a street: its words in USPS form, and the unit that may trail it."""

import re

from workbench.normalize import reference


def _words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


_ORDINAL_WORDS = _words(
    "FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH THIRTEENTH FOURTEENTH "
    "FIFTEENTH SIXTEENTH SEVENTEENTH EIGHTEENTH NINETEENTH TWENTIETH"
)
_TENS = {"TWENTY": 20, "THIRTY": 30, "FORTY": 40, "FIFTY": 50, "SIXTY": 60, "SEVENTY": 70, "EIGHTY": 80}
_TENTHS = {"THIRTIETH": 30, "FORTIETH": 40, "FIFTIETH": 50, "SIXTIETH": 60, "SEVENTIETH": 70, "EIGHTIETH": 80}

_NUMBER = r"(\d+[A-Z]?)(?= |$)"
_STATES = (
    "A[LKRZ]|C[AO]|DE|FL|GA|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[CDHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
"""State codes before a highway's number; not CT, HI and NE, which are a court, a hill and a direction."""
_DIGIT = re.compile(r"\d")
_HIGHWAYS = (
    (re.compile(r"^(?:US|U S)(?: HWY| HIGHWAY| ROUTE| RTE| RT)? " + _NUMBER), r"US HWY \1"),
    (re.compile(r"^(?:INTERSTATE|IH|I)(?: HWY| HIGHWAY)?[ -]" + _NUMBER), r"I \1"),
    (re.compile(r"^(?:FARM TO MARKET|FM|F M)(?: RD| ROAD)? " + _NUMBER), r"FM \1"),
    (re.compile(r"^(?:CO|COUNTY|CNTY|CTY)(?: RD| ROAD| HWY| HIGHWAY| RTE| ROUTE| RT) " + _NUMBER), r"CR \1"),
    (re.compile(r"^(?:C R|CR) " + _NUMBER), r"CR \1"),
    (re.compile(r"^(?:STATE|ST)(?: RD| ROAD| HWY| HIGHWAY| RTE| ROUTE| RT| SR) " + _NUMBER), r"SR \1"),
    (re.compile(r"^(?:S R|SR|SH) " + _NUMBER), r"SR \1"),
    (re.compile(r"^([A-Z]{2})(?: STATE)?(?: HWY| HIGHWAY| ROUTE| RTE| RT) " + _NUMBER), r"\1 HWY \2"),
    (re.compile(rf"^({_STATES}) {_NUMBER}"), r"\1 HWY \2"),
    (re.compile(r"^(?:HIGHWAY|HWY|HIWAY) " + _NUMBER), r"HWY \1"),
    (re.compile(r"^(?:ROUTE|RTE|RT) " + _NUMBER), r"RTE \1"),
)
_NUMBERED_ROADS = frozenset(_words("COUNTY CO STATE FOREST TOWNSHIP TWP RANCH FARM FIRE SERVICE PRIVATE PVT"))
_NEVER_BEFORE_UNIT = frozenset(_words("HWY RTE LOOP EXPY FWY SPUR BYP EXT"))
_LEADING = {"SAINT": "ST", "SAINTE": "STE", "MOUNT": "MT", "FORT": "FT"}


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
        if token in _TENS and rest and rest[0] in _ORDINAL_WORDS[:9]:
            form, step = ordinal(_TENS[token] + _ORDINAL_WORDS.index(rest[0]) + 1), 2
        elif (
            token.isdigit()
            and rest
            and rest[0] in {"ST", "ND", "RD", "TH"}
            and rest[1:2]
            and rest[1] in suffixes
        ):
            form, step = ordinal(int(token)), 2
        elif token in _ORDINAL_WORDS:
            form = ordinal(_ORDINAL_WORDS.index(token) + 1)
        elif token in _TENTHS:
            form = ordinal(_TENTHS[token])
        elif token.isdigit() and rest:
            form = ordinal(int(token))
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
    if len(tokens) > 1 and tokens[0] in directions and not (len(tokens) == 2 and tokens[1] in suffixes):
        tokens = [directions[tokens[0]], *tokens[1:]]
    if len(tokens) > 2 and tokens[-1] in directions:
        tokens = [*tokens[:-1], directions[tokens[-1]]]
    return tokens


def _trailing_unit(tokens: list[str]) -> tuple[list[str], str]:
    """A unit without designator behind the suffix: ``MAIN ST 4B``; not behind a highway's name."""
    suffixes = reference.mapping("street_suffixes")
    directions = reference.mapping("directionals")
    last = tokens[-1] if tokens else ""
    at = len(tokens) - 2
    if at > 1 and tokens[at] in directions:
        at -= 1
    if at < 1 or tokens[at] not in suffixes or last in suffixes or last in directions:
        return tokens, ""
    short = suffixes[tokens[at]]
    if (
        short in _NEVER_BEFORE_UNIT
        or tokens[at - 1] in _NUMBERED_ROADS
        or (at == 1 and tokens[0] in directions)
    ):
        return tokens, ""
    looks_like_unit = (any(c.isdigit() for c in last) and len(last) <= 5) or len(last) == 1
    return (tokens[:-1], last) if looks_like_unit else (tokens, "")


def street_form(text: str) -> tuple[str, str]:
    """(street, trailing unit) of folded street words without house number and designated unit."""
    for pattern, form in _HIGHWAYS if _DIGIT.search(text) else ():
        found = pattern.match(text)
        if found:
            behind = [reference.mapping("directionals").get(t, t) for t in text[found.end() :].split()]
            return " ".join([found.expand(form), *behind]), ""
    tokens, unit = _trailing_unit(text.split())
    if len(tokens) > 1 and tokens[0] in _LEADING and tokens[1] not in reference.mapping("street_suffixes"):
        tokens[0] = _LEADING[tokens[0]]
    tokens = _numbered(_directed(tokens))
    suffixes = reference.mapping("street_suffixes")
    at = len(tokens) - 1
    if at > 1 and tokens[at] in reference.mapping("directionals") and tokens[at - 1] in suffixes:
        at -= 1
    if len(tokens) == 2 and tokens[0] in suffixes and len(tokens[1]) == 1:
        at = 0
    if (at > 0 or len(tokens) == 2) and tokens[at] in suffixes:
        tokens[at] = suffixes[tokens[at]]
    return " ".join(tokens), unit
