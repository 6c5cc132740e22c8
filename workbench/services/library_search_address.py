"""Addresses in a search line: where one begins and ends among bare words, and what it says."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.normalize import reference
from workbench.normalize.addresses import parse_address
from workbench.normalize.one_line import one_line_address
from workbench.normalize.text import fold_text
from workbench.services.library_search_words import Asked

_LONGEST = 6
"""Words a street may have in front of its suffix, house number and direction among them."""
_USUAL = frozenset(
    ["ST", "AVE", "RD", "DR", "LN", "CT", "BLVD", "WAY", "PL", "CIR", "PKWY", "HWY", "TER", "TRL", "PIKE"]
)
"""Suffixes that close a street whose name ends in another (MAPLE HILL RD)."""
_UNITS = frozenset({"APT", "UNIT", "STE", "SUITE", "LOT", "#", "APARTMENT", "TRLR", "RM"})


def address_length(words: Sequence[str]) -> int:
    """How many of the leading words are a house number with its street and unit; 0 when they are none.

    Bare words are an address only when a street suffix closes them: ``1984 smith`` is a name and a year.
    """
    if (
        len(words) < 3
        or not words[0][:1].isdigit()
        or not words[0].rstrip("ABCDabcd").replace("-", "").isdigit()
    ):
        return 0
    folded = [fold_text(word, keep="#") for word in words]
    suffixes, directions = reference.mapping("street_suffixes"), reference.mapping("directionals")
    closing = [at for at in range(2, min(len(words), _LONGEST + 1)) if folded[at] in suffixes]
    end = closing[0] + 1 if closing else 0
    while end and end < len(words) and suffixes.get(folded[end]) in _USUAL:
        end += 1
    if not end or any(word[:1].isdigit() and len(word) > 3 for word in folded[1 : end - 1]):
        return 0
    if end < len(words) and folded[end] in directions and len(folded[end]) <= 2:
        end += 1
    if end < len(words) and folded[end] in _UNITS and end + 1 < len(words):
        end += 2
    elif end < len(words) and folded[end].startswith("#"):
        end += 1
    return end


def with_address(asked: Asked, text: str) -> Asked:
    """``asked`` with the house, street, unit and place that ``text`` says; what it leaves open stays."""
    parts = parse_address(one_line_address(text))
    return replace(
        asked,
        house=parts.house or asked.house,
        street=parts.street or asked.street,
        unit=parts.unit or asked.unit,
        city=parts.city or asked.city,
        state=parts.state or asked.state,
        zip_code=parts.zip or asked.zip_code,
    )
