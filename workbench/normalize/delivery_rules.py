"""The scalar rules of addresses without a street: post office boxes, rural, highway and military routes."""

import re
from typing import NamedTuple

_LABEL = r"[ #-]*(?:(?:NO|NUM|NUMBER)[ #]+)?"
_BOX = re.compile(
    r"(?:^| )(?:(?:G ?)?P[ -]*[O0][ -]*(?:BOX|BX|B|DRAWER)|POB|POBOX|POST(?: OFFICE)? (?:BOX|DRAWER)"
    rf"|LOCK ?BOX|CALLER(?: BOX| SERVICE)?|APARTADO|APDO){_LABEL}([A-Z]?\d[A-Z0-9-]*|[A-Z])(?= |$)"
    rf"|^(?:BOX|BX|DRAWER){_LABEL}([A-Z]?\d[A-Z0-9-]*)(?= |$)|^P[ -]*O[ #]+(\d+)(?= |$)"
)
_RURAL = r"RR|R R|RFD|R F D|R D|RURAL (?:ROUTE|RTE|RT|DELIVERY)"
_HIGHWAY = r"HCR?|H C|(?:HIGHWAY|HWY) CONTRACT(?: ROUTE| RTE| RT)?|HC ROUTE|STAR (?:ROUTE|RTE|RT)"
_MILITARY = "PSC|CMR|UNIT|OPC"
_ROUTE = re.compile(
    rf"^(?:({_RURAL}|RURAL|RD|RT|RTE|ROUTE|R)|({_HIGHWAY})|({_MILITARY})){_LABEL}(\d+[A-Z]?)"
    rf"[ #,]*(?:BOX|BX){_LABEL}(\d+(?:-?[A-Z](?![A-Z0-9]))?)"
)
_STAR = re.compile(rf"^(?:STAR (?:ROUTE|RTE|RT)) (?:BOX|BX){_LABEL}(\d+[A-Z]?)")
_NO_BOX = re.compile(rf"^(?:({_RURAL})|({_HIGHWAY})){_LABEL}(\d+[A-Z]?)$")
_ROUTE_ALONE = re.compile(
    rf"^(?:(?:{_RURAL}|RT|RTE|ROUTE|{_HIGHWAY}|{_MILITARY}){_LABEL}\d+[A-Z]?|STAR (?:ROUTE|RTE|RT))$"
)
_BOX_ALONE = re.compile(rf"^(?:BOX|BX){_LABEL}\d+-?[A-Z]?$")


class Delivery(NamedTuple):
    """A box, "" where there is none, of a route, "" for a post office box, and the text around them."""

    box: str
    route: str
    rest: str


def box_parts(folded: str) -> Delivery | None:
    """A post office box anywhere in a folded line; None where there is none."""
    found = _BOX.search(folded)
    if not found:
        return None
    number = (found.group(1) or found.group(2) or found.group(3)).replace("-", "").lstrip("0")
    return Delivery(number, "", f"{folded[: found.start()]} {folded[found.end() :]}".strip())


def route_parts(folded: str) -> Delivery | None:
    """A rural, highway contract or military route at the start of a folded line: ``RR 2``, ``PSC 1234``."""
    found = _ROUTE.match(folded)
    if found:
        rural, highway, military, number, box = found.groups()
        kind = "RR" if rural else "HC" if highway else military
        return Delivery(
            box.replace("-", "").lstrip("0"), f"{kind} {number.lstrip('0')}", folded[found.end() :].strip()
        )
    star = _STAR.match(folded)
    if star:
        return Delivery(star.group(1).lstrip("0"), "HC", folded[star.end() :].strip())
    alone = _NO_BOX.match(folded)
    return (
        Delivery("", f"{'RR' if alone.group(1) else 'HC'} {alone.group(3).lstrip('0')}", "")
        if alone
        else None
    )


def is_route_box(first: str, second: str) -> bool:
    """Whether two folded lines are a route and the box on it."""
    return _ROUTE_ALONE.match(first) is not None and _BOX_ALONE.match(second) is not None
