"""The scalar rules of numbered roads: every way of writing one highway in one form."""

import re

from workbench.normalize import reference

_NO = "(?:NO |NUMBER )?"
_NUMBER = _NO + r"(\d+[A-Z]?)(?= |$)"
_LETTER = r"(?!N$|E$|S$|W$|NE$|NW$|SE$|SW$|ST$)([A-Z]{1,2})$"
_STATES = (
    "A[LKRZ]|C[AO]|DE|FL|GA|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[CDHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
"""State codes before a highway's number; not CT, HI and NE, which are a court, a hill and a direction."""
_KIND = "(?: RD| ROAD| HWY| HIGHWAY| RTE| ROUTE| RT)"
_COUNTY = rf"(?:(?:CO|COUNTY|CNTY|CTY){_KIND}|C R|CR|CTH|COUNTY TRUNK(?: HWY| HIGHWAY)?) "
_HIGHWAYS = (
    (re.compile(r"^(?:US|U S|USH)(?: HWY| HIGHWAY| ROUTE| RTE| RT)? " + _NUMBER), r"US HWY \1"),
    (re.compile(r"^(?:INTERSTATE|IH|I)(?: HWY| HIGHWAY)?[ -]" + _NUMBER), r"I \1"),
    (re.compile(r"^(?:FARM TO MARKET|FM|F M)(?: RD| ROAD)? " + _NUMBER), r"FM \1"),
    (re.compile(r"^(?:RANCH(?: TO MARKET)?(?: RD| ROAD)|RM(?: RD| ROAD)?) " + _NUMBER), r"RANCH RD \1"),
    (re.compile("^" + _COUNTY + _NUMBER), r"CR \1"),
    (re.compile("^" + _COUNTY + _LETTER), r"CR \1"),
    (re.compile(rf"^(?:STATE|ST)(?:{_KIND}| SR) " + _NUMBER), r"SR \1"),
    (re.compile(r"^(?:S R|SR|SH|STH) " + _NUMBER), r"SR \1"),
    (re.compile(r"^([A-Z]{2})(?: STATE)?(?: HWY| HIGHWAY| ROUTE| RTE| RT) " + _NUMBER), r"\1 HWY \2"),
    (re.compile(rf"^({_STATES}) {_NUMBER}"), r"\1 HWY \2"),
    (re.compile(r"^(?:HIGHWAY|HWY|HIWAY) " + _NUMBER), r"HWY \1"),
    (re.compile(r"^(?:ROUTE|RTE|RT) " + _NUMBER), r"RTE \1"),
    (re.compile(r"^(?:CARRETERA|CARR) (?:PR )?" + _NUMBER), r"CARR \1"),
)
RANCH_ROAD = re.compile(r"^RM \d{3,4}(?: |$)")
"""A ranch road of Texas, which is no room: those have one or two digits behind a house number."""

_MAYBE = re.compile(r"\d|^(?:CO|COUNTY|CNTY|CTY|C R|CR|CTH)\b")
_BEFORE = re.compile(
    r"^(N|S|E|W|NORTH|SOUTH|EAST|WEST|OLD) "
    r"(?=(?:US |U S |STATE |ST |COUNTY )?(?:HWY|HIGHWAY|ROUTE|RTE|ROAD|RD) \d)"
)

_SPELT_STATE = re.compile(r"^(?!U S )([A-Z]) ([A-Z]) (?=(?:STATE )?(?:HWY|HIGHWAY|ROUTE|RTE|RT) \d)")


def highway_form(text: str) -> str:
    """Folded street words that are a numbered road, in one form with what is behind; "" for other streets."""
    if not _MAYBE.search(text):
        return ""
    directions = reference.mapping("directionals")
    text = _SPELT_STATE.sub(r"\1\2 ", text)
    ahead = _BEFORE.match(text)
    before = f"{directions.get(ahead.group(1), ahead.group(1))} " if ahead else ""
    road = text[ahead.end() :] if ahead else text
    for pattern, form in _HIGHWAYS:
        found = pattern.match(road)
        if found:
            behind = [directions.get(t, t) for t in road[found.end() :].split()]
            if len(behind) > 1 and behind[0] in {"RD", "ROAD"} and behind[1] in directions:
                behind = behind[1:]
            return " ".join([before + found.expand(form), *behind])
    return ""
