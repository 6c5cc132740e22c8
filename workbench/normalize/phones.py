"""Telephone numbers: ten digits of the North American plan, ``+52…`` (E.164) of any other, or nothing.

A number is kept when area code and exchange may exist and it is not a filler.  By the North American
Numbering Plan Administration both begin with 2 to 9, neither is an N11 code, and N9X, 37X and 96X are no area
codes.  Fictional numbers (555-0100 to 555-0199) are kept: the sample data is made of them.
"""

import re
from typing import NamedTuple

import polars as pl

from workbench.normalize.distinct import listed, patched

_AREA = r"(?:[24-8](?:[02-8][0-9]|1[02-9])|3(?:[02-68][0-9]|1[02-9])|9(?:[02-578][0-9]|1[02-9]))"
_NANP = re.compile(rf"^{_AREA}[2-9](?:[02-9][0-9]|1[02-9])[0-9]{{4}}$")
_FILLER = re.compile(
    r"^(?:123456789|9999999|2345678901|3456789012|4567890123|5678901234|6789012345|7890123456|8901234567"
    r"|9876543210|555)|^...(?:2222222|3333333|4444444|5555555|6666666|7777777|8888888|9999999|5551212)$"
)
_PLAIN = r"^\(?[0-9]{3}\)?[ .-]{0,2}[0-9]{3}[ .-]?[0-9]{4}$"
_plain = re.compile(_PLAIN)
_EXTENSION = r"(?i)\s*(?:[,;]?\s*ext(?:ension|n)?|[x#])[\s.:=]*([0-9]*)\s*$"
_BEHIND = re.compile(rf"{_EXTENSION}|\.0+$")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_ABROAD = re.compile(r"^\s*(?:\+|\(?011[\s.)-]*|00)(?=[\s(]*[2-9])")
_HOME = re.compile(r"^\s*(?:\+|011[\s.-]*|00)?\s*1(?=[^0-9]*[2-9])")
_LINES = (
    (re.compile(r"^8(?:00|33|44|55|66|77|88)"), "toll_free"),
    (re.compile(r"^900|^...976"), "premium"),
    (re.compile(r"^(?:500|52[1-9]|5(?:33|44|66|77|88))"), "personal"),
)


class Phone(NamedTuple):
    """A number as ``phone_form`` gives it, the extension behind it and the kind of line, "" where unknown.

    ``line`` is what the number's range says: ``toll_free``, ``premium`` (900, and 976 exchanges) or
    ``personal`` (5XX).  Whether a number is wireless no range tells.
    """

    number: str
    extension: str = ""
    line: str = ""


def _foreign(text: str) -> str | None:
    """``+52…`` for a number of another country written with ``+``, 011 or 00; None for what is none."""
    if len(text) > 40 or re.search("[A-Za-z]", text):
        return None
    import phonenumbers  # noqa: PLC0415  (its tables take longer to load than most files need them)

    try:
        number = phonenumbers.parse("+" + _ABROAD.sub("", text), None)
    except phonenumbers.NumberParseException:
        return None
    if number.country_code == 1 or not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_form(text: str) -> str | None:
    """One number as a column holds it, without its extension; None where it is not one plausible number."""
    bare = _BEHIND.sub("", text)
    if _ABROAD.match(bare) and not _plain.match(bare):
        return _foreign(bare)
    digits = _NOT_DIGITS.sub("", bare)
    if len(digits) > 10:
        digits = _NOT_DIGITS.sub("", _HOME.sub("", bare))
    return digits if _NANP.match(digits) and not _FILLER.search(digits) else None


def line_type(number: str) -> str:
    """The kind of line that a number's range says, as ``Phone.line``."""
    return next((kind for pattern, kind in _LINES if pattern.match(number)), "")


def _ten_digits(series: pl.Series) -> bool:
    """Whether every value is ten digits and nothing else, as most files have them."""
    if not (series.str.len_bytes() == 10).all():
        return False
    return bool(series.str.contains("^[0-9]{10}$").all())


def _phones(series: pl.Series) -> pl.Series:
    """``phone_form`` of every value; the usual ways of writing are read by native expressions."""
    if _ten_digits(series):
        odd, digits = pl.Series([], dtype=pl.Boolean), series.to_frame("d")
    else:
        odd = ~series.str.contains(_PLAIN).fill_null(value=True)
        digits = series.str.replace_all(_NOT_DIGITS.pattern, "").to_frame("d")
    good = pl.col("d").str.contains(_NANP.pattern) & ~pl.col("d").str.contains(_FILLER.pattern)
    read = digits.select_seq(pl.when(good).then("d")).to_series()
    if not odd.any():
        return read
    return patched(read.scatter(odd.arg_true(), series.filter(odd)), odd, phone_form)


def phone(expr: pl.Expr) -> pl.Expr:
    """``phone_form`` of every value, null where it is not one plausible number; extensions and +1 go.

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
    """One number as a person wrote it: what ``phone`` gives, and more.

    What the column rule cannot read (words round the number) ``phonenumbers`` is asked
    for.
    """
    found = phone_form(text)
    if found is not None or _ABROAD.match(text) or len(text) > 80 or len(_NOT_DIGITS.sub("", text)) < 10:
        return found
    import phonenumbers  # noqa: PLC0415

    matches = phonenumbers.PhoneNumberMatcher(text, "US", leniency=phonenumbers.Leniency.POSSIBLE)
    numbers = (str(m.number.national_number) for m in matches if m.number.country_code == 1)
    return next((ten for number in numbers if (ten := phone_form(number))), None)


def read_phone(text: str) -> Phone | None:
    """``parse_phone`` of a text with its extension and kind of line; None for no number."""
    number = parse_phone(text)
    if number is None:
        return None
    behind = re.search(_EXTENSION, text)
    return Phone(number, behind.group(1) if behind else "", line_type(number))


def phone_extension(expr: pl.Expr) -> pl.Expr:
    """The extension behind a number of every value; null for none."""
    return expr.cast(pl.String).str.extract(_EXTENSION, 1).replace("", None)


def shared_phones(frame: pl.DataFrame, limit: int, *, column: str = "phones") -> pl.Series:
    """Phones that more than ``limit`` rows of ``frame`` carry: a desk or a filler, nobody's own number."""
    each = frame.select_seq(pl.col(column).list.unique()).explode(column).drop_nulls()
    counts = each.group_by(column).len().filter(pl.col("len") > limit)
    return counts[column].sort()


def placeholder_phones(frame: pl.DataFrame, limit: int, *, column: str = "phones") -> pl.DataFrame:
    """``frame`` with the phones that more than ``limit`` of its rows share taken out of the list column."""
    shared = shared_phones(frame, limit, column=column)
    if shared.is_empty():
        return frame
    return frame.with_columns_seq(pl.col(column).list.set_difference(pl.lit(shared.implode())))
