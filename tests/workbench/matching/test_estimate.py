"""Weights from decisions, on decisions drawn from a world whose true weights are known."""

from dataclasses import replace

import numpy as np
import pytest
from matching_builders import debtor, record, run

from workbench.matching import MatchSettings, load_weights
from workbench.matching.estimate import LEAST, TooFewDecisionsError, _Problem, fitted, loss, propose
from workbench.matching.estimate_decisions import (
    CELLS,
    Label,
    Scorings,
    bands,
    cell_of,
    figures,
    odds,
    probabilities,
    scorings,
    understood,
)
from workbench.matching.levels import FIELDS, NEUTRAL, level
from workbench.matching.weights import weights_from_text
from workbench.matching.weights_text import weights_to_text
from workbench.matching.wording import WORDS
from workbench.model.explanation import Band, FieldEvidence

BASE = load_weights(None)
USED = {
    "last": ("exact", "near94", "different"),
    "first": ("exact", "nickname", "near94", "different"),
    "birth": ("date_exact", "date_edit", "date_near", "date_far"),
    "address": ("unit", "zip", "elsewhere"),
}


def changed(weights, field, **levels):
    row = list(weights.levels[field])
    for name, figures_ in levels.items():
        number = level(field, name)
        row[number] = replace(row[number], **figures_)
    return replace(weights, levels=weights.levels | {field: tuple(row)})


def world(truth, count, seed=1):
    """(leads, labels, accounts): leads chosen by the base score, decided as ``truth`` has it."""
    rng = np.random.default_rng(seed)
    tries = count * 12
    has = np.zeros((tries, len(CELLS)), dtype=bool)
    u = np.ones(has.shape)
    for field, names in USED.items():
        cells = np.array([CELLS.index((field, level(field, name))) for name in names])
        chosen = rng.choice(cells, tries)
        has[np.arange(tries), chosen] = True
        common = np.array([max(BASE.levels[f][n].u, 1e-4) for f, n in CELLS])
        u[np.arange(tries), chosen] = common[chosen]
    leads = Scorings(
        has, u, np.full(tries, -14.3), np.full(tries, -12.0), np.zeros(tries),
        (Band.WEAK,) * tries, ((),) * tries,
    )  # fmt: skip
    proposed, _ = odds(BASE, leads)
    at = np.flatnonzero((proposed > -6) & (proposed < 6))[:count]
    leads = leads.at(at)
    p, kin = probabilities(truth, leads)
    drawn = rng.random(leads.size)
    labels = [
        Label.SAME if x < a else Label.RELATIVE if x < a + b and x > 0.9 else Label.OTHER
        for x, a, b in zip(drawn, p, kin, strict=True)
    ]
    return leads, labels, [f"account {i}" for i in range(leads.size)]


def flags(labels):
    return np.array([x is Label.SAME for x in labels]), np.array([x is Label.RELATIVE for x in labels])


TRUTH = changed(
    changed(BASE, "first", nickname={"m": 0.24}, exact={"m": 0.68}), "birth", date_edit={"m": 0.0035}
)


def test_many_decisions_move_the_weights_towards_the_truth():
    leads, labels, accounts = world(TRUTH, 2000)
    found = propose(BASE, leads, labels, accounts, "1.1")
    assert found.weights.version == "1.1"
    assert found.better
    assert found.loss_after < found.loss_before - 0.01
    first, birth = found.weights.levels["first"], found.weights.levels["birth"]
    assert first[level("first", "nickname")].m > 0.1
    assert birth[level("birth", "date_edit")].m < 0.012
    move = {(c.field, c.level): c for c in found.changes}
    wanted = np.log2(0.24 / BASE.levels["first"][level("first", "nickname")].m)
    assert wanted > move["first", "nickname"].bits[1] - move["first", "nickname"].bits[0] > 0.4 * wanted > 0.4
    assert move["first", "nickname"].same > 50
    assert all(c.before.u == c.after.u for c in found.changes)


def test_decisions_as_foreseen_change_next_to_nothing():
    leads, labels, accounts = world(BASE, 2000, seed=7)
    found = propose(BASE, leads, labels, accounts, "1.1")
    moves = [abs(b - a) for c in found.changes for a, b in (c.bits, c.relative_bits) if c.same + c.other > 20]
    assert np.sqrt(np.mean(np.square(moves))) < 0.2
    assert found.loss_after < found.loss_before + 0.02


def test_one_decision_moves_a_level_by_a_sixth_of_a_bit_at_most():
    leads, labels, _ = world(TRUTH, 400)
    surprising = int(np.argmin(np.where(flags(labels)[0], probabilities(BASE, leads)[0], 2.0)))
    one = leads.at(np.array([surprising]))
    after = fitted(BASE, one, *flags([labels[surprising]]))
    (m, r, _), (m2, r2, _) = figures(BASE), figures(after)
    moves = np.abs(np.concatenate([np.log2(m2 / m), np.log2(r2 / r)]))
    assert 0.02 < moves.max() < 0.18


