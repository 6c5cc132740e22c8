"""What holds of every decision, whatever the facts."""

import os
import random
import time
from datetime import UTC, datetime, timedelta

import pytest
from gate_world import GUAM, LA, NY, PHOENIX, contact, debt, event, in_zones, notices, pack, whole_pack, world
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from workbench.compliance import (
    NextKind,
    Verdict,
    decide,
    decision_to_json,
    evaluate,
    facts_from_json,
    facts_to_json,
    next_allowed,
)
from workbench.compliance.facts_people import Consent, Preference, Window
from workbench.compliance.words import Channel, Direction, Outcome

MINUTE = timedelta(minutes=1)
START = datetime(2026, 10, 12, 4, 0, tzinfo=UTC)
"""Three weeks before the clocks go back; the plans reach over that night."""
ZONES = (NY, "America/Chicago", LA, PHOENIX, "Pacific/Honolulu", "America/Anchorage", GUAM)
POLICIES = tuple(r.rule_id for r in whole_pack().rules if not r.layer.is_law)
CALL_OUTCOMES = (
    Outcome.CONVERSATION,
    Outcome.NO_ANSWER,
    Outcome.VOICEMAIL,
    Outcome.BUSY,
    Outcome.HUNG_UP,
    Outcome.DROPPED,
)

