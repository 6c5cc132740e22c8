"""Cases of time and place: T-TIME, T-KNOWN, T-WORK."""

import pytest
from gate_world import (
    GUAM,
    LA,
    NEVER,
    NY,
    PHOENIX,
    Case,
    at,
    check,
    contact,
    day,
    event,
    in_zones,
    inbound,
    pack,
    then,
    world,
)

from workbench.compliance import Verdict
from workbench.compliance.facts_contact import Endpoint
from workbench.compliance.facts_people import Consent, Consumer, LocationEvidence, Preference, Window
from workbench.compliance.words import Known, Place, Purpose

ALLOW, WARN, ACK, BLOCK = Verdict
STRICT, REGF = pack(), pack(regf=True)


def hours(moment, verdict, free=None, *, regf=False, **facts):
    return Case(
        contact(moment),
        verdict,
        world(**facts),
        rules=("FED-TIME-8-9",) if verdict is BLOCK else (),
        free=free,
        pack=REGF if regf else STRICT,
    )


def place(kind, value, **more):
    return LocationEvidence(kind=kind, value=value, **more)


EAST_AND_WEST = (place("phone", "212-555-0134"), place("residence", "98101"))
IN_SEATTLE = (
    *EAST_AND_WEST,
    place("stated_current", "98101", observed_at=at("2026-11-23 12:00")),
)
PHOENIX_AND_CA = (place("phone", "602-555-0134"), place("residence", "90012"))
SPLIT = (place("phone", "850-555-0134"),)
VALLEY = (place("residence", "36854"),)
LATER = Consent(
    consent_id="until-ten",
    kind="time",
    received_at=at("2026-11-20 12:00"),
    window=Window(start="08:00", end="22:00"),
)
NIGHTS = Preference(
    preference_id="nights",
    kind="inconvenient_time",
    received_at=at("2026-11-02 15:00"),
    window=Window(start="00:00", end="14:00"),
)
BUSY = Preference(preference_id="busy", kind="busy_now", received_at=at("2026-11-23 10:00"))
WEEKENDS = Preference(
    preference_id="weekends",
    kind="inconvenient_time",
    received_at=at("2026-11-10 15:00"),
    window=Window(days=(5, 6)),
)
SATURDAY_MAIL = inbound(at("2026-11-21 10:00"), "email", "received")
NO_WORK = Preference(preference_id="boss", kind="no_work_calls", received_at=at("2026-11-10 12:00"))
WORK_MAIL = Endpoint(
    endpoint_id="work-mail",
    kind="email",
    place=Place.WORK,
    employer_provided=Known.YES,
    consumer_wrote_on=day("2026-11-10"),
)


def reply(moment):
    return contact(moment, "email", purpose=Purpose.RESPOND_TO_INBOUND)


def at_work(moment="2026-11-23 12:00"):
    return contact(at(moment), endpoint_id="work-phone", place=Place.WORK)


