"""The gate's JSON input: ``{"planned": {...}, "facts": {...}}``, read strictly.

The fields are those of :class:`Planned` and :class:`Facts`; an example is
``resources/samples_gate/example.json``.  Instants are RFC 3339 with an offset, dates ``2026-11-22``.  A list
that is left out of ``facts`` is *not known* and makes the decision stricter; an empty list is *known to be
empty*.
"""

import re
from collections.abc import Iterator

import msgspec

from workbench.compliance.errors import FactsError
from workbench.compliance.fact import Fact
from workbench.compliance.facts import Facts
from workbench.compliance.facts_people import Window
from workbench.compliance.localtime import clock, is_zone
from workbench.compliance.planned import Planned

MAX_BYTES = 16 * 1024 * 1024
_PATH = re.compile(r" - at `(?:key in )?(\$[A-Za-z0-9_.\[\]]*)`$")
_FIELD = re.compile(r"(?:unknown|required) field `([A-Za-z0-9_]{1,40})`")


class GateInput(Fact, frozen=True):
    """The whole input of one decision."""

    planned: Planned
    facts: Facts


def facts_from_json(data: bytes) -> tuple[Planned, Facts]:
    """The planned contact and its facts; FactsError says where and what, never a value."""
    if len(data) > MAX_BYTES:
        raise FactsError("The facts file is larger than 16 MB.")
    try:
        given = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=GateInput)
    except msgspec.ValidationError as error:
        raise FactsError(_explain(str(error)), hint=HINT) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise FactsError("The facts file is not JSON.", hint=HINT) from None
    _check(given)
    return given.planned, given.facts


HINT = "See resources/samples_gate/example.json for the shape."


def facts_to_json(planned: Planned, facts: Facts) -> bytes:
    """The same in JSON again: what a decision was made from, for its log."""
    return msgspec.json.encode(GateInput(planned=planned, facts=facts), order="deterministic")


def _explain(text: str) -> str:
    """What is wrong and where, without the value that is wrong."""
    where = _PATH.search(text)
    place = where.group(1) if where else "$"
    field = _FIELD.search(text)
    if "unknown field" in text:
        named = f" {field.group(1)}" if field else ""
        return f"Unknown field{named} at {place}."
    if "required field" in text and field:
        return f"Missing field {field.group(1)} at {place}."
    if "Invalid enum value" in text:
        return f"A word that is not one of those expected at {place}."
    if "timezone" in text or "RFC3339" in text:
        return f"Expected an instant with its zone (2026-11-22T14:00:00-05:00) at {place}."
    expected = re.match(r"Expected `[a-z0-9 |<>=-]+`(?:, got `[a-z0-9 ]+`)?", text)
    return f"{expected.group(0) if expected else 'A value of the wrong kind'} at {place}."


def _check(given: GateInput) -> None:
    """What types cannot say: zones exist, windows are times, ids are not repeated."""
    for window, where in _windows(given):
        try:
            clock(window.start)
            clock(window.end)
        except ValueError:
            raise FactsError(f"Expected times of day HH:MM in the window of {where}.", hint=HINT) from None
        if window.zone and not is_zone(window.zone):
            raise FactsError(f"Expected an IANA time zone in the window of {where}.", hint=HINT)
    for item in given.facts.location_evidence or ():
        if not all(is_zone(name) for name in item.zones):
            raise FactsError("Expected IANA time zones in facts.location_evidence.", hint=HINT)
    _check_ids("debts", [d.debt_id for d in given.facts.debts or ()])
    _check_ids("events", [e.event_id for e in given.facts.events or ()])
    _check_ids("endpoints", [e.endpoint_id for e in given.facts.endpoints or ()])


def _windows(given: GateInput) -> Iterator[tuple[Window, str]]:
    for wish in given.facts.preferences or ():
        if wish.window is not None:
            yield wish.window, "facts.preferences"
    for consent in given.facts.consents or ():
        if consent.window is not None:
            yield consent.window, "facts.consents"


def _check_ids(where: str, ids: list[str]) -> None:
    if len(set(ids)) != len(ids):
        raise FactsError(f"The same id stands twice in facts.{where}.", hint=HINT)
