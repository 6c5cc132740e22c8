"""A documented account in an ordinary state of affairs; a case changes only what it is about.

Nothing blocks here on a weekday at noon: no attorney, no dispute, validated long ago, one zone.  People,
numbers and firms are fictional.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from typing import Any

from msgspec.structs import replace

from workbench.compliance import (
    Decision,
    Facts,
    NextKind,
    NextTime,
    Planned,
    RulePack,
    Verdict,
    decide,
    load_pack,
)
from workbench.compliance.facts_contact import Endpoint, Event
from workbench.compliance.facts_debt import Debt, Notice
from workbench.compliance.facts_people import Consumer, LocationEvidence
from workbench.compliance.localtime import zone
from workbench.compliance.planned import Content
from workbench.compliance.words import Channel, DialMethod, Direction, Element, Outcome, Party, Place, Purpose

NY, CHICAGO, LA, PHOENIX, GUAM = (
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Phoenix",
    "Pacific/Guam",
)
SPOKEN_SCRIPT = frozenset({Element.INITIAL_DISCLOSURE, Element.PERSON_NAME, Element.CREDITOR_NAME})
MESSAGE = frozenset({Element.INITIAL_DISCLOSURE, Element.OPT_OUT_NOTICE})
LOCATION_SCRIPT = frozenset({Element.PERSON_NAME, Element.LOCATION_STATEMENT})
LIMITED = frozenset({Element.BUSINESS_NAME, Element.REQUEST_REPLY, Element.PERSON_NAME, Element.PHONE_NUMBER})
_ids = count()


@cache
def whole_pack() -> RulePack:
    return load_pack()


def pack(*policies: str, regf: bool = False) -> RulePack:
    """The bundled pack with only these policies on."""
    chosen = whole_pack().with_policies(policies)
    return chosen.with_boundary(strict=False) if regf else chosen


def at(text: str, name: str = NY) -> datetime:
    """``2026-11-23 08:00[:00]`` on the clocks of a zone, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=zone(name)).astimezone(UTC)


def day(text: str) -> date:
    return date.fromisoformat(text)


def in_zones(*names: str) -> tuple[LocationEvidence, ...]:
    return (LocationEvidence(kind="residence", zones=names),)


def says(*elements: Element, base: frozenset[Element] = SPOKEN_SCRIPT, **more: Any) -> Content:
    return Content(elements=base | set(elements), **more)


def debt(debt_id: str = "A", **more: Any) -> Debt:
    known: dict[str, Any] = {
        "debt_id": debt_id,
        "contract": ("open",),
        "states": ("GA",),
        "accrual_on": day("2025-06-01"),
        "incurred_on": day("2023-03-01"),
        "delinquency_on": day("2025-06-01"),
        "default_on": day("2026-09-30"),
        "balance_cents": 90_000,
        "owner_is_debt_buyer": False,
    }
    return Debt(**{**known, **more})


def notices(*debt_ids: str, sent: str = "2026-01-05") -> tuple[Notice, ...]:
    return tuple(Notice(debt_id=key, sent_on=day(sent)) for key in debt_ids)


ENDPOINTS = (
    Endpoint(endpoint_id="phone", kind="phone", place=Place.MOBILE),
    Endpoint(endpoint_id="home-phone", kind="phone", place=Place.HOME),
    Endpoint(endpoint_id="work-phone", kind="phone", place=Place.WORK),
    Endpoint(
        endpoint_id="mail",
        kind="email",
        consumer_wrote_on=day("2026-10-01"),
        domain_public=True,
        volunteered=True,
    ),
    Endpoint(endpoint_id="text", kind="phone", consumer_wrote_on=day("2026-11-01"), place=Place.MOBILE),
    Endpoint(endpoint_id="house", kind="address", place=Place.HOME),
)
USUAL_ENDPOINT = {
    Channel.EMAIL: "mail",
    Channel.SMS: "text",
    Channel.LETTER: "house",
    Channel.POSTCARD: "house",
    Channel.IN_PERSON: "house",
}


def world(**changes: Any) -> Facts:
    """Facts of the ordinary account with ``changes``."""
    usual = Facts(
        consumer=Consumer(residence_state="GA"),
        debts=(debt("A"), debt("B")),
        location_evidence=in_zones(NY),
        preferences=(),
        consents=(),
        attorneys=(),
        cease=(),
        disputes=(),
        creditor_requests=(),
        notices=notices("A", "B"),
        events=(),
        endpoints=ENDPOINTS,
        bankruptcies=(),
        identity_theft=(),
    )
    return replace(usual, **changes)


