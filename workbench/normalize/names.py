"""Names of whole columns in the one form that records and debtors share.

The ``*_columns`` functions give lists of expressions for ``frame.select``, eager: there they run once.
"""

from collections.abc import Callable, Sequence

import polars as pl

from workbench.model.party import PersonName
from workbench.normalize import reference
from workbench.normalize.distinct import map_distinct, map_distinct_parts, nothing_of, patched, patched_parts
from workbench.normalize.name_rules import (
    LAST_IN_MIDDLE,
    NameOrder,
    NameParts,
    first_parts,
    last_parts,
    middle_parts,
    suffix_form,
    whole_parts,
)
from workbench.normalize.name_words import EMPTY_NAMES, SUFFIXES, UNUSUAL
from workbench.normalize.no_names import NO_GIVEN_WORDS
from workbench.normalize.owners import owners_of
from workbench.normalize.spreading import Column, as_text, spread
from workbench.normalize.tables import NAME_SCHEMA

PARTS = ("first", "middle", "last", "suffix", "former_last")

_WHOLE_SCHEMA: dict[str, pl.DataType] = {name: pl.String() for name in PARTS}


def _word_parts(
    series: pl.Series,
    rule: Callable[[str], Sequence[str | None]],
    *names: str,
    special: frozenset[str],
    words: pl.Series,
) -> pl.DataFrame:
    """``rule`` of every value under these names; a plain word that is not ``special`` is its own first part
    and has no other.  ``words`` says which values are one word in upper case, or none.
    """
    if series.null_count() == len(series):
        return nothing_of(dict.fromkeys(names, pl.String()), len(series))
    upper, plain = series, words
    if 2 * plain.sum() < len(series):
        upper, plain = series.str.to_uppercase(), series.str.contains("^[A-Za-z]+$").fill_null(value=True)
    odd = ~plain | upper.is_in(sorted(special)).fill_null(value=False)
    nothing = pl.lit(None, dtype=pl.String)
    usual = upper.to_frame(names[0]).with_columns_seq(nothing.alias(name) for name in names[1:])
    return patched_parts(usual, series, odd, rule)


def _bare(series: pl.Series, words: pl.Series) -> pl.Series:
    """Raw text without blanks round it, null for none."""
    odd = (~words).arg_true()
    return series.scatter(odd, series.gather(odd).str.strip_chars().replace("", None)) if len(odd) else series


