"""Firms, bodies and trusts among names, and the comparable form of a firm's name."""

import re
from functools import cache

import polars as pl

from workbench.normalize import reference
from workbench.normalize.distinct import map_distinct, mapped
from workbench.normalize.name_words import TRUST
from workbench.normalize.nicknames import is_given_name
from workbench.normalize.text import fold_series, fold_text


def _of_kind(kind: str) -> str:
    """The words of one kind as a regex alternation."""
    return "|".join(row[0].replace(" ", " ?") for row in reference.rows("business_words") if row[1] == kind)


@cache
def _strong() -> str:
    """A regex of words and phrases no person's name has."""
    return rf"\b(?:{_of_kind('strong')})\b|\b(?:{_of_kind('body')}) OF\b|^(?:{_of_kind('first')})\b"


@cache
def _numbered() -> str:
    """A regex of a body's branch by its number: ``POST 12``, ``LODGE NO 77``."""
    return r"\b(?:POST|LODGE|LOCAL|CHAPTER|AERIE|GRANGE) (?:NO )?[0-9]+\b"


@cache
def _behind_two() -> str:
    """A regex of a surname-like word behind two words of which the second is no initial."""
    return rf"^\S+ \S{{2,}} (?:\S+ )*(?:{_of_kind('weak')})\b"


@cache
def _behind_one() -> str:
    """A regex of a surname-like word behind just one."""
    return rf"^(\S+) (?:{_of_kind('weak')})$"


def is_business(expr: pl.Expr) -> pl.Expr:
    """Whether a raw name is a firm's, a body's or a trust's; false for null, and for the trust of a person
    whom it names whole.

    Words that are surnames too (CHURCH, BANK, COUNTY, PARK) count only behind two words of which the second
    is no initial, or behind one that is no given name: ``CHURCH JOHN A`` and ``JOHN CHURCH`` are people.
    """
    return expr.map_batches(_firms, return_dtype=pl.Boolean, is_elementwise=True)


def _firms(names: pl.Series) -> pl.Series:
    """``is_business_name`` of every value, folded once."""
    folded = fold_series(names, keep="&")
    alone = folded.str.extract(_behind_one(), 1)
    alone = map_distinct(alone, lambda word: None if is_given_name(word) else word)
    found = alone.is_not_null()
    for words in (_strong(), _behind_two(), _numbered()):
        found = found | folded.str.contains(words).fill_null(value=False)
    where = (found & folded.str.contains(_TRUST_WORD).fill_null(value=False)).arg_true()
    if not len(where):
        return found
    people = map_distinct(folded.gather(where), lambda name: name if _is_persons_trust(name) else None)
    return found.scatter(where, people.is_null())


def is_business_name(text: str) -> bool:
    """``is_business`` of one name."""
    folded = fold_text(text, keep="&")
    return _is_firms(folded) and not (re.search(_TRUST_WORD, folded) and _is_persons_trust(folded))


def _is_firms(folded: str) -> bool:
    """Whether the words of a folded name are a firm's, a body's or a trust's."""
    if any(re.search(words, folded) for words in (_strong(), _behind_two(), _numbered())):
        return True
    alone = re.match(_behind_one(), folded)
    return alone is not None and not is_given_name(alone.group(1))


def _is_persons_trust(folded: str) -> bool:
    """Whether a folded name is a trust that bears a person's whole name: ``JOHN A ROE LIVING TRUST``."""
    name = " ".join(re.sub(rf"{TRUST}| TR$", " ", folded).split())
    words = name.replace("&", " ").split()
    if name == folded or len(words) < 2 or _is_firms(name):
        return False
    given = reference.surname_weights()
    return any(len(word) == 1 for word in words[1:]) or any(
        is_given_name(word) or given.get(word, 0.0) < _GIVEN for word in words
    )


_GIVEN = -1.0
"""A word ten times as often a given name as a surname is a person's: ROSALIND."""

_TRUST_WORD = r"\bTRU?ST|\bTR$|\bTR &"

_FORMS = (
    r" (?:INCORPORATED|INC|LIMITED LIABILITY (?:COMPANY|CO|PARTNERSHIP)|L ?L ?C|P ?L ?L ?C|L ?L ?P|L ?P|LTD|"
    r"LIMITED|CORPORATION|CORP|COMPANY|CO|P ?C|P ?A|N ?A|LC|DBA .*|D B A .*)$"
)
_NO_FIRM = ("NONE", "N A", "NA", "UNEMPLOYED", "RETIRED", "UNKNOWN", "SELF", "SELF EMPLOYED", "DISABLED")


def normal_business_name(text: str) -> str | None:
    """A firm's name for comparison: folded, ``&`` as AND, THE and the legal form dropped; None for none."""
    name = fold_text(text.replace("&", " and ")).removeprefix("THE ")
    for _ in range(2):
        name = re.sub(_FORMS, "", name)
    return name if name and name not in _NO_FIRM else None


def normal_business(expr: pl.Expr) -> pl.Expr:
    """``normal_business_name`` of every value."""
    return mapped(expr, normal_business_name)
