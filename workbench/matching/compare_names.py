"""First, last and middle names, and suffixes: levels of pairs.

Cheap comparisons by code come first and are *optimistic* where only letters can tell: such a pair gets
the best level it could still have, and ``settle_*`` finds the true one for the pairs that are left.
"""

from functools import cache

import numpy as np
import polars as pl
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cpdist

from workbench.matching.arrays import Bools, Codes, Floats, Index, Levels, codes, same, taken, texts
from workbench.matching.levels import first_level, level
from workbench.matching.lookup import Lookup
from workbench.matching.people import People
from workbench.matching.spelling import most_similar
from workbench.normalize.nicknames import nickname_pairs

_NEAR = ((0.94, "near94"), (0.88, "near88"), (0.80, "near80"))
_MISTYPED = 0.88
"""Jaro-Winkler from which a name in the other field is the same name mistyped."""
_FIRST_OPEN = [level("first", name) for name in ("nickname", "near94", "near88", "near80")]
_LAST_OPEN = [level("last", name) for name in ("near94", "near88", "near80")]


@cache
def _nickname_codes() -> Lookup:
    """Every ordered pair of names that stand for each other."""
    pairs = nickname_pairs()
    return Lookup(np.unique(_pair_codes(codes(pairs["a"]), codes(pairs["b"]))))


def _pair_codes(left: Codes, right: Codes) -> Codes:
    """One code for an ordered pair of codes."""
    return left * np.uint64(3) ^ right


def _in_table(left: Codes, right: Codes) -> Bools:
    """Whether the names of two codes stand for each other by the nickname table."""
    found = np.zeros(left.size, dtype=np.bool_)
    found[_nickname_codes().find(_pair_codes(left, right))[0]] = True
    return found


def similarity(left: list[str], right: list[str]) -> Floats:
    """Jaro-Winkler of pairs of texts, 0 to 1."""
    if not left:
        return np.zeros(0)
    return cpdist(left, right, scorer=JaroWinkler.normalized_similarity, workers=2, dtype=np.float64)


def near(field: str, scores: Floats) -> Levels:
    """The level of a name by its similarity."""
    return first_level(field, {name: scores >= least for least, name in _NEAR}, "different")


def crossed_names(debtors: People, d: Index, records: People, r: Index) -> Bools:
    """Where first and last name stand in each other's field; one of the two may be slightly mistyped."""
    df, dl, rf, rl = (
        taken(debtors.first, d),
        taken(debtors.last, d),
        taken(records.first, r),
        taken(records.last, r),
    )
    one, other = same(df, rl), same(dl, rf)
    crossed = one & other
    half = np.flatnonzero((one ^ other) & (df != rf) & (dl != rl) & (df != 0) & (dl != 0))
    for known, ours, theirs in ((one, "surname", "first"), (other, "first", "surname")):
        at = half[known[half]]
        scores = similarity(texts(debtors.frame[ours], d[at]), texts(records.frame[theirs], r[at]))
        crossed[at] = scores >= _MISTYPED
    return crossed


def first_names(debtors: People, d: Index, records: People, r: Index, crossed: Bools) -> Levels:
    """Optimistic levels of first names: ``nickname`` and the near ones are what is possible at most."""
    df, rf = taken(debtors.first, d), taken(records.first, r)
    short = taken(debtors.first_short, d) | taken(records.first_short, r)
    initial = taken(debtors.first_initial, d) == taken(records.first_initial, r)
    by_middle = same(df, taken(records.middle, r)) | same(rf, taken(debtors.middle, d))
    cases = {
        "missing": (df == 0) | (rf == 0),
        "exact": df == rf,
        "swapped": crossed,
        "nickname": same(taken(debtors.canonical, d), taken(records.canonical, r)) | _in_table(df, rf),
        "middle_as_first": by_middle & ~short,
        "initial": short & initial,
        "different": short,
    }
    levels = first_level("first", cases, "near94")
    open_ = np.flatnonzero(levels == level("first", "near94"))
    best = most_similar(debtors.first_letters.at(d[open_]), records.first_letters.at(r[open_]))
    levels[open_] = near("first", best)
    return levels


def last_names(debtors: People, d: Index, records: People, r: Index, crossed: Bools) -> Levels:
    """Optimistic levels of surnames: ``former`` and the near ones are what is possible at most."""
    dl, rl = taken(debtors.last, d), taken(records.last, r)
    in_middle = same(dl, taken(records.middle, r)) | same(rl, taken(debtors.middle, d))
    cases = {
        "missing": (dl == 0) | (rl == 0),
        "exact": dl == rl,
        "former": taken(debtors.variants, d) | taken(records.variants, r),
        "swapped": crossed,
        "in_middle": in_middle,
    }
    levels = first_level("last", cases, "near94")
    open_ = np.flatnonzero(levels == level("last", "near94"))
    best = most_similar(debtors.last_letters.at(d[open_]), records.last_letters.at(r[open_]))
    levels[open_] = near("last", best)
    return levels


