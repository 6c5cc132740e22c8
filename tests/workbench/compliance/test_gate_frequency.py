"""Cases of counting: T-FREQ, T-COOL, T-PAT."""

import pytest
from gate_world import (
    LA,
    NY,
    Case,
    at,
    calls,
    check,
    contact,
    debt,
    event,
    in_zones,
    inbound,
    notices,
    pack,
    then,
    world,
)

from workbench.compliance import Verdict, evaluate
from workbench.compliance.calls import consent_holds
from workbench.compliance.facts_people import Consent
from workbench.compliance.words import Party

ALLOW, WARN, ACK, BLOCK = Verdict
SEVEN = "FED-CALL-7IN7"
PAUSE = "FED-CALL-COOLDOWN"
PATTERN = "FED-CALL-PATTERN"
DAILY = calls(*(f"11-0{n}" for n in range(2, 9)))
ALL_MONDAY = calls(*["11-02"] * 7)
MIXED = calls(*["11-02"] * 3, *["11-05"] * 2, *["11-06"] * 2)
SIX = calls(*["11-02"] * 6)
UNCONNECTED = (
    *calls(*["11-02"] * 4),
    event(at("2026-11-03 10:00"), outcome="busy"),
    event(at("2026-11-03 12:00"), outcome="busy"),
    event(at("2026-11-03 14:00"), outcome="out_of_service"),
)
THREE_NUMBERS = tuple(
    event(
        at(f"2026-11-0{2 + n} 10:00"),
        outcome="voicemail" if n % 2 else "no_answer",
        endpoint_id=f"no-{n % 3}",
    )
    for n in range(7)
)


def loans():
    return tuple(
        debt(key, kind="student_loan", servicing_account="S-1", contract=("written",)) for key in "ABC"
    )


LOAN_CALLS = (
    *calls(*["11-02"] * 4, debt_ids=("A",)),
    *calls("11-03", "11-04", debt_ids=("B",)),
    *calls("11-05", debt_ids=("C",)),
)
LOANS = world(debts=loans(), notices=notices("A", "B", "C"), events=LOAN_CALLS)


def talk(moment, **more):
    return event(at(moment), outcome="conversation", **more)


TUESDAY = world(events=(talk("2026-11-10 10:00"),))
MONDAY_TALK = talk("2026-11-16 10:00", event_id="talk-16")
CALL_BACK = Consent(
    consent_id="call-back",
    kind="call_more",
    received_at=at("2026-11-16 10:05"),
    event_id="talk-16",
    debt_ids=("A",),
)
ASKED = world(events=(MONDAY_TALK,), consents=(CALL_BACK,))
TALKED_AGAIN = world(events=(MONDAY_TALK, talk("2026-11-19 11:00")), consents=(CALL_BACK,))
THEY_CALLED = world(events=(inbound(at("2026-11-10 09:00"), debt_ids=("A",)),))
ABOUT_B = {"debt_ids": ("B",)}


def seven(moment, verdict, events, free=None, rules=None, **more):
    blocked = (SEVEN,) if verdict is BLOCK else ()
    return Case(
        contact(at(moment), **more),
        verdict,
        world(events=events),
        rules=blocked if rules is None else rules,
        free=free,
    )


