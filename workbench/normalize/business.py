"""Firms, bodies and trusts among names, and the comparable form of a firm's name."""

import polars as pl

from workbench.normalize import reference
from workbench.normalize.nicknames import is_given_name
from workbench.normalize.text import fold, fold_text


def _of_kind(kind: str) -> str:
    """The words of one kind as a regex alternation."""
    return "|".join(row[0].replace(" ", " ?") for row in reference.rows("business_words") if row[1] == kind)


def _strong() -> str:
    """A regex of words and phrases no person's name has."""
    return rf"\b(?:{_of_kind('strong')})\b|\b(?:{_of_kind('body')}) OF\b|^(?:{_of_kind('first')})\b"


def is_business(expr: pl.Expr) -> pl.Expr:
    """Whether a raw name is a firm's, a body's or a trust's; false for null.

    Words that are surnames too (CHURCH, BANK, COUNTY, PARK) count only behind two words of which the second
    is no initial, or behind one that is no given name: ``CHURCH JOHN A`` and ``JOHN CHURCH`` are people.
    """
    folded = fold(expr, keep="&")
    weak = _of_kind("weak")
    behind_two = folded.str.contains(rf"^\S+ \S{{2,}} (?:\S+ )*(?:{weak})\b")
    behind_one = folded.str.contains(rf"^\S+ (?:{weak})$")
    first_word = folded.str.split(" ").list.first()
    given = (
        pl.when(behind_one)
        .then(first_word)
        .map_batches(_given_words, return_dtype=pl.Boolean, is_elementwise=True)
    )
    return (folded.str.contains(_strong()) | behind_two | (behind_one & ~given)).fill_null(value=False)


def _given_words(series: pl.Series) -> pl.Series:
    """Whether each word is a given name; null where the word is."""
    return pl.Series(series.name, [None if w is None else is_given_name(w) for w in series], dtype=pl.Boolean)


def is_business_name(text: str) -> bool:
    """``is_business`` of one name."""
    return bool(pl.select(is_business(pl.lit(text))).item())


_FORMS = (
    r" (?:INCORPORATED|INC|LIMITED LIABILITY (?:COMPANY|CO|PARTNERSHIP)|L ?L ?C|P ?L ?L ?C|L ?L ?P|L ?P|LTD|"
    r"LIMITED|CORPORATION|CORP|COMPANY|CO|P ?C|P ?A|N ?A|LC|DBA .*|D B A .*)$"
)


def normal_business(expr: pl.Expr) -> pl.Expr:
    """A firm's name for comparison: folded, ``&`` as AND, THE and the legal form dropped; null for none."""
    text = fold(expr.cast(pl.String).str.replace_all("&", " and ", literal=True)).str.strip_prefix("THE ")
    for _ in range(2):
        text = text.str.replace(_FORMS, "")
    return pl.when(
        ~text.is_in(["NONE", "N A", "NA", "UNEMPLOYED", "RETIRED", "UNKNOWN", "SELF", "DISABLED"])
    ).then(text)


def normal_business_name(text: str) -> str | None:
    """``normal_business`` of one name."""
    found = pl.select(normal_business(pl.lit(text))).item() if fold_text(text) else None
    return None if found is None else str(found)
