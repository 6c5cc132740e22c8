"""How records arrive changes nothing; caps, tombstones and empty input behave."""

import logging
import random
from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from matching_builders import BORN, debtor, debtors_of, field_of, record, records_of, run
from rapidfuzz.distance import JaroWinkler

from workbench.base.errors import CancelledError
from workbench.matching import LEAD_SCHEMA, Matcher, MatchSettings, Tombstones, load_weights
from workbench.matching.debtors import DebtorsError
from workbench.matching.levels import FIELDS
from workbench.matching.spelling import byte_table, letters, most_similar
from workbench.matching.tombstones import DISPROVED_SCHEMA, REJECTED_SCHEMA
from workbench.matching.weights import DEFAULT_WEIGHTS, RESOURCES, WeightsError
from workbench.model.presence import Presence
from workbench.normalize.tables import PERSON_SCHEMA, empty

WEIGHTS = load_weights(None)
FIRST = ["ROBERT", "BOB", "WILMA", "KLAUS", "INGRID", "JOSEPHA", "RUPERT"]
LAST = ["QUILLFEATHER", "OKONKWO", "SMITH-JONES", "PARTRIDGE", "QUILFEATHER", "VANTERPOOL"]


def crowd(count=400, seed=5):
    """Records that look alike, so that ties and shared values are common."""
    rng = random.Random(seed)
    return records_of(
        *(
            record(
                f"{rng.choice(FIRST)} {rng.choice(LAST)}",
                home=f"{rng.randrange(100, 120)} MAPLE ST",
                birth_year=rng.randrange(1960, 1985),
                phones=[f"91955501{rng.randrange(30):02}"] if rng.random() < 0.4 else None,
            )
            for _ in range(count)
        )
    )


def searched():
    return [
        (row | {"debtor_id": f"d{n}"}, homes)
        for n, (row, homes) in enumerate(
            [
                debtor("ROBERT QUILLFEATHER", birth_year=1970, phones=["9195550101"]),
                debtor("WILMA OKONKWO", home="104 MAPLE ST", birth_year=1966),
                debtor("KLAUS JONES", birth_year=1981, phones=["9195550102"]),
            ]
        )
    ]


@pytest.fixture(scope="module")
def whole():
    return run(searched(), crowd())


def test_one_chunk_or_many_give_the_same_leads(whole):
    many = run(searched(), crowd(), chunks=7, settings=MatchSettings(slice_rows=37))
    assert many.leads.equals(whole.leads)
    assert many.stats == whole.stats
    assert whole.leads.height > 5


def test_order_of_rows_and_debtors_does_not_matter(whole):
    turned = run(searched()[::-1], crowd().reverse())
    assert turned.leads.equals(whole.leads)


@pytest.mark.parametrize("rows", [[], [record("WENDELL UNRELATED", home=None)]])
def test_nothing_to_find_gives_no_leads(rows):
    result = run(debtor(), rows)
    assert result.leads.schema == pl.Schema(LEAD_SCHEMA)
    assert result.leads.height == 0
    with pytest.raises(IndexError):
        result.explanation(0)


def test_no_debtors_and_no_rows():
    matcher = Matcher(debtors_of(), load_weights(None))
    assert matcher.finish().leads.height == 0
    matcher = Matcher(debtors_of(), load_weights(None))
    matcher.add(empty(PERSON_SCHEMA))
    matcher.add(crowd(20))
    result = matcher.finish()
    assert (result.leads.height, result.stats.rows) == (0, 20)


def test_four_digits_and_the_zip_are_enough_to_be_looked_at():
    """Both names and the address changed; without the number the two are never compared."""
    ours = debtor("WENDELL QUILLFEATHER", ssn4="4321", birth_year=1970)
    row = record("ROSALIND THISTLEWOOD", ssn4="4321", birth_year=1970)
    everything = MatchSettings(least_same=0.0, least_relative=0.0)
    assert run(ours, [row], settings=everything).stats.pairs == 1
    for other in (row | {"ssn4": "4322"}, row | {"ssn4": None}, row | {"address_zip": "28801"}):
        assert run(ours, [other], settings=everything).stats.pairs == 0


def test_people_without_anything_but_a_surname_do_no_harm():
    nameless = record(home=None) | {"first": None, "last": None, "name_raw": "QUILLFEATHER HOLDINGS LLC"}
    assert run(debtor(home=None), [nameless, record(" QUILLFEATHER", home=None)]).leads.height == 0


