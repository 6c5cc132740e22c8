"""Cases of states and cities (T-ST), machines that dial (T-TCPA), postdated cheques (T-PAY)."""

import pytest
from gate_world import (
    ENDPOINTS,
    MESSAGE,
    NEVER,
    Case,
    at,
    check,
    contact,
    day,
    debt,
    event,
    in_zones,
    on,
    says,
    then,
    whole_pack,
    world,
)

from workbench.compliance import Verdict
from workbench.compliance.facts_contact import Endpoint
from workbench.compliance.facts_debt import StateEvent
from workbench.compliance.facts_people import Consent, Consumer, Employer
from workbench.compliance.planned import Step
from workbench.compliance.words import Channel, Element, Known, Party, Place, Purpose

ALLOW, WARN, ACK, BLOCK = Verdict


def lives_in(state, zip_code="", *events, **more):
    consumer = Consumer(residence_state=state, residence_zip=zip_code)
    return world(consumer=consumer, location_evidence=(), events=events, **more)


def resident(state, *events, zone="America/New_York", **more):
    consumer = Consumer(residence_state=state)
    return world(consumer=consumer, location_evidence=in_zones(zone), events=events, **more)


def on_days(channel, outcome, *days, **more):
    return tuple(event(at(f"2026-{d} 12:00"), channel, outcome, **more) for d in days)


ENGLISH = says(Element.PERSON_NAME, Element.CREDITOR_NAME)
MA = resident("MA", *on_days("call", "voicemail", "11-16", "11-18"))
MA_WORK = resident(
    "MA",
    *on_days("call", "no_answer", "11-02", "11-16", place=Place.WORK, endpoint_id="work-phone"),
    employer=Employer(prohibits=Known.NO),
)
E_CONSENT = (Consent(consent_id="e", kind="electronic", received_at=at("2026-10-01 12:00")),)
NYC_BUSY = lives_in(
    "NY",
    "10001",
    *on_days("email", "sent", "11-16"),
    *on_days("call", "no_answer", "11-17"),
    *on_days("sms", "sent", "11-17"),
    consents=E_CONSENT,
)
NYC_AUGUST = lives_in("NY", "10001", *on_days("call", "no_answer", "08-18", "08-19"))
NYC_SEPTEMBER = lives_in("NY", "10001", *on_days("call", "no_answer", "09-08", "09-09"))
DC = resident("DC", *on_days("call", "no_answer", *["11-16"] * 4))
WA = resident(
    "WA",
    *on_days("call", "no_answer", "11-16", "11-17"),
    *on_days("email", "sent", "11-17"),
    zone="America/Los_Angeles",
)
NOTICE_SENT = (StateEvent(name="nv_medical_notice_mailed", on=day("2026-09-01")),)
NV_DEBT = {"kind": "medical", "states": ("NV",)}


def nevada(*state_events):
    return resident("NV", zone="America/Los_Angeles", debts=(debt(**NV_DEBT, state_events=state_events),))


SPOUSE = {"party": Party.SPOUSE, "party_id": "spouse", "endpoint_id": "spouse-phone"}


def at_work(text):
    return contact(at(text), endpoint_id="work-phone", place=Place.WORK)


def noon(text, channel="call", **more):
    return contact(at(f"{text} 12:00"), channel, **more)


CALIFORNIAN = resident("CA", zone="America/Los_Angeles")
FLORIDIAN = resident("FL")
NC_BUYER = resident(
    "NC", debts=(debt(states=("NC",), accrual_on=day("2020-01-01"), owner_is_debt_buyer=True),)
)
NC_MESSAGE = says(Element.TBD_NOTICE, Element.PERMIT_NUMBER, base=MESSAGE)

