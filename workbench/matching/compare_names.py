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
from workbench.matching.levels import level
from workbench.matching.people import People
from workbench.matching.spelling import most_similar
from workbench.normalize.nicknames import nickname_pairs

_NEAR = ((0.94, "near94"), (0.88, "near88"), (0.80, "near80"))
_MISTYPED = 0.88
"""Jaro-Winkler from which a name in the other field is the same name mistyped."""
_SIEVE = 1 << 18
"""Places of the sieve before the nickname table, a power of two some fifty times its size."""
_FIRST_OPEN = [level("first", name) for name in ("nickname", "near94", "near88", "near80")]
_LAST_OPEN = [level("last", name) for name in ("near94", "near88", "near80")]


@cache
def _nickname_pairs() -> pl.DataFrame:
    """Columns a, b, known: every ordered pair of names that stand for each other."""
    return nickname_pairs().with_columns(pl.lit(value=True).alias("known"))


@cache
def _nickname_codes() -> Codes:
    """The same pairs as codes, sorted."""
    pairs = nickname_pairs()
    return np.unique(_pair_codes(codes(pairs["a"]), codes(pairs["b"])))


def _pair_codes(left: Codes, right: Codes) -> Codes:
    """One code for an ordered pair of codes."""
    return left * np.uint64(3) ^ right


@cache
def _perhaps() -> Bools:
    """By the last bits of a pair's code, whether any pair of the table has them: most have not."""
    found = np.zeros(_SIEVE, dtype=np.bool_)
    found[_nickname_codes() % np.uint64(_SIEVE)] = True
    return found


def _in_table(left: Codes, right: Codes) -> Bools:
    """Whether the names of two codes stand for each other by the nickname table."""
    known, asked = _nickname_codes(), _pair_codes(left, right)
    found = taken(_perhaps(), asked & np.uint64(_SIEVE - 1))
    at = np.flatnonzero(found)
    found[at] = taken(known, np.searchsorted(known, asked[at])) == asked[at]
    return found


def similarity(left: list[str], right: list[str]) -> Floats:
    """Jaro-Winkler of pairs of texts, 0 to 1."""
    if not left:
        return np.zeros(0)
    return cpdist(left, right, scorer=JaroWinkler.normalized_similarity, workers=2, dtype=np.float64)


def near(field: str, scores: Floats) -> Levels:
    """The level of a name by its similarity."""
    out = np.full(scores.size, level(field, "different"), dtype=np.int8)
    for least, name in reversed(_NEAR):
        out[scores >= least] = level(field, name)
    return out


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
    levels = np.select(
        [
            (df == 0) | (rf == 0),
            df == rf,
            crossed,
            same(taken(debtors.canonical, d), taken(records.canonical, r)) | _in_table(df, rf),
            by_middle & ~short,
            short & initial,
            short,
        ],
        [
            np.int8(level("first", name))
            for name in ("missing", "exact", "swapped", "nickname", "middle_as_first", "initial", "different")
        ],
        np.int8(level("first", "near94")),
    ).astype(np.int8)
    open_ = np.flatnonzero(levels == level("first", "near94"))
    best = most_similar(debtors.first_letters.at(d[open_]), records.first_letters.at(r[open_]))
    levels[open_] = near("first", best)
    return levels


def last_names(debtors: People, d: Index, records: People, r: Index, crossed: Bools) -> Levels:
    """Optimistic levels of surnames: ``former`` and the near ones are what is possible at most."""
    dl, rl = taken(debtors.last, d), taken(records.last, r)
    in_middle = same(dl, taken(records.middle, r)) | same(rl, taken(debtors.middle, d))
    levels = np.select(
        [
            (dl == 0) | (rl == 0),
            dl == rl,
            taken(debtors.variants, d) | taken(records.variants, r),
            crossed,
            in_middle,
        ],
        [np.int8(level("last", name)) for name in ("missing", "exact", "former", "swapped", "in_middle")],
        np.int8(level("last", "near94")),
    ).astype(np.int8)
    open_ = np.flatnonzero(levels == level("last", "near94"))
    best = most_similar(debtors.last_letters.at(d[open_]), records.last_letters.at(r[open_]))
    levels[open_] = near("last", best)
    return levels


def middle_names(debtors: People, d: Index, records: People, r: Index) -> Levels:
    """Optimistic levels of middle names: ``near`` stands for "letters must tell"."""
    dm, rm = taken(debtors.middle, d), taken(records.middle, r)
    short = taken(debtors.middle_short, d) | taken(records.middle_short, r)
    initial = taken(debtors.middle_initial, d) == taken(records.middle_initial, r)
    return np.select(
        [(dm == 0) | (rm == 0), short & initial, short, dm == rm],
        [np.int8(level("middle", name)) for name in ("missing", "initial", "initial_different", "exact")],
        np.int8(level("middle", "near")),
    ).astype(np.int8)


def suffixes(debtors: People, d: Index, records: People, r: Index) -> Levels:
    """Levels of suffixes (``people`` has II as JR: one custom, two spellings)."""
    ds, rs = taken(debtors.suffix, d), taken(records.suffix, r)
    both = (ds != 0) & (rs != 0)
    return np.select(
        [(ds == 0) & (rs == 0), both & (ds == rs), both, rs == 0],
        [np.int8(level("suffix", name)) for name in ("missing", "agree", "conflict", "debtor_only")],
        np.int8(level("suffix", "one_missing")),
    ).astype(np.int8)


def settle_changed(levels: Levels, woman: Bools) -> None:
    """Tell a woman's other surname from a man's, in place; ``woman`` is aligned with the pairs."""
    levels[woman & (levels == level("last", "different"))] = level("last", "changed")


def settle_firsts(levels: Levels, debtors: People, d: Index, records: People, r: Index) -> None:
    """Replace ``nickname`` and near levels of first names by the nickname table's or the letters' word."""
    open_ = np.flatnonzero(np.isin(levels, _FIRST_OPEN))
    if not open_.size:
        return
    left, right = texts(debtors.frame["first"], d[open_]), texts(records.frame["first"], r[open_])
    levels[open_] = near("first", similarity(left, right))
    pairs = pl.DataFrame({"a": left, "b": right}, schema={"a": pl.String(), "b": pl.String()})
    word = pl.all().str.split(" ").list.first()
    known = pairs.select_seq(word).join(_nickname_pairs(), on=["a", "b"], how="left", maintain_order="left")[
        "known"
    ]
    levels[open_[known.fill_null(value=False).to_numpy()]] = level("first", "nickname")


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
    levels[open_] = np.select(
        [found["former"].to_numpy(), found["part"].to_numpy()],
        [np.int8(level("last", "former")), np.int8(level("last", "part"))],
        np.int8(level("last", "near94")),
    )
