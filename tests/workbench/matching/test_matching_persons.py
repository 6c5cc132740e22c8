"""Rows of one person in one file, and the kinds of relative."""

import tomllib
from dataclasses import replace
from datetime import date

import pytest
from matching_builders import BORN, ELSEWHERE, HOME, debtor, field_of, one, record, run

from workbench.matching import load_weights
from workbench.matching.kin import ANY_RELATIVE, kin_lines, kinds
from workbench.matching.weights import DEFAULT_WEIGHTS, WeightsError

MISTYPED = "QUILFEATHER"


def bands(result):
    return dict(result.leads.select("record_id", "band").iter_rows())


def average():
    """Weights that know no kinds of relative."""
    return replace(load_weights(None), kin=ANY_RELATIVE)


def test_a_mistyped_second_row_of_one_person_does_not_compete():
    rows = [record(home=HOME, birth_date=BORN), record(f"ROBERT {MISTYPED}", home=HOME, birth_date=BORN)]
    result = run(debtor(birth_date=BORN, ssn4="4821"), rows)
    assert bands(result) == {"r1": "strong", "r2": "strong"}
    assert {explanation.candidates for explanation in result.explanations()} == {1}


def test_rows_that_agree_in_name_and_year_only_still_compete():
    rows = [record(home=ELSEWHERE, birth_year=1970), record(home="9 RIVER RD", birth_year=1970)]
    result = run(debtor(birth_year=1970), rows)
    assert bands(result) == {"r1": "review", "r2": "review"}


@pytest.mark.parametrize(
    "other", [{"middle": "K"}, {"middle": "KENNETH"}, {"middle": "WENDELL", "suffix": "JR"}]
)
def test_rows_that_contradict_each_other_are_two_people(other):
    himself = {"middle": "WENDELL", "suffix": "SR"}
    rows = [record(home=HOME, birth_date=BORN, **himself), record(home=HOME, birth_date=BORN, **other)]
    result = run(debtor(birth_date=BORN), rows)
    assert {explanation.candidates for explanation in result.explanations()} == {2}


def test_a_third_row_does_not_join_two_that_contradict_each_other():
    rows = [
        record(home=HOME, birth_date=BORN, middle="WENDELL"),
        record(f"ROBERT {MISTYPED}", home=HOME, birth_date=BORN),
        record("ROBETR QUILLFEATHER", home=HOME, birth_date=BORN, middle="KENNETH"),
    ]
    result = run(debtor(birth_date=BORN), rows)
    assert {explanation.candidates for explanation in result.explanations()} == {3}


def test_father_and_son_are_two_people():
    rows = [record(home=HOME, birth_date=BORN), record(home=HOME, birth_date=date(1996, 7, 30))]
    result = run(debtor(), rows)
    assert {explanation.candidates for explanation in result.explanations()} == {2}


def test_the_order_of_a_persons_rows_changes_nothing():
    rows = [
        record(home=HOME, birth_date=BORN),
        record(f"ROBERT {MISTYPED}", home=ELSEWHERE, birth_date=BORN),
        record("ROBETR QUILLFEATHER", home="9 RIVER RD", birth_date=date(1970, 3, 5)),
    ]
    numbered = [row | {"record_id": f"x{n}"} for n, row in enumerate(rows)]
    columns = ["record_id", "p_same", "band", "rank"]
    straight, turned = (
        run(debtor(birth_date=BORN), order).leads.select(columns) for order in (numbered, numbered[::-1])
    )
    assert straight.height == 3
    assert straight.equals(turned)


def test_a_namesake_of_the_same_birthday_is_no_relative():
    ours = debtor(birth_date=BORN, ssn4="4821")
    row = record(home=HOME, birth_date=BORN, ssn4="7730")
    with_kinds, without = one(ours, row), one(ours, row, weights=average())
    assert with_kinds.p_relative < without.p_relative / 2
    assert field_of(with_kinds, "SSN last 4").bits < 0


def test_a_shared_middle_name_does_not_tell_father_from_son():
    ours, row = debtor(middle="WENDELL"), record(home=HOME, middle="WENDELL")
    with_kinds, without = one(ours, row), one(ours, row, weights=average())
    assert with_kinds.p_same < without.p_same
    assert field_of(with_kinds, "middle name").relative_bits > field_of(without, "middle name").relative_bits


def test_a_twin_stays_a_relative():
    found = one(debtor(birth_date=BORN), record("DUDLEY QUILLFEATHER", home=HOME, birth_date=BORN))
    assert found.band == "relative"
    assert found.p_relative > found.p_same


def test_the_bars_of_the_relative_add_up():
    for row in (record(home=HOME, birth_year=1996), record("WILMA QUILLFEATHER", home=HOME, birth_year=1971)):
        found = one(debtor(birth_date=BORN), row)
        relative = found.relative_start_bits + sum(f.relative_bits for f in found.fields)
        same = found.start_bits + sum(f.bits for f in found.fields)
        assert found.bits == pytest.approx(same - max(relative, 0.0), abs=1.01)
        assert found.bits <= same - relative + 1e-9


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("share = 0.9784", "share = 0.5"),
        ("[kin.namesake.birth]", "[kin.namesake.birthday]"),
        ("date_far = 0.88", "date_afar = 0.88"),
        ("conflict = 0.15", "conflict = 3.0"),
        ("share = 0.0216", "part = 0.0216"),
    ],
)
def test_damaged_kinds_of_relative_are_a_clear_error(tmp_path, old, new):
    text = DEFAULT_WEIGHTS.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "weights.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(WeightsError, match=r"weights\.toml"):
        load_weights(path)


def test_the_first_version_of_the_weights_still_loads():
    first = load_weights(DEFAULT_WEIGHTS.with_name("weights-1.toml"))
    assert first.version == "1"
    assert first.kin == ANY_RELATIVE


def test_levels_of_a_namesake_sum_to_one():
    namesake = next(kin for kin in load_weights(None).kin if kin.name == "namesake")
    birth = namesake.levels["birth"]
    for start in ("date_", "year_"):
        assert sum(v for n, v in birth.items() if n.startswith(start)) == pytest.approx(1.0, abs=0.08)
    # Suffixes are counted against "neither has one", .48 of namesakes.
    assert sum(namesake.levels["suffix"].values()) == pytest.approx(0.52 / 0.48, abs=0.01)


def test_kinds_of_relative_are_written_as_they_are_read():
    kin = load_weights(None).kin
    assert kinds(tomllib.loads("\n".join(kin_lines(kin)))["kin"]) == kin
    assert kin_lines(ANY_RELATIVE) == []
