"""Who a file holds is told by the file: debtors, those who have not moved, families.  A few change little."""

from datetime import date, timedelta

import numpy as np
import pytest
from matching_builders import debtor, debtors_of, record, records_of, run

from workbench.matching import Matcher, households, load_weights
from workbench.matching.presence import ASSUMED_OF, LEAST, MOST, MOST_BEFORE, Candidates, assumed, presence
from workbench.model.presence import Presence

WEIGHTS = load_weights(None)
FIRST = ("ROBERT", "MARIA", "JAMES", "LINDA", "DAVID", "SUSAN", "THOMAS", "KAREN", "DANIEL", "NANCY")
LAST = ("SMITH", "JOHNSON", "BROWN", "GARCIA", "MILLER", "DAVIS", "WILSON", "MOORE", "TAYLOR", "CLARK")
TREE = ("OAK", "ELM", "PINE", "BIRCH", "CEDAR", "MAPLE", "ALDER", "HAZEL", "LINDEN", "WILLOW", "ASPEN",
        "LARCH", "ROWAN", "SPRUCE", "BEECH", "CHERRY", "WALNUT", "HOLLY", "POPLAR", "CYPRESS")  # fmt: skip
MANY = 200


def home(n):
    return f"{n + 10} {TREE[n // 10 % 20]} ST"


def born(n):
    return date(1960, 1, 1) + timedelta(days=97 * n)


def people(count=MANY):
    """Debtors of common names, each at a home of its own."""
    return [
        debtor(f"{FIRST[n % 10]} {LAST[n // 10 % 10]}", home(n), birth_date=born(n),
               debtor_id=f"d{n}", account_id=f"a{n}")
        for n in range(count)
    ]  # fmt: skip