def contact(moment: datetime, channel: str = "call", **more: Any) -> Planned:
    """A collection contact with the consumer about debt A, its script in order."""
    kind = Channel(channel)
    spoken = kind in {Channel.CALL, Channel.IN_PERSON, Channel.PRERECORDED_CALL}
    elements = LIMITED if kind is Channel.VOICEMAIL else SPOKEN_SCRIPT if spoken else MESSAGE
    usual: dict[str, Any] = {
        "at": moment,
        "channel": kind,
        "purpose": Purpose.COLLECT,
        "party_id": "consumer",
        "debt_ids": ("A",),
        "endpoint_id": USUAL_ENDPOINT.get(kind, "phone"),
        "dial_method": DialMethod.MANUAL,
        "content": Content(elements=elements),
    }
    return Planned(**{**usual, **more})


def ask(moment: datetime, person: str = "sister", **more: Any) -> Planned:
    """A call to somebody else for location information, by the allowed script."""
    usual: dict[str, Any] = {
        "party": Party.THIRD_PARTY,
        "party_id": person,
        "purpose": Purpose.LOCATE,
        "endpoint_id": f"{person}-phone",
        "content": Content(elements=LOCATION_SCRIPT),
    }
    return contact(moment, **{**usual, **more})


def event(moment: datetime, channel: str = "call", outcome: str = "no_answer", **more: Any) -> Event:
    """One of our past contacts with the consumer about debt A."""
    kind = Channel(channel)
    usual: dict[str, Any] = {
        "event_id": f"event-{next(_ids)}",
        "at": moment,
        "channel": kind,
        "party_id": "consumer",
        "outcome": Outcome(outcome),
        "debt_ids": ("A",),
        "endpoint_id": USUAL_ENDPOINT.get(kind, "phone"),
        "place": Place.MOBILE,
    }
    return Event(**{**usual, **more})


def inbound(moment: datetime, channel: str = "call", outcome: str = "conversation", **more: Any) -> Event:
    return event(moment, channel, outcome, direction=Direction.INBOUND, **more)


def calls(*days: str, hour: str = "10:00", **more: Any) -> tuple[Event, ...]:
    """An unanswered call on each day; a day given twice gets two, an hour apart."""
    found = []
    for index, text in enumerate(days):
        earlier = days[:index].count(text)
        found.append(event(at(f"2026-{text} {int(hour[:2]) + earlier:02d}{hour[2:]}"), **more))
    return tuple(found)


NOW = NextTime(NextKind.NOW)
NEVER = NextTime(NextKind.NEVER)


def on(*names: str) -> NextTime:
    return NextTime(NextKind.ON_EVENT, None, names)


def then(text: str, name: str = NY) -> NextTime:
    return NextTime(NextKind.AT, at(text, name))


@dataclass(frozen=True)
class Case:
    """One planned contact and what is expected of its decision.

    ``rules``: ids that must answer with the verdict; ``reasons``: reason codes that must occur; ``free``:
    the decision's next time; ``rule_free``: the next time of the first rule in ``rules``.
    """

    planned: Planned
    verdict: Verdict
    facts: Facts = field(default_factory=world)
    rules: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    free: NextTime | None = None
    rule_free: NextTime | None = None
    tasks: tuple[str, ...] = ()
    pack: RulePack = field(default_factory=pack)
    law: Verdict | None = None


def check(case: Case) -> Decision:
    """Assert everything a case states; the decision is returned for more."""
    decision = decide(case.planned, case.facts, case.pack)
    found = [(r.rule_id, r.verdict.name, r.reason_code, r.message, r.facts) for r in decision.results]
    assert decision.verdict is case.verdict, found
    if case.law is not None:
        assert decision.law_verdict is case.law, found
    by_rule = {r.rule_id for r in decision.results if r.verdict is case.verdict}
    assert set(case.rules) <= by_rule, found
    assert set(case.reasons) <= {r.reason_code for r in decision.results}, found
    assert set(case.tasks) <= set(decision.tasks), found
    if case.verdict is not Verdict.BLOCK:
        assert decision.next_time == NextTime(NextKind.NOW, case.planned.at)
    if case.free is not None and case.free != NOW:
        assert decision.next_time == case.free, (decision.next_time, found)
    if case.rule_free is not None:
        result = next(r for r in decision.results if r.rule_id == case.rules[0] and r.verdict is case.verdict)
        assert result.next_time == case.rule_free, result
    return decision