def middle_names(debtors: People, d: Index, records: People, r: Index) -> Levels:
    """Optimistic levels of middle names: ``near`` stands for "letters must tell"."""
    dm, rm = taken(debtors.middle, d), taken(records.middle, r)
    short = taken(debtors.middle_short, d) | taken(records.middle_short, r)
    initial = taken(debtors.middle_initial, d) == taken(records.middle_initial, r)
    cases = {
        "missing": (dm == 0) | (rm == 0),
        "initial": short & initial,
        "initial_different": short,
        "exact": dm == rm,
    }
    return first_level("middle", cases, "near")


def suffixes(debtors: People, d: Index, records: People, r: Index) -> Levels:
    """Levels of suffixes (``people`` has II as JR: one custom, two spellings)."""
    ds, rs = taken(debtors.suffix, d), taken(records.suffix, r)
    both = (ds != 0) & (rs != 0)
    cases = {
        "missing": (ds == 0) & (rs == 0),
        "agree": both & (ds == rs),
        "conflict": both,
        "debtor_only": rs == 0,
    }
    return first_level("suffix", cases, "one_missing")


def settle_changed(levels: Levels, woman: Bools) -> None:
    """Tell a woman's other surname from a man's, in place; ``woman`` is aligned with the pairs."""
    levels[woman & (levels == level("last", "different"))] = level("last", "changed")


def settle_firsts(levels: Levels, debtors: People, d: Index, records: People, r: Index) -> None:
    """Replace ``nickname`` and near levels of first names by the nickname table's or the letters' word."""
    open_ = np.flatnonzero(np.isin(levels, _FIRST_OPEN))
    if not open_.size:
        return
    left, right = debtors.frame["first"][d[open_]], records.frame["first"][r[open_]]
    levels[open_] = near("first", similarity(left.to_list(), right.to_list()))
    known = _in_table(
        _first_words(left, taken(debtors.first, d[open_])),
        _first_words(right, taken(records.first, r[open_])),
    )
    levels[open_[known]] = level("first", "nickname")


def _first_words(names: pl.Series, whole: Codes) -> Codes:
    """The codes of the first words of names, whose own codes are ``whole``; few have a second word."""
    more = names.str.contains(" ", literal=True).arg_true()
    if len(more):
        whole[more.to_numpy()] = codes(names.gather(more).str.split(" ").list.first())
    return whole


def settle_lasts(levels: Levels, debtors: People, d: Index, records: People, r: Index) -> None:
    """Replace near levels of surnames by what the letters say, in place."""
    open_ = np.flatnonzero(np.isin(levels, _LAST_OPEN))
    if not open_.size:
        return
    scores = similarity(texts(debtors.frame["surname"], d[open_]), texts(records.frame["surname"], r[open_]))
    levels[open_] = near("last", scores)


def settle_middles(levels: Levels, debtors: People, d: Index, records: People, r: Index) -> None:
    """Replace ``near`` of middle names by what the letters say, in place."""
    open_ = np.flatnonzero(levels == level("middle", "near"))
    if not open_.size:
        return
    scores = similarity(texts(debtors.frame["middle"], d[open_]), texts(records.frame["middle"], r[open_]))
    levels[open_[scores < 0.88]] = level("middle", "different")


def settle_variants(levels: Levels, debtors: People, d: Index, records: People, r: Index) -> None:
    """Replace ``former`` of surnames by what former and double surnames say, in place.

    A former surname that agrees is ``former``, a part of a double one ``part``; else ``near94`` is left
    for ``settle_names``.
    """
    open_ = np.flatnonzero(levels == level("last", "former"))
    if not open_.size:
        return
    columns = ("surname", "surnames", "former_last")
    left = debtors.frame.select(columns)[d[open_]]
    right = records.frame.select(columns)[r[open_]].rename({c: f"r_{c}" for c in columns})
    pairs = pl.concat([left, right], how="horizontal")
    ours = pl.concat_list("surname", pl.col("surnames").fill_null([]))
    theirs = pl.concat_list("r_surname", pl.col("r_surnames").fill_null([]))
    shared = ours.list.set_intersection(theirs)
    former = shared.list.set_intersection(
        pl.concat_list(
            pl.col("former_last").str.replace_all(r"[- ]", ""),
            pl.col("r_former_last").str.replace_all(r"[- ]", ""),
        ).list.drop_nulls()
    )
    found = pairs.select(former=former.list.len() > 0, part=shared.list.len() > 0)
    cases = {"former": found["former"].to_numpy(), "part": found["part"].to_numpy()}
    levels[open_] = first_level("last", cases, "near94")