CASES = {
    "T-FREQ-01": [seven("2026-11-08 12:00", BLOCK, DAILY, then("2026-11-09 08:01"))],
    "T-FREQ-02": [seven("2026-11-09 12:00", ALLOW, DAILY)],
    "T-FREQ-03": [seven("2026-11-08 12:00", BLOCK, ALL_MONDAY, then("2026-11-09 08:01"))],
    "T-FREQ-04": [seven("2026-11-07 12:00", BLOCK, MIXED, then("2026-11-09 08:01"))],
    "T-FREQ-05": [seven("2026-11-03 12:00", ALLOW, SIX)],
    "T-FREQ-06": [seven("2026-11-04 12:00", ALLOW, UNCONNECTED)],
    "T-FREQ-07": [seven("2026-11-08 18:00", BLOCK, THREE_NUMBERS, then("2026-11-09 08:01"))],
    "T-FREQ-08": [seven("2026-11-08 12:00", WARN, ALL_MONDAY, rules=(PATTERN,), **ABOUT_B)],
    "T-FREQ-09": [
        seven(
            "2026-11-08 12:00",
            BLOCK,
            calls(*["11-02"] * 6, "11-03", debt_ids=("A", "B")),
            then("2026-11-09 08:01"),
        ),
        seven(
            "2026-11-08 12:00",
            BLOCK,
            calls(*["11-02"] * 6, "11-03", debt_ids=("A", "B")),
            then("2026-11-09 08:01"),
            **ABOUT_B,
        ),
    ],
    "T-FREQ-10": [
        Case(contact(at("2026-11-06 12:00"), debt_ids=(key,)), BLOCK, LOANS, rules=(SEVEN,)) for key in "ABC"
    ],
    "T-FREQ-11": [
        seven(
            "2026-11-08 12:00",
            ALLOW,
            ALL_MONDAY,
            party=Party.SPOUSE,
            party_id="spouse",
            endpoint_id="spouse-phone",
        ),
    ],
    "T-COOL-01": [
        Case(
            contact(at("2026-11-10 16:00")),
            BLOCK,
            TUESDAY,
            rules=(PAUSE,),
            free=then("2026-11-17 08:01"),
            rule_free=then("2026-11-17 00:00"),
        )
    ],
    "T-COOL-02": [
        Case(contact(at("2026-11-16 09:00")), BLOCK, TUESDAY, rules=(PAUSE,), free=then("2026-11-17 08:01")),
        Case(contact(at("2026-11-17 09:00")), ALLOW, TUESDAY),
    ],
    "T-COOL-03": [
        Case(contact(at("2026-11-19 11:00")), ALLOW, ASKED, reasons=("direct_consent",)),
    ],
    "T-COOL-04": [
        Case(
            contact(at("2026-11-20 11:00")),
            BLOCK,
            TALKED_AGAIN,
            rules=(PAUSE,),
            free=then("2026-11-26 08:01"),
        )
    ],
    "T-COOL-06": [
        Case(
            contact(at("2026-11-12 11:00")), BLOCK, THEY_CALLED, rules=(PAUSE,), free=then("2026-11-17 08:01")
        ),
        Case(contact(at("2026-11-12 11:00"), **ABOUT_B), ALLOW, THEY_CALLED),
    ],
    "T-COOL-07": [
        Case(
            contact(at("2026-11-10 16:00")),
            BLOCK,
            world(events=TUESDAY.events, location_evidence=in_zones(NY, LA)),
            rules=(PAUSE,),
            free=then("2026-11-17 11:01"),
        )
    ],
    "T-PAT-01": [
        Case(
            contact(at("2026-11-23 10:04")),
            WARN,
            world(events=(event(at("2026-11-23 10:00")),)),
            rules=(PATTERN,),
            rule_free=then("2026-11-23 10:05"),
        )
    ],
    "T-PAT-02": [
        Case(
            contact(at("2026-11-02 18:00")),
            ACK,
            world(events=SIX),
            rules=(PATTERN,),
            rule_free=then("2026-11-03 00:00"),
        )
    ],
}


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{key}.{n}") for key, rows in CASES.items() for n, c in enumerate(rows)]
)
def test_case(case):
    check(case)


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        pytest.param("2026-11-22 12:00", True, id="T-COOL-05.0"),
        pytest.param("2026-11-23 00:00", False, id="T-COOL-05.1"),
    ],
)
def test_consent_lasts_seven_days(moment, holds):
    who = {"party_id": "consumer", "debt_ids": frozenset("A"), "zones": frozenset({NY})}
    assert consent_holds(CALL_BACK, at(moment), ASKED, **who) is holds


def test_calls_all_on_one_day_also_show_as_a_pattern():
    decision = check(CASES["T-FREQ-03"][0])
    assert "many_calls_to_person" in {r.reason_code for r in decision.results}


def test_consented_call_is_not_counted():
    consented = talk("2026-11-19 11:00")
    monday = (MONDAY_TALK, *calls(*["11-16"] * 5, hour="12:00"), consented)
    facts = world(events=monday, consents=(CALL_BACK,))
    results = evaluate(contact(at("2026-11-20 12:00")), facts, pack()).results
    assert SEVEN not in {r.rule_id for r in results}
    without = world(events=(*monday, event(at("2026-11-20 09:00"))), consents=())
    results = evaluate(contact(at("2026-11-20 12:00")), without, pack()).results
    assert SEVEN in {r.rule_id for r in results}


def test_unclear_hang_up_is_asked_about():
    facts = world(events=(event(at("2026-11-10 10:00"), outcome="hung_up"),))
    check(
        Case(contact(at("2026-11-12 10:00")), ACK, facts, rules=(PAUSE,), reasons=("conversation_unclear",))
    )
    clear = world(events=(event(at("2026-11-10 10:00"), outcome="hung_up", debt_discussed=False),))
    check(Case(contact(at("2026-11-12 10:00")), ALLOW, clear))


def test_days_are_counted_on_every_clock():
    """A talk on the 10th in New York is on the 11th on Guam: there the pause ends on the 18th."""
    facts = world(events=(talk("2026-11-10 18:00"),), location_evidence=in_zones(NY, "Pacific/Guam"))
    free = then("2026-11-18 00:00", "Pacific/Guam")
    planned = contact(at("2026-11-16 17:30"))
    check(Case(planned, BLOCK, facts, rules=(PAUSE,), rule_free=free, free=then("2026-11-17 17:01")))


def test_five_minutes_after_an_unanswered_call_are_enough():
    facts = world(events=(event(at("2026-11-23 10:00")),))
    check(Case(contact(at("2026-11-23 10:04:59")), WARN, facts, rules=(PATTERN,)))
    check(Case(contact(at("2026-11-23 10:05")), ALLOW, facts))