def test_debtors_must_have_ids_of_their_own():
    with pytest.raises(DebtorsError):
        run([debtor(), debtor()], [record()])


def test_a_block_over_the_cap_is_skipped_reported_and_logged_without_its_key(caplog):
    rows = [record(home=None, birth_year=1900 + n) for n in range(90)]
    settings = MatchSettings(block_rows=50, slice_rows=20)
    with caplog.at_level(logging.WARNING):
        result = run(debtor(birth_year=1970), rows, settings=settings)
    kinds = {block.kind: block for block in result.stats.skipped}
    assert {"canonical_name", "sound_initial"} <= set(kinds)
    assert kinds["canonical_name"].rows == 90
    assert "QUILLFEATHER" in kinds["canonical_name"].key
    assert "canonical_name skipped: 90 rows" in caplog.text
    assert "QUILLFEATHER" not in caplog.text
    assert result.leads["record_id"].to_list() == ["r71"], "found by surname and birth year"


def test_a_block_over_the_cap_is_skipped_whatever_the_chunks():
    rows = records_of(*(record(home=None, birth_year=1970) for _ in range(30)))
    for chunks in (1, 6):
        settings = MatchSettings(block_rows=20, slice_rows=7)
        assert run(debtor(birth_year=1970), rows, settings=settings, chunks=chunks).leads.height == 0


def tombstones(rejected=(), disproved=()):
    return Tombstones(
        pl.DataFrame(list(rejected), schema=REJECTED_SCHEMA, orient="row"),
        pl.DataFrame(list(disproved), schema=DISPROVED_SCHEMA, orient="row"),
    )


def test_a_rejected_person_is_not_proposed_again_on_any_account():
    ours, row = debtor(birth_year=1970), record(birth_year=1970)
    lead = run(ours, [row]).leads.row(0, named=True)
    stones = tombstones(rejected=[(lead["debtor_key"], lead["person_key"])])
    assert run(ours, [row], tombstones=stones).leads.height == 0
    other_account = (ours[0] | {"debtor_id": "d9", "account_id": "a9"}, [])
    assert run(other_account, [row], tombstones=stones).leads.height == 0


def test_a_rejected_person_comes_back_with_new_facts_or_for_another_debtor():
    ours, row = debtor(birth_year=1970), record(birth_year=1970)
    lead = run(ours, [row]).leads.row(0, named=True)
    stones = tombstones(rejected=[(lead["debtor_key"], lead["person_key"])])
    assert run(ours, [record(birth_date=BORN)], tombstones=stones).leads.height == 1
    assert run(ours, [record(home="9 RIVER RD", birth_year=1970)], tombstones=stones).leads.height == 1
    namesake = debtor(birth_year=1971)
    assert run(namesake, [record(birth_year=1970)], tombstones=stones).leads.height == 1
    for_everybody = tombstones(rejected=[(None, lead["person_key"])])
    assert run(namesake, [row], tombstones=for_everybody).leads.height == 0


@pytest.mark.parametrize(
    ("as_of", "stays"),
    [(None, False), (date(2024, 1, 1), False), (date(2024, 6, 1), False), (date(2024, 6, 2), True)],
)
def test_a_disproved_phone_neither_counts_nor_is_offered_until_newer_evidence(as_of, stays):
    stones = tombstones(disproved=[("9195550101", date(2024, 6, 1))])
    row = record(birth_year=1970, phones=["9195550101", "9195550102"], as_of=as_of)
    result = run(debtor(birth_year=1970, phones=["9195550101"]), [row], tombstones=stones)
    assert field_of(result.explanation(0), "phone").level == ("same phone" if stays else "different phone")
    assert result.person_of(0).phones == (("9195550101", "9195550102") if stays else ("9195550102",))


def test_a_row_left_with_no_phone_compares_none():
    stones = tombstones(disproved=[("9195550101", date(2024, 6, 1))])
    rows = [record(birth_year=1970, phones=["9195550101"]), record("WILMA OKONKWO", phones=["9195550150"])]
    result = run(debtor(birth_year=1970, phones=["9195550101"]), rows, tombstones=stones)
    assert field_of(result.explanation(0), "phone") is None


def test_cancelled_run_raises():
    class Impatient:
        def report(self, done, total, stage):
            pass

        def cancelled(self):
            return True

    matcher = Matcher(debtors_of(debtor()), load_weights(None))
    with pytest.raises(CancelledError):
        matcher.finish(Impatient())


