"""The quick forms of matching's rules say what the plain ones say."""

import random
import threading
import weakref
from datetime import date, timedelta

import jellyfish
import numpy as np
import polars as pl
import pytest
from matching_builders import BORN, HOME, debtor, debtors_of, record, records_of, run

from workbench.matching import candidates
from workbench.matching.arrays import codes
from workbench.matching.compare import Records, compare
from workbench.matching.compare_birth import births
from workbench.matching.debtors import index_debtors
from workbench.matching.frequency import census_frequencies
from workbench.matching.levels import BIRTH
from workbench.matching.lookup import Lookup
from workbench.matching.people import people, places, sounds, with_name_columns
from workbench.matching.score import odds, score, tables
from workbench.matching.spelling import byte_table, soundex, worked_out
from workbench.matching.turns import Turns
from workbench.matching.weights import load_weights
from workbench.normalize.spellings import Spellings


def test_soundex_of_a_table_is_jellyfish_s():
    rng = random.Random(11)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZHHWWBBPPab'- 1"
    words = ["".join(rng.choices(letters, k=rng.randrange(0, 15))) for _ in range(20_000)]
    assert soundex(byte_table(pl.Series(words))).to_list() == [jellyfish.soundex(word) for word in words]


def test_nobody_sounds_like_nothing():
    assert sounds(pl.Series(["LEE", None, "LEIGH"])).to_list() == ["L000", None, "L200"]


def test_spellings_are_worked_out_once_and_remembered_over_columns():
    asked: list[list[str | None]] = []

    def rule(texts: pl.Series) -> pl.DataFrame:
        asked.append(texts.to_list())
        return texts.to_frame("text")

    memory = Spellings(rule)
    first, second = pl.Series(["B", "A", None, "B"]), pl.Series([None, "C", "A", "A"])
    assert memory.of(first)["text"].to_list() == first.to_list()
    assert memory.of(second)["text"].to_list() == second.to_list()
    assert asked == [[None], ["B", "A"], ["C"]]


def test_a_memory_that_is_full_begins_anew_and_says_the_same():
    rng = random.Random(5)
    memory = Spellings(worked_out, most=50)
    for _ in range(20):
        names = pl.Series(["".join(rng.choices("ABCDE", k=3)) for _ in range(40)] + [None])
        assert memory.of(names).equals(Spellings(worked_out).of(names))


def test_a_lookup_finds_what_a_dictionary_finds():
    rng = np.random.default_rng(7)
    for size in (0, 1, 2, 3, 1000):
        known = np.unique(rng.integers(1, 2**64, size, dtype=np.uint64))
        column = np.concatenate([rng.integers(0, 2**64, 5000, dtype=np.uint64), known, known, [np.uint64(0)]])
        at, which = Lookup(known).find(column)
        places = {code: number for number, code in enumerate(known.tolist())}
        wanted = [(i, places[code]) for i, code in enumerate(column.tolist()) if code in places]
        assert list(zip(at.tolist(), which.tolist(), strict=True)) == wanted


def test_a_lookup_bears_codes_that_are_not_evenly_spread():
    known = np.arange(1, 60, dtype=np.uint64)
    at, which = Lookup(known).find(np.arange(100, dtype=np.uint64))
    assert at.tolist() == list(range(1, 60))
    assert which.tolist() == list(range(59))


def test_dates_are_four_bits_a_digit_however_old():
    usual = [date(1789, 12, 30), date(1900, 2, 28), date(1969, 12, 31), date(2000, 2, 29), date(2099, 12, 31)]
    for days in (
        usual,
        [*usual, date(1789, 12, 29)],
        [*usual, date(2100, 1, 1)],
        [date(1, 1, 1), date(9999, 12, 31)],
    ):
        rows = records_of(record("A B"), *(record("A B", birth_date=day) for day in days))
        side = people(with_name_columns(rows))
        assert [f"{day:x}" for day in side.day] == ["0", *(f"{day:%Y%m%d}".lstrip("0") for day in days)]
        assert side.day_year.tolist() == side.year.tolist() == [0, *(day.year for day in days)]


def test_births_are_judged_as_the_dates_read():
    rng = random.Random(13)
    days = [date(1950, 1, 1) + timedelta(days=rng.randrange(25_000)) for _ in range(300)]
    days += [date(1912, 1, 2), date(1921, 1, 2), date(1912, 2, 1), date(1912, 1, 20), date(1912, 11, 2)]
    frame = with_name_columns(records_of(*(record("A B", birth_date=day) for day in days)))
    side = people(frame)
    d, r = np.divmod(np.arange(len(days) ** 2), len(days))
    found = births(side, d, side, r)
    for i, j, got in zip(d.tolist(), r.tolist(), found.tolist(), strict=True):
        assert BIRTH[got] == _level(days[i], days[j])


