"""Judges one stored person against what a search asks for: every thing that was asked, or not at all."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.services import library_search_comparing as compare
from workbench.services.library_search_names import Reading
from workbench.services.library_search_reasons import Agreement, Reason
from workbench.services.library_search_words import Asked
from workbench.vault.library_lookups import StoredRow

ODD_READING = 0.75
"""What the less likely reading of a name costs: SMITH JOHN finds John Smith before Smith John."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A person who answers: how far from exact in all, and why, thing by thing."""

    cost: float
    reasons: tuple[Reason, ...]


class _NoAnswerError(Exception):
    """Something that was asked for does not apply."""


def judge(asked: Asked, names: Sequence[Reading], row: StoredRow) -> Judged | None:
    """Whether and how ``row`` answers ``asked``; ``names`` are its readings.  None: it does not."""
    try:
        reasons = tuple(_reasons(asked, row.values))
        name = _best_name(names, row.values)
    except _NoAnswerError:
        return None
    cost = name.cost + sum(reason.cost for reason in reasons)
    return Judged(round(cost, 2), (*name.reasons, *reasons))


def _best_name(names: Sequence[Reading], of: dict[str, Any]) -> Judged:
    if not names:
        return Judged(0.0, ())
    found = [judged for reading in names if (judged := _name(reading, of)) is not None]
    if not found:
        raise _NoAnswerError
    return min(found, key=lambda judged: judged.cost)


def _name(reading: Reading, of: dict[str, Any]) -> Judged | None:
    reasons: list[Reason] = []
    if reading.last is not None:
        last = compare.last_name(reading.last, of["last"] or "", of["former_last"] or "")
        if last is None:
            return None
        reasons.append(Reason("last name", *last))
    if reading.first is not None:
        first = compare.first_name(reading.first, of["first"] or "", of["middle"] or "")
        if first is None:
            return None
        reasons.append(Reason("first name", *first))
    if reading.middle is not None:
        reasons.append(Reason("middle name", *compare.middle_name(reading.middle, of["middle"] or "")))
    if reading.suffix:
        suffix = of["suffix"] or ""
        same = (
            Agreement.EXACT if suffix == reading.suffix else Agreement.OTHER if suffix else Agreement.NOT_SAID
        )
        reasons.append(Reason("suffix", same, suffix))
    cost = sum(reason.cost for reason in reasons) + (ODD_READING if reading.odd else 0.0)
    return Judged(cost, tuple(reasons))


def _reasons(asked: Asked, of: dict[str, Any]) -> Iterator[Reason]:
    if asked.phone:
        yield _required("phone", _among(asked.phone, of["phones"]))
    if asked.email:
        yield _required("e-mail", _among(asked.email, of["emails"]))
    if asked.birth:
        day = date.fromisoformat(of["birth_date"]) if of["birth_date"] else None
        found = compare.birth(asked.birth, day, of["birth_year"], of["birth_year_slack"] or 0)
        if found is None:
            raise _NoAnswerError
        yield Reason("birth", *found)
    if asked.employer:
        yield _required(
            "employer", compare.employer(asked.employer, of["employer"] or ""), of["employer"] or ""
        )
    yield from _place(asked, of)


def _required(field: str, agreement: Agreement | None, found: str = "") -> Reason:
    if agreement is None:
        raise _NoAnswerError
    return Reason(field, agreement, found)


def _among(value: str, stored: str | None) -> Agreement | None:
    return Agreement.EXACT if stored and value in json.loads(stored) else None


def _place(asked: Asked, of: dict[str, Any]) -> Iterator[Reason]:
    """Reasons of the one address, home before mailing, that answers all that was asked of a place."""
    if not (asked.house or asked.street or asked.city or asked.state or asked.zip_code):
        return
    home = _address(asked, of, "address")
    mailing = None if home is not None else _address(asked, of, "mailing")
    if home is not None:
        yield from home
    elif mailing is not None:
        yield from mailing
        line = " ".join(of[f"mailing_{part}"] or "" for part in ("house", "street", "city")).strip()
        yield Reason("place", Agreement.MAILING, " ".join(line.split()))
    else:
        raise _NoAnswerError


def _address(asked: Asked, of: dict[str, Any], prefix: str) -> tuple[Reason, ...] | None:
    try:
        return tuple(_of_address(asked, lambda part: of[f"{prefix}_{part}"] or ""))
    except _NoAnswerError:
        return None


def _of_address(asked: Asked, of: Callable[[str], str]) -> Iterator[Reason]:
    if asked.house:
        yield _required("house", Agreement.EXACT if of("house") == asked.house else None)
    if asked.street:
        yield _required("street", compare.street(asked.street, of("street")), of("street"))
    if asked.unit and of("house"):
        unit = of("unit")
        same = Agreement.EXACT if unit == asked.unit else Agreement.OTHER if unit else Agreement.NOT_SAID
        yield Reason("unit", same, unit)
    if asked.city:
        yield _required("town", compare.spelling(asked.city, of("city")) if of("city") else None, of("city"))
    if asked.state:
        yield _required("state", Agreement.EXACT if of("state") == asked.state else None)
    if asked.zip_code:
        same_zip = of("zip").startswith(asked.zip_code)
        exact = Agreement.EXACT if len(asked.zip_code) == 5 else Agreement.BEGINS
        yield _required("ZIP", exact if same_zip else None, of("zip"))
