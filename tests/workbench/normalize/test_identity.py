"""Which records are one person: never father and son, whatever they share."""

import pytest

from workbench.model.lead import RecordPerson
from workbench.normalize.identity import birth_parts, identity_of, one_person


def a_person(name, birth="", house="12", phones=(), suffix=""):
    first, last = name.split()
    key = f"{first}|{last}|{suffix}|{birth}|{house}|{'MAPLE ST' if house else ''}"
    return RecordPerson("i", "r", 1, "subject", name, birth=birth, phones=phones, person_key=key)


def groups(*people):
    numbers = one_person([identity_of(p) for p in people])
    return sorted(sorted(i for i, n in enumerate(numbers) if n == number) for number in set(numbers))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # the same day: one person wherever they live
        (a_person("ADA OTTER", "1984-05-06"), a_person("ADA OTTER", "1984-05-06", house="77"), True),
        # a nickname
        (a_person("ROBERT OTTER", "1984-05-06"), a_person("BOB OTTER", "1984-05-06"), True),
        # the year alone needs a place or a number in common
        (a_person("ADA OTTER", "1984"), a_person("ADA OTTER", "1984-05-06"), True),
        (a_person("ADA OTTER", "1984"), a_person("ADA OTTER", "1984-05-06", house="77"), False),
        (
            a_person("ADA OTTER", "1984", phones=("9195550142",)),
            a_person("ADA OTTER", "1984", house="77", phones=("9195550142",)),
            True,
        ),
        (a_person("ADA OTTER", "1985 ± 1"), a_person("ADA OTTER", "1984-05-06"), True),
        # father and son at one address, with one phone
        (
            a_person("ADA OTTER", "1954", phones=("9195550142",)),
            a_person("ADA OTTER", "1984", phones=("9195550142",)),
            False,
        ),
        (
            a_person("AL OTTER", "1984", suffix="JR"),
            a_person("AL OTTER", "1984", suffix="SR"),
            False,
        ),
        # no birth on one side: loosely one, at one address only
        (a_person("ADA OTTER"), a_person("ADA OTTER", "1984"), True),
        (a_person("ADA OTTER", house="77"), a_person("ADA OTTER", "1984"), False),
        (a_person("ADA OTTER"), a_person("ADA OTTER"), True),
        (a_person("ADA OTTER"), a_person("BEA OTTER"), False),
    ],
)
def test_pairs(one, other, same):
    assert (groups(one, other) == [[0, 1]]) is same
    assert (groups(other, one) == [[0, 1]]) is same


def test_a_row_without_birth_joins_nobody_where_two_people_of_its_name_live():
    father, son, unknown = (a_person("AL OTTER", birth) for birth in ("1954", "1984", ""))
    assert groups(father, son, unknown) == [[0], [1], [2]]
    assert groups(unknown, son) == [[0, 1]]


def test_a_name_without_a_key_is_read_from_its_words():
    one = RecordPerson("i", "r", 1, "subject", "OTTER, ADA", birth="1984-05-06")
    other = RecordPerson("j", "r", 1, "subject", "Ada Otter", birth="1984-05-06")
    nobody = RecordPerson("k", "r", 1, "subject", "", birth="1984-05-06")
    assert groups(one, other, nobody, nobody) == [[0, 1], [2], [3]]


def test_births_as_displayed():
    assert birth_parts("1984-05-06")[1:] == (1984, 0)
    assert birth_parts("1984 ± 1") == (None, 1984, 1)
    assert birth_parts("unknown") == (None, None, 0)


def test_four_hundred_rows_of_one_person_are_one():
    """With every two of them joined anew this took hours."""
    assert groups(*(a_person("ADA OTTER", "1984-05-06", house=str(n)) for n in range(400))) == [
        list(range(400))
    ]
