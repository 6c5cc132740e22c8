"""North American telephone numbers: ten digits, or nothing.

A number is kept when area code and exchange both begin with 2 to 9, neither is an N11 code, and it is not
a filler.  Fictional numbers (555-0100 to 555-0199) are kept: the sample data is made of them.
"""

import re

import phonenumbers
import polars as pl

from workbench.normalize.distinct import listed, patched

_NANP = re.compile(r"^[2-9](?:[02-9][0-9]|1[02-9])[2-9](?:[02-9][0-9]|1[02-9])[0-9]{4}$")
_FILLER = re.compile(
    r"^(?:123456789|9999999|2345678901|9876543210)|2222222$|3333333$|4444444$|5555555$|6666666$|7777777$|8888888$"
    r"|9999999$"
)
_PLAIN = r"^\(?[0-9]{3}\)?[ .-]{0,2}[0-9]{3}[ .-]?[0-9]{4}$"
_BEHIND = re.compile(r"(?i)\s*(?:;?\s*ext(?:ension|n)?|[x#])[\s.:=]*[0-9]*\s*$|\.0+$")
_NOT_DIGITS = re.compile(r"[^0-9]+")


def phone_form(text: str) -> str | None:
    """Ten digits of one number as a column holds it; None where it is not one plausible number."""
    digits = _NOT_DIGITS.sub("", _BEHIND.sub("", text))
    if len(digits) == 11:
        digits = digits.removeprefix("1")
    return digits if _NANP.match(digits) and not _FILLER.search(digits) else None


def _phones(series: pl.Series) -> pl.Series:
    """``phone_form`` of every value; the usual ways of writing are read by native expressions."""
    odd = ~series.str.contains(_PLAIN).fill_null(value=True)
    digits = series.str.replace_all(_NOT_DIGITS.pattern, "").to_frame("d")
    good = pl.col("d").str.contains(_NANP.pattern) & ~pl.col("d").str.contains(_FILLER.pattern)
    read = digits.select(pl.when(good).then("d")).to_series()
    if not odd.any():
        return read
    return patched(read.scatter(odd.arg_true(), series.filter(odd)), odd, phone_form)


def phone(expr: pl.Expr) -> pl.Expr:
    """Ten digits of every value, null where it is not one plausible number; extensions and +1 go.

    Values of any type: numbers read as floats (``9195550101.0``) are understood.
    """
    return expr.cast(pl.String).map_batches(_phones, return_dtype=pl.String, is_elementwise=True)


def joined_phone(area: pl.Expr, number: pl.Expr, last_four: pl.Expr | None = None) -> pl.Expr:
    """A phone from area code and number columns (Florida), or area, exchange and last four (California).

    A number column that already holds ten digits wins over the area code.
    """
    parts = [area, number] if last_four is None else [area, number, last_four]
    texts = [p.cast(pl.String).str.replace(r"\.0+$", "").str.replace_all(r"[^0-9]+", "") for p in parts]
    return pl.coalesce(phone(number), phone(pl.concat_str(texts)))


def phone_list(*columns: pl.Expr) -> pl.Expr:
    """The distinct phones of several raw columns as a list in their order; an empty list for none."""
    return listed([phone(column) for column in columns])


def parse_phone(text: str) -> str | None:
    """Ten digits of one number as a person wrote it: what ``phone`` gives, and more.

    What the column rule cannot read (words round the number) ``phonenumbers`` is asked
    for.
    """
    found = phone_form(text)
    if found is not None or len(text) > 80 or len(_NOT_DIGITS.sub("", text)) < 10:
        return found
    matches = phonenumbers.PhoneNumberMatcher(text, "US", leniency=phonenumbers.Leniency.POSSIBLE)
    numbers = (str(m.number.national_number) for m in matches if m.number.country_code == 1)
    return next((ten for number in numbers if (ten := phone_form(number))), None)


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
