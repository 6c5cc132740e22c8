"""The pieces that the comparable parts of an address hold together: directions, street name, suffix, box."""

from typing import NamedTuple

from workbench.model.party import PostalAddress
from workbench.normalize import reference
from workbench.normalize.address_rules import KEPT
from workbench.normalize.addresses import parse_address
from workbench.normalize.delivery_rules import box_parts, route_parts
from workbench.normalize.line_starts import started
from workbench.normalize.one_line import one_line_address
from workbench.normalize.text import fold_text

_NUMBERED = frozenset(("HWY", "RTE", "I", "FM", "CR", "SR", "RR", "HC", "CARR", "PSC", "CMR", "UNIT", "OPC"))


_ROUTES = frozenset(("RR", "HC", "PSC", "CMR", "UNIT", "OPC"))


class StreetPieces(NamedTuple):
    """A street in its normal form taken apart, "" for what is absent: ``N`` ``MAPLE`` ``ST`` ``W``.

    A numbered road (``US HWY 64 E``) and a route (``RR 2``) are a name without a suffix.
    """

    predir: str = ""
    name: str = ""
    suffix: str = ""
    postdir: str = ""


class AddressDetail(NamedTuple):
    """Every piece of one address, "" for what is absent.

    ``box`` is that of a post office or a route, also where a house and street stand beside it.
    """

    house: str
    street: StreetPieces
    unit: str
    box: str
    city: str
    state: str
    zip: str


def street_pieces(street: str) -> StreetPieces:
    """The pieces of a street as ``AddressParts.street`` has it; joined by blanks they are the street."""
    directions = frozenset(reference.mapping("directionals").values())
    suffixes = frozenset(reference.mapping("street_suffixes").values())
    words = street.split()
    predir = postdir = suffix = ""
    if len(words) > 1 and words[0] in directions and not (len(words) == 2 and words[1] in suffixes):
        predir = words.pop(0)
    if len(words) > 1 and words[-1] in directions and not (len(words) == 2 and words[0] in suffixes):
        postdir = words.pop()
    numbered = len(words) > 1 and words[-1][:1].isdigit() and not _NUMBERED.isdisjoint(words[:-1])
    if len(words) > 1 and words[-1] in suffixes and not numbered:
        suffix = words.pop()
    return StreetPieces(predir, " ".join(words), suffix, postdir)


def _box(address: PostalAddress) -> str:
    """The box that either line names."""
    for line in (address.line1, address.line2):
        folded = started(fold_text(line, keep=KEPT))
        found = route_parts(folded) or box_parts(folded)
        if found and found.box:
            return found.box
    return ""


def address_detail(given: PostalAddress | str) -> AddressDetail:
    """Every piece of one address; a str is taken apart first."""
    address = one_line_address(given) if isinstance(given, str) else given
    parts = parse_address(address)
    house = parts.house or ""
    boxed = house.startswith("PO BOX") or (parts.street or "").split(" ")[0] in _ROUTES
    return AddressDetail(
        "" if boxed else house,
        street_pieces(parts.street or ""),
        parts.unit or "",
        _box(address) or (house.removeprefix("PO BOX ") if boxed else ""),
        parts.city or "",
        parts.state or "",
        parts.zip or "",
    )