def _level(a: date, b: date) -> str:
    """The level of two dates, digit by digit."""
    x, y = f"{a:%Y%m%d}", f"{b:%Y%m%d}"
    unlike = [i for i in range(8) if x[i] != y[i]]
    if not unlike:
        return "date_exact"
    if a.year == b.year and (a.month, a.day) == (b.day, b.month):
        return "date_swap"
    one = unlike[0]
    exchanged = len(unlike) == 2 and unlike[1] == one + 1 and x[one : one + 2] == y[one : one + 2][::-1]
    if len(unlike) == 1 or exchanged:
        return "date_edit"
    if a.year == b.year:
        return "date_year_month" if a.month == b.month else "date_year"
    return "date_near" if abs(a.year - b.year) < 15 else "date_far"


def test_codes_of_equal_texts_are_equal_and_none_is_nothing():
    made = codes(pl.Series(["A", None, "B", "A"]))
    assert made[0] == made[3] != made[2]
    assert made[1] == 0


def test_work_handed_in_comes_back_in_turn_and_what_nobody_began_is_done_here():
    held = threading.Event()
    by: dict[int, str] = {}

    def work(n: int) -> int:
        by[n] = threading.current_thread().name
        if n == 2:
            assert held.wait(5)
        return n * n

    turns = Turns(work, 1)
    got = [done for n in (0, 1) for done in turns.hand_in(n)]
    got += turns.hand_in(2)
    got += turns.hand_in(3)
    threading.Timer(0.05, held.set).start()
    got += turns.rest(iter((4, 5)))
    assert got == [n * n for n in range(6)]
    assert by[2].startswith("matching")
    assert {by[3], by[4], by[5]} == {threading.current_thread().name}


def test_items_beyond_those_that_may_wait_wait_to_be_handed_in_and_none_is_kept_once_begun():
    class Item:
        pass

    turns = Turns(weakref.ref, 2, waiting=0)
    got, under_way = [], []
    for _ in range(6):
        got += turns.hand_in(Item())
        under_way.append(turns.under_way)
    got += turns.rest(iter(()))
    assert max(under_way) == 2
    assert len(got) == 6
    assert not [ref for ref in got if ref() is not None]


def test_what_work_raises_is_raised_where_its_result_is_taken():
    def work(n: int) -> int:
        raise ZeroDivisionError

    turns = Turns(work, 1)
    assert list(turns.hand_in(1)) == []
    with pytest.raises(ZeroDivisionError):
        list(turns.rest(iter(())))


def test_odds_are_what_a_score_says_in_the_end():
    weights = load_weights(None)
    index = index_debtors(debtors_of(debtor(birth_date=BORN), debtor("ANN LEE", debtor_id="d2", suffix="JR")))
    frame = with_name_columns(
        records_of(record(birth_date=BORN), record("ANNE LEE", HOME), record("ROBERT LEE", birth_date=BORN))
    )
    rows = Records(people(frame), (places(frame, "address"), places(frame, "mailing")))
    d, r = np.divmod(np.arange(6), 3)
    pairs = compare(index, rows, d, r)
    sizes = {"": 2, "address": 2, "phone": 1, "email": 1}
    table = tables(weights, census_frequencies(index), sizes)
    quick, full = odds(weights, table, pairs, 1000), score(weights, table, pairs, 1000)
    assert np.array_equal(quick.bits, full.bits)
    assert np.array_equal(quick.relative_odds, full.relative_odds)
    least = float(np.median(full.bits))
    roughly = odds(weights, table, pairs, 1000, least).bits
    assert np.array_equal(roughly[full.bits >= least], full.bits[full.bits >= least])
    assert (roughly >= full.bits).all()
    assert not np.array_equal(roughly, full.bits)


def test_how_many_pairs_are_compared_at_once_changes_nothing(monkeypatch):
    names = ("ROBERT QUILLFEATHER", "ANN LEE", "ANNA LEE", "ROB QUILFEATHER", "LEE ANN")
    debtors = [
        debtor(name, debtor_id=f"d{n}", birth_date=BORN, phones=["9195550101"])
        for n, name in enumerate(names[:3])
    ]
    rows = [record(name, HOME, birth_date=BORN, phones=["9195550101"]) for name in names * 3]
    whole = run(debtors, rows)
    monkeypatch.setattr(candidates, "_AT_ONCE", 2)
    parts = run(debtors, rows)
    assert whole.stats.pairs == parts.stats.pairs > 20
    assert whole.leads.height > 3
    assert whole.leads.equals(parts.leads)
