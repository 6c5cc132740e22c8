"""Addresses written in one line, taken apart into the lines and the place."""

import re

import polars as pl

from workbench.model.party import PostalAddress
from workbench.normalize import reference
from workbench.normalize.distinct import map_distinct_parts
from workbench.normalize.places import state_form, zip_form, zip_state
from workbench.normalize.spreading import Column, spread
from workbench.normalize.text import fold_text
from workbench.normalize.units import is_unit

_ZIP_AT_END = re.compile(r"[\s,]*\b(\d{5}(?:-?\d{4})?)-?\s*$")
_COUNTRY = re.compile(r"[\s,]+(?:USA|U\.S\.A\.|UNITED STATES(?: OF AMERICA)?)\s*$", re.IGNORECASE)
_PLACE_LABELS = ("PlaceName", "StateName", "ZipCode")

_TYPES_OR_STATES = frozenset(["CT", "KY", "LA", "MT", "PR", "WY"])
"""Abbreviations of street types (court, key, lane, mount, prairie, way) that are states' as well."""

_BOXES = frozenset(["PO", "POB", "BOX", "P", "RR", "HC"])
_ENDINGS = frozenset(
    ["ST", "AVE", "RD", "DR", "LN", "CT", "BLVD", "WAY", "PL", "CIR", "PKWY", "HWY", "TER", "TRL", "PIKE"]
)
"""Street types behind which such a word is the state: 12 Maple St Hartford CT.  Others may be of the name."""

_STATES = "|".join(
    sorted((re.escape(n).replace(r"\ ", " ") for n in reference.mapping("states")), key=len, reverse=True)
)
PLACED = (
    rf"(?i)[ ,.](?:{_STATES})\.?[ ,]+\d{{5}}(?:-?\d{{4}})?\s*$"
    rf"|,[^,0-9#]*[ ,](?:{_STATES})\.?\s*$"
)
"""A line that ends in state and ZIP, or behind a comma in town and state: it may hold the place as well."""

_PLACED = re.compile(PLACED)

ONE_LINE_SCHEMA: dict[str, pl.DataType] = {
    k: pl.String() for k in ("line1", "line2", "city", "state", "zip_code")
}
"""What ``split_one_line`` gives, all text as written."""


def _state_off(text: str) -> tuple[str, str]:
    """(text before a state at its end, the state as written)."""
    head, comma, behind = text.rpartition(",")
    if comma and state_form(behind):
        return head, behind.strip()
    words = text.split()
    for count in (3, 2, 1):
        written = " ".join(words[-count:])
        if len(words) > count and state_form(written) and (count > 1 or len(written.strip(".,")) == 2):
            return text[: text.rindex(words[-count])].rstrip(" ,"), written
    return text, ""


def _ends_in_type(text: str, zip_code: str) -> bool:
    """Whether the CT or LA that ends a street line without a place is a court or lane, and not the state.

    It is with but one word before it, where the ZIP is of another state, or where there is none and no
    street type stands before it.
    """
    words = fold_text(text).split()
    if "," in text or len(words) < 3 or words[-1] not in _TYPES_OR_STATES:
        return False
    if words[0] in _BOXES:
        return False
    if zip_code:
        return len(words) == 3 or zip_state(zip_form(zip_code)) != words[-1]
    suffixes = reference.mapping("street_suffixes")
    return not any(suffixes.get(word) in _ENDINGS for word in words[1:-1])


def _is_city(text: str) -> bool:
    """Whether the piece after the last comma reads as a city rather than a unit or a street."""
    folded = fold_text(text, keep="#/-")
    return bool(folded) and not any(c.isdigit() for c in folded) and not is_unit(folded)


def _by_model(text: str) -> tuple[str, str]:
    """(street line, city) of words without a comma between them, by the usaddress model."""
    import usaddress  # noqa: PLC0415  (few files need the model)

    labelled = usaddress.parse(text)
    city = [word for word, label in labelled if label == "PlaceName"]
    line = [word for word, label in labelled if label not in _PLACE_LABELS]
    town = " ".join(city).rstrip(", ")
    return " ".join(line).rstrip(", "), "" if state_form(town) and len(town) == 2 else town


def one_line_address(text: str) -> PostalAddress:
    """The parts of ``12 Maple St, Apt 4, Springfield IL 62704``; without a place it is all ``line1``."""
    whole = _COUNTRY.sub("", " ".join(text.replace("\n", ", ").split()))
    code = _ZIP_AT_END.search(whole)
    line = whole[: code.start()] if code else whole
    zip_code = code.group(1) if code else ""
    if _ends_in_type(line, zip_code):
        return PostalAddress(line, zip_code=zip_code)
    head, state = _state_off(line)
    if not state and not code:
        return PostalAddress(whole)
    before, comma, behind = head.rpartition(",")
    if comma and _is_city(behind):
        first, _, second = before.partition(",")
        return PostalAddress(first.strip(), second.strip(" ,"), behind.strip(), state, zip_code)
    line, city = _by_model(f"{head}, {state} {zip_code}")
    first, _, second = line.partition(",")
    return PostalAddress(first.strip(), second.strip(" ,"), city, state, zip_code)


def placed_lines(line1: str, line2: str) -> PostalAddress | None:
    """Two address lines that hold the town, state and ZIP as well, taken apart; None for all others.

    Files have ``12 Maple St, Dayton OH 45402`` in one column, with and without columns for the place.
    """
    if not _PLACED.search(line2 or line1):
        return None
    found = one_line_address(f"{line1}, {line2}" if line1 and line2 else line1 or line2)
    placed = found.zip_code or (found.state and found.city)
    return found if placed and found.line1 else None


def split_one_line(column: Column) -> list[pl.Expr]:
    """ONE_LINE_SCHEMA from a column of one-line addresses, for ``frame.select``.

    Lines without a comma before the city go through a statistical model, some thousands a second.
    """

    def rule(text: str) -> tuple[str | None, ...]:
        found = one_line_address(text)
        return tuple(t or None for t in (found.line1, found.line2, found.city, found.state, found.zip_code))

    return spread(
        lambda given: map_distinct_parts(given["whole"], rule, ONE_LINE_SCHEMA),
        {"whole": column},
        ONE_LINE_SCHEMA,
    )