def _with_particles(
    raw: pl.Series, lasts: pl.DataFrame, middles: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Surnames and middle names, where a middle name is the particles of the surname these moved."""
    moved = middles["middle"].is_in(sorted(LAST_IN_MIDDLE)).fill_null(value=False)
    where = (moved & lasts["last"].is_not_null()).arg_true()
    if not len(where):
        return lasts, middles
    whole = middles["middle"].gather(where) + " " + raw.gather(where)
    made = map_distinct_parts(whole, last_parts, dict(lasts.schema))
    lasts = lasts.select_seq(lasts[name].scatter(where, made[name]) for name in lasts.columns)
    return lasts, middles.with_columns_seq(middles["middle"].scatter(where, None))


def _suffixes(series: pl.Series) -> pl.Series:
    """``suffix_form`` of every value; few rows have one."""
    stated = series.is_not_null().arg_true()
    found = map_distinct(series.gather(stated), suffix_form)
    return pl.repeat(None, len(series), dtype=pl.String, eager=True).scatter(stated, found)


def _split_names(given: pl.DataFrame) -> pl.DataFrame:
    """NAME_SCHEMA from raw first, middle, last, suffix, former."""
    empty = EMPTY_NAMES
    words = given.select_seq(pl.all().str.contains("^[A-Z]+$").fill_null(value=True))
    firsts, middles, lasts, formers = (
        _word_parts(given[name], rule, *names, special=special, words=words[name])
        for name, rule, names, special in (
            ("first", first_parts, ("first", "extra", "behind_first"), empty | NO_GIVEN_WORDS),
            ("middle", middle_parts, ("middle", "behind_middle"), empty | NO_GIVEN_WORDS | SUFFIXES.keys()),
            ("last", last_parts, ("last", "behind_last"), empty | NO_GIVEN_WORDS),
            ("former", last_parts, ("former_last", "behind_former"), empty | NO_GIVEN_WORDS),
        )
    )
    lasts, middles = _with_particles(given["last"], lasts, middles)
    bare = pl.DataFrame([_bare(given[n], words[n]) for n in ("first", "middle", "last", "suffix")])
    raw = bare.select_seq(
        name_raw=pl.concat_str(pl.all(), separator=" ", ignore_nulls=True).replace("", None)
    )
    suffix = _suffixes(given["suffix"]).alias("suffix")
    changed = pl.col("former_last") != pl.col("last").fill_null("")
    return pl.concat([raw, firsts, middles, lasts, formers], how="horizontal").select_seq(
        "name_raw",
        "first",
        pl.coalesce("middle", "extra").alias("middle"),
        "last",
        pl.coalesce(suffix, "behind_last", "behind_middle", "behind_first").alias("suffix"),
        pl.when(changed).then("former_last").alias("former_last"),
    )


def name_columns(
    *,
    first: Column,
    last: Column,
    middle: Column = None,
    suffix: Column = None,
    former: Column = None,
) -> list[pl.Expr]:
    """NAME_SCHEMA from split name columns, for ``frame.select``.

    Suffixes and titles inside a first or last name are moved or dropped; a middle initial behind the first
    name is used when the middle column is empty.
    """
    given = {"first": first, "middle": middle, "last": last, "suffix": suffix, "former": former}
    return spread(_split_names, given, NAME_SCHEMA)


def _usual_words(series: pl.Series) -> tuple[pl.DataFrame, pl.Series]:
    """The words ``a`` to ``d`` of names of two to four words, upper-case, and where a name is unusual."""
    upper = series.str.to_uppercase()
    words = upper.str.splitn(" ", 4).struct.rename_fields(list("abcd")).struct.unnest()
    plain = series.str.contains("^[A-Za-z]+(?: [A-Za-z]+){1,3}$")
    known = pl.Series(sorted(UNUSUAL))
    spanish = pl.Series(sorted(reference.words("spanish_surnames"))).implode()
    special = words.select_seq(
        pl.any_horizontal(pl.all().is_in(known.implode()).fill_null(value=False))
        | (pl.col("c").is_not_null() & (pl.sum_horizontal(pl.all().is_in(spanish)) > 1))
    )
    return words, ~plain.fill_null(value=True) | special.to_series()


def _usual_wholes(words: pl.DataFrame, order: NameOrder) -> pl.DataFrame:
    """PARTS of the words of usual names."""
    nothing = pl.lit(None, dtype=pl.String)
    first, last = pl.col("b"), pl.col("a")
    middles = (pl.col("c"), pl.col("d"))
    if order == "first_last":
        first, last = pl.col("a"), pl.coalesce("d", "c", "b")
        middles = (pl.when(pl.col("c").is_not_null()).then("b"), pl.when(pl.col("d").is_not_null()).then("c"))
    middle = pl.concat_str(*middles, separator=" ", ignore_nulls=True).replace("", None)
    named = {"first": first, "middle": middle, "last": last, "suffix": nothing, "former_last": nothing}
    return words.select_seq(expr.alias(name) for name, expr in named.items())


def _whole_names(series: pl.Series, order: NameOrder) -> pl.DataFrame:
    """NAME_SCHEMA from whole names."""

    def rule(text: str) -> tuple[str | None, ...]:
        return tuple(part or None for part in whole_parts(text, order))

    raw = series.str.strip_chars().replace("", None).rename("name_raw")
    if order == "auto":
        return map_distinct_parts(series, rule, _WHOLE_SCHEMA).insert_column(0, raw)
    words, odd = _usual_words(series)
    return patched_parts(_usual_wholes(words, order), series, odd, rule).insert_column(0, raw)


def whole_name_columns(column: Column, order: NameOrder = "auto") -> list[pl.Expr]:
    """NAME_SCHEMA from one column of whole names of one person each, for ``frame.select``.

    ``order`` speaks for values without a comma; with one, what precedes it is the surname.
    """
    return spread(lambda given: _whole_names(given["whole"], order), {"whole": column}, NAME_SCHEMA)


def split_owners(column: Column, order: NameOrder = "last_first") -> pl.Expr:
    """Lists of whole names, one an owner, fit for ``whole_name_columns`` in that order; null for none."""

    def split(series: pl.Series) -> pl.Series:
        _, odd = _usual_words(series)
        usual = series.str.to_uppercase()
        joined = patched(
            usual.scatter(odd.arg_true(), series.filter(odd)),
            odd,
            lambda text: "\n".join(owners_of(text, order)) or None,
        )
        return joined.str.split("\n")

    return as_text(column).map_batches(split, return_dtype=pl.List(pl.String), is_elementwise=True)


def parse_name(text: str, order: NameOrder = "auto") -> PersonName:
    """One whole name with the parts ``whole_name_columns`` gives it."""
    parts: NameParts = whole_parts(text, order)
    return PersonName(text, parts.first, parts.middle, parts.last, parts.suffix, parts.former_last)
