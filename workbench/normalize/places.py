"""The scalar rules of places: cities, states, ZIP codes, and the three in one field."""

import re

from workbench.normalize import reference
from workbench.normalize.address_rules import NO_ADDRESS
from workbench.normalize.text import fold_text

_SHORT = {"SAINT": "ST", "SAINTE": "STE", "FORT": "FT", "MOUNT": "MT"}
_DIRECTIONS = {"N": "NORTH", "S": "SOUTH", "E": "EAST", "W": "WEST", "NO": "NORTH", "SO": "SOUTH"}
_LONG = {
    "SPGS": "SPRINGS", "SPG": "SPRING", "HTS": "HEIGHTS", "HGTS": "HEIGHTS", "BCH": "BEACH", "VLG": "VILLAGE",
    "JCT": "JUNCTION", "CTY": "CITY", "PK": "PARK", "HBR": "HARBOR", "LK": "LAKE", "LKS": "LAKES",
    "FLS": "FALLS", "GDNS": "GARDENS", "VLY": "VALLEY", "TWP": "TOWNSHIP", "IS": "ISLAND", "CTR": "CENTER",
    "GRV": "GROVE",
}  # fmt: skip


def city_form(text: str) -> str | None:
    """A folded city; SAINT, FORT, MOUNT abbreviated, directions and last words whole; None for fillers."""
    tokens = [_SHORT.get(t, t) for t in fold_text(text).split() if not t.isdigit()]
    if len(tokens) > 1:
        tokens = [_DIRECTIONS.get(tokens[0], tokens[0]), *tokens[1:-1], _LONG.get(tokens[-1], tokens[-1])]
    city = " ".join(tokens)
    return None if not city or NO_ADDRESS.match(city) else city


def state_form(text: str) -> str | None:
    """A state's two letters from its name, code or old abbreviation; None for what is no state."""
    folded = fold_text(text)
    found = reference.mapping("states").get(folded)
    return found or reference.mapping("states").get(folded.replace(" ", ""))


_ZIP = re.compile(r"^\s*(\d{3,9})(?:\.0+)?(?:\s*-\s*(\d{0,4})(?:\.0+)?)?\s*$")


def zip_form(text: str) -> str | None:
    """Five digits of ``27312``, ``27312.0``, ``27312-1234``, ``273121234``; lost leading zeros put back."""
    found = _ZIP.match(text)
    digits = found.group(1) if found else ""
    if found and found.group(2) and len(digits) > 5:
        return None
    if len(digits) in {3, 4, 5}:
        code = digits.zfill(5)
    elif len(digits) in {7, 8, 9}:
        code = digits.zfill(9)[:5]
    else:
        return None
    return None if code in {"00000", "99999"} or code.startswith("000") else code


_MILITARY = {"340": "AA", "962": "AP", "963": "AP", "964": "AP", "965": "AP", "966": "AP"}
"""Post offices of the forces; those of Europe have the prefixes 090 to 098."""


def zip_state(zip_code: str | None) -> str | None:
    """The state whose a ZIP of five digits is, from ``zones.toml`` (zipcodes 3.0.0, by its first three
    digits but for the few that are another state's); None where nothing is known of it.
    """
    if not zip_code:
        return None
    if zip_code.startswith("09"):
        return "AE"
    tables = reference.toml("zones")
    found = tables["zip5"].get(zip_code) or tables["zip3"].get(zip_code[:3])
    return str(found).split(" ", 1)[0] if found else _MILITARY.get(zip_code[:3])


def own_city(text: str) -> str | None:
    """The whole text as a city, though it ends in a state's code: for where the state column has another.

    None where it holds a ZIP or a comma, so that there is no doubt.
    """
    return None if "," in text or any(c.isdigit() for c in text) else city_form(" ".join(text.split()))


def place_parts(text: str) -> tuple[str | None, str | None, str | None]:
    """(city, state, zip) of a place written in one field; a lone city keeps its whole text.

    A state that is not written is the one the ZIP is in.
    """
    code = re.search(r"[\s,]*\b(\d{5})(?:-?\d{4}|-)?\s*$", text)
    head = text[: code.start()] if code else text
    zip_code = zip_form(code.group(1)) if code else None
    city, comma, behind = head.rpartition(",")
    if comma and state_form(behind):
        return city_form(city), state_form(behind), zip_code
    words = head.replace(",", " ").split()
    for count in (1, 2, 3):
        state = state_form(" ".join(words[-count:])) if len(words) > count else None
        if state and (code or (count == 1 and len(words[-1]) == 2)):
            return city_form(" ".join(words[:-count])), state, zip_code
    return city_form(head), zip_state(zip_code), zip_code
