"""What becomes of a pair: bands, hard caps, sharing out, relatives, and reasons that add up."""

from datetime import date

import pytest
from matching_builders import BORN, ELSEWHERE, HOME, debtor, field_of, one, record, run

from workbench.matching import MatchSettings

CITY_FAR = {"zip_": "28801", "city": "ASHEVILLE"}
FULL = {"birth_date": BORN, "middle": "WENDELL"}


def bands(result):
    return dict(result.leads.select("record_id", "band").iter_rows())


def test_same_birth_date_and_rare_name_is_strong_even_after_a_move():
    found = one(debtor(**FULL), record(**FULL, **CITY_FAR))
    assert found.band == "strong"
    assert found.p_same > 0.99


def test_only_the_name_agreeing_is_never_more_than_review():
    found = one(debtor(middle="WENDELL"), record(middle="WENDELL", **CITY_FAR))
    assert found.p_same > 0.95
    assert found.band == "review"
    assert "only the name agrees" in found.caps


def test_same_name_and_address_without_a_birth_fact_is_for_review():
    found = one(debtor(middle="WENDELL"), record(home=HOME, middle="WENDELL"))
    assert found.band == "review"
    assert any("no birth fact" in cap for cap in found.caps)


def test_an_address_mistyped_on_one_side_is_the_same_address_to_that_cap():
    found = one(debtor(middle="WENDELL"), record(home="119 MAPLE ST", middle="WENDELL"))
    assert field_of(found, "address").level == "address one typing error away"
    assert found.band == "review"
    assert any("no birth fact" in cap for cap in found.caps)


def test_father_and_son_of_one_name_at_one_address():
    son = record(home=HOME, birth_date=date(1996, 7, 30))
    himself = record(home=ELSEWHERE, birth_date=BORN)
    result = run(debtor(birth_date=BORN), [son, himself])
    assert bands(result) == {"r1": "relative", "r2": "strong"}
    assert result.leads["record_id"].to_list() == ["r2", "r1"]


def test_generation_apart_is_a_relative_whatever_the_score():
    son = record(home=HOME, birth_year=1996, phones=["9195550101"], ssn4="4821", middle="WENDELL")
    found = one(debtor(birth_date=BORN, phones=["9195550101"], ssn4="4821", middle="WENDELL"), son)
    assert found.band == "relative"
    assert "same name and address, but a generation apart" in found.caps


def test_one_mistyped_digit_of_a_decade_is_no_generation():
    found = one(debtor(birth_date=BORN), record(home=HOME, birth_date=date(1990, 3, 4)))
    assert field_of(found, "birth date").level == "birth date one digit off"
    assert "same name and address, but a generation apart" not in found.caps


def test_conflicting_suffixes_make_a_relative_whatever_the_score():
    found = one(debtor(suffix="SR", **FULL), record(suffix="JR", **FULL))
    assert found.band == "relative"
    assert "the suffixes conflict" in found.caps


def test_deceased_is_never_more_than_review_and_says_so():
    found = one(debtor(**FULL), record(deceased=True, **FULL))
    assert found.band == "review"
    assert "the record says deceased" in found.caps


def test_twins_are_told_apart_by_the_first_name():
    twin = record("DUDLEY QUILLFEATHER", home=HOME, birth_date=BORN)
    result = run(debtor(birth_date=BORN), [twin, record(birth_date=BORN)])
    assert bands(result)["r2"] == "strong"
    assert bands(result).get("r1", "relative") == "relative"


def test_spouse_at_the_same_address_is_a_relative():
    found = one(debtor(birth_date=BORN), record("WILMA QUILLFEATHER", home=HOME, birth_year=1971))
    assert found.band == "relative"
    assert found.p_relative > 0.9
    assert found.p_same < 0.01


def test_married_name_found_by_first_name_middle_and_birth_date():
    bride = record("WILMA OKONKWO", middle="JOSEPHA", birth_date=BORN, former_last="QUILLFEATHER")
    assert one(debtor("WILMA QUILLFEATHER", middle="JOSEPHA", birth_date=BORN), bride).band == "strong"


def test_unknown_former_name_is_still_proposed():
    bride = record("WILMA OKONKWO", home=HOME, middle="JOSEPHA", birth_date=BORN)
    assert one(debtor("WILMA QUILLFEATHER", middle="JOSEPHA", birth_date=BORN), bride).p_same > 0.5


def test_two_candidates_within_three_bits_are_both_shown_as_ambiguous():
    rows = [record(home=ELSEWHERE, birth_year=1970), record(home="9 RIVER RD", birth_year=1970, middle="K")]
    result = run(debtor(birth_year=1970), rows)
    assert bands(result) == {"r1": "review", "r2": "review"}
    for explanation in result.explanations():
        assert "another candidate is as likely" in explanation.caps
        assert explanation.candidates == 2


def test_p_same_is_shared_out_and_leaves_room_for_nobody():
    alone = run(debtor(birth_year=1970), [record(birth_year=1970)]).leads["p_same"][0]
    rows = [
        record(home=f"{n} RIVER RD", birth_year=1970, middle=m) for n, m in ((3, "K"), (4, "W"), (5, "T"))
    ]
    shared = run(debtor(birth_year=1970), rows).leads["p_same"]
    assert shared.sum() < 1.0
    assert shared.max() < alone


