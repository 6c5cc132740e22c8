"""How many of the debtors a file holds is told by the file, and a few debtors change little."""

from datetime import date, timedelta

import numpy as np
import pytest
from matching_builders import debtor, debtors_of, record, records_of

from workbench.matching import Matcher, load_weights
from workbench.matching.presence import ASSUMED_OF, LEAST, MOST, MOST_BEFORE, Presence, assumed, presence

WEIGHTS = load_weights(None)
FIRST = ("ROBERT", "MARIA", "JAMES", "LINDA", "DAVID", "SUSAN", "THOMAS", "KAREN", "DANIEL", "NANCY")
LAST = ("SMITH", "JOHNSON", "BROWN", "GARCIA", "MILLER", "DAVIS", "WILSON", "MOORE", "TAYLOR", "CLARK")
MANY = 200


def born(n):
    return date(1960, 1, 1) + timedelta(days=97 * n)


def people(count=MANY):
    """Debtors of common names, each at a home of its own."""
    return [
        debtor(f"{FIRST[n % 10]} {LAST[n // 10 % 10]}", f"{n + 10} OAK ST", birth_date=born(n),
               debtor_id=f"d{n}", account_id=f"a{n}")
        for n in range(count)
    ]  # fmt: skip


def themselves(count):
    return [
        record(f"{FIRST[n % 10]} {LAST[n // 10 % 10]}", f"{n + 10} OAK ST", birth_date=born(n))
        for n in range(count)
    ]


def strangers(count=3000):
    """People of another place: the debtors' first and last names at random, born on any day."""
    rng = np.random.default_rng(3)
    drawn = zip(
        rng.integers(0, 10, count), rng.integers(0, 10, count), rng.integers(0, 20_000, count), strict=True
    )
    return [
        record(f"{FIRST[a]} {LAST[b]}", f"{n} FERRY RD", zip_="28801", city="ASHEVILLE",
               birth_date=date(1945, 1, 1) + timedelta(days=int(day)))
        for n, (a, b, day) in enumerate(drawn)
    ]  # fmt: skip


def matched(debtors, rows, before=None):
    matcher = Matcher(debtors_of(*debtors), WEIGHTS, before=before)
    matcher.add(records_of(*rows))
    return matcher.finish()


def test_a_file_of_strangers_is_told_to_hold_hardly_anybody_and_proposes_less():
    result = matched(people(), strangers())
    assert result.stats.presence.debtors == MANY
    assert result.stats.presence.share < 0.2
    told = result.leads["p_same"].sum()
    usual = sum(matched([one], strangers()).leads["p_same"].sum() for one in people()[:20]) * MANY / 20
    assert told < 0.7 * usual


@pytest.mark.parametrize(("there", "low", "high"), [(MANY, 0.9, MOST), (MANY // 2, 0.45, 0.65)])
def test_the_share_is_near_that_of_the_debtors_there(there, low, high):
    rows = themselves(there) + strangers()
    held = matched(people(), rows).stats.presence
    assert low <= held.share <= high


def test_three_debtors_that_are_not_there_change_little():
    held = matched(people(3), strangers(300)).stats.presence
    assert held.debtors == 3
    assert WEIGHTS.present - 0.06 < held.share < WEIGHTS.present


def test_a_few_new_debtors_start_from_what_all_before_them_told():
    told = Presence(0.1, 5000)
    assert assumed(WEIGHTS.present, told) == Presence(0.1, MOST_BEFORE)
    assert assumed(WEIGHTS.present, Presence(0.1, 10)) == Presence(0.1, ASSUMED_OF + 10)
    assert assumed(WEIGHTS.present) == Presence(WEIGHTS.present, ASSUMED_OF)
    one, row = people(1), themselves(1)
    assert matched(one, row, before=told).stats.presence.share == pytest.approx(0.1, abs=0.02)
    usual = matched(one, row).explanation(0).bits
    assert matched(one, row, before=told).explanation(0).bits < usual - 2


def test_the_share_explains_itself():
    """At the end the share is the mean of the probabilities that follow from it, the start counted in."""
    rng = np.random.default_rng(7)
    d, bits = np.arange(400) % 300, rng.normal(0, 8, 400)
    person = np.arange(400)
    start = Presence(0.6, ASSUMED_OF)
    held = presence(d, person, bits, 500, start)
    odds = np.zeros(300)
    np.add.at(odds, d, np.exp2(bits) / 0.6)
    w = held.share * odds
    expected = ((w / (w + 1 - held.share)).sum() + ASSUMED_OF * 0.6) / (500 + ASSUMED_OF)
    assert held.share == pytest.approx(expected, abs=1e-4)


def test_rows_of_one_person_count_once_and_the_ends_are_never_reached():
    d, bits = np.zeros(50, dtype=np.int64), np.full(50, -3.0)
    start = Presence(0.6, ASSUMED_OF)
    one = presence(d, np.zeros(50, dtype=np.int64), bits, 1, start)
    many = presence(d, np.arange(50), bits, 1, start)
    assert one.share < many.share
    nobody = np.zeros(0, dtype=np.int64)
    assert presence(nobody, nobody, np.zeros(0), 10**6, start).share == LEAST
    everyone = np.arange(10_000)
    assert presence(everyone, everyone, np.full(10_000, 40.0), 10_000, start).share == MOST


def test_what_is_no_earlier_run_is_no_start():
    assert assumed(0.6, Presence(0.9, 0)) == Presence(0.6, ASSUMED_OF)
    assert assumed(0.6, Presence(0.0, 500)).share == LEAST
    assert assumed(0.6, Presence(1.0, 500)).share == MOST


def test_without_any_candidate_nobody_is_there():
    held = Matcher(debtors_of(*people(70)), WEIGHTS).finish().stats.presence
    assert held.debtors == 70
    assert held.share == pytest.approx(WEIGHTS.present * ASSUMED_OF / (70 + ASSUMED_OF), abs=1e-4)
