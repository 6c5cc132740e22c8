"""Every level of every field, seen through the explanations of pairs."""

from datetime import date

from matching_builders import BORN, ELSEWHERE, HOME, debtor, field_of, levels_between, one, record


def check(field, cases):
    """``cases``: (debtor, record, level expected in words); all are matched in one run."""
    found = levels_between([(ours, theirs) for ours, theirs, _ in cases], field)
    assert found == [expected for _, _, expected in cases]


def named(left, right, expected, ours=None, theirs=None):
    """A debtor and a record that agree in their birth date, so that any other difference still shows."""
    return (
        debtor(left, birth_date=BORN, **(ours or {})),
        record(right, birth_date=BORN, **(theirs or {})),
        expected,
    )


def test_first_name():
    cases = [
        ("ROBERT", "ROBERT", "same first name"),
        ("ROBERT", "BOB", "nickname"),
        ("BOB", "ROBERT", "nickname"),
        ("ROBERT", "R", "first initial agrees"),
        ("ROBERT", "K", "different first name"),
        ("ROBERT", "ROBERTK", "first name nearly the same"),
        ("CYNTHIA", "CYNTIA", "first name nearly the same"),
        ("WENDELL", "WUNDELL", "similar first name"),
        ("MARLOWE", "MARSDEN", "vaguely similar first name"),
        ("ROBERT", "WENDELL", "different first name"),
    ]
    check("first name", [named(f"{a} QUILLFEATHER", f"{b} QUILLFEATHER", level) for a, b, level in cases])


def test_surname():
    cases = [
        ("QUILLFEATHER", "QUILLFEATHER", "same surname"),
        ("QUILLFEATHER", "QUILFEATHER", "surname nearly the same"),
        ("TURNBULL", "TRUMBULL", "similar surname"),
        ("MARLOWE", "MARSDEN", "vaguely similar surname"),
        ("DELACRUZ", "DE-LA-CRUZ", "same surname"),
        ("SMITH-JONES", "JONES", "part of a double surname agrees"),
        ("JONES", "SMITH-JONES", "part of a double surname agrees"),
        ("VAN-HOUTEN", "VAN-DYKE", "different surname"),
        ("QUILLFEATHER", "OKONKWO", "different surname"),
    ]
    check("surname", [named(f"WENDELL {a}", f"WENDELL {b}", level) for a, b, level in cases])


def test_another_surname_of_a_woman_may_be_a_changed_one():
    cases = [
        ("WENDY", "different surname, perhaps changed"),
        ("LIZ", "different surname, perhaps changed"),
        ("WENDELL", "different surname"),
        ("LESLIE", "different surname"),
        ("W", "different surname"),
    ]
    check("surname", [named(f"{a} QUILLFEATHER", f"{a} OKONKWO", level) for a, level in cases])
    check("surname", [named("WENDY MARLOWE", "WENDY MARSDEN", "vaguely similar surname")])


def test_former_surname_of_either_side_and_surname_kept_as_middle_name():
    former, maiden = {"former_last": "OKONKWO"}, {"middle": "QUILLFEATHER"}
    check(
        "surname",
        [
            named("WENDY QUILLFEATHER", "WENDY OKONKWO", "a former surname agrees", ours=former),
            named("WENDY OKONKWO", "WENDY QUILLFEATHER", "a former surname agrees", theirs=former),
            named("WENDY QUILLFEATHER", "WENDY OKONKWO", "surname appears as middle name", theirs=maiden),
        ],
    )


def test_first_and_last_name_swapped():
    found = one(debtor("MARLOWE QUENTIN", birth_date=BORN), record("QUENTIN MARLOWE", birth_date=BORN))
    assert field_of(found, "surname").level == field_of(found, "first name").level
    assert field_of(found, "surname").level == "first and last name swapped"


def test_swapped_names_may_hold_one_typing_error():
    check(
        "surname",
        [
            named("MARLOWE QUENTIN", "QUENTIN MARLOW", "first and last name swapped"),
            named("MARLOWE QUENTIN", "QUENTYN MARLOWE", "first and last name swapped"),
            named("MARLOWE QUENTIN", "DUDLEY MARLOWE", "different surname"),
        ],
    )


def test_known_by_the_middle_name():
    ours = {"middle": "WENDELL"}
    check(
        "first name",
        [named("JOSIAH QUILLFEATHER", "WENDELL QUILLFEATHER", "middle name used as first name", ours)],
    )


def test_middle_name():
    cases = [
        ("WENDELL", "WENDELL", "same middle name"),
        ("WENDELL", "WENDEL", "middle name nearly the same"),
        ("WENDELL", "W", "middle initial agrees"),
        ("W", "W", "middle initial agrees"),
        ("WENDELL", "K", "different middle initial"),
        ("WENDELL", "KYLE", "different middle name"),
        ("WENDELL", None, None),
    ]
    name = "ROBERT QUILLFEATHER"
    check("middle name", [named(name, name, level, {"middle": a}, {"middle": b}) for a, b, level in cases])