CASES = {
    "T-ST-01": [
        Case(
            noon("2026-11-20", content=ENGLISH), BLOCK, MA, rules=("MA-FREQ",), free=then("2026-11-23 08:01")
        ),
        Case(noon("2026-11-23", content=ENGLISH), ALLOW, MA),
    ],
    "T-ST-02": [
        Case(
            at_work("2026-11-20 12:00"),
            BLOCK,
            MA_WORK,
            rules=("MA-FREQ-OTHER",),
            free=then("2026-12-02 08:01"),
        ),
        Case(at_work("2026-12-02 12:00"), ALLOW, MA_WORK),
    ],
    "T-ST-03": [
        *[
            Case(noon("2026-11-20", channel), BLOCK, NYC_BUSY, rules=("NYC-FREQ",))
            for channel in ("call", "sms", "email", "letter")
        ],
        Case(noon("2026-11-20"), BLOCK, NYC_BUSY, free=then("2026-11-23 08:01")),
        Case(noon("2026-11-23"), ALLOW, NYC_BUSY),
    ],
    "T-ST-04": [
        Case(noon("2026-08-20"), BLOCK, NYC_AUGUST, rules=("NYC-FREQ-OLD",)),
        Case(noon("2026-09-10"), ALLOW, NYC_SEPTEMBER),
    ],
    "T-ST-05": [
        Case(noon("2026-11-20"), BLOCK, DC, rules=("DC-CALL",), free=then("2026-11-23 08:01")),
        Case(noon("2026-11-23"), ALLOW, DC),
        Case(noon("2026-11-20", debt_ids=("B",)), ALLOW, DC),
    ],
    "T-ST-06": [Case(noon("2026-11-18", **SPOUSE), BLOCK, WA, rules=("WA-FREQ",))],
    "T-ST-07": [
        Case(
            noon("2026-10-31"),
            BLOCK,
            nevada(*NOTICE_SENT),
            rules=("NV-MED-60",),
            free=then("2026-11-01 11:01"),
        ),
        Case(noon("2026-11-01"), ALLOW, nevada(*NOTICE_SENT)),
        Case(noon("2026-11-01"), BLOCK, nevada(), rules=("NV-MED-60",), free=on("nv_medical_notice_mailed")),
    ],
    "T-ST-08": [
        Case(noon("2026-11-23", "letter"), BLOCK, CALIFORNIAN, rules=("CA-LIC",)),
        Case(
            noon("2026-11-23", "letter", content=says(Element.LICENCE_NUMBER, base=MESSAGE)),
            ALLOW,
            CALIFORNIAN,
        ),
    ],
    "T-ST-09": [
        Case(contact(at("2026-11-23 22:00"), "email"), BLOCK, FLORIDIAN, rules=("FED-TIME-8-9",)),
        Case(contact(at("2026-11-23 22:00"), "sms"), BLOCK, FLORIDIAN, rules=("FED-TIME-8-9", "FL-TIME")),
    ],
    "T-ST-10": [
        Case(
            noon("2026-11-23", channel, content=NC_MESSAGE),
            BLOCK,
            NC_BUYER,
            rules=("NC-TBD-BUYER",),
            free=NEVER,
        )
        for channel in ("call", "letter", "email", "sms")
    ],
    "T-TCPA-01": [
        Case(
            noon("2026-11-20", "prerecorded_call"),
            ALLOW,
            world(
                consents=(Consent(consent_id="auto", kind="tcpa_auto", received_at=at("2026-10-01 12:00")),)
            ),
        ),
        Case(
            noon("2026-11-20", "prerecorded_call"),
            BLOCK,
            world(
                consents=(
                    Consent(
                        consent_id="auto",
                        kind="tcpa_auto",
                        received_at=at("2026-10-01 12:00"),
                        revoked_at=at("2026-11-20 11:00"),
                    ),
                )
            ),
            rules=("FED-TCPA",),
        ),
    ],
}


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{key}.{n}") for key, rows in CASES.items() for n, c in enumerate(rows)]
)
def test_case(case):
    check(case)