def test_two_rows_about_one_person_do_not_compete():
    rows = [record(**FULL), record(home="9 RIVER RD", **FULL)]
    assert run(debtor(**FULL), rows).leads["band"].to_list() == ["strong", "strong"]


def test_bands_are_settings():
    pair = debtor(birth_year=1970), [record(birth_year=1970)]
    p = run(*pair).leads["p_same"][0]
    assert run(*pair, settings=MatchSettings(strong=p - 0.001)).leads["band"][0] == "strong"
    assert run(*pair, settings=MatchSettings(strong=0.9999, review=p - 0.001)).leads["band"][0] == "review"
    assert run(*pair, settings=MatchSettings(strong=0.9999, review=p + 0.001)).leads["band"][0] == "weak"


@pytest.mark.parametrize("shared_by", [3, 12])
def test_a_phone_of_many_people_counts_for_nothing(shared_by):
    phone = ["9195550101"]
    others = [record(f"{name} PARTRIDGE{name}", phones=phone) for name in "ABCDEFGHIJKL"[: shared_by - 1]]
    result = run(debtor(birth_year=1970, phones=phone), [record(birth_year=1970, phones=phone), *others])
    himself = result.leads.with_row_index().filter(record_id="r1")["index"][0]
    evidence = field_of(result.explanation(himself), "phone")
    if shared_by <= MatchSettings().shared_limit:
        assert evidence.level == "same phone"
        assert evidence.bits > 10
    else:
        assert evidence.level == "phone shared by many people"
        assert evidence.bits == evidence.relative_bits == 0.0


def test_common_names_count_less_than_rare_ones():
    common = one(debtor("JAMES SMITH", birth_date=BORN), record("JAMES SMITH", birth_date=BORN))
    rare = one(debtor(birth_date=BORN), record(birth_date=BORN))
    assert field_of(common, "surname").bits < field_of(rare, "surname").bits - 5
    assert field_of(common, "surname").frequency == "SMITH: 1 in 99"


def test_a_name_common_in_this_file_counts_less_here():
    crowd = [record(f"{chr(65 + n % 26)}{chr(65 + n // 26)}A QUILLFEATHER", home=None) for n in range(600)]
    result = run(debtor(birth_date=BORN), [record(birth_date=BORN), *crowd])
    assert field_of(result.explanation(0), "surname").bits < 5
    assert "QUILLFEATHER is common here" in result.leads["sentence"][0]


def test_namesakes_of_the_file_are_counted_nicknames_undone():
    rows = [record(birth_date=BORN), record("BOB QUILLFEATHER", home=None), record("BOB OKONKWO", home=None)]
    assert run(debtor(birth_date=BORN), rows).explanation(0).namesakes == 1


def test_explanation_adds_up_to_the_score_shown():
    rows = [
        record(birth_date=BORN, phones=["9195550101"], middle="W"),
        record(home=HOME, birth_year=1996, suffix="JR"),
        record("WILMA QUILLFEATHER", home=HOME, birth_year=1971),
        record("BOB QUILFEATHER", birth_year=1970, birth_year_slack=1),
    ]
    ours = debtor(birth_date=BORN, phones=["9195550101"], middle="WENDELL", suffix="SR")
    result = run(ours, rows, settings=MatchSettings(least_same=0.0))
    assert result.leads.height == 4
    for row, found in zip(result.leads.iter_rows(named=True), result.explanations(), strict=True):
        total = found.start_bits + sum(f.bits for f in found.fields) + found.relative_adjustment
        assert total == pytest.approx(found.bits, abs=1e-9)
        assert found.relative_adjustment <= 0
        shown = (row["bits"], row["p_same"], row["p_relative"], row["band"], row["sentence"])
        assert shown == (found.bits, found.p_same, found.p_relative, found.band, found.sentence)
        assert found.weights_version == "3"


def test_sentence_in_plain_english():
    ours = debtor("ROBERT SMITH", birth_date=BORN)
    row = record("BOB SMITH", birth_date=BORN, **CITY_FAR)
    assert one(ours, row).sentence == (
        "Same birth date and surname; Bob is a nickname of Robert; different address; SMITH is common here."
    )


def test_person_of_gives_what_the_file_has():
    row = record(mailing="PO-BOX 4", birth_date=BORN, phones=["9195550101"], as_of=date(2024, 5, 6))
    person = run(debtor(birth_date=BORN), [row]).person_of(0)
    assert (person.name, person.birth, person.phones) == (
        "Robert Quillfeather",
        "1970-03-04",
        ("9195550101",),
    )
    assert person.addresses == (f"{ELSEWHERE}, RALEIGH", "PO-BOX 4, RALEIGH")
    assert (person.record_id, person.row_number, person.as_of) == ("r1", 1, date(2024, 5, 6))
    assert person.person_key == "ROBERT|QUILLFEATHER||1970-03-04|77|HARBOR RD"