minutes = st.integers(0, 21 * 24 * 60).map(lambda n: START + n * MINUTE)
plans = st.integers(14 * 24 * 60, 24 * 24 * 60).map(lambda n: START + n * MINUTE)
zones = st.sets(st.sampled_from(ZONES), min_size=1, max_size=3)
times = st.integers(0, 24 * 4 - 1).map(lambda n: f"{n // 4:02d}:{n % 4 * 15:02d}")
checked = settings(
    max_examples=int(os.environ.get("GATE_EXAMPLES", "25")),
    deadline=None,
    derandomize="GATE_EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
"""Few and the same examples in every run; GATE_EXAMPLES=2000 looks for new ones."""


@st.composite
def past_calls(draw, max_size=12):
    rows = draw(
        st.lists(
            st.tuples(
                minutes,
                st.sampled_from(CALL_OUTCOMES),
                st.sampled_from([("A",), ("B",), ("A", "B"), ()]),
                st.sampled_from(list(Direction)),
            ),
            max_size=max_size,
        )
    )
    return tuple(
        event(moment, outcome=outcome, debt_ids=debts, direction=direction)
        for moment, outcome, debts, direction in rows
    )


@st.composite
def wishes(draw):
    found = []
    for index in range(draw(st.integers(0, 2))):
        window = Window(
            start=draw(times), end=draw(times), days=tuple(draw(st.sets(st.integers(0, 6), max_size=3)))
        )
        found.append(
            Preference(preference_id=f"w{index}", kind="inconvenient_time", received_at=START, window=window)
        )
    return tuple(found)


@st.composite
def consents(draw):
    found = []
    if draw(st.booleans()):
        found.append(Consent(consent_id="more", kind="call_more", received_at=draw(minutes)))
    if draw(st.booleans()):
        window = Window(start=draw(times), end=draw(times))
        found.append(Consent(consent_id="time", kind="time", received_at=START, window=window))
    return tuple(found)


@st.composite
def situations(draw):
    """(planned call, facts) with calls, wishes and consents on both sides of the change of clocks."""
    facts = world(
        location_evidence=in_zones(*sorted(draw(zones))),
        events=draw(past_calls()),
        preferences=draw(wishes()),
        consents=draw(consents()),
        debts=(debt("A"), debt("B")),
        notices=notices("A", "B"),
    )
    return contact(draw(plans)), facts


def later(planned, moment):
    return replace(planned, at=moment)


@checked
@given(situations(), st.sets(st.sampled_from(POLICIES)), st.sets(st.sampled_from(POLICIES)))
def test_more_policy_never_lowers_the_verdict(situation, some, others):
    planned, facts = situation
    fewer, more = pack(*some), pack(*some, *others)
    before, after = evaluate(planned, facts, fewer), evaluate(planned, facts, more)
    assert after.verdict >= before.verdict
    assert after.law_verdict == before.law_verdict


@checked
@given(situations(), st.lists(st.floats(0, 1, exclude_max=True), min_size=12, max_size=12), st.booleans())
def test_next_time_is_the_first(situation, fractions, regf):
    planned, facts = situation
    rules = pack("POL-TIME-MARGIN", regf=regf)
    found = next_allowed(planned, facts, rules)
    if found.kind is not NextKind.AT:
        return
    assert evaluate(later(planned, found.at), facts, rules).verdict < Verdict.BLOCK
    span = int((found.at - planned.at) / MINUTE)
    earlier = {0, span - 1, span - 2, *(int(f * span) for f in fractions)}
    for n in (n for n in earlier if 0 <= n < span):
        assert evaluate(later(planned, planned.at + n * MINUTE), facts, rules).verdict is Verdict.BLOCK


@checked
@given(situations(), st.sampled_from(ZONES))
def test_another_zone_never_widens_the_hours(situation, extra):
    planned, facts = situation
    before = evaluate(planned, facts, pack())
    wider = in_zones(*facts.location_evidence[0].zones, extra)
    after = evaluate(planned, replace(facts, location_evidence=wider), pack())
    if before.verdict is Verdict.BLOCK:
        assert after.verdict is Verdict.BLOCK
    assert after.verdict >= before.verdict


@checked
@given(situations(), minutes, st.sampled_from([Outcome.NO_ANSWER, Outcome.VOICEMAIL]))
def test_another_counted_call_never_helps(situation, moment, outcome):
    planned, facts = situation
    assume(moment <= planned.at)
    before = next_allowed(planned, facts, pack())
    more = replace(facts, events=(*facts.events, event(moment, outcome=outcome)))
    after = next_allowed(planned, more, pack())
    if before.at is not None and after.at is not None:
        assert after.at >= before.at
    assert before.kind not in {NextKind.NEVER, NextKind.ON_EVENT} or after.kind is before.kind


@checked
@given(situations(), st.randoms(use_true_random=False))
def test_order_of_facts_does_not_matter(situation, shuffler: random.Random):
    planned, facts = situation
    events, evidence = list(facts.events), list(facts.location_evidence)
    shuffler.shuffle(events)
    shuffler.shuffle(evidence)
    mixed = replace(facts, events=tuple(events), location_evidence=tuple(evidence))
    assert decide(planned, facts, whole_pack()) == decide(planned, mixed, whole_pack())


@checked
@given(situations())
def test_logged_snapshot_gives_the_same_decision(situation):
    planned, facts = situation
    again, same = facts_from_json(facts_to_json(planned, facts))
    first, second = decide(planned, facts, whole_pack()), decide(again, same, whole_pack())
    assert decision_to_json(first) == decision_to_json(second)
    assert first == second


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the host's zone can be changed on POSIX only")
@pytest.mark.parametrize("host", ["Asia/Kolkata", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_host_zone_does_not_matter(host):
    planned = contact(START + timedelta(days=15, hours=3))
    facts = world(events=(event(START + timedelta(days=14, hours=20), outcome="conversation"),))
    expected = decide(planned, facts, whole_pack())
    before = os.environ.get("TZ")
    try:
        os.environ["TZ"] = host
        time.tzset()
        assert decide(planned, facts, whole_pack()) == expected
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def test_same_instant_in_another_zone_is_the_same_plan():
    utc = contact(START + timedelta(days=15, hours=3))
    elsewhere = replace(utc, at=utc.at.astimezone(datetime.now().astimezone().tzinfo))
    assert evaluate(utc, world(), pack()).verdict is evaluate(elsewhere, world(), pack()).verdict


@pytest.mark.parametrize("channel", [c for c in Channel if c is not Channel.ACTION])
def test_nothing_known_is_never_plainly_allowed(channel):
    blank = facts_from_json(
        b'{"planned": {"at": "2026-11-23T17:00:00Z", "channel": "%s", "purpose": "collect",'
        b' "party_id": "p", "debt_ids": ["A"]}, "facts": {}}' % channel.value.encode()
    )
    decision = decide(*blank, whole_pack())
    assert decision.verdict >= Verdict.ACK
    assert decision.missing_facts
