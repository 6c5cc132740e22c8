"""Fold free text to comparable ASCII: the first step of every other normal form.

Folding: compatibility decomposition, marks removed, letters without a decomposition spelt out
(``Ł`` L, ``Ø`` O, ``ß`` SS), upper-case, apostrophes removed, every other character a space except those
asked for, spaces collapsed, "" to null.  Control and bidirectional characters never survive.
"""

import unicodedata
from functools import lru_cache

import polars as pl

from workbench.normalize.distinct import patched

_SPELT = str.maketrans(
    {
        "Ł": "L", "ł": "L", "Ø": "O", "ø": "O", "Æ": "AE", "æ": "AE", "Œ": "OE", "œ": "OE", "Đ": "D",
        "đ": "D", "Ð": "D", "ð": "D", "Þ": "TH", "þ": "TH", "ı": "I", "Ħ": "H", "ħ": "H", "Ŧ": "T",
        "ŧ": "T", "Ŋ": "N", "ŋ": "N", "Ə": "E", "ə": "E", "ẞ": "SS", "ß": "SS", "–": "-", "—": "-",
        "‐": "-", "‑": "-", "−": "-", "⁄": "/", "½": " 1/2", "¼": " 1/4", "¾": " 3/4",
    }
)  # fmt: skip
_APOSTROPHES = "'`’‘ʼ´′‛ʹˈʻʽ＇"
_DROP_APOSTROPHES = str.maketrans("", "", _APOSTROPHES)
_LETTERS_AND_DIGITS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


@lru_cache(maxsize=16)
def _ascii_table(keep: str) -> dict[int, str | None]:
    """What each ASCII character becomes, upper-casing included."""
    kept = _LETTERS_AND_DIGITS | frozenset(keep)
    table: dict[int, str | None] = {}
    for code in range(128):
        upper = chr(code).upper()
        table[code] = upper if upper in kept else " "
    for char in "'`":
        if char not in keep:
            table[ord(char)] = None
    for code in (*range(9), *range(14, 28), 127):
        table[code] = None
    return table


def _to_ascii(text: str) -> str:
    """Marks off, special letters spelt out, everything else outside ASCII a space."""
    bare = text.translate(_DROP_APOSTROPHES).translate(_SPELT)
    out = []
    for char in unicodedata.normalize("NFKD", bare).translate(_SPELT).translate(_DROP_APOSTROPHES):
        if char.isascii() or char.isspace():
            out.append(char if char.isascii() else " ")
        elif unicodedata.category(char) not in {"Mn", "Mc", "Me", "Cf", "Cc", "Cs", "Sk"}:
            out.append(" ")
    return "".join(out)


def fold_text(text: str, *, keep: str = "") -> str:
    """The folded text ("" when nothing is left); ``keep`` names ASCII punctuation to leave in place."""
    plain = text if text.isascii() else _to_ascii(text)
    return " ".join(plain.translate(_ascii_table(keep)).split())


def _escaped(keep: str) -> str:
    """``keep`` for use inside a regex character class."""
    return "".join("\\" + char for char in keep)


def fold_series(series: pl.Series, *, keep: str = "") -> pl.Series:
    """``fold_text`` of every value as a String series; "" becomes null."""
    text = series.cast(pl.String)
    return folded_at(text, unfolded(text, keep=keep), keep=keep)


def unfolded(text: pl.Series, *, keep: str = "") -> pl.Series:
    """Positions of the values that folding changes."""
    loose = text.str.contains(f"[^A-Z0-9{_escaped(keep)} ]|  |^ | $|^$")
    return loose.fill_null(value=False).arg_true()


def folded_at(text: pl.Series, loose: pl.Series, *, keep: str = "") -> pl.Series:
    """``text`` with the values at ``loose`` folded, what is in upper case and ASCII left as it is."""
    if not len(loose):
        return text
    given = text.gather(loose)
    upper = given.str.to_uppercase()
    still = unfolded(upper, keep=keep)
    if len(still):
        odd = given.gather(still)
        spaced = upper.gather(still).str.replace_all(f"[^A-Z0-9{_escaped(keep)}]+", " ").str.strip_chars(" ")
        foreign = odd.str.contains(r"[^\t-\r\x1c-&(-_a-~]")
        rare = patched(spaced.scatter(foreign.arg_true(), odd.filter(foreign)), foreign,
                       lambda value: fold_text(value, keep=keep))  # fmt: skip
        made = rare.to_frame("v").select_seq(pl.when(pl.col("v") != "").then("v")).to_series()
        upper = upper.scatter(still, made)
    return upper if len(loose) == len(text) else text.clone().scatter(loose, upper)


def fold(expr: pl.Expr, *, keep: str = "") -> pl.Expr:
    """``fold_text`` of every value; "" becomes null and null stays null."""
    return expr.map_batches(
        lambda series: fold_series(series, keep=keep), return_dtype=pl.String, is_elementwise=True
    )