def test_the_gradient_is_the_slope_of_the_loss():
    leads, labels, _ = world(TRUTH, 200)
    problem = _Problem(BASE, leads, *flags(labels))
    at = np.random.default_rng(3).normal(0, 0.3, 2 * len(CELLS))
    _, slope = problem.value_and_gradient(at)
    for place in range(0, at.size, 5):
        step = np.zeros(at.size)
        step[place] = 1e-5
        up, down = problem.value_and_gradient(at + step)[0], problem.value_and_gradient(at - step)[0]
        assert slope[place] == pytest.approx((up - down) / 2e-5, abs=1e-4)


def test_every_field_keeps_its_sum():
    leads, labels, _ = world(TRUTH, 1000)
    after = fitted(BASE, leads, *flags(labels))
    for field in ("last", "address", "ssn4", "phone"):
        for figure in ("m", "r"):
            before, now = (sum(getattr(x, figure) for x in w.levels[field][1:]) for w in (BASE, after))
            assert now == pytest.approx(before, rel=0.001)
    assert after.levels["first"][level("first", "swapped")] == BASE.levels["first"][level("first", "swapped")]


@pytest.mark.parametrize(
    "labels", [[Label.SAME] * 50 + [Label.OTHER] * 9, [Label.SAME] * 100, [Label.OTHER] * 100]
)
def test_too_few_are_refused_in_words(labels):
    leads, _, _ = world(BASE, 100)
    with pytest.raises(TooFewDecisionsError, match="Too few decisions"):
        propose(BASE, leads.at(np.arange(len(labels))), labels, ["a"] * len(labels), "1.1")
    assert LEAST > 50


def test_decisions_of_one_account_are_held_out_together():
    leads, labels, _ = world(BASE, 400)
    found = propose(BASE, leads, labels, ["one account"] * 400, "1.1")
    assert found.held_out in {0, 400}
    spread = propose(BASE, leads, labels, [str(i) for i in range(400)], "1.1")
    assert 60 < spread.held_out < 140
    assert sum(row.leads for row in spread.before) == spread.held_out
    assert loss(BASE, leads.at(np.zeros(0, dtype=np.int64)), *flags([])) == 0.0


def test_the_words_of_every_level_lead_back_to_it():
    for field, words in WORDS.items():
        assert len(set(words)) == len(words)
        titles = {"last": "surname", "first": "first name", "middle": "middle name", "ssn4": "SSN last 4",
                  "email": "e-mail", "birth": "birth date"}  # fmt: skip
        for number, phrase in enumerate(words):
            row = FieldEvidence(titles.get(field, field), phrase, "A", "B", 1.0, 1.0)
            expected = None if FIELDS[field][number] in NEUTRAL else CELLS.index((field, number))
            assert cell_of(row) == expected
    assert cell_of(FieldEvidence("address", "same street (prior address)", "", "", 1, 1)) is not None
    assert cell_of(FieldEvidence("eyes", "same colour", "", "", 1, 1)) is None


def test_explained_leads_are_scored_anew_as_they_were():
    """Odds, probabilities and bands of real leads come out again from their explanations alone."""
    people = [
        record("ROBERT QUILLFEATHER", home="118 MAPLE ST", birth_year=1970, phones=["9195550142"]),
        record("BOB QUILLFEATHER", birth_year=1970), record("ANN QUILLFEATHER", home="118 MAPLE ST"),
        record("ROBERT QUILLFEATHER JR", home="118 MAPLE ST", birth_year=1995),
    ]  # fmt: skip
    result = run(debtor(birth_year=1970, phones=["9195550142"]), people)
    whys = list(result.explanations())
    assert len(whys) >= 3
    versions = {BASE.version: BASE}
    assert all(understood(why, versions) for why in whys)
    assert not understood(replace(whys[0], weights_version="9"), versions)
    leads = scorings(whys, versions)
    p, kin = probabilities(BASE, leads)
    assert p == pytest.approx([why.p_same for why in whys], abs=1e-6)
    assert kin == pytest.approx([why.p_relative for why in whys], abs=1e-6)
    assert bands(BASE, leads, MatchSettings()) == tuple(why.band for why in whys)
    moved = changed(BASE, "last", exact={"m": 0.0009})
    assert bands(moved, leads, MatchSettings()) != tuple(why.band for why in whys)


def test_weights_are_read_back_from_their_text():
    text = weights_to_text(replace(TRUTH, version="1.7"), ["one remark", "", "two\nlines"])
    assert text.startswith("# one remark\n#\n# two\n# lines\nversion")
    assert weights_from_text(text, "x") == replace(TRUTH, version="1.7")
