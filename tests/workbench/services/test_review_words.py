"""The comparison and the waterfall as data: they add up, and one number is shown everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_world import FIELDS, a_case, a_field, a_lead

from workbench.model.explanation import FieldEvidence
from workbench.normalize.difference import Segment, differences
from workbench.services.comparing import Mark, agreement, compared, mark_of
from workbench.services.explaining import as_text, percent, signed, waterfall


@pytest.mark.parametrize("p", [0.02, 0.5, 0.97, 0.999999])
def test_the_bars_add_up_to_the_number_that_is_shown(p):
    found = waterfall(a_lead(p=p))
    assert sum(bar.bits for bar in found.bars) == pytest.approx(found.total)
    assert 1 / (1 + 2**-found.total) == pytest.approx(p)
    assert found.percent == percent(p)
    assert found.percent in found.total_words
    assert [bar.start for bar in found.bars[1:]] == pytest.approx([bar.end for bar in found.bars[:-1]])
    assert found.threshold == 0.0


def test_certainty_keeps_the_bits():
    lead = a_lead(p=1.0)
    assert waterfall(lead).total == pytest.approx(lead.explanation.bits)
    assert waterfall(lead).percent == "> 99.9 %"


def test_the_relative_expands_into_its_own_fields():
    [bar] = [b for b in waterfall(a_lead()).bars if b.key == "relative"]
    assert [p.key for p in bar.parts] == ["start", *(f.field for f in FIELDS)]
    assert bar.parts[-1].end == pytest.approx(-9.0 + sum(f.bits / 2 for f in FIELDS))


def test_numbers_in_words():
    assert [signed(b) for b in (5.64, -1.94, 0.04, -0.01)] == ["+5.6", "−1.9", "0.0", "0.0"]
    assert [percent(p) for p in (1, 0.982, 0.81, 0.012, 0)] == [
        "> 99.9 %",
        "98.2 %",
        "81 %",
        "1.2 %",
        "< 0.1 %",
    ]


def test_a_file_note_holds_every_row_and_the_source():
    text = as_text(a_lead(caps=("only the name agrees",)), "voters.txt")
    for word in ("97.0 %", "Surname", "−1.5", "Total", "Limit: only the name agrees.", "voters.txt, row 1"):
        assert word in text


def rows_of(lead, content=None):
    return {row.key: row for row in compared(content or a_case(), lead)}


def test_rows_carry_marks_lists_and_missing_values():
    rows = rows_of(
        a_lead(
            addresses=("1 OLD RD, LARKTON NC 28999", "88 NEW HARBOR DR, LARKTON NC 28998"),
            emails=("a@example.com",),
        )
    )
    assert rows["surname"].mark is Mark.SAME
    assert rows["address"].mark is Mark.DIFFERENT
    assert rows["address"].their_text == "88 NEW HARBOR DR, LARKTON NC 28998"  # the pair that was compared
    assert rows["address"].more_theirs == ("1 OLD RD, LARKTON NC 28999",)
    assert (rows["e-mail"].our_text, rows["e-mail"].their_text, rows["e-mail"].mark) == (
        "—",
        "a@example.com",
        Mark.ABSENT,
    )
    assert (rows["phone"].our_text, rows["phone"].mark) == ("(919) 555-0142", Mark.SAME)
    assert rows["birth year"].our_text == "1984-05-06"
    assert agreement(tuple(rows.values())) == (4, 1)


def test_what_one_side_lacks_is_absent_and_never_against():
    rows = rows_of(a_lead(phones=(), fields=FIELDS[:3], name="QUILLFEATHER, ADA MARIE"))
    assert rows["phone"].mark is Mark.ABSENT
    assert rows["phone"].their_text == "—"
    assert rows["middle name"].our_text == "Q"


@pytest.mark.parametrize(
    ("level", "mark"),
    [
        ("same surname", Mark.SAME), ("same address (prior address)", Mark.SAME),
        ("same ZIP, different street", Mark.NEAR), ("surname nearly the same", Mark.NEAR),
        ("nickname", Mark.NEAR), ("different phone", Mark.DIFFERENT), ("suffixes conflict", Mark.DIFFERENT),
        ("birth years a generation apart", Mark.DIFFERENT), ("suffix on one side only", Mark.ABSENT),
        ("phone shared by many people", Mark.ABSENT), ("same birth year, other day", Mark.NEAR),
    ],
)  # fmt: skip
def test_marks(level, mark):
    assert mark_of(FieldEvidence("x", level, "a", "b", 0, 0)) is mark


def test_every_level_of_the_scorer_has_a_mark_of_its_sign():
    from workbench.matching.wording import WORDS

    for words in WORDS.values():
        for level in filter(None, words):
            mark = mark_of(FieldEvidence("x", level, "a", "b", 0, 0))
            assert (mark is Mark.DIFFERENT) == (
                level.startswith("different") or "conflict" in level or "apart" in level
            )


def test_differences_point_at_the_characters():
    left, right = differences("Turnr", "TURNER")
    assert left == (Segment("Turnr", True),)
    assert right == (Segment("TURN", True), Segment("E", False), Segment("R", True))
    assert differences("Muñoz", "MUNOZ") == ((Segment("Muñoz", True),), (Segment("MUNOZ", True),))
    assert differences("118 Maple St", "2207 Dodds Ave Apt 4")[0] == (Segment("118 Maple St", False),)
    assert differences("", "x") == ((), (Segment("x", False),))


@given(st.text(max_size=30), st.text(max_size=30))
def test_differences_lose_nothing(left, right):
    one, other = differences(left, right)
    assert "".join(s.text for s in one) == left
    assert "".join(s.text for s in other) == right


def test_a_field_against_is_not_called_the_same():
    rows = rows_of(a_lead(fields=(a_field("surname", "different surname", -5.0, "QUILLFEATHER", "MOOR"),)))
    assert rows["surname"].mark is Mark.DIFFERENT
    assert not rows["surname"].theirs[0].same