def test_weights_of_each_kind_of_comparison_are_probabilities_that_sum_to_one():
    weights = load_weights(None)
    groups = {
        "last": FIELDS["last"][1:],
        "first": [n for n in FIELDS["first"][1:] if n != "swapped"],
    }
    groups["address"], groups["phone"] = FIELDS["address"][1:], ("exact", "different")
    groups["employer"] = FIELDS["employer"][1:]
    groups["ssn4"], groups["email"] = ("exact", "edit", "different"), ("exact", "different")
    for field, names in groups.items():
        total = sum(weights.levels[field][FIELDS[field].index(name)].m for name in names)
        assert total == pytest.approx(1.0, abs=0.06), field
    # A suffix is counted against "neither has one", the .97 that is left.
    assert sum(weight.m for weight in weights.levels["suffix"][1:]) == pytest.approx(0.03, abs=0.01)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("m = 0.86", "m = 1.86"),
        ("m = 0.86", "m = nan"),
        ("[fields.first.exact]", "[fields.first.exactly]"),
        ("[prior]", "[prior"),
        ("present = 0.6", "present = nan"),
        ("present = 0.6", "present = 1.0"),
        ("present = 0.6", "present = -0.6"),
        ("relatives = 2.5", "relatives = 0.0"),
        ("relatives = 2.5", "relatives = inf"),
        ("relatives = 2.5", f"relatives = 1{'0' * 400}"),
        ("population_floor = 10000", "population_floor = 5"),
        ("population_floor = 10000", "population_floor = inf"),
        ("[prior]", "kin = [1]\n[prior]"),
        ("[prior]", f"x = {'[' * 5000}\n[prior]"),
    ],
)
def test_a_damaged_weights_file_is_a_clear_error(tmp_path, old, new):
    path = tmp_path / "weights.toml"
    text = DEFAULT_WEIGHTS.read_text(encoding="utf-8")
    if new.startswith("kin"):
        text = text[: text.index("[kin.")]
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(WeightsError, match=r"weights\.toml"):
        load_weights(path)


def test_another_version_of_weights_is_named_in_the_explanation():
    weights = replace(load_weights(None), version="7-trial")
    result = run(debtor(birth_date=BORN), [record(birth_date=BORN)], weights=weights)
    assert result.explanation(0).weights_version == result.stats.weights_version == "7-trial"


def test_letters_never_promise_less_than_jaro_winkler_gives():
    rng = random.Random(3)
    words = ["".join(rng.choices("ABCDELRNSTO'", k=rng.randrange(1, 14))) for _ in range(3000)] + [
        "A" * 40,
        "",
    ]
    left, right = words, [*words[1:], words[0]]
    right[:500] = [w[:-1] + "Z" for w in left[:500]]
    bound = most_similar(letters(byte_table(pl.Series(left))), letters(byte_table(pl.Series(right))))
    for a, b, most in zip(left, right, bound, strict=True):
        assert JaroWinkler.normalized_similarity(a, b) <= most + 1e-5
    assert (bound < 0.8).mean() > 0.3


def test_weights_that_do_not_know_a_level_give_it_what_it_was_part_of():
    older = load_weights(RESOURCES / "weights-2.toml")
    assert (
        dict(zip(FIELDS["last"], older.levels["last"], strict=True))["changed"]
        == older.levels["last"][FIELDS["last"].index("different")]
    )
    address = dict(zip(FIELDS["address"], older.levels["address"], strict=True))
    assert address["town"] == address["elsewhere"]


def test_what_a_run_told_moves_the_weights_of_addresses_and_the_priors():
    told = WEIGHTS.in_file(Presence(0.2, 500, at_home=0.1, relatives=0.5))
    assert told.at_home == pytest.approx(0.1)
    assert (told.present, told.relatives) == (0.2, 0.5)
    assert sum(w.m for w in told.levels["address"][1:]) == pytest.approx(
        sum(w.m for w in WEIGHTS.levels["address"][1:])
    )
    others = {field: rows for field, rows in told.levels.items() if field != "address"}
    assert others == {field: rows for field, rows in WEIGHTS.levels.items() if field != "address"}
    untold = WEIGHTS.in_file(Presence(0.2, 500))
    assert untold.levels == WEIGHTS.levels
    assert untold.relatives == WEIGHTS.relatives