def test_florida_itself_lets_email_be():
    ids = {r.rule_id for r in check(CASES["T-ST-09"][0]).results}
    assert "FL-TIME" not in ids


def deposit(text, notice):
    step = Step(
        taken_on=day("2026-11-23"),
        instrument_date=day("2026-12-10"),
        deposit_notice_on=day(notice) if notice else None,
    )
    return contact(
        at(f"{text} 12:00"), "action", purpose=Purpose.DEPOSIT, step=step, content=None, endpoint_id=""
    )


@pytest.mark.parametrize(
    ("when", "notice", "verdict"),
    [
        pytest.param("2026-12-10", "2026-11-25", ALLOW, id="T-PAY-01.0"),
        pytest.param("2026-12-10", "2026-12-07", ALLOW, id="T-PAY-01.1"),
        pytest.param("2026-12-10", "2026-11-24", BLOCK, id="T-PAY-01.2"),
        pytest.param("2026-12-10", "2026-12-08", BLOCK, id="T-PAY-01.3"),
        pytest.param("2026-12-10", "", BLOCK, id="T-PAY-01.4"),
        pytest.param("2026-12-09", "2026-12-01", BLOCK, id="T-PAY-01.5"),
    ],
)
def test_postdated_cheque(when, notice, verdict):
    check(Case(deposit(when, notice), verdict, rules=("FED-POSTDATED",) if verdict is BLOCK else ()))


def test_every_candidate_state_counts():
    """A Massachusetts number with a Georgia residence brings the Massachusetts rules with it."""
    boston = Endpoint(endpoint_id="phone", kind="phone", value="617-555-0134", place=Place.MOBILE)
    others = tuple(p for p in ENDPOINTS if p.endpoint_id != "phone")
    facts = world(endpoints=(*others, boston), events=MA.events)
    check(Case(noon("2026-11-20", content=ENGLISH), BLOCK, facts, rules=("MA-FREQ",)))


def test_unknown_residence_is_warned_of():
    check(Case(noon("2026-11-23"), WARN, world(consumer=Consumer()), rules=("FED-STATE-LAW",)))


def test_new_yorker_outside_the_city_is_not_under_its_rules():
    facts = lives_in("NY", "12207", *on_days("call", "no_answer", "11-16", "11-17", "11-18"))
    check(Case(noon("2026-11-20"), ALLOW, facts))


def test_unverified_mark_reaches_the_decision():
    decision = check(CASES["T-ST-01"][0])
    blocking = next(r for r in decision.results if r.rule_id == "MA-FREQ")
    assert (blocking.verified, blocking.confidence, blocking.citation) == (False, "S", "940 CMR 7.04(1)(f)")
    assert not whole_pack().reviewed
    assert not decision.pack_reviewed


def test_proposed_rule_does_not_apply():
    talks = on_days("call", "no_answer", *["11-16"] * 5)
    facts = lives_in("NY", "12207", *talks)
    ids = {r.rule_id for r in check(Case(noon("2026-11-20"), ALLOW, facts)).results}
    assert "NY-DFS-PROP" not in ids
    assert whole_pack().rule("NY-DFS-PROP").status == "proposed"


def test_action_has_no_frequency():
    assert Channel.ACTION not in whole_pack().rule("NYC-FREQ").channels


def test_rules_change_over_between_two_days():
    """On the last day of the old rule it alone applies, on the first of the new one that one alone."""
    august = lives_in("NY", "10001", *on_days("call", "no_answer", "08-29", "08-30"))
    check(Case(noon("2026-08-31"), BLOCK, august, rules=("NYC-FREQ-OLD",)))
    three = lives_in("NY", "10001", *on_days("call", "no_answer", "08-29", "08-30", "08-31"))
    results = check(Case(noon("2026-09-01"), BLOCK, three, rules=("NYC-FREQ",))).results
    assert "NYC-FREQ-OLD" not in {r.rule_id for r in results}
    check(Case(noon("2026-09-01"), ALLOW, august))