def test_suffix():
    cases = [
        ("JR", "JR", "same suffix"),
        ("JR", "II", "same suffix"),
        ("JR", None, "suffix on one side only (the debtor)"),
        (None, "SR", "suffix on one side only"),
        ("JR", "SR", "suffixes conflict"),
        (None, None, None),
    ]
    name = "ROBERT QUILLFEATHER"
    check("suffix", [named(name, name, level, {"suffix": a}, {"suffix": b}) for a, b, level in cases])


def test_birth_date():
    cases = [
        (date(1970, 3, 4), "same birth date"),
        (date(1970, 4, 3), "birth date with day and month swapped"),
        (date(1970, 3, 5), "birth date one digit off"),
        (date(1980, 3, 4), "birth date one digit off"),
        (date(1970, 3, 28), "same birth month and year"),
        (date(1970, 11, 28), "same birth year, other day"),
        (date(1975, 11, 28), "different birth date"),
        (date(1995, 11, 28), "birth dates a generation apart"),
    ]
    check("birth date", [(debtor(birth_date=BORN), record(birth_date=born), level) for born, level in cases])


def test_birth_year_is_its_own_comparison():
    cases = [
        (1970, 0, "same birth year"),
        (1970, 1, "age agrees"),
        (1971, 1, "age agrees"),
        (1971, 0, "birth year one off"),
        (1972, 1, "birth year one off"),
        (1980, 0, "different birth year"),
        (1990, 0, "birth years a generation apart"),
    ]
    ours = debtor(birth_date=BORN)
    check(
        "birth year",
        [(ours, record(birth_year=year, birth_year_slack=slack), level) for year, slack, level in cases],
    )
    check("birth date", [(ours, record(birth_year=1970), None)])


def test_address_is_one_comparison():
    far = {"zip_": "28801", "city": "ASHEVILLE"}
    cases = [
        (HOME, "4B", {}, "same address"),
        (HOME, None, {}, "same building"),
        (HOME, "5", {}, "same building"),
        ("119 MAPLE ST", None, {}, "address one typing error away"),
        ("118 MAPEL ST", None, {}, "address one typing error away"),
        ("902 MAPLE ST", None, {}, "same street"),
        (ELSEWHERE, None, {}, "same ZIP, different street"),
        (ELSEWHERE, None, far, "different address"),
        (HOME, "4B", far, "different address"),
        (HOME, "4B", {"zip_": "27602"}, "same address"),
        (ELSEWHERE, None, {"zip_": "27602"}, "same town, other ZIP"),
        (None, None, {}, None),
    ]
    ours = debtor(unit="4B", birth_date=BORN)
    check(
        "address",
        [
            (ours, record(home=home, unit=unit, birth_date=BORN, **where), level)
            for home, unit, where, level in cases
        ],
    )


def test_post_office_boxes_compare_by_their_number():
    ours = debtor(home=None, birth_date=BORN)
    box = {"address_raw": "PO BOX 12", "address_house": "PO BOX 12", "address_zip": "27601", "current": True}
    theirs = record(home=None, birth_date=BORN) | {"address_house": "PO BOX 12", "address_zip": "27601"}
    check(
        "address",
        [
            ((ours[0], [box]), theirs, "same address"),
            ((ours[0], [box]), theirs | {"address_house": "PO BOX 99"}, "same ZIP, different street"),
        ],
    )


def test_the_best_of_all_addresses_counts_and_is_named():
    ours = debtor(home="5 FIRST AVE", prior=HOME, birth_date=BORN)
    evidence = field_of(one(ours, record(home=ELSEWHERE, mailing=HOME, birth_date=BORN)), "address")
    assert evidence.level == "same address (prior address, record's mailing address)"
    assert (evidence.debtor_value, evidence.record_value) == (f"{HOME}, RALEIGH", f"{HOME}, RALEIGH")


def test_phone_email_employer():
    ours = debtor(phones=["9195550101"], emails=["wq@example.org"], employer="FEATHER WORKS", birth_date=BORN)
    same = record(phones=["9195550177", "9195550101"], emails=["wq@example.org"], employer="FEATHER WORKS")
    other = record(phones=["9195550177"], emails=["kk@example.org"], employer="TIN SHED", birth_date=BORN)
    for field, title in (("phone", "phone"), ("e-mail", "e-mail"), ("employer", "employer")):
        cases = [(ours, same, f"same {title}"), (ours, other, f"different {title}"), (ours, record(), None)]
        check(field, cases)


def test_ssn():
    cases = [
        ("4821", "same SSN digits"),
        ("4827", "SSN digits one off"),
        ("4281", "SSN digits one off"),
        ("9913", "different SSN digits"),
    ]
    ours = debtor(ssn4="4821", birth_date=BORN)
    check("SSN last 4", [(ours, record(ssn4=digits, birth_date=BORN), level) for digits, level in cases])


def test_placeholder_ssn_counts_for_nothing():
    found = one(debtor(ssn4="0000", birth_date=BORN), record(ssn4="0000", birth_date=BORN))
    evidence = field_of(found, "SSN last 4")
    assert evidence.level == "SSN digits are a placeholder"
    assert evidence.bits == evidence.relative_bits == 0.0
