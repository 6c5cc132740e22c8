"""Every layout's slice is recognised without flags, reconciles, and its fields land where they belong."""

import json
from datetime import date
from pathlib import Path

import pytest

from workbench.records.library import default_library
from workbench.records.looking import look
from workbench.records.reading import read_people

FOLDER = Path(__file__).parents[2] / "data" / "record_slices"
KEY = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 28)
NAMELESS = {"fl_dor_sdf"}
"""Layouts that name no one."""


def read(path: Path):
    shape, match = look(path)
    chunks = list(read_people(path, shape, match.mapping, today=TODAY))
    people = [p for chunk in chunks for p in chunk.people.to_dicts()]
    problems = [r.problem for chunk in chunks for r in chunk.rejected]
    counts = (
        sum(c.read for c in chunks), sum(c.accepted for c in chunks),
        len(problems), sum(c.duplicates for c in chunks),
    )  # fmt: skip
    return shape, match, people, problems, counts


@pytest.mark.parametrize("name", KEY)
def test_slice_is_recognised_read_and_lands(name):
    key = KEY[name]
    shape, match = look(FOLDER / "slices" / key["file"])
    if key["profile"] != "generic":
        assert (match.profile_id, match.automatic) == (key["profile"], True), match.reasons
    else:
        assert match.profile_id == "generic"
    assert shape.header == key["header"] or shape.container == "dbf"
    if name in NAMELESS:
        assert not match.mapping.people
        return
    _, _, people, problems, counts = read(FOLDER / "slices" / key["file"])
    assert counts == (key["rows"], 8, 1 + key["ragged"], 1), problems
    for number, wanted in enumerate(key["people"], start=1):
        of_row = [p for p in people if p["row_number"] == number]
        role = key["role"]
        (found, *_) = [p for p in of_row if p["role"] == role] if role else of_row
        assert differences(found, wanted) == {}, (number, found["role"])


def differences(found, wanted):
    """Fields that are not what was put, as {field: (found, wanted)}."""
    wrong = {}
    for field, value in wanted.items():
        if field == "phone":
            said, fits = found["phones"], found["phones"] == [value]
        elif field == "email":
            said, fits = found["emails"], found["emails"] == [value]
        elif field == "birth_date":
            said = found["birth_date"] and found["birth_date"].isoformat()
            fits = said == value
        elif field == "record_id":
            said, fits = found["record_id"], str(found["record_id"]).endswith(value)
        else:
            said, fits = found[field], found[field] == value
        if not fits:
            wrong[field] = (said, value)
    return wrong


def test_every_profile_has_a_slice():
    covered = {key["profile"] for key in KEY.values()}
    assert {p.id for p in default_library().profiles} - covered == set()
    assert sum(key["reference"] for key in KEY.values()) == 47


def test_the_answer_key_can_fail():
    """A negative control: one value out of place is found."""
    key = KEY["voter_ohio"]
    _, _, people, _, _ = read(FOLDER / "slices" / key["file"])
    assert differences(people[0], key["people"][0] | {"last": "SOMEONE"}) == {
        "last": (people[0]["last"], "SOMEONE")
    }
