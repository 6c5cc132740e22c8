"""North American telephone numbers: ten digits, or nothing.

A number is kept when area code and exchange both begin with 2 to 9, neither is an N11 code, and it is not
a filler.  Fictional numbers (555-0100 to 555-0199) are kept: the sample data is made of them.
"""

import re

import phonenumbers
import polars as pl

_NANP = r"^[2-9]\d{2}[2-9]\d{6}$"
_N11 = r"^(?:.11|...[2-9]11)"
_FILLER = (
    r"^(?:0+|1+|2+|3+|4+|5+|6+|7+|8+|9+|123456789\d|2345678901|9876543210|9999999\d{3})$"
    r"|^\d{3}(?:2{7}|3{7}|4{7}|5{7}|6{7}|7{7}|8{7}|9{7})$"
)
_EXTENSION = r"(?i)\s*(?:;?\s*ext(?:ension|n)?|[x#])[\s.:=]*\d*\s*$"
_FLOAT = r"\.0+$"


def phone(expr: pl.Expr) -> pl.Expr:
    """Ten digits of every value, null where it is not one plausible number; extensions and +1 go.

    Values of any type: numbers read as floats (``9195550101.0``) are understood.
    """
    text = expr.cast(pl.String).str.replace(_FLOAT, "").str.replace(_EXTENSION, "")
    digits = text.str.replace_all(r"[^0-9]+", "")
    ten = pl.when(digits.str.len_bytes() == 11).then(digits.str.strip_prefix("1")).otherwise(digits)
    good = ten.str.contains(_NANP) & ~ten.str.contains(_N11) & ~ten.str.contains(_FILLER)
    return pl.when(good).then(ten)


def joined_phone(area: pl.Expr, number: pl.Expr, last_four: pl.Expr | None = None) -> pl.Expr:
    """A phone from area code and number columns (Florida), or area, exchange and last four (California).

    A number column that already holds ten digits wins over the area code.
    """
    parts = [area, number] if last_four is None else [area, number, last_four]
    texts = [part.cast(pl.String).str.replace(_FLOAT, "").str.replace_all(r"[^0-9]+", "") for part in parts]
    return pl.coalesce(phone(number), phone(pl.concat_str(texts)))


def phone_list(*columns: pl.Expr) -> pl.Expr:
    """The distinct phones of several raw columns as a list in their order; an empty list for none."""
    return (
        pl.concat_list([phone(column) for column in columns])
        .list.drop_nulls()
        .list.unique(maintain_order=True)
    )


def parse_phone(text: str) -> str | None:
    """Ten digits of one number as a person wrote it, None where ``phone`` would give null.

    What the column rule cannot read (letters, words round the number) ``phonenumbers`` is asked for.
    """
    found = pl.select(phone(pl.lit(text))).item()
    if found is not None or (sum(c.isdigit() for c in text) < 10 and not re.search(r"\d.*[A-Za-z]", text)):
        return str(found) if found is not None else None
    for match in phonenumbers.PhoneNumberMatcher(text, "US", leniency=phonenumbers.Leniency.POSSIBLE):
        if match.number.country_code == 1:
            again = pl.select(phone(pl.lit(str(match.number.national_number)))).item()
            if again is not None:
                return str(again)
    return None


def shared_phones(frame: pl.DataFrame, limit: int, *, column: str = "phones") -> pl.Series:
    """Phones that more than ``limit`` rows of ``frame`` carry: a desk or a filler, nobody's own number."""
    each = frame.select(pl.col(column).list.unique()).explode(column).drop_nulls()
    counts = each.group_by(column).len().filter(pl.col("len") > limit)
    return counts[column].sort()


def placeholder_phones(frame: pl.DataFrame, limit: int, *, column: str = "phones") -> pl.DataFrame:
    """``frame`` with the phones that more than ``limit`` of its rows share taken out of the list column."""
    shared = shared_phones(frame, limit, column=column)
    if shared.is_empty():
        return frame
    return frame.with_columns(pl.col(column).list.set_difference(pl.lit(shared.implode())))