def themselves(count):
    return [
        record(f"{FIRST[n % 10]} {LAST[n // 10 % 10]}", home(n), birth_date=born(n)) for n in range(count)
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
    assert told < 0.8 * usual


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
    told, usual = Presence(0.1, 5000, 0.2, 0.5), WEIGHTS.usual
    assert assumed(usual, told) == Presence(0.1, MOST_BEFORE, 0.2, 0.5)
    assert assumed(usual, Presence(0.1, 10)) == Presence(0.1, ASSUMED_OF + 10, usual.at_home, usual.relatives)
    assert assumed(usual) == Presence(WEIGHTS.present, ASSUMED_OF, usual.at_home, usual.relatives)
    one, row = people(1), themselves(1)
    assert matched(one, row, before=told).stats.presence.share == pytest.approx(0.1, abs=0.02)
    bits = matched(one, row).explanation(0).bits
    assert matched(one, row, before=told).explanation(0).bits < bits - 2


START = Presence(0.6, ASSUMED_OF, 0.45, 2.5)


def candidates(d, person, bits, home=None):
    at_home = np.zeros(len(d), dtype=np.int64) if home is None else home
    return Candidates(np.asarray(d), np.asarray(person), np.asarray(bits), at_home)


def test_the_shares_explain_themselves():
    """At the end both are the means of the probabilities that follow from them, the start counted in."""
    rng = np.random.default_rng(7)
    d, bits, home = np.arange(400) % 300, rng.normal(0, 8, 400), rng.integers(-1, 2, 400)
    held = presence(candidates(d, np.arange(400), bits, home), 500, START)
    moved = np.array([(1 - held.at_home) / 0.55, 1.0, held.at_home / 0.45])[home + 1]
    w = held.share * np.exp2(bits) / 0.6 * moved
    odds = np.zeros(300)
    np.add.at(odds, d, w)
    p = w / (odds[d] + 1 - held.share)
    assert held.share == pytest.approx((p.sum() + ASSUMED_OF * 0.6) / (500 + ASSUMED_OF), abs=1e-4)
    stayed = (p[home > 0].sum() + ASSUMED_OF * 0.45) / (p[home != 0].sum() + ASSUMED_OF)
    assert held.at_home == pytest.approx(stayed, abs=1e-4)


def test_rows_of_one_person_count_once_and_the_ends_are_never_reached():
    d, bits = np.zeros(50, dtype=np.int64), np.full(50, -3.0)
    one = presence(candidates(d, d, bits), 1, START)
    many = presence(candidates(d, np.arange(50), bits), 1, START)
    assert one.share < many.share
    nobody = np.zeros(0, dtype=np.int64)
    assert presence(candidates(nobody, nobody, np.zeros(0)), 10**6, START).share == LEAST
    everyone = np.arange(10_000)
    all_there = candidates(everyone, everyone, np.full(10_000, 40.0), np.ones(10_000, dtype=np.int64))
    assert presence(all_there, 10_000, START) == Presence(MOST, 10_000, MOST, 2.5, 10_000)


def test_what_is_no_earlier_run_is_no_start():
    assert assumed(START, Presence(0.9, 0)) == START
    assert assumed(START, Presence(0.0, 500)).share == LEAST
    assert assumed(START, Presence(1.0, 500)).share == MOST


@pytest.mark.parametrize(("moved", "low", "high"), [(0, 0.9, MOST), (150, 0.2, 0.35)])
def test_how_many_have_moved_is_told_and_moves_the_weight_of_an_address(moved, low, high):
    rows = [
        row | {"address_street": "FAR RD", "address_zip": "28801", "address_city": "BOONE"}
        if n < moved
        else row
        for n, row in enumerate(themselves(MANY))
    ]
    result = matched(people(), rows)
    assert low <= result.stats.presence.at_home <= high
    at = int(np.flatnonzero((result.leads["debtor_id"] == "d199").to_numpy())[0])
    bits = {field.field: field.bits for field in result.explanation(at).fields}["address"]
    usual = run(people()[0], [themselves(1)[0]]).explanation(0)
    assert (bits < {f.field: f.bits for f in usual.fields}["address"]) == bool(moved)


def families(count):
    """Couples of one surname and home, born apart."""
    return [
        record(f"{first} {LAST[n % 10]}", f"{n} FERRY RD", birth_date=born(n + years))
        for n in range(count)
        for first, years in (("WILMA", 0), ("OTTO", 9))
    ]


def test_a_file_without_families_is_told_to_hold_few_relatives():
    usual = WEIGHTS.relatives
    assert matched(people(3), families(300)).stats.presence.relatives == pytest.approx(1.5 * usual, rel=0.1)
    alone = matched(people(3), families(600)[::2]).stats.presence.relatives
    assert alone == pytest.approx(households.LEAST * usual)
    nameless_homes = [row | {"address_house": None} for row in families(300)]
    assert matched(people(3), nameless_homes).stats.presence.relatives == usual


def test_one_person_in_many_rows_is_no_family():
    """Copies, a nickname, an error in the birth date: the person remains one."""
    rows = []
    for row in families(200)[::2]:
        rows += [row, row | {"first": "WILHELMINA"}, row | {"birth_date": date(1931, 1, 2)}]
    told = matched(people(3), rows).stats.presence.relatives
    assert told < 0.45 * WEIGHTS.relatives


def test_a_prison_is_no_family():
    """Three hundred people at one address, thirty of a surname, each born apart."""
    rows = [
        record(
            f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF'[n // 10]}MOS {LAST[n % 10]}",
            "1 PRISON RD",
            birth_date=born(n),
        )
        for n in range(300)
    ]
    told = matched(people(3), rows).stats.presence.relatives
    assert told < 0.15 * WEIGHTS.relatives


def test_the_rows_of_a_long_file_are_counted_in_part_whatever_their_order(monkeypatch):
    whole = matched(people(3), families(400)).stats.presence.relatives
    monkeypatch.setattr(households, "_MOST_KEPT", 200)
    part = matched(people(3), families(400)).stats.presence.relatives
    assert part == pytest.approx(whole, rel=0.15)
    backwards = matched(people(3), families(400)[::-1]).stats.presence.relatives
    assert backwards == part


def test_without_any_candidate_nobody_is_there():
    held = Matcher(debtors_of(*people(70)), WEIGHTS).finish().stats.presence
    assert held.debtors == 70
    assert held.share == pytest.approx(WEIGHTS.present * ASSUMED_OF / (70 + ASSUMED_OF), abs=1e-4)