CASES = {
    "T-TIME-01": [hours(at("2026-11-23 08:00"), BLOCK, then("2026-11-23 08:01"))],
    "T-TIME-02": [hours(at("2026-11-23 08:00"), ALLOW, regf=True)],
    "T-TIME-03": [
        hours(at("2026-11-23 07:59:59"), BLOCK, then("2026-11-23 08:01")),
        hours(at("2026-11-23 07:59:59"), BLOCK, then("2026-11-23 08:00"), regf=True),
    ],
    "T-TIME-04": [
        hours(at("2026-11-23 21:00"), BLOCK, then("2026-11-24 08:01")),
        hours(at("2026-11-23 21:00"), ALLOW, regf=True),
    ],
    "T-TIME-05": [
        hours(at("2026-11-23 20:59:59"), ALLOW),
        hours(at("2026-11-23 20:59:59"), ALLOW, regf=True),
    ],
    "T-TIME-06": [
        hours(at("2026-11-23 21:00:01"), BLOCK, then("2026-11-24 08:01")),
        hours(at("2026-11-23 21:00:01"), BLOCK, then("2026-11-24 08:00"), regf=True),
    ],
    "T-TIME-07": [
        hours(at("2026-11-23 10:30"), BLOCK, then("2026-11-23 11:01"), location_evidence=EAST_AND_WEST)
    ],
    "T-TIME-08": [hours(at("2026-11-23 11:30"), ALLOW, location_evidence=EAST_AND_WEST)],
    "T-TIME-09": [
        hours(at("2026-11-23 18:30", LA), BLOCK, then("2026-11-24 11:01"), location_evidence=EAST_AND_WEST)
    ],
    "T-TIME-10": [hours(at("2026-11-23 18:30", LA), ALLOW, location_evidence=IN_SEATTLE)],
    "T-TIME-11": [hours(at("2026-07-01 08:30", PHOENIX), ALLOW, location_evidence=PHOENIX_AND_CA)],
    "T-TIME-12": [
        hours(
            at("2026-12-01 08:30", PHOENIX),
            BLOCK,
            then("2026-12-01 09:01", PHOENIX),
            location_evidence=PHOENIX_AND_CA,
        )
    ],
    "T-TIME-13": [
        hours(
            at("2026-12-01 20:30", LA), BLOCK, then("2026-12-02 08:01", LA), location_evidence=PHOENIX_AND_CA
        )
    ],
    "T-TIME-14": [hours(at("2026-11-23 08:30"), BLOCK, then("2026-11-23 09:01"), location_evidence=SPLIT)],
    "T-TIME-15": [hours(at("2011-12-07 21:39"), ALLOW, location_evidence=VALLEY)],
    "T-TIME-16": [
        hours(at("2026-11-23 09:00"), BLOCK, then("2026-11-23 13:01"), location_evidence=()),
        hours(at("2026-07-01 09:00"), BLOCK, then("2026-07-01 14:01"), location_evidence=()),
    ],
    "T-TIME-17": [
        hours(
            at("2027-03-14 10:30"), BLOCK, then("2027-03-14 11:01"), location_evidence=in_zones(NY, PHOENIX)
        )
    ],
    "T-TIME-18": [
        hours(at("2026-11-23 12:00"), BLOCK, then("2026-11-23 17:01"), location_evidence=in_zones(NY, GUAM))
    ],
    "T-TIME-19": [
        Case(contact(at("2026-11-23 03:00"), "letter"), ALLOW),
        Case(contact(at("2026-11-23 23:30"), "letter"), ALLOW),
    ],
    "T-TIME-20": [
        Case(contact(at("2026-11-23 21:40")), ALLOW, world(consents=(LATER,)), reasons=("agreed_time",)),
    ],
    "T-KNOWN-01": [
        Case(
            contact(at("2026-11-23 11:00")),
            BLOCK,
            world(preferences=(NIGHTS,)),
            rules=("FED-TIME-KNOWN",),
            free=then("2026-11-23 14:00"),
        )
    ],
    "T-KNOWN-02": [Case(contact(at("2026-11-23 15:00")), ALLOW, world(preferences=(BUSY,)))],
    "T-KNOWN-03": [
        Case(
            reply(at("2026-11-21 10:20")),
            ALLOW,
            world(preferences=(WEEKENDS,), events=(SATURDAY_MAIL,)),
            reasons=("reply_to_inbound",),
        )
    ],
    "T-KNOWN-04": [
        Case(
            reply(at("2026-11-21 10:40")),
            BLOCK,
            world(
                preferences=(WEEKENDS,),
                events=(
                    SATURDAY_MAIL,
                    event(at("2026-11-21 10:20"), "email", "sent", purpose=Purpose.RESPOND_TO_INBOUND),
                ),
            ),
            rules=("FED-TIME-KNOWN",),
            free=then("2026-11-23 08:01"),
        )
    ],
    "T-WORK-01": [
        Case(at_work(), BLOCK, world(preferences=(NO_WORK,)), rules=("FED-WORK",), free=NEVER),
    ],
    "T-WORK-02": [
        Case(at_work(), ACK, rules=("FED-WORK",), reasons=("employer_policy_unknown",)),
        Case(at_work(), BLOCK, rules=("POL-WORK-DEFAULT",), pack=pack("POL-WORK-DEFAULT"), law=ACK),
    ],
    "T-WORK-03": [
        Case(
            contact(at("2026-11-23 12:00"), "email", endpoint_id="work-mail", place=Place.WORK),
            ALLOW,
            world(endpoints=(WORK_MAIL,)),
        )
    ],
}


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{key}.{n}") for key, rows in CASES.items() for n, c in enumerate(rows)]
)
def test_case(case):
    check(case)


def test_agreed_time_names_its_consent():
    decision = check(CASES["T-TIME-20"][0])
    assert [r.facts["consent"] for r in decision.results if r.rule_id == "FED-TIME-8-9"] == ["until-ten"]


def test_unknown_place_is_warned_of_and_every_zone_counts():
    decision = check(CASES["T-TIME-16"][0])
    warned = [r for r in decision.results if r.reason_code == "location_unknown"]
    assert [r.verdict for r in warned] == [WARN]
    blocked = next(r for r in decision.results if r.reason_code == "outside_hours")
    assert set(blocked.facts) == set(pack().unknown_zones)


def test_letter_has_no_hours():
    decision = check(CASES["T-TIME-19"][0])
    assert "FED-TIME-8-9" not in {r.rule_id for r in decision.results}


def test_statement_of_place_yields_to_newer_evidence():
    newer = LocationEvidence(kind="residence", value="10001", observed_at=at("2026-11-23 13:00"))
    facts = world(location_evidence=(*IN_SEATTLE, newer))
    check(Case(contact(at("2026-11-23 18:30", LA)), BLOCK, facts, rules=("FED-TIME-8-9",)))


def test_zip_alone_gives_the_zone():
    facts = world(consumer=Consumer(residence_zip="96813"), location_evidence=())
    check(Case(contact(at("2026-11-23 12:00")), BLOCK, facts, free=then("2026-11-23 13:01")))
