"""The gate's JSON: read strictly, errors say where and never repeat a value."""

import json
from pathlib import Path

import pytest
from gate_world import whole_pack

from workbench.compliance import FactsError, Verdict, decide, decision_to_json, facts_from_json, facts_to_json

EXAMPLE = Path(__file__).parents[3] / "resources" / "samples_gate" / "example.json"


@pytest.fixture
def example():
    return json.loads(EXAMPLE.read_text(encoding="utf-8"))


def read(document):
    return facts_from_json(json.dumps(document).encode())


def message(document):
    with pytest.raises(FactsError) as raised:
        read(document)
    return raised.value.message


def test_example_is_judged():
    decision = decide(*facts_from_json(EXAMPLE.read_bytes()), whole_pack())
    answer = json.loads(decision_to_json(decision))
    assert answer["verdict"] == "BLOCK"
    assert answer["next_allowed"] == {"kind": "at", "at": "2026-11-23T16:05:00Z", "events": []}
    assert answer["next_allowed_local"] == {
        "America/Los_Angeles": "2026-11-23 08:05",
        "America/New_York": "2026-11-23 11:05",
    }
    assert answer["pack"]["sha256"] == whole_pack().sha256
    assert {r["rule_id"] for r in answer["results"]} >= {"FED-TIME-8-9"}


def test_reading_and_writing_agree():
    planned, facts = facts_from_json(EXAMPLE.read_bytes())
    assert facts_from_json(facts_to_json(planned, facts)) == (planned, facts)


def test_byte_order_mark_is_no_harm():
    facts_from_json(b"\xef\xbb\xbf" + EXAMPLE.read_bytes())


def test_unknown_field_is_named(example):
    example["facts"]["debts"][0]["ballance"] = 1
    assert message(example) == "Unknown field ballance at $.facts.debts[0]."


def test_missing_instant_is_named(example):
    del example["planned"]["at"]
    assert message(example) == "Missing field at at $.planned."


def test_instant_needs_its_zone(example):
    example["planned"]["at"] = "2026-11-23T10:30:00"
    assert message(example).startswith("Expected an instant with its zone")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"channel": "pigeon-of-Jane-Doe"}, "A word that is not one of those expected at $.planned.channel."),
        ({"debt_ids": "Jane Doe"}, "Expected `array`, got `str` at $.planned.debt_ids."),
        (
            {"at": "Jane Doe"},
            "Expected an instant with its zone (2026-11-22T14:00:00-05:00) at $.planned.at.",
        ),
        ({"recorded": "Jane Doe"}, "Expected `bool`, got `str` at $.planned.recorded."),
    ],
)
def test_wrong_values_are_not_repeated(example, change, expected):
    example["planned"].update(change)
    found = message(example)
    assert found == expected
    assert "Jane" not in found


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"planned": NaN}'])
def test_not_json_or_not_an_object(data):
    with pytest.raises(FactsError):
        facts_from_json(data)


def test_repeated_ids_are_refused(example):
    example["facts"]["events"] *= 2
    assert message(example) == "The same id stands twice in facts.events."


@pytest.mark.parametrize("bad", ["25:00", "9:00", "24:01", "noon", "12:60", "-1:00", "１２:00"])
def test_times_of_day(example, bad):
    example["facts"]["preferences"][0]["window"]["start"] = bad
    assert message(example) == "Expected times of day HH:MM in the window of facts.preferences."


@pytest.mark.parametrize("bad", ["Mars/Olympus", "../../../etc/passwd", "", "America", "EST5EDT/../UTC"])
def test_zones_have_to_exist(example, bad):
    example["facts"]["location_evidence"][0]["zones"] = [bad]
    assert message(example) == "Expected IANA time zones in facts.location_evidence."


def test_nothing_is_assumed_of_what_is_left_out(example):
    full = decide(
        *read({**example, "planned": {**example["planned"], "at": "2026-11-23T14:30:00-05:00"}}), whole_pack()
    )
    assert full.verdict is Verdict.ALLOW
    for name in (
        "cease",
        "attorneys",
        "disputes",
        "bankruptcies",
        "events",
        "notices",
        "location_evidence",
        "endpoints",
        "debts",
    ):
        facts = {k: v for k, v in example["facts"].items() if k != name}
        planned = {**example["planned"], "at": "2026-11-23T14:30:00-05:00"}
        decision = decide(*read({"planned": planned, "facts": facts}), whole_pack())
        assert decision.verdict >= Verdict.ACK, name
        assert name in decision.missing_facts
